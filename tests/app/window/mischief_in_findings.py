"""What a gremlin does with what the study tells: findings, traces, the network, dates, scopes, processes, branches."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.dialogs.branches import BranchDialog
from app.ecosystem.view import EcosystemView
from app.panels.real_dates import DatesPanel
from app.portfolio.dialog import PortfolioDialog
from journeys.edits import entities, processes, steps
from journeys.errors import EditError, StoreError
from tests.app.window.mischief import SHORT, TEXTS, keys_in

if TYPE_CHECKING:
    from journeys.model.fields import Kind
    from tests.app.window.gremlins import Gremlin

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
DATES = ("1-1-2027", "29-2-2028", "31-12-9999", "1-1-1", "2027", "gisteren", "", "12 mei 2026")


def _press_one(gremlin: Gremlin, part: QWidget) -> None:
    """Any button in it that a user could press."""
    able = [b for b in part.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    if able:
        button = gremlin.chance.choice(able)
        gremlin.tell(f"pressed {button.accessibleName() or button.text()!r}")
        QTest.mouseClick(button, B.LeftButton, M.NoModifier, button.rect().center())


def _write_in(gremlin: Gremlin, part: QWidget, texts: tuple[str, ...]) -> None:
    """Words in any field in it, and often the key that ends them."""
    found = (*part.findChildren(QLineEdit), *part.findChildren(QPlainTextEdit))
    able = [field for field in found if field.isVisible() and field.isEnabled()]
    if able:
        field = gremlin.chance.choice(able)
        field.setFocus()
        QTest.keyClick(field, K.Key_A, M.ControlModifier)
        keys_in(gremlin, gremlin.chance.choice(texts)[:12])
        if isValid(field) and gremlin.chance.random() < 0.7:
            QTest.keyClick(
                gremlin.receiver(gremlin.top()), gremlin.chance.choice((K.Key_Return, K.Key_Tab, K.Key_Escape))
            )


def _choose_in(gremlin: Gremlin, part: QWidget) -> None:
    able = [box for box in part.findChildren(QComboBox) if box.isVisible() and box.isEnabled() and box.count()]
    if able:
        box = gremlin.chance.choice(able)
        box.setFocus()
        QTest.keyClick(box, gremlin.chance.choice((K.Key_Down, K.Key_Up, K.Key_End, K.Key_Home)))


def anything(gremlin: Gremlin, part: QWidget, texts: tuple[str, ...] = SHORT) -> None:
    """Something in it: a button, mostly."""
    for _ in range(gremlin.chance.choice((1, 1, 2, 4))):
        if not isValid(part) or not part.isVisible():
            return
        if gremlin.chance.random() < 0.6:
            _press_one(gremlin, part)
        elif gremlin.chance.random() < 0.5:
            _write_in(gremlin, part, texts)
        else:
            _choose_in(gremlin, part)
        if gremlin.chance.random() < 0.3:
            QApplication.processEvents()


def _findings(gremlin: Gremlin, top: QWidget) -> None:
    """The panel of findings: numbers, reasons, mutes, opportunities, lenses; and on to the next."""
    if top is not gremlin.window:
        return
    gremlin.command(gremlin.chance.choice(("findings", "next_finding", "previous_finding", "next_gap")))
    tabs = gremlin.window.view.tabs
    if tabs.code == "findings":
        anything(gremlin, tabs.panel("findings"), TEXTS)


def _trace(gremlin: Gremlin, top: QWidget) -> None:
    """The strip of what was counted: its rows, its buttons, its keys."""
    strip = gremlin.window.view.strips.get("trace")
    if top is not gremlin.window or strip is None or not strip.isVisible():
        return
    rows = strip.list.topLevelItemCount()
    if rows and gremlin.chance.random() < 0.6:
        item = strip.list.topLevelItem(gremlin.chance.randrange(rows))
        strip.list.setCurrentItem(item)
        QTest.mouseClick(strip.list.viewport(), B.LeftButton, M.NoModifier, strip.list.visualItemRect(item).center())
    elif gremlin.chance.random() < 0.5:
        _press_one(gremlin, strip)
    else:
        QTest.keyClick(strip.list, gremlin.chance.choice((K.Key_Return, K.Key_Escape, K.Key_Down, K.Key_End)))


def _pull_away(gremlin: Gremlin, top: QWidget) -> None:
    """What is told of goes: a step, phase, party, persona or journey, while all that names it is open."""
    history, document, chance = gremlin.window.history, gremlin.window.session.document, gremlin.chance
    if top is not gremlin.window:
        return
    kind: Kind = chance.choice(("step", "step", "phase", "party", "persona", "journey", "fact", "note"))
    held = sorted(document.tables[kind])
    with suppress(EditError, StoreError):
        if kind == "step" and held:
            history.perform(steps.delete(document, chance.sample(held, min(len(held), chance.choice((1, 3, 20))))))
        elif held:
            history.perform(entities.delete(document, kind, chance.choice(held)))


def _network(gremlin: Gremlin, top: QWidget) -> None:
    """The network of parties: circles, lines, keys, choices; and a party that goes while it is pointed at."""
    if top is not gremlin.window:
        return
    gremlin.command("ecosystem")
    shown, chance = gremlin.window.view.views.widget_shown, gremlin.chance
    if not isinstance(shown, EcosystemView):
        return
    net = shown.net
    if chance.random() < 0.3:
        _choose_in(gremlin, shown.bar)
    if net.network is not None and net.network.circles:
        party = chance.choice(list(net.network.circles))
        place = net.place_of(party).toPoint()
        if chance.random() < 0.3:
            with suppress(EditError, StoreError):
                gremlin.window.history.perform(entities.delete(gremlin.window.session.document, "party", party))
        QTest.mouseMove(net.viewport(), place)
        (QTest.mouseDClick if chance.random() < 0.2 else QTest.mouseClick)(net.viewport(), B.LeftButton, pos=place)
    for _ in range(chance.choice((0, 1, 3))):
        QTest.keyClick(net, chance.choice((K.Key_Right, K.Key_Left, K.Key_End, K.Key_Return, K.Key_Escape)))
    rows = shown.side.list.count()
    if rows and chance.random() < 0.5:
        shown.side.list.setCurrentRow(chance.randrange(rows))
        QTest.keyClick(shown.side.list, K.Key_Return)


def _dates(gremlin: Gremlin, top: QWidget) -> None:
    """Real dates: opened, written, shifted, taken away."""
    if top is not gremlin.window:
        return
    gremlin.command("dates")
    for panel in gremlin.window.findChildren(DatesPanel):
        if isValid(panel) and panel.isVisible():
            anything(gremlin, panel, DATES)


def _scope(gremlin: Gremlin, top: QWidget) -> None:
    """Seen from another party, by the chooser and by keys alone."""
    if top is not gremlin.window:
        return
    gremlin.command("scope")
    for _ in range(gremlin.chance.choice((1, 2, 4))):
        there = QApplication.activePopupWidget() or gremlin.receiver(gremlin.top())
        QTest.keyClick(there, gremlin.chance.choice((K.Key_Down, K.Key_Up, K.Key_Return, K.Key_Escape, K.Key_End)))


def _process(gremlin: Gremlin, top: QWidget) -> None:
    """In, out, and journeys put behind steps: also behind a step of their own."""
    if top is not gremlin.window:
        return
    view, document, chance = gremlin.window.view, gremlin.window.session.document, gremlin.chance
    if document.steps and chance.random() < 0.7:
        view.map.reveal(chance.choice(sorted(document.steps)))
    gremlin.command(chance.choice(("process", "process", "process_back")))
    if chance.random() < 0.4 and document.steps and document.journeys:
        step = chance.choice((None, chance.choice(sorted(document.steps))))
        with suppress(EditError, StoreError):
            gremlin.window.history.perform(
                processes.put_behind(document, chance.choice(sorted(document.journeys)), step)
            )


def _branch(gremlin: Gremlin, top: QWidget) -> None:
    """A branch of the life event: read, added, or left."""
    if top is gremlin.window:
        gremlin.command("branch")
    for dialog in gremlin.window.findChildren(BranchDialog):
        if dialog.isVisible():
            dialog.list.setCurrentRow(gremlin.chance.randrange(dialog.list.count()))
            _press_one(gremlin, dialog)


def _portfolio(gremlin: Gremlin, top: QWidget) -> None:
    """Studies side by side: files that can be read and files that cannot, left out while others are read."""
    if top is gremlin.window:
        gremlin.command("portfolio")
    for dialog in gremlin.window.findChildren(PortfolioDialog):
        if dialog.isVisible():
            dialog.add(gremlin.chance.sample(gremlin.things, min(3, len(gremlin.things))))
            if dialog.studies.rowCount():
                dialog.studies.setCurrentCell(gremlin.chance.randrange(dialog.studies.rowCount()), 0)
            _press_one(gremlin, dialog)
            if gremlin.chance.random() < 0.7:
                dialog.close()


def _judge(gremlin: Gremlin, top: QWidget) -> None:
    """The form of a step, with all that is judged of it."""
    view, document = gremlin.window.view, gremlin.window.session.document
    if top is gremlin.window and document.steps:
        view.inspect("step", gremlin.chance.choice(sorted(document.steps)))
        anything(gremlin, view.inspector, TEXTS)


def _new_dialog(gremlin: Gremlin, top: QWidget) -> None:
    """Out of any of these dialogs, by the key for it."""
    if isinstance(top, QDialog):
        QTest.keyClick(top, K.Key_Escape)


ACTS = {
    "findings": (_findings, 5), "trace": (_trace, 4), "pull away": (_pull_away, 1.5), "network": (_network, 3),
    "dates": (_dates, 2), "scope": (_scope, 1.5), "process": (_process, 2), "branch": (_branch, 1),
    "portfolio": (_portfolio, 0.6), "judge": (_judge, 2.5), "out": (_new_dialog, 1),
}  # fmt: skip
"""Name of an event → what it does, and how often it comes."""
