"""What every part of a slide needs to know: the study, the scope, the stage in ems, and how wide it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.analysis.compare import beats
from journeys.analysis.lenses.marks import marks
from journeys.analysis.spots import EMPTY, in_reading_order
from journeys.layout.compare.board import BoardSpec, look_for
from journeys.layout.drawing import Layer
from journeys.layout.gather import lanes
from journeys.layout.pen import Pen
from journeys.layout.slides.programme import known_scope, seen_by
from journeys.layout.slides.slide import Show
from journeys.layout.spec import MM_PER_PT
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journeys.analysis.compare import Beat
    from journeys.analysis.lenses.marks import Mark
    from journeys.analysis.presence import Level
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.i18n import Language, Words
    from journeys.layout.drawing import Role
    from journeys.layout.slides.slide import Slide, Stage
    from journeys.layout.spec import Look
    from journeys.model.document import Document
    from journeys.model.entities import Journey, LaneKind, Persona, Phase, Step

HIGH: Final = 36.0
"""The height of every stage, in ems: no letter is smaller than one."""
TITLE: Final = HIGH / 14
"""The least size of a slide's title."""
NARROW: Final = 40.0
"""Ems of width below which things stand under each other."""
TOP: Final = 1.5
BOTTOM: Final = 34.6


@dataclass(frozen=True, slots=True)
class Ground:
    """One slide on one stage; `w` is its width in ems."""

    document: Document
    journey: Journey
    slide: Slide
    show: Show
    seen: Scene
    look: Look
    say: Words
    w: float
    pt: float
    shown: int | None = None
    marks: Mapping[str, tuple[Mark, ...]] | None = None

    @property
    def narrow(self) -> bool:
        return self.w < NARROW

    @property
    def left(self) -> float:
        """The margin, on either side."""
        return 1.2 if self.narrow else 2.6

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.w - 2 * self.left

    @property
    def language(self) -> Language:
        """That of the study's own words."""
        return self.look.language

    @property
    def persona(self) -> Persona:
        return self.document.personas[self.journey.persona]

    @property
    def levels(self) -> Mapping[str, Level]:
        """Phase → presence; empty for a process behind a step."""
        return self.seen.levels.get(self.journey.id, {})

    @property
    def phases(self) -> Sequence[Phase]:
        return phases_in_order(self.document)

    def shows(self, kind: LaneKind) -> bool:
        """Whether what stands in this lane is shown; all of it in a study without lanes."""
        if not self.document.lanes:
            return True
        return any(lane.kind == kind for lane in lanes(self.document, self.show.lanes))

    def spot(self, phase: str) -> Spot:
        return self.seen.spots.get(self.journey.id, {}).get(phase, EMPTY)

    @property
    def front(self) -> list[Step]:
        """All steps on stage in reading order."""
        held = self.seen.once(_fronts)
        if self.journey.id not in held:
            phases = self.phases
            held[self.journey.id] = [s for phase in phases for s in in_reading_order(self.spot(phase.id).front)]
        return held[self.journey.id]

    @property
    def numbers(self) -> dict[str, int]:
        """Step → the how manieth it is on stage, from 1."""
        held = self.seen.once(_numbers)
        if self.journey.id not in held:
            held[self.journey.id] = {step.id: number for number, step in enumerate(self.front, 1)}
        return held[self.journey.id]

    def beats(self) -> list[Beat]:
        """All judged steps on stage."""
        held = self.seen.once(_beats)
        if self.journey.id not in held:
            phases = [phase.id for phase in self.phases]
            held[self.journey.id] = list(beats(self.seen.spots.get(self.journey.id, {}), phases))
        return held[self.journey.id]

    def layer(self, name: str, order: int, draw: Callable[[Pen], None], phase: str | None = None) -> Layer:
        """One layer, drawn in ems from the left top corner of the stage."""
        pen = Pen(self.pt)
        draw(pen)
        return Layer(name, pen.bounds(), pen.elements, (0.0, 0.0), tuple(pen.targets), name, phase, order)


def _fronts(_: Scene) -> dict[str, list[Step]]:
    """Journey → its steps on stage, as far as they were asked for."""
    return {}


def _numbers(_: Scene) -> dict[str, dict[str, int]]:
    """Journey → the numbers of its steps on stage, as far as they were asked for."""
    return {}


def _beats(_: Scene) -> dict[str, list[Beat]]:
    """Journey → its judged steps on stage, as far as they were asked for."""
    return {}


def _marked(_: Scene) -> dict[tuple[str, str], Mapping[str, tuple[Mark, ...]]]:
    """Lens and journey → what the lens says of its steps, as far as that was asked for."""
    return {}


def ground_of(
    document: Document, slide: Slide, stage: Stage, say: Words, show: Show | None, shown: int | None,
    said: Mapping[str, tuple[Mark, ...]] | None, seen: Scene | None = None,
) -> Ground:  # fmt: skip
    """Gather it, or take what was `seen` for another slide of the show."""
    show = show or Show((slide.journey,))
    pt = stage.height / HIGH / MM_PER_PT
    seen = seen or seen_by(document, show)
    if show.lens and said is None:
        held, asked = seen.once(_marked), (show.lens, slide.journey)
        said = held[asked] if asked in held else held.setdefault(asked, marks(seen, *asked))
    look = look_for(document, BoardSpec(known_scope(document, show), base_pt=pt), say)
    w = stage.width / (pt * MM_PER_PT)
    return Ground(document, document.journeys[slide.journey], slide, show, seen, look, say, w, pt, shown, said)


def figure(alt: str) -> Role:
    """The role of a mark that says something."""
    return "figure" if alt else "artifact"
