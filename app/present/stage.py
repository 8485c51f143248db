"""The slide on the audience's screen: painted, faded from one to the next, lit, covered and brought nearer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from app import settings
from app.motion import glide
from app.present import look as looks
from app.present.ahead import Ahead, Wish
from app.present.near import Near
from app.present.pointing import Pointing
from app.present.showing import TICKS

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from app.present.look import Look
    from app.present.showing import Showing
    from journeys.layout.slides.course import Place

SEEN: Final = 0.01
"""Less dark than this is not seen."""
BEHIND: Final = 0.82
"""How much the presenter sees of the cover, and the slide behind it."""
COVERS: Final = {"black": QColor(0, 0, 0), "white": QColor(255, 255, 255)}


class StageView(QWidget):
    """Follows the showing; pointers over it move the light and turn the slides."""

    commanded = Signal(str)  #: a pointer or finger wants this command
    menu_wanted = Signal(QPoint)  #: the menu is wanted, at this point of the screen
    stirred = Signal()  #: a pointer moved

    def __init__(self, showing: Showing, *, leads: bool = False) -> None:
        super().__init__()
        self._leads = leads
        """Whether the slides take the shape of this one, and a cover hides all of it."""
        self._showing, self._gallery = showing, showing.gallery
        self._place: Place | None = None
        self._before = QImage()
        self._share = 1.0
        self._coarse = False
        """Whether the slide is shown from a picture of another size."""
        self._cover = QColor(0, 0, 0)
        self._look = self._from = looks.wanted(showing, QRect())
        self._motion: QVariantAnimation | None = None
        self._near = Near(self._gallery)
        self._pointing = Pointing(self, showing)
        self._ahead = Ahead(self._gallery, self._wishes, self)
        self._ahead.arrived.connect(self._sharpen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        showing.turned.connect(self._turn)
        showing.renewed.connect(self._renew)
        showing.looked.connect(self._glide)
        showing.moved.connect(self._move_light)
        showing.played.connect(self._show_passing)
        self._gallery.photos_arrived.connect(self._renew)

    # Places

    def frame(self) -> QRect:
        """Where the whole slide fits."""
        stage = self._gallery.stage
        found = looks.frame(QSizeF(self.size()), stage.width / stage.height)
        return found if self._leads else QRect(QPoint(0, 0), found.size())

    def on_slide(self, point: QPointF) -> QPointF:
        """A point of this widget on the slide, in millimetres."""
        return looks.on_slide(point, self._wanted(), self._gallery.stage.width)

    def per_pixel(self) -> float:
        """Millimetres of the slide in a pixel."""
        return self._gallery.stage.width / max(self._wanted().area.width(), 1.0)

    def _wanted(self) -> Look:
        return looks.wanted(self._showing, self.frame())

    @property
    def still(self) -> bool:
        """Whether nothing moves now."""
        return self._motion is None

    # Following

    def _turn(self) -> None:
        """Another slide comes in over the one that was there."""
        self._before = QImage()
        if self._place is not None and self._has(self._place):
            self._before = self._image(self._place)
        self._place = self._showing.place
        self._glide(turned=True)
        self._ahead.start()

    def _renew(self) -> None:
        """The slides are others: shown at once, as the hand that changed them expects."""
        self._stop()
        self._before, self._place = QImage(), self._showing.place
        self._near.forget()
        self._look = self._from = self._wanted()
        self.update()
        self._ahead.start()

    def _glide(self, *, turned: bool = False) -> None:
        self._stop()
        self._from, after = self._look, self._wanted()
        if turned:
            self._from = after._replace(cover=self._look.cover)  # nothing but the new slide moves
        elif self._from.dark < SEEN:
            self._from = self._from._replace(hole=after.hole, radius=after.radius)
        if self._showing.cover:
            self._cover = COVERS[self._showing.cover]

        def act(share: float) -> None:
            self._look = looks.between(self._from, self._aim(), share)
            self._share = share if turned else 1.0
            self.update()

        if not self.isVisible():
            act(1.0)
        else:
            self._motion = glide(self, act, self._arrived)

    def _aim(self) -> Look:
        """Where it goes: the light follows the pointer meanwhile, and one that goes out stays where it is."""
        after = self._wanted()
        if after.dark < SEEN <= self._from.dark:
            return after._replace(hole=self._from.hole, radius=self._from.radius)
        return after

    def _arrived(self) -> None:
        self._motion, self._before, self._look = None, QImage(), self._aim()
        self.update()

    def _stop(self) -> None:
        motion, self._motion = self._motion, None
        if motion is not None:
            motion.stop()
        self._share, self._before = 1.0, self._before if motion is None else QImage()

    def _move_light(self) -> None:
        """Only what the light leaves and reaches is painted again."""
        if self._motion is not None:
            return
        within = self.frame()
        before = looks.lit_region(self._look, within)
        self._look = self._wanted()
        self.update(before)
        self.update(looks.lit_region(self._look, within))

    def _show_passing(self) -> None:
        self.update(self._passing().adjusted(0, -1, 0, 1))

    def _passing(self) -> QRect:
        """Where the time of the slide passes, while it plays."""
        frame = self.frame()
        high = max(3, round(frame.height() / 180))
        return QRect(frame.left(), frame.bottom() + 1 - high, frame.width(), high)

    # Painting

    def _has(self, place: Place) -> bool:
        return self._gallery.has(place, self.frame().size(), self.devicePixelRatioF())

    def _image(self, place: Place) -> QImage:
        return self._gallery.image(place, self.frame().size(), self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = QPainter(self), self.frame()
        if self._look.cover >= 1 and self._leads:
            painter.fillRect(self.rect(), self._cover)
            return
        ground = self._gallery.inks.colour("canvas") if self._leads else self.palette().color(QPalette.ColorRole.Window)
        painter.fillRect(event.rect(), ground)
        if self._showing.slides and not frame.isEmpty():
            painter.save()
            painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
            self._paint_slide(painter, frame)
            painter.restore()
            painter.save()
            shown = self.rect() if self._leads else frame
            painter.setClipRect(shown, Qt.ClipOperation.IntersectClip)
            looks.dim(painter, self._look, shown, looks.SOFT * frame.height(), self._gallery.look)
            self._paint_ring(painter)
            self._paint_passing(painter)
            painter.restore()
        if self._look.cover > 0:
            painter.setOpacity(self._look.cover * (1.0 if self._leads else BEHIND))
            painter.fillRect(self.rect() if self._leads else frame, self._cover)

        if self.hasFocus() and not self._leads:
            painter.setOpacity(1.0)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(2, 2, -2, -2))

    def _paint_slide(self, painter: QPainter, frame: QRect) -> None:
        place, area = self._showing.place, self._look.area
        if area.toRect() == frame:
            if self._share < 1 and not self._before.isNull():
                painter.drawImage(frame.topLeft(), self._before)
                painter.setOpacity(self._share)
            self._paint_whole(painter, frame, place)
            painter.setOpacity(1.0)
        elif self._motion is not None and area.size() != self._from.area.size():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image(place))
        else:
            self._near.paint(painter, place, area, frame)

    def _paint_whole(self, painter: QPainter, frame: QRect, place: Place) -> None:
        """The presenter's own need not be sharp at once: the audience's comes first."""
        held = None if self._leads or self._has(place) else self._gallery.nearest(place)
        self._coarse = held is not None
        if held is None:
            painter.drawImage(frame.topLeft(), self._image(place))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(frame), held)

    def _paint_ring(self, painter: QPainter) -> None:
        if self._look.dark > 0 and self._showing.lit() is not None:
            colour = QColor(self._gallery.inks.colour("focus"))
            colour.setAlphaF(self._look.dark)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, max(2.0, self.frame().height() / 270)))
            painter.drawRoundedRect(self._look.hole, self._look.radius, self._look.radius)

    def _paint_passing(self, painter: QPainter) -> None:
        """A thin line that fills; in calm it shows only how far the journey is."""
        showing, line = self._showing, self._passing()
        if not showing.playing:
            return
        share = (showing.place.index + 1) / len(showing.slides) if settings.calm() else showing.passed / TICKS
        painter.fillRect(line, self._gallery.inks.colour("lane.stroke"))
        done = QRect(line.left(), line.top(), round(line.width() * share), line.height())
        painter.fillRect(done, self._gallery.inks.colour("selection"))

    def _wishes(self) -> list[Wish]:
        """The slides that a key would show are made before it is pressed."""
        size, ratio = self.frame().size(), self.devicePixelRatioF()
        return [Wish(place, size, ratio) for place in self._showing.around()] if self.isVisible() else []

    def _sharpen(self) -> None:
        """What was shown from a picture of another size can be seen well now."""
        if self._coarse:
            self._coarse = False
            self.update()

    # Qt

    def event(self, event: QEvent) -> bool:
        pointing: Pointing | None = getattr(self, "_pointing", None)  # Qt sends events while this is being made
        return (pointing is not None and pointing.handle(event)) or super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab lights the parts of the slide: the key goes to the window as it is."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._leads and self._gallery.fit(self.width(), self.height()):
            self._showing.renewed.emit()
        else:
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._leads:
            self._pointing.wait()

    def rest(self) -> None:
        """Nothing moves or is prepared any more."""
        self._stop()
        self._ahead.stop()
        self._pointing.rest()
