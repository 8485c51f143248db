"""Pictures on the map: decoded in a worker at the size they are seen, and painted as a grey place until then."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from app import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

Key = tuple[str, int]
"""The picture's id, and for which width in pixels it was decoded."""

WIDTHS: Final = (160, 420, 1200)
MOST_BYTES: Final = 96_000_000
"""What is kept decoded; what was not painted for longest goes first."""
PLACE: Final = QColor(128, 138, 152, 70)
CROSS: Final = QColor(128, 138, 152)


class Photos(QObject):
    """Keeps what was decoded. `source` gives the bytes of a picture by its id, or None."""

    arrived = Signal()  #: pictures that were asked for can be painted now

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source: Callable[[str], bytes | None] = lambda _: None
        self.at_once = 0
        """Pictures that are painted at most so many pixels wide are decoded while they are painted."""
        self._held: OrderedDict[Key, QImage] = OrderedDict()
        self._size = 0
        self._asked: dict[Key, None] = {}
        self._busy: tuple[Key, ...] = ()

    def paint(self, painter: QPainter, area: QRectF, image: str, radius: float = 0.0) -> None:
        """Paint the picture there, as sharp as it is needed; when it is not decoded yet, it comes a moment later."""
        across = painter.worldTransform().mapRect(area).width() * painter.device().devicePixelRatio()
        wanted = next((width for width in WIDTHS if across <= width * 1.15), WIDTHS[-1])
        if wanted <= self.at_once and (image, wanted) not in self._held:
            quick = _decoded(self.source(image), wanted, quick=True)
            if not quick.isNull():  # else it comes a moment later, as any other
                self._hold((image, wanted), quick)
        found = self._held.get((image, wanted))
        if found is None:
            self._ask((image, wanted))
            found = next((self._held[image, width] for width in WIDTHS if (image, width) in self._held), None)
        else:
            self._held.move_to_end((image, wanted))
        if found is None:
            _paint_rounded(painter, area, radius, QBrush(PLACE))
        elif found.isNull():
            _paint_broken(painter, area)
        elif radius:
            _paint_rounded(painter, area, radius, _covering(found, area))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, found, QRectF(found.rect()))

    @property
    def busy(self) -> bool:
        """Whether a picture is still being decoded."""
        return bool(self._asked or self._busy)

    def _ask(self, key: Key) -> None:
        if key not in self._busy:
            self._asked[key] = None
            if not self._busy:
                self._begin()

    def _begin(self) -> None:
        self._busy, self._asked = tuple(self._asked), {}
        jobs = [(key, self.source(key[0])) for key in self._busy]

        def work(state: tasks.Work) -> list[tuple[Key, QImage]]:
            return [(key, _decoded(data, key[1])) for key, data in jobs if not state.cancelled]

        tasks.start(work, self, self._take, self._failed)

    def _take(self, found: list[tuple[Key, QImage]]) -> None:
        for key, image in found:
            self._hold(key, image)
        self._busy = ()
        if self._asked:
            self._begin()
        self.arrived.emit()

    def _hold(self, key: Key, image: QImage) -> None:
        self._held[key] = image
        self._size += image.sizeInBytes()
        while self._size > MOST_BYTES and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self._size -= gone.sizeInBytes()

    def _failed(self, _: Exception) -> None:
        self._take([(key, QImage()) for key in self._busy])


def _decoded(data: bytes | None, width: int, *, quick: bool = False) -> QImage:
    """The picture, as wide as that or as it is; a null one when it cannot be shown, or not `quick`."""
    from app import picture_bytes, pixels
    from journeys.errors import ImageError

    bounds = picture_bytes.SMALL if quick else picture_bytes.ALL
    try:
        return QImage() if data is None else pixels.shown(data, round(width * 1.34), bounds)
    except ImageError:
        return QImage()


def _covering(image: QImage, area: QRectF) -> QBrush:
    """The picture as a brush that covers the area, its middle in the middle."""
    times = max(area.width() / image.width(), area.height() / image.height())
    place = QTransform.fromTranslate(area.center().x(), area.center().y())
    place.scale(times, times).translate(-image.width() / 2, -image.height() / 2)
    brush = QBrush(image)
    brush.setTransform(place)
    return brush


def _paint_rounded(painter: QPainter, area: QRectF, radius: float, brush: QBrush) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(area, radius, radius)


def _paint_broken(painter: QPainter, area: QRectF) -> None:
    """A crossed place: there is a picture, and it cannot be shown."""
    painter.fillRect(area, PLACE)
    side = min(area.width(), area.height()) * 0.3
    middle = area.center()
    painter.setPen(QPen(CROSS, side * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for slope in (1, -1):
        ends = [QPointF(-side / 2, -slope * side / 2), QPointF(side / 2, slope * side / 2)]
        painter.drawPolyline(QPolygonF([middle + end for end in ends]))
