"""Presentation scale: words and targets for a whole room, the map with all the space there is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QTimer

from app import settings
from app.canvas.scale import PX_PER_PT
from app.facilitate import room
from app.facilitate.room import Before

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from app.study_view import StudyView
    from app.window import StudyWindow

READABLE_PX: Final = 19.0
"""Words on the map are at least this high: at 1280 pixels across, one sixty-eighth of the picture's width."""
RANKING: Final = 0.36
"""The part of the window that the votes get."""


def toggle(window: StudyWindow) -> None:
    """As large as a whole room needs it, or as it was; every window follows."""
    window.large_wanted.emit(not settings.large())


def remember(window: StudyWindow) -> None:
    """How the window stands now, before everything becomes large."""
    view = window.view
    if view is None:
        return
    corner = view.map.visible_area().topLeft()
    room.of(view).before = Before(
        view.panes.saveState(), not view.sidebar.isHidden(), not view.tabs.isHidden(), view.map.zoom,
        (corner.x(), corner.y()), view.map.fitted,
    )  # fmt: skip


def look(window: StudyWindow) -> None:
    """Once the study has its place: lists and panel folded and the map readable, or all as it was before."""
    view = window.view
    if view is None:
        return
    held = room.of(view)
    if window.dress.large:
        view.sidebar.hide()
        if not view.tabs.isHidden() and view.tabs.code != "vote":
            view.tabs.hide()
        elif not view.tabs.isHidden():
            let_read(view)
        _readable(window)
    elif held.before is not None:
        _as_before(window, held.before)
        held.before = None
    view.changed.emit()


def let_read(view: StudyView) -> None:
    """The ranking of a vote is looked at by everybody: notes in it get room for their words."""
    view.panes.give_panel(RANKING)


def _readable(window: StudyWindow) -> None:
    view = window.view
    if view is None or view.map.drawing.base_pt <= 0:
        return
    least = READABLE_PX / (view.map.drawing.base_pt * PX_PER_PT)
    if view.map.zoom < least:
        before = room.of(view).before
        view.map.zoom_to(least)
        corner = before.corner if before is not None and not before.fitted else (0.0, 0.0)
        QTimer.singleShot(0, view.map, partial(_to_corner, view.map, corner))


def _as_before(window: StudyWindow, before: Before) -> None:
    view = window.view
    if view is None:
        return
    view.panes.restoreState(before.panes)
    view.sidebar.setVisible(before.lists)
    view.tabs.setVisible(before.panel)
    if before.fitted:
        view.map.zoom_to_fit()
    else:
        view.map.zoom_to(before.zoom)
        QTimer.singleShot(0, view.map, partial(_to_corner, view.map, before.corner))


def _to_corner(shown: MapView, corner: tuple[float, float]) -> None:
    """Let this place stand in the left top corner, once the panes have their widths; what is selected stays in view."""
    size = shown.viewport().size()
    shown.centerOn(QPointF(*corner) + QPointF(size.width(), size.height()) / (2 * shown.zoom))
    area = shown.area_of(shown.selected()[:1])
    if not area.isEmpty():
        shown.bring(area)
