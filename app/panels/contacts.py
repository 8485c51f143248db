"""Whom the person meets in a step: party and channel, and for whom that party passes something on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.fields import CheckField, ChoiceField
from app.plain import PlainLabel, named, tip
from journeys.edits import entities, parties
from journeys.model.values import Contact

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Step


class ContactsEditor(QWidget):
    """The contacts of one step as rows; each change is one edit of the step."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._step = ""
        self._adding = False
        self._cards: list[QWidget] = []
        self._shown: tuple[Contact, ...] | None = None
        self._names: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)
        say = context.say
        self._add = named(QPushButton(icon("plus", context.colours.accent), say("Contact")), "link")
        self._add.setAccessibleName(say("Add a contact"))
        self._add.clicked.connect(self._add_contact)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._nobody = CheckField(say("Nobody: on their own"))
        self._nobody.committed.connect(lambda checked, _: self._change(nobody=bool(checked)))
        column.addWidget(self._nobody)

    def display(self, step: Step) -> None:
        """Show this step's contacts."""
        document = self.context.document
        names = (tuple(document.parties.values()), tuple(document.channels.values()))
        if (step.id, step.contacts, names) != (self._step, self._shown, self._names):
            self._step, self._shown, self._names = step.id, step.contacts, names
            self._rebuild(step)
        self._nobody.display(step.nobody)
        self._nobody.setEnabled(not step.contacts)
        self._add.setEnabled(not step.nobody)

    def _rebuild(self, step: Step) -> None:
        """New rows; the focus stays at the same field of the same row, or goes to the row that was just added."""
        held = self._focused()
        self._make_rows(step)
        row, field = (len(self._cards) - 1, 0) if self._adding else held or (-1, 0)
        self._adding = False
        if 0 <= row < len(self._cards):
            _stops(self._cards[row])[field].setFocus()
        elif held is not None:
            (self._add if self._add.isEnabled() else self._nobody).setFocus()

    def _focused(self) -> tuple[int, int] | None:
        """Which row and which field in it has the focus."""
        here = QApplication.focusWidget()
        for row, card in enumerate(self._cards):
            if here in _stops(card):
                return row, _stops(card).index(here)
        return None

    def _make_rows(self, step: Step) -> None:
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = [self._row(index, contact, len(step.contacts)) for index, contact in enumerate(step.contacts)]
        for card in self._cards:
            self._rows.addWidget(card)

    def _row(self, index: int, contact: Contact, total: int) -> QWidget:
        say = self.context.say
        number = say(" {i} of {n}", i=index + 1, n=total) if total > 1 else ""
        frame = named(QFrame(), "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        party = self._party_choice(say("Party") + number)
        party.display(contact.party)
        if contact.party is None:
            party.setCurrentIndex(-1)  # an empty line with a hint, ready to be typed in
        party.committed.connect(lambda value, _: self._set(index, party=value))
        line = party.lineEdit()
        if line is not None:
            line.editingFinished.connect(lambda: self._typed_party(index, party))
        remove = named(QToolButton(), "small")
        remove.setIcon(icon("close", self.context.colours.muted))
        remove.setAccessibleName(say("Remove contact") + number)
        tip(remove, say("Remove contact"))
        remove.clicked.connect(lambda: self._remove(index))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(party, 1)
        top.addWidget(remove)
        column.addLayout(top)
        channel = ChoiceField(say("Channel") + number, self._channels())
        channel.display(contact.channel)
        channel.committed.connect(lambda value, _: self._set(index, channel=value))
        column.addWidget(channel)
        caption = PlainLabel(say("Passes on something from"), name="field")
        column.addWidget(caption)
        passes = ChoiceField(say("Passes on something from") + number, [(say("nobody else"), None), *self._parties()])
        passes.display(contact.passes_on_for)
        passes.committed.connect(lambda value, _: self._set(index, passes_on_for=value))
        column.addWidget(passes)
        return frame

    def _party_choice(self, name: str) -> ChoiceField:
        """A list to choose from; a name that is not in it becomes a new party."""
        say = self.context.say
        field = ChoiceField(name, [(say("(not filled in)"), None), *self._parties()])
        field.setEditable(True)
        field.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        line, completer = field.lineEdit(), field.completer()
        if line is not None and completer is not None:
            line.setAccessibleName(name)
            line.setPlaceholderText(say("(not filled in)"))
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)  # Enter takes what is seen
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        tip(field, say("Choose a party, or type a new name"))
        return field

    def _parties(self) -> list[tuple[str, object]]:
        found = sorted(self.context.document.parties.values(), key=lambda party: party.name.casefold())
        return [(party.name, party.id) for party in found]

    def _channels(self) -> list[tuple[str, object]]:
        found = sorted(self.context.document.channels.values(), key=lambda channel: channel.order)
        return [(self.context.say("(no channel)"), None), *((channel.name, channel.id) for channel in found)]

    def _typed_party(self, index: int, field: ChoiceField) -> None:
        from journeys import text as texts

        name = texts.title(field.currentText())
        known = {texts.folded(label): value for label, value in self._parties()}
        if not name or name == field.itemText(field.currentIndex()):
            return
        if texts.folded(name) in known:
            self._set(index, party=known[texts.folded(name)])
            return
        self.context.do(lambda: self._with_new_party(index, name))

    def _with_new_party(self, index: int, name: str) -> Edit:
        document = self.context.document
        added = parties.add(document, name)
        contacts = list(document.steps[self._step].contacts)
        contacts[index] = replace(contacts[index], party=added.subjects[0])
        return added.then(entities.change(document, "step", self._step, contacts=tuple(contacts)))

    def _set(self, index: int, **fields: object) -> None:
        contacts = list(self.context.document.steps[self._step].contacts)
        if index < len(contacts):
            contacts[index] = replace(contacts[index], **fields)  # type: ignore[arg-type]  # fields by name
            self._change(contacts=tuple(contacts))

    def _add_contact(self) -> None:
        held = self.context.document.steps[self._step].contacts
        if Contact() not in held:
            self._adding = True
            self._change(contacts=(*held, Contact()), nobody=False)
        elif self._cards:
            _stops(self._cards[held.index(Contact())])[0].setFocus()

    def _remove(self, index: int) -> None:
        held = list(self.context.document.steps[self._step].contacts)
        del held[index]
        self._change(contacts=tuple(held))

    def _change(self, **fields: object) -> None:
        step = self._step
        self.context.do(lambda: entities.change(self.context.document, "step", step, **fields))


def _stops(card: QWidget) -> list[QWidget]:
    """The fields of a row in which the focus can be: party, channel, for whom, and the button that removes it."""
    return [*card.findChildren(ChoiceField), *card.findChildren(QToolButton)]
