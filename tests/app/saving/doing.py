"""What a user does with a window and sees of it, and what others do with its file."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from journeys.edits import steps
from journeys.store.opener import open_file

COMPUTER = "Bewaard op deze computer, bestand volgt"


def rename(window, title, number=0):
    """Give one step another title, as one edit; False when it was refused."""
    step = list(window.session.document.steps.values())[number]
    return window.history.perform(steps.rename(window.session.document, step.id, title))


def titles(document):
    return {step.title for step in document.steps.values()}


def titles_in(path):
    return titles(open_file(path).document)


def save(qtbot, window):
    window.actions_by_code["save"].trigger()
    settled(qtbot, window)


def settled(qtbot, window):
    qtbot.waitUntil(lambda: window.file._publishing is None)


def shown(window):
    """The save state as it is seen: the sentence, why, and what the button offers."""
    status = window.status
    return status.saved.text(), status.why.text().removeprefix("· "), status.save_button.text()


def offered(window):
    """The answers of the message; a layout shows its new buttons a moment later."""
    QCoreApplication.sendPostedEvents()
    return [button.text() for button in window.bar.findChildren(QPushButton) if button.text() and not button.isHidden()]


def press(parent, text):
    QCoreApplication.sendPostedEvents()
    next(b for b in parent.findChildren(QPushButton) if b.text() == text and not b.isHidden()).click()


def choose(window, path):
    """Answer the file dialog that the window shows."""
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


def dialogs(window):
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def listing(folder):
    """All that can be seen of a folder from outside, but for when it was read."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        about = path.lstat()
        data = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path)] = (data, about.st_size, about.st_mtime_ns, about.st_ino, about.st_mode, about.st_nlink)
    return found


def conflicts(path):
    return sorted(path.parent.glob("*(conflict *.levensreis"))
