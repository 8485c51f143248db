"""The tables on a sheet: which words head their rows and columns, and which layers stand in each cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.layout.drawing import Box, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Layer

    Numbered = tuple[int, Layer]
    Spot = tuple[int, int]

UNNAMED: Final = {"presence": N_("Presence")}
"""Rows without a printed name."""


@dataclass(slots=True)
class Header:
    """The elements that name a row or column; `word` where none are printed.

    `cells`: of a row, by column; `across`: the layers of a row that is one cell over all columns.
    """

    titles: list[Spot] = field(default_factory=list)
    word: str = ""
    cells: list[list[int]] = field(default_factory=list)
    across: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """Rows and columns in reading order; `layers`: the numbers of all that stands in it.

    `named`: whether its rows have names of their own; then `corner` says what those of the columns are.
    """

    rows: list[Header]
    columns: list[Header]
    layers: set[int]
    named: bool = False
    corner: list[Spot] = field(default_factory=list)
    told: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    """The name of a row: whose it is, where its words begin, and the middle of their first line."""

    key: str
    top: float
    middle: float
    spots: tuple[Spot, ...]


def grids(layers: Sequence[Numbered]) -> list[Grid]:
    """The tables of these layers, which come in reading order: lists of their own, and the map or board."""
    heads = [layer.lane.removesuffix("/head") for _, layer in layers if layer.lane.endswith("/head")]
    plain = [
        _list([(number, one) for number, one in layers if _is_in(one, name)], name) for name in dict.fromkeys(heads)
    ]
    taken = {number for found in plain for number in found.layers}
    board = _board([(number, layer) for number, layer in layers if number not in taken])
    return [*plain, board] if board is not None else plain


def _is_in(layer: Layer, name: str) -> bool:
    return layer.phase is not None and layer.lane.rpartition("/")[0] == name


def _list(layers: Sequence[Numbered], name: str) -> Grid:
    """A table whose rows have no names: its head's lane ends in "/head", those of its rows in their number."""
    columns = {layer.phase: Header(_texts(number, layer)) for number, layer in layers if layer.lane == f"{name}/head"}
    rows: dict[str, Header] = {}
    for number, layer in layers:
        if layer.lane != f"{name}/head":
            row = rows.setdefault(layer.lane, Header(cells=[[] for _ in columns]))
            place = list(columns).index(layer.phase) if layer.phase in columns else -1
            (row.cells[place] if place >= 0 else row.across).append(number)
    return Grid(list(rows.values()), list(columns.values()), {number for number, _ in layers})


def _board(layers: Sequence[Numbered]) -> Grid | None:
    """The table that a map or board is; None where there are no columns.

    A long journey stands in bands under each other, each with its own names: those that come back are not read again.
    """
    heads = [(number, layer) for number, layer in layers if layer.lane == "phases"]
    columns = {layer.phase or layer.name: Header() for _, layer in heads}
    if not columns:
        return None
    for number, layer in heads:
        column = columns[layer.phase or layer.name]
        column.titles = column.titles or _texts(number, layer)
    titles = [title for number, layer in layers if layer.lane == "titles" for title in _titles(number, layer)]
    corners = [title for title in titles if any(_beside(title, layer) for _, layer in heads)]
    names = [title for title in titles if title not in corners]
    rows: dict[str, Header] = {}
    places = {key: place for place, key in enumerate(columns)}
    for title in names:
        rows.setdefault(title.key, Header(list(title.spots), "", [[] for _ in columns]))
    for number, layer in layers:
        if layer.lane not in {"phases", "titles"} and layer.phase in places:
            row = _row(rows, names, corners, number, layer, len(columns))
            row.cells[places[layer.phase]].append(number)
    first = [row for row in rows.values() if row.word]  # strips lie above all lanes
    ordered = [*first, *(row for row in rows.values() if not row.word)]
    within = {number for number, layer in layers if layer.lane in {"phases", "titles"} or layer.phase in places}
    corner = list(corners[0].spots) if corners else []
    return Grid(ordered, list(columns.values()), within, named=True, corner=corner)


def _row(
    rows: dict[str, Header], names: Sequence[_Title], corners: Sequence[_Title], number: int, layer: Layer, wide: int
) -> Header:  # fmt: skip
    """The row whose name begins last above the middle of the layer; one of its own for what has no name."""
    middle = layer.rect.y + layer.rect.h / 2
    above = max(
        (title for title in (*names, *corners) if title.top <= middle), key=lambda title: title.top, default=None
    )
    if above is not None and above not in corners:
        return rows[above.key]
    word = UNNAMED.get(layer.lane, "")
    if layer.lane not in rows:
        rows[layer.lane] = Header(_ground(number, layer), word, [[] for _ in range(wide)])
    return rows[layer.lane]


def _ground(number: int, layer: Layer) -> list[Spot]:
    """The first thing drawn there, which stands for the row's name."""
    return [(number, index) for index, one in enumerate(layer.elements) if isinstance(one, Box)][:1]


def _texts(number: int, layer: Layer) -> list[Spot]:
    return [
        (number, index)
        for index, one in enumerate(layer.elements)
        if isinstance(one, Text) and one.role != "artifact" and any(one.lines)
    ]


def _titles(number: int, layer: Layer) -> list[_Title]:
    """The names in a layer: those about nothing in particular belong together."""
    found: dict[str, list[tuple[int, Text]]] = {}
    for index, one in enumerate(layer.elements):
        if isinstance(one, Text) and one.role != "artifact" and any(one.lines):
            found.setdefault(one.about or layer.name, []).append((index, one))
    return [_title(key, number, layer.origin[1], some) for key, some in found.items()]


def _title(key: str, number: int, y: float, some: Sequence[tuple[int, Text]]) -> _Title:
    first = some[0][1]
    return _Title(
        key, y + first.y - first.leading, y + first.y - 0.3 * first.leading, tuple((number, index) for index, _ in some)
    )


def _beside(title: _Title, head: Layer) -> bool:
    """Whether the name stands at the height of the columns' heads: then it is no row's."""
    return head.rect.y <= title.middle < head.rect.y + head.rect.h
