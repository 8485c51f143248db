"""An open study on the screen: lists, views and panels, kept in step with every edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app import going, parts, processes
from app.busy import busy
from app.canvas import passing
from app.canvas.view import MapView
from app.context import Context
from app.focus import holds_focus
from app.insight import Insights
from app.panels.gaps import GapsPanel
from app.panels.inspector import Inspector
from app.panels.laid_over import LaidOver
from app.panels.message_bar import MessageBar, announce
from app.panels.panels import Panels
from app.panels.sidebar import Sidebar
from app.panes import Panes
from app.views import Views
from journeys.analysis.spots import counted_journeys
from journeys.edits import fixed
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from app.dress import Dress
    from app.history import History
    from app.panels.notes_panel import NotesPanel
    from journeys.analysis.findings import JourneyFindings
    from journeys.edits.edit import Edit
    from journeys.model.fields import Kind
    from journeys.session import Session

FINDINGS_MS = 60
LARGE = 1_000
"""Steps from which colouring all of them takes so long that the pointer says so."""
LISTED: frozenset[str] = frozenset({"persona", "journey", "party", "study"})


class StudyView(QWidget):
    """Views of one session. It keeps no state that the study has, only what is shown and selected."""

    changed = Signal()  #: what can be done now may have changed: selection, journey, view, findings
    zoomed = Signal(float)  #: the map's zoom factor
    command_wanted = Signal(str)  #: carry out the command with this code

    def __init__(self, session: Session, history: History, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.history = history
        self.percent = dress.percent
        self.context = Context(
            session, self.perform, dress.say, dress.colours, dress.inks,
            refuse=self.refused, show=partial(going.to_subject, self), trace=partial(parts.trace, self),
        )  # fmt: skip
        self.findings: JourneyFindings | None = None
        self.insights = Insights(self)
        self.bar = MessageBar(dress.say, dress.colours)
        self.sidebar = Sidebar(self.context)
        self.map = MapView(session.document, self.perform, dress.say, dress.inks, self)
        self.map.photos.source = self.context.image
        self.inspector = Inspector(self.context)
        self.gaps = GapsPanel(self.context)
        self.views = Views("map", self.map, parts.views(self))
        self.tabs = Panels(parts.panels(self), dress.say, dress.colours)
        for code in ("history", "vote"):
            self.tabs.hide_tab(code)
        self.strips: dict[str, QWidget] = {}
        self.panes = Panes(self.sidebar, self.views, self.tabs, self)
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=FINDINGS_MS)
        self._later.timeout.connect(self.refresh_findings)
        self._revealing = False
        self._connect()
        self._stop = session.listen(self._edited)
        history.refused.connect(self.refused)
        self._open_first()

    # Building

    def _lay_out(self) -> None:
        self.map.setAccessibleName(self.context.say("Map of the journey"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.sidebar.journey_wanted.connect(self.show_journey)
        self.sidebar.inspect_wanted.connect(self._inspect_wanted)
        self.map.selection_changed.connect(self._map_selected)
        self.map.zoom_changed.connect(self.zoomed)
        self.map.note_wanted.connect(self.write_note)
        self.map.command_wanted.connect(self.command_wanted)
        self.map.refused.connect(self.refused)
        self.map.busy_changed.connect(self.history.pause)
        self.map.announced.connect(lambda text: announce(self.map, text))
        self.inspector.retitled.connect(lambda title: self.tabs.name("inspector", title))
        self.gaps.phase_wanted.connect(self.reveal)
        self.tabs.shown.connect(self._panel_shown)
        self.insights.changed.connect(self._found)
        self.views.switched.connect(self._view_shown)
        self.insights.changed.connect(self._colour)

    def _open_first(self) -> None:
        self.context.journey = self._first_journey()
        self.sidebar.display()
        if self.context.journey is not None:
            self.map.show_journey(self.context.journey)
        parts.ask(self)
        self.inspector.inspect([])
        self.tabs.panel("inspector")
        if self.map.journey is not None and self.session.document.steps:
            self.tabs.show_panel("gaps")
        self.map.when_painted(lambda: parts.reopen(self))
        self.map.when_painted(self._later.start)
        self.map.when_painted(self._add_minimap)

    def _first_journey(self) -> str | None:
        """The first one that counts; where all are processes behind steps, any of them."""
        found = counted_journeys(self.session.document)
        return found[0].id if found else next(iter(self.session.document.journeys), None)

    def _add_minimap(self) -> None:
        from app.canvas import minimap

        minimap.of(self)

    def stop(self) -> None:
        """Let go of the session; what was typed is committed, and what lies over the views goes along."""
        for panel in self.findChildren(LaidOver):
            panel.close_panel()
        self.flush()
        self._later.stop()
        self.insights.stop()
        self._stop()

    @property
    def notes(self) -> NotesPanel:
        """The panel of notes; made when it is first needed."""
        return cast("NotesPanel", self.tabs.panel("notes"))

    def strip(self, code: str) -> QWidget:
        """The strip under the views with this code: quick entry, find; made when it is first needed, hidden."""
        if code not in self.strips:
            made = self.strips[code] = parts.strip(self, code)
            made.hide()
            self.panes.add_strip(code, made)
        return self.strips[code]

    def perform(self, edit: Edit, burst: str | None = None) -> bool:
        """Do an edit that was made from what is shown; while the layout is locked, none that moves anything."""
        try:
            if self.context.locked:
                fixed.check(edit)
            meant = self.session.meant(edit)
        except LevensreisError as error:
            self.refused(error)
            return False
        return self.history.perform(meant, burst)

    # Following

    def _edited(self, edit: Edit) -> None:
        kinds = {kind for kind, _ in edit.changes}
        shown = self.context.journey
        if shown is None or shown not in self.session.document.journeys:
            home = processes.home_of(self, shown, edit) if shown is not None else None
            self.show_journey(home or self._first_journey())
        self.map.edited(edit)
        if self.views.shown is not self.map:
            self.views.shown.edited(edit)
        self.inspector.edited()
        if kinds & LISTED:
            self.sidebar.display()
            processes.follow(self)
        self.insights.outdate()
        self._later.start()

    def refresh_findings(self) -> None:
        """Everything that follows from the study: gaps, counts, the shown panel; and what the lenses find, in a moment.

        Another journey of the same study needs no second look.
        """
        from journeys.analysis.findings import overview_of
        from journeys.analysis.scene import scene

        journey, latest = self.context.journey, self.insights.latest
        known = latest.scene if latest is not None and not self.insights.behind else None
        seen = known or scene(self.session.document.snapshot())
        self.findings = overview_of(seen).of(journey) if journey is not None else None
        self.gaps.show_findings(self.findings)
        self.tabs.made()[self.tabs.code].display()
        count = len(self.findings.gaps) if self.findings else 0
        self.tabs.name("gaps", self.context.say("Gaps ({n})", n=count), count)
        parts.name_findings(self)
        if known is None:
            self.insights.refresh(seen)
        else:
            self._colour()
        self.changed.emit()

    def _found(self) -> None:
        """There are newer findings: the tab counts them, and the status bar."""
        parts.name_findings(self)
        self.changed.emit()

    def refused(self, error: object) -> None:
        """Tell why an edit was not done; nothing has changed, so fields show the study again."""
        if isinstance(error, LevensreisError) and error.code in ("edit.fixed", "edit.veiled"):
            from app.facilitate import refusals

            refusals.tell(self, error)
        elif isinstance(error, LevensreisError):
            from journeys import messages

            text = messages.error_text(error, self.context.say)
            self.bar.tell(text, grave=error.code.startswith("store"))
        self.inspector.edited()

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.views.flush()
        self.tabs.flush()
        if "question" in self.strips:
            parts.ask_flush(self)
        if "parking" in self.strips:
            parts.park_flush(self)

    # Showing

    def show_journey(self, journey: str | None) -> None:
        """Show a journey on the map, in the lists and in the view that is shown."""
        if journey is not None and journey not in self.session.document.journeys:
            return
        if self.context.journey not in self.session.document.journeys:
            self.context.journey = journey  # nobody may ask anything about the one that is gone
        self.flush()
        self.context.journey = journey
        if journey is not None:
            self.map.show_journey(journey)
            self._colour()
        if self.views.shown is not self.map:
            self.views.shown.show_journey(journey)
        self.sidebar.display()
        processes.follow(self)
        self._later.start(0)

    def show_view(self, code: str) -> None:
        """Show the study as a map, a table or a comparison; what is selected stays selected."""
        self.flush()
        self.views.show_view(code)
        self.views.widget_shown.setFocus()

    def show_lens(self, lens: str | None) -> None:
        """Colour the map by what one lens says of each step; None is the map as it is.

        Every card is painted anew: of a large study that takes a moment.
        """
        self.context.lens = lens
        with busy(long=len(self.session.document.steps) > LARGE):
            self._colour()
        self.inspector.edited()
        self.changed.emit()

    def _colour(self) -> None:
        """The colours of the lens follow what was found."""
        if self.context.lens is not None or self.map.lens:
            from app.lens import colouring

            colouring.follow(self)

    def _view_shown(self, code: str) -> None:
        if code != "map":
            self.views.shown.display()
            self.views.shown.select(self.map.selected())
        parts.strips_follow(self, code)
        self.zoomed.emit(self.views.zooming.zoom)
        self.changed.emit()

    def reveal(self, id_: str) -> None:
        """Bring something into view and select it; the tab stays."""
        self._revealing = True
        try:
            passing.followed(self.map, lambda: self.map.reveal(id_))
        finally:
            self._revealing = False

    def outline(self, ids: Iterable[str]) -> None:
        """Select all of these that are on the map, and bring the first into view; the tab stays."""
        self._revealing = True
        try:
            self.map.select(ids)
            area = self.map.area_of(self.map.selected()[:1])
            if not area.isEmpty():
                self.map.bring(area)
        finally:
            self._revealing = False

    def inspect(self, kind: str, id_: str, field: str = "") -> None:
        """Show something in the inspector, the cursor in one of its fields."""
        self.tabs.show_panel("inspector")
        self._show_in_inspector(kind, id_)
        if field:
            self.inspector.focus(field)

    def write_note(self, kind: str | None = None) -> bool:
        """The cursor in the line for a new note on what is selected; False where notes do not hang."""
        adder = getattr(self.inspector.currentWidget(), "adder", None)
        if adder is not None:
            self.tabs.show_panel("inspector")
            adder.focus(kind)
        return adder is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the view, from wherever no one else wanted it; Shift+F10 is the menu key."""
        focused: QWidget | None = self.focusWidget()
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier and focused:
            _ask_menu(focused)
        elif event.key() == Qt.Key.Key_Escape and not self._view_has_focus():
            self.views.widget_shown.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.context.lens is not None and self.views.shown is self.map:
            self.show_lens(None)  # nothing is held or selected any more: last of all the colours go
        else:
            super().keyPressEvent(event)

    def _view_has_focus(self) -> bool:
        return holds_focus(self.views.widget_shown)

    # Selection

    def _map_selected(self) -> None:
        if self.views.shown is not self.map:
            self.views.shown.select(self.map.selected())
        self._selected(self.map.selected())

    def view_selected(self) -> None:
        """Something was selected in a view that is not the map: the map and the inspector follow."""
        ids = self.views.shown.selected()
        steps = self.session.document.steps
        journey = next((steps[id_].journey for id_ in ids if id_ in steps), self.context.journey)
        blocked = self.map.blockSignals(True)
        if journey != self.context.journey and journey is not None:
            self.context.journey = journey
            self.map.show_journey(journey)
            self.sidebar.display()
            self._later.start(0)
        self.map.select(ids)
        self.map.blockSignals(blocked)
        self._selected(ids)

    def _selected(self, ids: tuple[str, ...]) -> None:
        keys = list(going.keys(self.session.document, ids))
        self.inspector.inspect(keys)
        phases = [id_ for kind, id_ in keys if kind == "phase"]
        self.gaps.mark(phases[0] if len(phases) == 1 else None)
        parts.facts_follow(self, keys)
        only_phases = bool(phases) and len(phases) == len(keys)
        stays = self._revealing or self.map.tap is not None
        if keys and not stays and not (only_phases and self.tabs.code in ("gaps", "findings", "facts")):
            self.tabs.show_panel("inspector")
        self.changed.emit()

    def _inspect_wanted(self, kind: str, id_: str, field: str) -> None:
        if field or self.tabs.code == "inspector":
            self.inspect(kind, id_, field)
        else:
            self._show_in_inspector(kind, id_)

    def _show_in_inspector(self, kind: str, id_: str) -> None:
        """What stands in the lists is not on the map: nothing stays selected there that Delete would then take."""
        if kind in LISTED:
            self.map.select(())
        self.inspector.inspect([(cast("Kind", kind), id_)])

    def _panel_shown(self, code: str) -> None:
        self.tabs.made()[code].display()
        self.changed.emit()

    def place_for_menu(self, point: QPoint) -> QPoint:
        """Where on the screen the map wants its menu."""
        return self.map.mapToGlobal(point)


def _ask_menu(widget: QWidget) -> None:
    """As the menu key does: at the widget's cursor."""
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = cursor.center() if isinstance(cursor, QRect) else widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
    QApplication.postEvent(widget, event)
