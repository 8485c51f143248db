"""Odd texts by every entrance to every place where they are shown or written: as they are, and nothing happens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication

from journeys import store
from journeys.edits import entities
from journeys.model.document import Document
from journeys.model.entities import Journey, Persona, Step
from journeys.model.integrity import check_document
from tests.app.window import entrances, exits
from tests.app.window.odd_texts import odd
from tests.journeys.studies import study

TOLD = {
    "unreadable": "Onleesbare tekens",
    "direction": "schrijfrichting",
    "marks": "accenten",
}
MAGENTA: Final = b"\xff\x00\xff\xff" * 4


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(18, 1))
    return file


@pytest.fixture
def told(window, program):
    window.resize(1400, 900)
    window.activateWindow()
    QApplication.processEvents()
    return entrances.Told(window, program)


def come_in(window, name, every, told, tmp_path):
    """The window with the texts in it."""
    return entrances.ENTRANCES[name](window, [each.raw for each in every], told, tmp_path) or window


@pytest.mark.parametrize("name", entrances.ENTRANCES)
def test_C1_C2_C3_C4_C5_C7_C8_C9_C10_C12_C13_C15_C16_a_text_comes_in_and_goes_out_as_it_is(
    qtbot, window, watched, told, tmp_path, name
):
    every = odd(str(watched.secret()), watched.address)
    window = come_in(window, name, every, told, tmp_path)
    held = window.session.document
    assert not check_document(held)
    stored = {step.title for step in held.steps.values()}
    assert [each.raw for each in every if each.kept not in stored] == []
    if name != "restored":
        for kind in {kind for each in every for kind in each.told}:
            assert TOLD[kind] in told.words, f"nobody was told of {kind}: {told.words}"
    for exit_ in exits.QUICK:
        assert_found(window, exit_, every)
    window.grab()


def assert_found(window, exit_, every):
    shown = exits.bare(exits.EXITS[exit_](window))
    most = 30 if exit_ == "palette" else 200  # it says the first words
    assert [each.kept for each in every if exits.bare(each.kept[:most]) not in shown] == [], exit_


def test_C1_C2_C3_C5_C6_C9_C10_C12_C13_C15_C16_a_text_is_shown_and_written_as_it_is_everywhere(
    qtbot, program, watched, tmp_path
):
    every = odd(str(watched.secret()), watched.address)
    file = tmp_path / "Alles.levensreis"
    store.create_file(file, changed(Step, [each.kept for each in every]))
    window = program.open_file(program.new_window(), file)
    window.resize(1400, 900)
    for exit_ in exits.EXITS:
        readable = [each for each in every if each.case != "C6" or not exit_.startswith("pdf")]  # turned in a PDF
        assert_found(window, exit_, readable)
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert MAGENTA not in bytes(picture.constBits()), "the secret picture is seen"
    assert not (Path.cwd() / "GEHACKT").exists()


def test_C9_a_name_stands_in_the_title_bar_the_menus_and_the_lists_as_it_is(qtbot, program, watched, tmp_path):
    every = odd(str(watched.secret()), watched.address)
    names = [each.kept for each in every]
    held = study(1, len(names))
    people, titles = iter(names), iter(names)
    document = Document.of(_named(each, people, titles) for _, each in held)
    store.create_file(file := tmp_path / "Namen.levensreis", document)
    window = program.open_file(program.new_window(), file)
    for name in names:
        held = window.session.document
        window.history.perform(entities.change(held, "study", held.study.id, title=name))
        qtbot.waitUntil(lambda name=name: window.windowHandle().title().startswith(f"{name} — "))
    shown = {action.text().replace("&&", "&").split("\t")[0] for action in every_entry(window)}
    shown |= {str(index.data()) for index in every_row(window.view.sidebar)}
    assert [name for name in names if not any(name in each for each in shown)] == []


def _named(entity, people, titles):
    match entity:
        case Persona():
            return replace(entity, name=next(people))
        case Journey():
            return replace(entity, title=next(titles))
        case _:
            return entity


def every_entry(window):
    for action in window.menuBar().actions():
        for entry in action.menu().actions():
            if entry.menu() is not None:
                entry.menu().aboutToShow.emit()
                yield from entry.menu().actions()


def every_row(widget):
    for view in widget.findChildren(QAbstractItemView):
        yield from (view.model().index(row, 0) for row in range(view.model().rowCount()))


def changed(kind, names):
    """A study of which so many steps have these names."""
    left = iter(names)
    held = study(len(names), 1)
    return Document.of(replace(each, title=next(left)) if isinstance(each, kind) else each for _, each in held)
