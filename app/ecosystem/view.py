"""The network view: the person in the middle, parties around, hand-overs between them; it follows every edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ecosystem import empty, rows
from app.ecosystem.bar import EcosystemBar
from app.ecosystem.choice import Choice, count_of
from app.ecosystem.legend import Legend
from app.ecosystem.net_view import NetView
from app.ecosystem.side import Side
from app.panels.empty_state import EmptyState
from app.panels.message_bar import announce
from app.panels.side_by_side import SideBySide
from journeys.analysis.scene import scene
from journeys.layout.ecosystem import NetSpec, lay_out
from journeys.phrases import ecosystem as said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QResizeEvent

    from app.context import Context
    from app.ecosystem.rows import Row
    from journeys.analysis.ecosystem import Ecosystem
    from journeys.edits.edit import Edit
    from journeys.model.document import Document

FOLLOW_MS: Final = 50
BESIDE_FROM: Final = 100
"""Letters of width from which the list stands beside the picture, not under it."""
TYPE_PT: Final = 12.0
"""The type of the picture at 100 %: read from further away than a map."""
LIST: Final = 34
"""Letters of its width there."""
UNDER: Final = 0.3
KEPT: Final = 1.6
SHAPES: Final = (0.8, 1.1, 1.5, 2.0)
"""Width in parts of the height that the picture may have; that of the view is taken to the nearest."""


class EcosystemView(QWidget):
    """Keeps what is chosen and picked, and the shape of the picture; all else is read from the study."""

    selection_changed = Signal()  #: the user picked something else
    step_wanted = Signal(str)  #: show this step on the map
    zoom_changed = Signal(float)  #: 1.0 is 100 %

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.choice = Choice()
        self.ecosystem: Ecosystem | None = None
        self._document = context.document
        """The study as it is shown: everything in the network is there, also when an edit took it away just now."""
        self._laid: tuple[object, ...] = ()
        self._held = 0.0
        self._narrowed = False
        """Whether another choice may show more parties."""
        self._later = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._later.timeout.connect(self.display)
        self.bar = EcosystemBar(context)
        self.net = NetView(context)
        self.side = Side(context)
        self.legend = Legend(context)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self.drawn = self.net
        """What the zoom is of."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        picture = QWidget()
        below = QVBoxLayout(picture)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.net, 1)
        below.addWidget(self.legend)
        picture.setMinimumWidth(240)
        self._split = SideBySide(picture, self.side)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.net)

    def _connect(self) -> None:
        self.bar.chosen_anew.connect(lambda choice: self.choose(**choice))
        self.net.picked_anew.connect(self._picked)
        self.net.opened.connect(self._open)
        self.net.zoom_changed.connect(self.zoom_changed)
        self.side.wanted.connect(self._go)
        self.empty.verb.clicked.connect(self._mend)

    def _mend(self) -> None:
        """The empty state's button: all parties, or to where one fills in with whom a step is."""
        if self._narrowed:
            self.choose(filter="all", whose="all", variant="current")
        else:
            actions: dict[str, QAction] = getattr(self.window(), "actions_by_code", {})
            if "map" in actions:
                actions["map"].trigger()

    # The view of a study

    def choose(self, **choice: Any) -> None:
        """Show another network: `whose`, `variant`, `filter` as in Choice."""
        self.choice = replace(self.choice, **choice)
        self.display()
        announce(self, self.side.text)

    def display(self) -> None:
        """Show the network as it is now."""
        self._later.stop()
        document = self._document = self.context.document.snapshot()
        shown, hidden = self.choice.of(scene(document), self.context.journey)
        self.ecosystem = shown
        self.bar.display(self.choice, hidden)
        self._stack.setCurrentIndex(not shown.nodes)
        self._narrowed = bool(hidden) or self.choice != Choice()
        empty.no_parties(self.empty, self.context.say, hidden=hidden, chosen=self._narrowed)
        if shown.nodes:
            self._show(document, shown)
        else:
            self.net.let_go()

    def _show(self, document: Document, shown: Ecosystem) -> None:
        say = self.context.say
        names = {party: (document.parties[party].name, document.parties[party].colour) for party in shown.nodes}
        middle = said.people(document, shown.personas, say)
        wanted = (shown, names, middle, document.study.scope, self._shape())
        if wanted != self._laid or self.net.network is None:
            self._laid = wanted
            spec = NetSpec(TYPE_PT, self._shape(), count=count_of(shown))
            self.net.show_network(lay_out(document, shown, spec, say))
        self.net.tell(document, {party: said.node_line(document, node, say) for party, node in shown.nodes.items()})
        self.net.setAccessibleDescription(said.summary(document, shown, say))
        self.legend.display(shown, count_of(shown))
        self._tell()

    def _shape(self) -> float:
        """That of the room; kept while it still about fits, so that a strip below does not turn everything round."""
        room = self.net.viewport().size()
        mine = room.width() / max(room.height(), 1)
        if not self._held or not self._held / KEPT < mine < self._held * KEPT:
            self._held = min(SHAPES, key=lambda shape: abs(shape - mine))
        return self._held

    def _tell(self) -> None:
        """What is picked, in words."""
        say, shown, document = self.context.say, self.ecosystem, self._document
        if shown is None:
            return
        if self.net.edge is not None:
            made = rows.of_edge(document, self.net.edge, say)
            self.side.display(said.edge_title(document, self.net.edge, say), "", made)
        elif self.net.party is not None:
            node = shown.nodes[self.net.party]
            made = rows.of_party(document, shown, node, say)
            self.side.display(document.parties[node.party].name, said.node_line(document, node, say), made)
        else:
            made = rows.of_all(document, shown, say)
            self.side.display(say("Network"), said.summary(document, shown, say), made)

    def edited(self, edit: Edit) -> None:
        """The study has changed: show it so, a moment later, so that typing is not held up."""
        if edit:
            self._later.start()

    def show_journey(self, journey: str | None) -> None:
        """Another journey is worked on: when only that one is shown, show its network."""
        if self.choice.whose == "journey" and self.isVisible():
            self.display()

    def select(self, ids: Iterable[str]) -> None:
        """Pick the first party of these. Emits nothing."""
        if self.ecosystem is None:
            return
        party = next((id_ for id_ in ids if id_ in self.ecosystem.nodes), None)
        if party is not None:
            self.net.pick(party)
            self._tell()

    def selected(self) -> tuple[str, ...]:
        """The picked party, if it is still there."""
        party = self.net.party
        return (party,) if party is not None and party in self.context.document.parties else ()

    def flush(self) -> None:
        """Nothing is typed here; what waits is shown when the view is shown again."""
        if not self.isVisible():
            self._later.stop()

    # The user

    def _picked(self) -> None:
        document, say = self._document, self.context.say
        self._tell()
        edge, shown = self.net.edge, self.ecosystem
        if edge is not None:
            announce(self.net, said.edge_line(document, edge, say))
            self.context.trace(said.edge_title(document, edge, say), tuple(edge.ids))
        elif self.net.party is not None and shown is not None:
            announce(self.net, said.node_line(document, shown.nodes[self.net.party], say))
        if edge is None:
            self.selection_changed.emit()

    def _open(self) -> None:
        """From the picture to what is told of what is picked."""
        self.side.list.setFocus()
        if self.side.list.currentRow() < 0:
            self.side.list.setCurrentRow(0)

    def _go(self, row: Row) -> None:
        if row.ids:
            self.context.trace(row.title, row.ids)
        elif row.step is not None:
            if row.step in self.context.document.steps:
                self.step_wanted.emit(row.step)
        elif row.journey is not None:
            if row.journey in self.context.document.journeys:
                self.context.show("journey", row.journey)
        elif row.party is not None or row.edge is not None:
            self.net.pick(row.party, row.edge)
            self.net.setFocus()
            self._picked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, the list lies under the picture."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        self._split.share(self, event, beside_from=BESIDE_FROM * letter, width=LIST * letter, under=UNDER)
        if self.isVisible() and self.ecosystem is not None:
            self._later.start()
