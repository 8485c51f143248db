"""The lanes with cards: the steps in front and those behind the scenes, each with their flow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from journeys.layout import card, flow, routing, text, tracks
from journeys.layout.board import Board
from journeys.layout.parts import LEAST, PAD, Part, order
from journeys.layout.pen import height_of
from journeys.layout.routing import End, Router, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from journeys.analysis.lenses.marks import Marks
    from journeys.layout.columns import Block, Span
    from journeys.layout.drawing import Layer, Rect
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import Sheet
    from journeys.layout.spec import Look
    from journeys.layout.tracks import Stacked
    from journeys.model.entities import Lane, Link


class _Piece(NamedTuple):
    """One block of the lane: its cards and the lines between them."""

    span: Span
    block: Block
    x: float
    first: int
    stacked: Stacked
    routes: tuple[flow.Route, ...]
    reach: tuple[float, float]
    leaving: tuple[Link, ...]
    board: Board


def steps(sheet: Sheet, lane: Lane) -> Part:
    return _cards(sheet, lane, "front", 7.0)


def backstage(sheet: Sheet, lane: Lane) -> Part:
    return _cards(sheet, lane, "back", LEAST)


def _cards(sheet: Sheet, lane: Lane, stage: str, least: float) -> Part:
    """Cards and their flow around the lane's middle line."""
    pieces = list(_pieces(sheet, stage))
    across = _across(sheet, pieces)
    over = routing.reach([route for _, route in across])
    top = min([over[0], *(piece.reach[0] for piece in pieces)])
    bottom = max([over[1], *(piece.reach[1] for piece in pieces)])

    def place(y: float, height: float, number: int) -> Iterator[Layer]:
        middle = y + (height - (bottom - top)) / 2 - top
        yield from _cells(sheet, lane, stage, pieces, y, height, number)
        yield from _flow(sheet, lane, pieces, across, middle, number)
        for piece in pieces:
            if piece.stacked.spots:
                draw = partial(_draw_cards, stacked=piece.stacked, look=sheet.look, marks=sheet.gathered.marks)
                yield sheet.memory.layer(
                    f"{lane.kind}/{lane.id}/{piece.block.name}", (piece.stacked, *sheet.marks(piece.block)), draw,
                    (piece.x, middle), lane.kind, piece.span.phase, order(piece.span, number),
                )  # fmt: skip
        if stage == "front" and not sheet.gathered.count and sheet.look.spec.hints and sheet.spans:
            yield _invitation(sheet, lane, y + height / 2)

    return Part(max(bottom - top + 2 * PAD, least), place)


def _pieces(sheet: Sheet, stage: str) -> Iterator[_Piece]:
    labels = _labels(sheet)
    first = 0
    for span, block, x in sheet.blocks():
        said = {s.id: labels[s.id] for s in block.steps() if s.id in labels} if labels else {}
        links = sheet.memory.kept(
            ("links", block.name), (block, sheet.gathered.links_turn), partial(_links, sheet, block)
        )
        stacked = sheet.memory.kept(
            ("stack", stage, block.name),
            (block, said, sheet.images(block), () if sheet.look.spec.hints else sheet.marks(block)),
            partial(tracks.stack, block, stage, sheet.plan, said),
        )
        routes, leaving, reach, board = sheet.memory.kept(
            ("routes", stage, block.name), (stacked, links), partial(_routed, stacked, links, sheet.look.language)
        )
        yield _Piece(span, block, x, first, stacked, routes, reach, leaving, board)
        first += len(block.slots)


