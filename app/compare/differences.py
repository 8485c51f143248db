"""The list beside a comparison: every difference as a sentence, the largest first; each leads to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.canvas import symbols
from app.canvas.inks import Inks
from app.canvas.scale import PX
from app.panels.sentence_list import SentenceList
from journeys.layout.compare.slots import LOOKS
from journeys.phrases import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.context import Context
    from journeys.analysis.compare import PersonaComparison
    from journeys.analysis.variants import VariantComparison
    from journeys.i18n import Words
    from journeys.model.document import Document

MARK: Final = 16
PAD: Final = 6
FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Told(NamedTuple):
    """A difference: its sentence, its mark with the mark's colour, and where it is."""

    text: str
    mark: str
    colour: str
    journey: str | None
    phase: str
    step: str | None = None


def of_personas(compared: PersonaComparison, document: Document, say: Words) -> Iterator[Told]:
    """Where personas differ."""
    for one in compared.differences:
        text = compare.difference_sentence(one, compared, document, say)
        dip = one.code == "emotion" and int(one.groups[0][0]) < 0
        mark = "differs" if one.code == "presence" else ("down" if dip else "up")
        yield Told(text, mark, "moment", one.apart[0], one.phase)


def of_variants(compared: VariantComparison, document: Document, say: Words) -> Iterator[Told]:
    """What the desired journey changes: presence, then feeling by its size, then the other changes."""
    for phase in sorted(compared.phases, key=lambda phase: -abs(phase.step)):
        text = compare.phase_sentence(phase, document, say)
        if text:
            mark = "up" if phase.step > 0 else ("down" if phase.step < 0 else "differs")
            yield Told(text, mark, "moment", compared.desired.journey, phase.phase)
    order = list(LOOKS)
    shown = [slot for slot in compared.slots if slot.changes and not (slot.partner and slot.desired is None)]
    for slot in sorted(shown, key=lambda slot: (-abs(slot.feeling or 0), order.index(slot.changes[0]))):
        mark, role = LOOKS[slot.changes[0]]
        journey = compared.desired.journey if slot.desired else compared.current.journey
        text = compare.slot_sentence(slot, document, say)
        yield Told(text, mark, f"{role}.mark", journey, slot.phase, slot.desired or slot.current)


class _Sentences(QStyledItemDelegate):
    """A mark and a sentence on as many lines as it needs."""

    def __init__(self, view: DifferenceList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._view.paint_ground(painter, option, index)
        painter.translate(area.left() + PAD, area.top() + PAD)
        self._view.paint_mark(painter, index.row())
        painter.setPen(QColor(self._view.context.colours.text))
        painter.drawText(self._text(area.width()), FLAGS, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        text = self._text(width - 2.0).toRect()
        high = option.fontMetrics.boundingRect(text, FLAGS, str(index.data())).height()
        return QSize(width, max(high, MARK) + 2 * PAD + 2)

    def _text(self, width: float) -> QRectF:
        """Room for the words beside the mark, as high as they like."""
        left = MARK + PAD
        return QRectF(left, 0, max(width - left - 2 * PAD, 40), 10_000)


class DifferenceList(SentenceList):
    """Sentences with the marks that stand in the grid too. Enter and click lead there."""

    wanted = Signal(object)  #: a Told

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.say("Differences"))
        self._inks = Inks(context.inks)
        self._told: list[Told] = []
        self.setItemDelegate(_Sentences(self))
        self.row_wanted.connect(lambda row: self.wanted.emit(self._told[row]))

    def display(self, told: Sequence[Told]) -> None:
        """Show these; the current one stays when its sentence is still there."""
        if list(told) == self._told:
            return
        held = self._told[self.currentRow()].text if self.currentRow() >= 0 else None
        self._told = list(told)
        self.clear()
        for one in told:
            item = QListWidgetItem(one.text)
            self.addItem(item)
            if one.text == held:
                self.setCurrentItem(item)

    def paint_mark(self, painter: QPainter, row: int) -> None:
        """The mark of a difference, where the painter stands."""
        one = self._told[row]
        painter.save()
        for pen, brush, path in symbols.strokes(one.mark, MARK / PX, one.colour, self._inks):
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)
        painter.restore()
