"""Finds the pages with certain words: case and diacritics ignored, the page that is most about them first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import text
from journeys.help.saying import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.help.blocks import Named, Page
    from journeys.help.book import Book
    from journeys.i18n import Words

TITLE, SYNONYM, HEADING, TEXT = 60, 35, 12, 2
WHOLE: Final = 1.5
"""How much more it counts when the word stands on its own, not within another."""
MOST: Final = 12
"""Points for mere mentions end here: a long page is not a better one."""
SHORT: Final = 110
"""Letters of the words that are shown with a page."""


class Hit(NamedTuple):
    """A page with all the words, how much it is about them, and the sentence in which they stand."""

    page: str
    points: float
    sentence: str


def search(held: Book, query: str, named: Mapping[str, Named], say: Words) -> list[Hit]:
    """Pages in which every word of the query stands, also within other words; the best first."""
    wanted = text.folded(query).split()
    if not wanted:
        return []
    found = [_hit(held.page(code), wanted, named, say) for code in held.pages]
    return sorted((hit for hit in found if hit is not None), key=lambda hit: -hit.points)


def _hit(page: Page, wanted: Sequence[str], named: Mapping[str, Named], say: Words) -> Hit | None:
    pieces = [(TITLE, page.title), (SYNONYM, page.words), (TEXT, words_of(page.lead, named, say))]
    for block in page.blocks:
        words = words_of(block.spans, named, say)
        weight = HEADING if block.kind in ("heading", "term") else TEXT
        pieces.append((weight, f"{block.name} — {words}" if block.kind == "term" else words))
    folded = [(weight, text.folded(words)) for weight, words in pieces]
    if not all(any(word in words for _, words in folded) for word in wanted):
        return None
    points = sum(_points(word, folded) for word in wanted)
    shown = [words for weight, words in pieces if weight != SYNONYM and words != page.title]
    best = max(shown, key=lambda words: sum(word in text.folded(words) for word in wanted), default="")
    return Hit(page.code, points, _around(best, wanted))


def _points(word: str, pieces: Sequence[tuple[int, str]]) -> float:
    mentions, points = 0.0, 0.0
    for weight, words in pieces:
        if word in words:
            worth = weight * (WHOLE if re.search(rf"\b{re.escape(word)}\b", words) else 1)
            points, mentions = (points, mentions + worth) if weight == TEXT else (points + worth, mentions)
    return points + min(mentions, MOST)


def _around(words: str, wanted: Sequence[str]) -> str:
    """The sentence with the first of the words in it, not too long."""
    sentences = re.split(r"(?<=[.!?:]) ", words)
    found = next((one for one in sentences if any(word in text.folded(one) for word in wanted)), sentences[0])
    return found if len(found) <= SHORT else found[: found.rfind(" ", 0, SHORT)] + "…"
