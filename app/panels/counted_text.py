"""A gap's explanation in pieces, so that every number in it leads to what it was counted from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.finding import Number
from journeys.analysis.gaps import meetings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.gaps import Gap
    from journeys.i18n import Words
    from journeys.model.document import Document

Part = tuple[str, Number | None]
LEAD: Final = re.compile(r"\D*")
"""The words before a number."""


def gap_parts(gap: Gap, document: Document, say: Words) -> list[Part]:
    """All sentences that explain the gap; what counts something stands apart with what it counts."""
    whole = " ".join(phrases.gap_sentences(gap, document, say))
    return list(_cut(whole, list(_counted(gap, document, say))))


def _counted(gap: Gap, document: Document, say: Words) -> Iterator[tuple[str, Number]]:
    """The words that a number may be told in, wherever they stand."""
    for reason in gap.reasons:
        if reason.ids:
            words = phrases.reason_text(reason, gap, say)
            if reason.code == "personas":
                words = words[LEAD.match(words).end() :]  # type: ignore[union-attr]  # it matches nothing as well
            yield words, Number(reason.code, reason.count, "note", reason.ids)
    for reach in gap.reach:
        words = f"{document.parties[reach.party].name} ({reach.personas}/{gap.personas_total})"
        yield words, Number(reach.party, reach.personas, "persona", meetings(document, gap, reach.party))


def _cut(whole: str, counted: Sequence[tuple[str, Number]]) -> Iterator[Part]:
    """In the order in which they stand; the first words of a sentence begin with a capital there."""
    lower, at = whole.lower(), 0
    places = [(lower.find(words.lower()), words, number) for words, number in counted]
    for start, words, number in sorted(places, key=lambda place: place[0]):
        if start >= at:
            if start > at:
                yield whole[at:start], None
            at = start + len(words)
            yield whole[start:at], number
    if at < len(whole):
        yield whole[at:], None
