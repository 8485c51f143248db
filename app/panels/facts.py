"""The facts of the life event, phase by phase: what the law says, what is usual, and where we know it from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.focus import discard
from app.panels.fact_card import FactCard
from app.panels.fields import ChoiceField
from app.panels.text_fields import BodyField
from app.plain import PlainLabel, named, put
from journeys.analysis.facts import by_phase, holds_in, order
from journeys.edits import facts
from journeys.edits.notes import PARKED, Anchor
from journeys.i18n import N_
from journeys.model.time import periods, phases_in_order
from journeys.phrases.dates import period_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.context import Context
    from app.panels.fact_form import FactForm
    from journeys.model.changes import Key
    from journeys.model.entities import Fact

_WHICH = {"all": N_("Of all phases"), "selected": N_("Of the selected phase or step")}


class FactsPanel(QStackedWidget):
    """A list of cards, and in its place the fields of one fact while it is being changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._phase: str | None = None
        self._shown: object = None
        self._made: list[QWidget] = []
        self._form: FactForm | None = None
        self.cards: dict[str, FactCard] = {}
        say = context.say
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = named(QWidget(), "page")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self._list.setWidget(sheet)
        self.addWidget(self._list)
        self.which = ChoiceField(say("Which facts"), [(say(label), code) for code, label in _WHICH.items()])
        self.which.display("all")
        self.which.committed.connect(lambda *_: self.display())
        self._told = PlainLabel("", wrap=True, name="muted")
        self.text = BodyField(say("Text of the new fact"), lines=1, single=True)
        self.text.setPlaceholderText(say("New fact, then Enter"))
        self.text.entered.connect(self._add)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        for part in (self.which, self._told, self.text):
            self._column.addWidget(part)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)

    # Showing

    def display(self) -> None:
        """Show the facts as they are now; cards are made anew only when something on them changed."""
        if self._form is not None and self.currentWidget() is self._form:
            if self._form.id in self.context.document.facts:
                self._form.display(self._form.id)
                return
            self._leave()
        groups = list(self._groups())
        put(self._told, self._explained(groups))
        key = self._key(groups)
        if key != self._shown:
            self._shown = key
            self._rebuild(groups)

    def follow(self, keys: Sequence[Key]) -> None:
        """The phase that is selected on the map, or that of the selected steps, is the one that is asked about."""
        steps, held = self.context.document.steps, {id_ for kind, id_ in keys if kind == "phase"}
        held |= {steps[id_].phase for kind, id_ in keys if kind == "step" and id_ in steps}
        self._phase = held.pop() if len(held) == 1 else None
        if self.which.currentData() == "selected":
            self.display()

    def _groups(self) -> Iterator[tuple[str | None, list[Fact]]]:
        """Phases in their order with their facts; those of the whole life event come last."""
        document = self.context.document
        if self.which.currentData() == "selected":
            if self._phase in document.phases:
                found = [fact for fact in document.facts.values() if holds_in(document, fact, str(self._phase))]
                yield self._phase, sorted(found, key=lambda fact: order(document, fact))
            return
        held = by_phase(document)
        for phase in (*(phase.id for phase in phases_in_order(document)), None):
            if held.get(phase):
                yield phase, list(held[phase])

    def _explained(self, groups: list[tuple[str | None, list[Fact]]]) -> str:
        say, facts_held = self.context.say, self.context.document.facts
        if self.which.currentData() == "selected":
            if self._phase not in self.context.document.phases:
                return say("Select a phase or a step on the map to see what holds there.")
            if not groups[0][1]:
                return say("Nothing is written down about this phase yet.")
        if not facts_held:
            return say("Write down what holds for this life event: rules, terms, local agreements. With the source.")
        return say("This is no legal advice: look at the source and at the date of checking.")

    def _key(self, groups: list[tuple[str | None, list[Fact]]]) -> object:
        """Everything the cards are made of."""
        document = self.context.document
        phases = [document.phases[phase] for phase, _ in groups if phase is not None]
        study = document.study
        days = (study.end_day, study.day0_date, study.country)
        return groups, phases, days, list(document.moments.values()), [
            document.parties.get(fact.party or "") for _, some in groups for fact in some
        ]  # fmt: skip

    def _rebuild(self, groups: list[tuple[str | None, list[Fact]]]) -> None:
        inside = discard(self._made)
        self._made, self.cards = [], {}
        for phase, some in groups:
            self._put(self._heading(phase, len(some)))
            for fact in some:
                self.cards[fact.id] = self._card(fact, phase)
                self._put(self.cards[fact.id])
        if inside:
            self.text.setFocus()

    def _heading(self, phase: str | None, count: int) -> PlainLabel:
        say, document = self.context.say, self.context.document
        if phase is None:
            text = say("Always")
        else:
            held = document.phases[phase]
            zero = document.study.day0_date
            period = period_said(periods(document)[phase], zero, say, short=True) if held.dated else ""
            text = " · ".join(part for part in (held.name, period) if part)
        made = PlainLabel(f"{text} ({count})", wrap=True, name="strong")
        made.setContentsMargins(0, 8, 0, 0)
        return made

    def _card(self, fact: Fact, phase: str | None) -> FactCard:
        made = FactCard(self.context, fact, lambda: self._anchor(phase))
        made.change_wanted.connect(self.change)
        return made

    def _put(self, widget: QWidget) -> None:
        self._cards.addWidget(widget)
        self._made.append(widget)

    def _anchor(self, phase: str | None) -> Anchor:
        """Where a note of a fact hangs: on its phase in the shown journey, else parked."""
        journey = self.context.journey
        return PARKED if phase is None or journey is None else Anchor(journey=journey, phase=phase)

    # Changing

    def change(self, fact: str) -> None:
        """Show the fields of this fact."""
        if self._form is None:
            from app.panels.fact_form import FactForm

            self._form = FactForm(self.context)
            self._form.left.connect(self._leave)
            self.addWidget(self._form)
        self._form.display(fact)
        self.setCurrentWidget(self._form)
        self._form.fields["text"].setFocus()

    def bring(self, fact: str) -> None:
        """Show the card of this fact."""
        self.which.display("all")
        self.display()
        if fact in self.cards:
            QTimer.singleShot(0, self, lambda: self._list.ensureWidgetVisible(self.cards[fact], 0, 12))

    def flush(self) -> None:
        """Commit what was typed; what stands in the line for a new fact is added after all."""
        if self._form is not None:
            self._form.flush()
        self._add()

    def _leave(self) -> None:
        """Back to the list, on the card that was changed."""
        held = self._form.id if self._form is not None else ""
        if self._form is not None:
            self._form.flush()
        self.setCurrentWidget(self._list)
        self.display()
        card: Any = self.cards.get(held)
        (card.findChild(QPushButton) if card is not None and card.findChild(QPushButton) else self.text).setFocus()
        if card is not None:
            self._list.ensureWidgetVisible(card, 0, 12)

    def _add(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            return
        self.text.clear()
        self.text.display("")
        selected = self._phase if self.which.currentData() == "selected" else None
        phase = selected if selected in self.context.document.phases else None
        self.context.do(lambda: facts.add(self.context.document, text, phase))
