"""A sheet as a section of the structure: running text, figures, portraits and tables, each in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Mark, Photo, Text
from journeys.poster.pdf import grid, saying
from journeys.poster.pdf.nodes import JUMPS, LEVELS, NOTHING, PORTRAITS, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeys.i18n import Words
    from journeys.layout.drawing import Element, Layer, Rect
    from journeys.poster.pdf.nodes import Spot
    from journeys.poster.request import Reading
    from journeys.poster.sheet import Sheet


FOOT: Final = "foot"
"""The lane with the legend."""


def structure(sheet: Sheet, reading: Reading, say: Words, portraits: Sequence[str] = ()) -> Node:
    """The sheet as a section; `portraits`: the words for each of the sheet's portraits, empty where none is shown."""
    layers = sorted(enumerate(sheet.drawing.layers), key=lambda found: (found[1].order, found[0]))
    tables = grid.grids([(number, layer) for number, layer in layers if _in_table(layer) and _says(layer)])
    section = Node("Sect")
    figures: dict[str, Node] = {}
    for number, layer in layers:
        table = next((table for table in tables if number in table.layers), None)
        key = _figure_of(layer, sheet.alts)
        if table is not None and not table.told:
            table.told = True
            _announce(section, figures, table, sheet)
            section.kids.append(_table(sheet, table, reading, say))
        if key:
            _join_figure(section, figures, key, sheet, (number, layer), cell=table is not None)
        elif table is None:
            fresh = [*saying.running(saying.said_in(number, layer), sheet)]
            _join(section.kids, _explained(fresh, say) if layer.lane == FOOT else fresh)
    section.kids = [kid for kid in section.kids if not isinstance(kid, Node) or kid.kids or kid.actual]
    _put_portraits(section, sheet, portraits)
    _put_links(section, sheet)
    _mark_empty(section)
    return _with_one_title(section)


def _explained(fresh: Iterable[Node], say: Words) -> Iterator[Node]:
    """What the patterns and signs mean, with a word before it that nobody needs who sees them."""
    for node in fresh:
        if node.tag == "L":
            yield Node("P", actual=say("Legend:"))
        yield node


def _join(kids: list[Node | Spot], fresh: Iterable[Node]) -> None:
    """Put them after the others; a list goes on in the one right before it."""
    for node in fresh:
        last = kids[-1] if kids else None
        if node.tag == "L" and isinstance(last, Node) and last.tag == "L":
            last.kids += node.kids
        else:
            kids.append(node)


def leveled(sections: Iterable[Node]) -> None:
    """Mend headings so that no level is skipped, from the first sheet to the last; the very first is the title."""
    above: list[int] = []
    for section in sections:
        for node in section.walk():
            if node.tag in LEVELS:
                level = LEVELS.index(node.tag) if above else 0
                above = [*(one for one in above if one < level), level]
                node.tag = LEVELS[len(above) - 1]


def _in_table(layer: Layer) -> bool:
    return layer.lane in {"titles", "phases"} or (bool(layer.lane) and layer.lane != "axis" and layer.phase is not None)


def _says(layer: Layer) -> bool:
    return any(saying.is_read(element) for element in layer.elements)


def _figure_of(layer: Layer, alts: Mapping[str, str]) -> str:
    """By which of the sheet's words the layer is told."""
    return next((key for key in (layer.name, layer.lane) if alts.get(key)), "")


def _announce(section: Node, figures: dict[str, Node], table: grid.Grid, sheet: Sheet) -> None:
    """What is drawn across the cells of a table is told before it."""
    for number in sorted(table.layers):
        layer = sheet.drawing.layers[number]
        key = _figure_of(layer, sheet.alts)
        if key and key not in figures:
            figures[key] = Node("Figure", alt=sheet.alts[key], box=layer.rect)
            section.kids.append(figures[key])


def _join_figure(
    section: Node, figures: dict[str, Node], key: str, sheet: Sheet, numbered: tuple[int, Layer], *, cell: bool
) -> None:  # fmt: skip
    """In a cell of a table only what is drawn belongs to the figure; elsewhere its words too."""
    number, layer = numbered
    spots: list[Spot] = [
        (number, index) for index, one in enumerate(layer.elements) if not cell or _only_drawn(one)
    ]  # fmt: skip
    if not spots:
        return
    if key not in figures:
        figures[key] = Node("Figure", alt=sheet.alts[key], box=layer.rect)
        section.kids.append(figures[key])
    figure = figures[key]
    figure.kids += spots
    figure.box = _around(figure.box or layer.rect, layer.rect)


def _only_drawn(element: Element) -> bool:
    return element.role == "figure" and not isinstance(element, Text | Mark | Photo)


def _around(one: Rect, other: Rect) -> Rect:
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.w, other.x + other.w), max(one.y + one.h, other.y + other.h)
    return one._replace(x=left, y=top, w=right - left, h=bottom - top)


