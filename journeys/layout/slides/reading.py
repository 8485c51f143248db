"""A slide in words: what stands on it in reading order, and the parts of it that can be lit one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Box, Mark, Photo, Rect, Text
from journeys.layout.text import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.layout.drawing import Drawing, Element, Target

PASSED_BY: Final = frozenset({"border", "lane", "cell", "link", "hidden", "said", "more"})
"""Parts of a target that are no place to look at."""
LAST: Final = (1 << 30, 0)
"""The order of what has no words."""
NEAR: Final = 0.05
"""Millimetres that may be rounded away between a target and what stands in it."""


class Part(NamedTuple):
    """Something on the slide: where it lies in millimetres, and what stands there."""

    id: str
    rect: Rect
    words: str


class _Said(NamedTuple):
    order: tuple[int, int]
    about: str | None
    x: float
    y: float
    words: str


def said(drawing: Drawing) -> tuple[str, ...]:
    """Everything that stands on the slide, in reading order."""
    return tuple(one.words for one in sorted(_said(drawing), key=lambda one: one.order))


def parts(drawing: Drawing) -> tuple[Part, ...]:
    """What can be pointed at, in reading order; of one thing that is there twice in one place, the larger."""
    held = _Held(_said(drawing))
    chosen: dict[str, Target] = {}
    for target in drawing.targets:
        if target.id and target.part not in PASSED_BY and _area(target) > _area(chosen.get(target.id)):
            chosen[target.id] = target
    found = []
    for target in chosen.values():
        about, inside = held.about.get(target.id, []), held.within(target.rect)
        order = min((said.order for said in about or inside), default=LAST)
        words = dict.fromkeys(said.words for said in sorted({*about, *inside}, key=held.rank.__getitem__))
        found.append((order, Part(target.id, target.rect, ". ".join(said.rstrip(".") for said in words))))
    found.sort(key=lambda pair: (pair[0], pair[1].rect.y, pair[1].rect.x))
    return tuple(part for _, part in found)


def part_at(found: tuple[Part, ...], x: float, y: float) -> int | None:
    """The smallest part at this point."""
    here = [index for index, part in enumerate(found) if part.rect.contains(x, y)]
    return min(here, key=lambda index: found[index].rect.w * found[index].rect.h, default=None)


class _Held:
    """What stands on a slide, by what it is about and by where it stands."""

    def __init__(self, found: Iterable[_Said]) -> None:
        self.about: dict[str | None, list[_Said]] = {}
        in_order = sorted(found, key=_order)
        self.rank = {said: number for number, said in enumerate(in_order)}
        self._by_x = sorted(in_order, key=_x)
        for said in in_order:
            self.about.setdefault(said.about, []).append(said)

    def within(self, rect: Rect) -> list[_Said]:
        first = bisect_left(self._by_x, rect.x - NEAR, key=_x)
        last = bisect_right(self._by_x, rect.x + rect.w + NEAR, key=_x)
        return [said for said in self._by_x[first:last] if rect.y - NEAR <= said.y <= rect.y + rect.h + NEAR]


def _x(said: _Said) -> float:
    return said.x


def _order(said: _Said) -> tuple[int, int]:
    return said.order


def _said(drawing: Drawing) -> Iterator[_Said]:
    for layer in drawing.layers:
        for element in layer.elements:
            told = _told(element)
            if told:
                x, y = _point(element)
                place = x + layer.origin[0], y + layer.origin[1]
                yield _Said((layer.order, element.order), element.about, *place, told)


def _told(element: Element) -> str:
    if isinstance(element, Text):
        return element.alt or unbroken(element.lines)
    return element.alt if isinstance(element, Mark | Photo) else ""


def _point(element: Element) -> tuple[float, float]:
    if isinstance(element, Box | Photo):
        return element.rect.x, element.rect.y
    return (element.x, element.y) if isinstance(element, Text | Mark) else element.points[0]


def _area(target: Target | None) -> float:
    return 0.0 if target is None else target.rect.w * target.rect.h
