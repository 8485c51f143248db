"""The privacy check and the copy to share, as a user meets them; and the soft word before something goes out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app import privacy, settings
from app.dialogs import documents
from app.exporting.dialog import ExportDialog
from app.privacy.dialog import PrivacyDialog
from app.privacy.sharing import ShareDialog
from journeys import store
from journeys.edits import entities, facts, study
from journeys.store.opener import open_file
from tests.app.exporting import doing as exports

NUMBER = "06-12345678"
PAST = dt.date(2020, 1, 1)


def body(window, step, text):
    document = window.session.document
    assert window.history.perform(entities.change(document, "step", step.id, body=text))


@pytest.fixture
def step(window):
    return next(one for one in window.session.document.steps.values() if one.journey == window.view.context.journey)


@pytest.fixture
def dirty(window, step):
    body(window, step, f"Bel {NUMBER} of mail jan@voorbeeld.nl")
    return window


@pytest.fixture
def dialog(qtbot, dirty):
    dirty.actions_by_code["privacy"].trigger()
    made = dirty.findChild(PrivacyDialog)
    yield made
    for one in dirty.findChildren(PrivacyDialog):
        one.close()


def listed(page) -> list[str]:
    heads = [page.rows.topLevelItem(at) for at in range(page.rows.topLevelItemCount())]
    inside = [[head.child(at).text(0) for at in range(head.childCount())] for head in heads]
    return [line for head, lines in zip(heads, inside, strict=True) for line in (head.text(0), *lines)]


def again(qtbot, dialog, count):
    qtbot.waitUntil(lambda: dialog.tabs.tabText(0) == f"Lijkt persoonlijk ({count})")


def test_what_looks_personal_is_listed_by_kind_and_masked(dialog):
    assert listed(dialog.found) == [
        "E-mailadres (1)", "Bel 06-••••••78 of mail j•••@voorbeeld.nl",
        "Telefoonnummer (1)", "Bel 06-••••••78 of mail j•••@voorbeeld.nl",
    ]  # fmt: skip
    assert dialog.found.summary.text() == "2 dingen lijken op persoonsgegevens."


def test_enter_goes_to_the_field_in_which_it_stands(qtbot, dialog, dirty, step):
    other = next(one for one in dirty.session.document.journeys if one != step.journey)
    dirty.view.show_journey(other)
    qtbot.keyClick(dialog.found.rows, Qt.Key.Key_Return)
    assert dirty.view.context.journey == step.journey
    assert dirty.view.map.selected() == (step.id,)
    assert dirty.view.inspector.focusWidget().toPlainText().startswith("Bel 06")


def test_a_dialog_over_the_map_steps_aside_and_is_called_back(qtbot, dialog, dirty):
    dialog.setGeometry(dirty.geometry())
    qtbot.mouseClick(dialog.found.show_it, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert "beschrijving" in dirty.view.bar.text
    dirty.view.bar._buttons[0].click()
    assert dialog.isVisible()


def test_taking_it_out_is_one_edit_that_undo_brings_back(qtbot, dialog, dirty, step):
    dialog.found.rows.selectAll()
    assert dialog.found.take_out.text() == "Haal 2 weg"
    before = dirty.history.index
    qtbot.mouseClick(dialog.found.take_out, Qt.MouseButton.LeftButton)
    assert dirty.session.document.steps[step.id].body == "Bel […] of mail […]"
    assert dirty.history.index == before + 1
    again(qtbot, dialog, 0)
    assert dialog.found.summary.text() == "Niets lijkt op persoonsgegevens."
    assert dialog.found.nothing.isVisible()
    assert "geen garantie" in dialog.found.nothing.text()
    assert "2 stukken tekst weggehaald" in dirty.actions_by_code["undo"].text()
    dirty.history.undo()
    assert NUMBER in dirty.session.document.steps[step.id].body
    again(qtbot, dialog, 2)


def test_not_personal_is_remembered_in_the_study_and_can_be_taken_back(qtbot, dialog, dirty):
    dialog.found.rows.setFocus()
    qtbot.mouseClick(dialog.found.no, Qt.MouseButton.LeftButton)
    again(qtbot, dialog, 1)
    assert "Gemarkeerd als niet persoonlijk (1)" in listed(dialog.found)
    assert [mute.reason for mute in dirty.session.document.mutes.values()] == ["j•••@voorbeeld.nl"]
    heads = [dialog.found.rows.topLevelItem(at) for at in range(dialog.found.rows.topLevelItemCount())]
    dialog.found.rows.clearSelection()
    dialog.found.rows.setCurrentItem(heads[-1])
    assert dialog.found.no.text() == "Toch persoonlijk"
    qtbot.mouseClick(dialog.found.no, Qt.MouseButton.LeftButton)
    again(qtbot, dialog, 2)
    assert not dirty.session.document.mutes


def test_real_people_are_told_with_their_consent_and_the_study_with_its_date(qtbot, dialog, dirty):
    document = dirty.session.document
    persona = next(iter(document.personas.values()))
    dirty.history.perform(entities.change(document, "persona", persona.id, privacy="real", consent_until=PAST))
    dirty.history.perform(study.change(document, expires_on=PAST))
    qtbot.waitUntil(lambda: "echte persoon" in dialog.people.counts.text())
    assert "zou bewaard worden tot en met wo 1 jan 2020" in dialog.people.expired.text()
    head = dialog.people.rows.topLevelItem(0)
    assert (head.text(0), head.child(0).text(1)) == ("Echte personen (1)", "Toestemming liep af op wo 1 jan 2020")
    dialog.people.rows.setCurrentItem(head.child(0))
    dialog.people.show_it.click()
    assert dirty.view.inspector.currentWidget().id == persona.id


def test_somebody_is_found_and_replaced_where_there_is_a_tick(qtbot, dialog, dirty, step):
    body(dirty, step, "Anna helpt Anna's moeder en belt Anna")
    page = dialog.finder
    dialog.tabs.setCurrentWidget(page)
    qtbot.keyClicks(page.name, "Anna")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert page.summary.text() == "Genoemd op 3 plekken in deze studie."
    page.rows.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    page.instead.setText("iemand")
    qtbot.mouseClick(page.replace, Qt.MouseButton.LeftButton)
    assert dirty.session.document.steps[step.id].body == "iemand helpt Anna's moeder en belt iemand"
    again(qtbot, dialog, 0)
    assert page.summary.text() == "Genoemd op 1 plek in deze studie."


def test_other_studies_are_listed_and_left_as_they_are(qtbot, dialog, dirty, step, tmp_path, child):
    body(dirty, step, "Anna belt")
    other = tmp_path / "Ander.levensreis"
    there = child.snapshot()
    there.write(facts.add(there, "Anna was hier").changes)
    store.create_file(other, there)
    settings.add_recent_file(other)
    before = other.read_bytes()
    page = dialog.finder
    page.others.setChecked(True)
    page.name.setText("Anna")
    page.look()
    qtbot.waitUntil(lambda: "In andere studies en momentopnamen (1)" in listed(page))
    assert [item.text(1) for item in [page.rows.topLevelItem(1).child(0)]] == ["1 plek"]
    page.copy.click()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Waar “Anna” wordt genoemd\n\nStudie: Een kind krijgen")
    assert "beschrijving: Anna belt" in told
    assert "- Ander.levensreis: 1 plek" in told
    assert other.read_bytes() == before


def test_it_follows_the_window_to_another_language(qtbot, dialog, dirty):
    from app.dress import dress

    old = dirty.dress
    dirty.redress(dress(QGuiApplication.instance(), "en", "light"))
    shown = [one for one in dirty.findChildren(PrivacyDialog) if one.isVisible()]
    assert [one.tabs.tabText(0) for one in shown] == ["Looks personal (2)"]
    dirty.redress(old)


# Before something goes out


def asked(window) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def file_dialog(window) -> QFileDialog | None:
    return next((one for one in window.findChildren(QFileDialog) if one.isVisible()), None)


def button(box, text):
    return next(each for each in box.buttons() if each.text().replace("&", "") == text)


@pytest.fixture
def exporting(window):
    """Goes from the menu as far as it goes without an answer, and gives the dialog."""

    def go():
        dialog = exports.asked(window)
        dialog.go.click()
        return dialog

    yield go
    for dialog in window.findChildren(ExportDialog):
        dialog.reject()


def leave(dialog):
    exports.file_dialog(dialog).reject()
    dialog.reject()


def test_an_export_asks_nothing_when_nothing_looks_personal_and_else_once(window, step, exporting):
    leave(exporting())
    assert asked(window) is None
    body(window, step, f"Bel {NUMBER} of mail jan@voorbeeld.nl")
    dialog = exporting()
    box = asked(window)
    assert box.text() == "2 dingen lijken op persoonsgegevens."
    assert NUMBER not in box.informativeText()
    assert file_dialog(window) is None
    button(box, "Verder").click()
    leave(dialog)
    leave(exporting())
    assert asked(window) is None


def test_an_export_with_real_people_says_how_many_and_offers_one_without_names(qtbot, window, exporting):
    document = window.session.document
    persona = next(iter(document.personas.values()))
    window.history.perform(entities.change(document, "persona", persona.id, privacy="real", name="Xantippe"))
    dialog = exporting()
    box = asked(window)
    assert box.text() == "1 persona is een echte persoon."
    assert file_dialog(window) is None
    button(box, "Kopie om te delen…").click()
    assert not dialog.isVisible()
    share = window.findChild(ShareDialog)
    qtbot.waitUntil(share.save.isEnabled)
    assert share.anonymous.isChecked()
    share.reject()


def test_an_anonymous_export_of_real_people_asks_nothing(qtbot, window, exporting):
    document = window.session.document
    persona = next(iter(document.personas.values()))
    window.history.perform(entities.change(document, "persona", persona.id, privacy="real", name="Xantippe"))
    dialog = exporting()
    button(asked(window), "Annuleren").click()
    dialog.options.anonymous.click()
    qtbot.waitUntil(lambda: "Xantippe → Persona " in dialog.options.others.text())
    dialog.go.click()
    assert asked(window) is None
    leave(dialog)
    dialog = exporting()
    button(asked(window), "Verder").click()
    leave(dialog)
    leave(exporting())
    assert asked(window) is None


def test_something_new_is_asked_about_again_and_can_be_looked_at(dirty, step, exporting):
    dialog = exporting()
    button(asked(dirty), "Verder").click()
    leave(dialog)
    body(dirty, step, "Bel 06-87654321")
    dialog = exporting()
    assert asked(dirty).text() == "1 ding lijkt op een persoonsgegeven."
    button(asked(dirty), "Bekijken").click()
    assert file_dialog(dirty) is None
    assert not dialog.isVisible()
    assert dirty.findChild(PrivacyDialog).isVisible()
    dirty.findChild(PrivacyDialog).close()


def test_a_poster_asks_about_what_is_on_it(qtbot, dirty):
    from app.dialogs import poster

    made = poster.show(dirty)
    qtbot.waitUntil(lambda: made._personal is not None, timeout=20_000)
    assert len(made._personal) == 1
    made.foot.save.click()
    box = asked(dirty)
    assert box.text() == "2 dingen lijken op persoonsgegevens."
    box.reject()
    made._personal = frozenset()
    made.foot.save.click()
    assert asked(dirty) is None
    file_dialog(dirty).reject()
    made.close()


def test_a_study_past_its_date_says_so_when_it_opens(program, tmp_path, child):
    old = child.snapshot()
    persona = next(iter(old.personas.values()))
    old.write({("study", old.study.id): (old.study, replace(old.study, expires_on=PAST))})
    old.write({("persona", persona.id): (persona, replace(persona, privacy="real", consent_until=PAST))})
    file = tmp_path / "Oud.levensreis"
    store.create_file(file, old)
    window = program.open_file(program.new_window(), file)
    documents.tell_opened(window, ())
    assert "zou bewaard worden tot en met wo 1 jan 2020" in window.bar.text
    assert "De toestemming van 1 echte persoon in deze studie is verlopen." in window.bar.text


# A copy to share


def written_as(qtbot, window, share, path):
    share.write(path)
    qtbot.waitUntil(lambda: path.name in window.view.bar.text)


@pytest.fixture
def share(qtbot, dirty):
    dirty.actions_by_code["share"].trigger()
    made = dirty.findChild(ShareDialog)
    qtbot.waitUntil(made.save.isEnabled)
    return made


def test_the_preview_says_what_goes_and_the_copy_holds_no_more_than_that(qtbot, dirty, share, tmp_path):
    assert share.whole.isChecked()
    assert share.remarks.text() == "2 dingen lijken op persoonsgegevens."
    share.anonymous.click()
    told = share.preview.text()
    assert "–  2 dingen die op persoonsgegevens lijken" in told
    assert "Sanne & Youssef → Persona A" in told
    assert "Wie wie was, wordt nergens bewaard." in told
    assert not share.remarks.isVisible()
    written_as(qtbot, dirty, share, tmp_path / "Anoniem.levensreis")
    opened = open_file(tmp_path / "Anoniem.levensreis")
    assert opened.snapshots == ()
    for gone in (NUMBER.encode(), b"Youssef"):
        assert gone not in (tmp_path / "Anoniem.levensreis").read_bytes()
    assert NUMBER in " ".join(each.body for each in dirty.session.document.steps.values())


def test_with_real_people_anonymous_is_proposed(qtbot, dirty):
    document = dirty.session.document
    persona = next(iter(document.personas.values()))
    dirty.history.perform(entities.change(document, "persona", persona.id, privacy="real"))
    made = privacy.share(dirty)
    qtbot.waitUntil(made.save.isEnabled)
    assert made.anonymous.isChecked()
    made.whole.click()
    assert made.people.text().startswith("1 persona is een echte persoon.")
    made.reject()


def test_the_whole_study_goes_with_names(qtbot, dirty, share, tmp_path):
    share.save.click()
    dialog = share.findChild(QFileDialog)
    assert dialog.nameFilters() == ["Studies (*.levensreis)"]
    dialog.reject()
    written_as(qtbot, dirty, share, tmp_path / "k.levensreis")
    assert b"Youssef" in (tmp_path / "k.levensreis").read_bytes()


def test_the_study_itself_is_never_written_over(qtbot, share, path):
    before = path.read_bytes()
    share.write(path)
    qtbot.waitUntil(lambda: path.name in share.remarks.text())
    assert path.read_bytes()[:100] == before[:100]
    assert share.isVisible()
    share.reject()


def test_while_names_are_hidden_they_are_shown_first(qtbot, dirty):
    dirty.actions_by_code["hide_names"].trigger()
    assert privacy.share(dirty) is None
    assert privacy.check(dirty) is None
    assert "Laat eerst de namen zien" in dirty.bar.text
