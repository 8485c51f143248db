"""The list of parties, parts under their whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTreeWidgetItem

from app.icons import dot
from app.panels.lists.rows import ID
from app.panels.lists.tree import Tree

if TYPE_CHECKING:
    from app.context import Context
    from journeys.model.entities import Party


class PartyTree(Tree):
    """The parties, parts under their whole, with the colour they have on the map."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAccessibleName(context.say("Parties involved"))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(0, ID)))
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(0, ID)))

    def display(self) -> None:
        """Show all parties."""
        current = self.currentItem()
        held = current.data(0, ID) if current is not None else None
        self.clear()
        below: dict[str | None, list[Party]] = {}
        for party in sorted(self.context.document.parties.values(), key=self._order):
            below.setdefault(party.parent, []).append(party)
        self._add(self.invisibleRootItem(), below, None, held)
        self.expandAll()
        self.updateGeometry()

    def _order(self, party: Party) -> tuple[bool, bool, str]:
        """The organisation that presence is seen from first, also when that is one department of it; then others."""
        parties, here = self.context.document.parties, self.context.document.study.scope or ""
        while here in parties and parties[here].parent in parties:
            here = parties[here].parent or ""
        return (
            party.id != here, party.kind != "municipality", party.name.casefold()
        )  # fmt: skip

    def _add(
        self, top: QTreeWidgetItem, below: dict[str | None, list[Party]], parent: str | None, held: str | None
    ) -> None:
        for party in below.get(parent, ()):
            item = QTreeWidgetItem(top, [party.name])
            item.setData(0, ID, party.id)
            item.setIcon(0, dot(self.context.party_ink(party.colour), hollow=party.kind == "medium"))
            if party.id == held:
                self.setCurrentItem(item)
            self._add(item, below, party.id, held)
