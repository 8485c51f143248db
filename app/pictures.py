"""The real window, painted without a screen: for the manual, for tests and for looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from app.dress import dress
from app.window import StudyWindow
from journeys.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.settings import Theme
    from journeys.i18n import Language


def save(  # noqa: PLR0913 - what a picture can have, by name
    app: QApplication,
    path: Path,
    out: Path,
    *,
    view: str = "map",
    journey: str | None,
    size: tuple[int, int],
    theme: Theme | None,
    language: Language | None,
    lens: str | None = None,
    saved: str | None = None,
) -> int:
    """Paint the window with the study in `path` and write it to `out`; `saved`: as this saved view shows it."""
    from app.files import StudyFile
    from journeys.cli import finding
    from journeys.store.opener import open_file

    opened = open_file(path)
    wanted = finding.journeys(opened.document, journey)[0] if journey else None
    window = StudyWindow(dress(app, language, theme or "light", 100))
    window.seen = False
    file = StudyFile(opened.document, path.absolute(), images=opened.images, identity=opened.identity)
    window.open_study(opened.document, file)
    try:
        show(window, size, wanted, view)
        if saved is not None and window.view is not None:
            from app.saved_views import chosen

            chosen.of(window.view).show(saved)
            settle()
        if lens is not None and window.view is not None:
            settle()
            window.view.show_lens(lens)
            settle()
        return _write(window, out)
    finally:
        if window.file is not None:
            window.file.close()
        window.finish()
        settle()


def show(
    window: StudyWindow, size: tuple[int, int], journey: str | None = None, view: str = "map", panel: str = "gaps"
) -> None:
    """Bring the window to rest at this size: everything laid out, the whole map in sight."""
    window.resize(*size)
    window.show()
    settle()
    shown = window.view
    if shown is None:
        return
    if journey is not None:
        shown.show_journey(journey)
    shown.panes.share_width(size[0], shown.percent)
    shown.refresh_findings()
    shown.tabs.show_panel(panel)
    shown.show_view(view)
    settle()
    shown.map.zoom_to_fit()
    settle()


def settle() -> None:
    """Let everything that was put off be done."""
    from app import tasks

    for _ in range(4):
        tasks.wait_for_all()  # pictures on the map are decoded in a worker
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _write(window: StudyWindow, out: Path) -> int:
    from PySide6.QtCore import QBuffer, QIODevice

    from journeys.store.files import write_whole

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not window.grab().save(buffer, "PNG"):
        raise FileError("file.not_written", path=str(out), name=out.name)
    write_whole(out, bytes(buffer.data().data()))
    return 0
