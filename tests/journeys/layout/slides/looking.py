"""Where things on a slide are: what leaves the stage, what lies over other words, how small the type is."""

from __future__ import annotations

from journeys.layout.drawing import Box, Line, Mark, Photo, Rect, Text
from tests.journeys.layout.geometry import absolute, inside, overlapping, texts

SMALLEST = 1 / 36
SLACK = 1e-6


def outside(drawing):
    """Elements and targets that are not wholly on the stage."""
    stage = Rect(0, 0, drawing.width, drawing.height)
    found = [text.lines for _, text, rect in texts(drawing) if not inside(rect, stage)]
    for layer in drawing.layers:
        for element in layer.elements:
            rect = rect_of(element)
            if rect is not None and not inside(absolute(rect, layer), stage):
                found.append((layer.name, element))
    return found + [target for target in drawing.targets if not inside(target.rect, stage)]


def rect_of(element):
    if isinstance(element, Box | Photo):
        return element.rect
    if isinstance(element, Mark):
        return Rect(element.x, element.y, element.size, element.size)
    if isinstance(element, Line):
        xs, ys = [x for x, _ in element.points], [y for _, y in element.points]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return None


def colliding(drawing):
    """Pairs of texts that lie over each other."""
    return overlapping([(text.lines, rect) for _, text, rect in texts(drawing)])


def too_small(drawing):
    least = drawing.height * SMALLEST / (25.4 / 72)
    return [text for _, text, _ in texts(drawing) if text.size < least - SLACK]


def words_on(drawing):
    """Everything that is written, lines joined."""
    return [" ".join(text.lines) for _, text, _ in texts(drawing)]


def titles(drawing):
    return [
        text for layer in drawing.layers for text in layer.elements if isinstance(text, Text) and text.role == "title"
    ]


def about(drawing, part):
    """The ids of the targets of one part."""
    return {target.id for target in drawing.targets if target.part == part}
