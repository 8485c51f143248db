"""The command palette and the strip to find and replace, by keyboard, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.palette import box
from app.palette.ranking import LETTERS, rank

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def opened(qtbot, window):
    window.show()
    window.view.map.setFocus()
    return window


@pytest.fixture
def palette(opened):
    return box.show(opened)


def offered(palette):
    return [entry.text for entry in palette.lines.entries]


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("pos", "Poster", 0),
        ("reis nieuwe", "Nieuwe reis", 1),
        ("ster", "Poster", 2),
        ("NWRS", "Nieuwe reis", LETTERS),
        ("volledig", "Poster", None),
        ("kopieren", "Kopiëren", 0),
    ],
)
def test_a_name_fits_better_the_earlier_the_typed_words_stand_in_it(typed, name, expected):
    assert rank(typed, [name]) == expected


@pytest.mark.parametrize("typed", ["vergelijken", "compare"])
def test_a_command_is_found_by_its_dutch_and_by_its_english_name(palette, typed):
    palette.field.setText(typed)
    assert offered(palette)[0] == "Vergelijken"
    assert palette.lines.entries[0].aside == "Alt+3"


@pytest.mark.parametrize(
    ("typed", "command"), [("stemmen", "Stippen plakken"), ("vote", "Stippen plakken"), ("timer", "Klok")]
)
def test_a_command_is_found_by_what_others_call_it(palette, typed, command):
    palette.field.setText(typed)
    assert offered(palette)[0] == command


@pytest.mark.parametrize("typed", ["help poster", "help printing"])
def test_a_page_of_the_help_is_found_by_its_dutch_and_by_its_english_title(opened, palette, typed):
    palette.field.setText(typed)
    page = next(entry for entry in palette.lines.entries if entry.text.startswith("Help: Poster"))
    page.run()
    shown = opened.findChild(QDialog, "help")
    assert shown.code == "posters"
    shown.close()


def test_enter_runs_the_command_with_the_focus_back_where_it_was(qtbot, opened, palette):
    palette.field.setText("alle stappen selecteren")
    qtbot.keyClick(palette.field, Key.Key_Return)
    journey = opened.view.context.journey
    assert len(opened.view.map.selected()) == sum(s.journey == journey for s in opened.session.document.steps.values())
    assert QApplication.focusWidget() is opened.view.map
    assert not palette.isVisible()


def test_arrows_choose_and_escape_leaves_everything_as_it_was(qtbot, opened, palette):
    before = opened.session.document.snapshot()
    qtbot.keyClick(palette.field, Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette.field, Key.Key_Up)
    qtbot.keyClick(palette.field, Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is opened.view.map
    assert opened.session.document == before


def test_words_in_the_study_are_found_and_shown(qtbot, opened, palette):
    step = next(s for s in opened.session.document.steps.values() if s.title == "Erkenning?")
    palette.field.setText("erkenning?")
    row = offered(palette).index("Erkenning?")
    qtbot.mouseClick(
        palette.list.viewport(), Qt.MouseButton.LeftButton,
        pos=palette.list.visualRect(palette.lines.index(row)).center(),
    )  # fmt: skip
    assert opened.view.map.selected() == (step.id,)


def test_what_cannot_be_done_now_is_offered_last_and_does_nothing(qtbot, opened, palette):
    palette.field.setText("ongedaan")
    assert not palette.lines.entries[0].enabled
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()


def test_choices_of_submenus_are_offered_too(palette):
    palette.field.setText("donker")
    assert "Thema: Donker" in offered(palette)


def test_nothing_that_fits_is_said(palette):
    palette.field.setText("qqqqq")
    assert palette.nothing.isVisible()
    assert "qqqqq" in palette.nothing.text()


@pytest.fixture
def bar(opened):
    opened.actions_by_code["replace"].trigger()
    return opened.view.strip("find")


def test_f3_walks_through_every_place_and_round_again(opened, bar):
    bar.field.setText("erkenning")
    bar.go(1)
    first, total = bar.count.text(), len(bar._found)
    for _ in range(total - 1):
        opened.actions_by_code["find_next"].trigger()
    assert bar.count.text() == f"{total} van {total}"
    opened.actions_by_code["find_next"].trigger()
    assert bar.count.text() == first == f"1 van {total}"
    opened.actions_by_code["find_previous"].trigger()
    assert bar.count.text() == f"{total} van {total}"


def test_a_place_in_another_journey_shows_that_journey(opened, bar):
    document = opened.session.document
    other = next(s for s in document.steps.values() if s.journey != opened.view.context.journey)
    bar.field.setText(other.title)
    bar.go(1)  # searches
    for _ in bar._found:
        if opened.view.context.journey != other.journey:
            bar.go(1)
    assert opened.view.context.journey == other.journey


def test_replacing_one_goes_on_to_the_next(qtbot, opened, bar):
    bar.field.setText("erkenning")
    bar.other.setText("adoptie")
    bar.go(1)
    total = len(bar._found)
    bar.other.setFocus()
    qtbot.keyClick(bar.other, Key.Key_Return)
    assert len(bar._found) == total - 1
    assert opened.history.undoable() is not None


def test_replacing_all_is_one_undo_step(qtbot, opened, bar):
    before = opened.session.document.snapshot()
    bar.field.setText("erkenning")
    bar.other.setText("adoptie")
    qtbot.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert "plekken vervangen door “adoptie”" in opened.actions_by_code["undo"].text()
    opened.actions_by_code["undo"].trigger()
    assert opened.session.document == before


def test_a_replacement_that_does_not_fit_is_told_and_changes_nothing(qtbot, opened, bar):
    before = opened.session.document.snapshot()
    bar.field.setText("e")
    bar.other.setText("x" * 200)
    qtbot.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert opened.session.document == before
    assert "niets vervangen" in opened.view.bar.text


def test_escape_closes_the_strip_and_leads_back_to_the_map(qtbot, opened, bar):
    bar.field.setText("erkenning")
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert QApplication.focusWidget() is opened.view.map


def test_what_is_edited_meanwhile_is_found_anew(qtbot, opened, bar):
    bar.field.setText("erkenning")
    bar.go(1)
    total = len(bar._found)
    opened.actions_by_code["undo"].trigger()
    step = next(s for s in opened.session.document.steps.values() if s.title == "Erkenning?")
    from journeys.edits import steps

    opened.history.perform(steps.rename(opened.session.document, step.id, "Anders"))
    bar.go(1)
    assert len(bar._found) == total - 1
