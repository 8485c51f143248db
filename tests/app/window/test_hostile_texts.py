"""Texts made to be taken for something else are shown as they are, everywhere, and open no file."""

from __future__ import annotations

import datetime as dt
import html
import threading
from functools import reduce

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QWidget,
)  # fmt: skip
from shiboken6 import isValid

from app import tasks
from app.dialogs import documents
from app.plain import plain_box
from app.recovering.dialog import RecoveryDialog
from app.recovering.waiting import Waiting
from app.versions.held import Glimpse
from journeys import text as texts
from journeys.edits import entities
from journeys.edits.edit import Edit
from journeys.model.integrity import check_document
from journeys.store.recovery import Abandoned
from tests.app.window.hostile import HOSTILE

NAMED = {
    "study": ("title",), "persona": ("name", "tagline"), "journey": ("title", "question"), "party": ("name",),
    "phase": ("name",), "step": ("title", "body", "place"), "note": ("text",), "channel": ("name",),
    "moment": ("name",), "source": ("title",),
}  # fmt: skip


def documents_of(document, kind):
    """The ids of everything of a kind."""
    return [key[1] for key, _ in document if key[0] == kind]


def rename_everything(window, text):
    """Every name and text of the study becomes this, all of a kind at a time."""
    document = window.session.document
    for kind, fields in NAMED.items():
        edits = []
        for id_ in documents_of(document, kind):
            held = document.get((kind, id_))
            known = {field: text for field in fields if hasattr(held, field)}
            edits.append(entities.change(document, kind, id_, **known))
        assert all(edits)
        if edits:
            assert window.history.perform(reduce(Edit.then, edits))
    window.view.refresh_findings()
    QApplication.processEvents()


def menu_texts(window):
    """What stands in every submenu, as it is read."""
    found = []
    for action in window.menuBar().actions():
        menu = action.menu()
        for entry in menu.actions():
            sub = entry.menu()
            if sub is not None:
                sub.aboutToShow.emit()
                found += [item.text().replace("&&", "&") for item in sub.actions()]
    return found


def show_everything(window):
    """Every panel and dialog, one after the other; gives all that can be seen."""
    view, document = window.view, window.session.document
    for tab in range(view.tabs.count()):
        view.tabs.setCurrentIndex(tab)
        window.grab()
    for kind in NAMED:
        id_ = next(iter(documents_of(document, kind)), None)
        if id_ is not None:
            view.inspector.inspect([(kind, id_)])
            window.grab()
    window.actions_by_code["poster"].trigger()
    documents._ask_unnamed(window)
    documents.tell_opened(window, ())
    one = Abandoned(window.file.copy.folder, None, document.study.title, dt.datetime.now(dt.UTC), 3)
    RecoveryDialog(window, [Waiting(one, Glimpse(3, whole=True), "none")], crashed=True).open()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.grab()
    return [window, *window.findChildren(QWidget)]


EVERYTHING = '<img src="file://{secret}"><b>R&D</b> &Bestand {{title}} %s [*] مرحبا'
LONG = [pytest.param(HOSTILE[name], marks=pytest.mark.long) for name in ("share", "link", "style", "zalgo", "override")]


@pytest.mark.parametrize("raw", [EVERYTHING, *LONG])
def test_C1_C6_C8_C9_a_hostile_name_is_shown_literally_in_every_panel_menu_and_dialog(qtbot, window, watched, raw):
    raw = raw.format(secret=watched.secret("x.png")) if raw == EVERYTHING else raw
    text = texts.title(raw)
    rename_everything(window, raw)
    shown = show_everything(window)
    QTest.qWait(200)
    watched.verdict()
    for widget in filter(isValid, shown):
        if isinstance(widget, QLabel) and widget.text():
            plain = widget.textFormat() == Qt.TextFormat.PlainText or not Qt.mightBeRichText(widget.text())
            assert plain, f"a label that may take {widget.text()!r} for markup"
        assert_plain_tip(widget.toolTip())
    for action in window.findChildren(QAction):
        assert_plain_tip(action.toolTip())
    assert any(text in line for line in menu_texts(window))
    qtbot.waitUntil(lambda: window.windowHandle().title().startswith(text))
    for dialog in window.findChildren(QDialog):
        dialog.close()
    assert not check_document(window.session.document)


BITING = ("zalgo", "surrogate", "nul", "word", "lines", "override", "emoji")
"""Those that differ from what is typed, or that take long; the others come in by every entrance elsewhere."""


def test_C1_the_dialog_of_work_that_takes_long_shows_the_name_of_a_file_as_it_is(qtbot, window, watched, monkeypatch):
    monkeypatch.setattr(tasks, "PROGRESS_MS", 0)
    name = f'Bezig met <img src="file://{watched.secret()}">R&D [*]…'
    go_on = threading.Event()
    tasks.start_shown(lambda _: go_on.wait(20), window, name, window.dress.say, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is not None)
    dialog = window.findChild(QProgressDialog)
    (label,) = [each for each in dialog.findChildren(QLabel) if each.text()]
    assert (label.text(), label.textFormat()) == (name, Qt.TextFormat.PlainText)
    qtbot.waitUntil(lambda: "[*]" in dialog.windowHandle().title())
    dialog.grab()
    go_on.set()
    tasks.wait_for_all()


def assert_plain_tip(tip):
    if "<" in tip:
        inside = tip.removeprefix("<qt>").removesuffix("</qt>")
        assert html.escape(html.unescape(inside)) == inside, f"a tooltip that may be taken for markup: {tip!r}"


def test_C9_the_title_bar_shows_a_star_between_brackets_as_it_is(qtbot, window):
    document = window.session.document
    window.history.perform(entities.change(document, "study", document.study.id, title="Reis [*] 2 [*][*]"))
    qtbot.waitUntil(lambda: window.windowHandle().title().startswith("Reis [*] 2 [*][*] — "))


def test_C1_a_message_box_shows_markup_in_both_its_texts(window):
    box = plain_box(window, "question", "Titel", "<b>een</b>", "<b>twee</b>")
    assert isinstance(box, QMessageBox)
    for label in box.findChildren(QLabel):
        if label.text().startswith("<b>"):
            assert label.textFormat() == Qt.TextFormat.PlainText
    box.deleteLater()


@pytest.mark.parametrize(
    "name", [name if name in BITING else pytest.param(name, marks=pytest.mark.long) for name in HOSTILE]
)
def test_C4_C7_C8_what_is_pasted_into_any_field_is_cut_to_what_fits_and_stored_clean(qtbot, window, name):
    window.activateWindow()
    shown = window.view.context.journey
    step = next(s for s in window.session.document.steps.values() if s.journey == shown)
    window.view.map.select([step.id])
    QTest.qWait(10)
    form = window.view.inspector.currentWidget()
    fields = [f for f in form.fields.values() if isinstance(f, QLineEdit | QPlainTextEdit)]
    assert len(fields) >= 3
    QApplication.clipboard().setText(HOSTILE[name])
    for field in fields:
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        length = len(field.text()) if isinstance(field, QLineEdit) else len(field.toPlainText())
        assert length <= texts.BODY_MAX
    window.view.map.begin_edit(step.id)
    editor = window.view.map.writer.editor
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.toPlainText()) <= texts.BODY_MAX
    window.view.flush()
    stored = window.session.document.steps[step.id]
    kept = texts.title(texts.clean(HOSTILE[name], 10**6).text.split("\n")[0])
    assert stored.title.split() == kept.split(), "the first line is the title, the rest is what happens"
    assert texts.body(stored.body) == stored.body
    assert not check_document(window.session.document)
    assert window.file.copy.document() == window.session.document
