"""The gaps of the shown journey: why each matters, who is there instead, and what to do about it in one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.focus import discard, holds_focus
from app.help.question import question
from app.panels.fields import ChoiceField
from app.panels.first_act import FirstAct
from app.panels.labels import scopes
from app.plain import PlainLabel, named, put
from journeys.edits import study

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.gap_card import GapCard
    from journeys.analysis.findings import JourneyFindings


class GapsPanel(QScrollArea):
    """Scope, what stands out, and a card per gap; the most severe first."""

    phase_wanted = Signal(str)  #: show this phase on the map

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        say = context.say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = named(QWidget(), "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(10)
        self.setWidget(page)
        caption = PlainLabel(say("Presence seen from"), name="field")
        self.scope = ChoiceField(say("Presence seen from"))
        caption.setBuddy(self.scope)
        self.scope.committed.connect(lambda value, _: self._set_scope(value))
        self._summary = PlainLabel("", wrap=True, name="muted")
        self._numbers = QVBoxLayout()
        self._counted: list[QWidget] = []
        self._empty = PlainLabel("", wrap=True)
        self._begin = FirstAct()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(caption, 1)
        head.addWidget(question("gaps", context.say("Gaps"), context.say, context.colours))
        self._column.addLayout(head)
        self._column.addWidget(self.scope)
        self._column.addWidget(self._summary)
        self._column.addLayout(self._numbers)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)
        self._shown: object = None
        self._made: list[QWidget] = []
        self.by_phase: dict[str, GapCard] = {}

    def display(self) -> None:
        """Shown again: findings are handed over as soon as there are others."""

    def flush(self) -> None:
        """Nothing is typed here that is not committed at once."""

    def show_findings(self, found: JourneyFindings | None) -> None:
        """Show the findings of a journey; cards are made anew only when something on them changed."""
        from journeys import phrases

        self._offer_scopes()
        say, document = self.context.say, self.context.document
        if found is None:
            put(self._summary, "")
            put(self._empty, self._without_journey())
        else:
            lines = [phrases.counts_sentence(found.counts, document, say)]
            silence = phrases.silence_sentence(found.silence, say)
            put(self._summary, "\n".join([*lines, *([silence] if silence else [])]))
            put(self._empty, self._nothing(found))
        self._empty.setVisible(bool(self._empty.text()))
        self._offer_to_begin(found)
        self._summary.setVisible(bool(self._summary.text()))
        key = self._key(found)
        if key != self._shown:
            self._count(found)
        if key != self._shown and not self._is_typing():
            self._shown = key
            self._rebuild(found)

    def _offer_to_begin(self, found: JourneyFindings | None) -> None:
        """What makes that something can be found here."""
        say = self.context.say
        unmapped = found is not None and all(phase.level == "unmapped" for phase in found.phases)
        if self.context.journey not in self.context.document.journeys:
            self._begin.offer("add_persona", say("Add a persona"))
        elif unmapped and self.context.document.phases:
            self._begin.offer("step", say("Add a step"))
        else:
            self._begin.offer()

    def _count(self, found: JourneyFindings | None) -> None:
        """The numbers of the summary, each to be clicked: phases without the municipality, and the longest silence."""
        from app.panels.findings.numbers import number_button
        from app.panels.narrow import Wrapped
        from journeys import phrases

        at = next((at for at, button in enumerate(self._buttons()) if button.hasFocus()), None)
        discard(self._counted)
        self._counted = []
        if found is None:
            return
        say, document, made = self.context.say, self.context.document, list[QWidget]()
        absent = [phase.phase for phase in found.phases if phase.level == "absent"]
        if absent:
            title = say("Phases without {scope}", scope=phrases.the_scope(document, None, say))
            made.append(number_button(self.context, phrases.count_of("phase", len(absent), say), title, absent))
        if found.silence.days:
            title, text = say("Longest stretch without contact"), phrases.duration(found.silence.days, say)
            made.append(number_button(self.context, text, f"{title}: {text}", _in_silence(found)))
        if made:
            self._counted = [Wrapped(*made, gap=6)]
            self._numbers.addWidget(self._counted[0])
        if at is not None and at < len(made):
            made[at].setFocus()

    def _buttons(self) -> list[QPushButton]:
        return [button for row in self._counted for button in row.findChildren(QPushButton)]

    def mark(self, phase: str | None) -> None:
        """Mark the card of the phase that is selected on the map."""
        for id_, card in self.by_phase.items():
            card.mark(id_ == phase)
        if phase in self.by_phase:
            QTimer.singleShot(0, self, lambda: self._show_card(phase))

    def _show_card(self, phase: str) -> None:
        if phase in self.by_phase:
            self.ensureWidgetVisible(self.by_phase[phase], 0, 12)

    def _without_journey(self) -> str:
        say = self.context.say
        shown = self.context.document.journeys.get(self.context.journey or "")
        if shown is None:
            return say("Add a persona with a journey: here you will see where the municipality is absent.")
        return say("This is the process behind a step. Presence and gaps are counted in the journey itself.")

    def _nothing(self, found: JourneyFindings) -> str:
        say = self.context.say
        if found.gaps:
            return ""
        if all(phase.level == "unmapped" for phase in found.phases):
            return say("Nothing filled in yet. Add steps to see in which phases the municipality is absent.")
        return say("No gaps: in every phase that is filled in, the scope is present or absent on purpose.")

    def _key(self, found: JourneyFindings | None) -> object:
        """Everything the cards are made of."""
        if found is None:
            return None
        from journeys.analysis.gaps import answers

        document = self.context.document
        held = [s for s in document.referring(found.journey, "stance") if s.scope == document.study.scope]
        opportunities = [n for n in document.referring(found.journey, "note") if n.kind == "opportunity"]
        opportunities += [note for gap in found.gaps for note in answers(document, gap)]
        texts = [document.notes[note].text for gap in found.gaps for note in gap.open_needs]
        names = [document.parties[reach.party].name for gap in found.gaps for reach in gap.reach]
        phases = [document.phases[phase.phase] for phase in found.phases]
        return found, held, opportunities, texts, names, phases, document.study.scope

    def _is_typing(self) -> bool:
        return any(card.is_typing() for card in self.by_phase.values())

    def _rebuild(self, found: JourneyFindings | None) -> None:
        """New cards; when the focus was on one, it goes to the card of the same phase."""
        held = next((card for card in self._made if holds_focus(card)), None)
        self._make(found)
        phase = getattr(held, "phase", None)
        if held is not None:
            same = next((card for card in self._made if getattr(card, "phase", None) == phase), None)
            button = same.findChild(QPushButton) if same is not None else None
            (button or self.scope).setFocus()

    def _make(self, found: JourneyFindings | None) -> None:
        discard(self._made)
        self._made = []
        from app.panels.gap_card import DeliberateCard, GapCard

        self.by_phase = {}
        for gap in found.gaps if found else ():
            card = GapCard(self.context, gap)
            card.phase_wanted.connect(self.phase_wanted)
            self.by_phase[gap.phase] = card
            self._add(card)
        deliberate = [phase.phase for phase in found.phases if phase.level == "deliberate"] if found else []
        if found is not None and deliberate:
            self._add(PlainLabel(self.context.say("Absent on purpose"), name="heading"))
            for phase in deliberate:
                self._add(DeliberateCard(self.context, found.journey, phase))

    def _add(self, widget: QWidget) -> None:
        self._cards.addWidget(widget)
        self._made.append(widget)

    def _offer_scopes(self) -> None:
        document = self.context.document
        self.scope.offer([(party.name, party.id) for party in scopes(document)])
        self.scope.display(document.study.scope)

    def _set_scope(self, value: object) -> None:
        if isinstance(value, str):
            self.context.do(lambda: study.set_scope(self.context.document, value))


def _in_silence(found: JourneyFindings) -> tuple[str, ...]:
    """The contact before the silence, the phases that it runs through, and the contact that ends it."""
    silence = found.silence
    through = [one.phase for one in found.phases if one.start < silence.to_day and one.end > silence.from_day]
    ends = ([silence.after] if silence.after else [], [silence.before] if silence.before else [])
    return (*ends[0], *through, *ends[1])
