"""The question at the start about studies that were not closed well: one calm window, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.help.question import on_f1
from app.plain import PlainLabel, named
from app.recovering.card import WaitingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.recovering.waiting import Waiting
    from app.window import StudyWindow

WIDE: Final = 620
GAP: Final = 10


class RecoveryDialog(QDialog):
    """Goes when everything was answered; Escape and its cross mean later."""

    decided = Signal(object, str)  #: an Abandoned, and "restore", "original" or "later"

    def __init__(self, window: StudyWindow, waiting: Sequence[Waiting], *, crashed: bool) -> None:
        super().__init__(window)
        say, size = window.dress.say, window.dress.percent / 100
        self._window, self._say = window, say
        self.setObjectName("recovery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Recover your work"))
        self.cards = [WaitingCard(window.dress, one) for one in waiting]
        for card in self.cards:
            card.answered.connect(lambda answer, card=card: self._decided(card, answer))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(10)
        first = say("Levensreis stopped unexpectedly.") if crashed else say("Levensreis was not closed properly.")
        column.addWidget(PlainLabel(first, name="title", wrap=True))
        text = say.many(
            "Your last changes in this study are safe on this computer. They are not in a file yet.",
            "Your last changes in these studies are safe on this computer. They are not in their files yet.",
            len(self.cards),
        )
        column.addWidget(PlainLabel(text, wrap=True))
        column.addWidget(self._list(), 1)
        column.addWidget(self._foot(crashed=crashed))
        on_f1(self, "saving")
        room = window.screen().availableSize()
        wide = min(round(WIDE * size), room.width() - 40)
        self._fit(wide - 44, room.height() - 80)
        spare = max(self._area.sizeHint().height() - self._area.minimumHeight(), 0)
        self.resize(wide, min(self.heightForWidth(wide) - spare, room.height() - 60))
        self.cards[0].restore.setFocus()

    def _fit(self, wide: int, most: int) -> None:
        """As many cards in sight as there is room for; the others scroll."""
        tall = sum(card.heightForWidth(wide) + GAP for card in self.cards)
        self._area.setMinimumHeight(min(tall, most - 190))

    def _list(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _foot(self, *, crashed: bool) -> QWidget:
        say, line = self._say, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        self.report = QPushButton(say("Report…"))
        self.report.setVisible(crashed)
        self.report.clicked.connect(self._report)
        self.all = named(QPushButton(say("Recover all")), "primary")
        self.all.clicked.connect(lambda: self._rest("restore"))
        self.none = QPushButton(say("All later"))
        self.none.clicked.connect(self.reject)
        row.addWidget(self.report)
        row.addStretch(1)
        for button in (self.all, self.none):
            button.setVisible(len(self.cards) > 1)
            row.addWidget(button)
        line.setVisible(crashed or len(self.cards) > 1)
        return line

    def _decided(self, card: WaitingCard, answer: str) -> None:
        self.decided.emit(card.waiting.one, answer)
        left = [other for other in self.cards if not other.answer]
        if left:
            left[0].restore.setFocus()
        else:
            self.accept()

    def _rest(self, answer: str) -> None:
        for card in self.cards:
            card.decide(answer)

    def reject(self) -> None:
        """Whatever was not answered waits."""
        for card in self.cards:
            if not card.answer:
                card.answer = "later"
                self.decided.emit(card.waiting.one, "later")
        super().reject()

    def _report(self) -> None:
        from app import report

        report.show(self._window).setWindowModality(Qt.WindowModality.ApplicationModal)
