"""The lanes with cards: the steps in front and those behind the scenes, each with their flow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from journeys.layout import card, flow, text, tracks
from journeys.layout.parts import LEAST, PAD, Part, order
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.layout.columns import Block, Span
    from journeys.layout.drawing import Layer
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


def steps(sheet: Sheet, lane: Lane) -> Part:
    return _cards(sheet, lane, "front", 7.0)


def backstage(sheet: Sheet, lane: Lane) -> Part:
    return _cards(sheet, lane, "back", LEAST)


def _cards(sheet: Sheet, lane: Lane, stage: str, least: float) -> Part:
    """Cards and their flow around the lane's middle line."""
    pieces = list(_pieces(sheet, stage))
    across = list(_across(pieces))
    top = min([*(piece.reach[0] for piece in pieces), *(route.heights[0] for _, route in across), 0.0])
    bottom = max([*(piece.reach[1] for piece in pieces), *(route.heights[1] for _, route in across), 0.0])

    def place(y: float, height: float, number: int) -> Iterator[Layer]:
        middle = y + (height - (bottom - top)) / 2 - top
        yield from _cells(sheet, lane, stage, pieces, y, height, number)
        yield from _flow(sheet, lane, pieces, across, middle, number)
        for piece in pieces:
            if piece.stacked.spots:
                yield sheet.memory.layer(
                    f"{lane.kind}/{lane.id}/{piece.block.name}", (piece.stacked,),
                    partial(_draw_cards, stacked=piece.stacked, look=sheet.look), (piece.x, middle), lane.kind,
                    piece.span.phase, order(piece.span, number),
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
            ("stack", stage, block.name), (block, said), partial(tracks.stack, block, stage, sheet.plan, said)
        )
        routes, leaving, reach = sheet.memory.kept(
            ("routes", stage, block.name), (stacked, links), partial(_routed, stacked, links)
        )
        yield _Piece(span, block, x, first, stacked, routes, reach, leaving)
        first += len(block.slots)


def _labels(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    labelled = tuple(sheet.gathered.labelled)
    return sheet.memory.kept("labels", (labelled,), lambda: tracks.labels(labelled, sheet.column, sheet.look.language))


def _links(sheet: Sheet, block: Block) -> tuple[Link, ...]:
    known = sheet.gathered.links_from
    return tuple(link for step in block.steps() for link in known.get(step.id, ()))


def _routed(
    stacked: Stacked, links: Sequence[Link]
) -> tuple[tuple[flow.Route, ...], tuple[Link, ...], tuple[float, float]]:
    """The lines inside the block, the links that leave it, and how far up and down it reaches."""
    routes = flow.within(links, stacked)
    leaving = tuple(link for link in links if link.source in stacked.spots and link.target not in stacked.spots)
    heights = [route.heights for route in routes]
    reach = (
        min([stacked.top, *(top for top, _ in heights)]),
        max([stacked.bottom, *(bottom for _, bottom in heights)]),
    )
    return routes, leaving, reach


def _across(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, flow.Route]]:
    """The lines from one block to another, in the coordinates of the block where they start."""
    rails = 0
    for index, piece in enumerate(pieces):
        for link in piece.leaving:
            at = _home(pieces, index, link.target)
            if at is None:
                continue
            other = pieces[at]
            low, high = min(index, at), max(index, at)
            start, stop = piece.stacked.spots[link.source], other.stacked.spots[link.target]
            source = flow.end(start, piece.first + start.slot)
            target = flow.end(stop, other.first + stop.slot, other.x - piece.x)
            passed = [slot for some in pieces[low : high + 1] for slot in some.stacked.slots]
            first, last = sorted((source.slot - pieces[low].first, target.slot - pieces[low].first))
            yield piece, flow.route(link, source, target, passed[first : last + 1], rails)
            rails += target.slot < source.slot


def _home(pieces: Sequence[_Piece], index: int, step: str) -> int | None:
    """In which block a step stands; most links go to the next one."""
    if index + 1 < len(pieces) and step in pieces[index + 1].stacked.spots:
        return index + 1
    return next((at for at, piece in enumerate(pieces) if step in piece.stacked.spots), None)


def _flow(
    sheet: Sheet, lane: Lane, pieces: Sequence[_Piece], across: Sequence[tuple[_Piece, flow.Route]], middle: float,
    number: int,
) -> Iterator[Layer]:  # fmt: skip
    over: dict[str, list[flow.Route]] = {}
    for piece, route in across:
        over.setdefault(piece.block.name, []).append(route)
    for piece in pieces:
        routes = (*piece.routes, *(flow.rounded_off(route) for route in over.get(piece.block.name, ())))
        if routes:
            yield sheet.memory.layer(
                f"flow/{lane.id}/{piece.block.name}", (routes,), partial(_draw_flow, routes=routes),
                (piece.x, middle), "flow", piece.span.phase, order(piece.span, number),
            )  # fmt: skip


def _draw_flow(pen: Pen, routes: Sequence[flow.Route]) -> None:
    for route in routes:
        flow.draw(pen, route)


def _draw_cards(pen: Pen, stacked: Stacked, look: Look) -> None:
    for column in stacked.slots:
        for spot in column:
            pen.text(spot.label, spot.x + 0.2, spot.top, size=tracks.LABEL, font="italic", colour="muted")
            card.draw(pen, spot.step, spot.card, spot.x, spot.y, look)


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
