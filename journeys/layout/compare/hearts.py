"""Several heartbeats in one picture: a line each with its own colour, dashes and marks, its name at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import heads, heartbeat, marks, text
from journeys.layout.compare.board import Look, layer
from journeys.layout.heartbeat import FACE, LEVEL, Beat, face_role
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.columns import Span
    from journeys.layout.drawing import Dash, Layer
    from journeys.layout.pen import Pen
    from journeys.model.entities import Step

DASHES: Final[tuple[Dash, ...]] = ("solid", "dashed", "dotted")
MARKS: Final = ("dot", "square", "diamond", "up", "ring", "down", "star", "cross")
MARK: Final = 0.95
SMALL: Final = 1.45
"""A face on a line."""
NAME: Final = 0.9
LINE: Final = 0.22
BESIDE: Final = 0.16
"""Ems between lines that would lie on each other."""
ASIDE: Final = 0.42
FURTHEST: Final = 0.62
REACH: Final = 2 * LEVEL + FACE / 2 + 0.5
CROWDED: Final = 4
ROOMY: Final = 14.0
"""Ems of height with more lines than that."""
TALLEST: Final = 2.0
FEW: Final = 2
"""Up to so many lines carry faces instead of marks."""


class Curve(NamedTuple):
    """One heartbeat: whose it is, how it is drawn, and its steps with where they stand."""

    about: str
    name: str
    colour: str
    dash: Dash
    mark: str
    beats: tuple[tuple[Step, float], ...]


class Label(NamedTuple):
    """A name at the end of a line: `y` of its middle from the middle line."""

    curve: Curve
    lines: tuple[str, ...]
    y: float
    high: float


def pattern(index: int) -> tuple[Dash, str]:
    """Dashes and mark of the nth line; 24 of them differ."""
    return DASHES[index % len(DASHES)], MARKS[index % len(MARKS)]


def height(curves: Sequence[Curve], room: float, look: Look) -> float:
    """How high the picture must be, in ems; `room` is the width for the names."""
    names = sum(_high(_name_lines(curve, room, look)) for curve in curves)
    return max(2 * REACH, ROOMY if len(curves) > CROWDED else 0.0, names + 1.0)


def _times(high: float) -> float:
    """How many times its usual height the picture has."""
    return min((high / 2 - FACE / 2 - 0.5) / (2 * LEVEL), TALLEST)


def layers(
    curves: Sequence[Curve], spans: Sequence[Span], look: Look, top: float, high: float, right: float
) -> Iterator[Layer]:
    """Ground, lines and names; the phases end where the names begin, `right` is where those end."""
    middle = top + high / 2
    yield layer("hearts/ground", look, (0, middle), lambda pen: _ground(pen, spans, high), lane="ground", order=-1)
    offsets = _offsets(len(curves))
    level = LEVEL * _times(high)
    shapes = [_sloped(curve, offset, level) for curve, offset in zip(curves, offsets, strict=True)]
    left = spans[-1].x + spans[-1].w if spans else 0.0
    labels = _labels(curves, shapes, right - left, high, look)
    for curve, shape in zip(curves, shapes, strict=True):

        def draw(pen: Pen, curve: Curve = curve, shape: tuple[Beat, ...] = shape) -> None:
            _draw_curve(pen, curve, shape)
            _draw_end(pen, labels.get(curve.about), shape, left)

        yield layer(f"hearts/{curve.about}", look, (0, middle), draw, lane="heartbeat")

    def draw_marks(pen: Pen) -> None:
        for curve, shape in zip(curves, shapes, strict=True):
            _draw_marks(pen, curve, shape, level, faces=len(curves) <= FEW)

    yield layer("hearts/marks", look, (0, middle), draw_marks, lane="heartbeat")


def axis_layer(look: Look, middle: float, high: float, right: float) -> Layer:
    """The faces beside the picture, from very pleasant to very unpleasant."""

    def draw(pen: Pen) -> None:
        for emotion in (-2, -1, 0, 1, 2):
            pen.mark(marks.face(emotion), right - 1.15, -emotion * LEVEL * _times(high) - 0.55, 1.1, face_role(emotion))

    return layer("hearts/axis", look, (0, middle), draw, lane="titles")


def sample(pen: Pen, x: float, y: float, wide: float, curve: Curve) -> None:
    """A short piece of the line with its mark: the key beside a name."""
    pen.line(((x, y), (x + wide, y)), curve.colour, LINE, dash=curve.dash)
    pen.mark(curve.mark, x + (wide - MARK) / 2, y - MARK / 2, MARK, curve.colour)


def _offsets(count: int) -> list[tuple[float, float]]:
    """Lines and marks at the same height lie just beside each other."""
    if count < 2:
        return [(0.0, 0.0)] * count
    places = [index - (count - 1) / 2 for index in range(count)]
    aside = 0.0 if count <= FEW else min(ASIDE, 2 * FURTHEST / (count - 1) * 1.6)
    apart = min(BESIDE, 2 * FURTHEST / (count - 1))
    return [(place * aside, place * apart) for place in places]


def _sloped(curve: Curve, offset: tuple[float, float], level: float) -> tuple[Beat, ...]:
    beats = [Beat(step, x + offset[0], -level * (step.emotion or 0) + offset[1]) for step, x in curve.beats]
    return heartbeat.sloped(beats, None, None)


def _ground(pen: Pen, spans: Sequence[Span], high: float) -> None:
    for span in spans:
        fill = "lane.tint" if heads.is_desk(span) else "lane.fill"
        pen.box(span.x, -high / 2, span.w, high, fill=fill, stroke="lane.stroke", width=0.07, radius=0.45)
        for emotion in (-2, -1, 0, 1, 2):
            y = -emotion * LEVEL * _times(high)
            ends = ((span.x + 0.2, y), (span.x + span.w - 0.2, y))
            pen.line(ends, "heartbeat.axis", 0.1 if emotion == 0 else 0.05, dash="solid" if emotion == 0 else "dotted")


def _draw_curve(pen: Pen, curve: Curve, shape: tuple[Beat, ...]) -> None:
    pen.about = curve.about
    if len(shape) > 1:
        pen.line(heartbeat.curve(shape), curve.colour, LINE, dash=curve.dash, curved=True, role="figure")
    pen.about = None


def _draw_marks(pen: Pen, curve: Curve, shape: tuple[Beat, ...], level: float, *, faces: bool) -> None:
    for beat in shape:
        pen.about = beat.step.id
        emotion = beat.step.emotion or 0
        if faces:
            y = -level * emotion
            pen.mark(marks.face(emotion), beat.x - SMALL / 2, y - SMALL / 2, SMALL, face_role(emotion))
        else:
            halo = MARK * 0.45
            pen.box(beat.x - halo, beat.y - halo, 2 * halo, 2 * halo, fill="lane.fill", radius=halo)
            pen.mark(curve.mark, beat.x - MARK / 2, beat.y - MARK / 2, MARK, curve.colour)
    pen.about = None


def _name_lines(curve: Curve, room: float, look: Look) -> tuple[str, ...]:
    return text.lines(curve.name, "semibold", (room - 3.6) / NAME, look.language)


def _high(lines: tuple[str, ...]) -> float:
    return height_of(lines, NAME) + 0.25


def _labels(
    curves: Sequence[Curve], shapes: Sequence[tuple[Beat, ...]], room: float, high: float, look: Look
) -> dict[str, Label]:
    """The names near the ends of their lines, pushed apart so that none overlap and none leave the picture."""
    wanted = sorted(((shape[-1].y, curve) for curve, shape in zip(curves, shapes, strict=True) if shape),
                    key=lambda pair: pair[0])  # fmt: skip
    found: list[Label] = []
    least = -high / 2 + 0.3
    for y, curve in wanted:
        lines = _name_lines(curve, room, look)
        tall = _high(lines)
        at = max(y, least + tall / 2)
        found.append(Label(curve, lines, at, tall))
        least = at + tall / 2
    most = high / 2 - 0.3
    for index in range(len(found) - 1, -1, -1):
        label = found[index]
        at = min(label.y, most - label.high / 2)
        found[index] = label._replace(y=at)
        most = at - label.high / 2
    return {label.curve.about: label for label in found}


def _draw_end(pen: Pen, label: Label | None, shape: tuple[Beat, ...], left: float) -> None:
    """A thin line from the last beat to the name, with the line's own mark before it."""
    if label is None:
        return
    curve, x = label.curve, left + 0.9
    pen.about = curve.about
    pen.line(((shape[-1].x, shape[-1].y), (left, shape[-1].y), (x, label.y)), curve.colour, 0.07)
    sample(pen, x, label.y, 2.0, curve)
    pen.text(label.lines, x + 2.35, label.y - height_of(label.lines, NAME) / 2, size=NAME, font="semibold")
    pen.about = None
