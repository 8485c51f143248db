"""What looks like personal data, by kind: to look at, to take out, or to call not personal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.panels.message_bar import announce
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put, tip
from app.privacy.rows import MOST, Group, Row, Rows
from journeys.analysis.personal import KINDS
from journeys.edits import private
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from app.context import Context
    from journeys.analysis.privacy import Look, Remark

DISMISSED = "dismissed"


class FoundPage(QWidget):
    """Shows one look at the study; what is done goes the road of every edit."""

    place_wanted = Signal(object)  #: show this place (a Found)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self._look: Look | None = None
        self.summary = PlainLabel("", wrap=True, name="strong")
        self.rows = Rows(say("What looks like personal data"), (say("What stands there"), say("Where")))
        self.nothing = PlainLabel("", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_it = QPushButton(say("Show it"))
        self.take_out = named(QPushButton(say("Take it out")), "primary")
        tip(self.take_out, say("Puts […] in its place. One undo brings it back."))
        self.no = QPushButton(say("Not personal"))
        tip(self.no, say("Remembered in the study: it is not mentioned again."))
        self.buttons = Wrapped(self.take_out, self.no, self.show_it, gap=8)
        honest = say("Nothing is sent anywhere. Finding nothing is no guarantee.")
        self.honest = PlainLabel(honest, wrap=True, name="muted")
        self._lay_out()
        self.rows.itemSelectionChanged.connect(self._follow)
        self.rows.wanted.connect(lambda remark: self.place_wanted.emit(remark.place))
        self.show_it.clicked.connect(self._show)
        self.take_out.clicked.connect(self._take_out)
        self.no.clicked.connect(self._dismiss)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 12, 2, 4)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self._stack, 1)
        column.addWidget(self.buttons)
        column.addWidget(self.honest)
        for button in (self.show_it, self.take_out, self.no):
            button.setAutoDefault(False)

    def display(self, look: Look) -> None:
        """Show what this look found."""
        say, first = self._context.say, self._look is None
        before = len(self._look.remarks) if self._look is not None else 0
        self._look = look
        held = next((one for one in (self.take_out, self.no, self.show_it) if one.hasFocus()), None)
        n = len(look.remarks)
        put(self.summary, phrases.summary(n, say) + "." if n else say("Nothing looks like personal data."))
        put(self.nothing, phrases.looked_for(say))
        self.rows.display(self._groups(look))
        empty = not look.remarks and not look.dismissed
        self._stack.setCurrentWidget(self.nothing if empty else self.rows)
        self.buttons.setVisible(not empty)
        self.honest.setVisible(not empty)
        self._follow()
        if held is not None:
            (held if held.isEnabled() else self.rows).setFocus()  # filling the list took it away
        if not first and n != before:
            announce(self, self.summary.text())

    def _groups(self, look: Look) -> list[Group]:
        say, document = self._context.say, self._context.document
        groups = []
        for what in KINDS:
            some = [one for one in look.remarks if one.what == what]
            title = say("{name} ({n})", name=say(phrases.NAMES[what]), n=len(some))
            groups.append(Group(what, title, [self._row(one) for one in some[:MOST]]))
        n = len(look.dismissed)
        title = say("Marked as not personal ({n})", n=n)
        gone = [
            Row("no" + _key(one), phrases.excerpt(one), phrases.place(one.place, document, say), one)
            for one in look.dismissed[:MOST]
        ]
        return [*groups, Group(DISMISSED, title, gone)]

    def _row(self, one: Remark) -> Row:
        where = phrases.place(one.place, self._context.document, self._context.say)
        return Row(_key(one), phrases.excerpt(one), where, one)

    def chosen(self) -> list[Remark]:
        """What the buttons are about."""
        return list(self.rows.chosen())

    def _follow(self) -> None:
        say, chosen = self._context.say, self.chosen()
        dismissed = self._look is not None and bool(chosen) and all(one in self._look.dismissed for one in chosen)
        put(self.no, say("Personal after all") if dismissed else say("Not personal"))
        n = len(chosen)
        put(self.take_out, say.many("Take it out", "Take {n} out", n) if n else say("Take it out"))
        for button in (self.take_out, self.no, self.show_it):
            button.setEnabled(bool(chosen))

    def _show(self) -> None:
        for remark in self.chosen()[:1]:
            self.place_wanted.emit(remark.place)

    def _take_out(self) -> None:
        places = [one.place for one in self.chosen()]
        if places:
            self._context.do(lambda: private.take_out(self._context.document, places))

    def _dismiss(self) -> None:
        """One edit for all that is chosen."""
        chosen = self.chosen()
        verb = private.after_all if self._look is not None and chosen and chosen[0] in self._look.dismissed else None
        marks = list(dict.fromkeys((one.code, one.subject, one.sample) for one in chosen))
        if marks:
            self._context.do(lambda: private.marked(self._context.document, marks, verb or private.not_personal))


def _key(one: Remark) -> str:
    """The same thing again after an edit elsewhere."""
    return f"{one.what} {one.place.id} {one.place.field} {one.place.start}"
