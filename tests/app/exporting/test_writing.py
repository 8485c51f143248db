"""What an export writes, where, and what the user hears of it: whole files or none, and never over anything unasked."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QPushButton

from app import tasks
from app.exporting import destination, offered, writing
from app.exporting.dialog import ExportDialog
from app.privacy.sharing import ShareDialog
from journeys.edits import entities
from journeys.exchange import formats
from journeys.exchange.formats import Format
from journeys.exchange.wanted import wanted
from tests.app.exporting.doing import answer, asked, box, export, file_dialog, press
from tests.app.exporting.test_choosing import choose

NAME = "Sanne & Youssef"


def shown(window):
    return [each for each in window.findChildren(ExportDialog) if each.isVisible()]


def test_the_study_is_written_and_can_be_opened_from_the_bar(qtbot, window, tmp_path):
    made = export(window, tmp_path / "uit.json")
    qtbot.waitUntil(lambda: "uit.json" in window.view.bar.text)
    assert window.view.bar.text == "Geëxporteerd naar uit.json."
    assert not made.isVisible()
    assert formats.read_file(tmp_path / "uit.json").document == window.session.document
    assert [each.text() for each in window.view.bar._buttons] == ["Openen", "Tonen in map"]


class Desktop(QObject):
    """Stands for the computer's programs."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop():
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_open_and_show_in_folder_lead_to_the_file(qtbot, window, tmp_path, desktop):
    out = tmp_path / "uit.json"
    for button, there in ((0, out), (1, tmp_path)):
        export(window, out)
        qtbot.waitUntil(lambda: not shown(window) and window.view.bar.text != "")
        window.view.bar._buttons[button].click()
        assert desktop.opened.pop() == str(there)
    export(window, out)
    qtbot.waitUntil(lambda: not shown(window) and window.view.bar.text != "")
    out.unlink()
    window.view.bar._buttons[0].click()
    assert desktop.opened == []
    assert window.view.bar.text == "uit.json staat er niet meer."


def test_only_the_chosen_journey_is_in_it_and_the_name_says_which(qtbot, window, tmp_path):
    made = asked(window, "md")
    choose(made.options.journeys.which, "one")
    made.go.click()
    proposed = file_dialog(made).selectedFiles()[0]
    journey = window.session.document.journeys[window.view.context.journey]
    assert journey.title in proposed
    answer(made, tmp_path / "een.md")
    qtbot.waitUntil((tmp_path / "een.md").exists)
    text = (tmp_path / "een.md").read_text("utf-8")
    others = {one.name for one in window.session.document.personas.values()}
    others -= {window.session.document.personas[journey.persona].name}
    assert not [name for name in others if name in text]


def test_the_file_speaks_the_language_that_was_chosen(qtbot, window, tmp_path):
    made = asked(window, "md")
    choose(made.options.language, "en")
    made.go.click()
    answer(made, tmp_path / "uit.md")
    qtbot.waitUntil((tmp_path / "uit.md").exists)
    assert "Personas" in (tmp_path / "uit.md").read_text("utf-8")


@pytest.mark.parametrize(("code", "typed", "made"), [
    ("json", "uit", "uit.json"), ("json", "versie 1.2", "versie 1.2.json"), ("md", "uit.json", "uit.json.md"),
    ("md", "UIT.MD", "UIT.MD"),
])  # fmt: skip
def test_a_name_gets_the_ending_of_the_format_that_was_chosen(qtbot, window, tmp_path, code, typed, made):
    export(window, tmp_path / typed, code)
    qtbot.waitUntil((tmp_path / made).exists)
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".levensreis"] == [made]


def test_a_file_that_the_question_for_a_name_did_not_see_is_asked_about(qtbot, window, tmp_path):
    there = tmp_path / "uit.json"
    there.write_text("van gisteren")
    made = export(window, tmp_path / "uit")
    assert box(made).text() == "1 bestand bestaat al."
    assert "uit.json" in box(made).informativeText()
    press(made, "Annuleren")
    assert there.read_text() == "van gisteren"
    made.go.click()
    answer(made, tmp_path / "uit")
    press(made, "Vervangen")
    qtbot.waitUntil(lambda: there.read_text("utf-8") != "van gisteren")
    qtbot.waitUntil(lambda: not shown(window))


