"""Every way by which a text gets into a study: each puts these texts in as a user or a file does."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItemIterator

from app import merging, opening, tasks
from app.canvas import names
from app.dialogs import documents
from app.dialogs.intake_preview import IntakeDialog
from app.merging.dialog import MergeDialog
from app.snapshots import verbs
from app.table import clipboard as cells
from journeys.exchange import fragment_json, json_format
from journeys.model.document import Document
from journeys.model.entities import Snapshot, Step
from journeys.model.plain import to_plain
from journeys.store import building, packed
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.program import Program
    from app.window import StudyWindow

K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def put_on_clipboard(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


def paste(widget) -> None:
    QTest.keyClick(widget, K.Key_V, CONTROL)


def type_in(widget, text: str) -> None:
    """As a keyboard or an input method hands over what was typed: any character there is."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def steps_of(window: StudyWindow) -> list[str]:
    return [step.id for step in names.reading_order(window.session.document, window.view.context.journey)]


class Told:
    """Gathers what the message bar says, also when the next message takes its place."""

    def __init__(self, window: StudyWindow, program: Program) -> None:
        self.words = ""
        self.program = program
        self._window = window

    def listen(self) -> None:
        self.words += " " + (self._window.bar.text if self._window.bar is not None else "")


# On the map and in the panels


def _on_the_map(window: StudyWindow, texts: Sequence[str], told: Told, put) -> None:
    view = window.view
    for step, text in zip(steps_of(window), texts, strict=False):
        view.map.begin_edit(step)
        editor = view.map.writer.editor
        editor.selectAll()
        put(editor, text)
        told.listen()
        QTest.keyClick(editor, K.Key_Return)


def typed_on_the_map(window, texts, told, tmp_path):
    _on_the_map(window, texts, told, type_in)


def pasted_on_the_map(window, texts, told, tmp_path):
    def put(editor, text):
        put_on_clipboard(text)
        paste(editor)

    _on_the_map(window, texts, told, put)


def pasted_as_a_page(window, texts, told, tmp_path):
    """From a browser: the page itself, and its words as plain text."""

    def put(editor, text):
        put_on_clipboard(text, f'<p style="color:red">{text}</p><img src="http://127.0.0.1:9/x.png">')
        paste(editor)

    _on_the_map(window, texts, told, put)


def _in_the_inspector(window, texts, told, put) -> None:
    view = window.view
    for step, text in zip(steps_of(window), texts, strict=False):
        view.reveal(step)
        view.tabs.show_panel("inspector")
        field = view.inspector.currentWidget().fields["title"]
        field.setFocus()
        field.selectAll()
        put(field, text)
        told.listen()
        view.flush()


def typed_in_the_inspector(window, texts, told, tmp_path):
    _in_the_inspector(window, texts, told, type_in)


def pasted_in_the_inspector(window, texts, told, tmp_path):
    def put(field, text):
        put_on_clipboard(text)
        paste(field)

    _in_the_inspector(window, texts, told, put)


def quick_entry(window, texts, told, tmp_path):
    window.actions_by_code["quick"].trigger()
    line = window.view.strip("quick").line
    line.setFocus()
    for text in texts:
        type_in(line, text)
        told.listen()
        QTest.keyClick(line, K.Key_Return)


def found_and_replaced(window, texts, told, tmp_path):
    window.actions_by_code["replace"].trigger()
    bar = window.view.strip("find")
    for step, text in zip(steps_of(window), texts, strict=False):
        bar.field.setText(window.session.document.steps[step].title)
        bar.other.setFocus()
        bar.other.clear()
        type_in(bar.other, text)
        told.listen()
        bar.all.click()


# In the table


def typed_in_a_cell(window, texts, told, tmp_path):
    sheet = _sheet(window)
    for step, text in zip(steps_of(window), texts, strict=False):
        sheet.setCurrentIndex(_cell(sheet, step))
        sheet.edit_current()
        sheet.editing.setFocus()
        sheet.editing.selectAll()
        type_in(sheet.editing, text)
        told.listen()
        QTest.keyClick(sheet.editing, K.Key_Return)


def pasted_in_cells(window, texts, told, tmp_path):
    sheet = _sheet(window)
    for step, text in zip(steps_of(window), texts, strict=False):
        put_on_clipboard(cells.written([[text]]))
        at = QItemSelectionModel.SelectionFlag.ClearAndSelect
        sheet.selectionModel().setCurrentIndex(_cell(sheet, step), at)
        paste(sheet)
        told.listen()


def _sheet(window):
    window.view.show_view("table")
    QApplication.processEvents()
    window.view.views.widget_shown.page.sheet.setFocus()
    return window.view.views.widget_shown.page.sheet


def _cell(sheet, step):
    column = next(number for number, each in enumerate(sheet.cells.columns) if each.code == "title")
    return sheet.cells.at(step, column)


# From the clipboard and from files


