"""A sentence in which every number is a button: what it was counted from is one click away, and said once."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.panels.findings.numbers import inline_button
from app.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.context import Context
    from journeys.analysis.finding import Number

EDGE: Final = 2
"""The ring of focus around a number."""
TARGET: Final = 24
"""What can be pointed at is at least so high and wide."""
LEAST: Final = 120
WHOLE: Final = {ord(" "): "\N{NO-BREAK SPACE}", ord("-"): "\N{NON-BREAKING HYPHEN}"}
"""A number and its noun stay on one line: a button is one rectangle."""


class Sentence(PlainLabel):
    """The text stays one text for who copies or hears it; over the numbers in it lie buttons without words."""

    def __init__(self, context: Context, title: str, parts: Sequence[tuple[str, Number | None]]) -> None:
        super().__init__("".join(words for words, _ in parts), wrap=True)
        self.setSizePolicy(_tall())
        self._ink = context.colours.accent
        self.buttons: dict[str, QPushButton] = {}
        self._spans: list[tuple[int, int, QPushButton]] = []
        self._flowing = ""
        self._heights: dict[tuple[int, str], int] = {}
        self._latest: tuple[tuple[int, str], tuple[QTextLayout, int]] | None = None
        for words, number in parts:
            if number is not None and number.ids:
                button = inline_button(context, words, f"{title}: {words}", number.ids)
                button.setParent(self)
                self.buttons.setdefault(number.code, button)
                self._spans.append((len(self._flowing), len(words), button))
                self._flowing += words.translate(WHOLE)
            else:
                self._flowing += words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt asks some twenty times while a panel is laid out."""
        key = (width, self.font().key())
        if key not in self._heights:
            self._heights[key] = self._laid(width)[1]
        return self._heights[key]

    def sizeHint(self) -> QSize:
        return QSize(LEAST, self.heightForWidth(max(LEAST, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout, _ = self._laid(self.width())
        for start, length, button in self._spans:
            button.setGeometry(_inside(_place(layout.lineForTextPosition(start), start, length), self.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        layout, _ = self._laid(self.width())
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

    def _laid(self, width: int) -> tuple[QTextLayout, int]:
        """The text over its lines, the numbers set apart; and how high that is. It is painted as it was measured."""
        key = (width, self.font().key())
        if self._latest is None or self._latest[0] != key:
            self._latest = (key, self._lay_out(width))
        return self._latest[1]

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
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
    left, right = _across(line, start), _across(line, end)
    area = QRect(round(left), round(line.y()), round(right - left), round(line.height()))
    more = [max(EDGE, ceil((TARGET - length) / 2)) for length in (area.width(), area.height())]
    return area.adjusted(-more[0], -more[1], more[0], more[1])


def _inside(area: QRect, whole: QRect) -> QRect:
    """Moved rather than cut: a target at the edge of the text is as large as any."""
    area.moveLeft(max(0, min(area.left(), whole.width() - area.width())))
    area.moveTop(max(0, min(area.top(), whole.height() - area.height())))
    return area.intersected(whole)


def _across(line: QTextLine, at: int) -> float:
    """Python gets the place and the letter that it is at."""
    found: Any = line.cursorToX(at)
    return float(found[0])


def _tall() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
