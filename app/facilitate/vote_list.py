"""The ranking while votes are cast: each note with its place, its words and a bar as long as its votes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.panels.anchors import anchor_text
from app.panels.labels import NOTE_KINDS
from app.panels.mark_icon import mark_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from app.context import Context
    from journeys.analysis.votes import Placed

Index = QModelIndex | QPersistentModelIndex
MARK: Final = 18
BAR: Final = 12
SIDE: Final = 10
LINES: Final = 2


class Ranks(QAbstractListModel):
    """The notes in the order of their votes."""

    def __init__(self, context: Context, parent: QListView) -> None:
        super().__init__(parent)
        self._context = context
        self.placed: list[Placed] = []

    def show(self, placed: Sequence[Placed]) -> None:
        self.beginResetModel()
        self.placed = list(placed)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.placed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.placed):
            return None
        one = self.placed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(one, self._context)
        return one.note.id if role == Qt.ItemDataRole.UserRole else None


def place_text(one: Placed) -> str:
    """ "1", or "1=" when shared."""
    if not one.rank:
        return "–"
    return f"{one.rank}=" if one.shared else str(one.rank)


def spoken(one: Placed, context: Context) -> str:
    """A note of the ranking as a screen reader says it."""
    say = context.say
    place = say("Place {n}", n=one.rank) if one.rank else ""
    shared = say("shared") if one.shared else ""
    votes = say.many("{n} dot", "{n} dots", one.note.votes)
    parts = (place, shared, votes, say(NOTE_KINDS[one.note.kind]), one.note.text, anchor_text(one.note, context))
    return ". ".join(part for part in parts if part)


class VoteList(QListView):
    """+ and Enter give a dot, − and Shift+Enter take one back; a press on the buttons at its right does too."""

    dot_wanted = Signal(str, bool)  #: a note, and whether a dot is taken back

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.ranks = Ranks(context, self)
        self.setModel(self.ranks)
        self.setItemDelegate(RankDelegate(context, self))
        self.setAccessibleName(context.say("Ranking"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setViewportMargins(6, 0, 2, 0)

    def show_ranking(self, placed: Sequence[Placed]) -> None:
        """The note that was current stays so, wherever it stands now."""
        if list(placed) == self.ranks.placed:
            return
        current = self.current()
        scrolled = self.verticalScrollBar().value()
        self.ranks.show(placed)
        row = next((row for row, one in enumerate(placed) if one.note.id == current), 0 if placed else -1)
        if row >= 0:
            self.setCurrentIndex(self.ranks.index(row))
        if current is None or not self.hasFocus():
            self.verticalScrollBar().setValue(scrolled)

    def current(self) -> str | None:
        """The note that the keyboard is on."""
        held = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return held if isinstance(held, str) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note, shift = self.current(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if note is not None and (event.text() == "+" or event.key() == Qt.Key.Key_Space or (enter and not shift)):
            self.dot_wanted.emit(note, False)
        elif note is not None and (event.text() in ("-", "−") or enter):
            self.dot_wanted.emit(note, True)
        else:
            super().keyPressEvent(event)


class RankDelegate(QStyledItemDelegate):
    """Place and number large enough for the back row; the bar beside them is never the only sign."""

    def __init__(self, context: Context, view: VoteList) -> None:
        super().__init__(view)
        self._context, self._view = context, view
        self._marks: dict[str, Any] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(max(120, self._view.viewport().width()), _tall(metrics) + BAR + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = self._view.ranks.placed[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(SIDE, 8, -SIDE, -8)
        metrics = QFontMetrics(option.font)
        left = self._rank(painter, option.font, one, area)
        words = QRect(area.left() + left, area.top(), area.width() - left, _tall(metrics))
        self._words(painter, option.font, one, words)
        self._bar(painter, option.font, one, QRect(words.left(), area.bottom() - BAR - 2, words.width(), BAR))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, area = self._context.colours, QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = colours.focus if focused else colours.accent if chosen else colours.line
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(colours.soft if chosen else colours.panel))
        painter.drawRoundedRect(area, 7, 7)

    def _rank(self, painter: QPainter, base: QFont, one: Placed, area: QRect) -> int:
        """The place at the left; gives how wide its column is."""
        font = QFont(base)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(base.pointSizeF() * 1.25)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self._context.colours.accent if one.rank == 1 else self._context.colours.text))
        painter.drawText(area.left(), area.top() + metrics.ascent(), place_text(one))
        return metrics.horizontalAdvance("00=") + 6

    def _words(self, painter: QPainter, base: QFont, one: Placed, area: QRect) -> None:
        kind = one.note.kind
        if kind not in self._marks:
            self._marks[kind] = mark_icon(f"note.{kind}", f"{kind}.mark", self._context.inks, MARK)
        self._marks[kind].paint(painter, QRect(area.left(), area.top(), MARK, MARK))
        painter.setFont(base)
        painter.setPen(QColor(self._context.colours.text))
        room = area.adjusted(MARK + 6, 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._cut(QFontMetrics(base), one.note.text, room))

    def _cut(self, metrics: QFontMetrics, text: str, room: QRect) -> str:
        def fits(shown: str) -> bool:
            flags = int(Qt.TextFlag.TextWordWrap)
            return metrics.boundingRect(QRect(0, 0, room.width(), 100_000), flags, shown).height() <= room.height()

        if fits(text):
            return text
        words = text.split(" ")
        while len(words) > 1 and not fits(" ".join(words) + "…"):
            words.pop()
        return " ".join(words) + "…"

    def _bar(self, painter: QPainter, base: QFont, one: Placed, area: QRect) -> None:
        """As long as the votes, seen beside those of the first; and their number."""
        colours, most = self._context.colours, max((each.note.votes for each in self._view.ranks.placed), default=0)
        font = QFont(base)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        number = str(one.note.votes)
        beside = QFontMetrics(font).horizontalAdvance("000") + 6
        room = QRectF(area).adjusted(0, 0, -beside, 0)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(room, BAR / 2, BAR / 2)
        if one.note.votes and most:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            wide = max(float(BAR), room.width() * one.note.votes / most)
            painter.drawRoundedRect(QRectF(room.left(), room.top(), wide, room.height()), BAR / 2, BAR / 2)
        painter.setPen(QColor(colours.text))
        align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(area.right() - beside, area.top() - 6, beside, BAR + 12), align, number)


def _tall(metrics: QFontMetrics) -> int:
    """The words of a note: so many lines, as they are measured, which is a little more than they are apart."""
    return metrics.boundingRect(QRect(0, 0, 1000, 1000), 0, "\n".join("X" * LINES)).height()
