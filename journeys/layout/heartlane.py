"""The heartbeat's lane: one curve through all blocks, each block drawing its own part of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from journeys.layout import heads, heartbeat, marks
from journeys.layout.parts import Part, order, phase_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.columns import Block, Span
    from journeys.layout.drawing import Layer
    from journeys.layout.heartbeat import Beat, Quote
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import Sheet
    from journeys.model.entities import Lane, Step

INSIDE: Final = 0.1
"""How far from the edge of the map the curve ends that goes on beyond it."""
HIGHEST: Final = 1.9
"""How many times its usual height the curve may become on paper."""


@dataclass(slots=True)
class _Piece:
    """One block's part: its beats, and the nearest ones before and after it in the block's own coordinates."""

    span: Span
    block: Block
    x: float
    beats: tuple[Beat, ...]
    before: Beat | None = None
    after: Beat | None = None
    quotes: tuple[Quote, ...] = ()
    reach: tuple[float, float] = (-heartbeat.REACH, heartbeat.REACH)
    leads_in: bool = False
    """Whether the curve comes in here from beyond the map's left edge."""


def heart(sheet: Sheet, lane: Lane) -> Part:
    """The curve around the lane's middle line; quotes may make the lane higher."""
    pieces = _pieces(sheet)
    for piece in pieces:
        piece.quotes = _quotes(sheet, piece)
        if piece.quotes:
            piece.reach = _reach(piece.quotes)
    top, bottom = _extent(pieces)

    def place(y: float, height: float, number: int) -> Iterator[Layer]:
        shown, times = (pieces, 1.0) if sheet.look.spec.hints else _grown(sheet, pieces, height)
        top, bottom = _extent(shown, times)
        middle = y + (height - (bottom - top)) / 2 - top
        yield _axis(sheet, lane, middle, times)
        yield from phase_cells(sheet, lane, y, height, number)
        for piece in shown:
            if piece.beats or piece.quotes or piece.leads_in:
                draw = partial(_draw, sheet=sheet, piece=piece)
                onward = (piece.after.x, piece.after.y, piece.after.slope) if piece.after else None
                inward = piece.before if piece.leads_in else None
                inputs = (piece.beats, inward, onward, piece.quotes, piece.span.stretch.period)
                yield sheet.memory.layer(
                    f"heartbeat/{lane.id}/{piece.block.name}", inputs, draw, (piece.x, middle), "heartbeat",
                    piece.span.phase, order(piece.span, number),
                )  # fmt: skip

    return Part(bottom - top, place)


def _extent(pieces: Sequence[_Piece], times: float = 1.0) -> tuple[float, float]:
    """From where to where the lane's content reaches, from its middle line."""
    reach = heartbeat.REACH + 2 * heartbeat.LEVEL * (times - 1)
    return min([-reach, *(piece.reach[0] for piece in pieces)]), max([reach, *(piece.reach[1] for piece in pieces)])


def _grown(sheet: Sheet, pieces: list[_Piece], height: float) -> tuple[list[_Piece], float]:
    """On paper the curve takes the room that the lane was given, as far as the quotes allow; and how far it grew."""
    most = min((height / 2 - heartbeat.REACH) / (2 * heartbeat.LEVEL) + 1, HIGHEST)
    for share in (1.0, 0.6, 0.3):
        times = round(1 + (most - 1) * share, 2)
        if times > 1:
            grown = [_taller(sheet, piece, times) for piece in pieces]
            top, bottom = _extent(grown, times)
            if bottom - top <= height:
                return grown, times
    return pieces, 1.0


def _taller(sheet: Sheet, piece: _Piece, times: float) -> _Piece:
    def taller(beat: Beat | None) -> Beat | None:
        return heartbeat.taller(beat, times) if beat else None

    beats = tuple(heartbeat.taller(beat, times) for beat in piece.beats)
    made = replace(piece, beats=beats, before=taller(piece.before), after=taller(piece.after))
    made.quotes = _quotes(sheet, made)
    if made.quotes:
        made.reach = _reach(made.quotes)
    return made


