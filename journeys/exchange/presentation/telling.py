"""What all slides are told from: the chosen journeys, seen once, with the words and colours for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from journeys.analysis.compare import beats
from journeys.analysis.gaps import gaps_in
from journeys.analysis.notelist import ACTIONS, STATUS_ORDER, journey_of
from journeys.analysis.scene import NO_DAY, scene
from journeys.analysis.spots import EMPTY, in_reading_order
from journeys.layout.heads import own_colour
from journeys.layout.palettes import palette
from journeys.model.order import by_order
from journeys.model.time import phases_in_order
from journeys.phrases.figures import curve_text
from journeys.phrases.terms import VARIANTS, scope_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.analysis.compare import Beat
    from journeys.analysis.gaps import Gap
    from journeys.analysis.presence import Level
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Note, Persona, Phase, Step


@dataclass(frozen=True)
class Telling:
    """`wanted` as slides need it; what is dear is worked out once."""

    wanted: Wanted
    scene: Scene

    @property
    def document(self) -> Document:
        return self.wanted.document

    @property
    def say(self) -> Words:
        return self.wanted.say

    @cached_property
    def journeys(self) -> list[Journey]:
        return [self.document.journeys[id_] for id_ in self.wanted.journeys]

    @cached_property
    def phases(self) -> Sequence[Phase]:
        return phases_in_order(self.document)

    @cached_property
    def scope(self) -> str:
        """The scope inside a sentence: "municipality"."""
        return scope_word(self.document, None, self.say)

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """Role → "#rrggbb"; "own", "own.fill" and "own.on" are those of the organisation."""
        found, own = palette("light"), own_colour(self.document, self.scene.scope)
        return found | {"own": found[own], "own.fill": found[f"{own}.fill"], "own.on": found[f"{own}.on"]}

    @cached_property
    def gaps(self) -> list[Gap]:
        """Of all chosen journeys, the most severe first."""
        found = [gap for one in self.journeys if one.id in self.scene.levels for gap in gaps_in(self.scene, one)]
        return sorted(found, key=lambda gap: -gap.severity)

    @cached_property
    def actions(self) -> list[Note]:
        """Opportunities and ideas of the chosen journeys and those that hang on none: open first, then by date."""
        found = [note for note in self.notes if note.kind in ACTIONS]
        return sorted(found, key=lambda n: (STATUS_ORDER.index(n.status), n.due is None, n.due, n.order, n.id))

    @cached_property
    def notes(self) -> list[Note]:
        """All that may be told here: nothing of journeys that were not chosen."""
        journeys = {None, *self.wanted.journeys}
        personas = {None, *(one.persona for one in self.journeys)}
        held = (
            note for note in self.document.notes.values()
            if journey_of(self.document, note) in journeys and note.persona in personas
        )  # fmt: skip
        return sorted(held, key=by_order)

    def persona(self, journey: Journey) -> Persona:
        return self.document.personas[journey.persona]

    def who(self, journey: Journey) -> str:
        """The persona; where they have several journeys of these, with what tells this one from the others."""
        name = self.persona(journey).name
        others = [one for one in self.journeys if one.persona == journey.persona and one.id != journey.id]
        if any(one.title != journey.title for one in others):
            name = f"{name} – {journey.title}"
        told_apart = any(one.title == journey.title and one.variant != journey.variant for one in others)
        return (
            f"{name} ({self.say(VARIANTS[journey.variant])})" if told_apart and journey.variant == "desired" else name
        )

    def spot(self, journey: str, phase: str) -> Spot:
        return self.scene.spots.get(journey, {}).get(phase, EMPTY)

    def level(self, journey: str, phase: str) -> Level | None:
        """None for a process behind a step."""
        return self.scene.levels.get(journey, {}).get(phase)

    def beats(self, journey: str) -> list[Beat]:
        if journey not in self._beats:
            self._beats[journey] = list(beats(self.scene.spots.get(journey, {}), [phase.id for phase in self.phases]))
        return self._beats[journey]

    def curve(self, journey: str, phase: str) -> str:
        """How it feels in this phase, in words; a phase may have many slides."""
        if (journey, phase) not in self._curves:
            self._curves[journey, phase] = curve_text(self.document, journey, self.say, {phase})
        return self._curves[journey, phase]

    def numbers(self, journey: str) -> dict[str, int]:
        """Step → the how manieth it is on stage, from 1."""
        if journey not in self._numbers:
            fronts = (step for phase in self.phases for step in in_reading_order(self.spot(journey, phase.id).front))
            self._numbers[journey] = {step.id: number for number, step in enumerate(fronts, 1)}
        return self._numbers[journey]

    @cached_property
    def _numbers(self) -> dict[str, dict[str, int]]:
        return {}

    @cached_property
    def _beats(self) -> dict[str, list[Beat]]:
        return {}

    @cached_property
    def _curves(self) -> dict[tuple[str, str], str]:
        return {}

    def at(self, step: Step) -> list[Note]:
        """The notes on a step, in their order."""
        return sorted((n for n in self.document.referring(step.id, "note") if n.step == step.id), key=by_order)


def telling(wanted: Wanted) -> Telling:
    """Gather it; without a date of its own nothing follows the clock."""
    return Telling(wanted, scene(wanted.document, today=wanted.on or NO_DAY))
