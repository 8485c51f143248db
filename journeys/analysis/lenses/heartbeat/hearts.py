"""What every part of this lens looks at: the judged front steps of each journey, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.analysis.reading import reading
from journeys.analysis.spots import by_step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Step

LEAST: Final = 3
"""So many judged steps make a heartbeat of which something can be said."""


@dataclass(slots=True)
class Heart:
    """`steps` are the judged front steps in reading order; `front` is how many front steps there are."""

    journey: Journey
    front: int = 0
    steps: list[Step] = field(default_factory=list)
    feelings: list[int] = field(default_factory=list)
    """Of the judged steps, in the same order."""
    truths: list[Step] = field(default_factory=list)
    """The moments of truth among them."""
    unjudged_truths: list[Step] = field(default_factory=list)
    unjudged: list[Step] = field(default_factory=list)

    @property
    def beats(self) -> bool:
        """Whether enough was judged to say something."""
        return len(self.steps) >= LEAST and 2 * len(self.steps) >= self.front


def hearts(scene: Scene) -> dict[str, Heart]:
    """Journey → its heart, in reading order; ask for `scene.once(hearts)`."""
    return {journey.id: _heart(journey, scene.once(reading)[journey.id]) for journey in scene.journeys}


def _heart(journey: Journey, steps: list[Step]) -> Heart:
    front = [step for step in steps if step.stage == "front"]
    heart = Heart(journey, len(front), [step for step in front if step.emotion is not None])
    heart.feelings = [step.emotion or 0 for step in heart.steps]
    heart.truths = [step for step in heart.steps if step.moment_of_truth]
    if len(heart.steps) < len(front):
        heart.unjudged = [step for step in front if step.emotion is None]
        heart.unjudged_truths = [step for step in heart.unjudged if step.moment_of_truth]
    return heart


def feeling(step: Step) -> int:
    """Of a judged step."""
    return step.emotion or 0


def words_at(scene: Scene, steps: Iterable[Step]) -> tuple[str, ...]:
    """The ids of what was said at these steps, first things first."""
    held = scene.once(quotes)
    return tuple(note for step in steps for note in held.get(step.id, ()))


def quotes(scene: Scene) -> dict[str, tuple[str, ...]]:
    """Step → the quotes on it; ask for `scene.once(quotes)`."""
    return by_step(note for note in scene.document.notes.values() if note.kind == "quote" and note.text)
