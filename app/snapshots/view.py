"""The view of snapshots: which there are, and what has changed since one of them; it follows every edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

from app import going
from app.panels.message_bar import announce
from app.plain import put
from app.snapshots import hidden, verbs
from app.snapshots.filter import ALL
from app.snapshots.lines import lines
from app.snapshots.page import SnapshotsPage
from journeys.analysis.difference import counted
from journeys.messages import error_text
from journeys.phrases.difference import difference_summary
from journeys.phrases.terms import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.snapshots.reading import Compared
    from app.study_view import StudyView
    from journeys.analysis.difference import Change
    from journeys.edits.edit import Edit
    from journeys.errors import LevensreisError
    from journeys.model.changes import Key
    from journeys.model.entities import Snapshot

FOLLOW_MS: Final = 200
NOW: Final = ""
"""In place of a snapshot's id: the study as it is."""


class SnapshotsView(SnapshotsPage):
    """Keeps which two states are compared; all else is read from the file and the study."""

    selection_changed = Signal()  #: nothing is selected here

    def __init__(self, view: StudyView) -> None:
        super().__init__(view.context)
        self._view = view
        self._file = verbs.file_of(view)
        self.found: Compared | None = None
        self._cover = hidden.cover(view, None)
        self._shown_for: tuple[str, str] | None = None
        self._later = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._later.timeout.connect(self._compare)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _: self._compare())
        self.list.renamed.connect(self._rename)
        self.other.committed.connect(lambda *_: self._compare())
        self.reading.compared.connect(self._show)
        self.reading.failed.connect(self._failed)
        self.picture.phase_wanted.connect(self._to_phase)
        self.filter.changed.connect(self._list)
        self.changes.chosen.connect(self._detail)
        self.changes.place_wanted.connect(self.go_to)
        self.detail.place_wanted.connect(lambda: self.go_to(self.changes.changes()[0]))
        self.detail.back_wanted.connect(self._bring_back)
        self.empty.verb.clicked.connect(self.keep.click)
        self.back.clicked.connect(self._restore)
        self.copy.clicked.connect(self._open_copy)
        self.rename.clicked.connect(self.list.rename)
        self.delete.clicked.connect(self._delete)
        self.keep.clicked.connect(lambda: self._view.command_wanted.emit("snapshot"))
        if self._file is not None:
            self._file.snapshots_changed.connect(self._kept)

    # The view of a study

    def display(self) -> None:
        """Show what there is now."""
        self._later.stop()
        held = self._held()
        self.show_some(some=bool(held))
        say = self.context.say
        if not held:
            self.empty.tell(
                say("No snapshot yet"),
                say("A snapshot keeps the whole study as it is now, under a name, such as after a round in the room. "
                    "Later you see what has changed since, and you can go back."),
                say("Keep a snapshot"),
            )  # fmt: skip
            return
        self.list.display(held)
        self._offer(held)
        self._compare()

    def _offer(self, held: Iterable[Snapshot]) -> None:
        say, current = self.context.say, self.list.current()
        others = [one for one in reversed(list(held)) if current is None or one.id != current.id]
        names = [(f"{shortened(one.name, 40)} · {self.list.when(one)}", one.id) for one in others]
        chosen = self.other.currentData() or NOW
        self.other.offer([(say("Now"), NOW), *names])
        self.other.display(chosen if any(one.id == chosen for one in others) else NOW)

    def edited(self, edit: Edit) -> None:
        """The study has changed: told a moment later, so that nothing is held up."""
        if edit and self.list.current() is not None:
            self._later.start()

    def show_journey(self, journey: str | None) -> None:
        """The journey that is worked on is the one in the pictures."""
        if self._in_front:
            self.list.viewport().update()
            self._compare()

    def select(self, ids: Iterable[str]) -> None:
        """What is selected on the map is not shown here."""

    def selected(self) -> tuple[str, ...]:
        """Nothing of the study is selected here."""
        return ()

    def flush(self) -> None:
        """What waits is shown when the view is shown again; a name that is typed is committed by its field."""
        self._later.stop()

    def act(self, code: str) -> bool:
        """Commands that mean something else here; those on what is selected on the map mean nothing."""
        if code == "edit":
            self.list.rename()
        elif code == "delete" and self.list.hasFocus():
            self._delete()
        elif code == "select_all":
            self.changes.selectAll()
        elif code not in ("delete", "cut", "duplicate", "step"):
            return False
        return True

    # Comparing

    def _compare(self) -> None:
        current = self.list.current()
        if current is None or not self._in_front:
            return
        self._offer(self._held())
        other = self._other()
        document = verbs.document_of(self._view)
        self.reading.compare(current, other if other is not None else document.snapshot(), self.context.journey)

    @property
    def _in_front(self) -> bool:
        """Whether this is the view that is shown; hidden ones catch up when they are shown again."""
        return self._view.views.widget_shown is self

    def _other(self) -> Snapshot | None:
        return next((one for one in self._held() if one.id == self.other.currentData()), None)

    def _held(self) -> tuple[Snapshot, ...]:
        """Every snapshot, by the name that may be shown."""
        return hidden.listed(self._view, self._file.snapshots()) if self._file is not None else ()

    def _current(self) -> Snapshot | None:
        """The snapshot that is compared, by its own name."""
        current, held = self.list.current(), self._file.snapshots() if self._file is not None else ()
        return next((one for one in held if current is not None and one.id == current.id), None)

    def _show(self, found: Compared) -> None:
        current, other, say = self.list.current(), self._other(), self.context.say
        if current is None:
            return
        self.found, self._cover = found, hidden.cover(self._view, found)
        put(self.title, current.name)
        text = difference_summary(counted(found.changes), say)
        put(self.summary, text)
        pair = (current.id, other.id if other is not None else NOW)
        if pair != self._shown_for:
            self._shown_for = pair
            announce(self, f"{self._pair_text()}: {text}")
        self.picture.display(found, self.names, self._cover)
        self.fit_picture()
        self.filter.display(counted(found.changes))
        self.filter.setVisible(bool(found.changes))
        self.back.setEnabled(bool(found.changes) or other is not None)
        self.copy.setEnabled(True)
        self._list()

    def _pair_text(self) -> str:
        return " – ".join(self.names)

    @property
    def names(self) -> tuple[str, str]:
        """What the two states are called."""
        say, current, other = self.context.say, self.list.current(), self._other()
        then = shortened(current.name, 24) if current is not None and other is not None else say("Back then")
        return then, shortened(other.name, 24) if other is not None else say("Now")

    def _list(self) -> None:
        found, code = self.found, self.filter.code
        if found is None:
            return
        wanted = [change for change in found.changes if code in (ALL, change.group)]
        self.changes.display(list(lines(found, wanted, self.context.say, self._cover)))

    def _failed(self, error: LevensreisError) -> None:
        """What cannot be read can still be renamed and deleted."""
        current = self.list.current()
        self.found = None
        put(self.title, current.name if current is not None else "")
        put(self.summary, error_text(error, self.context.say))
        announce(self, self.summary.text())
        self.changes.display(())
        self.filter.display({})
        self.back.setEnabled(False)
        self.copy.setEnabled(False)

    def _detail(self) -> None:
        found, chosen = self.found, self.changes.changes()
        if found is None or not chosen:
            self.detail.hide()
            return
        able = self._other() is None and bool(self._keys(chosen))
        text = next(line.text for line in self.changes.lines if line.change is chosen[0])
        placed = self._place(chosen[0]) is not None and not chosen[0].gone
        self.detail.display(chosen, found, self.names, self._cover, text, able=able, placed=placed)

    def _to_phase(self, phase: str) -> None:
        if self.changes.go_to(phase):
            self.changes.setFocus()

    # The user

    def _place(self, change: Change) -> Key | None:
        """What of it is in the study now: the thing itself, else its phase."""
        document = self.context.document
        if document.get(change.key) is not None:
            return change.key
        phase = change.phase
        there = phase in document.phases and change.journey in document.journeys
        return ("phase", phase) if there and phase is not None else None

    def go_to(self, change: Change) -> None:
        """To where it is on the map, with the way back here; what is gone is told in the card."""
        place = self._place(change)
        if place is None or change.gone:
            (self.detail.back if self.detail.back.isVisible() else self.changes).setFocus()
            return
        view, say = self._view, self.context.say
        text = next((line.text for line in self.changes.lines if line.change is change), "")
        view.show_view("map")
        if change.journey in self.context.document.journeys and change.journey != self.context.journey:
            view.show_journey(change.journey)
        going.to_place_or_panel(view, *place)
        view.bar.tell(
            text, [(say("Next difference"), lambda: self._next(change)), (say("Back to the snapshots"), self._return)]
        )

    def _next(self, change: Change) -> None:
        rows = [line.change for line in self.changes.lines if line.change is not None and not line.change.gone]
        after = rows.index(change) + 1 if change in rows else 0
        if rows:
            following = rows[after % len(rows)]
            QTimer.singleShot(0, self, lambda: self.go_to(following))  # the bar goes away after an answer

    def _return(self) -> None:
        self._view.show_view("snapshots")
        self.changes.setFocus()

    def _keys(self, changes: Iterable[Change]) -> list[Key]:
        """What of these was there then and can be brought back by itself."""
        found = self.found
        if found is None:
            return []
        return [change.key for change in changes if change.returns and found.before.get(change.key) is not None]

    def _bring_back(self) -> None:
        current, found = self._current(), self.found
        if current is not None and found is not None:
            keys = list(dict.fromkeys(self._keys(self.changes.changes())))
            if verbs.bring_back(self._view, current, found.before, keys):
                self.changes.setFocus()

    def _restore(self) -> None:
        current, found = self._current(), self.found
        if current is not None and found is not None:
            verbs.restore(self._view, current, found.before)
            self.display()
            self.list.choose(current.id)  # and not the one that was just kept

    def _open_copy(self) -> None:
        current, found = self._current(), self.found
        if current is not None and found is not None:
            verbs.open_copy(self._view, current, found.before)

    def _rename(self, id_: str, name: str) -> None:
        held = self._file.snapshots() if self._file is not None else ()
        for one in held:
            if one.id == id_:
                verbs.rename(self._view, one, name)

    def _delete(self) -> None:
        current = self._current()
        if current is not None:
            verbs.delete(self._view, current)

    def _kept(self) -> None:
        """A snapshot was kept, renamed or deleted."""
        if self._in_front:
            QTimer.singleShot(0, self, self.display)  # the field in which a name was typed closes first
