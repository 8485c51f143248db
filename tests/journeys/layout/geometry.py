"""Where everything on a drawing really is, to look for overlaps and for words that leave their place."""

from __future__ import annotations

from collections.abc import Sequence

from journeys import fonts
from journeys.layout.drawing import Box, Drawing, Layer, Line, Mark, Rect, Text
from journeys.layout.pen import baseline_of
from journeys.layout.spec import MM_PER_PT

SLACK = 0.02  # mm


def text_rect(text: Text) -> Rect:
    """The rectangle of the set lines, from the first line's top to the last one's end."""
    size = text.size * MM_PER_PT
    wide = max(fonts.em_width(line, text.font) for line in text.lines) * size
    left = text.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    return Rect(left, text.y - baseline_of(1) * size, wide, text.leading * len(text.lines))


def absolute(rect: Rect, layer: Layer) -> Rect:
    return Rect(rect.x + layer.origin[0], rect.y + layer.origin[1], rect.w, rect.h)


def texts(drawing: Drawing) -> list[tuple[Layer, Text, Rect]]:
    return [
        (layer, element, absolute(text_rect(element), layer))
        for layer in drawing.layers
        for element in layer.elements
        if isinstance(element, Text)
    ]


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x + SLACK < other.x + other.w
        and other.x + SLACK < one.x + one.w
        and one.y + SLACK < other.y + other.h
        and other.y + SLACK < one.y + one.h
    )


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.x + inner.w <= outer.x + outer.w + SLACK
        and inner.y + inner.h <= outer.y + outer.h + SLACK
    )


def overlapping(rects: Sequence[tuple[object, Rect]]) -> list[tuple[object, object]]:
    """All pairs that overlap, by a sweep from left to right."""
    found = []
    ordered = sorted(rects, key=lambda pair: pair[1].x)
    for index, (name, rect) in enumerate(ordered):
        for other, beside in ordered[index + 1 :]:
            if beside.x >= rect.x + rect.w:
                break
            if overlap(rect, beside):
                found.append((name, other))
    return found


def curve_points(drawing: Drawing, steps: int = 24) -> list[tuple[float, float]]:
    """Points along the heartbeat."""
    found = []
    for layer in drawing.layers:
        for line in layer.elements:
            if isinstance(line, Line) and line.stroke == "heartbeat":
                found += [(x + layer.origin[0], y + layer.origin[1]) for x, y in _along(line.points, steps)]
    return found


def _along(points, steps):
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for part in range(steps + 1):
            t, s = part / steps, 1 - part / steps
            yield tuple(
                s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis]
                for axis in (0, 1)
            )


def extent(layer: Layer) -> Rect:
    """The rectangle around all elements of a layer, in absolute millimetres."""
    rects = []
    for element in layer.elements:
        if isinstance(element, Box):
            rects.append(element.rect)
        elif isinstance(element, Mark):
            rects.append(Rect(element.x, element.y, element.size, element.size))
        elif isinstance(element, Text):
            rects.append(text_rect(element))
        else:
            xs, ys = [x for x, _ in element.points], [y for _, y in element.points]
            rects.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.x + rect.w for rect in rects), max(rect.y + rect.h for rect in rects)
    return absolute(Rect(left, top, right - left, bottom - top), layer)
