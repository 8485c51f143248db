"""The help beside the work: it opens at the page that fits, is read by keyboard and mouse, and does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QPushButton

from app import help as helping
from app import settings
from app.help.contents import CODE
from app.help.flow import Flow
from app.help.page_view import PageView
from app.help.question import question
from app.help.viewer import opened
from app.pictures import settle
from journeys.help import book

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(program, path):
    made = program.open_file(program.new_window(), path)
    made.resize(1280, 800)
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def bare(program):
    """A window without anything in it: enough to read beside."""
    made = program.new_window()
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def welcome(program):
    made = program.new_window()
    made.show_welcome()
    made.activateWindow()
    settle()
    return made


def f1(window):
    window.actions_by_code["help"].trigger()
    settle()
    return opened(window)


def at(window, page):
    held = helping.open_page(window, page)
    settle()
    return held


def press(held, key, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget() or held, key, modifier)
    settle()


def shown(held):
    return [held.contents.item(row).text().partition("\n")[0] for row in range(held.contents.count())]


def test_the_help_button_of_the_welcome_page_opens_the_first_page(welcome):
    QTest.mouseClick(welcome.start_page.help, LEFT)
    settle()
    assert opened(welcome).code == "start"


def test_a_caution_has_a_ground_and_a_sign_of_its_own_and_is_heard_as_one(bare):
    looks = []
    for page, name, heard in (("start", "good", "Tip"), ("pdf", "care", "Let op")):
        (frame,) = at(bare, page).findChildren(QFrame, name)
        sign = next(label for label in frame.findChildren(QLabel) if not label.pixmap().isNull())
        (words,) = frame.findChildren(Flow)
        assert words.accessibleDescription() == heard
        looks.append((frame.grab().toImage().pixelColor(4, frame.height() // 2), sign.pixmap().toImage()))
    (ground, lamp), (other, triangle) = looks
    assert ground != other
    assert lamp != triangle


def test_help_is_called_help_on_the_welcome_page(welcome):
    assert welcome.start_page.help.text() == "Help"


PLACES = (
    (lambda w: w.view.map.setFocus(), "draw"),
    (lambda w: (w.view.tabs.show_panel("gaps"), w.view.gaps.scope.setFocus()), "gaps"),
    (lambda w: (w.view.tabs.show_panel("findings"), w.view.tabs.tabBar().setFocus()), "findings"),
    (lambda w: w.view.show_view("table"), "keyboard"),
    (lambda w: w.view.show_view("compare"), "compare"),
    (lambda w: w.view.show_view("ecosystem"), "network"),
    (lambda w: w.actions_by_code["snapshots"].trigger(), "snapshots"),
    (lambda w: w.actions_by_code["timer"].trigger(), "facilitating"),
    (lambda w: w.actions_by_code["quick"].trigger(), "quick"),
    (lambda w: (w.view.show_lens("roles"), w.view.map.setFocus()), "lenses"),
)


def test_f1_opens_the_page_about_what_has_the_keyboard(window):
    for place, page in PLACES:
        window.view.show_view("map")
        place(window)
        settle()
        assert f1(window).code == page
        opened(window).close()
        window.activateWindow()
        settle()


def test_help_that_is_open_goes_to_the_other_page(window):
    window.view.map.setFocus()
    first = f1(window)
    window.activateWindow()
    window.view.show_view("compare")
    settle()
    assert f1(window) is first
    assert first.code == "compare"


def test_the_study_can_be_worked_in_while_the_help_is_open(window):
    held = f1(window)
    assert not held.isModal()
    before = len(window.session.document.phases)
    window.actions_by_code["phase"].trigger()
    assert len(window.session.document.phases) == before + 1
    assert held.isVisible()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_shown_with_all_its_blocks(bare, language):
    bare.language_wanted.emit(language)
    settle()
    held = at(bare, "start")
    for code in book(language).pages:
        page = book(language).page(code)
        held.go(code)
        settle()
        view = held.view
        kinds = [block.kind for block in page.blocks]
        assert isinstance(view, PageView)
        assert view.title.text() == page.title
        assert len(view.doings) == kinds.count("try")
        assert [figure.drawing is not None for figure in view.figures] == [True] * kinds.count("figure")
        assert len(view.flows) == 2 + len([kind for kind in kinds if kind not in ("try", "next")])


def test_a_link_in_the_words_leads_to_its_page(bare):
    held = at(bare, "start")
    button = next(button for flow in held.view.flows for *_, button in flow.links)
    QTest.mouseClick(button, LEFT)
    settle()
    assert held.code == "gaps"
    assert held.area.hasFocus() or held.search.hasFocus() or held.contents.hasFocus()


def test_every_link_is_large_enough_and_has_a_name(bare):
    for page in ("start", "glossary", "presence"):
        held = at(bare, page)
        links = [button for flow in held.view.flows for *_, button in flow.links]
        assert links
        for button in links:
            assert min(button.width(), button.height()) >= 24
            assert button.accessibleName()


def test_back_and_forward_go_where_one_was(bare):
    held = at(bare, "start")
    held.go("gaps")
    held.go("posters")
    press(held, Key.Key_Left, ALT)
    assert held.code == "gaps"
    press(held, Key.Key_Left, ALT)
    assert held.code == "start"
    assert not held.back.isEnabled()
    press(held, Key.Key_Right, ALT)
    assert held.code == "gaps"
    held.go("views")
    assert not held.forward.isEnabled()


def test_ctrl_page_down_turns_the_page_until_the_last(bare):
    held = at(bare, "start")
    codes = list(held.book.pages)
    press(held, Key.Key_PageDown, CTRL)
    assert held.code == codes[1]
    press(held, Key.Key_PageUp, CTRL)
    assert held.code == codes[0]
    assert not held.previous.isEnabled()
    held.go(codes[-1])
    assert not held.next.isEnabled()


def test_the_list_shows_every_page_under_its_chapter_and_follows(bare):
    held = at(bare, "gaps")
    assert shown(held) == [
        text for chapter in held.book.chapters
        for text in (chapter.title, *(held.book.pages[code].title for code in chapter.pages))
    ]  # fmt: skip
    assert held.contents.currentItem().data(CODE) == "gaps"


def test_the_arrow_keys_in_the_list_pass_over_chapters(bare):
    held = at(bare, "workshop")
    held.contents.setFocus()
    press(held, Key.Key_Down)
    assert held.code == "draw"
    assert held.contents.hasFocus()


def test_every_row_of_the_list_is_high_enough_to_press(bare):
    held = at(bare, "start")
    held.search.setText("gat")
    settle()
    for query in ("gat", ""):
        held.search.setText(query)
        settle()
        rows = [held.contents.item(row) for row in range(held.contents.count())]
        assert min(held.contents.visualItemRect(item).height() for item in rows) >= 24


def test_f6_goes_from_the_page_to_the_list_and_back(bare):
    held = at(bare, "start")
    assert held.area.hasFocus()
    press(held, Key.Key_F6)
    assert held.contents.hasFocus()
    press(held, Key.Key_F6)
    assert held.area.hasFocus()


def test_search_lists_the_best_page_first_and_enter_opens_it(bare):
    held = at(bare, "start")
    press(held, Key.Key_F, CTRL)
    assert held.search.hasFocus()
    QTest.keyClicks(held.search, "stippen")
    settle()
    assert shown(held)[0] == book("nl").pages["facilitating"].title
    press(held, Key.Key_Return)
    assert held.code == "facilitating"
    assert held.contents.hasFocus()


def test_what_was_found_is_marked_on_the_page_whatever_its_accents(bare):
    held = at(bare, "draw")
    held.search.setText("ÍDEE")
    settle()
    marked = [flow for flow in held.view.flows if flow._found]
    assert marked
    for flow in marked:
        assert all(flow.flowing[start : start + length].lower() == "idee" for start, length in flow._found)
    held.search.clear()
    assert not any(flow._found for flow in held.view.flows)


def test_what_is_typed_as_it_is_has_letters_of_one_width_on_a_ground_of_its_own(bare):
    held = at(bare, "administrators")
    flow = next(flow for flow in held.view.flows if flow.flowing.startswith("levensreis selftest"))
    assert [flow.flowing[start : start + length] for start, length in flow._codes] == ["levensreis selftest"]
    assert [look.fontFixedPitch() for *_, look in flow._looks] == [True]
    assert "levensreis selftest" in flow.text()


def test_a_word_that_is_nowhere_is_told(bare):
    held = at(bare, "start")
    held.search.setText("zwaardvis")
    assert not held.nothing.isHidden()
    assert held.contents.count() == 0
    held.search.clear()
    assert held.nothing.isHidden()
    assert held.contents.count() > 20


def test_escape_empties_the_search_and_then_closes(bare):
    held = at(bare, "start")
    held.search.setText("gat")
    press(held, Key.Key_Escape)
    assert held.search.text() == ""
    assert held.isVisible()
    press(held, Key.Key_Escape)
    assert opened(bare) is None


def test_a_button_on_a_page_carries_out_its_command(window):
    held = at(window, "network")
    QTest.mouseClick(held.view.doings[0].button, LEFT)
    settle()
    assert window.view.views.code == "ecosystem"
    assert held.isVisible()


def test_what_cannot_be_done_now_is_disabled_and_says_why(welcome):
    held = at(welcome, "network")
    doing = held.view.doings[0]
    assert not doing.button.isEnabled()
    assert doing.why.text() == "Open eerst een studie."
    assert doing.button.accessibleDescription() == doing.why.text()


def test_a_button_wakes_when_its_command_can_be_done(window):
    window.view.map.select([])
    held = at(window, "start")
    held.go("draw")
    lens = at(window, "lenses").view.doings[0]
    assert lens.button.isEnabled()
    window.actions_by_code["lens_roles"].setEnabled(False)
    assert not lens.button.isEnabled()
    window.actions_by_code["lens_roles"].setEnabled(True)
    assert lens.button.isEnabled()
    assert lens.why.text() == ""


def test_in_another_language_the_same_page_is_open_again(window):
    held = at(window, "start")
    held.go("posters")
    window.language_wanted.emit("en")
    settle()
    again = opened(window)
    assert again is not held
    assert again.code == "posters"
    assert again.view.title.text() == "Posters and printing"
    again.go_back()
    assert again.view.title.text() == "Welcome to Levensreis"


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_in_another_look_the_page_stays(bare, theme):
    at(bare, "presence")
    bare.theme_wanted.emit(theme)
    settle()
    assert opened(bare).code == "presence"


def test_in_a_small_window_the_list_makes_room_for_the_page(bare):
    held = at(bare, "start")
    held.resize(460, 500)
    settle()
    assert held.area.isVisible()
    assert not held.contents.isVisible()
    QTest.mouseClick(held.list_button, LEFT)
    settle()
    assert held.contents.isVisible()
    assert not held.area.isVisible()
    held.contents.setFocus()
    QTest.mouseClick(held.list_button, LEFT)
    settle()
    assert held.area.isVisible()


@pytest.mark.parametrize(("percent", "width"), [(100, 420), (150, 640), (150, 1100)])
def test_nothing_on_a_page_is_wider_than_the_page(bare, percent, width):
    bare.text_size_wanted.emit(percent)
    settle()
    held = at(bare, "start")
    held.resize(width, 600)
    for code in ("start", "posters", "facilitating", "glossary"):
        held.go(code)
        settle()
        assert held.view.width() <= held.area.viewport().width(), code
        for part in (*held.view.flows, *held.view.figures):
            assert part.height() >= part.heightForWidth(part.width()), (code, part.accessibleName())


def test_the_size_is_remembered(bare):
    held = at(bare, "start")
    held.resize(700, 510)
    held.close()
    settle()
    assert settings.dialog_size("help") == (700, 510)
    again = at(bare, "start")
    assert (again.width(), again.height()) == (700, 510)


def test_every_button_of_the_help_has_a_name_and_no_shortcut_is_there_twice(bare):
    held = at(bare, "facilitating")
    assert all(button.accessibleName() or button.text() for button in held.findChildren(QPushButton))
    keys = [shortcut.key().toString() for shortcut in held.findChildren(QShortcut)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("command", "page"), [("settings", "settings"), ("portfolio", "compare"), ("poster", "posters")]
)
def test_f1_in_a_dialog_opens_the_page_about_it(window, command, page, qtbot):
    window.actions_by_code[command].trigger()
    settle()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    dialog.activateWindow()
    QTest.keyClick(dialog, Key.Key_F1)
    settle()
    assert opened(window).code == page
    dialog.close()


def test_the_question_mark_beside_the_gaps_opens_their_page(window):
    window.view.tabs.show_panel("gaps")
    button = next(
        b
        for b in window.view.gaps.findChildren(type(question("gaps", "", window.dress.say, window.dress.colours)))
        if b.accessibleName() == "Help bij Gaten"
    )
    QTest.mouseClick(button, LEFT)
    settle()
    assert opened(window).code == "gaps"
