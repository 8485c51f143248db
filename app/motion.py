"""Quiet motion: something glides from here to there in a moment, or is there at once when the user wants calm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEasingCurve, QVariantAnimation

from app import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

SHORT: Final = 180
"""Milliseconds: long enough to see where something went, too short to wait for."""


WATCHED: Final = "watched"
"""A property of the application: somebody sits before the screen, it is no picture and no test that is made."""


def wanted() -> bool:
    """Whether a jump of the map may be followed by the eye."""
    app = QCoreApplication.instance()
    return app is not None and bool(app.property(WATCHED)) and not settings.calm()


def glide(
    parent: QObject, act: Callable[[float], object], done: Callable[[], object] = lambda: None, ms: int = SHORT
) -> QVariantAnimation | None:
    """Call `act` with 0.0 … 1.0 while time passes, then `done`; in calm, `act(1.0)` and `done` now, and None.

    The motion belongs to `parent` and ends with it; whoever starts another one first stops this one.
    """
    if settings.calm():
        act(1.0)
        done()
        return None
    motion = QVariantAnimation(parent, duration=ms, startValue=0.0, endValue=1.0)
    motion.setEasingCurve(QEasingCurve.Type.OutCubic)
    motion.valueChanged.connect(act)
    motion.finished.connect(done)
    motion.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return motion
