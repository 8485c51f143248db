"""How the findings of the lens of scope are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.phrases.lenses.told import Told

TOLD: Final[dict[str, Told]] = {}
MARKS: Final[dict[str, tuple[str, str]]] = {}
"""What a mark says: (short sign of 1 to 3 letters, whole words)."""


def arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    """What the sentences name beside numbers, subjects and place."""
    return {}
