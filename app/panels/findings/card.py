"""One finding as a card: what was found, the numbers to trace, why it matters, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.focus import holds_focus
from app.icons import icon
from app.panels.findings import opportunity
from app.panels.findings.numbers import number_button
from app.panels.findings.reason_box import ReasonBox
from app.panels.findings.sentence import Sentence
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, literal, named, tip
from journeys.edits import mutes

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.context import Context
    from app.panels.findings.telling import Telling
    from journeys.analysis.finding import Number
    from journeys.edits.edit import Edit

ICONS: Final = {"act": "act", "look": "look", "good": "strength"}
LEVEL: Final = 4
INKS: Final = {"act": "danger", "look": "accent", "good": "muted"}


class FindingCard(QFrame):
    """Stays the same card as long as its words are the same."""

    chosen = Signal()  #: show what it is about on the map
    noted = Signal(str)  #: the note that was made of it

    def __init__(self, context: Context, told: Telling) -> None:
        super().__init__()
        self.setObjectName("card")
        self.context = context
        self.told = told
        self.buttons: dict[str, QAbstractButton] = {}
        self._why: PlainLabel | None = None
        self._ask: ReasonBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 8, 7)
        self._column.setSpacing(4)
        self._column.addLayout(self._head())
        if told.where:
            self._column.addWidget(PlainLabel(told.where, wrap=True, name="field"))
        self._column.addWidget(self._sentence())
        if self._apart():
            self._column.addWidget(self._numbers())
        if told.on_map:
            self._column.addWidget(self._noted())
        self._column.addWidget(self._feet())

    def _head(self) -> QHBoxLayout:
        grade, colours = self.told.finding.grade, self.context.colours
        row = QHBoxLayout()
        row.setSpacing(7)
        sign = PlainLabel("")
        size = max(16, self.fontMetrics().height())
        picture = icon(ICONS[grade], getattr(colours, INKS[grade]))
        sign.setPixmap(picture.pixmap(QSize(size, size), self.devicePixelRatioF()))
        title = PlainLabel(self.told.title, wrap=True, name="strong")
        for label in (sign, title):  # the first line is level with the button
            label.setContentsMargins(0, LEVEL, 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._mute_button(), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _mute_button(self) -> QToolButton:
        say = self.context.say
        made = named(QToolButton(), "small")
        made.setIcon(icon("mute", self.context.colours.muted))
        made.setAccessibleName(f"{say('Mute…')} {self.told.title}")
        tip(made, say("Mute…"))
        made.clicked.connect(self._start_reason)
        self.buttons["mute"] = made
        return made

    def _sentence(self) -> QWidget:
        made = Sentence(self.context, self.told.title, self.told.parts)
        self.buttons |= {f"number {code}": button for code, button in made.buttons.items()}
        return made

    def _apart(self) -> list[tuple[str, Number]]:
        """The numbers that are read in the sentence as part of other words."""
        return [
            (text, number) for text, number in self.told.numbers
            if f"number {number.code}" not in self.buttons and text in self.told.text
        ]  # fmt: skip

    def _numbers(self) -> QWidget:
        made = {
            f"number {number.code}": number_button(self.context, text, f"{self.told.title}: {text}", number.ids)
            for text, number in self._apart()
        }
        self.buttons |= made
        return Wrapped(*made.values(), gap=6)

    def _noted(self) -> QWidget:
        box = named(QFrame(), "good")
        column = QVBoxLayout(box)
        column.setContentsMargins(9, 6, 9, 6)
        text = self.context.say("On the map as opportunity: {text}", text=self.told.on_map)
        column.addWidget(PlainLabel(text, wrap=True))
        return box

    def _feet(self) -> QWidget:
        say, title = self.context.say, self.told.title
        show = self._link("show", say("Show"), say("Show {title} on the map", title=title))
        show.clicked.connect(self.chosen)
        why = self._link("why", say("Why?"), f"{say('Why and what to do')}: {title}")
        tip(why, say("Why and what to do"))
        why.setCheckable(True)
        why.toggled.connect(self._explain)
        made = [show, why]
        if self.told.opportunity is not None and not self.told.on_map:
            name = say("Add opportunity")
            made.append(self._link("opportunity", name, f"{name}: {title}"))
            made[-1].clicked.connect(self._put_on_map)
        return Wrapped(*made, gap=12)

    def _link(self, code: str, text: str, name: str) -> QPushButton:
        made = named(QPushButton(literal(text)), "link")
        made.setAccessibleName(name)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        self.buttons[code] = made
        return made

    # What the panel asks

    def mark(self, current: bool) -> None:
        """Show that this is the finding that one is at."""
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def is_typing(self) -> bool:
        """Whether a reason is being written: then the card must stay."""
        return self._ask is not None and not self._ask.isHidden() and bool(self._ask.typed())

    def focused(self) -> str:
        """Which of its buttons has the keyboard; empty when none."""
        return next((code for code, button in self.buttons.items() if holds_focus(button)), "")

    def take_over(self, other: FindingCard) -> None:
        """What was unfolded stays unfolded, and the keyboard stays where it was."""
        self.buttons["why"].setChecked(other.buttons["why"].isChecked())
        if holds_focus(other):
            self.buttons.get(other.focused(), self.buttons["show"]).setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        super().mousePressEvent(event)

    # What one can do

    def _explain(self, opened: bool) -> None:
        if self._why is None:
            self._why = PlainLabel(self.told.why, wrap=True, name="muted")
            self._why.setContentsMargins(0, 2, 0, 2)
            self._column.addWidget(self._why)
        self._why.setVisible(opened)
        say = self.context.say
        self.buttons["why"].setAccessibleDescription(self.told.why if opened else say("Folded"))

    def _put_on_map(self) -> None:
        finding, anchor, made = self.told.finding, self.told.opportunity, list[str]()
        if anchor is None:
            return

        def verb() -> Edit:
            edit = opportunity.put(self.context.document, finding, anchor, self.told.text)
            made.extend(edit.subjects)
            return edit

        if self.context.do(verb):
            self.noted.emit(made[0])

    def _start_reason(self) -> None:
        if self._ask is None:
            self._ask = ReasonBox(self.context)
            self._ask.given.connect(self._mute)
            self._ask.left.connect(self._put_away)
            self._column.addWidget(self._ask)
        self._ask.begin()

    def _put_away(self) -> None:
        """The focus goes back to where the question came from; hidden first, it would leave the panel."""
        self.buttons["mute"].setFocus()
        if self._ask is not None:
            self._ask.reason.clear()
            self._ask.hide()

    def _mute(self, reason: str) -> None:
        finding = self.told.finding
        if self.context.do(lambda: mutes.mute(self.context.document, finding.code, finding.subjects, reason)):
            self._put_away()
