"""The map as a picture: one journey laid out, kept in step with every edit; and what lies where in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QTimer

from app.canvas import hints, scale
from app.canvas.hits import Hits
from app.canvas.inks import Inks
from app.canvas.photos import Photos
from app.canvas.picture import Picture
from app.canvas.scale import PX
from app.canvas.zoom_view import ZoomView
from journeys.layout.drawing import Drawing
from journeys.layout.map import Engine, MapSpec, day_at, map_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from app.tasks import Task
    from journeys.analysis.lenses.marks import Marks
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.layout.drawing import Target
    from journeys.model.document import Document

REACH = 12.0
"""Half a fingertip, in pixels on the screen: small targets are at least 24 wide."""
LINK_REACH = 7
BESIDE = 30
"""Pixels on the screen between the names of the lanes and what was brought into view."""
LONG = 400
"""Steps from which only the beginning is laid out for the first picture, and the rest once that stands."""
MANY = 2_000
"""Things that change at once from which the whole is laid out aside: an import, an undo of it."""
BEGINNING = (0, 96)
"""Columns of a beginning: wider than any screen as long as the words on the map can be read."""
UNSEEN_MS = 1000
"""A window that is not painted, such as a minimised one, does not wait longer than this."""


class ShownMap(ZoomView):
    """Shows one journey; what can be done with it is the work of its subclass."""

    def __init__(
        self, document: Document, say: Words, palette: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document, self.say, self.inks = document, say, Inks(palette)
        self.photos = Photos(self)
        self.inks.photos = self.photos
        self.photos.arrived.connect(lambda: self.viewport().update())
        self.journey: str | None = None
        self.drawing = Drawing(0.0, 0.0, ())
        self.hits = Hits(self.drawing)
        self.picture = Picture(self)
        self.minimap_wanted = True
        """Whether the whole map is shown small in the corner when it does not fit."""
        self.lens = ""
        """The lens by which the cards are coloured."""
        self.marks: Marks = {}
        """What it says of the steps."""
        self._choices: dict[str, Any] = {}
        self._engine = Engine()
        self._turn = 0
        """How many edits there were: a drawing of the same turn is one of what is."""
        self._hint = hints.Hint(self.viewport(), self.inks)
        self._partial = False
        self._aside: Task | None = None
        """The worker that lays out the whole; an older one was told to stop."""
        self._once_whole: list[Callable[[], object]] = []
        self._ahead: Document | None = None
        self._waiting: list[Callable[[], object]] = []
        self._unseen = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._unseen.timeout.connect(self._painted)
        self.setScene(self.picture.scene)
        self.setBackgroundBrush(self.inks.colour("canvas"))
        self.zoom_changed.connect(self._zoomed)

    # --- showing ---

    def show_journey(self, journey_id: str | None) -> None:
        """Show this journey from its beginning; None shows the hint that there is none."""
        if journey_id != self.journey:
            self._leave_aside()
            self._once_whole = []
            self.journey = journey_id
            self.lay_out(beginning=len(self.document.steps) > LONG)
            if self._partial:
                self.when_painted(self._begin_aside)
            self.show_from_start()

    def zoom_to_fit(self) -> None:
        self.lay_out_rest()
        super().zoom_to_fit()

    def edited(self, edit: Edit) -> None:
        """The document has changed: lay out anew; selection, zoom and scroll position stay."""
        if not edit:
            return
        self._turn += 1
        self._engine.follow(edit.changes)
        many = len(edit.changes) > MANY
        before = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.lay_out(beginning=self._partial or many)
        if many:
            self._lay_out_rest_aside(before)

    def set_document(self, document: Document) -> None:
        """Another document altogether."""
        self.document, self._engine, self.journey = document, Engine(), None
        self.lay_out()

    def set_look(self, palette: Mapping[str, str], say: Words) -> None:
        """Other colours, another language."""
        self.say, self.inks = say, Inks(palette)
        self.inks.photos = self.photos
        self.setBackgroundBrush(self.inks.colour("canvas"))
        self._hint.recolour(self.inks)
        self.lay_out()
        self.picture.recolour(self.inks, self.zoom)

    @property
    def choices(self) -> Mapping[str, Any]:
        """The choices of MapSpec that are not the usual ones: scope, axis, lanes …"""
        return self._choices

    def set_choices(self, **choices: Any) -> None:
        """Lay out with these choices of MapSpec; those not named stay as they are."""
        wanted = {**self._choices, **choices}
        if wanted != self._choices:
            self._choices = wanted
            self.lay_out()

    def colour_by(self, lens: str, marks: Marks) -> None:
        """Colour the cards by what this lens says of the steps; without one they are as they are."""
        if (lens, marks) != (self.lens, self.marks):
            self.lens, self.marks = lens, marks
            self.lay_out(beginning=self._partial)

    def marked(self, step: str) -> str:
        """What the lens says of a step, in words."""
        if not self.lens or step not in self.marks:
            return ""
        from journeys.phrases.lenses import signs

        return signs.line(self.lens, (mark.code for mark in self.marks[step]), self.say)

    @property
    def rehearsing(self) -> bool:
        """Whether the map shows what a gesture would do, not yet what is."""
        return self._ahead is not None

    def lay_out(self, ahead: Document | None = None, *, beginning: bool = False) -> None:
        """Lay out the journey, or only what a first picture can show of it; `ahead`: as it would be in that study."""
        self._ahead = ahead
        document = self.document if ahead is None else ahead
        journey = self.journey if self.journey in document.journeys else None
        if journey is None:
            drawing = Drawing(0.0, 0.0, ())
        else:
            spec = replace(self._spec(), window=BEGINNING if beginning else None)
            self._engine.mark(self.marks)
            drawing = map_layout(document, spec, self.say, self._engine)
        self._put(drawing, Hits(drawing, self.hits), partial=beginning)

    def _put(self, drawing: Drawing, hits: Hits, *, partial: bool) -> None:
        """Show this drawing from now on."""
        self.drawing, self.hits = drawing, hits
        self.picture.show(drawing, self.inks, self.zoom)
        self._keep_in_view()
        self._hint.show_for(self.document, drawing.journey or None, self.say)
        self._partial = partial
        self.laid_out()
        self.viewport().update()

    @property
    def partial(self) -> bool:
        """Whether only the beginning is laid out so far."""
        return self._partial

    def laid_out(self) -> None:
        """A new picture stands: what lies over it must follow."""

    def _stay_fitted(self) -> None:
        """The beginning is not the whole: what is still laid out aside is fitted when it stands."""
        if not self._aside:
            super()._stay_fitted()

    def lay_out_rest(self) -> None:
        """Lay out what was put off; whoever needs all of the map does so at once."""
        if self._partial:
            self.lay_out()

    def _begin_aside(self) -> None:
        if self._aside is None:
            self._lay_out_rest_aside()

    def _lay_out_rest_aside(self, scrolled: tuple[int, int] | None = None) -> None:
        """Let a worker lay out the whole; it hands over an engine that knows nearly everything already.

        `scrolled`: where the view stood before its picture became so short, and stands again behind that.
        """
        from app import tasks

        if not self._partial:
            return
        self._leave_aside()
        document, spec, say, marks = self.document.snapshot(), self._spec(), self.say, self.marks
        turn = self._turn

        def work(state: tasks.Work) -> tuple[Engine, Drawing, Hits]:
            engine = Engine(lambda: state.cancelled)
            engine.mark(marks)
            drawing = map_layout(document, spec, say, engine)
            hits = Hits(drawing)
            hits.prepare()
            return engine, drawing, hits

        def done(made: tuple[Engine, Drawing, Hits]) -> None:
            if self._partial and (spec, say) != (self._spec(), self.say):
                self._lay_out_rest_aside(scrolled)  # what it made is of no use: never lay out all of it here
                return
            if self._partial:
                self._engine, drawing, hits = made
                if turn == self._turn and marks is self.marks:
                    self._engine.adopt(self.document)
                    self._ahead = None
                    self._put(drawing, hits, partial=False)
            self._stand(scrolled)

        def over() -> None:
            if self._aside is task:
                self._aside = None

        self._aside = task = tasks.start(work, self, done, lambda _: self.lay_out_rest())
        task.ended.connect(over)

    def _leave_aside(self) -> None:
        """Nobody waits any more for what a worker lays out."""
        if self._aside is not None:
            self._aside.cancel()
            self._aside = None

    def _stand(self, scrolled: tuple[int, int] | None) -> None:
        """The whole was laid out aside: show it, there where the view stood."""
        self.lay_out_rest()
        if self.fitted:
            self._stay_fitted()
        elif scrolled is not None:
            self.horizontalScrollBar().setValue(scrolled[0])
            self.verticalScrollBar().setValue(scrolled[1])
        acts, self._once_whole = self._once_whole, []
        for act in acts:
            act()

    def once_whole(self, act: Callable[[], object]) -> None:
        """Do this when the whole map stands: at once, unless there is so much of it that a worker lays it out."""
        if self._partial and len(self.document.steps) > MANY:
            self._once_whole.append(act)
            self._begin_aside()
        else:
            self.lay_out_rest()
            act()

    def _spec(self) -> MapSpec:
        return MapSpec(self.journey or "", **self._choices, lens=self.lens)

    def when_painted(self, act: Callable[[], object]) -> None:
        """Do this as soon as the map has been painted: what can wait does not delay the first picture."""
        self._waiting.append(act)
        self._unseen.start()

    def _painted(self) -> None:
        self._unseen.stop()
        acts, self._waiting = self._waiting, []
        for act in acts:
            act()

    def bring(self, area: QRectF) -> None:
        """Scroll until this is in view, and not under the names of the lanes."""
        super().bring(area)
        covered = self.picture.covered()
        if covered.intersects(area) and area.width() < self.visible_area().width() - covered.width():
            aside = (covered.right() - area.left()) * self.zoom + BESIDE
            self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() - aside))

    def _keep_in_view(self) -> None:
        seen = self.visible_area()
        self.picture.keep_in_view(seen.left(), seen.right())

    def _zoomed(self, zoom: float) -> None:
        self._keep_in_view()
        self.picture.zoomed(zoom, self.inks)

    # --- what is where ---

    def target_at(self, point: QPointF) -> Target | None:
        """What is pointed at there in the scene."""
        return None if self.picture.covered().contains(point) else self.hits.at(point, REACH / self.zoom)

    def hidden_lanes_at(self, point: QPointF) -> bool:
        """Whether there stands how many lanes are hidden; it slides along with the names of the lanes."""
        titles = next((layer for layer in reversed(self.drawing.layers) if layer.name == "titles"), None)
        lines = [target for target in titles.targets if target.part == "hidden"] if titles is not None else []
        return any(scale.rect(line.rect).translated(self.picture.slid(), 0).contains(point) for line in lines)

    def day_at(self, x: float) -> tuple[float, float] | None:
        """On a map true to time: the day at this place of the scene, and how many days a millimetre is there."""
        if self._choices.get("axis") != "true" or self.journey not in self.document.journeys:
            return None
        return day_at(self.document, MapSpec(cast("str", self.journey), **self._choices), x / PX)

    def link_at(self, point: QPointF) -> str | None:
        """The connection that passes there."""
        return self.hits.link_at(point, LINK_REACH / self.zoom)

    def things_in(self, area: QRectF) -> list[str]:
        """The ids of the cards and notes that a rubber band touches."""
        return [t.id for t in self.hits.touching(area) if t.part in ("card", "note")]

    def area_of(self, ids: tuple[str, ...]) -> QRectF:
        """The part of the scene that these take up together."""
        area = QRectF()
        for id_ in ids:
            target = self.hits.main(id_)
            area = area if target is None else area.united(scale.rect(target.rect))
        return area

    # --- Qt ---

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._waiting:
            QTimer.singleShot(0, self, self._painted)  # the panes around the map are painted in this go too

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.centre()
        self._keep_in_view()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._keep_in_view()
