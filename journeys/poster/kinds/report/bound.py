"""Pieces dealt out over pages and bound into sheets: what runs along above and beneath, the page numbers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout.drawing import Drawing, Layer, Line, Rect, Text
from journeys.poster.kinds.report import flow
from journeys.poster.kinds.report.setting import RUNNING
from journeys.poster.sheet import Jump, Place, Portrait, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.drawing import Anchor, Element
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.paper import Paper

RUN_MM: Final = 9.0
"""From the text to the running lines above and beneath it."""
SHARE: Final = 0.6
"""Of the width, for the name of the study; the chapter has the rest."""


class Running(NamedTuple):
    """What stands on every page: the study above, who made which version beneath."""

    study: str
    origin: str


class Stretch(NamedTuple):
    """The slices of one piece that stand on a page, and where they begin."""

    piece: int
    first: int
    stop: int
    top: float


class Leaf(NamedTuple):
    """A page: its stretches, and the piece whose head comes back on top of it."""

    stretches: tuple[Stretch, ...]
    head: int | None


def dealt(pieces: Sequence[Piece], height: float) -> list[Leaf]:
    """The pages, in order."""
    places = [(number, at) for number, piece in enumerate(pieces) for at in range(len(piece.slices))]
    slices = [one for piece in pieces for one in piece.slices]
    found = []
    for page in flow.pages(slices, height):
        held = places[page.first : page.stop]
        tops = dict(zip(held, page.tops, strict=True))
        runs = [(number, [at for _, at in some]) for number, some in groupby(held, lambda one: one[0])]
        stretches = tuple(Stretch(number, ats[0], ats[-1] + 1, tops[number, ats[0]]) for number, ats in runs)
        found.append(Leaf(stretches, held[0][0] if page.head else None))
    return found


def page_of(leaves: Sequence[Leaf], pieces: Sequence[Piece]) -> dict[str, int]:
    """On which page each piece with a key begins, from 1."""
    return {
        pieces[stretch.piece].key: number
        for number, leaf in enumerate(leaves, 1)
        for stretch in leaf.stretches
        if stretch.first == 0 and pieces[stretch.piece].key
    }


def sheets(
    pieces: Sequence[Piece], leaves: Sequence[Leaf], setting: Setting, paper: Paper, running: Running
) -> Iterator[Sheet]:  # fmt: skip
    """A sheet for each page. The first has no line above it."""
    chapter = ""
    for number, leaf in enumerate(leaves, 1):
        begun = [pieces[one.piece].entry for one in leaf.stretches if one.first == 0]
        titles = [entry.title for entry in begun if entry and entry.level == 1]
        chapter = titles[0] if titles else chapter
        layers = [*_layers(leaf, pieces, setting)]
        alts = {layer.name: pieces[at].alt for layer, at in layers if pieces[at].alt}
        furniture = _running(number, len(leaves), chapter, setting, paper, running)
        drawing = Drawing(paper.width, paper.height, (*(layer for layer, _ in layers), furniture), base_pt=0.0)
        title = running.study if number == 1 else setting.say("page {n} of {total}", n=number, total=len(leaves))
        faces = (*_portraits(leaf, pieces, setting),)
        places = (*([_front(running, paper)] if number == 1 else []), *_places(leaf, pieces, setting))
        jumps = (*_jumps(leaf, pieces, setting),)
        yield Sheet(f"report/{number}", title, drawing, faces, alts=alts, places=places, jumps=jumps)


def _layers(leaf: Leaf, pieces: Sequence[Piece], setting: Setting) -> Iterator[tuple[Layer, int]]:
    """What stands on the page, in reading order, with the number of its piece."""
    order = 0
    drawn: list[tuple[int, float, Sequence[Layer]]] = []
    head = pieces[leaf.head].head if leaf.head is not None else None
    if leaf.head is not None and head is not None:
        drawn.append((leaf.head, 0.0, head.draw(0, 1)))
    drawn += [(one.piece, one.top, pieces[one.piece].draw(one.first, one.stop)) for one in leaf.stretches]
    for at, top, layers in drawn:
        for layer in layers:
            yield _placed(layer, setting.room.x, setting.room.y + top, f"report/{order}", order), at
            order += 1


def _placed(layer: Layer, x: float, y: float, name: str, order: int) -> Layer:
    (left, top), rect = layer.origin, layer.rect
    moved = rect._replace(x=rect.x + x, y=rect.y + y)
    return layer._replace(name=name, origin=(left + x, top + y), rect=moved, order=order)


def _portraits(leaf: Leaf, pieces: Sequence[Piece], setting: Setting) -> Iterator[Portrait]:
    for one in leaf.stretches:
        face = pieces[one.piece].portrait
        if face is not None:
            disc = face.disc
            yield Portrait(face.persona, disc._replace(x=disc.x + setting.room.x, y=disc.y + setting.room.y + one.top))


def _front(running: Running, paper: Paper) -> Place:
    return Place("report/front", running.study, 0, Rect(0.0, 0.0, paper.width, paper.height))


def _places(leaf: Leaf, pieces: Sequence[Piece], setting: Setting) -> Iterator[Place]:
    """Chapters and sections that begin here."""
    for one in leaf.stretches:
        piece = pieces[one.piece]
        if one.first == 0 and piece.key and piece.entry:
            title = f"{piece.entry.number} {piece.entry.title}".strip()
            yield Place(piece.key, title, piece.entry.level - 1, _area(one, piece, setting))


def _jumps(leaf: Leaf, pieces: Sequence[Piece], setting: Setting) -> Iterator[Jump]:
    """The lines of the contents."""
    for one in leaf.stretches:
        piece = pieces[one.piece]
        if piece.leads:
            yield Jump(*piece.leads, _area(one, piece, setting))


def _area(one: Stretch, piece: Piece, setting: Setting) -> Rect:
    return Rect(setting.room.x, setting.room.y + one.top, setting.measure, piece.height)


def _running(
    number: int, total: int, chapter: str, setting: Setting, paper: Paper, running: Running
) -> Layer:  # fmt: skip
    """Study and chapter above, origin and page number beneath."""
    room, run = setting.room, setting.mm(RUN_MM)
    below = room.y + room.h + run
    page = setting.say("page {n} of {total}", n=number, total=total)
    elements = [
        _line(below, room, setting),
        _text(page, room.x + room.w, below, "end", room.w, setting, under=True),
        _text(running.origin, room.x, below, "start", room.w * 0.8, setting, under=True),
    ]
    if number > 1:
        above = room.y - run
        elements += [
            _line(above, room, setting),
            _text(running.study, room.x, above, "start", room.w * SHARE, setting),
            _text(chapter, room.x + room.w, above, "end", room.w * (1 - SHARE) - setting.mm(4.0), setting),
        ]
    frame = Rect(0.0, 0.0, paper.width, paper.height)
    return Layer("report/running", frame, tuple(elements), lane="running", order=1_000_000)


def _line(y: float, room: Rect, setting: Setting) -> Element:
    return Line(((room.x, y), (room.x + room.w, y)), "sheet.rule", setting.mm(0.2))


def _text(
    words: str, x: float, y: float, anchor: Anchor, most: float, setting: Setting, *, under: bool = False
) -> Element:  # fmt: skip
    """On one line, shortened where it must: these words stand in full on the first page or over their chapter."""
    size, leading = setting.size(RUNNING), setting.leading(RUNNING)
    said = _fitting(words, most, setting)
    down = y + setting.mm(1.6) + leading * fonts.ASCENT if under else y - setting.mm(1.8)
    font, colour = RUNNING.font, RUNNING.colour
    return Text(x, down, (said,), size, leading, font, colour, anchor, role="artifact")


def _fitting(words: str, most: float, setting: Setting) -> str:
    words = " ".join(words.split())
    if setting.wide(words, RUNNING) <= most:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if setting.wide(f"{words[:middle]}…", RUNNING) <= most else (low, middle - 1)
    return f"{words[:low].rstrip()}…"
