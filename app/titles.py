"""Which study and which file a window shows: in its title bar, and in the corner of its menu bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.plain import literal, literal_title, put
from journeys.identity import NAME

if TYPE_CHECKING:
    from app.window import StudyWindow


def show(window: StudyWindow) -> None:
    """Bring both up to date."""
    if window.session is None:
        window.setWindowTitle(NAME)
        _put_in_corner(window, "")
        return
    title = window.shown(window.session.document.study.title)
    path = window.file.path if window.file else None
    name = window.shown(path.name) if path else window.dress.say("without a file yet")
    window.setWindowTitle(literal_title(f"{title} — {name} — {NAME}"))
    _put_in_corner(window, f"{title} — {name}")


def _put_in_corner(window: StudyWindow, text: str) -> None:
    """The menu bar asks its corner for its size only when it is put there."""
    corner = window.corner_label
    if literal(text) != corner.text():
        put(corner, literal(text))
        window.menuBar().setCornerWidget(corner)
        corner.setVisible(bool(text))
