"""A file called what no line can hold: each place that names it shows it on one line, and what is odd is seen."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QMenu

from app import menus
from app.pictures import settle
from tests.journeys.store.colleagues import somebody_else

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file of Windows can be called so")
SHOWN = "a�b�[31m�gnp"


@pytest.fixture
def odd(path):
    return path.rename(path.with_name("a\nb\x1b[31m\u202egnp.levensreis"))


def test_title_and_menu_and_start_page_name_a_file_on_one_line(program, odd):
    window = program.open_file(program.new_window(), odd)
    assert f"— {SHOWN}.levensreis — Levensreis" in window.windowTitle()
    menu = QMenu(window)
    menus.submenus(window)["recent"](menu)
    assert menu.actions()[0].text() == f"{SHOWN}.levensreis"
    assert SHOWN in menu.actions()[0].toolTip()
    start = program.new_window()
    start.show_welcome()
    settle()
    (row,) = start.start_page.files.rows
    assert row.accessibleName().startswith(f"{SHOWN}. ")
    assert SHOWN in row.toolTip()


def test_the_message_of_a_lock_stays_one_sentence_whatever_it_says(qtbot, program, odd):
    somebody_else(odd, user="An\nna\x1b", host="els\twaar")
    window = program.open_file(program.new_window(), odd)
    qtbot.waitUntil(lambda: "An�na� werkt sinds" in window.bar.text)
    assert f"aan {SHOWN}.levensreis, op de computer els�waar." in window.bar.text
    assert window.bar.text.isprintable()
