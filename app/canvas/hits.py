"""What lies under the pointer: the Drawing's targets and lines, found without asking the scene."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from app.canvas import nearness, primitives, scale
from app.canvas.bounds import Bounds
from app.canvas.scale import PX
from journeys.layout.drawing import Line, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF

    from journeys.layout.drawing import Drawing, Layer, Target
    from journeys.model.document import Place

PARTS: Final = (
    "border", "face", "more", "process", "card", "marks", "note", "contact", "presence", "phase", "cell", "lane",
)  # fmt: skip
"""Who wins where targets lie over one another; connections are found by their lines."""
MAIN: Final = (
    "card", "phase", "note", "presence", "face", "contact", "more", "process", "border", "link", "cell", "lane",
)  # fmt: skip
"""Which part stands for an entity that has several."""
_RANK: Final = {part: number for number, part in enumerate(PARTS)}
_MAIN_RANK: Final = {part: number for number, part in enumerate(MAIN)}
MANY: Final = 100
"""So many questions take as long as making an index."""
SMALL: Final = frozenset({"face", "border", "more", "process"})
"""Parts that may be smaller than a fingertip: they are reached from a little further."""

EMPTY: Final = frozenset({"cell", "lane"})
MOST_REACH: Final = 14.0
"""Pixels at 100 %: however small the map is, nothing is reached from further."""
APART: Final = 2.5
LEAST_FREE: Final = 8.0
GHOST_GAP: Final = 7.0
CARD_HIGH: Final = 18.0
INSET: Final = 0.6
FREED: Final = "free"
"""In place of the layer's lane: this empty place has been cut to what is free of it."""
"""Millimetres between cards, of the least place to type in, and to the next column."""


