"""What is right as it is: phases in which the team chose that the scope is absent, apart from the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.poster.parts import dates
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.findings import COLUMN_MM, Finding, grid

if TYPE_CHECKING:
    from journeys.analysis.shared import Together
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Stance

HEADING: Final = Style(9.0, "bold", "lane.title", role="heading")
GAP_MM: Final = 6.0


def deliberate(document: Document, seen: Together, width: float, scale: float, say: Words) -> Block:
    """A block per phase and journey with the reason, who said so and when."""
    found = [_finding(document, stance, say) for stance in seen.stances]
    if not found:
        return Block(width)
    most = max(1, min(int((width + GAP_MM * scale) / ((COLUMN_MM + GAP_MM) * scale)), len(found)))
    grids = (grid(found, count, width, scale, document.study.language) for count in range(most, max(0, most - 3), -1))
    return stacked(
        width,
        2.0 * scale,
        paragraph(say("Deliberately absent"), HEADING, width, scale, say.language),
        min(grids, key=lambda block: block.height),
    )


def _finding(document: Document, stance: Stance, say: Words) -> Finding:
    persona = document.personas[document.journeys[stance.journey].persona]
    who = " · ".join(part for part in (stance.by, dates.in_words(stance.on, say) if stance.on else "") if part)
    heading = f"{document.phases[stance.phase].name} · {persona.name}"
    return Finding(heading, tuple(part for part in (stance.reason,) if part), note=who, about=stance.id)
