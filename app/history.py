"""The one road of every edit: done first, remembered after; undo and redo with the sentence of what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from journeys.edits.edit import Edit
    from journeys.session import Session


@dataclass(slots=True)
class _Record:
    """One edit that was done; later ones of the same burst join it."""

    edit: Edit
    burst: str | None


class History(QObject):
    """Performs edits on a session and remembers them.

    A plain list: a QUndoStack outlives its commands when Python collects both, and then crashes.
    """

    changed = Signal()  #: an edit was performed, undone or redone
    refused = Signal(object)  #: an edit could not be done (a LevensreisError); nothing has changed
    performed = Signal(object)  #: an Edit was applied: performed, undone (then the inverse) or redone

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._records: list[_Record] = []
        self._index = 0
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
        self._remember(edit, burst)
        self._tell(edit)
        return True

    def _remember(self, edit: Edit, burst: str | None) -> None:
        del self._records[self._index :]
        last = self._records[-1] if self._records else None
        if last is None or burst is None or last.burst != burst:
            self._records.append(_Record(edit, burst))
        else:
            last.edit = last.edit.then(edit)
            if not last.edit:  # typed and taken away again: nothing is left to undo
                self._records.pop()
        self._index = len(self._records)

    def _catch_up(self) -> None:
        while self._waiting and not self._applying:
            self._perform(*self._waiting.pop(0))

    def undo(self) -> None:
        """Take the last edit back."""
        edit = self.undoable()
        if edit is not None and self._apply(edit.inverse()):
            self._index -= 1
            self._tell(edit.inverse())
            self._catch_up()

    def redo(self) -> None:
        """Do again what was taken back last."""
        edit = self.redoable()
        if edit is not None and self._apply(edit):
            self._index += 1
            self._tell(edit)
            self._catch_up()

    def undoable(self) -> Edit | None:
        """The edit that undo would take back; None during a gesture."""
        return None if self._paused else self._edit(self._index - 1)

    def redoable(self) -> Edit | None:
        """The edit that redo would do again; None during a gesture."""
        return None if self._paused else self._edit(self._index)

    def edits(self) -> tuple[Edit, ...]:
        """Everything done in this session, oldest first; what was taken back and can be done again comes last."""
        return tuple(record.edit for record in self._records)

    @property
    def index(self) -> int:
        """How many of `edits` stand now."""
        return self._index

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
        return self._records[index].edit if 0 <= index < len(self._records) else None

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
