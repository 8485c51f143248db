"""Whom the person meets in several steps: who occurs in how many, and one more, or one instead, for all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.focus import discard
from app.panels.fields import CheckField, ChoiceField
from app.panels.references import remove_button
from app.plain import PlainLabel, named
from journeys.edits import channels, contacts
from journeys.model.values import Contact

if TYPE_CHECKING:
    from app.context import Context


class SeveralContacts(QWidget):
    """Each change is one edit of all the steps."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._ids: tuple[str, ...] = ()
        self._shown: object = None
        self._made: list[QWidget] = []
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.party, self.channel = ChoiceField(say("Party for all")), ChoiceField(say("Channel for all"))
        column.addWidget(self.party)
        column.addWidget(self.channel)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        self.add, self.replace = QPushButton(say("Add to all")), QPushButton(say("Only this"))
        self.add.clicked.connect(self._add)
        self.replace.clicked.connect(self._replace)
        buttons.addWidget(self.add)
        buttons.addWidget(self.replace)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.nobody = CheckField(say("Nobody: on their own"))
        self.nobody.clicked.connect(self._set_nobody)
        column.addWidget(self.nobody)

    def display(self, ids: tuple[str, ...]) -> None:
        """Show whom the person meets in these steps."""
        self._ids = ids
        document, say = self.context.document, self.context.say
        parties = sorted(document.parties.values(), key=lambda party: party.name.casefold())
        self.party.offer([(say("Choose a party"), None), *((party.name, party.id) for party in parties)])
        self.channel.offer([(say("(no channel)"), None), *((c.name, c.id) for c in channels.in_order(document))])
        for field in (self.party, self.channel):
            if field.currentIndex() < 0:
                field.setCurrentIndex(0)
        held = [document.steps[id_] for id_ in ids]
        counts = Counter(contact for step in held for contact in step.contacts)
        names = tuple((document.parties.get(c.party or ""), document.channels.get(c.channel or "")) for c in counts)
        if (ids, counts, names) != self._shown:
            self._shown = (ids, counts, names)
            self._rebuild(counts)
        alone = sum(step.nobody for step in held)
        self.nobody.setTristate(0 < alone < len(held))
        some = Qt.CheckState.PartiallyChecked if alone < len(held) else Qt.CheckState.Checked
        self.nobody.setCheckState(some if alone else Qt.CheckState.Unchecked)

    def _rebuild(self, counts: Counter[Contact]) -> None:
        discard(self._made)
        self._made = [self._row(contact, n) for contact, n in counts.most_common()]
        for row in self._made:
            self._rows.addWidget(row)

    def _row(self, contact: Contact, n: int) -> QWidget:
        say, made = self.context.say, QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        name = self._text(contact)
        total = len(self._ids)
        label = name if n == total else say("{name}: {n} of {total}", name=name, n=n, total=total)
        row.addWidget(PlainLabel(label, wrap=True), 1)
        if n < total:
            for_all = named(QPushButton(say("For all")), "link")
            for_all.setAccessibleName(say("{name}: for all", name=name))
            for_all.clicked.connect(lambda: self._meet(contact))
            row.addWidget(for_all)
        remove = remove_button(self.context, say("Remove {title}", title=name))
        remove.clicked.connect(lambda: self._drop(contact))
        row.addWidget(remove)
        return made

    def _text(self, contact: Contact) -> str:
        document = self.context.document
        party = document.parties.get(contact.party or "")
        channel = document.channels.get(contact.channel or "")
        return " · ".join(one.name for one in (party, channel) if one) or self.context.say("(not filled in)")

    def _chosen(self) -> Contact | None:
        party, channel = self.party.currentData(), self.channel.currentData()
        return Contact(party, channel) if party or channel else None

    def _add(self) -> None:
        contact = self._chosen()
        if contact is not None:
            self._meet(contact)
        else:
            self.party.setFocus()

    def _replace(self) -> None:
        contact = self._chosen()
        if contact is not None:
            self.context.do(lambda: contacts.set_all(self.context.document, self._ids, [contact]))
        else:
            self.party.setFocus()

    def _meet(self, contact: Contact) -> None:
        self.context.do(lambda: contacts.add(self.context.document, self._ids, contact))

    def _drop(self, contact: Contact) -> None:
        self.context.do(lambda: contacts.drop(self.context.document, self._ids, contact))

    def _set_nobody(self) -> None:
        known = self.context.document.steps
        nobody = not all(known[id_].nobody for id_ in self._ids if id_ in known)
        self.context.do(lambda: contacts.set_nobody(self.context.document, self._ids, nobody=nobody))
