"""What is compared: which way, whose journeys, which pair; what is gone from the study is no longer chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journeys.analysis.spots import counted_journeys
from journeys.analysis.variants import pairs

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import Variant

Mode = Literal["personas", "variants"]


@dataclass(slots=True)
class Choice:
    """The user's choice; `personas` None is everybody, `pair` is (current, desired)."""

    mode: Mode = "personas"
    variant: Variant = "current"
    personas: frozenset[str] | None = None
    pair: tuple[str, str] | None = None

    def keep_sound(self, document: Document, shown: str | None) -> None:
        """Let go of what is gone; choose a pair when there is none, that of the shown journey first."""
        if self.personas is not None:
            self.personas = (self.personas & set(document.personas)) or None
        if not self._stands(document):
            known = pairs(document)
            self.pair = pair_of(document, shown) or (known[0] if known else None)

    def _stands(self, document: Document) -> bool:
        if self.pair is None or not all(journey in document.journeys for journey in self.pair):
            return False
        return document.journeys[self.pair[1]].variant == "desired"

    def take_desired(self, document: Document, desired: str) -> None:
        """Another desired journey, with the one that it is based on."""
        self.pair = pair_of(document, desired) or (self.pair[0] if self.pair else desired, desired)


def pair_of(document: Document, journey: str | None) -> tuple[str, str] | None:
    """The pair in which this journey is one of the two."""
    return next((pair for pair in pairs(document) if journey in pair), None)


def first_mode(document: Document, shown: str | None) -> Mode:
    """What one comes to see: from a desired journey, or with one persona only, what will be different."""
    held = document.journeys.get(shown or "")
    desired = held is not None and held.variant == "desired"
    paired = pair_of(document, shown) is not None if desired else len(document.personas) < 2 and bool(pairs(document))
    return "variants" if paired else "personas"


def current_journey(document: Document, shown: str | None) -> str | None:
    """The current journey that a desired one would be made of: the shown one, else the first."""
    found = [journey.id for journey in counted_journeys(document) if journey.variant == "current"]
    return shown if shown in found else next(iter(found), None)
