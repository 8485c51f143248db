"""What stands beside a window while its words or look change: built anew, called back, or waited for.

A dialog that may stay open says how it takes another dress: with a method `redress(dress)` it changes itself, with a
property "command" it is closed and called again by that command, with a method `again()` that gives a function of the
window, it is closed and that is called. Anything else that does not hold the window up is closed. A question that does
is never taken away: what was typed in it stays, and the window changes as soon as it is answered.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressDialog
from shiboken6 import isValid

from app.plain import put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.dress import Dress
    from app.study_view import StudyView
    from app.window import StudyWindow

PutUp: TypeAlias = "Callable[[Dress], object]"
Back: TypeAlias = "Callable[[StudyWindow], object]"
OPEN: Final = ("parking", "timer")
"""Strips that stay open."""
WRITTEN: Final = ("quick", "find", "parking", "snapshot")
"""Strips with a line in which something may stand that is nowhere else yet."""


def taken_down(window: StudyWindow, take_down: Callable[[], PutUp]) -> PutUp:
    """Take the window's content down with `take_down`, and what stands beside it; gives what puts it up in its dress.

    While somebody must answer first all stays as it is, and the window waits with its new dress.
    """
    waiting = window.findChild(Waiting, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if questions(window):
        return (waiting or Waiting(window, take_down)).wait
    if waiting is not None:
        waiting.stop()
    back, words = put_aside(window), typed(window.view)
    return partial(_put_up, window, take_down(), back, words)


def _put_up(window: StudyWindow, put_up: PutUp, back: list[Back], words: dict[str, list[str]], dress: Dress) -> None:
    put_up(dress)
    type_again(window.view, words)
    for call in back:
        call(window)


def questions(window: StudyWindow) -> list[QDialog]:
    """What is shown and holds the window up, or shows how far its work is."""
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return [dialog for dialog in shown if dialog.isModal() or isinstance(dialog, QProgressDialog)]


def put_aside(window: StudyWindow) -> list[Back]:
    """Close what cannot change itself; gives what brings it back afterwards."""
    back: list[Back] = []
    for dialog in window.findChildren(QDialog):
        if dialog.objectName() == "poster" or not dialog.isVisible():  # the window calls the poster back itself
            continue
        redress, again = (getattr(dialog, name, None) for name in ("redress", "again"))
        if redress is not None:
            back.append(partial(_dress, redress))
            continue
        if again is not None:
            back.append(again())
        elif dialog.property("command"):
            back.append(partial(_call, dialog.property("command")))
        dialog.close()
    return back


def _dress(redress: Callable[[Dress], object], window: StudyWindow) -> None:
    redress(window.dress)


def _call(code: str, window: StudyWindow) -> None:
    window.actions_by_code[code].trigger()


class Standing(NamedTuple):
    """What one sees of a study, and how."""

    journey: str | None
    selected: tuple[str, ...]
    view: str
    panel: str
    choices: Mapping[str, Any]
    lens: str | None
    strips: tuple[str, ...]
    lists_away: bool
    panel_away: bool


def standing(view: StudyView, *, unfolded: bool) -> Standing:
    """How the study is shown now; `unfolded`: lists and panel come back, as they were folded for a room."""
    shown = view.map
    return Standing(
        view.context.journey, tuple(shown.selected()), view.views.code, view.tabs.code, shown.choices,
        view.context.lens,
        tuple(code for code in OPEN if code in view.strips and not view.strips[code].isHidden()),
        view.sidebar.isHidden() and not unfolded, view.tabs.isHidden() and not unfolded,
    )  # fmt: skip


def stand(view: StudyView, held: Standing) -> None:
    """Show the study like that again."""
    if held.journey is not None:
        view.show_journey(held.journey)
    view.map.select(list(held.selected))
    view.map.set_choices(**held.choices)
    view.show_lens(held.lens)
    view.show_view(held.view)
    view.tabs.show_panel(held.panel)
    view.sidebar.setHidden(held.lists_away)
    view.tabs.setHidden(held.panel_away)
    for code in held.strips:
        view.strip(code).show()
    view.changed.emit()


def typed(view: StudyView | None) -> dict[str, list[str]]:
    """What stands in the lines of the strips that are open, and was not entered yet."""
    open_ = {code: view.strips[code] for code in WRITTEN if code in view.strips} if view is not None else {}
    found = {code: [line.text() for line in _lines(strip)] for code, strip in open_.items() if not strip.isHidden()}
    return {code: words for code, words in found.items() if any(words)}


def type_again(view: StudyView | None, words: dict[str, list[str]]) -> None:
    """Put it back where it stood."""
    if view is None:
        return
    for code, held in words.items():
        strip = view.strip(code)
        strip.show()
        lines = _lines(strip)
        for line, text in zip(lines, held, strict=False) if len(lines) == len(held) else ():
            put(line, text)


def _lines(strip: QWidget) -> list[QLineEdit]:
    """Those one writes in; Qt's own inside fields for numbers are none."""
    return [line for line in strip.findChildren(QLineEdit) if not line.objectName().startswith("qt_")]


class Waiting(QObject):
    """Holds the newest dress until every question was answered."""

    def __init__(self, window: StudyWindow, take_down: Callable[[], PutUp]) -> None:
        super().__init__(window)
        self._window, self._take_down = window, take_down
        self._dress: Dress | None = None

    def wait(self, dress: Dress) -> None:
        """Try again when one of them goes."""
        if self._dress is None:
            for dialog in questions(self._window):
                dialog.finished.connect(self._soon)
                dialog.destroyed.connect(self._soon)
        self._dress = dress

    def stop(self) -> None:
        """Somebody else dresses the window now."""
        self._dress = None

    def _soon(self) -> None:
        if isValid(self) and isValid(self._window):
            QTimer.singleShot(0, self, self._again)

    def _again(self) -> None:
        dress, self._dress = self._dress, None
        if dress is not None:
            taken_down(self._window, self._take_down)(dress)
