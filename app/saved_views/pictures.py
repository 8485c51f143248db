"""Small pictures of saved views: a map as it would be shown, of the other kinds their sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from app.canvas import minimap
from app.canvas.inks import Inks
from app.canvas.scale import PX
from app.icons import path
from journeys.analysis.finding import known
from journeys.layout.map import Engine, MapSpec, map_layout

if TYPE_CHECKING:
    from app.study_view import StudyView
    from journeys.analysis.lenses.marks import Marks
    from journeys.layout.drawing import Drawing
    from journeys.model.entities import View

SIZE: Final = QSize(96, 60)
SHARP: Final = 2.0
LONG: Final = 200
"""Steps from which a map is not laid out for a picture of this size."""
WIDE: Final = 900.0
"""About as many pixels of a map as one sees at 100 %."""
SIGN: Final = 24


def picture(view: StudyView, saved: View) -> QPixmap:
    """What the view shows, small."""
    made = QPixmap(SIZE * SHARP)
    made.setDevicePixelRatio(SHARP)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(0.5, 0.5, SIZE.width() - 1, SIZE.height() - 1)
    rounded = QPainterPath()
    rounded.addRoundedRect(frame, 4, 4)
    inks = Inks(view.context.inks)
    painter.fillPath(rounded, inks.colour("canvas"))
    painter.setClipPath(rounded)
    drawing = _map(view, saved)
    painter.save()
    if drawing is not None:
        _paint(painter, drawing, inks, _part(drawing, saved))
    else:
        _sign(painter, saved.shown, view.context.colours.muted)
    painter.restore()
    painter.setClipping(False)
    painter.setPen(QPen(QColor(view.context.colours.edge), 1))
    painter.drawPath(rounded)
    painter.end()
    return made


def _map(view: StudyView, saved: View) -> Drawing | None:
    document = view.context.document
    journey = next((id_ for id_ in saved.journeys if id_ in document.journeys), None)
    if saved.shown != "map" or journey is None or len(document.referring(journey, "step")) > LONG:
        return None
    lanes = tuple(id_ for id_ in saved.lanes if id_ in document.lanes) or None
    engine = Engine()
    engine.mark(_marks(view, saved, journey))
    return map_layout(
        document, MapSpec(journey, axis=saved.axis, lanes=lanes, lens=known(saved.lens) or ""), view.context.say, engine
    )


def _marks(view: StudyView, saved: View, journey: str) -> Marks:
    from journeys.analysis.lenses.marks import marks

    latest, lens = view.insights.latest, known(saved.lens)
    if lens is None or latest is None or journey not in latest.scene.document.journeys:
        return {}
    return dict(marks(latest.scene, lens, journey))


def _part(drawing: Drawing, saved: View) -> QRectF:
    """The part of the map that it shows: the whole, or about a screen from where it begins."""
    whole = QRectF(0, 0, drawing.width * PX, drawing.height * PX)
    if saved.zoom is None:
        return whole
    starts = [
        target.rect.x * PX for layer in drawing.layers for target in layer.targets
        if target.part == "phase" and target.id == saved.phase
    ]  # fmt: skip
    wide = min(WIDE * 100 / saved.zoom, whole.width())
    left = max(0.0, min(min(starts, default=0.0), whole.width() - wide))
    return QRectF(left, 0, wide, wide * SIZE.height() / SIZE.width())


def _paint(painter: QPainter, drawing: Drawing, inks: Inks, part: QRectF) -> None:
    room = QRectF(3, 3, SIZE.width() - 6, SIZE.height() - 6)
    factor = min(room.width() / max(part.width(), 1.0), room.height() / max(part.height(), 1.0))
    painter.translate(room.left() + (room.width() - part.width() * factor) / 2, room.top())
    painter.scale(factor, factor)
    painter.translate(-part.left(), -part.top())
    minimap.paint(painter, drawing, inks)


def _sign(painter: QPainter, kind: str, ink: str) -> None:
    painter.translate((SIZE.width() - SIGN * 1.2) / 2, (SIZE.height() - SIGN * 1.2) / 2)
    painter.scale(1.2, 1.2)
    painter.setPen(QPen(QColor(ink), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path(kind))
