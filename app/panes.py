"""Lists, views and panel beside each other, each with its part of the window; strips lie over and under the views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.focus import holds_focus

if TYPE_CHECKING:
    from app.study_view import StudyView
    from app.views import Views

WIDTHS: Final = ((196, 250, 0.14), (252, 330, 0.184))
"""Of lists and panel: least and most pixels, and their part of the window."""
PANES_MOST: Final = 0.48
"""Lists and panel together are at most this part of the window; the rest is for the map."""

VIEWS: Final = "views"
ORDER: Final = (
    "question", "trail", VIEWS, "lens", "quick", "find", "trace", "snapshot", "parking", "timer",
)  # fmt: skip
"""What stands in the middle, from above to below; a legend belongs to the picture."""


class Panes(QSplitter):
    """The three of a study; what the user drags them to stays."""

    def __init__(self, lists: QWidget, views: Views, panel: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        lists.setMinimumWidth(170)
        views.setMinimumWidth(320)
        panel.setMinimumWidth(252)
        self._stacked = [VIEWS]
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        for pane in (lists, middle, panel):
            self.addWidget(pane)
        self._middle.addWidget(views, 1)  # last: all that is in a widget is dressed anew each time it moves
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)

    def share_width(self, width: int, percent: int) -> None:
        """Give lists and panel their part of so many pixels at this size of text, and the views the rest."""
        size = percent / 100
        wanted = [max(least * size, min(most * size, width * part * size)) for least, most, part in WIDTHS]
        less = min(1.0, width * PANES_MOST / sum(wanted))
        left, right = (round(each * less) for each in wanted)
        self.setSizes([left, width - left - right, right])

    def give_panel(self, part: float) -> None:
        """Let the panel have at least this part of the width, taken from the views."""
        lists, views, panel = self.sizes()
        more = max(0, round((lists + views + panel) * part) - panel)
        self.setSizes([lists, views - more, panel + more])

    def add_strip(self, code: str, strip: QWidget) -> None:
        """Each has its place, whenever it is made: the question and the way back above the views, the rest below."""
        above = sum(ORDER.index(other) < ORDER.index(code) for other in self._stacked)
        self._stacked.append(code)
        self._middle.insertWidget(above, strip)


def next_pane(view: StudyView, direction: int) -> None:
    """Move the focus to the next or previous pane: view, strips under it, details, personas, journeys, parties."""
    strips = sorted((strip for strip in view.strips.values() if strip.isVisible()), key=lambda strip: strip.y())
    panes: list[QWidget] = [view.views.widget_shown, *strips, view.tabs.tabBar(), *_lists(view)]
    shown = [pane for pane in panes if pane.isVisible()]
    here = next((i for i, pane in enumerate(shown) if _holds_focus(view, pane)), -1 if direction > 0 else 0)
    if shown:
        shown[(here + direction) % len(shown)].setFocus()


def _lists(view: StudyView) -> list[QWidget]:
    return [view.sidebar.personas, view.sidebar.journeys, view.sidebar.parties]


def _holds_focus(view: StudyView, pane: QWidget) -> bool:
    holder: QWidget = view.tabs if pane is view.tabs.tabBar() else pane
    return holds_focus(holder)
