"""What the lens of question and network finds, as blocks beside the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis import lenses
from journeys.phrases.lenses import finding_text, finding_title
from journeys.poster.parts.findings import Finding

if TYPE_CHECKING:
    from journeys.analysis.ecosystem import Ecosystem
    from journeys.analysis.scene import Scene
    from journeys.i18n import Words

INKS: Final = {"act": "finding.high", "look": "finding.low", "good": "sheet.accent"}
MOST: Final = 8
"""More are for the report: from a wall nobody reads them."""


def told(scene: Scene, network: Ecosystem, say: Words) -> list[Finding]:
    """Those about these journeys or the whole study, what asks for action first; muted ones are left out."""
    heard = lenses.findings(scene, ["question"]).findings
    found = [one for one in heard if one.journey is None or one.journey in network.journeys]
    return [
        Finding(
            finding_title(one, say),
            (finding_text(one, scene.document, say),),
            INKS[one.grade],
            about=one.subjects[0] if one.subjects else None,
        )
        for one in found[:MOST]
    ]