class Leaf:
    """One layer's targets; taken over by the next drawing when the layer is the same."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer

    @cached_property
    def bounds(self) -> Bounds:
        return Bounds(_sides(target.rect) for target in self.layer.targets)

    @cached_property
    def by_id(self) -> dict[str, list[Target]]:
        found: dict[str, list[Target]] = {}
        for target in self.layer.targets:
            if target.id:
                found.setdefault(target.id, []).append(target)
        return found

    @cached_property
    def by_place(self) -> dict[Place, Target]:
        placed = (t for t in self.layer.targets if t.place is not None and t.kind == "step")
        return {t.place: t for t in placed if t.part in ("card", "cell") and t.place is not None}

    @cached_property
    def lines(self) -> tuple[list[Line], Bounds]:
        links = {target.id for target in self.layer.targets if target.kind == "link"}
        lines = [e for e in self.layer.elements if isinstance(e, Line) and e.about in links]
        return lines, Bounds(primitives.sides(line) for line in lines)

    @cached_property
    def said(self) -> list[Target]:
        """The words on connections."""
        return [target for target in self.layer.targets if target.part == "said"]

    def placed(self, target: Target) -> Target:
        """The target where it lies on the map."""
        dx, dy = self.layer.origin
        r = target.rect
        return target._replace(rect=Rect(r.x + dx, r.y + dy, r.w, r.h), layer=self.layer.lane)

    def moved_to(self, layer: Layer) -> Leaf:
        """The same targets, with what is known of them, at another place."""
        other = Leaf(layer)
        other.__dict__.update({name: value for name, value in self.__dict__.items() if name != "layer"})
        return other


class Hits:
    """The targets of one Drawing. Points and rectangles are in scene pixels, targets in millimetres."""

    def __init__(self, drawing: Drawing, before: Hits | None = None) -> None:
        known = {leaf.layer.name: leaf for leaf in before.leaves} if before else {}
        self._where: dict[str, list[Leaf]] | None = None
        self._asked = 0
        self.leaves: list[Leaf] = [_leaf(layer, known.get(layer.name)) for layer in drawing.layers if layer.targets]
        self._bounds = Bounds(_sides(leaf.layer.rect) for leaf in self.leaves)

    def _near(self, area: QRectF) -> Iterator[tuple[Leaf, float, float]]:
        for index in self._bounds.within(area.left(), area.top(), area.right(), area.bottom()):
            leaf = self.leaves[index]
            yield leaf, leaf.layer.origin[0] * PX, leaf.layer.origin[1] * PX

    def touching(self, area: QRectF) -> list[Target]:
        """All targets that touch the area, in drawing order."""
        found = []
        for leaf, dx, dy in self._near(area):
            inside = leaf.bounds.within(area.left() - dx, area.top() - dy, area.right() - dx, area.bottom() - dy)
            found += [leaf.placed(leaf.layer.targets[i]) for i in inside]
        return found

    def around(self, point: QPointF, reach: float) -> list[Target]:
        """All targets at most `reach` away, sideways or up and down."""
        return self.touching(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))

    def at(self, point: QPointF, reach: float = 0.0) -> Target | None:
        """The target under the point; small ones also when they are at most `reach` away."""
        x, y = point.x() / PX, point.y() / PX
        near = [t for t in self.around(point, min(reach, MOST_REACH)) if t.part in _RANK]
        held = [t for t in near if t.rect.contains(x, y)]
        if all(target.part in EMPTY for target in held):
            held += [t for t in near if t.part in SMALL]
        best = min((_RANK[target.part] for target in held), default=0)
        found = next((target for target in reversed(held) if _RANK[target.part] == best), None)
        return self.main(found.id) if found is not None and found.part == "marks" else found

    def prepare(self) -> None:
        """Work out now what is asked of every drawing first: which targets are about what."""
        for leaf in self.leaves:
            _ = leaf.by_id

    def of(self, id_: str) -> list[Target]:
        """All targets about this entity, the main one first."""
        found = [leaf.placed(target) for leaf in self._holding(id_) for target in leaf.by_id.get(id_, ())]
        return sorted(found, key=lambda target: _MAIN_RANK.get(target.part, 99))

    def _holding(self, id_: str) -> list[Leaf]:
        """The layers in which it may be; an index over all is only worth its time when many are asked for."""
        self._asked += 1
        if self._asked < MANY:
            return self.leaves
        if self._where is None:
            self._where = {}
            for leaf in self.leaves:
                for held in leaf.by_id:
                    self._where.setdefault(held, []).append(leaf)
        return self._where.get(id_, [])

    def main(self, id_: str) -> Target | None:
        """The target that stands for this entity."""
        return next(iter(self.of(id_)), None)

    def part(self, id_: str, part: str) -> Target | None:
        """That part of the entity."""
        return next((target for target in self.of(id_) if target.part == part), None)

    def place(self, place: Place) -> Target | None:
        """The card or empty cell at this place."""
        held = (leaf.placed(leaf.by_place[place]) for leaf in self.leaves if place in leaf.by_place)
        return next(held, None)

    def nearest_place(self, point: QPointF, most: float) -> Target | None:
        """The card or cell under the point, or the nearest one at most `most` away."""
        x, y = point.x() / PX, point.y() / PX
        placed = [t for t in self.around(point, most) if t.place and t.kind == "step" and t.part in ("card", "cell")]
        return min(placed, key=lambda t: (nearness.to_rect(t.rect, x, y), t.part != "card"), default=None)

    def free(self, cell: Target) -> Target:
        """An empty place without what stands in its column already: what is left below that."""
        if cell.part != "cell" or cell.layer == FREED:
            return cell
        r = cell.rect
        bottoms = [
            t.rect.y + t.rect.h for t in self.touching(scale.rect(r)) if t.part in ("card", "note") and _over(t.rect, r)
        ]
        if not bottoms:
            return cell._replace(rect=inset(r), layer=FREED)
        top = max(bottoms) + APART
        if cell.kind == "lane":  # a new card would push the lane's edge down, a note stays in its lane
            top = min(top, r.y + r.h - LEAST_FREE)
        return cell._replace(rect=Rect(r.x, top, r.w, max(LEAST_FREE, r.y + r.h - top)), layer=FREED)

    def first_free(self) -> Target | None:
        """The first empty place for a step."""
        cells = (target for target in self.all() if target.part == "cell" and target.kind == "step")
        found = next(cells, None)
        return None if found is None else self.free(found)

    def ghost(self, card: Target, right: int, down: int) -> Target:
        """Where a card would lie that is so many places further."""
        r = card.rect
        x, y = r.x + right * (r.w + GHOST_GAP), r.y + down * (r.h + APART)
        return card._replace(rect=Rect(x, y, r.w, r.h), id="", part="cell", place=None)

    def link_at(self, point: QPointF, reach: float) -> str | None:
        """The connection that passes within `reach` of the point."""
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        held: list[tuple[float, str | None]] = []
        for leaf, dx, dy in self._near(area):
            held += [(0.0, t.id) for t in leaf.said if t.rect.contains((point.x() - dx) / PX, (point.y() - dy) / PX)]
            lines, bounds = leaf.lines
            x, y = point.x() - dx, point.y() - dy
            near = (lines[i] for i in bounds.within(x - reach, y - reach, x + reach, y + reach))
            held += [(nearness.to_line(line, x, y), line.about) for line in near]
        return min((pair for pair in held if pair[0] <= reach), default=(0.0, None), key=lambda pair: pair[0])[1]

    def link_lines(self, id_: str) -> list[tuple[Line, float, float]]:
        """The lines that draw this connection, with the place of their layer in scene pixels."""
        return [
            (line, leaf.layer.origin[0] * PX, leaf.layer.origin[1] * PX)
            for leaf in self.leaves
            if id_ in leaf.by_id
            for line in leaf.lines[0]
            if line.about == id_
        ]

    def all(self) -> Iterator[Target]:
        """Every target, in drawing order."""
        for leaf in self.leaves:
            for target in leaf.layer.targets:
                yield leaf.placed(target)


def _leaf(layer: Layer, known: Leaf | None) -> Leaf:
    if known is None or known.layer.targets is not layer.targets or known.layer.elements is not layer.elements:
        return Leaf(layer)
    return known.moved_to(layer)


def _over(one: Rect, other: Rect) -> bool:
    """Whether they share more than an edge from left to right."""
    return one.x < other.x + other.w - 1 and one.x + one.w > other.x + 1


def inset(r: Rect) -> Rect:
    """A little smaller than its lane, at most as high as a few lines of text."""
    high = min(r.h - 2 * APART, CARD_HIGH)
    return Rect(r.x + INSET, r.y + (r.h - high) / 2, max(r.w - 2 * INSET, 4.0), high) if high > 0 else r


def _sides(r: Rect) -> tuple[float, float, float, float]:
    return r.x * PX, r.y * PX, (r.x + r.w) * PX, (r.y + r.h) * PX
