"""The contents: every chapter with its page, and the gaps one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Line, Rect, Text
from journeys.poster.kinds.report.flow import FIRM, FREE, Bond, Slice
from journeys.poster.kinds.report.pieces import Piece, fit, layer, opening
from journeys.poster.kinds.report.setting import CELL, STRONG, baseline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.layout.drawing import Element
    from journeys.poster.kinds.report.pieces import Entry
    from journeys.poster.kinds.report.setting import Setting

NUMBER_MM: Final = 8.0
PAGE_MM: Final = 14.0
CHAPTER_MM: Final = 1.3
HEADING_MM: Final = 8.0
"""The heading over the contents, about: all of it stands on one page where it can."""


def contents(pieces: Sequence[Piece], pages: Mapping[str, int], setting: Setting) -> Iterator[Piece]:
    """As high with page numbers as without, so that they can be known."""
    held = [(piece.entry, pages.get(piece.key, 0), piece.key) for piece in pieces if piece.entry is not None]
    entries = [
        _fit(entry, page, setting, FIRM if index in {0, len(held) - 2} else FREE, to)
        for index, (entry, page, to) in enumerate(held)
    ]
    high = sum(entry.height for entry in entries) + setting.mm(HEADING_MM)
    if entries:
        yield opening(setting.say("Contents"), setting, room=high if high < setting.room.h else 0.0)
    yield from entries


def _fit(entry: Entry, page: int, setting: Setting, after: Bond, to: str) -> Piece:
    return fit(lambda setting: _entry(entry, page, setting, after, to), setting)


def _entry(entry: Entry, page: int, setting: Setting, after: Bond, to: str) -> Piece:
    """Number, title and page on a line; a long title takes more lines and the page stands beside its last."""
    mm, chapter = setting.mm, entry.level == 1
    style = STRONG if chapter else CELL
    left, right = mm(NUMBER_MM), setting.measure
    leading, size = setting.leading(STRONG), setting.size(style)
    lines = setting.lines(entry.title, style, right - left - mm(PAGE_MM))
    top = mm(CHAPTER_MM) if chapter else 0.0
    down, last = top + baseline(style, leading, setting.scale), leading * (len(lines) - 1)
    words = str(page) if page else ""
    ends = left + setting.wide(lines[-1], style) + mm(2.0)
    stops = right - setting.wide(words, style) - mm(2.0)
    elements: list[Element] = [
        Text(right, down + last, (words,), size, leading, style.font, style.colour, "end", role="artifact"),
        Text(left, down, lines, size, leading, style.font, style.colour, role="item"),
    ]  # fmt: skip
    if chapter:
        number = (entry.number,)
        elements.insert(0, Text(0.0, down, number, size, leading, style.font, "sheet.accent", role="artifact"))
    if stops > ends:
        y = down + last
        elements.append(Line(((ends, y), (stops, y)), "sheet.rule", mm(0.2)))
    high = top + leading * len(lines)
    made = layer(elements, Rect(0.0, 0.0, setting.room.w, high))
    return Piece((Slice(high, 0.0, after),), lambda first, stop: [made], leads=(to, _told(entry, page, setting)))  # noqa: ARG005 - there is one slice


def _told(entry: Entry, page: int, setting: Setting) -> str:
    """All of the line in the order in which it makes sense to who hears it."""
    return setting.say("{title}, page {n}", title=f"{entry.number} {entry.title}".strip(), n=page)
