"""A heartbeat over the columns of the phases: the curve, its faces, and what is said beside it where that is free."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import heartbeat, marks
from journeys.layout.drawing import Box, Line, Mark, Rect
from journeys.layout.heartbeat import Beat, face_role
from journeys.phrases.terms import emotion_word
from journeys.poster.parts.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.compare import Row
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.grid import Column

FACE_MM: Final = 5.4
SMALLEST_MM: Final = 1.0
CROWDED: Final = 0.5
"""Faces that must be smaller than this part of their usual size are only small marks, but for a few."""
CLOSE: Final = 0.92
"""Of the room between two faces that they may take."""
EDGE_MM: Final = 1.2
CLEAR_MM: Final = 0.9
RADIUS_MM: Final = 1.0
LINE_MM: Final = 0.8
SAMPLES: Final = 16


class Heart(NamedTuple):
    """A curve in a field of this height: its beats in mm from the left edge and the field's top.

    `faces`: how large each is; in a crowd most are small, and those at the ends of the scale stand out.
    """

    beats: tuple[Beat, ...]
    faces: tuple[float, ...]
    line: float
    high: float

    @property
    def face(self) -> float:
        """The largest."""
        return max(self.faces, default=0.0)


def shaped(document: Document, row: Row, columns: Mapping[str, Column], high: float, scale: float) -> Heart:
    """The beats in their columns, as far apart in height as the field allows."""
    places = [columns[beat.phase] for beat in row.beats]
    pad = [min(3.2 * scale, column.w * 0.12) for column in places]
    xs = [c.x + p + beat.part * (c.w - 2 * p) for beat, c, p in zip(row.beats, places, pad, strict=True)]
    nearest = min((b - a for a, b in pairwise(xs)), default=high)
    most = min(FACE_MM * scale, high * 0.42)
    usual = max(min(most, nearest * CLOSE), min(SMALLEST_MM * scale, high * 0.2))
    crowded = usual < CROWDED * most
    largest = most * CROWDED if crowded else usual
    level = (high / 2 - largest / 2 - EDGE_MM * scale) / 2
    found = [
        Beat(document.steps[beat.step], x, high / 2 - level * beat.emotion)
        for beat, x in zip(row.beats, xs, strict=True)
    ]
    sizes = [usual] * len(found)
    for index in _ends(row, places) if crowded else ():
        sizes[index] = largest
    thick = min(LINE_MM * scale, max(nearest * 0.3, 0.3 * scale))
    return Heart(heartbeat.sloped(found, None, None), tuple(sizes), thick, high)


def _ends(row: Row, places: Sequence[Column]) -> Iterator[int]:
    """In each phase the first of the lowest feelings, and of the highest where it is far from that."""
    for _, group in groupby(range(len(places)), lambda index: places[index].phase):
        inside = list(group)
        lowest = min(inside, key=lambda index: row.beats[index].emotion)
        highest = max(inside, key=lambda index: row.beats[index].emotion)
        yield lowest
        if row.beats[highest].emotion - row.beats[lowest].emotion > 1:
            yield highest


def drawn(heart: Heart, columns: Sequence[Column], journey: str, scale: float, say: Words) -> Block:
    """The fields of the phases with the curve and its faces; the field of day 0 is tinted."""
    block = Block(columns[-1].right if columns else 0.0, heart.high)
    middle = heart.high / 2
    for column in columns:
        fill = "lane.tint" if column.desk else "lane.fill"
        field = Rect(column.x, 0.0, column.w, heart.high)
        block.add(
            Box(field, fill=fill, stroke="lane.stroke", width=0.22 * scale, radius=RADIUS_MM * scale),
            Line(((column.x + scale, middle), (column.right - scale, middle)), "heartbeat.axis", 0.25 * scale),
        )
    if len(heart.beats) > 1:
        block.add(Line(heartbeat.curve(heart.beats), "heartbeat", heart.line, curved=True, about=journey))
    for beat, face in sorted(zip(heart.beats, heart.faces, strict=True), key=lambda pair: pair[1]):
        emotion = beat.step.emotion or 0
        at = (beat.x - face / 2, beat.y - face / 2, face)
        block.add(Mark(marks.face(emotion), *at, face_role(emotion), emotion_word(emotion, say), beat.step.id))
    return block


def free(heart: Heart, left: float, wide: float, scale: float) -> tuple[float, float]:
    """Within this stretch from left to right: how far down the field is free, and from where on it is free again."""
    beats, places = heart.beats, [beat.x for beat in heart.beats]
    right = left + wide
    clear, half = CLEAR_MM * scale, heart.face / 2
    ys = []
    if beats and right >= places[0] and left <= places[-1]:
        begin, end = max(left, places[0]), min(right, places[-1])
        ys = [heartbeat.height_at(beats, places, begin + (end - begin) * part / SAMPLES) for part in range(SAMPLES + 1)]
    near = beats[bisect_right(places, left - half) : bisect_right(places, right + half)]
    tops = [*ys, *(beat.y - half for beat in near)]
    bottoms = [*ys, *(beat.y + half for beat in near)]
    if not tops:
        return heart.high, 0.0
    return min(tops) - clear, max(bottoms) + clear
