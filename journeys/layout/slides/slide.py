"""One picture of a presentation, and what a presentation is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SlideKind = Literal["title", "whole", "phase", "gaps", "step", "end"]
Way = Literal["phases", "steps"]
"""Phase by phase, or step by step along with the persona."""


@dataclass(frozen=True, slots=True)
class Show:
    """What is presented: these journeys one after the other, seen from one scope, coloured by one lens.

    `phase` or `step` is where it begins; None begins at the title. `lanes` None shows the lanes of the study.
    """

    journeys: tuple[str, ...]
    way: Way = "phases"
    scope: str | None = None
    lens: str = ""
    lanes: tuple[str, ...] | None = None
    phase: str | None = None
    step: str | None = None
    axis: Literal["equal", "true"] = "equal"


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture of a show. `subject`: the phase or step it is about; `reveals`: how often "next" adds to it.

    `part`: a phase with more steps than one picture holds has several, counted from 1 to `parts`.
    """

    kind: SlideKind
    journey: str
    subject: str = ""
    reveals: int = 0
    part: int = 1
    parts: int = 1

    @property
    def place(self) -> tuple[str, str, str, int]:
        """What makes it this very picture, also after an edit elsewhere."""
        return self.kind, self.journey, self.subject, self.part


@dataclass(frozen=True, slots=True)
class Stage:
    """The surface in millimetres: always 190.5 high, as wide as the screen's ratio asks (16:9 = 338.67)."""

    width: float = 338.67
    height: float = 190.5
