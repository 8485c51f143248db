"""The slides as pictures: laid out when they are first needed, kept sharp for every size at which they are shown."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter

from app.canvas.inks import Inks
from app.canvas.photos import Photos
from app.canvas.scale import PX
from app.canvas.sheet import Sheet
from journeys.layout import slides
from journeys.layout.palettes import palette
from journeys.layout.slides import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.theme import Look
    from journeys.analysis.scene import Scene
    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing, Layer
    from journeys.layout.slides import Show, Slide
    from journeys.layout.slides.course import Place
    from journeys.layout.slides.reading import Part
    from journeys.model.document import Document

    Key = tuple[Place, int, int, float]
    """A slide, its width and height in pixels, and the ratio of the screen."""

MOST_BYTES: Final = 160_000_000
"""What is kept painted; what was not shown for longest goes first."""
NARROWEST, WIDEST = 1.2, 2.4
"""The ratios of a stage; beyond them the screen keeps an edge free."""
DONE: Final = object()
SEEN: Final = 0.004
"""A difference in the ratio of screens that nobody sees."""


FACE: Final = 420
"""Pixels across that a portrait takes at most."""


class Gallery(QObject):
    """Knows the study as it is shown, the programme and the look; gives pictures of the slides."""

    photos_arrived = Signal()  #: a photograph on a slide can be painted now

    def __init__(self, say: Words, look: Look, source: Callable[[str | None], bytes | None], parent: QObject) -> None:
        super().__init__(parent)
        self.say = say
        self.document: Document | None = None
        self.show: Show | None = None
        self.slides: Sequence[Slide] = ()
        self._seen: Scene | None = None
        """What all slides are read from, gathered with the first of them."""
        self.stage = slides.Stage()
        self._photos = Photos(self)
        self._photos.source = source
        self._photos.at_once = FACE  # no room should see a grey place first, and a face takes no time
        self._photos.arrived.connect(self._photo_arrived)
        self.inks = Inks({})
        self.look = look
        self._drawings: dict[Place, Drawing] = {}
        self._parts: dict[Place, tuple[Part, ...]] = {}
        self._sheets: dict[Place, list[tuple[Layer, Sheet]]] = {}
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._begun: dict[Key, Iterator[None]] = {}
        self.wear(look)

    def put(self, document: Document, show: Show, programme: Sequence[Slide]) -> None:
        """Show this study from now on."""
        self.document, self.show, self.slides, self._seen = document, show, programme, None
        self.forget()

    def wear(self, look: Look) -> None:
        """Paint in these colours from now on."""
        self.look = look
        self.inks = Inks(palette(look))
        self.inks.photos = self._photos
        self._sheets.clear()
        self._forget_images()

    def fit(self, width: float, height: float) -> bool:
        """Take the shape of this screen; False when it has it already."""
        ratio = max(NARROWEST, min(WIDEST, width / max(height, 1.0)))
        if abs(ratio - self.stage.width / self.stage.height) < SEEN:
            return False
        self.stage = slides.Stage(round(self.stage.height * ratio, 2))
        self.forget()
        return True

    def forget(self) -> None:
        """Everything is laid out anew when it is next shown."""
        self._drawings.clear()
        self._parts.clear()
        self._sheets.clear()
        self._forget_images()

    def _forget_images(self) -> None:
        self._images.clear()
        self._begun.clear()

    def _photo_arrived(self) -> None:
        self._forget_images()
        self.photos_arrived.emit()

    # Words

    def title(self, index: int) -> str:
        """What a slide is called in a list."""
        if self.document is None or not 0 <= index < len(self.slides):
            return ""
        return slides.title_of(self.document, self.slides[index], self.say)

    def notes(self, index: int) -> tuple[str, ...]:
        """What the presenter may want to say and ask."""
        if self.document is None or not 0 <= index < len(self.slides):
            return ()
        return slides.notes(self.document, self.slides[index], self.say)

    def said(self, place: Place) -> tuple[str, ...]:
        """The slide for who does not see it: everything that stands on it, in reading order."""
        return reading.said(self.drawing(place))

    def parts(self, place: Place) -> tuple[Part, ...]:
        """What can be lit on the slide."""
        if place not in self._parts:
            self._parts[place] = reading.parts(self.drawing(place))
        return self._parts[place]

    # Pictures

    def drawing(self, place: Place) -> Drawing:
        """The slide laid out for the stage."""
        if place not in self._drawings:
            if self.document is None:
                raise LookupError(place)
            slide = self.slides[place.index]
            if self._seen is None and self.show is not None:
                self._seen = slides.seen_by(self.document, self.show)
            self._drawings[place] = slides.slide_layout(
                self.document, slide, self.stage, self.say, show=self.show, shown=place.shown, seen=self._seen
            )
        return self._drawings[place]

    def image(self, place: Place, size: QSize, ratio: float) -> QImage:
        """The slide at this size in pixels of a screen with this ratio, painted before or now."""
        while not self.advance(place, size, ratio):
            pass
        key = (place, size.width(), size.height(), ratio)
        self._images.move_to_end(key)
        return self._images[key]

    def advance(self, place: Place, size: QSize, ratio: float) -> bool:
        """Make a part of the picture; True when it is there."""
        key = (place, size.width(), size.height(), ratio)
        if key in self._images:
            return True
        if key not in self._begun:
            self._begun[key] = self._making(key)
        if next(self._begun[key], DONE) is not DONE:
            return False
        del self._begun[key]
        return True

    def has(self, place: Place, size: QSize, ratio: float) -> bool:
        """Whether this picture is painted already."""
        return (place, size.width(), size.height(), ratio) in self._images

    def nearest(self, place: Place) -> QImage | None:
        """The largest picture of the slide that is there, whatever its size."""
        held = [image for key, image in self._images.items() if key[0] == place]
        return max(held, key=QImage.width, default=None)

    def _making(self, key: Key) -> Iterator[None]:
        """Lay it out, then paint one layer after the other."""
        place, size, ratio = key[0], QSize(key[1], key[2]), key[3]
        image = QImage(size * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self.inks.colour("canvas"))
        area = QRectF(0, 0, size.width(), size.height())
        for index in range(len(self._sheets_of(place))):
            yield
            painter = QPainter(image)
            self.paint(painter, place, area, only=index)
            painter.end()
        self._images[key] = image
        self._make_room()

    def paint(
        self, painter: QPainter, place: Place, area: QRectF, exposed: QRectF | None = None, only: int | None = None
    ) -> None:  # fmt: skip
        """Paint the slide over this area, or what shows in the exposed part of it, or only one layer by its number."""
        factor = area.width() / (self.stage.width * PX)
        if factor <= 0:
            return
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(factor, factor)
        seen = None if exposed is None else painter.transform().inverted()[0].mapRect(exposed)
        sheets = self._sheets_of(place)
        for layer, sheet in sheets if only is None else sheets[only : only + 1]:
            left, top = layer.origin[0] * PX, layer.origin[1] * PX
            painter.translate(left, top)
            shown = sheet.rect if seen is None else seen.translated(-left, -top)
            sheet.paint(painter, self.inks, shown, factor * painter.device().devicePixelRatio())
            painter.translate(-left, -top)
        painter.restore()

    def _sheets_of(self, place: Place) -> list[tuple[Layer, Sheet]]:
        if place not in self._sheets:
            self._sheets[place] = [(layer, Sheet(layer)) for layer in self.drawing(place).layers if layer.elements]
        return self._sheets[place]

    def _make_room(self) -> None:
        size = sum(image.sizeInBytes() for image in self._images.values())
        while size > MOST_BYTES and len(self._images) > 1:
            _, gone = self._images.popitem(last=False)
            size -= gone.sizeInBytes()
