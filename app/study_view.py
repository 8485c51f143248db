"""An open study on the screen: lists, map and panels, kept in step with every edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QTabWidget, QVBoxLayout, QWidget

from app.canvas.view import MapView
from app.context import Context
from app.panels.gaps import GapsPanel
from app.panels.inspector import Inspector
from app.panels.message_bar import MessageBar, announce
from app.panels.sidebar import Sidebar
from journeys.analysis.spots import counted_journeys
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from app.dress import Dress
    from app.history import History
    from app.panels.notes_panel import NotesPanel
    from journeys.analysis.findings import JourneyFindings
    from journeys.edits.edit import Edit
    from journeys.model.changes import Key
    from journeys.model.fields import Kind
    from journeys.session import Session

FINDINGS_MS = 60
LISTED: frozenset[str] = frozenset({"persona", "journey", "party", "study"})
WIDTHS = ((196, 250, 0.14), (252, 330, 0.184))
"""Of lists and panel: least and most pixels, and their part of the window."""
PANES_MOST = 0.48
"""Lists and panel together are at most this part of the window; the rest is for the map."""
INSPECTOR, GAPS, NOTES = range(3)


class StudyView(QWidget):
    """Views of one session. It keeps no state that the study has, only what is shown and selected."""

    changed = Signal()  #: what can be done now may have changed: selection, journey, findings
    zoomed = Signal(float)  #: the map's zoom factor

    def __init__(self, session: Session, history: History, dress: Dress) -> None:
        super().__init__()
        self.session = session
        self._history = history
        self._percent = dress.percent
        self.context = Context(session, history.perform, dress.say, dress.colours, dress.inks, refuse=self.refused)
        self.findings: JourneyFindings | None = None
        self.bar = MessageBar(dress.say, dress.colours)
        self.sidebar = Sidebar(self.context)
        self.map = MapView(session.document, history.perform, dress.say, dress.inks, self)
        self.inspector = Inspector(self.context)
        self.gaps = GapsPanel(self.context)
        self._notes: NotesPanel | None = None
        self.tabs = self._tabs()
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=FINDINGS_MS)
        self._later.timeout.connect(self.refresh_findings)
        self._revealing = False
        self._connect()
        self._stop = session.listen(self._edited)
        history.refused.connect(self.refused)
        self._open_first()

    # Building

    def _tabs(self) -> QTabWidget:
        say = self.context.say
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(say("Details, gaps and notes"))
        tabs.addTab(self.inspector, say("Step"))
        tabs.addTab(self.gaps, say("Gaps"))
        tabs.addTab(QWidget(), say("Notes"))
        tabs.tabBar().setExpanding(False)
        tabs.tabBar().setDrawBase(False)
        for scroller in tabs.tabBar().findChildren(QAbstractButton):  # Qt's own are named in English
            scroller.setAccessibleName(say("More tabs"))
        return tabs

    def _lay_out(self) -> None:
        self.sidebar.setMinimumWidth(170)
        self.tabs.setMinimumWidth(240)
        self.map.setMinimumWidth(320)
        self.map.setAccessibleName(self.context.say("Map of the journey"))
        for pane in (self.sidebar, self.map, self.tabs):
            self.panes.addWidget(pane)
        self.panes.setHandleWidth(1)
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.sidebar.journey_wanted.connect(self.show_journey)
        self.sidebar.inspect_wanted.connect(self._inspect_wanted)
        self.map.selection_changed.connect(self._selected)
        self.map.zoom_changed.connect(self.zoomed)
        self.map.note_wanted.connect(self.write_note)
        self.map.refused.connect(self.refused)
        self.map.busy_changed.connect(self._history.pause)
        self.map.announced.connect(lambda text: announce(self.map, text))
        self.inspector.retitled.connect(lambda title: self.tabs.setTabText(INSPECTOR, title))
        self.gaps.phase_wanted.connect(self.reveal)
        self.tabs.currentChanged.connect(self._tab_shown)

    def _open_first(self) -> None:
        found = counted_journeys(self.session.document)
        self.context.journey = found[0].id if found else next(iter(self.session.document.journeys), None)
        self.sidebar.display()
        if self.context.journey is not None:
            self.map.show_journey(self.context.journey)
        self.inspector.inspect([])
        if self.map.journey is not None and self.session.document.steps:
            self.tabs.setCurrentIndex(GAPS)
        self.map.when_painted(self._later.start)

    def share_width(self, width: int) -> None:
        """Give lists and panel their part of so many pixels, and the map the rest."""
        size = self._percent / 100
        wanted = [max(least * size, min(most * size, width * part * size)) for least, most, part in WIDTHS]
        less = min(1.0, width * PANES_MOST / sum(wanted))
        left, right = (round(each * less) for each in wanted)
        self.panes.setSizes([left, width - left - right, right])

    def stop(self) -> None:
        """Let go of the session; what was typed is committed."""
        self.flush()
        self._later.stop()
        self._stop()

    @property
    def notes(self) -> NotesPanel:
        """The panel of notes; made when it is first needed."""
        if self._notes is None:
            from app.panels.notes_panel import NotesPanel

            self._notes = NotesPanel(self.context)
            shown, empty = self.tabs.currentIndex(), self.tabs.widget(NOTES)
            self.tabs.insertTab(NOTES, self._notes, self.context.say("Notes"))
            self.tabs.setCurrentIndex(shown)
            if empty is not None:
                self.tabs.removeTab(self.tabs.indexOf(empty))
                empty.deleteLater()
        return self._notes

    # Following

    def _edited(self, edit: Edit) -> None:
        kinds = {kind for kind, _ in edit.changes}
        shown = self.context.journey
        if shown is None or shown not in self.session.document.journeys:
            found = counted_journeys(self.session.document)
            self.show_journey(found[0].id if found else None)
        self.map.edited(edit)
        self.inspector.edited()
        if kinds & LISTED:
            self.sidebar.display()
        self._later.start()

    def refresh_findings(self) -> None:
        """Everything that follows from the study: gaps, counts, notes."""
        journey = self.context.journey
        self.findings = None
        from journeys.analysis.findings import overview

        if journey is not None and journey in self.session.document.journeys:
            self.findings = overview(self.session.document).of(journey)
        self.gaps.display(self.findings)
        if self.tabs.currentIndex() == NOTES:
            self.notes.display()
        count = len(self.findings.gaps) if self.findings else 0
        self.tabs.setTabText(GAPS, self.context.say("Gaps ({n})", n=count))
        self.changed.emit()

    def refused(self, error: object) -> None:
        """Tell why an edit was not done; nothing has changed, so fields show the study again."""
        if isinstance(error, LevensreisError):
            from journeys import messages

            text = messages.error_text(error, self.context.say)
            self.bar.tell(text, grave=error.code.startswith("store"))
        self.inspector.edited()

    # Showing

    def show_journey(self, journey: str | None) -> None:
        """Show a journey on the map and in the lists."""
        if journey is not None and journey not in self.session.document.journeys:
            return
        self.flush()
        self.context.journey = journey
        if journey is not None:
            self.map.show_journey(journey)
        self.sidebar.display()
        self._later.start(0)

    def reveal(self, id_: str) -> None:
        """Bring something into view on the map and select it; the tab stays."""
        self._revealing = True
        try:
            self.map.reveal(id_)
        finally:
            self._revealing = False

    def select_subjects(self, edit: Edit) -> None:
        """After undo and redo: show where it happened."""
        document = self.session.document
        for id_ in edit.subjects:
            step = document.steps.get(id_)
            if step is not None and step.journey != self.context.journey:
                self.show_journey(step.journey)
            if step is not None or id_ in document.phases:
                self.reveal(id_)
                return

    def inspect(self, kind: str, id_: str, field: str = "") -> None:
        """Show something in the inspector, the cursor in one of its fields."""
        self.tabs.show()
        self.tabs.setCurrentIndex(INSPECTOR)
        self._show_in_inspector(kind, id_)
        if field:
            self.inspector.focus(field)

    def write_note(self, kind: str | None = None) -> bool:
        """The cursor in the line for a new note on what is selected; False where notes do not hang."""
        adder = getattr(self.inspector.currentWidget(), "adder", None)
        if adder is not None:
            self.tabs.show()
            self.tabs.setCurrentIndex(INSPECTOR)
            adder.focus(kind)
        return adder is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the map, from wherever no one else wanted it; Shift+F10 is the menu key."""
        focused: QWidget | None = self.focusWidget()
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier and focused:
            self._ask_menu(focused)
        elif event.key() == Qt.Key.Key_Escape and not self.map.hasFocus():
            self.map.setFocus()
        else:
            super().keyPressEvent(event)

    def _inspect_wanted(self, kind: str, id_: str, field: str) -> None:
        if field or self.tabs.currentIndex() == INSPECTOR:
            self.inspect(kind, id_, field)
        else:
            self._show_in_inspector(kind, id_)

    def _ask_menu(self, widget: QWidget) -> None:
        """As the menu key does: at the widget's cursor."""
        cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = cursor.center() if isinstance(cursor, QRect) else widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
        QApplication.postEvent(widget, event)

    def _show_in_inspector(self, kind: str, id_: str) -> None:
        """What stands in the lists is not on the map: nothing stays selected there that Delete would then take."""
        if kind in LISTED:
            self.map.select(())
        self.inspector.inspect([(cast("Kind", kind), id_)])

    def _selected(self) -> None:
        keys = list(self._keys(self.map.selected()))
        self.inspector.inspect(keys)
        phases = [id_ for kind, id_ in keys if kind == "phase"]
        self.gaps.mark(phases[0] if len(phases) == 1 else None)
        only_phases = bool(phases) and len(phases) == len(keys)
        if keys and not self._revealing and not (only_phases and self.tabs.currentIndex() == GAPS):
            self.tabs.setCurrentIndex(INSPECTOR)
        self.changed.emit()

    def _keys(self, ids: Iterable[str]) -> Iterable[Key]:
        kinds: tuple[Kind, ...] = ("step", "phase", "note", "link")
        for id_ in ids:
            for kind in kinds:
                if self.session.document.get((kind, id_)) is not None:
                    yield (kind, id_)
                    break

    def _tab_shown(self, index: int) -> None:
        if index == NOTES:
            self.notes.display()

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.map.end_editing()
        self.inspector.flush()
        if self._notes is not None:
            self._notes.flush()

    def place_for_menu(self, point: QPoint) -> QPoint:
        """Where on the screen the map wants its menu."""
        return self.map.mapToGlobal(point)
