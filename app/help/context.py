"""Which page of the help fits: what has the keyboard, else what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QWidget

from journeys.help.book import START

if TYPE_CHECKING:
    from app.study_view import StudyView
    from app.window import StudyWindow

BY_CLASS: Final = {
    "PosterDialog": "posters", "MergeDialog": "merging", "PortfolioDialog": "compare", "Settings": "settings",
    "ViewsPanel": "views", "QuickEntry": "quick", "TimerStrip": "facilitating", "ParkingLot": "facilitating",
    "KeepStrip": "snapshots", "LensBar": "lenses", "QuestionBar": "draw", "FindBar": "keyboard",
    "TraceStrip": "findings", "PersonaForm": "personas", "PhaseForm": "draw", "ScopeButton": "presence",
    "Console": "presenting", "Audience": "presenting", "Welcome": START,
}  # fmt: skip
"""By the class of what is around the keyboard."""
BY_PANEL: Final = {
    "inspector": "draw", "gaps": "gaps", "findings": "findings", "notes": "draw", "vote": "facilitating",
    "facts": "draw", "history": "saving",
}  # fmt: skip
BY_VIEW: Final = {
    "map": "draw", "table": "keyboard", "compare": "compare", "ecosystem": "network", "snapshots": "snapshots",
}  # fmt: skip


def page(window: StudyWindow) -> str:
    """The page for this moment."""
    focused: QWidget | None = QApplication.focusWidget()
    around = focused
    while around is not None:
        found = _page_of(around, window.view)
        if found is not None:
            return found
        around = around.parentWidget()
    return START if window.view is None else _shown(window.view)


def _page_of(widget: QWidget, view: StudyView | None) -> str | None:
    own = BY_CLASS.get(type(widget).__name__)
    if own is not None or view is None:
        return own
    if widget is view.tabs:
        return BY_PANEL.get(view.tabs.code)
    if widget is view.sidebar:
        return "personas"
    return _shown(view) if widget is view.views else None


def _shown(view: StudyView) -> str:
    return "lenses" if view.views.code == "map" and view.context.lens else BY_VIEW.get(view.views.code, START)
