"""Zooming a view: at a point, to a factor, to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMargins, QPoint, QPointF, QRectF
from PySide6.QtGui import QTransform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

LEAST: Final = 0.1
MOST: Final = 4.0
STEP: Final = 1.2
SPARE: Final = QMargins(0, 0, 2, 2)
"""Pixels that rounding may take."""
FIT_LEAST: Final = 0.002
"""To fit a giant map the zoom may fall below its ordinary least."""


def factor(view: QGraphicsView) -> float:
    """1.0 is 100 %."""
    return view.transform().m11()


def to(view: QGraphicsView, wanted: float, at: QPointF | None = None) -> bool:
    """Zoom so that the point `at` of the viewport (its middle by default) stays where it is; False at the limit."""
    least = min(LEAST, factor(view))
    wanted = max(least, min(MOST, wanted))
    if abs(wanted - factor(view)) < 1e-9:
        return False
    anchor = QPointF(view.viewport().rect().center()) if at is None else at
    fixed = _to_scene(view, anchor)
    view.setTransform(QTransform.fromScale(wanted, wanted))
    moved = _to_scene(view, anchor) - fixed
    _scroll(view, -moved.x() * wanted, -moved.y() * wanted)
    return True


def whole(view: QGraphicsView, area: QRectF, most: float = 1.0) -> float:
    """The zoom at which the whole area is in view, at most `most`.

    The room is that without scroll bars, also while they are there: else a bar that goes makes more room, which
    makes the bar come again, without end.
    """
    room = view.maximumViewportSize().shrunkBy(SPARE)
    return max(FIT_LEAST, min(room.width() / area.width(), room.height() / area.height(), most))


def to_corner(view: QGraphicsView, wanted: float) -> None:
    """Zoom, and show the left top corner."""
    view.setTransform(QTransform.fromScale(wanted, wanted))
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().minimum())
    view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())


def fit(view: QGraphicsView, area: QRectF, most: float = 1.0) -> bool:
    """Show the whole area, at most at `most`; False when it already was so."""
    if area.isEmpty():
        return False
    wanted = whole(view, area, most)
    before = view.transform()
    view.setTransform(QTransform.fromScale(wanted, wanted))
    view.centerOn(area.center())
    return before != view.transform()


def _to_scene(view: QGraphicsView, point: QPointF) -> QPointF:
    """As mapToScene, without rounding the point to whole pixels."""
    inverted, _ = view.viewportTransform().inverted()
    return inverted.map(point)


def _scroll(view: QGraphicsView, dx: float, dy: float) -> None:
    view.horizontalScrollBar().setValue(round(view.horizontalScrollBar().value() + dx))
    view.verticalScrollBar().setValue(round(view.verticalScrollBar().value() + dy))


def pan(view: QGraphicsView, by: QPoint) -> None:
    """Move the map under the pointer."""
    _scroll(view, -by.x(), -by.y())
