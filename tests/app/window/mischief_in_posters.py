"""What a gremlin does in the poster dialog: every choice, page and zoom, and the map edited behind its back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from shiboken6 import isValid

from app.dialogs.poster import PosterDialog
from journeys.edits import steps
from journeys.errors import EditError, StoreError
from tests.app.window.mischief import TEXTS, keys_in

if TYPE_CHECKING:
    from tests.app.window.gremlins import Gremlin

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
KEYS = (K.Key_0, K.Key_1, K.Key_Plus, K.Key_Minus, K.Key_P)


def _open(gremlin: Gremlin, top: QWidget) -> None:
    if top is gremlin.window:
        gremlin.command("poster")


def _dialog(gremlin: Gremlin, top: QWidget) -> PosterDialog | None:
    """The one that is open, where a user could reach it."""
    if isinstance(top, PosterDialog):
        return top
    return next((each for each in gremlin.window.findChildren(PosterDialog) if each.isVisible()), None)


def _option(gremlin: Gremlin, top: QWidget) -> None:
    """A few choices, one after another, as somebody does who looks for what suits; mostly without a pause."""
    dialog = _dialog(gremlin, top)
    for _ in range(gremlin.chance.choice((1, 1, 2, 6))):
        if dialog is None or not isValid(dialog) or dialog.left:
            return
        fields = (*dialog.findChildren(QAbstractButton), *dialog.findChildren(QComboBox))
        able = [f for f in (*fields, *dialog.findChildren(QSpinBox)) if f.isVisible() and f.isEnabled()]
        able = [field for field in able if field not in (dialog.foot.save, dialog.foot.print_it)]
        if able:
            _choose(gremlin, gremlin.chance.choice(able))
        if gremlin.chance.random() < 0.4:
            QApplication.processEvents()


def _choose(gremlin: Gremlin, field: QWidget) -> None:
    gremlin.tell(f"{type(field).__name__} {field.accessibleName()!r}")
    if isinstance(field, QComboBox):
        field.setCurrentIndex(gremlin.chance.randrange(max(1, field.count())))
        field.activated.emit(field.currentIndex())
    elif isinstance(field, QSpinBox):
        field.setFocus()
        field.selectAll()
        keys_in(gremlin, gremlin.chance.choice(("0", "999", "-5", "37", "", "x", "2000")))
        QTest.keyClick(field, gremlin.chance.choice((K.Key_Return, K.Key_Tab, K.Key_Up, K.Key_Down)))
    else:
        QTest.mouseClick(field, B.LeftButton, M.NoModifier, field.rect().center())


def _write(gremlin: Gremlin, top: QWidget) -> None:
    """Words in its fields: an address, a size of paper."""
    dialog = _dialog(gremlin, top)
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()] if dialog is not None else []
    if fields:
        field = gremlin.chance.choice(fields)
        field.setFocus()
        field.selectAll()
        keys_in(gremlin, gremlin.chance.choice((*TEXTS, "https://voorbeeld.nl", "148x148", "900 x 600", "9x9"))[:20])
        QTest.keyClick(field, gremlin.chance.choice((K.Key_Return, K.Key_Tab)))


def _look(gremlin: Gremlin, top: QWidget) -> None:
    """Zoom and drag the page, turn it, and make the dialog larger or smaller."""
    dialog = _dialog(gremlin, top)
    if dialog is None:
        return
    page, chance = dialog.page.viewport() if hasattr(dialog.page, "viewport") else dialog.page, gremlin.chance
    match chance.choice(("wheel", "drag", "turn", "key", "resize")):
        case "wheel":
            at = gremlin.within(page)
            turn = QPoint(0, chance.choice((-1200, -120, 120, 1200)))
            held = chance.choice((M.NoModifier, M.ControlModifier))
            QApplication.sendEvent(page, QWheelEvent(
                QPointF(at), QPointF(page.mapToGlobal(at)), QPoint(), turn, B.NoButton, held,
                Qt.ScrollPhase.NoScrollPhase, False,
            ))  # fmt: skip
        case "drag":
            QTest.mousePress(page, B.LeftButton, M.NoModifier, gremlin.within(page))
            QTest.mouseMove(page, gremlin.within(page))
            QTest.mouseRelease(page, B.LeftButton, M.NoModifier, gremlin.within(page))
        case "turn":
            dialog.pages.turned.emit(chance.choice((-1, 1, 1, 5)))
        case "key":
            QTest.keyClick(dialog, chance.choice(KEYS), M.ControlModifier)
        case _:
            dialog.resize(QSize(chance.randrange(1, 1900), chance.randrange(1, 1300)))


def _edit(gremlin: Gremlin, top: QWidget) -> None:
    """The study becomes another one while a page of it is being made."""
    window = gremlin.window
    document, chance = window.session.document, gremlin.chance
    if _dialog(gremlin, top) is None or not document.steps:
        return
    step = chance.choice(sorted(document.steps))
    with suppress(EditError, StoreError):
        if chance.random() < 0.3:
            window.history.perform(steps.delete(document, [step]))
        else:
            window.history.perform(steps.rename(document, step, chance.choice(TEXTS)[:40]))


def _leave(gremlin: Gremlin, top: QWidget) -> None:
    """Closed in the middle of whatever is being made, and perhaps opened again at once."""
    dialog = _dialog(gremlin, top)
    if dialog is not None:
        dialog.close() if gremlin.chance.random() < 0.5 else QTest.keyClick(dialog, K.Key_Escape)
        if gremlin.chance.random() < 0.7:
            gremlin.command("poster")


ACTS = {
    "poster": (_open, 2), "poster option": (_option, 5), "poster write": (_write, 2), "poster look": (_look, 4),
    "poster edit": (_edit, 3), "poster leave": (_leave, 1.5),
}  # fmt: skip
"""Name of an event → what it does, and how often it comes."""
