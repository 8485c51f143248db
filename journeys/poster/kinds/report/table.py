"""Tables: columns as wide as their words ask, rows that break over pages when they must, heads that come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout.drawing import Box, Line, Rect, Text
from journeys.poster.kinds.report.flow import FIRM, FREE, LOOSE, Slice
from journeys.poster.kinds.report.pieces import Piece, bonds, layer
from journeys.poster.kinds.report.setting import CELL, CELL_STRONG, COLUMN, baseline

if TYPE_CHECKING:
    from journeys.i18n import Language
    from journeys.layout.drawing import Element, Layer
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.parts.blocks import Style

BETWEEN_MM: Final = 4.0
PAD_MM: Final = 1.25
PLAIN_MM: Final = 0.5
ABOVE_MM: Final = 3.5
RULE_MM: Final = 0.2
WHOLE: Final = 9
"""A row of so many lines rather stays on one page."""
LEAST: Final = 0.5
"""Of its share of the room, at least, when a column's words take less."""

Drawn = Callable[[float, float], Sequence["Element"]]
"""(the top of the line, its height) → elements from the left of the cell."""


class Words(NamedTuple):
    """Words in a cell, which begin on a line of their own."""

    text: str
    style: Style = CELL
    language: Language | None = None


class Sign(NamedTuple):
    """Drawn beside the first line of a cell, whose words then stand so far to the right, in mm at A4."""

    width: float
    draw: Drawn


