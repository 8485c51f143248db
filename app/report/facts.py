"""What helps to understand a problem: versions, the computer, the screens, settings, the log; nothing of anybody."""

from __future__ import annotations

import getpass
import os
import platform
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import PySide6
from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QGuiApplication

from app import logbook, mishaps, settings
from journeys import licences, portable
from journeys.i18n import MSGIDS, TONGUES
from journeys.settings import administrator
from journeys.store.connections import library_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.window import StudyWindow
    from journeys.i18n import Words

LINES: Final = 60
"""Lines of the log: what went before a problem, and still something one can read."""
SHORTEST: Final = 3
"""A name of fewer letters stands inside too many words to be taken out."""


def in_one_line() -> str:
    """What runs, and on what: for the log."""
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()}@{screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    carried = " portable" if portable.folder() is not None else ""
    return (
        f"Levensreis {licences.version() or '?'}{carried}, {_system()}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {QGuiApplication.platformName()}, {screens}"
    )


def text(window: StudyWindow) -> str:
    """The whole of it, in the words of the window; what names somebody is taken out."""
    say = window.dress.say
    parts = (
        (say("Program"), _program()), (say("Screens"), _screens(say)), (say("Settings"), _settings(window)),
        (say("Open study"), _study(window)), (say("Last crash"), _crash(say)),
        (say("Last lines of the log"), _lines(say)),
    )  # fmt: skip
    whole = "\n\n".join(f"{title}\n" + "\n".join(f"  {line}" for line in lines) for title, lines in parts)
    return scrubbed(whole)


def _program() -> list[str]:
    kind = "frozen" if getattr(sys, "frozen", False) else "installed" if licences.version() else "source"
    carried = ", portable" if portable.folder() is not None else ""
    return [
        f"Levensreis {licences.version() or '?'} ({kind}{carried})",
        _system(),
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"SQLite {library_version()}",
    ]


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()}".strip()


def _screens(say: Words) -> list[str]:
    found = [
        f"{screen.size().width()} × {screen.size().height()}, ×{screen.devicePixelRatio():g}, "
        f"{screen.logicalDotsPerInch():.0f} dpi, {screen.refreshRate():.0f} Hz"
        for screen in QGuiApplication.screens()
    ]
    return [say("Window system: {name}", name=QGuiApplication.platformName()), *found]


def _settings(window: StudyWindow) -> list[str]:
    dress, say = window.dress, window.dress.say
    on = {True: say("Yes").lower(), False: say("No").lower()}
    return [
        say("Language: {name}", name=say.language),
        say("Theme: {name}", name=f"{settings.theme()} → {dress.look}"),
        say("Text size: {n} %", n=dress.percent),
        say("Large, for a room: {answer}", answer=on[dress.large]),
        say("Without motion: {answer}", answer=on[settings.calm()]),
        say("Files in the list: {n}", n=len(settings.remembered_files())),
        say("Qt's own translations: {answer}", answer=on[_translated(say)]),
        *_administrators(say),
    ]


def _administrators(say: Words) -> list[str]:
    """Which settings are not the user's own, and how many lines were passed over; no values, no paths."""
    rules = administrator.rules()
    wrong = len(rules.complaints)
    said = [
        say("Fixed by the administrator: {keys}", keys=", ".join(sorted(rules.fixed))) if rules.fixed else "",
        say("Default of the administrator: {keys}", keys=", ".join(sorted(rules.defaults))) if rules.defaults else "",
        say.many(
            "{n} line of the administrator was passed over", "{n} lines of the administrator were passed over", wrong
        ) if wrong else "",
    ]  # fmt: skip
    return [line for line in said if line]


def _translated(say: Words) -> bool:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    codes = (say.language, TONGUES[say.language].texts)
    return say.language == MSGIDS or any(Path(folder, f"qtbase_{code}.qm").is_file() for code in codes)


def _study(window: StudyWindow) -> list[str]:
    say = window.dress.say
    if window.session is None or window.file is None:
        return [say("None")]
    tables = window.session.document.tables
    sizes = ", ".join(f"{kind} {len(table)}" for kind, table in tables.items() if table)
    state = window.file.state
    code = f" ({state.error.code})" if state.error is not None else ""
    view = window.view.views.code if window.view is not None else "?"
    return [
        sizes,
        say("Pictures: {n}", n=len(window.file.images())),
        say("Snapshots: {n}", n=len(window.file.snapshots())),
        say("Saved: {state}", state=f"{state.kind}{code}"),
        say("View: {name}", name=view),
    ]


def _crash(say: Words) -> list[str]:
    try:
        found = (mishaps.log_folder() / mishaps.LAST).read_text("utf-8", "replace").splitlines()
    except OSError:
        found = []
    return found or [say("None")]


def _lines(say: Words) -> list[str]:
    return logbook.lines(mishaps.log_folder(), LINES) or [say("None")]


def scrubbed(whole: str) -> str:
    """The same without folders, names of who is logged in or of the computer, should any have slipped through."""
    for word, instead in _personal():
        pattern = re.escape(word) if os.sep in word else rf"(?<!\w){re.escape(word)}(?!\w)"
        whole = re.sub(pattern, instead, whole, flags=re.IGNORECASE)
    return whole


def _personal() -> Iterator[tuple[str, str]]:
    for folder in (mishaps.log_folder().parent, Path.home()):
        yield str(folder), "~"
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    for word, instead in ((user, "<user>"), (platform.node(), "<computer>"), (Path.home().name, "<user>")):
        if len(word) >= SHORTEST and word.casefold() not in ("root", "user", "home"):
            yield word, instead
