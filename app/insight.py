"""What the lenses find in the open study, worked out anew after every edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.context import Context
    from journeys.analysis.lenses import Heard
    from journeys.analysis.scene import Scene


@dataclass(frozen=True, slots=True)
class Insight:
    """The findings, and the scene they were read from."""

    scene: Scene
    heard: Heard


class Insights(QObject):
    """Keeps the latest findings; whoever shows them listens."""

    changed = Signal()  #: there are newer findings

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.latest: Insight | None = None

    def refresh(self) -> None:
        """Find again."""
        from journeys.analysis import lenses
        from journeys.analysis.scene import scene

        seen = scene(self._context.document)
        self.latest = Insight(seen, lenses.findings(seen))
        self.changed.emit()
