"""The tabs of the panels: all of them fit, however narrow the pane; those without room for their words are icons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QTabBar

from app.icons import GRID, path
from app.plain import show_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from app.theme import Colours

PAD, TIGHT = 7, 4
"""Pixels at both sides of what a tab shows: as a rule, and where room is scarce."""
BETWEEN: Final = 3
LEAST: Final = 26
"""A tab is at least this wide."""
LINE: Final = 3


class Look(NamedTuple):
    """How wide a tab is and what it shows: an icon of so many pixels (0: none), words, or both."""

    width: int
    icon: int
    words: str


class TabBar(QTabBar):
    """Texts of tabs stay whole, for screen readers and tooltips; only what is painted is shorter."""

    def __init__(self, icons: Sequence[str], colours: Colours) -> None:
        super().__init__()
        self._icons = icons
        self._colours = colours
        self._counts: dict[int, int] = {}
        self._hover = -1
        self._looks: tuple[object, dict[int, Look]] = (None, {})
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.currentChanged.connect(lambda _: self._lay_out())

    def count_at(self, index: int, count: int) -> None:
        """How many things the panel holds: it stands beside the icon."""
        if self._counts.get(index) != count:
            self._counts[index] = count
            self._lay_out()

    def looks(self) -> dict[int, Look]:
        """What every visible tab shows at this width; Qt asks some hundred times while a window opens."""
        shown = {index: self.tabText(index) for index in range(self.count()) if self.isTabVisible(index)}
        state = (self.width(), self.currentIndex(), self.font().key(), shown, dict(self._counts))
        if self._looks[0] != state:
            self._looks = (state, self._fitting(list(shown), self.width()))
        return self._looks[1]

    def _fitting(self, shown: list[int], room: int) -> dict[int, Look]:
        """All words, else the words of the current tab only."""
        looks: dict[int, Look] = {}
        for words, counts, numbered, pad in (
            (True, False, True, PAD), (False, True, True, PAD), (False, False, True, PAD),
            (False, False, False, PAD), (False, False, False, TIGHT),
        ):  # fmt: skip
            looks = {index: self._look(index, pad, words=words, counts=counts, numbered=numbered) for index in shown}
            if sum(look.width for look in looks.values()) <= room:
                return looks
        return self._cut(looks, room)

    def _look(self, index: int, pad: int, *, words: bool, counts: bool, numbered: bool) -> Look:
        title = self.tabText(index)
        if words or index == self.currentIndex():
            text = title if numbered else title.rpartition(" (")[0] or title
            return Look(max(LEAST, self._across(text, index) + 2 * pad + 2), 0, text)
        count = self._counts.get(index, 0)
        text = str(count) if counts and count else ""
        size = self._icon_size(pad)
        return Look(max(LEAST, self._inside(index, size, text) + 2 * pad), size, text)

    def _cut(self, looks: dict[int, Look], room: int) -> dict[int, Look]:
        """Too narrow even so: the words of the current tab end in an ellipsis."""
        current = self.currentIndex()
        others = sum(look.width for index, look in looks.items() if index != current)
        if current in looks:
            width = max(LEAST, room - others)
            words = QFontMetrics(self._font(current)).elidedText(
                looks[current].words, Qt.TextElideMode.ElideRight, width - 2 * TIGHT
            )
            looks[current] = Look(width, 0, words)
        return looks

    def _across(self, text: str, index: int) -> int:
        return QFontMetrics(self._font(index)).horizontalAdvance(text)

    def _font(self, index: int) -> QFont:
        font = QFont(self.font())
        if index == self.currentIndex():
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _icon_size(self, pad: int) -> int:
        size = self.fontMetrics().height()
        return max(18, size) if pad == PAD else min(20, max(18, size))

    def tabSizeHint(self, index: int) -> QSize:
        look = self.looks().get(index)
        return QSize(look.width if look else LEAST, self._height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """As wide as the pane: what is in it depends on that."""
        around = self.parentWidget()
        return QSize(around.width() if around is not None else 0, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * LEAST, self._height())

    def _height(self) -> int:
        return max(34, self.fontMetrics().height() + 18)

    def _lay_out(self) -> None:
        """Qt lays tabs out anew when it is told something about them, not when their sizes differ."""
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._colours.panel))
        for index, look in self.looks().items():
            self._paint(painter, index, look)
        painter.end()

    def _paint(self, painter: QPainter, index: int, look: Look) -> None:
        area, colours, current = self.tabRect(index), self._colours, index == self.currentIndex()
        ink = colours.accent if current else colours.text if index == self._hover else colours.muted
        if current:
            self._paint_current(painter, area)
        left = area.left() + (area.width() - self._inside(index, look.icon, look.words)) / 2
        if look.icon:
            at = QPointF(left, area.center().y() + 1 - look.icon / 2)
            self._paint_icon(painter, self._icons[index], at, look.icon, ink)
            left += look.icon + BETWEEN
        painter.setFont(self._font(index))
        painter.setPen(QColor(ink))
        rest = QRectF(left, area.top(), area.right() + 1 - left, area.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), look.words)

    def _inside(self, index: int, icon: int, words: str) -> int:
        """How wide an icon and words are together."""
        return icon + (BETWEEN if icon and words else 0) + self._across(words, index)

    def _paint_current(self, painter: QPainter, area: QRect) -> None:
        colours = self._colours
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(QColor(colours.soft))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 2, -1, -LINE - 1), 5, 5)
        painter.fillRect(area.left(), area.bottom() - LINE + 1, area.width(), LINE, QColor(colours.accent))

    def _paint_icon(self, painter: QPainter, name: str, at: QPointF, size: float, ink: str) -> None:
        painter.save()
        painter.translate(at)
        painter.scale(size / GRID, size / GRID)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(QColor(ink), 2, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path(name))
        painter.restore()

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def _point_at(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.tabAt(event.pos())
            look = self.looks().get(index)
            text = self.tabText(index) if look is not None and look.words != self.tabText(index) else ""
            show_tip(event.globalPos(), text, self)
            return True
        return super().event(event)
