"""The list of pairs that are perhaps the same: those that are sure folded into one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator

from app.merging import words
from app.plain import item_tip, named
from journeys.edits.merge import HERE
from journeys.phrases.doubles import name_of
from journeys.phrases.terms import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from app.merging.wish import Wish
    from journeys.analysis.doubles import Double
    from journeys.i18n import Words

NUMBER: Final = Qt.ItemDataRole.UserRole
GROUP, LIKENESS = 3, 4
"""Columns: whose it is, and how alike they are."""


class Pairs(QTreeWidget):
    """S says that they are the same, B keeps both, Backspace takes that back; then the next one that is open."""

    judged = Signal(object, object)  #: the Double, and True, False or None

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        self.doubles: list[Double] = []
        self._sure: QTreeWidgetItem | None = None
        named(self, "counted")
        self.setAccessibleName(say("Perhaps the same"))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setColumnCount(5)
        self.setHeaderLabels([say("Verdict"), say("This"), say("and this"), say("From"), say("Alike")])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (0, LIKENESS):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(GROUP, QHeaderView.ResizeMode.Fixed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._fold)
        self.itemActivated.connect(self._fold)
        self.itemExpanded.connect(lambda _: self._tell_sure())
        self.itemCollapsed.connect(lambda _: self._tell_sure())

    def display(self, wish: Wish) -> None:
        """These pairs, by kind; those that are sure folded away below. The current one stays."""
        held, unfolded = self.current(), self._sure is not None and self._sure.isExpanded()
        self._sure = None
        self.clear()
        self.doubles = wish.doubles()
        sure = [double for double in self.doubles if double.sure and wish.judged(double)]
        self._list(self.invisibleRootItem(), [each for each in self.doubles if each not in sure], wish)
        if sure:
            self._sure = self._heading(self.invisibleRootItem(), "")
            self._sure.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._list(self._sure, sure, wish)
            self._sure.setExpanded(unfolded)
            self._tell_sure()
        self._fit_group(wish)
        self._begin_at(held)

    def _begin_at(self, held: Double | None) -> None:
        """The row that was current; else the first pair, or the line of those that are sure."""
        row = self.row_of(self.doubles.index(held)) if held in self.doubles else None
        above = row.parent() if row is not None else None
        if row is not None and (above is None or above.isExpanded()):
            self.setCurrentItem(row)
            return
        first = next((row for row in self._pair_rows() if row.parent() is None), self._sure)
        if first is not None:
            self.setCurrentItem(first)

    def _list(self, above: QTreeWidgetItem, doubles: Sequence[Double], wish: Wish) -> None:
        kind = ""
        for double in doubles:
            if double.kind != kind:
                kind = double.kind
                self._heading(above, count_of(kind, sum(each.kind == kind for each in doubles), self._say))
            row = QTreeWidgetItem(above)
            row.setData(0, NUMBER, self.doubles.index(double))
            for column, ref in ((1, double.left), (2, double.right)):
                said = name_of(wish.found.document(ref.file).tables[double.kind][ref.id], self._say)
                row.setText(column, " ".join(said.split()))
            self._tell_group(row, wish, double)
            row.setText(LIKENESS, f"{double.alike} %")
            row.setTextAlignment(LIKENESS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tell(row, wish.judged(double))

    def _tell_group(self, row: QTreeWidgetItem, wish: Wish, double: Double) -> None:
        """Whose they are: of which file the right one is, and the left one where that is not here."""
        if len(wish.found.files) > 1:
            files = [ref.file for ref in (double.left, double.right) if ref.file != HERE]
            text = " + ".join(words.group(wish.found, file, self._say) for file in files)
            row.setText(GROUP, text)
            item_tip(row, text)

    def _fit_group(self, wish: Wish) -> None:
        """With one file there is nothing to tell apart."""
        self.setColumnHidden(GROUP, len(wish.found.files) < 2)
        wide = [self.fontMetrics().horizontalAdvance(row.text(GROUP)) for row in self._pair_rows()]
        self.setColumnWidth(GROUP, min(max([50, *wide]) + 24, 150))

    def _heading(self, above: QTreeWidgetItem, text: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem(above, [text])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        row.setFirstColumnSpanned(True)
        font = row.font(0)
        font.setBold(True)
        row.setFont(0, font)
        return row

    # Those that are sure

    @property
    def sure(self) -> QTreeWidgetItem | None:
        """The line under which they are folded away."""
        return self._sure

    def _fold(self, row: QTreeWidgetItem) -> None:
        if row is self._sure:
            row.setExpanded(not row.isExpanded())

    def _tell_sure(self) -> None:
        row = self._sure
        if row is not None:
            n = sum(each.parent() is row for each in self._pair_rows())
            text = self._say.many("{n} is surely the same", "{n} are surely the same", n)
            row.setText(0, f"{'▾' if row.isExpanded() else '▸'} {text}")
            act = self._say("hide them") if row.isExpanded() else self._say("show them")
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{text}, {act}")

    def tell(self, row: QTreeWidgetItem, judged: bool | None) -> None:
        """What was said of this pair: in words, and in bold once it is decided."""
        say = self._say
        row.setText(0, {True: say("= the same"), False: say("≠ both"), None: say("? open")}[judged])
        words_of_row = ", ".join(filter(None, (row.text(column) for column in (1, 2, GROUP, LIKENESS, 0))))
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, words_of_row)
        font = row.font(0)
        font.setBold(judged is not None)
        row.setFont(0, font)

    def row_of(self, number: int) -> QTreeWidgetItem | None:
        return next((row for row in self._pair_rows() if row.data(0, NUMBER) == number), None)

    def _pair_rows(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (row := walk.value()) is not None:
            if row.data(0, NUMBER) is not None:
                yield row
            walk += 1

    def show_row(self, number: int) -> None:
        row = self.row_of(number)
        if row is not None:
            if self._sure is not None and row.parent() is self._sure:
                self._sure.setExpanded(True)
            self.setCurrentItem(row)

    def current(self) -> Double | None:
        item = self.currentItem()
        number = item.data(0, NUMBER) if item is not None else None
        return self.doubles[number] if number is not None and number < len(self.doubles) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        double, letter = self.current(), event.text().lower()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if double is not None and plain and letter in ("s", "b"):
            self.judged.emit(double, letter == "s")
        elif double is not None and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.judged.emit(double, None)
        else:
            super().keyPressEvent(event)
