"""Out of the window and back in: JSON and posters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.dialogs.poster import PosterDialog
from journeys.edits import steps


def choose(window, path):
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_what_is_exported_comes_back_the_same(qtbot, program, window, tmp_path):
    step = next(iter(window.session.document.steps))
    window.history.perform(steps.rename(window.session.document, step, "Nog niet gepubliceerd"))
    out = tmp_path / "studie.json"
    window.actions_by_code["export"].trigger()
    choose(window, out)
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
    program.import_file(empty, bad)
    assert empty.session is None
    assert empty.bar.text


def test_the_poster_dialog_shows_the_real_page_and_saves_it(qtbot, window, tmp_path):
    window.actions_by_code["poster"].trigger()
    dialog = window.findChild(PosterDialog)
    qtbot.waitUntil(lambda: not dialog.picture._image.isNull(), timeout=20_000)
    assert dialog.picture._image.width() > dialog.picture._image.height(), "A1 lies on its side"
    dialog.portrait.click()
    qtbot.waitUntil(
        lambda: dialog.picture._image.height() > dialog.picture._image.width() and dialog._task is None, timeout=20_000
    )
    out = Path(tmp_path) / "poster.pdf"
    dialog.write(out)
    qtbot.waitUntil(lambda: "poster.pdf" in dialog.note.text(), timeout=20_000)
    assert out.read_bytes().startswith(b"%PDF")
    dialog.close()


def test_without_a_journey_chosen_no_poster_can_be_saved(window):
    window.actions_by_code["poster"].trigger()
    dialog = window.findChild(PosterDialog)
    for row in range(dialog.journeys.count()):
        dialog.journeys.item(row).setCheckState(dialog.journeys.item(row).checkState().Unchecked)
    assert not dialog.save.isEnabled()
    assert dialog.note.text()
    dialog.close()
