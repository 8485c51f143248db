"""What stands at the left of an empty canvas: the names of phases, presence and lanes, with what to do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import phrases
from journeys.i18n import N_
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.sheet import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.i18n import Words
    from journeys.layout.drawing import Layer
    from journeys.model.document import Document

NAME: Final = Style(8.6, "bold", "lane.title", leading=1.08)
HINT: Final = Style(7.0, colour="hint", leading=1.16)
LEGIBLE: Final = 0.85
"""Names and hints may be so much smaller; in lanes too low for that there are no hints."""
HINTED: Final = (1.0, 0.95, 0.9, LEGIBLE)
"""Sizes that are tried for the hints; all lanes have the same."""
CLEAR_MM: Final = 1.6
"""Below a hint, so that it is not taken for the next lane's."""
EDGE_MM: Final = 0.8
"""The same below a name by itself."""
HINTS: Final = {
    "presence": N_("Does the person meet {scope} here? Tick a box."),
    "steps": N_("What does the person do? One step on each note."),
    "heartbeat": N_("How does it feel? Draw a line; write a word at peaks and dips."),
    "contact": N_("Whom do they meet, and how? Desk, phone, website, letter …"),
    "needs": N_("What do they need? Where do they get stuck?"),
    "opportunities": N_("What could be better? Who is there already and can help?"),
    "backstage": N_("What does the organisation do that the person does not see?"),
    "text": N_("What belongs here?"),
}


class Named(NamedTuple):
    """A row of the canvas from `top`, so high (mm): its name, what to do there, and the lane of the study it is."""

    title: str
    hint: str
    top: float
    high: float
    lane: str = ""


def hint(kind: str, document: Document, say: Words) -> str:
    """What to do in this lane, in a few words."""
    if kind == "presence":
        return say(HINTS[kind], scope=phrases.the_scope(document, None, say))
    return say(HINTS[kind])


def names(
    rows: Sequence[Named], x: float, width: float, scale: float, document: Document, say: Words
) -> Iterator[Layer]:  # fmt: skip
    """The names in one size; with them the hints, in one size too, in the rows that are high enough for those."""

    def made(size: float, times: float | None = None) -> list[Block]:
        return [_name(row, width, size, times, document, say) for row in rows]

    size, bare = scale, made(scale)
    for times in SIZES:
        size, bare = scale * times, made(scale * times)
        if _all_fit(bare, rows, EDGE_MM * scale):
            break
    size = max(size, LEGIBLE * scale)
    told = made(size, LEGIBLE)
    for times in HINTED:
        told = made(size, times)
        if _all_fit(told, rows, CLEAR_MM * scale):
            break
    for number, (row, full, short) in enumerate(zip(rows, told, bare, strict=True)):
        best = full if full.height <= row.high - CLEAR_MM * scale else short
        layer = best.layer(f"name/{number}", x, row.top + 0.6 * scale, 2 if number < 2 else 4)
        yield layer._replace(lane="titles")


def _all_fit(blocks: Sequence[Block], rows: Sequence[Named], clear: float) -> bool:
    return all(block.height <= row.high - clear for block, row in zip(blocks, rows, strict=True))


def _name(row: Named, width: float, scale: float, hinted: float | None, document: Document, say: Words) -> Block:
    """The row's name; with what to do there in type so many times as large as usual, unless that is None."""
    title = paragraph(row.title, NAME, width, scale, document.study.language if row.lane else say.language)
    words = "" if hinted is None else row.hint
    return stacked(width, 0.6 * scale, title, paragraph(words, HINT, width, scale * (hinted or 1.0), say.language))
