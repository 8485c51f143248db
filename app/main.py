"""Builds the application and connects all its parts; everything Qt starts here, nothing imports this."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import overrides, taskbar

overrides.make_safe()  # before any class of ours is made

from app.instance.application import Application  # noqa: E402 - see above
from app.program import Program  # noqa: E402 - see above
from journeys.identity import APP_ID, NAME  # noqa: E402 - see above

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.instance.claim import Claim
    from journeys.i18n import Language


def run(paths: Sequence[Path] = (), language: Language | None = None, claim: Claim | None = None) -> int:
    """The windows, until the last one is closed. The frame is painted first, then the studies are loaded.

    `claim`: on being the program that takes over what later starts are asked to open.
    """
    from app import mishaps

    mishaps.watch()
    gc.disable()  # a collection while loading finds nothing to free and costs time
    app = application()
    try:
        program = Program(app, language, on_screen=True)
        mishaps.catch(program.tell_mishap)
        program.new_window()
        app.processEvents()
    except Exception:  # noqa: BLE001 - whatever it is, somebody waits for a window
        from app import unstarted

        sys.excepthook(*sys.exc_info())
        if claim is not None:
            claim.let_go()
        return unstarted.tell(app)
    QTimer.singleShot(0, program, lambda: _load(program, paths, claim))
    code = app.exec()
    from app.tasks import wait_for_all

    wait_for_all()
    mishaps.ended()
    return code


def _load(program: Program, paths: Sequence[Path], claim: Claim | None) -> None:
    from app.instance import serving

    QTimer.singleShot(50, program, lambda: _settle(program, claim))  # also when what follows fails
    _obey_the_system(program)
    app = QCoreApplication.instance()
    asked = app.on_open(lambda path: serving.take_file(program, path)) if isinstance(app, Application) else ()
    serving.open_all(program, (*paths, *asked))


def _obey_the_system(program: Program) -> None:
    """Log-off, Ctrl+C in the terminal and a polite kill: store everything, then go, without a question."""
    from app import farewell, in_sight

    farewell.on_signals(program, program.end)
    app = QCoreApplication.instance()
    if isinstance(app, QApplication):
        in_sight.follow(app)
        app.commitDataRequest.connect(lambda _: program.log_off(), Qt.ConnectionType.DirectConnection)


def _settle(program: Program, claim: Claim | None = None) -> None:
    """What can wait until the picture stands."""
    from app import mishaps

    if claim is not None:
        from app.instance import serving

        # after all below: who listens while it cannot answer is taken for one that hangs
        QTimer.singleShot(0, program, lambda: serving.begin(program, claim))
    mishaps.keep_log()
    _note_start()
    _obey_the_administrator()
    crashed = mishaps.take_crash()
    program.tell_untold()
    if program.windows:
        program.look_after_work_folder(program.windows[0])
        program.offer_recovery(program.windows[0], crashed=crashed)
    _tidy(program)
    gc.collect()
    gc.freeze()
    gc.enable()


def _tidy(program: Program) -> None:
    """What was kept as long as it may be goes."""
    from app import tasks
    from journeys.store import local_data

    tasks.start(lambda _: local_data.expire(), program, failed=tasks.our_mistake)


def _note_start() -> None:
    from app import logbook
    from app.report import facts

    logbook.wrote(f"started: {facts.in_one_line()}")


def _obey_the_administrator() -> None:
    from app import logbook, settings
    from journeys.settings import administrator

    settings.forget_what_may_not_be()
    for one in administrator.rules().complaints:
        logbook.wrote(f"{administrator.FILE}, line {one.line}: {one.code} {one.key}".rstrip())


def application() -> QApplication:
    """The one application object."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("levensreis")
    QGuiApplication.setApplicationDisplayName(NAME)
    QGuiApplication.setDesktopFileName(APP_ID)
    QCoreApplication.setOrganizationName(NAME)
    _keep_beside()
    app = Application(sys.argv[:1])
    taskbar.introduce(app)
    return app


def _keep_beside() -> None:
    """What Qt itself remembers, such as where its file dialog was, is no exception in a portable program."""
    from journeys import portable

    beside = portable.folder()
    if beside is not None:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(beside))


def picture(  # noqa: PLR0913 - what a picture can have, by name
    path: Path,
    out: Path,
    *,
    view: str = "map",
    journey: str | None = None,
    size: tuple[int, int] = (1680, 1050),
    theme: str | None = None,
    language: Language | None = None,
    lens: str | None = None,
    saved: str | None = None,
) -> int:
    """The real window with this study, as a PNG; nothing is written but the picture. Raises LevensreisError."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    from app import pictures, settings

    chosen = next((known for known in settings.THEMES if known == theme), None)
    return pictures.save(
        app, path, out, view=view, journey=journey, size=size, theme=chosen, language=language, lens=lens, saved=saved
    )
