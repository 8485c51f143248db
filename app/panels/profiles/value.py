"""The lens of value as a picture: strategies, what people notice on stage, what directs it, and small gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.panels.profiles.bars import Bar, bars, stacked
from app.panels.profiles.roles import rated
from journeys.analysis.lenses.value.onstage import DIRECTIONS, PARTS
from journeys.analysis.lenses.value.strategies import STRATEGIES
from journeys.analysis.notelist import ACTIONS
from journeys.analysis.quality import judged_steps, profile
from journeys.phrases import judgements as said
from journeys.phrases.terms import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Note, Step


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """Of one journey, or of all together; None when there is nothing of the kind."""
    judged = scene.once(judged_steps)
    chosen = [one.id for one in scene.journeys if journey in (None, one.id)]
    steps = [step for one in chosen for step in judged.get(one, ())]
    spots = [spot for one in chosen for spot in scene.spots.get(one, {}).values()]
    plans = [note for spot in spots for note in spot.notes if note.kind in ACTIONS and note.status != "dropped"]
    parts = [*_judged(context, steps), *_small(context, plans)]
    return stacked(parts, context.say("Profile of the value"))


def _judged(context: Context, steps: Sequence[Step]) -> Iterator[QWidget]:
    say = context.say
    found = profile(steps, STRATEGIES)
    if found:
        yield bars(context, say("Three strategies"), rated(context, found, said.STRATEGIES, said.STRATEGY_MEANINGS))
    found = profile(steps, tuple(said.STRENGTHS))
    if found:
        rows = rated(context, found, said.STRENGTHS, said.STRENGTH_MEANINGS)
        yield bars(context, say("Practical and emotional value"), rows, least=0)
    found = profile([step for step in steps if step.stage == "front"], PARTS)
    if found:
        rows = rated(context, found, said.STAGE_PARTS, said.STAGE_PART_MEANINGS)
        yield bars(context, say("What people notice on stage"), rows)
    directed = {each: [step.id for step in steps if step.judgement.direction == each] for each in DIRECTIONS}
    if found or any(directed.values()):
        counted = [
            Bar(say(said.DIRECTIONS[each]), len(ids), count_of("step", len(ids), say), tuple(ids), "lens.neutral",
                say(said.DIRECTION_MEANINGS[each]))
            for each, ids in directed.items()
        ]  # fmt: skip
        most = max(1, *(len(ids) for ids in directed.values()))
        yield bars(context, say("What directs it behind the scenes"), counted, least=0, most=most)


def _small(context: Context, plans: Sequence[Note]) -> Iterator[QWidget]:
    say = context.say
    small = tuple(note.id for note in plans if note.small_gesture)
    early = tuple(note.id for note in plans if note.proactive)
    if plans:
        rows = [
            Bar(say("Small gestures"), len(small), str(len(small)), small, "lens.good"),
            Bar(say("Messages before anybody asks"), len(early), str(len(early)), early, "lens.good"),
        ]
        title = say.many("Of {n} opportunity or idea", "Of {n} opportunities and ideas", len(plans))
        yield bars(context, title, rows, least=0, most=len(plans))
