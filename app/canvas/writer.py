"""Writing in place: opens the field over a card or an empty place, and makes one edit of what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from shiboken6 import isValid

from app.canvas import axis, columns, handles, scale, writing
from app.canvas.editor import InlineEditor
from app.canvas.hits import APART
from app.canvas.onward import Onward
from app.canvas.rehearsal import MOST_STEPS
from journeys.edits import steps
from journeys.errors import LevensreisError
from journeys.layout.notes import KINDS
from journeys.phrases.terms import LANES, NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF

    from app.canvas.view import MapView
    from app.canvas.writing import Purpose
    from journeys.layout.drawing import Target
    from journeys.model.entities import NoteKind

EDGE = 3
"""Pixels that the field keeps from the edge of the view."""


class Writer:
    """Holds the field while there is one; it ends by a commit or by Escape, never twice."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._purpose: Purpose | None = None
        self._target: Target | None = None
        self.editor: InlineEditor | None = None
        self._onward: Onward | None = None

    @property
    def makes_steps(self) -> bool:
        """Whether what is typed is a step's title, behind which the next one can follow at once."""
        return self._onward is not None

    def rename(self, id_: str) -> bool:
        """Type a step's title, a phase's name, a note's words or a connection's label in place."""
        if id_ in self._view.document.links:
            return self._label(id_)
        target = self._view.hits.main(id_)
        if target is None or target.part not in ("card", "phase", "note"):
            return False
        self._view.picked.choose((id_,))
        self._view.picked.stand_on(target)
        self._open(writing.Rename(id_), target)
        return True

    def _label(self, link: str) -> bool:
        middle = handles.middle_of(self._view, link)
        if middle is None:
            return False
        self._view.picked.choose((link,))
        self._view.picked.stand_on(None)
        self._open(writing.Rename(link), middle)
        return True

    def note(self, kind: NoteKind, step: str) -> bool:
        """Type a note on a step, in the lane where it will stand; False where that lane is not shown."""
        view = self._view
        lane = next((lane.id for lane in view.document.lanes.values() if kind in KINDS.get(lane.kind, ())), "")
        cell = columns.lane_cell(view.hits, lane, step)
        if cell is None or cell.place is None:
            return False
        self._open(writing.NewNote(kind, cell.place, step), _below_notes(view, cell))
        return True

    def at(self, cell: Target, point: QPointF) -> bool:
        """Type in an empty place that was pointed at; on the heartbeat, the height is the emotion."""
        view = self._view
        lane = view.document.lanes.get(cell.id)
        if lane is not None and lane.kind == "heartbeat" and cell.place is not None:
            card = columns.step_over(view.hits, point.x(), cell.place[1])
            feeling = axis.emotion_in(cell.rect, point.y())
            return card is not None and view.do(lambda: steps.set_emotion(view.document, (card.id,), feeling))
        return self.new(columns.narrowed(view.hits, cell, point.x()))

    def new(self, target: Target, source: str | None = None) -> bool:
        """Type what is to be made in an empty place; with `source`, a step that it leads to."""
        purpose = writing.new_at(self._view.document, target, source)
        if purpose is None:
            return False
        free = self._view.hits.free(target)
        self._view.picked.choose(())
        self._view.picked.stand_on(free)
        self._open(purpose, free)
        return True

    def here(self, text: str = "") -> bool:
        """Type where the cursor stands: in an empty place something new, on a phase or note its words."""
        place = self._view.picked.cursor or self._view.hits.first_free()
        if place is None:
            return False
        if place.part != "cell":
            return self.rename_here()
        started = self.new(place)
        if started and text and self.editor is not None:
            self.editor.start_with(text)
        return started

    def rename_here(self) -> bool:
        """Type the words of what the cursor stands on, or of the only thing that is selected."""
        cursor, ids = self._view.picked.cursor, self._view.selected()
        if cursor is not None and writing.cell_at(self._view.document, cursor) is not None:
            return self.new(cursor)
        if cursor is not None and cursor.part != "cell":
            return self.rename(cursor.id)
        return len(ids) == 1 and self.rename(ids[0])

    def next(self, step: str, others: Sequence[str] = ()) -> bool:
        """Type the title of the step that follows this one, and `others` as well."""
        old = self._view.document.steps[step]
        place = (old.journey, old.phase, old.stage, old.column + 1, old.track)
        return self._beside(writing.NewStep(place, after=step, others=tuple(others)), step, 1, 0)

    def parallel(self, step: str) -> bool:
        """Type the title of a branch: a step beside this one."""
        old = self._view.document.steps[step]
        place = (old.journey, old.phase, old.stage, old.column, old.track + 1)
        return self._beside(writing.NewStep(place, beside=step), step, 0, 1)

    def _beside(self, purpose: Purpose, step: str, right: int, down: int) -> bool:
        card = self._view.hits.main(step)
        if card is None or card.part != "card":
            return False
        self._open(purpose, self._view.hits.ghost(card, right, down))
        return True

    def _open(self, purpose: Purpose, target: Target) -> None:
        view = self._view
        self.end()
        view.cancel_gesture()
        if isinstance(purpose, writing.NewStep) and view.stays():
            return
        note = _is_note(view, purpose)
        label = _what(view, purpose)
        target = self._rehearsed(purpose) or target
        self._purpose, self._target = purpose, target
        words, most = writing.words_of(view.document, purpose), writing.most(view.document, purpose)
        self.editor = InlineEditor(words, label, view.viewport(), strong=not note, most=most)
        if getattr(purpose, "id", "") in view.document.links:
            self.editor.setPlaceholderText(view.say("Label"))  # the whole name is too long for a field of one line
        self.editor.dress(view.inks)
        self.editor.committed.connect(self._committed)
        self.editor.cancelled.connect(self._give_up)
        if isinstance(purpose, writing.NewStep) or getattr(purpose, "id", "") in view.document.steps:
            name = view.say("Next step, connected")
            self._onward = Onward(name, self.editor, view.inks, large=view.presenting)
            self._onward.clicked.connect(self._go_on)
            self._onward.show()
        view.bring(scale.rect(target.rect))
        self.place()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        view.viewport().update()
        view.writing_changed.emit()

    def _rehearsed(self, purpose: Purpose) -> Target | None:
        """Show the map with what is to be written, its neighbours making room; None where that would take long."""
        view = self._view
        if len(view.document.steps) > MOST_STEPS or not isinstance(purpose, writing.NewStep | writing.NewNote):
            return None
        verb = writing.wanted(view.document, purpose, "…")
        try:
            edit = verb() if verb is not None else None
        except LevensreisError:
            edit = None
        if edit is None:
            return None
        ahead = view.document.snapshot()
        ahead.write(edit.changes)
        view.lay_out(ahead)
        return view.hits.main(edit.subjects[0])

    def place(self) -> None:
        """Lie over the target, wherever the map has been scrolled or zoomed to."""
        if self.editor is not None and self._target is not None:
            where = self._view.mapFromScene(scale.rect(self._target.rect)).boundingRect()
            line = isinstance(self._purpose, writing.Rename) and self._purpose.id in self._view.document.links
            self.editor.set_type(self._view.drawing.base_pt * scale.PX_PER_PT * self._view.zoom)
            least = QRect(where.topLeft(), where.size().expandedTo(self.editor.least(lines=1 if line else 2)))
            room = self._view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
            if room.intersects(least):  # what has been scrolled away stays away
                least.moveRight(min(least.right(), max(room.right(), room.left() + least.width())))
                least.moveBottom(min(least.bottom(), max(room.bottom(), room.top() + least.height())))
            self.editor.setGeometry(least)
            if self._onward is not None:
                self._onward.stand_beside(least)

    def end(self) -> None:
        """Commit what is being typed."""
        if self.editor is not None:
            self.editor.commit("leave")

    def _close(self) -> Purpose | None:
        editor, purpose = self.editor, self._purpose
        self.editor = self._purpose = self._target = None
        if self._onward is not None:
            self._onward.hide()
            self._onward.deleteLater()
            self._onward = None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.viewport().update()
        self._view.writing_changed.emit()
        return purpose

    def _go_on(self) -> None:
        if self.editor is not None:
            self.editor.commit("next")

    def _give_up(self) -> None:
        self._close()
        self._show_what_is()

    def _show_what_is(self) -> None:
        """The map without what was to be written, when nothing came of it."""
        if self._view.rehearsing:
            self._view.lay_out()

    def _committed(self, text: str, then: str) -> None:
        if not isValid(self._view):
            return  # the window is being destroyed; whoever closes it ended the writing before
        view, purpose = self._view, self._close()
        verb = None if purpose is None else writing.wanted(view.document, purpose, text)
        if verb is not None:
            view.do(verb)
        self._show_what_is()
        if verb is not None:
            if isinstance(purpose, writing.NewNote) and purpose.step is not None:
                view.picked.choose((purpose.step,))
                view.picked.stand_on(view.hits.main(purpose.step), bring=False)
            view.picked.say()
        step = view.picked.step()
        if then == "next" and step is not None and verb is not None:
            self.next(step)
        elif then in ("right", "left"):
            view.picked.travel("right" if then == "right" else "left")
            self.here()


def _below_notes(view: MapView, cell: Target) -> Target:
    """A line under the notes that stand in this column of a lane."""
    r = cell.rect
    notes = [t.rect for t in view.hits.touching(scale.rect(r)) if t.part == "note"]
    bottoms = [n.y + n.h for n in notes if n.x < r.x + r.w - 1 and n.x + n.w > r.x + 1]
    return cell._replace(rect=r._replace(y=max([r.y, *bottoms]) + APART, h=APART * 4))


def _what(view: MapView, purpose: Purpose) -> str:
    """What is to be typed, for who does not see it."""
    if isinstance(purpose, writing.NewNote):
        return view.say(NOTES[purpose.kind])
    if isinstance(purpose, writing.NewCell):
        return view.document.lanes[purpose.lane].title or view.say(LANES["text"])
    if _is_note(view, purpose):
        return view.say("Words of the note")
    named = isinstance(purpose, writing.Rename) and purpose.id in view.document.links
    return view.say("Label of the connection") if named else view.say("Title")


def _is_note(view: MapView, purpose: Purpose) -> bool:
    return isinstance(purpose, writing.NewNote | writing.NewCell) or (
        isinstance(purpose, writing.Rename) and purpose.id in view.document.notes
    )
