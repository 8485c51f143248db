"""The scene: a Drawing as one item per layer; an edit makes anew only the layers that it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.far_item import FarItem
from app.canvas.kept_item import TitlesItem, WordsItem
from app.canvas.layer_item import LayerItem
from app.canvas.scale import PX
from app.canvas.sheet import Sheet
from journeys.layout.drawing import Drawing

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.canvas.inks import Inks
    from journeys.layout.drawing import Layer

MARGIN: Final = 28.0
"""Pixels at 100 % around the map."""
FAR_BELOW: Final = 0.45
"""The zoom below which a crowded map is painted as plain blocks and hairlines."""
CROWDED: Final = 6000
"""Elements from which a map is crowded; with fewer, every detail is painted at any zoom."""


COLUMN_GAP: Final = 3.0
"""Pixels at 100 % between the names of the lanes and the lanes."""


def _made(layer: Layer, inks: Inks) -> LayerItem:
    """The item that paints this kind of layer."""
    if layer.name == "titles":
        return TitlesItem(Sheet(layer), inks)
    if layer.lane in ("phases", "presence") and layer.elements:
        return WordsItem(layer, inks)
    return LayerItem(Sheet(layer), inks)


class Picture:
    """Holds the items of the Drawing that is shown, by the name of their layer."""

    def __init__(self, parent: QObject) -> None:
        self.scene = QGraphicsScene(parent)
        self.scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.items: dict[str, LayerItem] = {}
        self._drawing = Drawing(0.0, 0.0, ())
        self._far: FarItem | None = None
        self._near = True

    def show(self, drawing: Drawing, inks: Inks, zoom: float) -> None:
        """Paint this drawing from now on."""
        old, self.items = self.items, {}
        for height, layer in enumerate(drawing.layers):
            if layer.elements:
                self.items[layer.name] = self._item(old.pop(layer.name, None), layer, inks, height)
        for gone in old.values():
            self.scene.removeItem(gone)
        self._drawing = drawing
        far = self._drop_far()
        area = QRectF(0, 0, drawing.width * PX, drawing.height * PX)
        self.scene.setSceneRect(area.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self.zoomed(zoom, inks, far)

    def keep_in_view(self, left: float, right: float) -> None:
        """The names of lanes, phases and presence stay between these places of the scene."""
        column = self.column()
        for item in self.items.values():
            if isinstance(item, TitlesItem):
                item.keep(left, column)
            elif isinstance(item, WordsItem):
                item.keep(max(left, 0.0) + column.width(), right)

    def covered(self) -> QRectF:
        """Where the names of the lanes lie over the map; empty when nothing has slid under them."""
        titles = self.items.get("titles")
        return titles.covered() if isinstance(titles, TitlesItem) else QRectF()

    def slid(self) -> float:
        """How far the names of the lanes have slid along with what is in view."""
        titles = self.items.get("titles")
        return 0.0 if titles is None else titles.x()

    def column(self) -> QRectF:
        """Where the names of the lanes stand when nothing is scrolled."""
        starts = [layer.origin[0] for layer in self._drawing.layers if layer.lane == "phases"]
        wide = min(starts, default=0.0) * PX
        return QRectF(0, -MARGIN, max(0.0, wide - COLUMN_GAP), self._drawing.height * PX + 2 * MARGIN)

    def _item(self, item: LayerItem | None, layer: Layer, inks: Inks, height: int) -> LayerItem:
        if isinstance(item, WordsItem) and item.layer.elements is not layer.elements:
            self.scene.removeItem(item)
            item = None
        if item is None:
            item = _made(layer, inks)
            item.setVisible(self._near)
            self.scene.addItem(item)
        elif not isinstance(item, WordsItem) and item.sheet.elements is not layer.elements:
            item.show_sheet(Sheet(layer), inks)
        item.stand(QPointF(layer.origin[0] * PX, layer.origin[1] * PX), height)
        return item

    def zoomed(self, zoom: float, inks: Inks, before: FarItem | None = None) -> None:
        """Show the layers, or from afar one item in their place; `before`: the one that stood there until now."""
        near = zoom >= FAR_BELOW or sum(len(layer.elements) for layer in self._drawing.layers) < CROWDED
        if near != self._near:
            self._near = near
            for item in self.items.values():
                item.setVisible(near)
        if near:
            self._drop_far()
        elif self._far is None:
            self._far = FarItem(self._drawing, inks, before)
            self.scene.addItem(self._far)

    @property
    def from_afar(self) -> bool:
        """Whether the map is painted as plain blocks now."""
        return self._far is not None

    def _drop_far(self) -> FarItem | None:
        gone, self._far = self._far, None
        if gone is not None:
            self.scene.removeItem(gone)
        return gone

    def recolour(self, inks: Inks, zoom: float) -> None:
        """Paint the same drawing with other colours."""
        for item in self.items.values():
            item.sheet.forget_inks()
            item.show_sheet(item.sheet, inks)
        self._drop_far()
        self.zoomed(zoom, inks)
