"""A diagram of each journey for the report in Markdown, in the words of Mermaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.exchange import mermaid
from journeys.exchange.wanted import Wanted

if TYPE_CHECKING:
    from journeys.exchange.report.subject import Telling


def fences(telling: Telling) -> dict[str, str]:
    """By journey; none for one without steps."""
    document, say = telling.document, telling.say
    drawn = {step.journey for step in document.steps.values()}.intersection(telling.journeys)
    found = {id_: mermaid.write(Wanted(document, say, (id_,))).decode() for id_ in telling.journeys if id_ in drawn}
    return {id_: _plain(text) for id_, text in found.items()}


def _plain(text: str) -> str:
    """Without the lines by which our own import finds back what Mermaid has no room for: a report tells that itself."""
    kept = (line for line in text.removeprefix("\ufeff").splitlines() if not line.lstrip().startswith("%%"))
    return "\n".join(kept)
