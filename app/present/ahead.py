"""Pictures that will be wanted soon, made a part at a time while nobody waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from app.motion import SHORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.present.gallery import Gallery
    from journeys.layout.slides.course import Place

WAIT_MS: Final = SHORT + 40
"""After a turn: first nothing must move any more."""


class Wish(NamedTuple):
    """A slide, so many pixels large, on a screen with this ratio."""

    place: Place
    size: QSize
    ratio: float


class Ahead(QObject):
    """Asks each time anew what is wished for, because a key may have changed that; keys come first."""

    arrived = Signal()  #: a picture is there

    def __init__(self, gallery: Gallery, wishes: Callable[[], Iterable[Wish]], parent: QObject) -> None:
        super().__init__(parent)
        self._gallery, self._wishes = gallery, wishes
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._make)

    def start(self) -> None:
        """There are other wishes now."""
        self._later.start(WAIT_MS)

    def stop(self) -> None:
        self._later.stop()

    def _make(self) -> None:
        """A part of the first picture that is not there yet."""
        wish = next((wish for wish in self._wishes() if not self._gallery.has(*wish)), None)
        if wish is None:
            return
        if self._gallery.advance(*wish):
            self.arrived.emit()
        self._later.start(0)
