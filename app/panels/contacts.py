"""Whom the person meets in a step: party and channel, and for whom that party passes something on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

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

from app.focus import discard
from app.icons import icon
from app.panels.fields import CheckField, ChoiceField
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named, tip
from journeys.edits import channels, entities, parties
from journeys.edits import contacts as verbs
from journeys.model.values import Contact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Step


Known = Literal["party", "channel"]


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
        self._nobody.committed.connect(lambda checked, _: self._alone(bool(checked)))
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
        discard(self._cards)
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
        party = self._choice(index, "party", say("Party") + number, contact.party)
        remove = sign_button("close", say("Remove contact"), self.context.colours.muted)
        remove.setAccessibleName(say("Remove contact") + number)
        remove.clicked.connect(lambda: self._remove(index))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(party, 1)
        top.addWidget(remove)
        column.addLayout(top)
        channel = self._choice(index, "channel", say("Channel") + number, contact.channel)
        column.addWidget(channel)
        caption = PlainLabel(say("Passes on something from"), name="field")
        column.addWidget(caption)
        passes = ChoiceField(say("Passes on something from") + number, [(say("nobody else"), None), *self._parties()])
        passes.display(contact.passes_on_for)
        passes.committed.connect(lambda value, _: self._set(index, passes_on_for=value))
        column.addWidget(passes)
        return frame

    def _choice(self, index: int, kind: Known, name: str, held: str | None) -> ChoiceField:
        """A list to choose from; a name that is not in it becomes a new party or channel."""
        say = self.context.say
        empty, hint = {
            "party": (say("(not filled in)"), say("Choose a party, or type a new name")),
            "channel": (say("(no channel)"), say("Choose a channel, or type a new name")),
        }[kind]
        field = ChoiceField(name, [(empty, None), *self._known(kind)])
        field.setEditable(True)
        field.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        field.display(held)
        if held is None:
            field.setCurrentIndex(-1)  # an empty line with a hint, ready to be typed in
        field.committed.connect(lambda value, _: self._set(index, **{kind: value}))
        line, completer = field.lineEdit(), field.completer()
        if line is not None and completer is not None:
            line.setAccessibleName(name)
            line.setPlaceholderText(empty)
            line.editingFinished.connect(lambda: self._typed(index, kind, field))
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)  # Enter takes what is seen
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        tip(field, hint)
        return field

    def _parties(self) -> list[tuple[str, object]]:
        found = sorted(self.context.document.parties.values(), key=lambda party: party.name.casefold())
        return [(party.name, party.id) for party in found]

    def _known(self, kind: Known) -> list[tuple[str, object]]:
        if kind == "party":
            return self._parties()
        return [(channel.name, channel.id) for channel in channels.in_order(self.context.document)]

    def _typed(self, index: int, kind: Known, field: ChoiceField) -> None:
        from journeys import text as texts

        name = texts.title(field.currentText())
        known = {texts.folded(label): value for label, value in self._known(kind)}
        if not name or name == field.itemText(field.currentIndex()):
            return
        if texts.folded(name) in known:
            self._set(index, **{kind: known[texts.folded(name)]})
            return
        self.context.do(lambda: self._with_new(index, kind, name))

    def _with_new(self, index: int, kind: Known, name: str) -> Edit:
        """The new party or channel, and the contact with it, in one edit."""
        document = self.context.document
        added = parties.add(document, name) if kind == "party" else channels.add(document, name)
        contacts = list(document.steps[self._step].contacts)
        contacts[index] = replace(contacts[index], **{kind: added.subjects[0]})
        return added.then(entities.change(document, "step", self._step, contacts=tuple(contacts)))

    def _set(self, index: int, **fields: object) -> None:
        contacts = self._held()
        if index < len(contacts):
            contacts[index] = replace(contacts[index], **fields)  # type: ignore[arg-type]  # fields by name
            self._meet(contacts)

    def _add_contact(self) -> None:
        held = self._held()
        if Contact() not in held:
            self._adding = True
            self._meet([*held, Contact()])
        elif self._cards:
            _stops(self._cards[held.index(Contact())])[0].setFocus()

    def _remove(self, index: int) -> None:
        held = self._held()
        if index < len(held):
            del held[index]
            self._meet(held)

    def _held(self) -> list[Contact]:
        """The contacts of the step now; none of one that is gone, for this follows a moment after the study."""
        step = self.context.document.steps.get(self._step)
        return list(step.contacts) if step is not None else []

    def _meet(self, contacts: Sequence[Contact]) -> None:
        self.context.do(lambda: verbs.set_all(self.context.document, [self._step], contacts))

    def _alone(self, nobody: bool) -> None:
        self.context.do(lambda: verbs.set_nobody(self.context.document, [self._step], nobody=nobody))


def _stops(card: QWidget) -> list[QWidget]:
    """The fields of a row in which the focus can be: party, channel, for whom, and the button that removes it."""
    return [*card.findChildren(ChoiceField), *card.findChildren(QToolButton)]