def _labels(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """What links from behind the scenes, or to there, say; the words of others stand on their own lines."""
    labelled = tuple(sheet.gathered.labelled_across)
    return sheet.memory.kept("labels", (labelled,), lambda: tracks.labels(labelled, sheet.column, sheet.look.language))


def _links(sheet: Sheet, block: Block) -> tuple[Link, ...]:
    known = sheet.gathered.links_from
    return tuple(link for step in block.steps() for link in known.get(step.id, ()))


def _routed(
    stacked: Stacked, links: Sequence[Link], language: str
) -> tuple[tuple[flow.Route, ...], tuple[Link, ...], tuple[float, float], Board]:
    """The lines inside the block, the links that leave it, how far up and down it reaches, and the room left."""
    spots = stacked.spots
    board = Board(stacked.slots)
    inside = [
        Wanted(
            link, End(spots[link.source], spots[link.source].slot), End(spots[link.target], spots[link.target].slot),
            flow.said(link, language),
        )
        for link in links if link.source in spots and link.target in spots
    ]  # fmt: skip
    routes = Router(board).routes(inside)
    leaving = tuple(link for link in links if link.source in spots and link.target not in spots)
    top, bottom = routing.reach(routes)
    return routes, leaving, (min(stacked.top, top), max(stacked.bottom, bottom)), board


def _across(sheet: Sheet, pieces: Sequence[_Piece]) -> list[tuple[_Piece, flow.Route]]:
    """The lines from one block to another, in the coordinates of the block where they start."""
    near: dict[int, list[tuple[_Piece, Wanted]]] = {}
    far: list[tuple[_Piece, Wanted]] = []
    for index, piece in enumerate(pieces):
        for link in piece.leaving:
            at = _home(pieces, index, link.target)
            if at is not None:
                want = _wanted(sheet, piece, pieces[at], link)
                (near.setdefault(want.source.slot, []) if want.length == 1 else far).append((piece, want))
    found: list[tuple[_Piece, flow.Route]] = []
    said: dict[int, list[Rect]] = {}
    for slot, some in near.items():
        board = Board(((), ()))
        board.labels[0] = said[slot] = list(some[0][0].board.labels[slot - some[0][0].first])
        routes = Router(board).routes([_shifted(want, slot) for _, want in some])
        found += [(piece, route) for (piece, _), route in zip(some, routes, strict=True)]
    if far:
        start, board = _joined(pieces, [want for _, want in far])
        for slot, some in near.items():
            if 0 <= slot - start < len(board):
                board.labels[slot - start] = said[slot]
                for _, want in some:
                    board.pass_gap(slot - start, want.source.middle, want.target.middle)
        routes = Router(board).routes([_shifted(want, start) for _, want in far])
        found += [(piece, route) for (piece, _), route in zip(far, routes, strict=True)]
    return found


def _wanted(sheet: Sheet, piece: _Piece, other: _Piece, link: Link) -> Wanted:
    start, stop = piece.stacked.spots[link.source], other.stacked.spots[link.target]
    target = End(stop, other.first + stop.slot, other.x - piece.x)
    return Wanted(link, End(start, piece.first + start.slot), target, flow.said(link, sheet.look.language))


def _joined(pieces: Sequence[_Piece], wanted: Sequence[Wanted]) -> tuple[int, Board]:
    """The columns that these lines lie between, and the number of the first."""
    low = min(min(want.source.slot, want.target.slot) for want in wanted)
    high = max(max(want.source.slot, want.target.slot) for want in wanted)
    held = [piece for piece in pieces if piece.first <= high and piece.first + len(piece.board) > low]
    board = Board(())
    for piece in held:
        board.join(piece.board)
    return held[0].first, board


def _shifted(want: Wanted, first: int) -> Wanted:
    """The same line, its columns counted from another one."""
    source, target = want.source, want.target
    return want._replace(
        source=source._replace(slot=source.slot - first), target=target._replace(slot=target.slot - first)
    )


def _home(pieces: Sequence[_Piece], index: int, step: str) -> int | None:
    """In which block a step stands; most links go to the next one."""
    if index + 1 < len(pieces) and step in pieces[index + 1].stacked.spots:
        return index + 1
    return next((at for at, piece in enumerate(pieces) if step in piece.stacked.spots), None)


def _flow(
    sheet: Sheet, lane: Lane, pieces: Sequence[_Piece], across: Sequence[tuple[_Piece, flow.Route]], middle: float,
    number: int,
) -> Iterator[Layer]:  # fmt: skip
    """The lines, and above all of them the words on them."""
    over: dict[str, list[flow.Route]] = {}
    for piece, route in across:
        over.setdefault(piece.block.name, []).append(flow.rounded_off(route))
    drawn = [(piece, (*piece.routes, *over.get(piece.block.name, ()))) for piece in pieces]
    for name, draw in (("flow", flow.draw), ("said", flow.draw_said)):
        for piece, every in drawn:
            routes = every if name == "flow" else tuple(route for route in every if route.said is not None)
            if routes:
                yield sheet.memory.layer(
                    f"{name}/{lane.id}/{piece.block.name}", (routes,), partial(_draw_flow, routes=routes, draw=draw),
                    (piece.x, middle), "flow", piece.span.phase, order(piece.span, number),
                )  # fmt: skip


def _draw_flow(pen: Pen, routes: Sequence[flow.Route], draw: Callable[[Pen, flow.Route], None]) -> None:
    for route in routes:
        draw(pen, route)


def _draw_cards(pen: Pen, stacked: Stacked, look: Look, marks: Marks) -> None:
    for column in stacked.slots:
        for spot in column:
            pen.text(spot.label, spot.x + 0.2, spot.top, size=tracks.LABEL, font="italic", colour="muted")
            card.draw(pen, spot.step, spot.card, spot.x, spot.y, look, marks.get(spot.step.id, ()))


def _cells(
    sheet: Sheet, lane: Lane, stage: str, pieces: Sequence[_Piece], y: float, height: float, number: int
) -> Iterator[Layer]:
    """Where nothing stands: the next track of each column, and a new column after a phase's last one."""
    if not sheet.look.spec.hints:
        return
    for piece in pieces:
        last = piece.block is piece.span.blocks[-1][0]
        room = round(piece.span.x + piece.span.w - piece.x, 3) if last else 0.0
        draw = partial(_draw_cells, sheet=sheet, stage=stage, piece=piece, height=height, room=room)
        yield sheet.memory.layer(
            f"cells/{lane.id}/{piece.block.name}", (piece.block, height, room), draw, (piece.x, y), "cells",
            piece.span.phase, order(piece.span, number),
        )  # fmt: skip


def _draw_cells(pen: Pen, sheet: Sheet, stage: str, piece: _Piece, height: float, room: float) -> None:
    journey, phase = sheet.look.spec.journey, piece.span.phase
    for slot, column in zip(piece.block.slots, piece.stacked.slots, strict=True):
        track = max((spot.step.track for spot in column), default=-1) + 1
        place = (journey, phase, stage, slot.column.number, track)
        pen.target(slot.x, 0, sheet.column, height, "step", "", "cell", place)
    if room:
        after = piece.block.slots[-1]
        right = after.x + sheet.column
        place = (journey, phase, stage, after.column.number + 1, 0)
        pen.target(right, 0, room - right, height, "step", "", "cell", place)


def _invitation(sheet: Sheet, lane: Lane, middle: float) -> Layer:
    """An empty journey says how it begins."""
    span, block, x = next(sheet.blocks())
    words = sheet.look.say("Double-click here, or just type, to add the first step")
    lines = text.lines(words, "regular", (sheet.column - 1.2) / 0.95, sheet.look.say.language)

    def draw(pen: Pen) -> None:
        high = height_of(lines, 0.95) + 1.2
        pen.box(0, -high / 2, sheet.column, high, stroke="hint", dash="dashed", width=0.08, radius=0.5)
        pen.text(lines, 0.6, -high / 2 + 0.6, size=0.95, colour="hint")

    return sheet.memory.layer(f"hint/{lane.id}", (lines, block), draw, (x, middle), "hint", span.phase, 90)
