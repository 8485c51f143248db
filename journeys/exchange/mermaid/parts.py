"""What a reader holds of a diagram while it goes through it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.exchange.mermaid.own import OfStep

if TYPE_CHECKING:
    from journeys.edits.incoming import IncomingJourney, IncomingNote, IncomingParty, IncomingPersona
    from journeys.exchange.mermaid.lines import Task

NEUTRAL: Final = 3
"""The score that nobody's emotion is written as, and that stands for an emotion of 0."""


@dataclass(slots=True)
class Step:
    """A task in its section, and what a comment of ours says of it."""

    line: int
    task: Task
    phase: str
    more: OfStep = field(default_factory=OfStep)


@dataclass(slots=True)
class Journey:
    """One diagram, understood as far as it can be by itself."""

    title: str = ""
    descr: str = ""
    steps: list[Step] = field(default_factory=list)
    known: IncomingJourney | None = None
    personas: list[IncomingPersona] = field(default_factory=list)
    parties: list[IncomingParty] = field(default_factory=list)
    notes: list[IncomingNote] = field(default_factory=list)

    @property
    def persona(self) -> str:
        """Whose journey it is: as our comment says; else who stands first most often, and of two who came first."""
        if self.known is not None:
            return self.known.persona
        counted = Counter(step.task.actors[0] for step in self.steps if step.task.actors)
        return max(counted, key=lambda actor: counted[actor], default="")
