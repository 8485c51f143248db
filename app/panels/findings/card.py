"""One finding as a card: what was found, the numbers to trace, why it matters, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.focus import holds_focus
from app.icons import icon
from app.panels.findings import opportunity
from app.panels.findings.numbers import number_button
from app.panels.findings.reason_box import ReasonBox
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, literal, named
from journeys.edits import mutes

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.context import Context
    from app.panels.findings.telling import Telling
    from journeys.edits.edit import Edit

ICONS: Final = {"act": "act", "look": "look", "good": "strength"}
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
        self.buttons: dict[str, QPushButton] = {}
        self._why: PlainLabel | None = None
        self._ask: ReasonBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 9, 10, 9)
        self._column.setSpacing(4)
        self._column.addLayout(self._head())
        if told.where:
            self._column.addWidget(PlainLabel(told.where, wrap=True, name="field"))
        self._column.addWidget(PlainLabel(told.text, wrap=True))
        if told.numbers:
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
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(self.told.title, wrap=True, name="strong"), 1)
        return row

    def _numbers(self) -> QWidget:
        made = {
            f"number {number.code}": number_button(self.context, text, f"{self.told.title}: {text}", number.ids)
            for text, number in self.told.numbers
        }
        self.buttons |= made
        return Wrapped(*made.values(), gap=6)

    def _noted(self) -> QWidget:
        box = named(QFrame(), "good")
        column = QVBoxLayout(box)
        column.setContentsMargins(9, 6, 9, 6)
        column.addWidget(PlainLabel(self.context.say("On the map as opportunity."), wrap=True))
        return box

    def _feet(self) -> QWidget:
        say, title = self.context.say, self.told.title
        show = self._link("show", say("Show"), say("Show {title} on the map", title=title))
        show.clicked.connect(self.chosen)
        why = self._link("why", say("Why and what to do"), f"{say('Why and what to do')}: {title}")
        why.setCheckable(True)
        why.toggled.connect(self._explain)
        made = [show, why]
        if self.told.opportunity is not None and not self.told.on_map:
            name = say("Make an opportunity")
            made.append(self._link("opportunity", name, f"{name}: {title}"))
            made[-1].clicked.connect(self._put_on_map)
        made.append(self._link("mute", say("Mute…"), f"{say('Mute…')} {title}"))
        made[-1].clicked.connect(self._start_reason)
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
            self._why = PlainLabel(self.told.why, wrap=True)
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
