"""The one road of every edit: done first, remembered after; undo and redo with the sentence of what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from journeys.edits.edit import Edit
    from journeys.session import Session


class _Record(QUndoCommand):
    """Remembers one edit that was done. Its redo and undo do nothing: an exception there would move the index."""

    def __init__(self, edit: Edit, burst: str | None) -> None:
        super().__init__(edit.code)
        self.edit = edit
        self.burst = burst

    def id(self) -> int:
        return -1 if self.burst is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        later = cast("_Record", other)
        if self.burst != later.burst:
            return False
        self.edit = self.edit.then(later.edit)
        self.setObsolete(not self.edit)
        return True

    def redo(self) -> None:
        """Done by History before."""

    def undo(self) -> None:
        """Done by History before."""


class History(QObject):
    """Performs edits on a session and remembers them. Nobody else touches its stack."""

    changed = Signal()  #: an edit was performed, undone or redone
    refused = Signal(object)  #: an edit could not be done (a LevensreisError); nothing has changed
    performed = Signal(object)  #: an Edit was applied: performed, undone (then the inverse) or redone

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = QUndoStack(self)
        self._paused = self._applying = False
        self._waiting: list[tuple[Edit, str | None]] = []

    def perform(self, edit: Edit, burst: str | None = None) -> bool:
        """Do an edit and remember it; edits in a row with the same burst become one. False when refused.

        An edit wanted by whoever hears of another one, such as words whose field closes, comes right behind that.
        """
        if not edit:
            return True
        if self._applying:
            self._waiting.append((edit, burst))
            return True
        done = self._perform(edit, burst)
        self._catch_up()
        return done

    def _perform(self, edit: Edit, burst: str | None) -> bool:
        if not self._apply(edit):
            return False
        self._stack.push(_Record(edit, burst))
        self._tell(edit)
        return True

    def _catch_up(self) -> None:
        while self._waiting and not self._applying:
            self._perform(*self._waiting.pop(0))

    def undo(self) -> None:
        """Take the last edit back."""
        edit = self.undoable()
        if edit is not None and self._apply(edit.inverse()):
            self._stack.undo()
            self._tell(edit.inverse())
            self._catch_up()

    def redo(self) -> None:
        """Do again what was taken back last."""
        edit = self.redoable()
        if edit is not None and self._apply(edit):
            self._stack.redo()
            self._tell(edit)
            self._catch_up()

    def undoable(self) -> Edit | None:
        """The edit that undo would take back; None during a gesture."""
        return None if self._paused else self._edit(self._stack.index() - 1)

    def redoable(self) -> Edit | None:
        """The edit that redo would do again; None during a gesture."""
        return None if self._paused else self._edit(self._stack.index())

    def edits(self) -> tuple[Edit, ...]:
        """Everything done in this session, oldest first; what was taken back and can be done again comes last."""
        return tuple(cast("_Record", self._stack.command(at)).edit for at in range(self._stack.count()))

    @property
    def index(self) -> int:
        """How many of `edits` stand now."""
        return self._stack.index()

    def go_to(self, index: int) -> bool:
        """Undo or redo one by one until so many edits stand. False when one was refused: there it stops."""
        while self.index != index:
            at = self.index
            if index < at:
                self.undo()
            else:
                self.redo()
            if self.index == at:
                return False
        return True

    def pause(self, paused: bool) -> None:
        """Undo and redo are off while something is being dragged."""
        self._paused = paused
        self.changed.emit()

    def _edit(self, index: int) -> Edit | None:
        if not 0 <= index < self._stack.count():
            return None
        return cast("_Record", self._stack.command(index)).edit

    def _apply(self, edit: Edit) -> bool:
        refusal: LevensreisError | None = None
        self._applying = True
        try:
            self._session.apply(edit)
        except LevensreisError as error:
            refusal = error
        finally:
            self._applying = False
        if refusal is not None:
            self.refused.emit(refusal)
        return refusal is None

    def _tell(self, edit: Edit) -> None:
        self.performed.emit(edit)
        self.changed.emit()
