"""F1 while exporting and importing opens the page about the format that is chosen, or that the file is in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton

from app import tasks
from app.dialogs import documents
from app.dialogs.intake_preview import IntakeDialog
from app.exporting.dialog import ExportDialog
from app.help.viewer import opened
from app.importing.dialog import ImportDialog
from app.pictures import settle
from journeys import store
from journeys.exchange import formats
from journeys.exchange.wanted import wanted
from journeys.help.told import page_of
from tests.journeys.studies import study

MERMAID = "journey\n  section Zoeken\n    Huis zoeken: 4: Sanne, Makelaar\n"


@pytest.fixture
def window(program, tmp_path):
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(8, 2))
    made = program.open_file(program.new_window(), file)
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def exporting(window):
    window.actions_by_code["export"].trigger()
    made = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
    yield made
    made.reject()


@pytest.fixture
def imported(qtbot, window, tmp_path):
    """Bring in a file with this name, up to the dialog that shows it."""
    shown = []

    def bring(name, data, kind):
        file = tmp_path / name
        file.write_bytes(data)
        documents.import_file(window, file)
        tasks.wait_for_all()
        qtbot.waitUntil(lambda: window.findChild(kind) is not None)
        shown.append(window.findChild(kind))
        qtbot.waitUntil(lambda: not shown[-1].work.busy)
        return shown[-1]

    yield bring
    for each in shown:
        each.reject()


def page_after_f1(dialog: QDialog, window) -> str:
    """The help comes forward over the dialog and goes again, so that the next one can be asked for."""
    dialog.activateWindow()
    settle()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    settle()
    held = opened(window)
    assert held is not None
    code = held.code
    held.close()
    QApplication.processEvents()
    return code


def test_f1_while_exporting_follows_the_format_that_is_chosen(exporting, window):
    for code in ("ods", "mermaid"):
        exporting.formats.choose(code)
        assert page_after_f1(exporting, window) == page_of(code)
    exporting.formats.choose("pdf")
    assert page_after_f1(exporting, window) == "posters"


def test_the_question_mark_of_the_export_follows_too(exporting, window):
    exporting.formats.choose("drawio")
    sign = next(each for each in exporting.findChildren(QToolButton) if each.accessibleName().startswith("Help"))
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    settle()
    assert opened(window).code == "drawio"
    opened(window).close()


def test_f1_while_importing_is_about_what_the_file_turned_out_to_be(imported, window):
    dialog = imported("notities.txt", MERMAID.encode(), ImportDialog)
    assert page_after_f1(dialog, window) == "mermaid"


def test_f1_while_importing_a_table_is_about_tables(imported, window):
    data = next(one for one in formats.written() if one.code == "xlsx").write(wanted(study(5)))
    dialog = imported("reis.xlsx", data, IntakeDialog)
    assert page_after_f1(dialog, window) == "xlsx"


def test_f1_at_pasted_cells_is_about_copying_and_pasting(window):
    from app.dialogs import intake

    intake.paste_text(window.view, "".join(f"Fase\tStap {n}\n" for n in range(20)))
    dialog = window.findChild(IntakeDialog)
    assert page_after_f1(dialog, window) == "clipboard"
    dialog.reject()