def _pieces(sheet: Sheet) -> list[_Piece]:
    """The curve from left to right; slopes depend on the neighbouring blocks' points."""
    pieces = [
        _Piece(span, block, x, sheet.memory.kept(
            ("judged", block.name), (block,), partial(heartbeat.judged, block, sheet.column)
        ))
        for span, block, x in sheet.blocks()
    ]  # fmt: skip
    filled = [piece for piece in pieces if piece.beats]
    start, end = edges = _edges(sheet, filled)
    points = [(piece.x, piece.beats[0], piece.beats[-1]) for piece in filled]
    points = [*([(0.0, start, start)] if start else []), *points, *([(0.0, end, end)] if end else [])]
    for index, piece in enumerate(filled, 1 if start else 0):
        before = _point(points[index - 1], piece.x, last=True) if index else None
        after = _point(points[index + 1], piece.x, last=False) if index + 1 < len(points) else None
        piece.beats = sheet.memory.kept(
            ("sloped", piece.block.name), (piece.beats, before, after),
            partial(heartbeat.sloped, piece.beats, before, after),
        )  # fmt: skip
    _link(pieces, edges)
    for piece in (filled or (pieces if end else []))[:1]:
        piece.leads_in = start is not None
    return pieces


def _edges(sheet: Sheet, filled: Sequence[_Piece]) -> tuple[Beat | None, Beat | None]:
    """Where the curve comes in and goes out at the edges of the map: halfway to the judged steps beyond them."""
    before, after = sheet.gathered.felt
    first = heartbeat.moved(filled[0].beats[0], filled[0].x) if filled else None
    last = heartbeat.moved(filled[-1].beats[-1], filled[-1].x) if filled else None
    other = [-heartbeat.LEVEL * (step.emotion or 0) for step in (after, before) if step is not None]
    return (
        _edge(before, sheet.left + INSIDE, first, other[0]) if before else None,
        _edge(after, sheet.right - INSIDE, last, other[-1]) if after else None,
    )


def _edge(step: Step, x: float, near: Beat | None, other: float) -> Beat:
    """There, with the slope of the straight line to the beat near it; without one, halfway to the `other` height."""
    y = (-heartbeat.LEVEL * (step.emotion or 0) + (near.y if near else other)) / 2
    return heartbeat.Beat(step, x, y, (near.y - y) / (near.x - x) if near else 0.0)


def _point(of: tuple[float, Beat, Beat], x: float, *, last: bool) -> tuple[float, float]:
    beat = of[2] if last else of[1]
    return round(of[0] + beat.x - x, 4), beat.y


def _link(pieces: Sequence[_Piece], edges: tuple[Beat | None, Beat | None]) -> None:
    """Tell every piece, empty ones too, which beats lie before and after it."""
    for ordered, side, edge in ((pieces, "before", edges[0]), (pieces[::-1], "after", edges[1])):
        nearest: tuple[float, Beat] | None = (0.0, edge) if edge else None
        for piece in ordered:
            if nearest is not None:
                setattr(piece, side, heartbeat.moved(nearest[1], nearest[0] - piece.x))
            if piece.beats:
                nearest = (piece.x, piece.beats[-1 if side == "before" else 0])


def _quotes(sheet: Sheet, piece: _Piece) -> tuple[Quote, ...]:
    notes, general = sheet.notes(piece.block), sheet.phase_notes(piece.span, piece.block)
    if not notes and not general:
        return ()
    around = tuple(beat for beat in (piece.before, *piece.beats, piece.after) if beat is not None)
    return sheet.memory.kept(
        ("quotes", piece.block.name), (piece.block, around, notes, general),
        partial(heartbeat.quotes, piece.block, around, dict(notes), general, sheet.column, sheet.look),
    )  # fmt: skip


def _reach(quotes: Sequence[Quote]) -> tuple[float, float]:
    """How far quotes stick out, up and down."""
    return min(quote.y for quote in quotes) - 0.4, max(quote.y + quote.height for quote in quotes) + 0.4


def _axis(sheet: Sheet, lane: Lane, middle: float, times: float) -> Layer:
    wide = round(sheet.right - sheet.left, 3)

    def draw(pen: Pen) -> None:
        pen.line(((0.3, 0), (wide - 0.3, 0)), "heartbeat.axis", 0.08)
        for emotion in (-2, 2):
            y = -emotion * heartbeat.LEVEL * times - 0.45
            pen.mark(marks.face(emotion), 0.3, y, 0.9, heartbeat.face_role(emotion))

    return sheet.memory.layer(f"axis/{lane.id}", (wide, times), draw, (sheet.left, middle), "heartbeat")


def _draw(pen: Pen, sheet: Sheet, piece: _Piece) -> None:
    ground = "lane.tint" if heads.is_desk(piece.span) else "lane.fill"
    for quote in piece.quotes:
        heartbeat.draw_quote(pen, quote, ground)
    if piece.beats or piece.leads_in:
        inward = piece.before if piece.leads_in else None
        run = [beat for beat in (inward, *piece.beats, piece.after) if beat is not None]
        heartbeat.draw_curve(pen, run, sheet.look.spec.journey)
    for beat in piece.beats:
        heartbeat.draw_face(pen, beat, sheet.look)
