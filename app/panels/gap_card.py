"""One gap as a card, and one phase in which absence is on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.panels.counted_text import gap_parts
from app.panels.findings.numbers import number_line
from app.panels.findings.sentence import Sentence
from app.panels.text_fields import BodyField
from app.plain import PlainLabel, literal, named, put
from journeys import phrases
from journeys.analysis.gaps import answers, meetings, partners
from journeys.analysis.severity import degree
from journeys.edits import notes, stances

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.context import Context
    from journeys.analysis.gaps import Gap, Reach
    from journeys.analysis.severity import Reason

_BADGES = {"high": "severityHigh", "middle": "severityMiddle", "low": "severityLow"}


class GapCard(QFrame):
    """Phase and severity, the sentences that explain it, and the verbs that answer it."""

    phase_wanted = Signal(str)  #: the phase to show on the map

    def __init__(self, context: Context, gap: Gap) -> None:
        super().__init__()
        self.setObjectName("card")
        self.context = context
        self.gap = gap
        self.phase = gap.phase
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 9, 10, 9)
        self._column.setSpacing(4)
        self._head()
        document, say = context.document, context.say
        self._column.addWidget(PlainLabel(f"{phrases.headline(gap, document, say)}.", wrap=True, name="strong"))
        self.told = Sentence(context, document.phases[gap.phase].name, gap_parts(gap, document, say))
        self._column.addWidget(self.told)
        self._suggest()
        self._details, self._ask = QWidget(), QWidget()
        self._reason: BodyField | None = None
        self._column.addWidget(self._details)
        self._feet()
        self._column.addWidget(self._ask)
        self._details.hide()
        self._ask.hide()

    def mark(self, current: bool) -> None:
        """Show that this card's phase is the selected one."""
        if self.property("current") != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def is_typing(self) -> bool:
        """Whether a reason is being written: then the card must stay."""
        return self._reason is not None and self._ask.isVisible() and bool(self._reason.toPlainText())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.phase_wanted.emit(self.gap.phase)
        super().mousePressEvent(event)

    def _head(self) -> None:
        say, gap = self.context.say, self.gap
        name = self.context.document.phases[gap.phase].name
        row = QHBoxLayout()
        title = named(QPushButton(literal(name)), "link")
        title.setStyleSheet(f"text-decoration: none; font-weight: 600; color: {self.context.colours.text};")
        title.setAccessibleName(say("Show {title} on the map", title=name))
        title.setCursor(Qt.CursorShape.PointingHandCursor)
        title.clicked.connect(lambda: self.phase_wanted.emit(gap.phase))
        badge = PlainLabel(say("severity {n}", n=gap.severity), name=_BADGES[degree(gap.severity)])
        badge.setAccessibleName(
            say("Severity {n} of 100: {degree}", n=gap.severity, degree=phrases.degree_word(gap.severity, say))
        )
        row.addWidget(title, 0)
        row.addStretch(1)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _suggest(self) -> None:
        """The opportunity in a green box: as a proposal, or as it already hangs on the map."""
        say, document, gap = self.context.say, self.context.document, self.gap
        text = phrases.suggestion(gap, document, say)
        answered = answers(document, gap)
        held = [n for n in document.referring(gap.journey, "note") if n.kind == "opportunity" and n.phase == gap.phase]
        held += [note for note in answered if note not in held]
        if not text and not held:
            return
        box = named(QFrame(), "good")
        column = QVBoxLayout(box)
        column.setContentsMargins(9, 6, 9, 6)
        column.setSpacing(1)
        for note in held:
            column.addWidget(PlainLabel(say("On the map as opportunity: {text}", text=note.text), wrap=True))
        if text and not answered:
            column.addWidget(PlainLabel(say("Opportunity: {text}", text=text), wrap=True))
            put_on = _link(say("Put on the map as opportunity"), self)
            put_on.clicked.connect(lambda: self._put_on_map(text))
            column.addWidget(put_on, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(box)

    def _put_on_map(self, text: str) -> None:
        gap, document = self.gap, self.context.document
        self.context.do(lambda: notes.opportunity(
            document, text, gap.journey, gap.phase, via=partners(gap, document), addresses=gap.open_needs,
        ))  # fmt: skip

    def _show_points(self, shown: bool) -> None:
        """Where the severity comes from, part by part; most never ask, so it is made for who does."""
        if shown and self._details.layout() is None:
            self._fill_points()
        self._details.setVisible(shown)

    def _fill_points(self) -> None:
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        for row, reason in enumerate(self.gap.reasons):
            grid.addWidget(self._part(reason), row, 0)
            grid.addWidget(PlainLabel(str(reason.points)), row, 1, Qt.AlignmentFlag.AlignRight)
        for row, reach in enumerate(self.gap.reach, len(self.gap.reasons)):
            grid.addWidget(self._met(reach), row, 0)

    def _part(self, reason: Reason) -> QWidget:
        """What a part counts; a click shows where."""
        text = phrases.capital(phrases.reason_text(reason, self.gap, self.context.say))
        ids = reason.ids or ((self.gap.phase,) if reason.code == "duration" and reason.count else ())
        if not ids:
            return PlainLabel(text, wrap=True, name="muted")
        return number_line(self.context, text, self._counted(text), ids)

    def _met(self, reach: Reach) -> QWidget:
        """Whom residents do meet here; a click shows in which steps."""
        gap, document = self.gap, self.context.document
        party = document.parties[reach.party].name
        personas = f"{reach.personas}/{gap.personas_total}"
        say = self.context.say
        text = say("Met here: {party} ({personas})", party=party, personas=personas)
        if reach.known:
            text = say("{met}: works for you or with you already", met=text)
        return number_line(self.context, text, self._counted(text), meetings(document, gap, reach.party))

    def _counted(self, text: str) -> str:
        return f"{self.context.document.phases[self.gap.phase].name}: {text}"

    def _feet(self) -> None:
        say = self.context.say
        row = QHBoxLayout()
        row.setSpacing(6)
        why = _link(say("Why {n}?", n=self.gap.severity), self)
        why.setCheckable(True)
        why.toggled.connect(self._show_points)
        self._deliberate = deliberate = _link(say("Mark as deliberate"), self)
        deliberate.clicked.connect(self._start_reason)
        row.addWidget(why)
        row.addWidget(deliberate)
        row.addStretch(1)
        self._column.addLayout(row)

    def _reason_field(self) -> BodyField:
        """Where the reason is written, with its buttons; made for who wants to write one."""
        say = self.context.say
        column = QVBoxLayout(self._ask)
        column.setContentsMargins(0, 2, 0, 0)
        label = PlainLabel(say("Why is it right to be absent here?"), name="field", wrap=True)
        field = BodyField(say("Why is it right to be absent here?"), lines=2, single=True)
        field.entered.connect(self._record)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        row = QHBoxLayout()
        keep = named(QPushButton(say("Record")), "primary")
        keep.clicked.connect(self._record)
        leave = QPushButton(say("Do not mark"))
        leave.clicked.connect(self._put_away)
        row.addWidget(keep)
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)
        return field

    def _start_reason(self) -> None:
        if self._reason is None:
            self._reason = self._reason_field()
        self._ask.show()
        self._reason.setFocus()

    def _put_away(self) -> None:
        """The focus goes back to where the question came from; hidden first, it would leave the panel."""
        self._deliberate.setFocus()
        self._ask.hide()

    def _record(self) -> None:
        gap, document = self.gap, self.context.document
        scope = document.study.scope
        if scope is None or self._reason is None:
            return
        reason = self._reason.toPlainText()
        self._put_away()
        done = self.context.do(lambda: stances.mark_deliberate(document, gap.journey, gap.phase, scope, reason))
        if not done:
            self._start_reason()


class DeliberateCard(QFrame):
    """A phase in which the team called absence right, with the reason; and the way back."""

    def __init__(self, context: Context, journey: str, phase: str) -> None:
        super().__init__()
        self.setObjectName("card")
        say, document = context.say, context.document
        self.phase = phase
        scope = document.study.scope or ""
        stance = stances.find(document, journey, phase, scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 10, 9)
        column.setSpacing(4)
        column.addWidget(PlainLabel(document.phases[phase].name, wrap=True, name="strong"))
        reason = PlainLabel("", wrap=True)
        put(reason, stance.reason if stance else "")
        column.addWidget(reason)
        back = _link(say("See as a gap again"), self)
        back.clicked.connect(lambda: context.do(lambda: stances.withdraw(document, journey, phase, scope)))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)


def _link(text: str, parent: QWidget) -> QPushButton:
    made = named(QPushButton(text, parent), "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
