"""A sentence in which every number is a button: what it was counted from is one click away, and said once."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from app.flowing import Flowing, across, inside
from app.panels.findings.numbers import inline_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from app.context import Context
    from journeys.analysis.finding import Number

EDGE: Final = 2
"""The ring of focus around a number."""
TARGET: Final = 24
"""What can be pointed at is at least so high and wide."""
WHOLE: Final = {ord(" "): "\N{NO-BREAK SPACE}", ord("-"): "\N{NON-BREAKING HYPHEN}"}
"""A number and its noun stay on one line: a button is one rectangle."""


class Sentence(Flowing):
    """The text stays one text for who copies or hears it; over the numbers in it lie buttons without words."""

    def __init__(self, context: Context, title: str, parts: Sequence[tuple[str, Number | None]]) -> None:
        super().__init__("".join(words for words, _ in parts))
        self._ink = context.colours.accent
        self.buttons: dict[str, QPushButton] = {}
        self._spans: list[tuple[int, int, QPushButton]] = []
        self._flowing = ""
        for words, number in parts:
            if number is not None and number.ids:
                button = inline_button(context, words, f"{title}: {words}", number.ids)
                button.setParent(self)
                self.buttons.setdefault(number.code, button)
                self._spans.append((len(self._flowing), len(words), button))
                self._flowing += words.translate(WHOLE)
            else:
                self._flowing += words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout, _ = self.laid(self.width())
        for start, length, button in self._spans:
            button.setGeometry(inside(_place(layout.lineForTextPosition(start), start, length), self.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        layout, _ = self.laid(self.width())
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _look(self, start: int, length: int) -> QTextLayout.FormatRange:
        """What can be clicked is underlined; a number stands out, a name does not."""
        held, look = QTextLayout.FormatRange(), QTextCharFormat()
        if self._flowing[start] in "0123456789+−":
            look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontUnderline(True)
        look.setForeground(QColor(self._ink))
        held.start, held.length, held.format = start, length, look
        return held

    def lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self._flowing, self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._look(start, length) for start, length, _ in self._spans])
        layout.beginLayout()
        down = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, down))
            down += max(line.height(), float(self.fontMetrics().lineSpacing()))
        layout.endLayout()
        return layout, max(round(down), TARGET if self._spans else 0)


def _place(line: QTextLine, start: int, length: int) -> QRect:
    """Of what is too long for a line: its first part."""
    end = min(start + length, line.textStart() + line.textLength())
    left, right = across(line, start), across(line, end)
    area = QRect(round(left), round(line.y()), round(right - left), round(line.height()))
    more = [max(EDGE, ceil((TARGET - length) / 2)) for length in (area.width(), area.height())]
    return area.adjusted(-more[0], -more[1], more[0], more[1])
