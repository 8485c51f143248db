"""The picture of the network: zoomed and panned as the map is, travelled by arrow keys, pointed at and clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from app.canvas import zoom
from app.canvas.inks import Inks
from app.canvas.layer_item import LayerItem
from app.canvas.primitives import line_path
from app.canvas.scale import PX
from app.canvas.sheet import Sheet
from app.canvas.zoom_view import ZoomView
from app.plain import show_tip
from journeys.layout.drawing import Line

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent

    from app.context import Context
    from journeys.analysis.ecosystem import Edge
    from journeys.layout.ecosystem import Network
    from journeys.layout.ecosystem.network import Circle
    from journeys.model.document import Document

NEAR: Final = 8.0
"""Pixels on the screen from a line that still point at it."""
ON: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up)
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
LEFT: Final = Qt.MouseButton.LeftButton
MARGIN: Final = 16.0
HEIGHTS: Final = {"spokes": 0, "edges": 1, "numbers": 3, "nodes": 4}
UNDER_NODES: Final = 2


class NetView(ZoomView):
    """Keeps which party or edge is picked and pointed at; all else comes with the network it shows."""

    picked_anew = Signal()  #: the user picked another party or edge, or none
    opened = Signal()  #: Enter or double click on what is picked

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.inks = Inks(context.inks)
        self.network: Network | None = None
        self.party: str | None = None
        self.edge: Edge | None = None
        self._hover: str | Edge | None = None
        self._pan: QPointF | None = None
        self._tips: dict[str, str] = {}
        self._document = context.document
        self._traced: list[QGraphicsPathItem] = []
        self.setScene(QGraphicsScene(self))
        self.setBackgroundBrush(self.inks.colour("canvas"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMouseTracking(True)
        self.setAccessibleName(context.say("Network of parties"))

    def show_network(self, network: Network) -> None:
        """Paint this from now on; what is picked stays when it is still there."""
        scene = self.scene()
        scene.clear()
        self._traced = []
        first = self.network is None
        self.network, self._hover = network, None
        for layer in network.drawing.layers:
            item = LayerItem(Sheet(layer), self.inks)
            item.stand(QPointF(0.0, 0.0), HEIGHTS[layer.name])
            scene.addItem(item)
        whole = QRectF(0, 0, network.drawing.width * PX, network.drawing.height * PX)
        scene.setSceneRect(whole.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        if self.party not in network.circles:
            self.party = None
        self.edge = self._same(self.edge)
        if first:
            self.zoom_to_fit()
        elif self._fitted:
            self._stay_fitted()
        self._retrace()

    def pick(self, party: str | None = None, edge: Edge | None = None) -> None:
        """Make this the picked one and bring it into view; what is not in the network is not. Emits nothing."""
        circles = self.network.circles if self.network is not None else {}
        self.party, self.edge = party if party in circles else None, self._same(edge)
        if self.party is not None:
            self.bring(self._rect(circles[self.party]))
        self._retrace()

    def _same(self, edge: Edge | None) -> Edge | None:
        """The edge of the network that is shown between the same two; None where there is none."""
        if edge is None or self.network is None:
            return None
        key = (edge.source, edge.target, edge.bond)
        now = (route.edge for route in self.network.routes)
        return next((found for found in now if (found.source, found.target, found.bond) == key), None)

    def _choose(self, party: str | None = None, edge: Edge | None = None) -> None:
        self.pick(party, edge)
        self.picked_anew.emit()

    def place_of(self, party: str) -> QPointF:
        """The middle of a party's circle on the viewport."""
        assert self.network is not None
        circle = self.network.circles[party]
        return self.viewportTransform().map(QPointF(circle.x * PX, circle.y * PX))

    # The pointer

    def _at(self, place: QPointF) -> str | Edge | None:
        if self.network is None:
            return None
        point = self.scene_point(place)
        x, y = point.x() / PX, point.y() / PX
        return self.network.party_at(x, y) or self.network.edge_at(x, y, NEAR / PX / self.zoom)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.MiddleButton or (event.button() == LEFT and found is None):
            self._pan = event.position()
        if event.button() == LEFT:
            self._choose(*_parts(found))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan is not None:
            zoom.pan(self, (event.position() - self._pan).toPoint())
            self._pan = event.position()
            return
        found = self._at(event.position())
        if found != self._hover:
            self._hover = found
            hand = Qt.CursorShape.PointingHandCursor if found is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            self._retrace()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT and self._at(event.position()) is not None:
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self._retrace()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tip(event.globalPos(), self.line_at(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def line_at(self, place: QPointF) -> str:
        """What stands at this place of the viewport, in words."""
        from journeys.phrases import ecosystem as said

        found, document, say = self._at(place), self._document, self.context.say
        if found is None:
            return ""
        return self._tips.get(found, "") if isinstance(found, str) else said.edge_line(document, found, say)

    def tell(self, document: Document, tips: dict[str, str]) -> None:
        """What is said of each party, and the study of which this is the network."""
        self._document, self._tips = document, tips

    def let_go(self) -> None:
        """There is nothing to show: nothing is picked or pointed at either."""
        self.party = self.edge = self._hover = self.network = None
        self._traced = []
        self.scene().clear()

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (*ON, *BACK, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._travel(key)
        elif key in ENTER and (self.party or self.edge):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and (self.party or self.edge):
            self._choose()
        else:
            event.ignore()

    def _travel(self, key: Qt.Key) -> None:
        """From party to party, round with the clock or against it."""
        order = list(self.network.circles) if self.network is not None else []
        if not order:
            return
        if key == Qt.Key.Key_Home or (self.party is None and key in ON):
            index = 0
        elif key == Qt.Key.Key_End or self.party is None:
            index = len(order) - 1
        else:
            index = order.index(self.party) + (1 if key in ON else -1)
        self._choose(order[index % len(order)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # What lies over the picture

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self.network is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(self._hover, str):
            self._ring(painter, self._hover, "hover", 2.0)
        if self.party is not None:
            self._ring(painter, self.party, "focus" if self.hasFocus() else "selection", 3.0)

    def _ring(self, painter: QPainter, party: str, role: str, width: float) -> None:
        assert self.network is not None
        painter.setPen(self._pen(role, width))
        gap = (width + 2.0) / self.zoom
        painter.drawEllipse(self._rect(self.network.circles[party]).adjusted(-gap, -gap, gap, gap))

    def _retrace(self) -> None:
        """Show which edges are picked or pointed at: over the other edges, under circles and names."""
        for gone in self._traced:
            self.scene().removeItem(gone)
        self._traced = []
        for route in self.network.routes if self.network is not None else ():
            picked = route.edge is self.edge or self.party in (route.edge.source, route.edge.target)
            if picked or route.edge is self._hover:
                item = QGraphicsPathItem(line_path(Line(route.path, "flow", curved=True)))
                item.setPen(self._pen("selection" if picked else "hover", 3.0 if route.edge is self.edge else 2.0))
                item.setZValue(UNDER_NODES)
                self.scene().addItem(item)
                self._traced.append(item)
        self.viewport().update()

    def _pen(self, role: str, width: float) -> QPen:
        pen = QPen(self.inks.colour(role), width)
        pen.setCosmetic(True)
        return pen

    def _rect(self, circle: Circle) -> QRectF:
        side = 2 * circle.radius * PX
        return QRectF((circle.x - circle.radius) * PX, (circle.y - circle.radius) * PX, side, side)


def _parts(found: str | Edge | None) -> tuple[str | None, Edge | None]:
    return (found, None) if isinstance(found, str) else (None, found)
