"""What a written report is about: the study, which journeys of it, in which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from journeys.analysis.scene import NO_DAY, scene
from journeys.poster.kinds.report.material import Material
from journeys.poster.kinds.report.summary import wanted_notes
from journeys.poster.request import Request

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from journeys.analysis.scene import Scene
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Journey


class _Chosen(Material):
    """Material of these journeys: of none as well, which paper has no use for."""

    @cached_property
    def journeys(self) -> list[Journey]:
        return [self.document.journeys[id_] for id_ in self.request.journeys or ()]


@dataclass(frozen=True)
class Telling:
    """What is told, about which journeys, in which words; `on` is the date on the report, if any.

    `images` are the bytes of pictures by their sha256, for forms that show pictures.
    """

    document: Document
    say: Words
    journeys: tuple[str, ...]
    on: dt.date | None = None
    images: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def scene(self) -> Scene:
        return scene(self.document, today=self.on or NO_DAY)

    @cached_property
    def material(self) -> Material:
        """What the report on paper is written from as well."""
        return _Chosen(self.document, Request(self.journeys, on=self.on))

    @cached_property
    def personas(self) -> tuple[str, ...]:
        """Whose journeys they are, each once."""
        return tuple(dict.fromkeys(self.document.journeys[id_].persona for id_ in self.journeys))

    @cached_property
    def sources(self) -> dict[str, int]:
        """The sources on which something in this report leans, each with its number."""
        document, chosen = self.document, frozenset(self.journeys)
        steps = (step for step in document.steps.values() if step.journey in chosen)
        notes = (note for some in wanted_notes(self.material) for note in some)
        people = (document.personas[id_] for id_ in self.personas)
        known = [one.evidence for some in (steps, notes, people) for one in some]
        leaning = {source for evidence in known for source in evidence.sources}
        found = [source for source in self.material.sources if source in leaning]
        return {source: number for number, source in enumerate(found, 1)}

    @cached_property
    def strangers(self) -> frozenset[str]:
        """The ids of journeys, personas, steps and notes that this report is not about, and must not name."""
        document, chosen = self.document, frozenset(self.journeys)
        journeys = document.journeys.keys() - chosen
        steps = {step.id for step in document.steps.values() if step.journey not in chosen}
        people = document.personas.keys() - set(self.personas)
        notes = {
            note.id for note in document.notes.values()
            if note.step in steps or note.journey in journeys or note.persona in people
        }  # fmt: skip
        return frozenset(journeys | steps | people | notes)
