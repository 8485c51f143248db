"""The lens of roles as a picture: six ratings, the roles, the two sides of value, and what people are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.panels.profiles.bars import Bar, bars, stacked
from journeys.analysis.quality import RATINGS, Mean, asked, judged_steps, profile
from journeys.edits.judgements import ROLES
from journeys.phrases import judgements as said
from journeys.phrases.terms import count_of
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from journeys.analysis.quality import Asked
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

MOST: Final = 5
"""Data asked that are listed, the most often asked first."""


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """Of one journey, or of all together; None when nothing of the kind was judged."""
    judged = scene.once(judged_steps)
    steps = [step for one in scene.journeys if journey in (None, one.id) for step in judged.get(one.id, ())]
    return stacked(_parts(context, steps), context.say("Profile of the roles"))


def rated(
    context: Context, found: Mapping[str, Mean], names: Mapping[str, str], meanings: Mapping[str, str]
) -> list[Bar]:
    """A bar for each of these ratings, also for those that nobody gave."""
    say = context.say
    rows = []
    for code, name in names.items():
        mean = found.get(code)
        told = say.many("{n} step", "{n} steps", len(mean.ids)) if mean is not None else ""
        text = said.mean_text(mean.mean if mean is not None else None, say)
        rows.append(
            Bar(say(name), mean.mean if mean else None, f"{text} · {told}" if told else text,
                mean.ids if mean else (), told=say(meanings[code]))
        )  # fmt: skip
    return rows


def _parts(context: Context, steps: Sequence[Step]) -> Iterator[QWidget]:
    say = context.say
    quality = profile(steps, RATINGS)
    if quality:
        yield bars(context, say("Six ratings"), rated(context, quality, said.RATINGS, said.RATING_MEANINGS))
    sides = profile(steps, tuple(said.VALUES))
    if sides:
        yield bars(context, say("Value from both sides"), rated(context, sides, said.VALUES, said.VALUE_MEANINGS))
    roles = _roles(context, steps)
    if roles:
        yield bars(context, say("Roles"), roles, least=0, most=max(row.value or 0 for row in roles))
    yield from _asked(context, steps)


def _roles(context: Context, steps: Sequence[Step]) -> list[Bar]:
    say = context.say
    rows = []
    for place, role in enumerate(ROLES):
        ids = tuple(step.id for step in steps if role in step.judgement.roles)
        if ids:
            told = said.role_text(role, say)
            rows.append(
                Bar(say(said.ROLES[role]), len(ids), count_of("step", len(ids), say), ids, f"lens.{place}", told)
            )
    return rows


def _asked(context: Context, steps: Sequence[Step]) -> Iterator[QWidget]:
    """In all, of which again in one journey, and each thing that is asked for."""
    say, found = context.say, asked(steps)
    if not found:
        return
    again = _again(steps)
    times, more = sum(len(each.ids) for each in found), sum(len(ids) - 1 for _, ids in again)
    rows = [Bar(say("Asked in all"), times, _times(context, times), _in_order(steps, found), "lens.neutral")]
    if again:
        ids = tuple(dict.fromkeys(id_ for _, each in again for id_ in each))
        rows.append(Bar(say("Of which once more"), more, _times(context, more), ids, "lens.bad"))
    repeated = {data for data, _ in again}
    for each in found[:MOST]:
        ink = "lens.bad" if folded(each.data) in repeated else "lens.neutral"
        told = count_of("party", len(each.parties), say)
        rows.append(Bar(f"“{each.data}”", len(each.ids), _times(context, len(each.ids)), each.ids, ink, told))
    yield bars(context, say("Data asked"), rows, least=0, most=times)


def _again(steps: Sequence[Step]) -> list[tuple[str, tuple[str, ...]]]:
    """What one journey asks for more than once, with the steps that do."""
    by_journey: dict[str, list[Step]] = {}
    for step in steps:
        by_journey.setdefault(step.journey, []).append(step)
    found = (each for journey in by_journey.values() for each in asked(journey))
    return [(folded(each.data), each.ids) for each in found if len(each.ids) > 1]


def _in_order(steps: Sequence[Step], found: Sequence[Asked]) -> tuple[str, ...]:
    wanted = {id_ for each in found for id_ in each.ids}
    return tuple(step.id for step in steps if step.id in wanted)


def _times(context: Context, n: int) -> str:
    return context.say.many("{n} time", "{n} times", n)
