"""Writing in place: opens the field over a card or an empty place, and makes one edit of what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from shiboken6 import isValid

from app.canvas import scale, writing
from app.canvas.editor import InlineEditor

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from app.canvas.writing import Purpose
    from journeys.layout.drawing import Target


class Writer:
    """Holds the field while there is one; it ends by a commit or by Escape, never twice."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._purpose: Purpose | None = None
        self._target: Target | None = None
        self.editor: InlineEditor | None = None

    def rename(self, id_: str) -> bool:
        """Type a step's title, a phase's name or a note's words in place."""
        target = self._view.hits.main(id_)
        if target is None or target.part not in ("card", "phase", "note"):
            return False
        self._view.picked.choose((id_,))
        self._view.picked.stand_on(target)
        self._open(writing.Rename(id_), target)
        return True

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
        if cursor is not None and cursor.part != "cell":
            return self.rename(cursor.id)
        return len(ids) == 1 and self.rename(ids[0])

    def next(self, step: str) -> bool:
        """Type the title of the step that follows this one."""
        old = self._view.document.steps[step]
        place = (old.journey, old.phase, old.stage, old.column + 1, old.track)
        return self._beside(writing.NewStep(place, after=step), step, 1, 0)

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
        note = _is_note(view, purpose)
        label = view.say("Words of the note") if note else view.say("Title")
        self._purpose, self._target = purpose, target
        self.editor = InlineEditor(writing.words_of(view.document, purpose), label, view.viewport(), strong=not note)
        self.editor.dress(view.inks)
        self.editor.committed.connect(self._committed)
        self.editor.cancelled.connect(self._close)
        view.bring(scale.rect(target.rect))
        self.place()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        view.viewport().update()

    def place(self) -> None:
        """Lie over the target, wherever the map has been scrolled or zoomed to."""
        if self.editor is not None and self._target is not None:
            where = self._view.mapFromScene(scale.rect(self._target.rect)).boundingRect()
            least = QRect(where.topLeft(), where.size().expandedTo(self.editor.least()))
            self.editor.place(least, self._view.drawing.base_pt * scale.PX_PER_PT * self._view.zoom)

    def end(self) -> None:
        """Commit what is being typed."""
        if self.editor is not None:
            self.editor.commit("leave")

    def _close(self) -> Purpose | None:
        editor, purpose = self.editor, self._purpose
        self.editor = self._purpose = self._target = None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.viewport().update()
        return purpose

    def _committed(self, text: str, then: str) -> None:
        if not isValid(self._view):
            return  # the window is being destroyed; whoever closes it ended the writing before
        view, purpose = self._view, self._close()
        verb = None if purpose is None else writing.wanted(view.document, purpose, text)
        if verb is not None:
            view.do(verb)
            view.picked.say()
        step = view.picked.step()
        if then == "next" and step is not None:
            self.next(step)
        elif then == "parallel":
            view.picked.travel("right")
            self.here()


def _is_note(view: MapView, purpose: Purpose) -> bool:
    return isinstance(purpose, writing.NewNote) or (
        isinstance(purpose, writing.Rename) and purpose.id in view.document.notes
    )
