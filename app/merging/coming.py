"""What comes in: each file with its personas and journeys, to be ticked, every journey with a small picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
)

from app import strokes
from app.canvas.inks import Inks
from app.merging import words
from app.plain import item_tip, named
from journeys.edits.merge import SHARED, Ref
from journeys.edits.merge.alike import alike
from journeys.model.order import by_order
from journeys.phrases.terms import VARIANTS, count_of, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.merging.reading import Picture
    from app.merging.wish import Wish
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Persona

REF: Final = Qt.ItemDataRole.UserRole
PICTURE: Final = Qt.ItemDataRole.UserRole + 1
FILE: Final = Qt.ItemDataRole.UserRole + 2
SHARED_ROW: Final = Qt.ItemDataRole.UserRole + 3
WIDE: Final = 170
HIGH: Final = 44
ROOM: Final = 76
"""Pixels that a row leaves to its indentation, its tick and the white around its words."""
TICK: Final = Qt.ItemFlag.ItemIsUserCheckable
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Rows(QStyledItemDelegate):
    """Rows as the style draws them, with the picture of a journey at the right end."""

    def __init__(self, tree: QTreeWidget, inks: Mapping[str, str]) -> None:
        super().__init__(tree)
        self._inks, self._tree = Inks(inks), tree

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Picture | None = index.data(PICTURE)
        view: Any = option
        super().paint(painter, option, index)
        if shown is None:
            return
        area = QRectF(view.rect.right() - WIDE - 8, view.rect.top() + 7, WIDE, view.rect.height() - 14)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if index.data(Qt.ItemDataRole.CheckStateRole) == ON.value else 0.35)
        strokes.paint(painter, area, shown.gist, self._inks)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Words end before the picture begins."""
        super().initStyleOption(option, index)
        view: Any = option
        if index.data(PICTURE) is not None:
            room = view.rect.width() - WIDE - 56
            lines = str(index.data()).split("\n")
            view.text = "\u2028".join(
                view.fontMetrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view: Any = option
        tall = view.fontMetrics.lineSpacing()
        lines = str(index.data()).count("\n") + 1
        if index.data(PICTURE) is not None:
            return QSize(80, max(HIGH + 8, lines * tall + 10))
        area = QRect(0, 0, self._tree.viewport().width() - ROOM, 1000)
        flow = view.fontMetrics.boundingRect(area, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(80, max(26, flow.height() + 10))


class Coming(QTreeWidget):
    """Ticks what comes in; the row of a file ticks all of it."""

    ticked = Signal()  #: something is left out or taken in
    pointed = Signal(object)  #: the journey (Ref) of the current row, or None

    def __init__(self, wish: Wish, say: Words, inks: Mapping[str, str]) -> None:
        super().__init__()
        self._wish, self._say = wish, say
        named(self, "counted")
        self.setAccessibleName(say("What comes in"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(20)
        self.setWordWrap(True)
        self.setItemDelegate(_Rows(self, inks))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._quiet = False
        self.itemChanged.connect(self._changed)
        self.currentItemChanged.connect(lambda item, _: self.pointed.emit(_journey(item)))

    def display(self) -> None:
        """All files anew; the current row stays, or the first one that has something to come in."""
        current = self.currentItem()
        held = None if current is None else (current.data(0, REF), current.data(0, FILE))
        self._quiet = True
        self.clear()
        for number in range(len(self._wish.found.files)):
            self._file(number)
        self.expandAll()
        self._quiet = False
        wanted = next((item for item in self.items() if (item.data(0, REF), item.data(0, FILE)) == held), None)
        first = wanted or self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def items(self) -> list[QTreeWidgetItem]:
        """Every row, from top to bottom."""
        walk, found = QTreeWidgetItemIterator(self), []
        while walk.value() is not None:
            found.append(walk.value())
            walk += 1
        return found

    def retell(self) -> None:
        """The words and ticks of every row as they are now."""
        self._quiet = True
        for item in self.items():
            ref: Ref | None = item.data(0, REF)
            if ref is not None:
                item.setText(0, self._text(ref))
                item.setCheckState(0, ON if self._wish.comes(ref) else OFF)
                above = item.parent()
                item.setDisabled(above is not None and above.checkState(0) == OFF)
            elif item.data(0, FILE) is not None:
                item.setText(0, words.file_text(self._wish, item.data(0, FILE)))
            elif item.data(0, SHARED_ROW) is not None:
                self._tell_shared(item)
        self._quiet = False

    def _file(self, number: int) -> None:
        file = self._wish.found.files[number]
        row = QTreeWidgetItem(self, [words.file_text(self._wish, number)])
        row.setData(0, FILE, number)
        font = row.font(0)
        font.setBold(True)
        row.setFont(0, font)
        item_tip(row, str(file.path))
        remark = words.remark(self._wish.found, number, self._say)
        if remark:
            told = QTreeWidgetItem(row, [remark])
            told.setFlags(told.flags() & ~TICK)
        if file.document is None:
            row.setFlags(row.flags() & ~TICK)
            return
        row.setFlags(row.flags() | TICK)
        row.setCheckState(0, OFF if number in self._wish.files_off else ON)
        document = file.document
        for persona in sorted(document.personas.values(), key=by_order):
            self._persona(row, number, document, persona)
        self._shared(row, number)

    def _persona(self, above: QTreeWidgetItem, number: int, document: Document, persona: Persona) -> None:
        row = self._ticked(above, Ref(number, persona.id))
        journeys = sorted(document.journeys.values(), key=by_order)
        for journey in journeys:
            if journey.persona == persona.id:
                line = self._ticked(row, Ref(number, journey.id))
                line.setData(0, PICTURE, self._wish.found.pictures[Ref(number, journey.id)])

    def _ticked(self, above: QTreeWidgetItem, ref: Ref) -> QTreeWidgetItem:
        row = QTreeWidgetItem(above, [self._text(ref)])
        row.setData(0, REF, ref)
        row.setFlags(row.flags() | TICK)
        row.setCheckState(0, ON if self._wish.comes(ref) else OFF)
        row.setDisabled(above.checkState(0) == OFF)
        return row

    def _text(self, ref: Ref) -> str:
        say, found = self._say, self._wish.found
        document = found.document(ref.file)
        if ref.id in document.personas:
            return self._persona_text(ref, document.personas[ref.id].name)
        journey, shown = document.journeys[ref.id], found.pictures[ref]
        goal = self._wish.into.get(ref)
        if goal is not None and self._wish.comes(ref):
            told = say("Its steps go to {journey}", journey=words.goal_text(found, goal, say))
        else:
            what = say("the same is here already") if ref in found.twins else words.size(shown, say)
            told = f"{say(VARIANTS[journey.variant])} · {what}"
        return f"{journey.title}\n{told}"

    def _persona_text(self, ref: Ref, name: str) -> str:
        """With whom it becomes one."""
        found = self._wish.found
        for double in self._wish.all_doubles:
            if double.kind == "persona" and double.right == ref and self._wish.judged(double):
                other = found.document(double.left.file).personas[double.left.id].name
                who = words.group(found, double.left.file, self._say)
                return self._say("{name}: the same as {other} ({who})", name=name, other=other, who=who)
        return name

    def _shared(self, above: QTreeWidgetItem, number: int) -> None:
        """What comes in with them, and what is the same as here: by name or by day, or because the user says so."""
        for same in (False, True):
            row = QTreeWidgetItem(above)
            row.setData(0, SHARED_ROW, (number, same))
            row.setForeground(0, self.palette().placeholderText())
            row.setFlags(row.flags() & ~TICK)
            self._tell_shared(row)

    def _tell_shared(self, row: QTreeWidgetItem) -> None:
        say, found, (number, same) = self._say, self._wish.found, row.data(0, SHARED_ROW)
        document, here = found.document(number), found.here
        like = alike(here, document) | {pair[1].id: pair[0].id for pair in self._wish.same() if pair[1].file == number}
        heading = say("Is the same as here") if same else say("Comes in with them")
        parts, full = [], []
        for kind in SHARED:
            held = [each for each in document.tables[kind].values() if (each.id in like) == same]
            if held:
                parts.append(count_of(kind, len(held), say))
                full.append(joined([_matched(here, kind, each, like, say) for each in held], say))
        row.setText(0, f"{heading}: {joined(parts, say)}" if parts else "")
        row.setHidden(not parts)
        item_tip(row, ". ".join(full))
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{heading}: {'. '.join(full)}")

    def _changed(self, item: QTreeWidgetItem) -> None:
        if self._quiet:
            return
        on = item.checkState(0) == ON
        ref: Ref | None = item.data(0, REF)
        if ref is not None:
            self._wish.tick(ref, on=on)
        elif item.data(0, FILE) is not None:
            self._wish.tick_file(item.data(0, FILE), on=on)
        self.retell()
        self.ticked.emit()


def _journey(item: QTreeWidgetItem | None) -> Ref | None:
    return item.data(0, REF) if item is not None and item.data(0, PICTURE) is not None else None


def _matched(here: Document, kind: Any, entity: Any, found: Mapping[str, str], say: Words) -> str:
    """A name, and how it is called here where that differs: phases may be matched by their day."""
    name = words.name_of(entity, say)
    like = here.tables[kind].get(found.get(entity.id, ""))
    other = name if like is None else words.name_of(like, say)
    return name if other.casefold() == name.casefold() else f"{name} → {other}"
