"""How the slide is looked at on a screen at one moment, and what lies between two such moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

if TYPE_CHECKING:
    from app.present.showing import Showing
    from app.theme import Look as Colouring

LIGHT: Final = 0.17
"""The radius of the light that follows a pointer, in parts of the height."""
SOFT: Final = 0.035
"""How broad its edge is."""
ROOM: Final = 0.012
"""Room around a lit part."""
STEPS: Final = 18
"""More are not seen."""
OVERLAP: Final = 1.5
"""Pixels by which one ring lies under the next."""
SHADE: Final[dict[Colouring, float]] = {"light": 0.66, "dark": 0.72, "contrast": 0.78}


class Look(NamedTuple):
    """In pixels of the widget: where the whole slide would lie, what is lit; how dark and how covered it is, 0 to 1."""

    area: QRectF
    hole: QRectF
    radius: float = 0.0
    dark: float = 0.0
    cover: float = 0.0


def frame(size: QSizeF, ratio: float) -> QRect:
    """The largest place with this ratio in the middle; an edge that nobody would miss is filled too."""
    wide, high = size.width(), size.height()
    if wide <= 0 or high <= 0:
        return QRect()
    if abs(wide / high - ratio) < 0.006 * ratio:
        return QRect(0, 0, round(wide), round(high))
    fitted = QSizeF(ratio, 1.0).scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    left, top = round((wide - fitted.width()) / 2), round((high - fitted.height()) / 2)
    return QRect(left, top, round(fitted.width()), round(fitted.height()))


def wanted(showing: Showing, within: QRect) -> Look:
    """How it is to be looked at now."""
    stage = showing.gallery.stage
    scale = within.width() / stage.width * showing.zoom
    area = QRectF(within)
    if showing.zoom > 1:
        corner = QRectF(within).center() - showing.centre * scale
        area = QRectF(corner, QSizeF(stage.width * scale, stage.height * scale))
    covered = 1.0 if showing.cover else 0.0
    lit = showing.lit()
    high = within.height()
    if lit is not None:
        room = ROOM * high
        hole = QRectF(
            area.left() + lit.rect.x * scale, area.top() + lit.rect.y * scale, lit.rect.w * scale, lit.rect.h * scale
        ).adjusted(-room, -room, room, room)
        return Look(area, hole, room * 1.4, 1.0, covered)
    if showing.spot and showing.point is not None:
        middle, reach = area.topLeft() + showing.point * scale, LIGHT * high
        return Look(area, QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), reach, 1.0, covered)
    return Look(area, QRectF(within), 0.0, 0.0, covered)


def between(before: Look, after: Look, share: float) -> Look:
    """The moment at that share of the way."""
    return Look(
        _mixed_rect(before.area, after.area, share), _mixed_rect(before.hole, after.hole, share),
        *(a + (b - a) * share for a, b in zip(before[2:], after[2:], strict=True)),
    )  # fmt: skip


def _mixed_rect(one: QRectF, other: QRectF, share: float) -> QRectF:
    corner = one.topLeft() + (other.topLeft() - one.topLeft()) * share
    wide = one.width() + (other.width() - one.width()) * share
    return QRectF(corner, QSizeF(wide, one.height() + (other.height() - one.height()) * share))


def lit_region(look: Look, within: QRect) -> QRect:
    """What must be painted again when the light comes or goes there."""
    edge = round(SOFT * within.height()) + 4
    return look.hole.toAlignedRect().adjusted(-edge, -edge, edge, edge)


def dim(painter: QPainter, look: Look, within: QRect, soft: float, colouring: Colouring) -> None:
    """Everything but what is lit goes dark, with a soft edge: plain far from it, in a few steps near it."""
    strength = SHADE[colouring] * look.dark
    if strength <= 0.005:
        return
    near = look.hole.adjusted(-soft, -soft, soft, soft).toAlignedRect()
    shade = QColor(0, 0, 0)
    shade.setAlphaF(strength)
    for far in _around(within, near):
        painter.fillRect(far, shade)
    painter.drawImage(near.topLeft(), _edge(look, near, soft, strength, painter.device().devicePixelRatio()))


def _edge(look: Look, near: QRect, soft: float, strength: float, ratio: float) -> QImage:
    """Around what is lit, ring after ring less dark; each replaces what is under it, so that none of them adds up."""
    image = QImage(near.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter, shade = QPainter(image), QColor(0, 0, 0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.translate(-near.topLeft())
    ring = QPainterPath()
    ring.addRect(QRectF(near))
    for step in range(STEPS + 1):
        out = soft * (1 - step / STEPS)
        shade.setAlphaF(strength * _eased(1 - step / STEPS))
        _add_hole(ring, look, out - OVERLAP)
        painter.fillPath(ring, shade)
        ring = QPainterPath()
        _add_hole(ring, look, out)
    painter.end()
    return image


def _add_hole(path: QPainterPath, look: Look, out: float) -> None:
    """What is lit, so much larger: a hole in what the path has already, as it fills odd and even."""
    path.addRoundedRect(look.hole.adjusted(-out, -out, out, out), look.radius + out, look.radius + out)


def _eased(share: float) -> float:
    """Slowly at both ends."""
    return share * share * (3 - 2 * share)


def _around(within: QRect, near: QRect) -> tuple[QRect, ...]:
    """Above, below, left and right of it."""
    hole = near.intersected(within)
    if hole.isEmpty():
        return (within,)
    right, below = within.right() - hole.right(), within.bottom() - hole.bottom()
    return (
        QRect(within.left(), within.top(), within.width(), hole.top() - within.top()),
        QRect(within.left(), hole.bottom() + 1, within.width(), below),
        QRect(within.left(), hole.top(), hole.left() - within.left(), hole.height()),
        QRect(hole.right() + 1, hole.top(), right, hole.height()),
    )


def on_slide(point: QPointF, look: Look, width: float) -> QPointF:
    """A point of the widget in millimetres on a slide so wide."""
    return (point - look.area.topLeft()) * (width / max(look.area.width(), 1.0))
