"""What the lenses find in the open study, worked out anew after every edit; of a large one away from the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app import tasks

if TYPE_CHECKING:
    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses import Heard
    from journeys.analysis.scene import Scene

AT_ONCE: Final = 150
"""So many steps are looked at before the next picture; more of them in a worker."""


@dataclass(frozen=True, slots=True)
class Insight:
    """The findings, and the scene they were read from: a copy, that no later edit changes."""

    scene: Scene
    heard: Heard


class Insights(QObject):
    """Keeps the latest findings; whoever shows them listens. At most one worker looks, and at nothing outdated."""

    changed = Signal()  #: there are newer findings

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.latest: Insight | None = None
        self.behind = False
        """Whether there was an edit since."""
        self._task: tasks.Task | None = None
        self._next: Scene | None = None

    def about(self, journey: str | None) -> tuple[Finding, ...]:
        """What was found last about this journey and the whole study."""
        return self.latest.heard.about(journey) if self.latest is not None else ()

    def outdate(self) -> None:
        """The study has changed: what is being worked out is of no use, and takes time from whoever edits."""
        self.behind = True
        self._next = None
        if self._task is not None:
            self._task.cancel()

    def refresh(self, seen: Scene) -> None:
        """Find again in this scene of a copy of the study."""
        self.outdate()
        if len(seen.document.steps) <= AT_ONCE:
            self._found(Insight(seen, heard(seen, tasks.Work())))
        else:
            self._next = seen
            self._begin()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self.outdate()

    def _begin(self) -> None:
        """The next in line, once the one before has let go."""
        if self._task is None and self._next is not None:
            seen, self._next = self._next, None
            self._task = tasks.start(partial(_look, seen), self, self._found, _fail)
            self._task.ended.connect(self._ended)

    def _ended(self) -> None:
        self._task = None
        self._begin()

    def _found(self, insight: Insight) -> None:
        self.latest, self.behind = insight, False
        self.changed.emit()


def _fail(error: Exception) -> None:
    """A rule that fails is a mishap like any other: told, and written down."""
    raise error


def _look(seen: Scene, work: tasks.Work) -> Insight:
    return Insight(seen, heard(seen, work))


def heard(seen: Scene, work: tasks.Work) -> Heard:
    """What every lens finds. Raises Cancelled between two of them."""
    from journeys.analysis import lenses
    from journeys.analysis.finding import LENSES

    parts: list[lenses.Heard] = []
    for lens in LENSES:
        work.watch(len(parts) / len(LENSES))
        parts.append(lenses.findings(seen, (lens,)))
    return lenses.Heard(
        tuple(found for part in parts for found in part.findings), tuple(pair for part in parts for pair in part.muted)
    )
