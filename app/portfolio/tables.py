"""The two tables of the portfolio: studies by phase around day 0, and the parties that recur in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.plain import cell_tip
from app.portfolio.phases import PHASE, Phases
from journeys.phrases import period_text
from journeys.phrases.portfolio import phase_text, study_sentence
from journeys.phrases.terms import joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from journeys.analysis.portfolio import PhaseLine, Portfolio, StudyLine
    from journeys.i18n import Words

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEY: Final = Qt.ItemDataRole.UserRole + 1
"""Where a row keeps the key of its study."""


class _Table(QTableWidget):
    """Read only, a field at a time by keyboard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)

    def shape(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Empty, with these headers."""
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(columns))
        self.setVerticalHeaderLabels(list(rows))
        self.setHorizontalHeaderLabels(list(columns))

    def whole_height(self) -> int:
        """So high that nothing needs to scroll up or down."""
        heads = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        return heads + self.verticalHeader().length() + 2 * self.frameWidth()

    def lines(self) -> list[list[str]]:
        """All of it as text, headers included."""
        columns = range(self.columnCount())
        heads = [self.horizontalHeaderItem(column) for column in columns]
        found = [["", *(_said(head) for head in heads)]]
        for row in range(self.rowCount()):
            head = self.verticalHeaderItem(row)
            items = [self.item(row, column) for column in columns]
            found.append([_said(head), *(_said(item) for item in items)])
        return found


class StudyTable(_Table):
    """A row per study, its phases around the one at the desk; Enter or a double click opens a study."""

    opened = Signal(str)  #: the key of a study

    def __init__(self, say: Words, inks: Mapping[str, str]) -> None:
        super().__init__(say("Presence per phase"))
        self._say = say
        self._keys: list[str] = []
        self.setItemDelegate(Phases(self, say, inks))
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellDoubleClicked.connect(lambda row, _: self.opened.emit(self._keys[row]))
        self.verticalHeader().sectionDoubleClicked.connect(lambda row: self.opened.emit(self._keys[row]))

    def display(self, found: Portfolio) -> None:
        """Show these studies."""
        say = self._say
        before = max((_count(line, "before") for line in found.studies), default=0)
        at = max((_count(line, "at") for line in found.studies), default=0)
        after = max((_count(line, "after") for line in found.studies), default=0)
        heads = [
            *(say("{n} before", n=before - index) for index in range(before)),
            *(say("day 0") for _ in range(at)),
            *(say("{n} after", n=index + 1) for index in range(after)),
        ]
        self._keys = [line.key for line in found.studies]
        self.shape([f"{line.title}\n{_wrapped(study_sentence(line, say))}" for line in found.studies], heads)
        for row, line in enumerate(found.studies):
            lead = before - _count(line, "before")
            late = before + at - sum(_count(line, side) for side in ("before", "at"))
            for index, phase in enumerate(line.phases):
                self._put(row, index + (late if phase.side == "after" else lead), phase)
        if self._keys:
            self.setCurrentCell(0, 0)

    def current_key(self) -> str | None:
        """The study of the current row."""
        row = self.currentRow()
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def _put(self, row: int, column: int, phase: PhaseLine) -> None:
        say = self._say
        period = period_text((phase.start, phase.end), say) if phase.dated else ""
        absent = phase_text(phase, say)
        told = f"{absent}: {joined(phase.away, say)}" if phase.away else absent
        words = ". ".join(filter(None, (phase.name, period, told)))
        item = QTableWidgetItem()
        item.setData(PHASE, phase)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        cell_tip(item, words)
        self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        if event.key() in ENTER and key is not None:
            self.opened.emit(key)
        else:
            super().keyPressEvent(event)


class PartyTable(_Table):
    """A row per party that people meet in more than one life event."""

    def __init__(self, say: Words) -> None:
        super().__init__(say("Parties that people meet in several life events"))
        self._say = say
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def display(self, found: Portfolio) -> None:
        """Show who recurs, in which studies, and for how many personas."""
        say = self._say
        self.shape([party.name for party in found.parties], [*(line.title for line in found.studies), say("Personas")])
        for row, party in enumerate(found.parties):
            for column, line in enumerate(found.studies):
                who = dict(zip(party.keys, party.who, strict=True)).get(line.key, ())
                self._put(row, column, say("yes") if line.key in party.keys else "", who)
            everybody = tuple(name for some in party.who for name in some)
            self._put(row, len(found.studies), str(party.personas), everybody)

    def _put(self, row: int, column: int, text: str, who: Sequence[str]) -> None:
        """Under the middle of its header; a hint names the personas whom it counts."""
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if who:
            cell_tip(item, joined(who, self._say))
        self.setItem(row, column, item)


def _count(line: StudyLine, side: str) -> int:
    return sum(phase.side == side for phase in line.phases)


def _wrapped(sentence: str) -> str:
    """In two lines about as long: a header does not wrap by itself."""
    words = sentence.split(", ")
    half = (len(words) + 1) // 2
    return "\n".join(filter(None, (", ".join(words[:half]), ", ".join(words[half:]))))


def _said(item: QTableWidgetItem | None) -> str:
    if item is None:
        return ""
    return item.text() or str(item.data(Qt.ItemDataRole.AccessibleTextRole) or "")