def test_nothing_is_written_over_a_study(window, tmp_path):
    study = window.file.path.read_bytes()
    made = export(window, window.file.path)
    assert made.isVisible()
    assert made.told.text()
    assert window.file.path.read_bytes() == study
    made.reject()


def test_a_journey_each_goes_into_a_folder_under_the_names_that_were_told(qtbot, window, tmp_path):
    made = asked(window, "mermaid")
    told = [line.removeprefix("–  ") for line in made.options.files.text().split("\n")]
    made.go.click()
    question = file_dialog(made)
    assert question.fileMode() == QFileDialog.FileMode.Directory
    assert question.windowTitle() == "Kies een map voor de bestanden"
    folder = tmp_path / "hier"
    folder.mkdir()
    (folder / told[1]).write_text("van gisteren")
    question.setDirectory(str(folder))
    next(each for each in question.findChildren(QPushButton) if each.text() == "Hier opslaan").click()
    assert box(made).text() == "1 bestand bestaat al."
    press(made, "Vervangen")
    qtbot.waitUntil(lambda: not shown(window))
    assert sorted(each.name for each in folder.iterdir()) == sorted(told)
    assert all(each.read_bytes().startswith(b"journey") for each in folder.iterdir())
    assert window.view.bar.text == "4 bestanden staan nu in de map hier."


def test_when_a_later_file_is_refused_it_is_told_which_are_there(qtbot, window, tmp_path):
    made = asked(window, "mermaid")
    told = [line.removeprefix("–  ") for line in made.options.files.text().split("\n")]
    (tmp_path / told[0]).touch()
    made.go.click()
    answer(made, tmp_path)
    (tmp_path / told[2]).mkdir()  # while the question is there
    press(made, "Vervangen")
    qtbot.waitUntil(lambda: not shown(window))
    assert window.view.bar.text.startswith("2 bestanden staan nu in de map")
    assert "De andere zijn niet geschreven" in window.view.bar.text
    assert window.view.bar.property("grave")


def test_a_folder_in_the_place_of_a_file_is_told_before_anything_is_written(qtbot, window, tmp_path):
    made = asked(window, "mermaid")
    told = [line.removeprefix("–  ") for line in made.options.files.text().split("\n")]
    (tmp_path / told[2]).mkdir()
    made.go.click()
    answer(made, tmp_path)
    qtbot.waitUntil(lambda: "is een map" in made.told.text())
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".mmd"] == [told[2]]


def test_an_error_is_told_in_the_dialog_which_stays_for_another_try(qtbot, window, tmp_path):
    made = export(window, tmp_path / "is er niet" / "uit.json")
    qtbot.waitUntil(lambda: made.told.text() != "")
    assert made.isVisible()
    made.go.click()
    answer(made, tmp_path / "uit.json")
    qtbot.waitUntil((tmp_path / "uit.json").exists)
    qtbot.waitUntil(lambda: not shown(window))


