"""Pieces of a report: each has its slices for the flow, and draws as many of them as stand on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout.drawing import Box, Layer, Rect, Text
from journeys.poster.kinds.report.flow import FIRM, FREE, Bond, Slice
from journeys.poster.kinds.report.setting import BODY, CHAPTER, ITEM, OPENING, SECTION, baseline
from journeys.poster.sheet import fitted

if TYPE_CHECKING:
    from journeys.i18n import Language
    from journeys.layout.drawing import Element
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.parts.blocks import Style
    from journeys.poster.sheet import Portrait

PARAGRAPH_MM: Final = 2.4
CHAPTER_MM: Final = 13.0
SECTION_MM: Final = 7.5
BELOW_MM: Final = 3.2
ENOUGH: Final = 0.35
MOST: Final = 0.7
"""A chapter begins on a new page unless this part of it is left; one that opens with a picture asks more."""
NUMBER_MM: Final = 9.0
WHOLE: Final = 0.75
"""What never breaks takes no larger part of a page."""

Draw = Callable[[int, int], Sequence[Layer]]
"""The slices from the first up to the second, from the top left corner of the first of them."""


class Entry(NamedTuple):
    """What the contents say of a piece: "2", "Gaps"; level 1 is a chapter, 2 a section."""

    level: int
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Slices without room between them, how they are drawn, and the head to repeat when they begin a page."""

    slices: tuple[Slice, ...]
    draw: Draw
    key: str = ""
    entry: Entry | None = None
    head: Piece | None = None
    portrait: Portrait | None = None
    alt: str = ""
    leads: tuple[str, str] | None = None
    """The key of the piece to which it leads, and what that is called."""

    @property
    def height(self) -> float:
        """Without the room above it."""
        return sum(one.height for one in self.slices)


def layer(elements: Sequence[Element], rect: Rect, lane: str = "", phase: str | None = None) -> Layer:
    """Elements from the corner of this rectangle."""
    return Layer("", rect, tuple(elements), (rect.x, rect.y), lane=lane, phase=phase)


def bonds(count: int, after: Bond, inner: Bond = FREE) -> list[Bond]:
    """Between lines: at least two of them stay together on either page."""
    found = [inner] * count
    for index in (0, count - 2):
        if 0 <= index < count:
            found[index] = FIRM
    found[-1] = after
    return found


def paragraph(
    words: str, setting: Setting, style: Style = BODY, *, gap: float = PARAGRAPH_MM, after: Bond = FREE,
    width: float = 0.0, indent: float = 0.0, language: Language | None = None,
) -> Iterator[Piece]:  # fmt: skip
    """A piece for each of the text's own lines that is not empty; `gap`, in mm at A4, above each."""
    parts = [part for part in words.split("\n") if part.strip()]
    room = (width or setting.measure) - indent
    for part in parts:
        lines = setting.lines(part, style, room, language)
        yield _set(lines, style, setting, gap, FIRM if after is FIRM and part is parts[-1] else after, indent)


def _set(lines: tuple[str, ...], style: Style, setting: Setting, gap: float, after: Bond, indent: float) -> Piece:
    leading = setting.leading(style)
    clings = bonds(len(lines), after)
    slices = [Slice(leading, setting.mm(gap) if index == 0 else 0.0, bond) for index, bond in enumerate(clings)]
    font = fonts.suited("".join(lines), style.font)
    down, size = baseline(style, leading, setting.scale), setting.size(style)

    def draw(first: int, stop: int) -> list[Layer]:
        text = Text(0.0, down, lines[first:stop], size, leading, font, style.colour, role=style.role)
        return [layer([text], Rect(indent, 0.0, setting.room.w - indent, leading * (stop - first)))]

    return Piece(tuple(slices), draw)


