"""A presentation under way: which slide, how much of it, what is lit, how near; everybody who shows it follows this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from app import settings
from journeys.layout.slides import course, reading
from journeys.layout.slides.course import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.present.gallery import Gallery
    from journeys.layout.slides import Show, Slide
    from journeys.layout.slides.reading import Part
    from journeys.model.document import Document

Cover = Literal["", "black", "white"]
CLOSER: Final = 2.0
CLOSEST: Final = 6.0
PACES: Final = (4, 6, 8, 12, 20, 30)
"""Seconds that a slide stands while the journey plays by itself."""
USUAL_PACE: Final = 8
TICKS: Final = 40
"""In so many bits the time of a slide passes."""


class Showing(QObject):
    """Knows no window. Places on the slide are in millimetres of the stage."""

    turned = Signal()  #: another slide, or more of it
    renewed = Signal()  #: the slides are others, or look otherwise
    looked = Signal()  #: what is lit, covered, or how near it is
    moved = Signal()  #: the light moved
    played = Signal()  #: it began or stopped playing, or some of a slide's time passed
    ended = Signal()  #: it plays no more: this was the last slide

    def __init__(self, gallery: Gallery, parent: QObject) -> None:
        super().__init__(parent)
        self.gallery = gallery
        self.place = Place()
        self.cover: Cover = ""
        self.spot = False
        self.part: int | None = None
        """The lit part, when the keyboard chose it."""
        self.point: QPointF | None = None
        """Where the light stands, when a pointer holds it."""
        self.zoom = 1.0
        self.centre = QPointF()
        self.pace = _pace()
        self.passed = 0
        """How much of this slide's time has passed, in ticks."""
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)

    # The programme

    @property
    def slides(self) -> Sequence[Slide]:
        return self.gallery.slides

    @property
    def slide(self) -> Slide | None:
        return self.slides[self.place.index] if self.slides else None

    @property
    def following(self) -> Place | None:
        """What "next" would show; None at the end."""
        found = course.onward(self.slides, self.place)
        return None if found == self.place else found

    def around(self) -> list[Place]:
        """What keys may show next: this, the next, the one before."""
        found = [self.place, course.onward(self.slides, self.place), course.back(self.slides, self.place)]
        return list(dict.fromkeys(found)) if self.slides else []

    def coming(self) -> list[Place]:
        """What keys may make the next one: the next, the one after it, this."""
        after = course.onward(self.slides, self.place)
        found = [after, course.onward(self.slides, after), self.place]
        return list(dict.fromkeys(found)) if self.slides else []

    def put(self, document: Document, show: Show, programme: Sequence[Slide], at: int | None = None) -> None:
        """Another study, or what became of it: begins `at` a slide, else stays where it was."""
        before = self.slides
        held = course.kept(before, self.place, programme) if at is None else Place(at)
        lit = self._lit_id()
        same = bool(before) and bool(programme) and before[self.place.index].place == programme[held.index].place
        self.gallery.put(document, show, programme)
        self.place = held
        if same:
            self.part = next((i for i, part in enumerate(self.parts()) if part.id == lit), None) if lit else None
        else:
            self._look_at_all()
        self.renewed.emit()

    def _lit_id(self) -> str:
        found = self.lit() if self.slides else None
        return "" if found is None else found.id

    # Turning

    def go(self, place: Place) -> None:
        """To there; what covered the screen goes."""
        covered, self.cover = self.cover, ""
        if place == self.place:
            if covered:
                self.looked.emit()
            return
        other = place.index != self.place.index
        self.place, self.passed = place, 0
        if other:
            self._look_at_all()
        elif self.part is not None and self.part >= len(self.parts()):
            self.part = None
        self.turned.emit()

    def next(self) -> None:
        self.go(course.onward(self.slides, self.place))

    def previous(self) -> None:
        self.go(course.back(self.slides, self.place))

    def first(self) -> None:
        self.go(Place())

    def last(self) -> None:
        self.go(course.full(self.slides, len(self.slides) - 1) if self.slides else Place())

    def to(self, index: int) -> None:
        """To a slide by its number from 0; to the nearest when there are not so many."""
        self.go(Place(max(0, min(index, len(self.slides) - 1))))

    def _look_at_all(self) -> None:
        self.zoom, self.part = 1.0, None

    # Looking

    def hide_behind(self, cover: Cover) -> None:
        """Black or white instead of the slide; once more, and it is back."""
        self.cover = "" if self.cover == cover else cover
        self.looked.emit()

    def parts(self) -> tuple[Part, ...]:
        return self.gallery.parts(self.place) if self.slides else ()

    def lit(self) -> Part | None:
        """The part that the keyboard lit."""
        found = self.parts() if self.spot and self.part is not None else ()
        return found[self.part] if self.part is not None and self.part < len(found) else None

    def light(self, *, on: bool) -> None:
        """Dim everything but what is pointed at."""
        self.spot, self.part = on, None
        if on and self.point is None and self.parts():
            self.light_part(1)
        else:
            self.looked.emit()

    def light_part(self, direction: int) -> None:
        """Light the next part of the slide in reading order, or the one before; round and round."""
        count = len(self.parts())
        if not count:
            return
        first = 0 if direction > 0 else count - 1
        self.part = first if self.part is None else (self.part + direction) % count
        self.spot, self.cover, self.point = True, "", None
        self.looked.emit()

    def light_at(self, point: QPointF) -> None:
        """The light follows a pointer."""
        chosen = self.part is not None
        self.point, self.part = point, None
        if self.spot:
            (self.looked if chosen else self.moved).emit()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer around a place, which stays where it is; the lit part or the middle without one."""
        zoom = max(1.0, min(CLOSEST, self.zoom * factor))
        if abs(zoom - self.zoom) < 0.001:
            return
        middle = QPointF(self.gallery.stage.width / 2, self.gallery.stage.height / 2)
        centre = self.centre if self.zoom > 1 else middle
        centre = (self._of_interest() or centre) if at is None else at + (centre - at) * (self.zoom / zoom)
        self.zoom, self.centre = (zoom if zoom > 1.01 else 1.0), centre
        self._stay_inside()
        self.looked.emit()

    def _of_interest(self) -> QPointF | None:
        lit = self.lit()
        if lit is None:
            return self.point if self.spot else None
        return QPointF(lit.rect.x + lit.rect.w / 2, lit.rect.y + lit.rect.h / 2)

    def pan(self, right: float, down: float) -> None:
        """Move along, in millimetres; only when it is nearer than the whole."""
        if self.zoom > 1:
            self.centre = self.centre + QPointF(right, down)
            self._stay_inside()
            self.looked.emit()

    def _stay_inside(self) -> None:
        stage = self.gallery.stage
        half_wide, half_high = stage.width / self.zoom / 2, stage.height / self.zoom / 2
        x = max(half_wide, min(stage.width - half_wide, self.centre.x()))
        y = max(half_high, min(stage.height - half_high, self.centre.y()))
        self.centre = QPointF(x, y)

    def whole(self) -> None:
        """The slide as a whole again."""
        if self.zoom > 1:
            self.zoom = 1.0
            self.looked.emit()

    def let_go(self) -> bool:
        """Take away the last thing that was laid over the slide; False when it stands there plainly."""
        if self.playing:
            self.stop()
        elif self.cover:
            self.hide_behind(self.cover)
        elif self.zoom > 1:
            self.whole()
        elif self.spot:
            self.light(on=False)
        else:
            return False
        return True

    # Playing

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    def play(self) -> None:
        """Go on by itself, slide after slide, at the pace that was chosen; from the end, from the beginning."""
        if self.following is None:
            self.first()
        self.cover, self.passed = "", 0
        self._clock.start(round(self.pace * 1000 / TICKS))
        self.looked.emit()
        self.played.emit()

    def stop(self) -> None:
        if self.playing:
            self._clock.stop()
            self.passed = 0
            self.played.emit()

    def set_pace(self, seconds: int) -> None:
        """Seconds that a slide stands; kept for the next time."""
        self.pace = seconds
        settings.set_presenting("pace", str(seconds))
        if self.playing:
            self._clock.setInterval(round(seconds * 1000 / TICKS))
        self.played.emit()

    def change_pace(self, direction: int) -> None:
        """The next quicker (+1) or slower (-1) pace."""
        nearest = min(range(len(PACES)), key=lambda i: abs(PACES[i] - self.pace))
        self.set_pace(PACES[max(0, min(len(PACES) - 1, nearest - direction))])

    def _tick(self) -> None:
        self.passed += 1
        if self.passed >= TICKS:
            self.next()
            self.passed = 0
            if self.following is None:
                self._clock.stop()
                self.ended.emit()
        self.played.emit()


def _pace() -> int:
    held = settings.presenting("pace")
    return int(held) if held.isdecimal() and len(held) < 6 and int(held) in PACES else USUAL_PACE


def part_at(showing: Showing, point: QPointF) -> Part | None:
    """What lies under a pointer."""
    found = showing.parts()
    index = reading.part_at(found, point.x(), point.y())
    return None if index is None else found[index]
