"""The panels at the right: one tab each, made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QTabWidget, QVBoxLayout, QWidget

from app.panels.tab_bar import TabBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.theme import Colours
    from journeys.i18n import Words

ICONS: Final = {
    "inspector": "step", "gaps": "flag", "findings": "finding", "notes": "note", "facts": "book", "history": "clock",
    "vote": "vote",
}  # fmt: skip


class Panel(Protocol):
    """What a tab holds, besides being a widget."""

    def display(self) -> None:
        """Show the study as it is now."""

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""


class Panels(QTabWidget):
    """Knows its tabs by code; each holds a place until its panel is wanted."""

    shown = Signal(str)  #: the panel with this code is shown now

    def __init__(self, makers: Mapping[str, tuple[str, Callable[[], QWidget]]], say: Words, colours: Colours) -> None:
        super().__init__()
        self._bar = TabBar([ICONS[code] for code in makers], colours)
        self.setTabBar(self._bar)
        self._makers = {code: make for code, (_, make) in makers.items()}
        self._codes = list(makers)
        self._made: dict[str, QWidget] = {}
        self.setDocumentMode(True)
        self.setAccessibleName(say("Details, gaps and notes"))
        self._bar.setAccessibleName(say("Details, gaps and notes"))
        self._places = {code: self._place(title) for code, (title, _) in makers.items()}
        for scroller in self._bar.findChildren(QAbstractButton):  # never seen, but Qt's own are named in English
            scroller.setAccessibleName(say("More tabs"))
        self.currentChanged.connect(self._changed)

    def _place(self, title: str) -> QVBoxLayout:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.addTab(page, title)
        return column

    @property
    def code(self) -> str:
        """Which panel is shown."""
        return self._codes[self.currentIndex()]

    def show_panel(self, code: str) -> None:
        """Bring a panel to the front, also when the pane or its tab was hidden."""
        self.show()
        self.setTabVisible(self._codes.index(code), True)
        self.setCurrentIndex(self._codes.index(code))

    def name(self, code: str, title: str, count: int = 0) -> None:
        """Call a tab something else; the count stays in sight where there is no room for its name."""
        index = self._codes.index(code)
        if title != self.tabText(index):
            self.setTabText(index, title)
        self._bar.count_at(index, count)

    def hide_tab(self, code: str) -> None:
        """A panel that is only there when it is asked for."""
        self.setTabVisible(self._codes.index(code), False)

    def panel(self, code: str) -> QWidget:
        """The panel itself."""
        if code not in self._made:
            made = self._made[code] = self._makers[code]()
            self._places[code].addWidget(made)
        return self._made[code]

    def made(self) -> dict[str, Panel]:
        """The panels that were shown before."""
        return {code: cast("Panel", panel) for code, panel in self._made.items()}

    def flush(self) -> None:
        """Commit what was typed in any of them."""
        for panel in self.made().values():
            panel.flush()

    def _changed(self, _: int) -> None:
        self.panel(self.code)
        self.shown.emit(self.code)