@dataclass(frozen=True, slots=True)
class Cell:
    """Words under each other, with a sign on their left."""

    words: tuple[Words, ...] = ()
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """Its head, its share of the width, and whether it is left out when nothing stands in it."""

    title: str
    share: float
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row over the whole width under which the next rows belong; comes back on a new page with `again`."""

    title: str
    beside: str = ""
    sign: Sign | None = None
    again: str = ""


Row = Sequence[Cell]


class _Place(NamedTuple):
    """A column that is shown: its number, where it begins and how wide it is."""

    number: int
    x: float
    w: float


class _Set(NamedTuple):
    """A line of a cell: the words it is part of, and what stands on it."""

    part: int
    style: Style
    line: str


def cell(*texts: str | Words, sign: Sign | None = None, style: Style = CELL) -> Cell:
    """A cell of these texts; empty ones take no line."""
    words = [one if isinstance(one, Words) else Words(one, style) for one in texts]
    return Cell(tuple(one for one in words if one.text.strip()), sign)


def table(
    name: str, columns: Sequence[Column], rows: Sequence[Row | Band], setting: Setting, *, plain: bool = False
) -> Iterator[Piece]:  # fmt: skip
    """The head and a piece for each row; `name` is unique in the report. A `plain` one has neither head nor rules."""
    places = _places(columns, [row for row in rows if not isinstance(row, Band)], setting)
    if plain:
        for number, row in enumerate(rows, 1):
            if not isinstance(row, Band):
                yield _row(row, f"{name}/{number}", places, None, setting)
        return
    head = _head(name, columns, places, setting)
    yield head
    over = head
    for number, row in enumerate(rows, 1):
        if isinstance(row, Band):
            yield _band(row, f"{name}/{number}", head, setting)
            over = _both(head, _band(row, f"{name}/{number}", head, setting, again=True))
        else:
            yield _row(row, f"{name}/{number}", places, over, setting)


def _places(columns: Sequence[Column], rows: Sequence[Row], setting: Setting) -> list[_Place]:
    shown = [index for index, one in enumerate(columns) if not one.optional or any(row[index].words for row in rows)]
    between = setting.mm(BETWEEN_MM)
    room = setting.room.w - between * (len(shown) - 1)
    asked = {index: _asked(columns[index], [row[index] for row in rows], room, setting) for index in shown}
    widths = _shared({index: columns[index].share for index in shown}, asked, room)
    found, x = [], 0.0
    for index in shown:
        found.append(_Place(index, x, widths[index]))
        x += widths[index] + between
    return found


def _asked(column: Column, cells: Sequence[Cell], most: float, setting: Setting) -> float:
    """How wide the column would be with all its words on one line."""
    widest = setting.wide(column.title, COLUMN)
    for one in cells:
        beside = setting.mm(one.sign.width) if one.sign else 0.0
        for words in one.words:
            if widest < most:
                widest = max(widest, *(beside + setting.wide(part, words.style) for part in words.text.split("\n")))
    return min(widest + setting.mm(0.4), most)


def _shared(shares: dict[int, float], asked: dict[int, float], room: float) -> dict[int, float]:
    """By share; what a column does not need goes to those that can use it."""
    whole = sum(shares.values())
    fixed: dict[int, float] = {}
    for _ in shares:
        open_ = {index: share for index, share in shares.items() if index not in fixed}
        left = room - sum(fixed.values())
        total = sum(open_.values())
        content = {i: max(asked[i], LEAST * room * s / whole) for i, s in open_.items() if asked[i] < left * s / total}
        if not content or len(content) == len(open_):
            break
        fixed |= content
    open_ = {index: share for index, share in shares.items() if index not in fixed}
    left, total = room - sum(fixed.values()), sum(open_.values())
    return fixed | {index: left * share / total for index, share in open_.items()}


def _head(name: str, columns: Sequence[Column], places: Sequence[_Place], setting: Setting) -> Piece:
    """The names of the columns over a rule."""
    leading, mm = setting.leading(COLUMN), setting.mm
    titles = {place: setting.lines(columns[place.number].title, COLUMN, place.w) for place in places}
    text_high = leading * max(len(lines) for lines in titles.values())
    high = text_high + mm(PAD_MM + 0.5)
    size, down = setting.size(COLUMN), baseline(COLUMN, leading, setting.scale)
    rule = Line(((0.0, high - mm(0.5)), (setting.room.w, high - mm(0.5))), "text", mm(0.25))
    made = [layer([rule], Rect(0.0, 0.0, setting.room.w, high))]
    for place, lines in titles.items():
        top = down + text_high - leading * len(lines)
        text = Text(0.0, top, lines, size, leading, COLUMN.font, COLUMN.colour, role="cell")
        made.append(layer([text], Rect(place.x, 0.0, place.w, high), f"{name}/head", f"{name}.{place.number}"))
    return Piece((Slice(high, mm(ABOVE_MM), FIRM),), lambda first, stop: made)  # noqa: ARG005 - there is one slice


def _band(band: Band, name: str, head: Piece, setting: Setting, *, again: bool = False) -> Piece:
    """Its words on a tint, what is beside them at the right where there is room."""
    mm, leading = setting.mm, setting.leading(CELL_STRONG)
    left = mm(2.0)
    aside = mm(band.sign.width) if band.sign else 0.0
    title = band.again if again else band.title
    beside = setting.wide(band.beside, CELL) + aside
    room = setting.room.w - 2 * left
    fits = beside + mm(BETWEEN_MM) <= room * 0.6
    lines = setting.lines(title, CELL_STRONG, room - beside - mm(BETWEEN_MM) if fits else room)
    under = () if fits else setting.lines(band.beside, CELL, room - aside, setting.say.language)
    pad = mm(0.9)
    high = leading * (len(lines) + len(under)) + 2 * pad
    size, down = setting.size(CELL), pad + baseline(CELL, leading, setting.scale)
    x = setting.room.w - left - beside if fits else left
    y = pad if fits else pad + leading * len(lines)
    elements: list[Element] = [
        Box(Rect(0.0, 0.0, setting.room.w, high), fill="lane.tint"),
        Text(left, down, lines, size, leading, CELL_STRONG.font, CELL_STRONG.colour),
    ]
    if band.sign:
        elements += _shifted(band.sign.draw(y, leading), x)
    said = (band.beside,) if fits else under
    if band.beside:
        elements.append(Text(x + aside, y - pad + down, said, size, leading, CELL.font, CELL.colour))
    made = layer(elements, Rect(0.0, 0.0, setting.room.w, high), name, f"{name}.0")
    one = Slice(high, 0.0, FIRM, head=head.height)
    return Piece((one,), lambda first, stop: [made], head=head)  # noqa: ARG005 - there is one slice


def _shifted(elements: Sequence[Element], x: float) -> list[Element]:
    from journeys.poster.parts.blocks import moved

    return [moved(element, x, 0.0) for element in elements]


def _both(one: Piece, other: Piece) -> Piece:
    """Two heads under each other as one."""
    high = one.height

    def draw(first: int, stop: int) -> list[Layer]:
        under = [made._replace(origin=(made.origin[0], made.origin[1] + high)) for made in other.draw(first, stop)]
        return [*one.draw(first, stop), *(m._replace(rect=m.rect._replace(y=m.rect.y + high)) for m in under)]

    return Piece((Slice(high + other.height, 0.0, FIRM),), draw)


def _row(row: Row, name: str, places: Sequence[_Place], head: Piece | None, setting: Setting) -> Piece:
    """As many slices as its longest cell has lines, a rule under the last, which a row without a head lacks."""
    leading, pad = setting.leading(CELL), setting.mm(PAD_MM if head else PLAIN_MM)
    cells = {place: _lines(row[place.number], place.w, setting) for place in places}
    count = max(1, *(len(lines) for lines in cells.values()))
    clings = bonds(count, FREE, LOOSE if count <= WHOLE else FREE)
    high = [leading] * count
    high[0] += pad
    high[-1] += pad
    slices = [Slice(h, 0.0, bond, head=head.height if head else 0.0) for h, bond in zip(high, clings, strict=True)]

    def draw(first: int, stop: int) -> list[Layer]:
        top = pad if first == 0 else 0.0
        tall = sum(high[first:stop])
        made = []
        if stop == count and head:
            rule = Line(((0.0, tall), (setting.room.w, tall)), "sheet.rule", setting.mm(RULE_MM))
            made.append(layer([rule], Rect(0.0, 0.0, setting.room.w, tall)))
        for place, lines in cells.items():
            held = row[place.number]
            elements: list[Element] = [*_texts(lines[first:stop], held, top, leading, setting)]
            if first == 0 and held.sign:
                elements = [*held.sign.draw(top, leading), *elements]
            if elements:
                rect = Rect(place.x, 0.0, place.w, tall)
                column = f"{name.rpartition('/')[0]}.{place.number}"
                made.append(layer(elements, rect, name, column))
        return made

    return Piece(tuple(slices), draw, head=head)


def _lines(held: Cell, width: float, setting: Setting) -> list[_Set]:
    room = width - (setting.mm(held.sign.width) if held.sign else 0.0)
    return [
        _Set(part, words.style, line)
        for part, words in enumerate(held.words)
        for line in setting.lines(words.text, words.style, room, words.language)
    ]


def _texts(lines: Sequence[_Set], held: Cell, top: float, leading: float, setting: Setting) -> Iterator[Text]:
    """One text for what belongs together."""
    x = setting.mm(held.sign.width) if held.sign else 0.0
    down = top + baseline(CELL, leading, setting.scale)
    for (_, style), group in groupby(lines, lambda one: (one.part, one.style)):
        said = tuple(one.line for one in group)
        font = fonts.suited("".join(said), style.font)
        yield Text(x, down, said, setting.size(style), leading, font, style.colour, role=style.role)
        down += leading * len(said)
