"""The map of one journey: shows it, follows every edit, and turns gestures and keys into edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter

from app.canvas import accessible, hints, keys, names, overlay, pointer, scale, tips, wishes
from app.canvas.hits import Hits
from app.canvas.inks import Inks
from app.canvas.picked import Picked
from app.canvas.picture import Picture
from app.canvas.writer import Writer
from app.canvas.zoom_view import ZoomView
from app.plain import show_tip
from journeys.errors import LevensreisError
from journeys.layout.drawing import Drawing
from journeys.layout.map import Engine, MapSpec, map_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from app.canvas.gestures import State
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.layout.drawing import Target
    from journeys.model.document import Document

KEEPS_SELECTION = frozenset({"link.add", "phase.period", "step.emotion"})
"""Edits that need no other selection than there was."""
SHAPES = {"border": Qt.CursorShape.SplitHCursor, "face": Qt.CursorShape.SizeVerCursor}
LINK_REACH = 7
BESIDE = 30
"""Pixels on the screen between the names of the lanes and what was brought into view."""
LONG = 400
"""Steps from which only the beginning is laid out for the first picture, and the rest once that stands."""
BEGINNING = (0, 96)
"""Columns of a beginning: wider than any screen as long as the words on the map can be read."""
UNSEEN_MS = 1000
"""A window that is not painted, such as a minimised one, does not wait longer than this."""


class MapView(ZoomView):
    """Keeps no state that the model has: only what is shown, selected, hovered, dragged and typed."""

    #: other things are selected
    selection_changed = Signal()
    #: a sentence for the screen reader
    announced = Signal(str)
    #: a menu is asked for here, in the view's coordinates
    menu_wanted = Signal(QPoint)
    #: a note of this kind is to be written on the step under the cursor
    note_wanted = Signal(str)
    #: a verb refused (LevensreisError); nothing has changed
    refused = Signal(object)
    #: a gesture began or ended; undo is off in between
    busy_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        perform: Callable[..., bool],
        say: Words,
        palette: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self.say, self.inks = document, say, Inks(palette)
        self.journey: str | None = None
        self.drawing = Drawing(0.0, 0.0, ())
        self.hits = Hits(self.drawing)
        self.picture = Picture(self)
        self.picked = Picked(self)
        self.writer = Writer(self)
        self._perform = perform
        self._choices: dict[str, Any] = {}
        self._engine = Engine()
        self._pointer = pointer.Pointer(self)
        self._hint = hints.Hint(self.viewport(), self.inks)
        self._partial = False
        self._waiting: list[Callable[[], object]] = []
        self._unseen = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._unseen.timeout.connect(self._painted)
        self._set_up()
        accessible.install()
        self._lay_out()

    def _set_up(self) -> None:
        self.setScene(self.picture.scene)
        self.setBackgroundBrush(self.inks.colour("canvas"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=True)
        self.setAccessibleName(self.say("Map of the journey"))
        self.zoom_changed.connect(self._zoomed)

    # --- showing ---

    def show_journey(self, journey_id: str | None) -> None:
        """Show this journey from its beginning; None shows the hint that there is none."""
        if journey_id != self.journey:
            self.writer.end()
            self.cancel_gesture()
            self.journey = journey_id
            self.picked.forget()
            self._lay_out(beginning=len(self.document.steps) > LONG)
            self.show_from_start()

    def zoom_to_fit(self) -> None:
        self._lay_out_rest()
        super().zoom_to_fit()

    def edited(self, edit: Edit) -> None:
        """The document has changed: lay out anew; selection, zoom and scroll position stay."""
        if edit:
            self.cancel_gesture()
            self._engine.follow(edit.changes)
            self._lay_out()

    def set_document(self, document: Document) -> None:
        """Another document altogether."""
        self.document, self._engine, self.journey = document, Engine(), None
        self.picked.forget()
        self._lay_out()

    def set_look(self, palette: Mapping[str, str], say: Words) -> None:
        """Other colours, another language."""
        self.say, self.inks = say, Inks(palette)
        self.setBackgroundBrush(self.inks.colour("canvas"))
        self.setAccessibleName(say("Map of the journey"))
        self._hint.recolour(self.inks)
        self._lay_out()
        self.picture.recolour(self.inks, self.zoom)

    def set_choices(self, **choices: Any) -> None:
        """Lay out with other choices of MapSpec: scope, axis, lanes …"""
        self._choices = choices
        self._lay_out()

    def _lay_out(self, *, beginning: bool = False) -> None:
        journey = self.journey if self.journey in self.document.journeys else None
        if journey is None:
            self.drawing = Drawing(0.0, 0.0, ())
        else:
            spec = MapSpec(journey, window=BEGINNING if beginning else None, **self._choices)
            self.drawing = map_layout(self.document, spec, self.say, self._engine)
        self.hits = Hits(self.drawing, self.hits)
        self.picture.show(self.drawing, self.inks, self.zoom)
        self._keep_in_view()
        self._hint.show_for(self.document, journey, self.say)
        self.picked.follow()
        self.writer.place()
        self.viewport().update()
        accessible.renewed(self)
        self._partial = beginning
        if beginning:
            self.when_painted(self._lay_out_rest)

    def _lay_out_rest(self) -> None:
        """Lay out what was put off; whoever needs all of the map does so at once."""
        if self._partial:
            self._lay_out()

    def when_painted(self, act: Callable[[], object]) -> None:
        """Do this as soon as the map has been painted: what can wait does not delay the first picture."""
        self._waiting.append(act)
        self._unseen.start()

    def _painted(self) -> None:
        self._unseen.stop()
        acts, self._waiting = self._waiting, []
        for act in acts:
            act()

    @property
    def busy(self) -> bool:
        """Whether a gesture is going on; undo is off until it has ended."""
        return self._pointer.busy

    @property
    def gesture(self) -> State:
        """What the pointer is busy with."""
        return self._pointer.state

    def zoom_to_selection(self) -> None:
        """Show what is selected as large as fits, at most 200 %."""
        area = QRectF()
        for id_ in self.picked.ids:
            target = self.hits.main(id_)
            area = area if target is None else area.united(scale.rect(target.rect))
        if not area.isEmpty():
            self.zoom_to_area(area.adjusted(-60, -60, 60, 60))

    def reveal(self, id_: str) -> None:
        """Select something and bring it into view."""
        self._lay_out_rest()
        target = self.hits.main(id_)
        if target is not None:
            self.picked.choose((id_,))
            self.picked.stand_on(target)

    def select(self, ids: Iterable[str]) -> None:
        """Select these; what is not on the map is left out."""
        self._lay_out_rest()
        known = [id_ for id_ in ids if self.hits.main(id_) is not None]
        self.picked.choose(known)
        self.picked.stand_on(self.hits.main(known[0]) if known else None, bring=False)

    def selected(self) -> tuple[str, ...]:
        """The ids of the selected steps, phases, notes and connections."""
        return self.picked.ids

    def select_all(self) -> None:
        """All steps of the journey."""
        self.picked.choose(step.id for step in names.reading_order(self.document, self.journey))

    def keyboard_here(self) -> bool:
        """Whether the keyboard's ring is to be seen."""
        return self.hasFocus() or self.editing()

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
        self.writer.place()

    # --- edits ---

    def do(self, verb: Callable[[], Edit], burst: str | None = None) -> bool:
        """One gesture, one edit; a verb that refuses is told, and nothing has changed."""
        try:
            edit = verb()
        except LevensreisError as error:
            self.refused.emit(error)
            return False
        done = self._perform(edit) if burst is None else self._perform(edit, burst)
        if done and edit.code not in KEEPS_SELECTION:
            first = next((id_ for id_ in edit.subjects if self.hits.main(id_) is not None), None)
            if first is not None:
                self.picked.choose(edit.subjects)
                self.picked.stand_on(self.hits.main(first))
        return done

    def delete_selected(self) -> None:
        """Delete what is selected, or what the cursor stands on; the flow heals."""
        here = self.picked.step()
        ids = self.picked.ids or (() if here is None else (here,))
        if wishes.deletes(self.document, ids):
            self.do(lambda: wishes.delete(self.document, ids))

    def connect_selected(self) -> None:
        """Let the selected steps lead to one another, in the order in which they were selected."""
        chosen = [id_ for id_ in self.picked.ids if id_ in self.document.steps]
        if len(chosen) > 1:
            self.do(lambda: wishes.connect(self.document, chosen))

    # --- writing ---

    def editing(self) -> bool:
        """Whether words are being typed on the map."""
        return self.writer.editor is not None

    def begin_edit(self, step_id: str) -> None:
        """Type a step's title, a phase's name or a note's words in place."""
        self.writer.rename(step_id)

    def add_step_here(self) -> None:
        """A new step where the cursor stands, after the step it stands on, or at the end of the journey."""
        step, cursor = self.picked.step(), self.picked.cursor
        ordered = names.reading_order(self.document, self.journey)
        if step is None and ordered and (cursor is None or cursor.part != "cell"):
            step = ordered[-1].id
        if step is not None:
            self.writer.next(step)
        else:
            self.writer.here()

    def end_editing(self) -> None:
        """Commit what is being typed; before closing, saving, printing."""
        self.writer.end()

    def cancel_gesture(self) -> bool:
        """Give up what the pointer is busy with; False when it was not."""
        return self._pointer.cancel()

    def give_up(self) -> bool:
        """Escape: first the gesture, then selection and cursor; False when there was nothing to give up."""
        if self.cancel_gesture():
            return True
        had = bool(self.picked.ids) or self.picked.cursor is not None
        self.picked.choose(())
        self.picked.stand_on(None)
        return had

    # --- what is where ---

    def target_at(self, point: QPointF) -> Target | None:
        """What is pointed at there in the scene."""
        return None if self.picture.covered().contains(point) else self.hits.at(point, pointer.REACH / self.zoom)

    def link_at(self, point: QPointF) -> str | None:
        """The connection that passes there."""
        return self.hits.link_at(point, LINK_REACH / self.zoom)

    def things_in(self, area: QRectF) -> list[str]:
        """The ids of the cards and notes that a rubber band touches."""
        return [t.id for t in self.hits.touching(area) if t.part in ("card", "note")]

    def hover_over(self, point: QPointF) -> None:
        """The pointer is there, and nothing is pressed."""
        if overlay.handle_at(self, point) is not None:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
            return
        target = self.target_at(point)
        self.picked.point_at(None if target is None or target.part in ("lane", "cell") else target)
        self.show_cursor()

    def show_cursor(self) -> None:
        """The pointer's shape for what it is over."""
        over = self.picked.hover
        shape = SHAPES.get(over.part, Qt.CursorShape.PointingHandCursor) if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._pointer.space else shape)

    def menu_here(self) -> None:
        """The menu key: at the cursor."""
        self.menu_wanted.emit(self.place_of_cursor())

    def place_of_cursor(self) -> QPoint:
        """Where the keyboard's cursor stands, in the view's coordinates; else the middle."""
        cursor = self.picked.cursor
        area = self.visible_area() if cursor is None else scale.rect(cursor.rect)
        return self.viewport().mapTo(self, self.mapFromScene(area.center()))

    # --- Qt ---

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        overlay.paint(painter, self, QRectF(rect))
        if self._waiting:
            QTimer.singleShot(0, self, self._painted)  # the panes around the map are painted in this go too

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            target = None if self.busy else self.target_at(self.scene_point(QPointF(event.pos())))
            text = "" if target is None else tips.text(self.document, target, self.say)
            show_tip(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.picked.point_at(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_here()
        else:
            self.menu_wanted.emit(self.viewport().mapTo(self, event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._hold_space(on=True)
        elif not keys.press(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(on=False)
        event.ignore()

    def _hold_space(self, *, on: bool) -> None:
        self._pointer.space = on
        self.show_cursor()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab on a step is the map's own key; anywhere else it leaves, and F6 always does."""
        return super().focusNextPrevChild(next) if self.picked.step() is None or not next else False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hold_space(on=False)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.centre()
        self._keep_in_view()
        self.writer.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._keep_in_view()
        self.writer.place()