def test_cancelling_leaves_no_file_and_the_dialog_open(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(tasks, "PROGRESS_MS", 0)
    gate, made = threading.Event(), asked(window, "mermaid")

    def slowly(asked_for):
        gate.wait(20)
        asked_for.watch(0.5)
        return b"x"

    slow = Format("slow", "Traag", "", (".traag",), "notation", write=slowly, a_file_each=True)
    done = []
    task = writing.start(
        made, window.dress.say, slow, wanted(window.session.document), tmp_path / "uit.traag", 4, done.append,
        done.append,
    )  # fmt: skip
    qtbot.waitUntil(lambda: any(each.isVisible() for each in made.findChildren(QProgressDialog)))
    made.findChild(QProgressDialog).findChild(QPushButton).click()
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert made.isVisible()
    assert done == []
    assert not list(tmp_path.glob("*.traag"))
    made.reject()


# Who is named


def test_an_anonymous_export_names_nobody_and_says_who_is_called_otherwise(qtbot, window, tmp_path):
    made = asked(window, "md")
    made.options.anonymous.click()
    qtbot.waitUntil(lambda: f"{NAME} → Persona A" in made.options.others.text())
    assert made.options.journeys.rows.item(0).text().startswith("Persona A: ")
    made.go.click()
    answer(made, tmp_path / "uit.md")
    qtbot.waitUntil((tmp_path / "uit.md").exists)
    qtbot.waitUntil(lambda: not shown(window))
    text = (tmp_path / "uit.md").read_text("utf-8")
    assert "Persona A" in text
    assert not [name for name in NAME.split(" & ") if name in text]


def test_without_the_tick_everybody_is_named_again(qtbot, window):
    made = asked(window, "md")
    made.options.anonymous.click()
    qtbot.waitUntil(lambda: NAME in made.options.others.text())
    made.options.anonymous.click()
    assert NAME not in made.options.others.text()
    assert made.options.journeys.rows.item(0).text().startswith(NAME)
    made.reject()


def test_an_anonymous_copy_holds_no_picture_and_no_snapshot(qtbot, window, tmp_path):
    made = asked(window)
    made.options.anonymous.click()
    qtbot.waitUntil(lambda: NAME in made.options.others.text())
    made.go.click()
    answer(made, tmp_path / "uit.json")
    qtbot.waitUntil((tmp_path / "uit.json").exists)
    found = formats.read_file(tmp_path / "uit.json")
    assert (found.images, found.snapshots) == ({}, ())
    assert "Youssef" not in (tmp_path / "uit.json").read_text("utf-8")


def test_what_one_sees_is_what_goes_out_while_names_are_hidden(qtbot, window, tmp_path):
    window.actions_by_code["hide_names"].trigger()
    made = asked(window, "md")
    assert made.options.anonymous.isHidden()
    assert made.options.veiled.text() == "Namen zijn verborgen, ook in het bestand."
    made.go.click()
    answer(made, tmp_path / "uit.md")
    qtbot.waitUntil((tmp_path / "uit.md").exists)
    assert "Youssef" not in (tmp_path / "uit.md").read_text("utf-8")


def test_a_copy_to_share_goes_in_another_format_too(qtbot, window, tmp_path):
    window.actions_by_code["share"].trigger()
    share = window.findChild(ShareDialog)
    qtbot.waitUntil(share.other.isEnabled)
    share.anonymous.click()
    share.other.click()
    made = share.findChild(ExportDialog)
    made.formats.choose("md")
    assert made.options.anonymous.isHidden()
    assert "pdf" not in [row.code for row in made.formats.rows]
    made.go.click()
    assert "om te delen" in file_dialog(made).selectedFiles()[0]
    answer(made, tmp_path / "uit.md")
    qtbot.waitUntil(lambda: "uit.md" in window.view.bar.text)
    assert not share.isVisible()
    assert "Youssef" not in (tmp_path / "uit.md").read_text("utf-8")


def test_the_study_of_before_the_last_edit_is_not_what_goes_out(qtbot, window, tmp_path):
    """What is being typed is in it too: the dialog begins with all that was entered."""
    persona = next(iter(window.session.document.personas.values()))
    window.history.perform(entities.change(window.session.document, "persona", persona.id, tagline="Net ingevuld"))
    export(window, tmp_path / "uit.json")
    qtbot.waitUntil((tmp_path / "uit.json").exists)
    assert "Net ingevuld" in (tmp_path / "uit.json").read_text("utf-8")


def test_a_file_keeps_every_ending_that_the_dialog_offers(tmp_path):
    for chosen in formats.written():
        for ending in offered.endings(chosen):
            path = tmp_path / f"reis{ending}"
            assert destination.ending_well(chosen, path, ending) == path, chosen.code
