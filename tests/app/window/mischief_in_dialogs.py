"""What a gremlin does in the dialogs about a study as a whole, and among its snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from app.snapshots.view import SnapshotsView
from tests.app.window.mischief import SHORT, TEXTS, keys_in
from tests.app.window.mischief_in_findings import anything

if TYPE_CHECKING:
    from tests.app.window.gremlins import Gremlin

K = Qt.Key
COMMANDS = (
    *("share", "privacy", "privacy", "versions", "local_data", "problem", "merge", "settings", "settings"),
    *("portfolio", "branch", "import", "export", "save_as", "open", "about", "shortcuts", "help", "severity"),
)


def _dialogs(gremlin: Gremlin) -> list[QDialog]:
    """Those that are open; in one for files it would delete what lies on the disk."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return [dialog for dialog in found if not isinstance(dialog, QFileDialog)]


def _dialog(gremlin: Gremlin, top: QWidget) -> None:
    """One of them is opened, everything in it is tried, and mostly it is closed again."""
    if top is gremlin.window:
        gremlin.command(gremlin.chance.choice(COMMANDS))
    QApplication.processEvents()
    for dialog in _dialogs(gremlin):
        if isValid(dialog) and dialog.isVisible():
            _rows(gremlin, dialog)
            anything(gremlin, dialog, TEXTS)
        if isValid(dialog) and gremlin.chance.random() < 0.6:
            QTest.keyClick(dialog, K.Key_Escape)


def _rows(gremlin: Gremlin, part: QWidget) -> None:
    """Some row of a list in it."""
    found = [one for one in part.findChildren(QAbstractItemView) if one.isVisible() and one.model() is not None]
    if found:
        chosen = gremlin.chance.choice(found)
        rows = chosen.model().rowCount()
        if rows:
            chosen.setCurrentIndex(chosen.model().index(gremlin.chance.randrange(rows), 0))


def _snapshot(gremlin: Gremlin, top: QWidget) -> None:
    """A snapshot is kept under any name; the list of them is opened, and everything in it is tried."""
    if top is not gremlin.window:
        return
    if gremlin.chance.random() < 0.5:
        gremlin.command("snapshot")
        keys_in(gremlin, gremlin.chance.choice(SHORT)[:10])
        QTest.keyClick(
            gremlin.receiver(gremlin.top()), gremlin.chance.choice((K.Key_Return, K.Key_Return, K.Key_Escape))
        )
    gremlin.command("snapshots")
    shown = [page for page in gremlin.window.findChildren(SnapshotsView) if page.isVisible()]
    for page in shown:
        _rows(gremlin, page)
        anything(gremlin, page, TEXTS)


ACTS = {"dialog": (_dialog, 4), "snapshot": (_snapshot, 2.5)}
"""Name of an event → what it does, and how often it comes."""