def _table(sheet: Sheet, table: grid.Grid, reading: Reading, say: Words) -> Node:
    """Every row has a cell for every column, also where nothing stands: so a screen reader never loses its place."""
    columns = [_header(sheet, column.titles, "") for column in table.columns]
    cells = [_cells(sheet, row, len(columns)) for row in table.rows]
    if not table.named:
        return Node("Table", [Node("TR", [*columns]), *(Node("TR", [*row]) for row in cells)])
    rows = [_header(sheet, row.titles, say(row.word) if row.word else "") for row in table.rows]
    if reading == "phase":
        turned = [[row[place] for row in cells] for place in range(len(columns))]  # also of no rows at all
        rows, columns, cells = columns, rows, turned
    for header in rows:
        header.scope = "Row"
    corner = _header(sheet, table.corner, "" if table.corner else sheet.alts.get("corner", ""))
    body = [Node("TR", [row, *found]) for row, found in zip(rows, cells, strict=True)]
    return Node("Table", [Node("TR", [corner, *columns]), *body])


def _header(sheet: Sheet, titles: Sequence[Spot], word: str) -> Node:
    """The words of a header cell; where none are printed, what is drawn there stands for this word."""
    found = [(spot, sheet.drawing.layers[spot[0]].elements[spot[1]]) for spot in titles]
    if len(found) < 2:
        return Node(
            "TH", list(titles), actual=word or "".join(saying.actual_of(one) for _, one in found), scope="Column"
        )
    return Node("TH", [Node("P", [spot], actual=saying.actual_of(one)) for spot, one in found], scope="Column")


def _cells(sheet: Sheet, row: grid.Header, wide: int) -> list[Node]:
    if row.across:
        return [Node("TH", _cell(sheet, row.across), scope="Row", across=wide)]
    return [Node("TD", _cell(sheet, part)) for part in row.cells]


def _cell(sheet: Sheet, numbers: Sequence[int]) -> list[Node | Spot]:
    """What stands in one cell: one thing as it is, several as a list."""
    blocks: list[list[Node | Spot]] = []
    for number in sorted(numbers, key=lambda number: sheet.drawing.layers[number].lane == "flow"):
        blocks += saying.blocks(saying.said_in(number, sheet.drawing.layers[number]), sheet)
    if len(blocks) < 2:
        return blocks[0] if blocks else []
    return [Node("L", [Node("LI", [saying.body(block)]) for block in blocks])]


def _put_portraits(section: Node, sheet: Sheet, portraits: Sequence[str]) -> None:
    """Each before the first words about its persona, else after the title."""
    for index, (face, alt) in enumerate(zip(sheet.portraits, portraits, strict=False)):
        if alt:
            heads = [node for node in section.walk() if node.tag == "TH"] if face.about else []
            host, place = _first_about(section, heads or section.walk(), sheet, face.about or face.persona)
            host.kids.insert(place, Node("Figure", [(PORTRAITS, index)], alt=alt, box=face.disc))


def _first_about(section: Node, hosts: Iterable[Node], sheet: Sheet, about: str) -> tuple[Node, int]:
    """The node in which these words are a paragraph or heading, and which of its kids they are."""
    for host in hosts:
        if host.tag == "TH" and any(isinstance(kid, tuple) and _about(sheet, kid) == about for kid in host.kids):
            host.kids, host.actual = [Node("P", host.kids, actual=host.actual)], ""
        for place, kid in enumerate(host.kids):
            words = kid.kids if isinstance(kid, Node) and kid.tag in {"P", *LEVELS} else ()
            if any(isinstance(spot, tuple) and _about(sheet, spot) == about for spot in words):
                return host, place
    title = next((place for place, kid in enumerate(section.kids, 1) if _is(kid, "H1")), 0)
    taken = next((more for more, kid in enumerate(section.kids[title:]) if not _is(kid, "Figure")), 0)
    return section, title + taken


def _is(kid: Node | Spot, tag: str) -> bool:
    return isinstance(kid, Node) and kid.tag == tag


def _put_links(section: Node, sheet: Sheet) -> None:
    """The words in an area that leads elsewhere are a link; each begins a line of its own."""
    for index, jump in enumerate(sheet.jumps):
        host = next((node for node in section.walk() if _stands_in(node, sheet, jump.rect)), None)
        if host is not None:
            host.kids, host.actual = [Node("Link", [*host.kids, (JUMPS, index)], actual=jump.title)], ""


def _stands_in(node: Node, sheet: Sheet, area: Rect) -> bool:
    """Whether it is the line of a list, or a paragraph, whose words are all in this area."""
    spots = [kid for kid in node.kids if isinstance(kid, tuple) and kid[0] >= 0]
    if not spots or node.tag not in {"LBody", "P"}:
        return False
    layers = [sheet.drawing.layers[layer].rect for layer, _ in spots]
    return all(area.contains(rect.x + 0.01, rect.y + rect.h / 2) for rect in layers)


def _about(sheet: Sheet, spot: Spot) -> str | None:
    return None if spot[0] < 0 else sheet.drawing.layers[spot[0]].elements[spot[1]].about


def _mark_empty(section: Node) -> None:
    """Programs forget cells without anything marked in them, and the cells after them would shift."""
    empty = [node for node in section.walk() if not node.kids and (node.tag in {"TH", "TD"} or node.actual)]
    for index, node in enumerate(empty):
        node.kids.append((NOTHING, index))


def _with_one_title(section: Node) -> Node:
    """What stands above the title is no heading of it, and there is one title."""
    headings = [kid for kid in section.kids if isinstance(kid, Node) and kid.tag in LEVELS]
    title = next((kid for kid in headings if kid.tag == "H1"), None)
    if title is not None:
        for kid in headings[: headings.index(title)]:
            kid.tag = "P"
    for kid in headings:
        if kid.tag == "H1" and kid is not title:
            kid.tag = "H2"
    return section
