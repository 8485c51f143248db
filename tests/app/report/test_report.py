"""A report that its reader reads first: everything that helps, nothing of anybody, and nothing is sent."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QPushButton

from app import logbook, mishaps
from app.report import facts
from journeys.edits import entities, steps

CANARY = "Kanariepiet Zonderland"


@pytest.fixture
def report(window):
    window.actions_by_code["problem"].trigger()
    made = window.findChild(QDialog, "report")
    yield made
    made.close()


def test_it_has_the_versions_the_screen_the_settings_and_the_last_lines_of_the_log(window):
    logbook.begin(mishaps.log_folder())
    for number in range(100):
        logbook.wrote(f"line {number}")
    logbook.end()
    text = facts.text(window)
    for told in ("Levensreis", "Python", "PySide6", "SQLite", "offscreen", "Taal: nl", "line 99", "line 40",
                 f"step {len(window.session.document.steps)}", "Laatste storing"):  # fmt: skip
        assert told in text
    assert "line 39" not in text


def test_I6_nothing_of_anybody_is_in_a_report(window, path, home, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "j.zonderland")
    monkeypatch.setattr("platform.node", lambda: "LAPTOP-ZONDERLAND")
    document = window.session.document
    window.history.perform(steps.rename(document, next(iter(document.steps)), CANARY))
    window.history.perform(entities.change(document, "persona", next(iter(document.personas)), name=CANARY))
    logbook.begin(mishaps.log_folder())
    logbook.wrote(f"{path} and {Path.home()} and J.Zonderland at laptop-zonderland")
    logbook.end()
    text = facts.text(window)
    for secret in (CANARY, str(Path.home()), str(home), "onderland", path.stem):
        assert secret not in text.replace(str(path), ""), secret


def test_what_is_copied_is_what_one_reads_and_may_be_changed_first(report):
    report.story.setPlainText("Ik sleepte een stap en toen stond alles stil.")
    report.facts.setPlainText("Alleen dit.")
    report.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "Wat er gebeurde\nIk sleepte een stap en toen stond alles stil.\n\nAlleen dit.\n"
    assert report.told.text() == "Gekopieerd. Plak het in een e-mail of een formulier."


def test_it_is_saved_where_one_wants_it(report, tmp_path):
    report.save.click()
    asked = report.findChild(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "Melding.txt"))
    asked.reject()
    assert (tmp_path / "Melding.txt").read_text("utf-8") == report.whole()
    assert report.told.text() == "Opgeslagen als Melding.txt."


def test_a_place_where_nothing_can_be_written_is_told(report, tmp_path):
    report.save.click()
    asked = report.findChild(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "weg" / "Melding.txt"))
    asked.reject()
    assert "map" in report.told.text()


def test_it_is_there_without_a_study_and_once(program):
    window = program.new_window()
    window.show_welcome()
    for _ in range(2):
        window.actions_by_code["problem"].trigger()
    (made,) = [one for one in window.findChildren(QDialog, "report") if one.isVisible()]
    assert "Geen" in made.facts.toPlainText()
    made.close()


def test_every_part_has_a_name_and_tab_goes_through_all(report):
    assert report.story.hasFocus()
    parts = [*report.findChildren(QPlainTextEdit), *report.findChildren(QPushButton)]
    assert all(part.accessibleName() or part.text() for part in parts)
    seen = set()
    for _ in range(8):
        seen.add(QGuiApplication.focusObject())
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Tab)
    assert {report.story, report.facts, report.copy, report.save, report.close_button} <= seen