def pasted_as_steps(window, texts, told, tmp_path):
    """Our own form, as another program might have written it."""
    held = study(1, 1)
    step, phase = next(iter(held.steps.values())), next(iter(held.phases.values()))
    made = [_step(step, number, text) for number, text in enumerate(whole(texts))]
    sections = {"steps": [to_plain(each) for each in made], "phases": [to_plain(phase)]}
    data = {"format": fragment_json.FORMAT, "version": fragment_json.VERSION, **sections, "image_data": {}}
    mime = QMimeData()
    mime.setData(fragment_json.MIME, json.dumps(data).encode())
    QApplication.clipboard().setMimeData(mime)
    window.view.map.setFocus()
    window.actions_by_code["paste"].trigger()
    told.listen()


def _step(step: Step, number: int, text: str) -> Step:
    return replace(step, id=f"aaaa{number:028x}", column=number, title=text, contacts=())


def pasted_as_lines(window, texts, told, tmp_path):
    for text in texts:
        put_on_clipboard(text)
        window.view.map.setFocus()
        window.view.map.select([])
        window.actions_by_code["paste"].trigger()
        told.listen()


def _taken_from(window, path, told) -> None:
    documents.import_file(window, path)
    tasks.wait_for_all()
    dialog = None
    for _ in range(400):
        QTest.qWait(5)
        dialog = window.findChild(IntakeDialog)
        if dialog is not None and not dialog.work.busy:
            break
    assert dialog is not None
    told.words += " ".join(dialog.remarks.item(row).text() for row in range(dialog.remarks.count()))
    dialog.accept_button.click()
    tasks.wait_for_all()
    told.listen()


def table_file(window, texts, told, tmp_path):
    path, out = tmp_path / "tabel.csv", io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Fase", "Stap"])
    writer.writerows(["Zwanger!", text] for text in whole(texts))
    path.write_bytes(out.getvalue().encode())
    _taken_from(window, path, told)


def text_file(window, texts, told, tmp_path):
    path = tmp_path / "regels.txt"
    path.write_bytes("\n".join(whole(texts)).encode())
    return _opened(window, lambda program: opening.import_file(program, program.new_window(), path), told)


def unclean(texts) -> Document:
    """A study as another program might have written it."""
    held = study(len(texts), 1)
    left = iter(texts)
    return Document.of(replace(e, title=next(left)) if isinstance(e, Step) else e for _, e in held)


def json_file(window, texts, told, tmp_path):
    plain = json.loads(json_format.to_json(study(len(texts), 1)))
    for step, text in zip(plain["steps"], whole(texts), strict=True):
        step["title"] = text
    path = tmp_path / "reis.json"
    path.write_bytes(json.dumps(plain).encode())
    return _opened(window, lambda program: opening.import_file(program, program.new_window(), path), told)


def database(window, texts, told, tmp_path):
    """Rows with the right checksums: written by a program that keeps other rules."""
    path = tmp_path / "Ontvangen.levensreis"
    path.write_bytes(building.file_bytes(unclean(whole(texts)), {}))
    return _opened(window, lambda program: program.open_file(program.new_window(), path), told)


def whole(texts):
    """Without halves of characters, which no database holds."""
    return [text.replace("\ud83d", "\x01") for text in texts]


def _opened(window, read, told):
    read(told.program)
    made = told.program.windows[-1]
    for _ in range(100):
        QTest.qWait(5)
        if made.bar.text:
            break
    told.words += made.bar.text
    return made


def merged(window, texts, told, tmp_path):
    path = tmp_path / "Tafel 1.levensreis"
    path.write_bytes(building.file_bytes(unclean(whole(texts)), {}))
    merging.begin(window, [path])
    tasks.wait_for_all()
    dialog = window.findChild(MergeDialog)
    told.words += " ".join(item.text(column) for item in rows_of(dialog.coming) for column in range(2))
    dialog.go.click()
    tasks.wait_for_all()
    told.listen()


def rows_of(tree):
    every = QTreeWidgetItemIterator(tree)
    while (item := every.value()) is not None:
        yield item
        every += 1


def restored(window, texts, told, tmp_path):
    """A snapshot whose words another program wrote."""
    raw = json.loads(json_format.to_json(study(len(texts), 1)))
    for step, text in zip(raw["steps"], whole(texts), strict=True):
        step["title"] = text
    import datetime as dt

    content = packed.pack(json.dumps(raw).encode())
    window.file.add_snapshot(Snapshot("5" * 32, "Toen", dt.datetime.now(dt.UTC), content))
    view = window.view
    view.show_view("snapshots")
    tasks.wait_for_all()
    from journeys.exchange import snapshots

    held = next(one for one in window.file.snapshots() if one.name == "Toen")
    verbs.restore(view, held, snapshots.read(held))


ENTRANCES = {
    entrance.__name__: entrance
    for entrance in (
        typed_on_the_map, pasted_on_the_map, pasted_as_a_page, typed_in_the_inspector, pasted_in_the_inspector,
        quick_entry, found_and_replaced, typed_in_a_cell, pasted_in_cells, pasted_as_steps, pasted_as_lines,
        table_file, text_file, json_file, database, merged, restored,
    )
}  # fmt: skip
