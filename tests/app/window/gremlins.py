"""A user who hits everything: random events over the whole window, replayable from a seed."""

from __future__ import annotations

import random
from contextlib import suppress
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from app import tasks
from tests.app.window import (
    mischief,
    mischief_in_dialogs,
    mischief_in_findings,
    mischief_in_posters,
    mischief_in_rooms,
    mischief_in_views,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from app.window import StudyWindow

LEAVES = ("quit", "close", "new", "full")
"""Commands that end the window, open another, or leave the screen to a window manager that is not there."""
ACTS = (
    mischief.ACTS | mischief_in_views.ACTS | mischief_in_posters.ACTS | mischief_in_findings.ACTS
    | mischief_in_rooms.ACTS | mischief_in_dialogs.ACTS
)  # fmt: skip
STUCK_S = 1.0
"""A drag of Qt's own waits for a mouse that is not there; after this Escape ends it."""


class Event(NamedTuple):
    """What happens, and the number from which every choice in it is drawn."""

    kind: str
    number: int


def events(seed: int, count: int, *, more: Mapping[str, float] = MappingProxyType({})) -> list[Event]:
    """So many events; leave some out, and the others still are what they were.

    `more`: what comes more often; those of the poster dialog come only when they are asked for.
    """
    chance = random.Random(seed)
    kinds = [kind for kind in ACTS if kind in more or kind not in mischief_in_posters.ACTS]
    weights = [ACTS[kind][1] * more.get(kind, 1) for kind in kinds]
    return [Event(chance.choices(kinds, weights)[0], chance.getrandbits(32)) for _ in range(count)]


class Gremlin:
    """Plays events on a window. What it can drop on it lies in `things`."""

    def __init__(self, window: StudyWindow, things: Iterable[Path] = ()) -> None:
        self.window = window
        self.things = sorted(things)
        self.chance = random.Random()
        self.done: list[str] = []
        self.fingers: dict[int, QPoint] = {}
        self.held_over: QWidget | None = None
        """What something is dragged over and not let go."""
        self._since: float | None = None

    def play(self, wanted: Iterable[Event], after: Callable[[], object] = lambda: None) -> None:
        """Do it all; `after` each event somebody may look."""
        watch = QTimer(self.window, interval=100)
        watch.timeout.connect(self._unstick)
        watch.start()
        for event in wanted:
            self.step(event)
            after()
        watch.stop()
        watch.deleteLater()
        self.settle()
        after()

    def step(self, event: Event) -> None:
        self.chance = random.Random(event.number)
        self._muzzle()
        top = self.top()
        self.tell(f"{event.kind} {event.number} on {type(top).__name__} {top.objectName()}")
        self._since = monotonic()
        if isinstance(top, QFileDialog) or (isinstance(top, QDialog) and self.chance.random() < 0.12):
            top.close()  # a file dialog would let it delete what lies on the disk
            self.tell("closed it")
        else:
            ACTS[event.kind][0](self, top)
        self._since = None
        if self.chance.random() < 0.3:
            QApplication.processEvents()
        self._send_others_away()

    def tell(self, what: str) -> None:
        self.done.append(what)

    def settle(self) -> None:
        """Let go of everything that is open or held."""
        mischief_in_rooms.stop(self)
        mischief.end_drag(self)
        for _ in range(30):
            top = self.top()
            if top is self.window:
                break
            top.close()
            QApplication.processEvents()
        map_ = self.window.view.map
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            QTest.mouseRelease(map_.viewport(), button, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
        mischief_in_views.lift_fingers(self)
        map_.cancel_gesture()
        self.window.view.flush()
        tasks.wait_for_all()
        QApplication.processEvents()
        self._send_others_away()

    def _muzzle(self) -> None:
        """Also a plain click in a menu may hit what leaves; another language makes every command anew."""
        for code in LEAVES:
            self.window.actions_by_code[code].blockSignals(True)

    def _unstick(self) -> None:
        if self._since is not None and monotonic() - self._since > STUCK_S:
            self.tell("stuck: Escape")
            QTest.keyClick(QApplication.activePopupWidget() or self.window, Qt.Key.Key_Escape)

    def _send_others_away(self) -> None:
        """A dropped or recent file opens in a window of its own."""
        for other in QApplication.topLevelWidgets():
            if other is not self.window and other.objectName() == "study" and other.isVisible():
                self.tell("another window closed")
                if other.file is not None:
                    other.file.close(discard=True)
                other.finish()

    # Where

    def top(self) -> QWidget:
        """What would get the user's clicks now."""
        for found in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if found is not None:
                return found
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return self.chance.choice((*dialogs, self.window))

    def target(self, top: QWidget) -> tuple[QWidget, QPoint]:
        """Somewhere in it, often in the part with the focus."""
        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is top and self.chance.random() < 0.2:
            return focused, self.within(focused)
        if top is self.window and self.chance.random() < 0.3:
            shown = self.window.view.views.widget_shown
            return self._deepest(shown, self.within(shown))
        return self._deepest(top, self.within(top))

    def _deepest(self, widget: QWidget, point: QPoint) -> tuple[QWidget, QPoint]:
        found = widget.childAt(point) or widget
        return found, found.mapFrom(widget, point)

    def within(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def receiver(self, top: QWidget) -> QWidget:
        """Who gets the keys."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and focused.window() is top.window() else top

    def command(self, code: str) -> None:
        """One of the window's commands, when it can be given."""
        action = self.window.actions_by_code[code]
        if code not in LEAVES and action.isEnabled():
            self.tell(f"command {code}")
            with suppress(RuntimeError):  # a command that makes every command anew takes itself away
                action.trigger()
