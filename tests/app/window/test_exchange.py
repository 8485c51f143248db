"""Out of the window and back in: JSON."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from app import opening
from journeys.edits import steps
from tests.app.exporting.doing import export


def choose(window, path):
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_what_is_exported_comes_back_the_same(qtbot, program, window, tmp_path):
    step = next(iter(window.session.document.steps))
    window.history.perform(steps.rename(window.session.document, step, "Nog niet gepubliceerd"))
    out = tmp_path / "studie.json"
    export(window, out)
    qtbot.waitUntil(lambda: "studie.json" in window.view.bar.text)
    empty = program.new_window()
    empty.show_welcome()
    empty.actions_by_code["import"].trigger()
    choose(empty, out)
    assert empty.session.document == window.session.document
    assert empty.file.path is None


def test_json_with_a_wrong_type_inside_is_refused_with_one_sentence(program, window, tmp_path):
    bad = tmp_path / "fout.json"
    bad.write_text('{"format": "levensreis", "version": 1, "steps": 7}', encoding="utf-8")
    empty = program.new_window()
    empty.show_welcome()
    opening.import_file(program, empty, bad)
    assert empty.session is None
    assert empty.bar.text


def test_what_was_told_of_a_refused_import_goes_when_the_next_one_succeeds(qtbot, program, window, tmp_path):
    bad, good = tmp_path / "fout.json", tmp_path / "goed.json"
    bad.write_text('{"format": "levensreis", "version": 1, "steps": 7}', encoding="utf-8")
    export(window, good)
    qtbot.waitUntil(lambda: "goed.json" in window.view.bar.text)
    opening.import_file(program, window, bad)
    qtbot.waitUntil(lambda: "goed.json" not in window.view.bar.text)
    assert window.view.bar.text
    assert window.view.bar.property("grave")
    opening.import_file(program, window, good)
    qtbot.waitUntil(lambda: window.view.bar.text == "")
