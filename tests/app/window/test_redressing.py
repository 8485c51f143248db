"""Another language or look while something stands beside the window: no mixed words, and nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from shiboken6 import isValid

from app import actions, redressing
from app.panels.text_fields import TitleField
from app.pictures import settle
from app.plain import plain_box
from tests.app.window.test_languages import check

LEFT = Qt.MouseButton.LeftButton
STAYING = ("settings", "about", "shortcuts", "severity", "lenses_help", "portfolio", "poster", "problem", "privacy",
           "local_data", "versions")  # fmt: skip


def shown(window):
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_what_stands_beside_the_window_speaks_the_new_language(window):
    for code in STAYING:
        window.actions_by_code[code].trigger()
    settle()
    before = {dialog.windowTitle() for dialog in shown(window)}
    assert len(before) == len(STAYING)
    window.language_wanted.emit("en")
    settle()
    assert len(shown(window)) == len(STAYING)
    own = [*window.file.path.parts, *window.file.path.stem.split("-")]
    for dialog in shown(window):
        check(dialog, "en", window.session.document, own)
    for dialog in shown(window):
        dialog.close()


def test_no_other_command_opens_something_that_stays_beside_the_window(window):
    """Whatever holds the window up is waited for; the rest must be able to change, as those above do."""
    found = set()
    for command in actions.COMMANDS:
        if not command.text.endswith("…") or command.code in {*STAYING, "connect", "scope", "present", "print"}:
            continue
        window.actions_by_code[command.code].trigger()
        if shown(window) and not redressing.questions(window):
            found.add(command.code)
        for dialog in shown(window):
            dialog.reject()
    for palette in window.findChildren(QWidget, "palette"):
        palette.close()
    assert found == set()


def test_a_question_keeps_its_language_and_what_was_typed_until_it_is_answered(qtbot, window):
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    qtbot.keyClicks(field, "half een zin")
    window.language_wanted.emit("en")
    window.theme_wanted.emit("contrast")
    settle()
    assert (dialog.isVisible(), field.text()) == (True, "half een zin")
    assert window.menuBar().actions()[0].text() == "&Bestand"
    assert window.dress.say.language == "nl"
    dialog.accept()
    settle()
    assert window.menuBar().actions()[0].text() == "&File"
    assert (window.dress.look, window.dress.say.language) == ("contrast", "en")


def test_a_box_that_is_answered_lets_the_window_change(qtbot, window):
    box = plain_box(window, "question", "Vraag", "Doorgaan?")
    box.finished.connect(box.deleteLater)
    go = box.addButton("Ja", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    window.language_wanted.emit("en")
    assert window.dress.say.language == "nl"
    qtbot.mouseClick(go, LEFT)
    settle()
    assert window.dress.say.language == "en"


def test_another_window_changes_although_this_one_waits(program, window, tmp_path):
    other = program.new_window()
    other.show_welcome()
    dialog = QDialog(window)
    dialog.open()
    other.language_wanted.emit("en")
    settle()
    assert (window.dress.say.language, other.dress.say.language) == ("nl", "en")
    dialog.reject()
    settle()
    assert window.dress.say.language == "en"


def test_the_words_of_a_step_that_were_being_typed_are_kept(qtbot, window):
    step = next(s for s in window.session.document.steps.values() if s.journey == window.view.context.journey)
    window.view.map.begin_edit(step.id)
    editor = window.view.map.editor if hasattr(window.view.map, "editor") else window.focusWidget()
    qtbot.keyClicks(window.focusWidget() or editor, "Nieuwe woorden")
    window.language_wanted.emit("en")
    assert "Nieuwe woorden" in window.session.document.steps[step.id].title


def test_the_portfolio_keeps_its_studies_in_another_language(window, path, tmp_path):
    second = tmp_path / "tweede.levensreis"
    second.write_bytes(path.read_bytes())
    window.actions_by_code["portfolio"].trigger()
    settle()
    (dialog,) = shown(window)
    dialog.add([second])
    settle()
    known = set(dialog.documents)
    assert str(second) in known
    window.language_wanted.emit("en")
    settle()
    (dialog,) = shown(window)
    assert set(dialog.documents) == known
    assert next(b.text() for b in dialog.findChildren(QPushButton)) == "Add studies…"
    dialog.close()


def test_what_stands_in_quick_entry_and_in_the_search_is_kept(qtbot, window):
    window.actions_by_code["quick"].trigger()
    settle()
    line = next(line for line in window.view.strip("quick").findChildren(QLineEdit) if not line.isHidden())
    qtbot.keyClicks(line, "half een st")
    window.actions_by_code["find"].trigger()
    settle()
    qtbot.keyClicks(window.view.strip("find").findChildren(QLineEdit)[0], "erkenning")
    window.language_wanted.emit("en")
    settle()
    for code, words in (("quick", "half een st"), ("find", "erkenning")):
        assert not window.view.strip(code).isHidden()
        assert words in [held.text() for held in window.view.strip(code).findChildren(QLineEdit)]


def step_of(window):
    """One of the journey that is shown."""
    view = window.view
    return next(step.id for step in view.session.document.steps.values() if step.journey == view.context.journey)


def test_what_goes_is_gone_before_the_window_is_dressed_anew(window):
    """Qt dresses all that there is, which takes as long for a view that is about to go."""
    step = step_of(window)
    window.view.map.select([step])
    old, shown = window.view, []
    window.renewed.connect(lambda: shown.append(isValid(old)))
    window.theme_wanted.emit("dark")
    settle()
    assert shown == [False]
    assert window.dress.look == "dark"
    assert window.view.map.selected() == (step,)


def test_what_stands_in_a_field_and_was_not_entered_is_kept(qtbot, window):
    step = step_of(window)
    window.view.map.select([step])
    window.view.tabs.show_panel("inspector")
    settle()
    held = window.session.document.steps[step].title
    field = next(field for field in window.view.inspector.findChildren(TitleField) if field.text() == held)
    field.setFocus()
    qtbot.keyClicks(field, "en nog iets")
    window.text_size_wanted.emit(125)
    settle()
    assert "en nog iets" in window.session.document.steps[step].title
