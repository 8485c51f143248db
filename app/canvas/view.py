"""The map of one journey: turns gestures and keys into edits, and shows what is selected, hovered and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter, QTabletEvent, QTouchEvent

from app.canvas import (
    accessible,
    columns,
    handles,
    keys,
    names,
    overlay,
    pen,
    pointer,
    scale,
    tips,
    touch,
    wishes,
    writing,
)  # fmt: skip
from app.canvas.picked import Picked
from app.canvas.shown_map import ShownMap
from app.canvas.writer import Writer
from app.plain import show_tip
from journeys.errors import EditError, LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from app.canvas.gestures import State
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.layout.drawing import Target
    from journeys.model.document import Document
    from journeys.model.entities import NoteKind

KEEPS_SELECTION = frozenset({"cell.change", "link.add", "link.change", "link.label", "phase.period", "step.emotion"})
"""Edits that need no other selection than there was."""
SHAPES = {"border": Qt.CursorShape.SplitHCursor, "face": Qt.CursorShape.SizeVerCursor}


class MapView(ShownMap):
    """Keeps no state that the model has: only what is shown, selected, hovered, dragged and typed."""

    #: other things are selected
    selection_changed = Signal()
    #: a sentence for the screen reader
    announced = Signal(str)
    #: a menu is asked for here, in the view's coordinates
    menu_wanted = Signal(QPoint)
    #: a note of this kind is to be written on the step under the cursor
    note_wanted = Signal(str)
    #: the command with this code is to be carried out
    command_wanted = Signal(str)
    #: a verb refused (LevensreisError); nothing has changed
    refused = Signal(object)
    #: the field for words on the map was opened or closed
    writing_changed = Signal()
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
        accessible.install()  # first: a reader that listens already asks as soon as the map has a name
        super().__init__(document, say, palette, parent)
        self.picked = Picked(self)
        self.writer = Writer(self)
        self.presenting = False
        """For a whole room: what is to be hit is larger."""
        self.locked = False
        """Whether everything stays where it is."""
        self.tap: Callable[[str, bool], bool] | None = None
        """While votes are cast: takes a note that is pressed, and whether a vote is taken back; False for others."""
        self.lot: Callable[[QPointF], bool] | None = None
        """Whether this place in the viewport lies on the parking lot beside the map."""
        self._perform = perform
        self._pointer = pointer.Pointer(self)
        self.fingers = touch.Fingers(self, self._pointer)
        self._pen = pen.Pen(self, self._pointer)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, on=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        for part in (self, self.viewport()):
            part.setAcceptDrops(False)  # the window takes what is dropped, and knows what to do with it
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=True)
        self.setAccessibleName(say("Map of the journey"))
        self.zoom_changed.connect(lambda _: self.writer.place())
        self.lay_out()

    # --- showing ---

    def show_journey(self, journey_id: str | None) -> None:
        if journey_id != self.journey:
            self.writer.end()
            self.cancel_gesture()
            self.picked.forget()
        super().show_journey(journey_id)

    def edited(self, edit: Edit) -> None:
        if edit:
            self.cancel_gesture()
        super().edited(edit)

    def set_document(self, document: Document) -> None:
        self.picked.forget()
        super().set_document(document)

    def set_look(self, palette: Mapping[str, str], say: Words) -> None:
        self.setAccessibleName(say("Map of the journey"))
        super().set_look(palette, say)

    def laid_out(self) -> None:
        self.picked.follow()
        self.writer.place()
        if not self.rehearsing:
            accessible.renewed(self)

    def display(self) -> None:
        """Shown again: the map follows every edit also while it is hidden."""
        self.lay_out_rest()

    def reveal(self, id_: str) -> None:
        """Select something and bring it into view."""
        self._have((id_,))
        target = self.hits.main(id_)
        if target is not None:
            self.picked.choose((id_,))
            self.picked.stand_on(target)

    def bring_selected(self) -> None:
        """As much as fits of what is selected into view, its beginning before its end."""
        targets = [target for id_ in self.picked.ids if (target := self.hits.main(id_)) is not None]
        if targets:
            self.bring(scale.rect(targets[-1].rect))
            self.bring(scale.rect(targets[0].rect))

    def zoom_to(self, factor: float, at: QPointF | None = None) -> None:
        """Without a point to zoom around, what one stands on stays in view."""
        here = self.picked.cursor
        seen = here is not None and self.visible_area().intersects(scale.rect(here.rect))
        super().zoom_to(factor, at)
        if seen and at is None and here is not None:
            self.bring(scale.rect(here.rect))

    def zoom_to_selection(self) -> None:
        """Show what is selected as large as fits, at most 200 %."""
        area = self.area_of(self.picked.ids)
        if not area.isEmpty():
            self.zoom_to_area(area.adjusted(-60, -60, 60, 60))

    # --- selection ---

    def select(self, ids: Iterable[str]) -> None:
        """Select these; what is not on the map is left out."""
        ids = tuple(ids)
        steps = self.document.steps
        self._have(tuple(id_ for id_ in ids if id_ not in steps))  # steps can be chosen before they are laid out
        known = [
            id_ for id_ in ids if self.hits.main(id_) is not None
            or (self.partial and id_ in steps and steps[id_].journey == self.journey)
        ]  # fmt: skip
        self.picked.choose(known)
        self.picked.stand_on(self.hits.main(known[0]) if known else None, bring=False)

    def _have(self, ids: tuple[str, ...]) -> None:
        """Lay out what was put off, when it may hold one of these."""
        if any(self.hits.main(id_) is None for id_ in ids):
            self.lay_out_rest()

    def selected(self) -> tuple[str, ...]:
        """The ids of the selected steps, phases, notes and connections."""
        return self.picked.ids

    def select_all(self) -> None:
        """All steps of the journey."""
        self.picked.choose(step.id for step in names.reading_order(self.document, self.journey))

    def keyboard_here(self) -> bool:
        """Whether the keyboard's ring is to be seen."""
        return self.hasFocus() or self.editing()

    @property
    def busy(self) -> bool:
        """Whether a gesture is going on; undo is off until it has ended."""
        return self._pointer.busy

    @property
    def gesture(self) -> State:
        """What the pointer is busy with."""
        return self._pointer.state

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
        """Delete what is selected, or what the cursor stands on; the flow heals, and one goes on from its neighbour."""
        here, cursor = self.picked.step(), self.picked.cursor
        ids = self.picked.ids or (() if here is None else (here,))
        cell = None if ids or cursor is None else writing.cell_at(self.document, cursor)
        if cell is not None and (clear := writing.wanted(self.document, cell, "")) is not None:
            self.do(clear)
        if wishes.deletes(self.document, ids):
            after = wishes.neighbour(self.document, names.reading_order(self.document, self.journey), ids)
            if self.do(lambda: wishes.delete(self.document, ids)) and after is not None:
                self.picked.choose((after,))
                self.picked.stand_on(self.hits.main(after))
                self.picked.say()

    def connect_selected(self) -> None:
        """Let the selected steps lead to one another, in the order in which they were selected."""
        chosen = [id_ for id_ in self.picked.ids if id_ in self.document.steps]
        if len(chosen) > 1:
            self.do(lambda: wishes.connect(self.document, chosen))

    def stays(self) -> bool:
        """Whether the layout is locked; then whoever wants to move something is told so."""
        if self.locked:
            self.refused.emit(EditError("edit.fixed"))
        return self.locked

    # --- writing ---

    def editing(self) -> bool:
        """Whether words are being typed on the map."""
        return self.writer.editor is not None

    def begin_edit(self, step_id: str) -> None:
        """Type a step's title, a phase's name, a note's words or a connection's label in place."""
        self.writer.rename(step_id)

    def write_note(self, kind: str) -> None:
        """Type a note of this kind under the step that one stands on; where its lane is hidden, elsewhere."""
        step = self.picked.step()
        if step is None or not self.writer.note(cast("NoteKind", kind), step):
            self.note_wanted.emit(kind)

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

    def flush(self) -> None:
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
        self.picked.stand_on(None)  # first: who hears that nothing is selected sees no cursor either
        self.picked.choose(())
        return had

    # --- pointer and menu ---

    def hover_over(self, point: QPointF) -> None:
        """The pointer is there, and nothing is pressed."""
        if handles.handle_at(self, point) is not None or handles.end_at(self, point) is not None:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
            return
        if handles.near_handle(self, point):
            return
        if self.hidden_lanes_at(point):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
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

    def target_for_menu(self, place: QPoint) -> Target | None:
        """What a menu is about that is asked for here in the viewport; names of lanes lie over the map."""
        point = self.scene_point(QPointF(place))
        found = self.target_at(point)
        if found is None and self.picture.covered().contains(point):
            found = next((t for t in self.hits.all() if t.part == "lane" and _level(t, point)), None)
        if found is not None and found.part == "cell":
            return columns.narrowed(self.hits, found, point.x())
        return found

    def place_of_cursor(self) -> QPoint:
        """Where the keyboard's cursor stands, in the view's coordinates; else the middle."""
        cursor = self.picked.cursor
        area = self.visible_area() if cursor is None else scale.rect(cursor.rect)
        return self.viewport().mapTo(self, self.mapFromScene(area.center()))

    # --- Qt ---

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        overlay.paint(painter, self, QRectF(rect))
        super().drawForeground(painter, rect)

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
            text = "" if self.busy else self._tip_at(self.scene_point(QPointF(event.pos())))
            show_tip(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.picked.point_at(None)
        if isinstance(event, QTouchEvent) and self.fingers.handle(event):
            return True
        if isinstance(event, QTabletEvent) and self._pen.handle(event):
            return True
        return super().viewportEvent(event)

    def _tip_at(self, point: QPointF) -> str:
        if handles.handle_at(self, point) is not None:
            return tips.handle_text(self.say)
        target = self.target_at(point)
        if target is None or target.part in ("cell", "lane"):
            link = self.link_at(point)
            return "" if link is None else tips.link_text(self.document, link, self.say)
        return tips.text(self.document, target, self.say, self.marked(target.id))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.busy:
            self.cancel_gesture()
        elif event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_here()
        else:
            self.menu_wanted.emit(self.viewport().mapTo(self, event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._hold_space(on=True)
        elif event.key() == Qt.Key.Key_Control and self.busy:
            self._pointer.hold(Qt.KeyboardModifier.ControlModifier)
        elif self.busy and event.key() != Qt.Key.Key_Escape:
            event.accept()  # whoever drags something has not let go of it yet
        elif not keys.press(self, event):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.busy or not keys.composed(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(on=False)
        elif event.key() == Qt.Key.Key_Control and self.busy:
            self._pointer.hold(Qt.KeyboardModifier.NoModifier)
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
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.cancel_gesture()  # the button may be let go of elsewhere
        self.viewport().update()

    def _stay_fitted(self) -> None:
        """Not while one drags or types: what one looks at would be somewhere else."""
        if not self.busy and not self.editing():
            super()._stay_fitted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.writer.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.writer.place()


def _level(target: Target, point: QPointF) -> bool:
    """Whether the point is as high on the map as this."""
    area = scale.rect(target.rect)
    return area.top() <= point.y() <= area.bottom()
