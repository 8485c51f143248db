"""The open document: `apply` is the only door through which it changes, and it tells its listeners."""

from __future__ import annotations

import logging
from collections.abc import Callable

from journeys.edits.edit import Edit
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.integrity import check_changes

Write = Callable[[Edit], None]
Listener = Callable[[Edit], None]

_log = logging.getLogger(__name__)


class Session:
    """One open study. `write` makes an edit durable, in one transaction, before the document changes."""

    def __init__(self, document: Document, write: Write) -> None:
        self.document = document
        self._write = write
        self._listeners: list[Listener] = []
        self.turn = 0
        """How many edits were applied: the document of one turn is always the same."""
        self._vouched: tuple[Edit, int] | None = None

    def vouch(self, edit: Edit, turn: int) -> None:
        """This very edit was found to break no rule, on a copy of the document of this turn.

        For one of thousands of changes that a worker looked at: `apply` then looks at it no second time, as long
        as no other edit comes in between.
        """
        self._vouched = edit, turn

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every edit that was applied; returns the function that stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit) -> None:
        """Check, store, change, tell. An empty edit does nothing.

        Raises EditError `edit.stale` when the document is not as the edit found it, EditError `edit.refused`
        (with `problem`) when it would break a rule, StoreError when it cannot be stored; in all three cases
        nothing has changed.
        """
        if not edit:
            return
        self._check(edit)
        self._write(edit)
        self.document.write(edit.changes)
        self.turn += 1
        self._tell(edit)

    def meant(self, edit: Edit) -> Edit:
        """The edit of the study itself, where a view shows it otherwise. Raises EditError."""
        return edit

    def shown(self, text: str) -> str:
        """A text about the study as its views may show it."""
        return text

    def _check(self, edit: Edit) -> None:
        for key, (before, _) in edit.changes.items():
            if self.document.get(key) != before:
                raise EditError("edit.stale", kind=key[0], id=key[1])
        if self._is_vouched(edit):
            return
        problems = check_changes(self.document, edit.changes)
        if problems:
            raise EditError("edit.refused", problem=problems[0])

    def _is_vouched(self, edit: Edit) -> bool:
        vouched, self._vouched = self._vouched, None
        return vouched is not None and vouched[0] is edit and vouched[1] == self.turn

    def _tell(self, edit: Edit) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(edit)
            except Exception:  # noqa: BLE001 - a listener may fail in any way
                # One view's mistake must not keep the others from showing what was already stored.
                _log.exception("a listener failed on %s", edit.code)