def whole(
    elements: Sequence[Element], height: float, setting: Setting, *, gap: float = PARAGRAPH_MM, after: Bond = FREE,
    alt: str = "", portrait: Portrait | None = None,
) -> Piece:  # fmt: skip
    """Elements that never break: a figure, the head of a persona."""
    made = layer(elements, Rect(0.0, 0.0, setting.room.w, height), "heartbeat" if alt else "")
    one = Slice(height, setting.mm(gap), after)
    return Piece((one,), lambda first, stop: [made], alt=alt, portrait=portrait)  # noqa: ARG005 - there is one slice


def fit(make: Callable[[Setting], Piece], setting: Setting) -> Piece:
    """What never breaks, in type as it is set; smaller where it would take more of a page than it may."""

    def made(scale: float) -> Piece:
        return make(replace(setting, scale=scale))

    return fitted(made, setting.scale, setting.room.h * WHOLE, lambda piece: piece.height)


def chapter(number: int, title: str, key: str, setting: Setting, *, asks: float = ENOUGH) -> Piece:
    """A numbered heading over a rule, on a new page unless this part of it is left."""
    return fit(lambda setting: _chapter(number, title, key, setting, asks), setting)


def _chapter(number: int, title: str, key: str, setting: Setting, asks: float) -> Piece:
    style, mm = CHAPTER, setting.mm
    inset = max(mm(NUMBER_MM), setting.wide(str(number), CHAPTER) + mm(3.0))
    lines = setting.lines(title, style, setting.room.w - inset)
    leading, size = setting.leading(style), setting.size(style)
    top = mm(4.0) + baseline(style, leading, setting.scale)
    height = mm(4.0) + leading * len(lines) + mm(BELOW_MM)
    elements: list[Element] = [
        Box(Rect(0.0, 0.0, setting.room.w, mm(0.6)), fill="sheet.accent"),
        Text(0.0, top, (str(number),), size, leading, style.font, "sheet.accent", role="artifact"),
        Text(inset, top, lines, size, leading, style.font, style.colour, role=style.role),
    ]
    made = layer(elements, Rect(0.0, 0.0, setting.room.w, height))
    one = Slice(height, mm(CHAPTER_MM), FIRM, setting.room.h * asks)
    return Piece((one,), lambda first, stop: [made], key, Entry(1, str(number), title))  # noqa: ARG005 - one slice


def section(title: str, setting: Setting, *, key: str = "", gap: float = SECTION_MM, width: float = 0.0) -> Piece:
    """A heading inside a chapter; in the contents when it has a key."""
    return _heading(title, SECTION, setting, gap, width, key, Entry(2, "", title) if key else None)


def opening(title: str, setting: Setting, *, gap: float = 11.0, room: float = 0.0) -> Piece:
    """A heading of the first pages, without a number; on a new page unless there is so much room."""
    made = _heading(title, OPENING, setting, gap)
    return replace(made, slices=(made.slices[0]._replace(room=room), *made.slices[1:]))


def _heading(
    title: str, style: Style, setting: Setting, gap: float, width: float = 0.0, key: str = "",
    entry: Entry | None = None,
) -> Piece:  # fmt: skip
    made = _set(setting.lines(title, style, width or setting.room.w), style, setting, gap, FIRM, 0.0)
    return Piece(tuple(one._replace(after=FIRM) for one in made.slices), made.draw, key, entry)


def bullet(words: str, setting: Setting, *, gap: float = 1.0, language: Language | None = None) -> Iterator[Piece]:
    """A paragraph behind a dash."""
    inset = setting.mm(4.0)
    for number, made in enumerate(paragraph(words, setting, ITEM, gap=gap, indent=inset, language=language)):
        yield made if number else _dashed(made, setting)


def _dashed(made: Piece, setting: Setting) -> Piece:
    leading = setting.leading(BODY)
    down = baseline(BODY, leading, setting.scale)
    dash = Text(0.0, down, ("–",), setting.size(BODY), leading, BODY.font, "sheet.accent", role="artifact")
    beside = layer([dash], Rect(0.0, 0.0, setting.mm(4.0), leading))
    return replace(made, draw=lambda first, stop: [*([beside] if first == 0 else []), *made.draw(first, stop)])
