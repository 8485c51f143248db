"""The one way out of the program: a page on the web, asked for beforehand, or a file that was just written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from app.plain import plain_box

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.window import StudyWindow
    from journeys.i18n import Words


def address(url: str) -> str | None:
    """The address as it may be opened: http or https, with a host and without a name before it; else None."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    if any(char.isspace() or not char.isprintable() for char in url.strip()) or port == 0:
        return None
    return url.strip()


def ask_open(parent: QWidget, url: str, say: Words) -> QMessageBox | None:
    """Ask whether to open a page in the browser, its whole address in sight; None when it is no web page."""
    known = address(url)
    if known is None:
        return None
    box = plain_box(
        parent, "question", say("Open a web page"), say("Open this page in your browser?"),
        say("{address}\n\nYour browser connects to the internet; Levensreis itself does not.", address=known),
    )  # fmt: skip
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    go = box.addButton(say("Open page"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    go.clicked.connect(lambda: _open(known))
    box.open()
    return box


def _open(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))


def open_pdf(path: Path) -> bool:
    """Show a PDF of ours in the computer's own viewer; False when there is none, or no such file."""
    return path.suffix.lower() == ".pdf" and path.is_file() and _open_local(path)


def open_made(path: Path) -> bool:
    """Show a file that was just exported in the computer's own program for it; False when there is none.

    Only what we write ourselves: what runs by being opened is not among it.
    """
    from journeys.exchange import formats

    known = {suffix for each in formats.written() for suffix in each.suffixes}
    return path.suffix.lower() in known and path.is_file() and _open_local(path)


def open_folder(path: Path) -> bool:
    """Show a folder in the computer's own file manager; False when there is none."""
    return path.is_dir() and _open_local(path)


def show_folder(window: StudyWindow, path: Path) -> None:
    """Show the folder of a file; where nothing can, say where the file is."""
    if not open_folder(path.parent) and window.bar is not None:
        window.bar.tell(window.dress.say("The file is here: {path}", path=path))


def _open_local(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
