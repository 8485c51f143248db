"""The list of what the program kept: when, how much, what is different now, and the journey in strokes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app import painted_rows, strokes
from app.canvas.inks import Inks
from app.versions.opening import lost_text
from journeys.phrases.dates import when_text
from journeys.phrases.local_data import size_text
from journeys.phrases.terms import count_of
from journeys.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.dress import Dress
    from app.versions.held import Held
    from app.versions.reading import Reading, Seen
    from journeys.analysis.gist import Gist
    from journeys.i18n import Words

PAD: Final = 9
THUMB: Final = 92


class Row(NamedTuple):
    """What is written in a row; `warns`: the last line tells of something that is wrong."""

    title: str
    lines: tuple[str, ...]
    warns: bool = False
    gist: Gist | None = None
    own: str = "party.0"


class HeldList(QListWidget):
    """The newest on top. Enter and a double click ask to open."""

    chosen = Signal()  #: another one is current, or more is known of it
    wanted = Signal()  #: open the current one

    def __init__(self, dress: Dress, reading: Reading) -> None:
        super().__init__()
        self.dress, self.reading = dress, reading
        self.inks = Inks(dress.inks)
        self.held: list[Held] = []
        self.setAccessibleName(dress.say("Earlier versions, newest first"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Rows(self))
        self.currentRowChanged.connect(lambda _: self.chosen.emit())
        self.itemActivated.connect(lambda _: self.wanted.emit())
        reading.seen.connect(self._seen)

    def display(self, held: Sequence[Held]) -> None:
        """Show these; the first is current."""
        blocked = self.blockSignals(True)
        self.clear()
        self.held = list(held)
        for one in self.held:
            item = QListWidgetItem()
            self.addItem(item)
            self._name(item, one)
        self.setCurrentRow(0 if self.held else -1)
        self.blockSignals(blocked)
        self.chosen.emit()

    def current(self) -> Held | None:
        """The one that is chosen."""
        row = self.currentRow()
        return self.held[row] if 0 <= row < len(self.held) else None

    def row_of(self, held: Held) -> Row:
        """What is written of it; asking is what makes it known."""
        return written(held, self.reading.glimpse(held), self.dress.say)

    def _name(self, item: QListWidgetItem, held: Held) -> None:
        row = self.row_of(held)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join((row.title, *row.lines)))

    def _seen(self, held: Held) -> None:
        if held in self.held:
            item = self.item(self.held.index(held))
            self._name(item, held)
            self.update(self.indexFromItem(item))
            if held == self.current():
                self.chosen.emit()


def written(held: Held, seen: Seen | None, say: Words) -> Row:
    """The words in a row."""
    when = when_text(held.at, dt.datetime.now().astimezone(), say)
    title, lines = when, [counts_text(held, seen, say)]
    if held.kind == "rest":
        title = say("What can be read of this file")
    elif held.kind != "version":
        title = held.title or say("A study without a name")
        lines.insert(0, f"{kind_text(held, say)} · {when}")
        lines.append(on_one_line(held.path.name) if held.path is not None else say("Not in a file yet"))
    warns = seen is not None and not seen.glimpse.whole
    if seen is not None and warns:
        text = lost_text(seen.glimpse, say) if seen.glimpse.readable else say("Nothing of it can be read.")
        lines.append(f"⚠ {text}")
    elif seen is not None and seen.counts is not None:
        total = sum(seen.counts.values())
        text = say.many("{n} difference from now", "{n} differences from now", total) if total else say("As it is now")
        lines.append(text)
    glimpse = seen.glimpse if seen is not None else None
    return Row(title, tuple(lines), warns, glimpse.gist if glimpse else None, glimpse.own if glimpse else "party.0")


def kind_text(held: Held, say: Words) -> str:
    """What sort of copy it is."""
    texts = {
        "version": say("Earlier version"), "waiting": say("Waits to be recovered"),
        "discarded": say("Set aside"), "damaged": say("Set aside, damaged"), "rest": say("Damaged file"),
    }  # fmt: skip
    return texts[held.kind]


def counts_text(held: Held, seen: Seen | None, say: Words) -> str:
    """ "38 steps · 7 phases · 3 personas · 84 kB"."""
    size = size_text(held.size, say)
    if seen is None:
        return f"… · {size}"
    if not seen.glimpse.readable:
        return size
    held_counts = (("step", seen.glimpse.steps), ("phase", seen.glimpse.phases), ("persona", seen.glimpse.personas))
    return " · ".join([*(count_of(kind, n, say) for kind, n in held_counts), size])


class _Rows(QStyledItemDelegate):
    """The journey at the left, the words beside it."""

    def __init__(self, view: HeldList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, colours = self._view, self._view.dress.colours
        if not 0 <= index.row() < len(view.held):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -2)
        painted_rows.ground(painter, view, option, area, colours, current=index == view.currentIndex())
        row = view.row_of(view.held[index.row()])
        inner = area.adjusted(PAD, PAD - 2, -PAD, -PAD)
        self._picture(painter, QRectF(inner.left(), inner.top() + 4, THUMB, min(inner.height() - 6, 56.0)), row)
        line, left = painter.fontMetrics().height(), inner.left() + THUMB + 12
        for at, text in enumerate((row.title, *row.lines)):
            place = QRectF(left, inner.top() + at * line, inner.right() - left, line)
            warn = row.warns and at == len(row.lines)
            colour = colours.text if at == 0 else colours.danger if warn else colours.muted
            painted_rows.words(painter, view, place, text, colour, bold=at == 0)
        painter.restore()

    def _picture(self, painter: QPainter, area: QRectF, row: Row) -> None:
        if row.gist is None:
            strokes.paint_unknown(painter, area, self._view.inks)
        else:
            strokes.paint(painter, area, row.gist, self._view.inks, row.own)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = 5 if self._view.held[index.row()].kind not in ("version", "rest") else 3
        return QSize(0, max(lines * option.fontMetrics.height(), 56) + 2 * PAD + 4)
