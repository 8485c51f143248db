"""The doubtful doubles: a list of pairs, each side by side with where it hangs, and what the user says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.merging import words
from app.merging.pairs import Pairs
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put, tip
from journeys.edits.merge import HERE
from journeys.phrases.doubles import becomes_text, details, name_of, why_text

if TYPE_CHECKING:
    from app.merging.wish import Wish
    from journeys.analysis.doubles import Double
    from journeys.edits.merge import Ref
    from journeys.i18n import Words

HIGH: Final = 90
"""From so many per cent on, pairs can be said to be the same at one go."""


class Side(QFrame):
    """One of the two: whose it is, what it says, where it hangs."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "card")
        self.whose, self.said = PlainLabel("", name="field"), PlainLabel("", wrap=True, name="strong")
        self.more = PlainLabel("", wrap=True, name="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(3)
        for label in (self.whose, self.said, self.more):
            column.addWidget(label)
        column.addStretch(1)

    def display(self, wish: Wish, double: Double, ref: Ref, say: Words) -> None:
        document = wish.found.document(ref.file)
        put(self.whose, say("This study") if ref.file == HERE else words.group(wish.found, ref.file, say))
        put(self.said, _short(name_of(document.tables[double.kind][ref.id], say)))
        put(self.more, _short("\n".join(filter(None, details(document, double, ref, say)))))


class Doubts(QWidget):
    """The list, the two sides of its current pair, and the buttons."""

    changed = Signal()  #: something was decided

    def __init__(self, wish: Wish, say: Words) -> None:
        super().__init__()
        self._wish, self._say = wish, say
        self.state = PlainLabel("", wrap=True, name="muted")
        self.pairs = Pairs(say)
        self.left, self.right = Side(), Side()
        self.why = PlainLabel("", wrap=True)
        self.same = QPushButton(say("The same (S)"))
        self.both = QPushButton(say("Keep both (B)"))
        self.all = QPushButton(say("All the same above {n} %", n=HIGH))
        tip(self.all, say("Only those that are still open. Notes in different journeys become one as well."))
        self._lay_out()
        self.pairs.currentItemChanged.connect(lambda *_: self._show_pair())
        self.pairs.judged.connect(self.judge)
        self.same.clicked.connect(lambda: self._judge_current(same=True))
        self.both.clicked.connect(lambda: self._judge_current(same=False))
        self.all.clicked.connect(self.join_all)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self._say("Perhaps the same"), name="heading"))
        column.addWidget(self.state)
        column.addWidget(self.pairs, 3)
        sides = QHBoxLayout()
        sides.setSpacing(8)
        for side in (self.left, self.right):
            side.setMinimumHeight(104)
            sides.addWidget(side, 1)
        column.addLayout(sides)
        column.addWidget(self.why)
        row = QHBoxLayout()
        for button in (self.same, self.both):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.all)
        for button in (self.same, self.both, self.all):
            button.setAutoDefault(False)
        column.addLayout(row)

    def display(self) -> None:
        """All pairs anew."""
        self.pairs.display(self._wish)
        self._show_pair()

    def judge(self, double: Double, same: bool | None) -> None:
        """Say so, and go on to the next one that is open."""
        self._wish.decide(double, same)
        number = self.pairs.doubles.index(double)
        row = self.pairs.row_of(number)
        if row is not None:
            self.pairs.tell(row, same if same is not None else self._wish.judged(double))
        self.changed.emit()
        ahead = [*range(number + 1, len(self.pairs.doubles)), *range(number)]
        open_ones = (each for each in ahead if self._wish.judged(self.pairs.doubles[each]) is None)
        following = next(open_ones, None)
        if same is not None and following is not None:
            self.pairs.show_row(following)
        self._show_pair()
        announce(self, self.state.text())

    def join_all(self) -> None:
        """Everything that is open and alike enough becomes the same."""
        for double in self.pairs.doubles:
            if double.alike >= HIGH and self._wish.judged(double) is None:
                self._wish.decide(double, same=True)
        self.changed.emit()
        self.display()
        announce(self, self.state.text())

    def _judge_current(self, *, same: bool) -> None:
        double = self.pairs.current()
        if double is not None:
            self.judge(double, same)

    def _show_pair(self) -> None:
        double, some = self.pairs.current(), bool(self.pairs.doubles)
        put(self.state, words.decided(self._wish, self._say))
        for part in (self.pairs, self.same, self.both, self.all):
            part.setVisible(some)
        for side in (self.left, self.right, self.why):
            side.setVisible(double is not None)
        for button in (self.same, self.both):
            button.setEnabled(double is not None)
        ready = [d for d in self.pairs.doubles if d.alike >= HIGH and self._wish.judged(d) is None]
        self.all.setEnabled(bool(ready))
        if double is not None:
            self.left.display(self._wish, double, double.left, self._say)
            self.right.display(self._wish, double, double.right, self._say)
            why = self._say("Why: {reasons}.", reasons=why_text(double, self._say))
            put(self.why, f"{why} {self._say('If the same:')} {becomes_text(double, self._say)}")
            item = self.pairs.currentItem()
            if item is not None:  # the cards may have grown over it
                self.pairs.scrollToItem(item)


def _short(text: str) -> str:
    return text if len(text) <= 240 else f"{text[:239].rstrip()}…"
