"""Knobs beside cards and on the ends of connections: where they are, and which one is taken hold of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF

from app.canvas import primitives, scale
from app.canvas.scale import PX
from journeys.layout.drawing import Rect, Target

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from journeys.layout.drawing import Line

HANDLE: Final = 12.0
"""Half the handle's size on the screen."""
LARGE: Final = 22.0
"""The same for a whole room: 44 pixels."""
HANDLE_GAP: Final = 15.0
"""From the card's edge to the middle of its handle, on the screen and at most at 100 %."""
HANDLES_FROM: Final = 0.5
"""Below this zoom a handle would lie on the next card."""
ENDS_APART: Final = 34.0
"""A connection shorter than this on the screen has one end to take hold of, the one it leads to."""
WIDE: Final = 34.0
HIGH: Final = 7.0
"""Millimetres: the field for a connection's label."""
BELOW: Final = 8.0
"""Pixels on the screen between a connection and that field."""
ASIDE: Final = 9.0
"""Pixels on the screen from a card to the knob on the end of its connection."""
End = Literal["source", "target"]


def size(view: MapView) -> float:
    """Half of what the pointer must hit, in pixels on the screen."""
    return LARGE if view.presenting else HANDLE


def handles(view: MapView) -> dict[str, QPointF]:
    """The middle of the handle beside the hovered and the focused card, in the scene."""
    if view.busy or view.editing() or view.locked or view.zoom < HANDLES_FROM:
        return {}
    found, names = {}, view.picture.covered()
    for target in (view.picked.hover, view.picked.cursor if view.keyboard_here() else None):
        if target is not None and target.part in ("card", "more", "process"):
            card = view.hits.main(target.id)
            if card is not None:
                middle = _middle(view, scale.rect(card.rect))
                if not names.contains(middle):
                    found[target.id] = middle
    return found


def _middle(view: MapView, card: QRectF) -> QPointF:
    gap = HANDLE_GAP + size(view) - HANDLE
    return QPointF(card.right() + min(gap / view.zoom, gap), card.center().y())


def handle_at(view: MapView, point: QPointF) -> str | None:
    """The step whose connecting handle lies there."""
    for step, middle in handles(view).items():
        if (point - middle).manhattanLength() * view.zoom <= size(view) * 1.4:
            return step
    return None


def near_handle(view: MapView, point: QPointF) -> bool:
    """Whether this is between the hovered card and its handle: on the way there the handle must not go."""
    over = view.picked.hover
    card = view.hits.main(over.id) if over is not None and over.part in ("card", "more", "process") else None
    if card is None or view.locked or view.zoom < HANDLES_FROM:
        return False
    around, wide = scale.rect(card.rect), size(view) / view.zoom
    middle = _middle(view, around)
    way = QRectF(around.right() - 1, middle.y() - wide, middle.x() + wide - around.right(), 2 * wide)
    return way.contains(point)


def ends(view: MapView) -> dict[tuple[str, End], QPointF]:
    """Where the ends of the one selected connection can be taken hold of, in the scene."""
    chosen = view.picked.ids
    if view.busy or view.editing() or view.locked or len(chosen) != 1 or chosen[0] not in view.document.links:
        return {}
    return ends_of(view, chosen[0])


def ends_of(view: MapView, link: str) -> dict[tuple[str, End], QPointF]:
    """Both ends of a connection's line, a little aside from the cards."""
    lines = view.hits.link_lines(link)
    if not lines:
        return {}
    away = ASIDE / view.zoom
    start, end = _along(lines[0], away), _along(lines[-1], -away)
    found: dict[tuple[str, End], QPointF] = {(link, "target"): end}
    if (end - start).manhattanLength() * view.zoom >= ENDS_APART:
        found[link, "source"] = start
    return found


def _along(placed: tuple[Line, float, float], far: float) -> QPointF:
    """A point on the line, so far from its beginning, or when negative from its end; at most a third of it."""
    line, dx, dy = placed
    path = primitives.line_path(line)
    length = path.length()
    far = min(abs(far), length / 3) if far > 0 else length - min(abs(far), length / 3)
    return path.pointAtPercent(path.percentAtLength(far)) + QPointF(dx, dy)


def end_at(view: MapView, point: QPointF) -> tuple[str, End] | None:
    """The end of the selected connection that lies there."""
    reach = size(view) / view.zoom
    near = [(_far(point, middle), key) for key, middle in ends(view).items()]
    return min(((far, key) for far, key in near if far <= reach), default=(0.0, None), key=lambda pair: pair[0])[1]


def _far(one: QPointF, other: QPointF) -> float:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y()))


def middle_of(view: MapView, link: str) -> Target | None:
    """Where a connection's label is typed: over the words that stand there, else below the middle of its line."""
    said = view.hits.part(link, "said")
    if said is not None:
        wide, high = max(said.rect.w, WIDE), max(said.rect.h, HIGH)
        return said._replace(rect=Rect(said.rect.x, said.rect.y, wide, high), part="link")
    lines = view.hits.link_lines(link)
    if not lines:
        return None
    line, dx, dy = lines[len(lines) // 2]
    middle = primitives.line_path(line).pointAtPercent(0.5) + QPointF(dx, dy + BELOW / view.zoom)
    return Target(Rect(middle.x() / PX - WIDE / 2, middle.y() / PX, WIDE, HIGH), "link", link, "link")
