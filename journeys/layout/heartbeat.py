"""The heartbeat: a smooth curve through the emotions, faces on it, and quotes that overlap nothing."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import marks, text
from journeys.layout.pen import height_of
from journeys.model.document import place_of
from journeys.phrases.terms import emotion_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.layout.columns import Block
    from journeys.layout.drawing import Point
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.model.entities import Note, Step

LEVEL: Final = 1.75
"""Ems between two emotions."""
FACE: Final = 1.9
REACH: Final = 2 * LEVEL + FACE / 2 + 0.35
QUOTE: Final = 0.9
CLEAR: Final = 0.35


class Beat(NamedTuple):
    """One judged step on the curve: `x` from its block's start, `y` from the middle line (down is worse).

    `slope` is the curve's own at that place.
    """

    step: Step
    x: float
    y: float
    slope: float = 0.0


class Quote(NamedTuple):
    """What was said, where it overlaps neither curve nor faces."""

    note: Note
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


def judged(block: Block, column: float) -> tuple[Beat, ...]:
    """The judged steps of a block, not sloped yet; steps in one column stand side by side on the curve."""
    found: list[Beat] = []
    for slot in block.slots:
        steps = [step for step in slot.column.front if step.emotion is not None]
        for index, step in enumerate(steps):
            x = slot.x + column * (index + 0.5) / len(steps)
            found.append(Beat(step, x, -LEVEL * (step.emotion or 0)))
    return tuple(found)


def sloped(beats: Sequence[Beat], before: Point | None, after: Point | None) -> tuple[Beat, ...]:
    """The beats with their slopes, given the points beside them in the neighbouring blocks."""
    points = [*([before] if before else []), *((beat.x, beat.y) for beat in beats), *([after] if after else [])]
    slopes = tangents(points)[1 if before else 0 :]
    return tuple(Beat(b.step, b.x, b.y, slope) for b, slope in zip(beats, slopes, strict=False))


def moved(beat: Beat, dx: float) -> Beat:
    """The beat in the coordinates of another block."""
    return Beat(beat.step, round(beat.x + dx, 4), beat.y, beat.slope)


def taller(beat: Beat, times: float) -> Beat:
    """The beat on a curve so many times as high."""
    return Beat(beat.step, beat.x, round(beat.y * times, 4), beat.slope * times)


def tangents(points: Sequence[Point]) -> list[float]:
    """Slopes for a cubic that never overshoots its points (the harmonic mean of Fritsch and Butland)."""
    if len(points) < 2:
        return [0.0] * len(points)
    runs = [(bx - ax, (by - ay) / (bx - ax)) for (ax, ay), (bx, by) in itertools.pairwise(points)]
    inner = [
        0.0 if one * other <= 0 else 3 * (h + k) / ((2 * k + h) / one + (k + 2 * h) / other)
        for (h, one), (k, other) in itertools.pairwise(runs)
    ]
    return [0.0, *inner, 0.0]


def curve(found: Sequence[Beat]) -> tuple[Point, ...]:
    """The cubic pieces through these beats."""
    points: list[Point] = [(found[0].x, found[0].y)]
    for one, other in itertools.pairwise(found):
        third = (other.x - one.x) / 3
        points += (
            (one.x + third, one.y + third * one.slope), (other.x - third, other.y - third * other.slope),
            (other.x, other.y),
        )  # fmt: skip
    return tuple(points)


def height_at(found: Sequence[Beat], places: Sequence[float], x: float) -> float:
    """The curve's y there; `places` are the beats' x. Outside the curve: its end."""
    index = bisect_right(places, x)
    if index in {0, len(found)}:
        return found[0 if index == 0 else -1].y if found else 0.0
    one, other = found[index - 1], found[index]
    wide = other.x - one.x
    t = (x - one.x) / wide
    s = 1 - t
    return (
        s * s * s * one.y + 3 * s * s * t * (one.y + wide / 3 * one.slope)
        + 3 * s * t * t * (other.y - wide / 3 * other.slope) + t * t * t * other.y
    )  # fmt: skip


def quotes(
    block: Block, found: Sequence[Beat], notes: Mapping[str, tuple[Note, ...]], general: Sequence[Note],
    column: float, look: Look,
) -> tuple[Quote, ...]:  # fmt: skip
    """Every quote in its own column, above or below the curve, whichever keeps the lane lower.

    `found`: all beats between which the curve runs here, those beside the block included; `general`: the phase's
    own quotes.
    """
    places = [beat.x for beat in found]
    placed: list[Quote] = []
    for index, slot in enumerate(block.slots):
        said = [n for step in slot.column.steps for n in notes.get(step.id, ()) if n.kind == "quote"]
        said += [note for note in general if note.kind == "quote"] if index == 0 else []
        here: list[Quote] = []
        for note in said:
            here.append(_quote(note, slot.x, column, here, found, places, look))
        placed += here
    return tuple(placed)


def _quote(
    note: Note, x: float, column: float, here: Sequence[Quote], found: Sequence[Beat],
    places: Sequence[float], look: Look,
) -> Quote:  # fmt: skip
    words = note.text if note.text[:1] in "“\"'‘" else f"“{note.text}”"
    lines = text.balanced(words, "italic", column / QUOTE, look.language)
    high = height_of(lines, QUOTE)
    wide = text.widest(lines, "italic") * QUOTE
    top, bottom = _band(x, column, found, places)
    above = min([top, *(quote.y for quote in here)]) - CLEAR - high
    below = max([bottom, *(quote.y + quote.height for quote in here)]) + CLEAR
    y = above if -above <= below + high else below
    return Quote(note, lines, x + (column - wide) / 2, y, wide, high)


def _band(x: float, column: float, found: Sequence[Beat], places: Sequence[float]) -> tuple[float, float]:
    """Between which heights curve and faces run over this column."""
    heights = [height_at(found, places, x + column * part / 16) for part in range(17)] if found else [0.0]
    faces = found[bisect_right(places, x - FACE / 2) : bisect_right(places, x + column + FACE / 2)]
    return (
        min([*heights, *(beat.y - FACE / 2 for beat in faces)]),
        max([*heights, *(beat.y + FACE / 2 for beat in faces)]),
    )


def draw_curve(pen: Pen, found: Sequence[Beat], journey: str) -> None:
    """The line itself, with a pale edge so that it stands out from what lies behind."""
    if len(found) > 1:
        pen.about = journey
        pen.line(curve(found), "heartbeat", 0.26, curved=True, role="figure")
        pen.about = None


def draw_face(pen: Pen, beat: Beat, look: Look) -> None:
    emotion = beat.step.emotion or 0
    pen.about = beat.step.id
    x, y = beat.x - FACE / 2, beat.y - FACE / 2
    word = emotion_word(emotion, look.say)
    alt = f"{beat.step.title.rstrip('.')}: {word}" if beat.step.title else word
    pen.mark(marks.face(emotion), x, y, FACE, face_role(emotion), alt, "figure")
    pen.target(x, y, FACE, FACE, "step", beat.step.id, "face", place_of(beat.step))
    pen.about = None


def draw_quote(pen: Pen, quote: Quote, ground: str) -> None:
    """The words on the lane's own ground, so that its middle line does not run through them."""
    pen.about = quote.note.id
    pen.box(quote.x - 0.15, quote.y, quote.width + 0.3, quote.height, fill=ground, radius=0.2)
    pen.text(quote.lines, quote.x, quote.y, size=QUOTE, font="italic", colour="muted")
    pen.target(quote.x, quote.y, quote.width, quote.height, "note", quote.note.id, "note")
    pen.about = None


def face_role(emotion: int) -> str:
    """The colour role of a face: "face.-2" … "face.0" … "face.+2"."""
    return f"face.{emotion:+d}" if emotion else "face.0"
