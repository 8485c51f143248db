"""The list of formats: a heading for each group, and a row with a drawing and a sentence for each format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app import painted_rows
from app.exporting.offered import SKETCHES, Offer
from app.icons import grown
from app.plain import named
from app.sketches import sketch

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme import Colours
    from journeys.i18n import Words

SIDE: Final = 36
"""Pixels of a drawing at the usual size of text, and what it is drawn on."""
PAD, GAP = 8, 10
WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Row(NamedTuple):
    """What is painted: the offer in the words of the window; of a heading only the title."""

    title: str
    about: str = ""
    suffix: str = ""
    code: str = ""


class FormatList(QListWidget):
    """One of the formats; arrow keys go along, and letters jump to a name."""

    chosen = Signal(str)  #: the code of the format that is current now
    wanted = Signal()  #: go on with the current one

    def __init__(self, groups: list[tuple[str, list[Offer]]], colours: Colours, say: Words) -> None:
        super().__init__()
        named(self, "formats")
        self.colours = colours
        self.rows: list[Row] = []
        self.setAccessibleName(say("Formats"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Rows(self))
        for name, offers in groups:
            self._add_heading(say(name))
            for offer in offers:
                self._add(Row(say(offer.title), say(offer.about), offer.suffix, offer.code), say(name))
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.code))
        self.itemDoubleClicked.connect(lambda _: self.wanted.emit())

    @property
    def code(self) -> str:
        """The code of the current one."""
        at = self.currentRow()
        return self.rows[at].code if at >= 0 else ""

    def choose(self, code: str) -> None:
        """Make this one current, else the first."""
        known = [at for at, row in enumerate(self.rows) if row.code]
        at = next((at for at in known if self.rows[at].code == code), known[0])
        self.setCurrentRow(at)
        self.scrollToItem(self.item(at), QAbstractItemView.ScrollHint.PositionAtCenter)

    def written(self, code: str) -> Row:
        """What is written of a format."""
        return next((row for row in self.rows if row.code == code), Row(""))

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.rows.append(Row(name))
        self.addItem(item)

    def _add(self, row: Row, group: str) -> None:
        item = QListWidgetItem(row.title)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title} ({row.suffix}). {row.about}")
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, group)
        self.rows.append(row)
        self.addItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # sentences break elsewhere now


class _Rows(QStyledItemDelegate):
    """The drawing at the left; the name with its suffix, and under it the sentence, as long as it is."""

    def __init__(self, view: FormatList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, area = self._view.rows[index.row()], QRectF(option.rect).adjusted(1, 1, -1, -2)
        if row.code:
            self._paint(painter, option, area, row, current=index == self._view.currentIndex())
        else:
            self._heading(painter, area, row.title)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRectF, text: str) -> None:
        place = QRectF(area.left() + 2, area.bottom() - painter.fontMetrics().height() - 3, area.width() - 2, 0)
        place.setHeight(painter.fontMetrics().height())
        painted_rows.words(painter, self._view, place, text, self._view.colours.muted, bold=True)

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, row: Row, *, current: bool) -> None:
        view, colours, line = self._view, self._view.colours, painter.fontMetrics().height()
        painted_rows.ground(painter, view, option, area, colours, current=current)
        ink = QColor(colours.accent if current else colours.muted)
        _picture(painter, area, SKETCHES.get(row.code, ""), ink)
        left, right = area.left() + _indent(), area.right() - PAD
        wide = painter.fontMetrics().horizontalAdvance(row.suffix)
        top = area.top() + PAD - 2
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(right - wide, top, wide + 1, line), painted_rows.FLAGS, row.suffix)
        place = QRectF(left, top, right - left - wide - 6, line)
        painted_rows.words(painter, view, place, row.title, colours.text, bold=True)
        painter.setPen(QColor(colours.muted if not current else colours.text))
        painter.drawText(QRectF(left, top + line, right - left, area.bottom() - top - line), WRAPPED, row.about)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row, metrics = self._view.rows[index.row()], option.fontMetrics
        if not row.code:
            return QSize(0, metrics.height() + (8 if index.row() == 0 else 16))
        wide = max(80, self._view.viewport().width() - 2 - _indent() - PAD)
        words = metrics.boundingRect(QRect(0, 0, wide, 10_000), WRAPPED, row.about).height()
        return QSize(0, max(metrics.height() + words + 2 * PAD, grown(SIDE) + PAD) + 3)


def _indent() -> int:
    """Where the words begin."""
    return PAD + grown(SIDE) + GAP


def _picture(painter: QPainter, area: QRectF, drawing: str, ink: QColor) -> None:
    side = grown(SIDE)
    painter.save()
    painter.translate(area.left() + PAD, area.top() + (area.height() - side) / 2)
    painter.scale(side / SIDE, side / SIDE)
    sketch(painter, drawing, ink)
    painter.restore()
