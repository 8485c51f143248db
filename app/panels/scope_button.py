"""From whom the study is seen, small in the status bar, and the menu to choose another scope."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from app.actions import choice, empty
from app.panels.labels import scopes
from app.plain import literal, put, tip

if TYPE_CHECKING:
    from app.context import Context

MOST = 26
"""Letters of a name."""
INDENT = "    "
"""Before a part of the organisation above it."""


class ScopeButton(QPushButton):
    """ "Seen from: Civil Affairs"; a press opens the choice."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("link")
        self._context = context
        say = context.say
        self.choices = QMenu(self)
        self.choices.setAccessibleName(say("Seen from"))
        self.setAccessibleDescription(say("Presence, gaps and findings are seen from here"))
        tip(self, say("Presence, gaps and findings are seen from here"))
        self.clicked.connect(self.open)

    def display(self) -> None:
        """Name the scope as it is now."""
        from journeys.analysis.presence import scope_of
        from journeys.phrases.terms import shortened

        document, say = self._context.document, self._context.say
        party = document.parties.get(scope_of(document).party or "")
        name = party.name if party is not None else say("nobody yet")
        put(self, literal(say("Seen from: {name}", name=shortened(name, MOST))))
        self.setAccessibleName(say("Seen from: {name}", name=name))

    def open(self) -> None:
        """Show the choice above the bar; Esc leaves it as it is."""
        self.offer()
        at = QPoint(0, -self.choices.sizeHint().height())
        self.choices.popup(self.mapToGlobal(at))
        self.choices.setFocus(Qt.FocusReason.PopupFocusReason)
        for line in self.choices.actions():
            if line.isChecked():
                self.choices.setActiveAction(line)  # the arrows go on from the one that holds

    def offer(self) -> None:
        """Put the parties that one can look from in the menu."""
        empty(self.choices)
        fill(self._context, self.choices)


def fill(context: Context, menu: QMenu) -> None:
    """A line per party; the one that holds has a tick. Choosing another is one edit."""
    from journeys.analysis.presence import scope_of

    document = context.document
    now = scope_of(document).party
    found = scopes(document)
    for party in found:
        part = any(whole.id == party.parent for whole in found)
        name = literal(f"{INDENT if part else ''}{party.name}")
        choice(menu, name, partial(_see_from, context, party.id), checked=party.id == now)
    if menu.isEmpty():
        choice(menu, context.say("Add a municipality or department first"), lambda: None, enabled=False)


def _see_from(context: Context, party: str) -> None:
    from journeys.edits import study

    context.do(lambda: study.set_scope(context.document, party))
