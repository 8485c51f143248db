"""The dialog of an export: which formats there are, what they hold, and what is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app import settings
from app.dialogs.poster import PosterDialog
from app.dress import dress
from app.exporting import offered
from app.exporting.dialog import ExportDialog
from journeys.exchange import formats
from journeys.exchange.aspects import EVERYTHING
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from tests.app.exporting.doing import asked, export, file_dialog
from tests.app.window.clipping import covered, faults
from tests.app.window.test_languages import check

K = Qt.Key


@pytest.fixture
def dialog(window):
    made = asked(window)
    yield made
    made.reject()


def choose(field, value):
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_every_format_that_is_written_has_a_row_with_a_drawing_and_a_sentence(dialog):
    codes = [row.code for row in dialog.formats.rows if row.code]
    assert sorted(codes) == sorted([*(each.code for each in formats.written()), "pdf"])
    assert all(offered.SKETCHES[code] for code in codes)
    assert all(row.about and row.suffix for row in dialog.formats.rows if row.code)
    headings = [row.title for row in dialog.formats.rows if not row.code]
    assert headings[:2] == ["Om te lezen en te presenteren", "Tabellen"]


def test_arrows_go_from_format_to_format_and_enter_goes_on(qtbot, window):
    made = asked(window, "md")
    assert made.focusWidget() is made.formats
    seen = []
    for _ in range(3):
        qtbot.keyClick(made.formats, K.Key_Down)
        seen.append(made.formats.code)
    assert seen == ["pdf", "xlsx", "ods"]
    for _ in range(3):
        qtbot.keyClick(made.formats, K.Key_Up)
    qtbot.keyClick(made.formats, K.Key_Return)
    question = file_dialog(made)
    assert question.selectedFiles()[0].endswith("Een kind krijgen.md")
    question.reject()
    made.reject()


def test_a_screen_reader_hears_the_name_the_ending_and_the_sentence_of_a_row(dialog):
    read = QAccessible.queryAccessibleInterface(dialog.formats)
    names = [read.child(at).text(QAccessible.Text.Name) for at in range(read.childCount())]
    (told,) = [name for name in names if name.startswith("Excel")]
    assert told == f"Excel (.xlsx). {dialog.formats.written('xlsx').about}"
    assert "rij per stap" in told


def test_it_tells_what_does_not_go_along_for_the_format_and_the_journeys_that_are_chosen(dialog):
    assert dialog.options.lost.text() == "Alles gaat mee."
    assert dialog.options.journeys.isHidden()
    dialog.formats.choose("html")
    lacking = EVERYTHING - offered.format_of("html").keeps
    assert dialog.options.lost.text().count("–  ") == len(dialog.lost.found) <= len(lacking)
    everything = dialog.options.lost.text()
    choose(dialog.options.journeys.which, "one")
    assert dialog.options.lost.text() != everything


def test_without_a_journey_there_is_nothing_to_export(dialog):
    dialog.formats.choose("md")
    choose(dialog.options.journeys.which, "some")
    rows = dialog.options.journeys.rows
    for at in range(rows.count()):
        rows.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
    assert dialog.told.text() == "Kies minstens één reis."
    rows.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.go.isEnabled()
    assert dialog.told.isHidden()


def test_a_format_with_a_file_each_tells_what_they_are_called_unless_one_holds_all(dialog):
    dialog.formats.choose("mermaid")
    assert dialog.options.files_about.text() == "4 bestanden, één voor elke reis, in een map die u kiest:"
    assert dialog.options.files.text().count(".mmd") == 4
    assert "–  Een kind krijgen – Sanne & Youssef, Een kind krijgen (gewenst).mmd" in dialog.options.files.text()
    choose(dialog.options.ending, ".md")
    assert dialog.options.files.isHidden()
    choose(dialog.options.ending, ".mmd")
    choose(dialog.options.journeys.which, "one")
    assert dialog.options.files.isHidden()


def test_the_same_is_proposed_the_next_time(window):
    made = asked(window, "csv")
    choose(made.options.ending, ".tsv")
    choose(made.options.language, "en")
    choose(made.options.journeys.which, "one")
    made.reject()
    window.actions_by_code["export"].trigger()
    again = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
    options = again.options
    assert (again.formats.code, options.chosen_ending(), options.chosen_language()) == ("csv", ".tsv", "en")
    assert options.journeys.code == "one"
    again.reject()


def test_pdf_leads_to_the_posters(window):
    made = asked(window, "pdf")
    assert made.go.text() == "Naar de posters…"
    assert made.options.journeys.isHidden()
    made.go.click()
    assert not made.isVisible()
    (poster,) = window.findChildren(PosterDialog)
    poster.close()


def test_only_formats_without_words_of_ours_have_no_language(window):
    """Where the language of the file can be chosen it matters, and where not it does not."""
    document = window.session.document
    quick = [each for each in formats.written() if each.use != "reading" and each.code != "png"]
    for chosen in (*quick, offered.format_of("md")):
        dutch, english = (chosen.write(wanted(document, words(language))) for language in ("nl", "en"))
        assert (dutch == english) == (chosen.code in offered.WORDLESS), chosen.code


@pytest.mark.parametrize(("language", "percent", "size"), [("nl", 100, (760, 460)), ("en", 150, (1240, 660))])
def test_nothing_is_cut_off_or_in_the_other_language(qapp, window, language, percent, size):
    document = window.session.document
    window.redress(dress(qapp, language, "light", percent))
    made = asked(window, "mermaid")
    made.resize(*size)
    choose(made.options.journeys.which, "some")
    QApplication.processEvents()
    assert [*faults(made), *covered(made)] == []
    made.options.anonymous.click()
    check(made, language, document)
    made.reject()
    window.redress(dress(qapp, "nl", "light", 100))


def test_odd_settings_are_passed_over(window):
    settings.set_exporting("last", '{"format": [], "endings": {"csv": {}, "x": "[*]", "mermaid": ".md"}}')
    settings.set_exporting(f"study-{window.session.document.study.id}", '{"which": {}, "language": ["nl"]}')
    window.actions_by_code["export"].trigger()
    made = window.findChild(ExportDialog)
    assert (made.formats.code, made.options.journeys.code, made.options.chosen_language()) == ("pptx", "all", "nl")
    assert made.options.endings() == {"mermaid": ".md"}
    made.reject()


def test_one_dialog_at_a_time(window, tmp_path):
    made = asked(window)
    assert asked(window) is made
    made.reject()
    export(window, tmp_path / "x.json")
