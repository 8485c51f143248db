"""The list of journeys under their personas, and of processes under the journey with their step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QTreeWidgetItem

from app.icons import dot, icon
from app.panels.labels import VARIANTS
from app.panels.lists.rows import ID
from app.panels.lists.tree import Tree
from app.plain import item_tip
from journeys.model.order import by_order

if TYPE_CHECKING:
    from app.context import Context
    from journeys.model.entities import Journey


class JourneyTree(Tree):
    """Personas with their journeys: a filled dot for the current variant, a ring for the desired one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAccessibleName(context.say("Journeys"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # current and desired differ at the end
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.itemExpanded.connect(lambda _: self.updateGeometry())
        self.itemCollapsed.connect(lambda _: self.updateGeometry())

    def display(self, current: str | None) -> None:
        """Show all journeys under their personas; only the current persona's branch is open at first."""
        document = self.context.document
        held = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        tops = [item for item in held if item is not None]
        closed = {item.data(0, ID) for item in tops if not item.isExpanded()}
        known = {item.data(0, ID) for item in tops}
        self.clear()
        shown = document.journeys.get(current or "")
        for persona in sorted(document.personas.values(), key=by_order):
            top = QTreeWidgetItem([persona.name])
            top.setData(0, ID, persona.id)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.addTopLevelItem(top)
            self._add_all(top, persona.id, current)
            here = shown is not None and shown.persona == persona.id
            top.setExpanded(here or (persona.id in known and persona.id not in closed))
        self.updateGeometry()

    def _add_all(self, top: QTreeWidgetItem, persona: str, current: str | None) -> None:
        """The persona's journeys, and under each the processes behind its steps."""
        steps = self.context.document.steps
        held = {journey.id: journey for journey in _of(self.context, persona)}
        homes: dict[str, str] = {}
        for journey in held.values():
            step = steps.get(journey.parent_step or "")
            if step is not None and step.journey in held:
                homes[journey.id] = step.journey
        rows: dict[str, QTreeWidgetItem] = {}

        def add(journey: Journey, under: QTreeWidgetItem) -> None:
            rows[journey.id] = self._add(under, journey, current)
            for inner, home in homes.items():
                if home == journey.id and inner not in rows:
                    add(held[inner], rows[journey.id])
            rows[journey.id].setExpanded(True)

        for own in [id_ for id_ in held if id_ not in homes]:
            add(held[own], top)
        for journey in held.values():  # those that stand behind each other's steps
            if journey.id not in rows:
                add(journey, top)

    def _add(self, top: QTreeWidgetItem, journey: Journey, current: str | None) -> QTreeWidgetItem:
        say, colours = self.context.say, self.context.colours
        process = journey.parent_step is not None
        variant = say("process") if process else say(VARIANTS[journey.variant])
        label = say("{title} — {variant}", title=journey.title, variant=variant)
        own = [other for other in _of(self.context, journey.persona) if other.parent_step is None]
        alone = journey.variant == "current" and len(own) == 1
        item = QTreeWidgetItem(top, [journey.title if alone or process else label])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, label)
        item.setData(0, ID, journey.id)
        is_current = journey.id == current
        ink = colours.accent if is_current else colours.muted
        item.setIcon(0, icon("process", ink, side=12) if process else dot(ink, hollow=journey.variant == "desired"))
        item_tip(item, label)
        if is_current:
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            item.setFont(0, bold)
            item.setForeground(0, QColor(colours.accent))
            self.setCurrentItem(item)
        return item

    def can_name(self, item: QTreeWidgetItem) -> bool:
        """The rows of personas only hold journeys together."""
        return item.parent() is not None

    def _choose(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(item.data(0, ID))


def _of(context: Context, persona: str) -> list[Journey]:
    found = [journey for journey in context.document.journeys.values() if journey.persona == persona]
    return sorted(found, key=by_order)
