"""What a facilitator has set up in one window: it stays when words and colours are built anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.facilitate.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

    from app.study_view import StudyView
    from journeys.analysis.votes import Round


@dataclass(slots=True)
class Before:
    """How the window stood before everything became large."""

    panes: QByteArray
    lists: bool
    panel: bool
    zoom: float
    corner: tuple[float, float]
    """What stood in the left top corner of the map, in the scene."""
    fitted: bool = False


@dataclass(slots=True)
class Room:
    """One per window."""

    clock: Clock
    tall: bool = False
    """Whether the digits of the timer are very large."""
    locked: bool = False
    names_hidden: bool = False
    round: Round | None = None
    """The votes that are being cast."""
    ended: bool = False
    """Whether that round is over, and its result is shown."""
    before: Before | None = None
    copied: tuple[bytes, bytes] = (b"", b"")
    """Steps that were copied while names were hidden: as others get them, and with the words of the study."""
    told: set[str] = field(default_factory=set)
    """What was explained once and need not be again."""


def of(view: StudyView) -> Room:
    """The room of the window in which a study is shown."""
    return of_window(view.window())


def of_window(window: QWidget) -> Room:
    """Made when it is first asked for."""
    held = getattr(window, "room", None)
    if not isinstance(held, Room):
        held = Room(Clock(window))
        window.room = held  # type: ignore[attr-defined]  # a StudyWindow has a place for it; a bare view in a test gets one
    return held
