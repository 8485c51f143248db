"""The list of what was guessed, changed or left out; a remark that is chosen tells the first row it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from app.plain import named
from journeys.exchange.remarks import remark_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.edits.incoming import Remark
    from journeys.i18n import Words

MOST: Final = 200
LINES: Final = 4
LINE_PX: Final = 26


class Remarks(QListWidget):
    """As high as its lines, up to four, unless it is `tall`; hidden when there is nothing to tell."""

    row_wanted = Signal(int)  #: bring this row of the table into view

    def __init__(self, say: Words, *, tall: bool = False) -> None:
        super().__init__()
        self._say, self._tall = say, tall
        self.total = 0
        named(self, "boxed")
        self.setAccessibleName(say("What was guessed, changed or left out"))
        self.setWordWrap(True)
        self.setSpacing(2 if tall else 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        high = QSizePolicy.Policy.Expanding if tall else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        self.currentItemChanged.connect(lambda item, _: self._chosen(item))

    def display(self, remarks: Iterable[Remark]) -> None:
        """Show these, equal ones once."""
        self.clear()
        said: dict[str, int] = {}
        for remark in remarks:
            said.setdefault(remark_text(remark, self._say), remark.rows[0] if remark.rows else 0)
        self.total = len(said)
        for text, row in list(said.items())[:MOST]:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.addItem(item)
        if self.total > MOST:
            self.addItem(self._say("… and {n} more", n=self.total - MOST))
        self.setVisible(bool(said))
        if not self._tall:
            self.setFixedHeight(min(LINES, len(said)) * max(LINE_PX, self.sizeHintForRow(0)) + 12)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        row = item.data(Qt.ItemDataRole.UserRole) if item is not None else 0
        if row and self.hasFocus():
            self.row_wanted.emit(row)
