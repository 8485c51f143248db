"""Copy, cut, paste and duplicate through the system's clipboard, between journeys and windows."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit

from app import beginning, clipboard, images
from journeys import store
from journeys.exchange import fragment_json, html_table, mermaid
from journeys.phrases import edit_text
from tests.journeys.studies import study

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path):
    """A small study in a file: these tests open many windows."""
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(8, 2))
    return file


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp):
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def steps_of(window, journey=None):
    """Ids in reading order."""
    from app.canvas import names

    view = window.view
    return [step.id for step in names.reading_order(view.session.document, journey or view.context.journey)]


def press(qtbot, window, key):
    window.view.map.setFocus()
    qtbot.keyClick(window.view.map, key, CONTROL)


def done(window):
    return edit_text(window.history.undoable(), window.dress.say)


def test_steps_go_to_another_journey_in_one_step_that_undo_names(qtbot, window):
    view = window.view
    view.map.select(steps_of(window)[:3])
    press(qtbot, window, K.Key_C)
    other = list(view.session.document.journeys)[1]
    view.show_journey(other)
    before = view.session.document.snapshot()
    press(qtbot, window, K.Key_V)
    assert done(window) == "3 stappen geplakt"
    pasted = [view.session.document.steps[id_] for id_ in view.map.selected()]
    assert len(pasted) == 3
    assert {step.journey for step in pasted} == {other}
    window.actions_by_code["undo"].trigger()
    assert view.session.document == before


def test_one_step_goes_where_the_cursor_stands(qtbot, window):
    view = window.view
    first, *_, last = steps_of(window)
    view.map.reveal(first)
    press(qtbot, window, K.Key_C)
    front = next(id_ for id_ in reversed(steps_of(window)) if view.session.document.steps[id_].stage == "front")
    view.map.reveal(front)
    press(qtbot, window, K.Key_V)
    steps = view.session.document.steps
    (new,) = view.map.selected()
    assert (steps[new].phase, steps[new].column) == (steps[front].phase, steps[front].column + 1)
    assert done(window).startswith(f"Stap geplakt in {view.session.document.phases[steps[front].phase].name}")
    assert last in steps


def test_steps_go_to_another_window_with_its_own_study(qtbot, window, program):
    window.view.map.select(steps_of(window)[:4])
    press(qtbot, window, K.Key_C)
    other = program.new_window()
    beginning.start_blank(program, other)
    press(qtbot, other, K.Key_V)
    document = other.session.document
    assert len(document.steps) == 4
    assert len(document.phases) == 3, "phases of a study are its own"
    assert {party.name for party in document.parties.values()} >= {"Verloskundige", "Burgerzaken"}
    assert len(document.links) == 3


def test_a_cut_takes_the_steps_away_and_a_paste_brings_them_back(qtbot, window):
    view = window.view
    step = steps_of(window)[1]
    title, links = view.session.document.steps[step].title, len(view.session.document.links)
    view.map.reveal(step)
    press(qtbot, window, K.Key_X)
    assert step not in view.session.document.steps
    assert done(window) == f"Stap geknipt: “{title}”"
    assert len(view.session.document.links) < links
    press(qtbot, window, K.Key_V)
    assert view.session.document.steps[view.map.selected()[0]].title == title


def test_duplicate_by_key_is_no_delete(qtbot, window):
    view = window.view
    step = steps_of(window)[0]
    view.map.reveal(step)
    press(qtbot, window, K.Key_D)
    assert step in view.session.document.steps
    (copy,) = view.map.selected()
    assert view.session.document.steps[copy].title == view.session.document.steps[step].title
    assert done(window).startswith("Stap gedupliceerd")


def test_a_note_is_copied_to_another_step(qtbot, window):
    view = window.view
    document = view.session.document
    note = next(n for n in document.notes.values() if n.step in steps_of(window))
    target = next(id_ for id_ in steps_of(window) if id_ != note.step)
    view.map.reveal(note.id)
    press(qtbot, window, K.Key_C)
    view.map.reveal(target)
    press(qtbot, window, K.Key_V)
    assert [n.text for n in document.notes.values() if n.step == target][-1] == note.text
    assert done(window).startswith("Briefje geplakt")


def carried(*formats):
    """What is on the clipboard when it has gone through another program: only these formats are left."""
    held, mime = QGuiApplication.clipboard().mimeData(), QMimeData()
    for name in formats:
        mime.setData(name, bytes(held.data(name).data()))
    QGuiApplication.clipboard().setMimeData(mime)


def test_a_spreadsheet_reads_rows_an_editor_a_diagram_and_a_text_field_the_words_alone(qtbot, window):
    view = window.view
    step = view.session.document.steps[steps_of(window)[0]]
    view.map.reveal(step.id)
    press(qtbot, window, K.Key_C)
    rows = list(csv.reader(html_table.as_text(QGuiApplication.clipboard().mimeData().html()).splitlines(), "excel-tab"))
    assert rows[0][:4] == ["Fase", "Stap", "Beschrijving", "Partij"]
    assert (rows[0][-1], rows[1][-1]) == ("Id", step.id)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "journey"
    assert lines[-1].strip() == f"{step.title}: 1: Persona 1, Gemeente Voorbeeldstad"
    view.map.begin_edit(steps_of(window)[1])
    qtbot.keyClick(view.map.writer.editor, K.Key_V, CONTROL)
    assert view.map.writer.editor.toPlainText() == step.title
    view.map.writer.editor.cancel()


@pytest.mark.parametrize("left", ["text/plain", "text/html"])
def test_what_went_through_another_program_comes_back_as_steps(qtbot, window, program, left):
    titles = [window.session.document.steps[id_].title for id_ in steps_of(window)[:3]]
    window.view.map.select(steps_of(window)[:3])
    press(qtbot, window, K.Key_C)
    carried(left)
    other = program.new_window()
    beginning.start_blank(program, other)
    press(qtbot, other, K.Key_V)
    assert [step.title for step in other.session.document.steps.values()] == titles


def test_rows_that_were_changed_in_a_spreadsheet_come_back_onto_the_same_steps_in_one_edit(qtbot, window):
    first, second = steps_of(window)[:2]
    before = window.session.document.snapshot()
    window.view.map.select((first, second))
    press(qtbot, window, K.Key_C)
    html = QGuiApplication.clipboard().mimeData().html()
    mime = QMimeData()
    mime.setHtml(html.replace(before.steps[first].title, "Anders in het rekenblad"))
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, window, K.Key_V)
    after = window.session.document
    assert after.steps[first].title == "Anders in het rekenblad"
    assert after.steps[second] == before.steps[second]
    assert set(after.steps) == set(before.steps)
    window.actions_by_code["undo"].trigger()
    assert window.session.document == before


def test_a_mermaid_journey_becomes_steps_of_the_shown_journey_and_what_was_guessed_is_told(qtbot, window):
    before = window.session.document.snapshot()
    QGuiApplication.clipboard().setText(
        "```mermaid\njourney\n title Verhuizen\n section Zwanger!\n  Dozen pakken: 6: Ik, Buren\n```"
    )
    press(qtbot, window, K.Key_V)
    after = window.session.document
    (new,) = (step for id_, step in after.steps.items() if id_ not in before.steps)
    assert (new.title, new.emotion, new.journey) == ("Dozen pakken", 2, window.view.context.journey)
    assert len(after.journeys) == len(before.journeys)
    assert "Buren" in {after.parties[contact.party].name for contact in new.contacts}
    assert "(regel 5)" in window.view.bar.text
    window.actions_by_code["undo"].trigger()
    assert window.session.document == before


def test_what_only_looks_like_our_steps_is_told_and_changes_nothing(qtbot, window):
    before = window.session.document.snapshot()
    for data in (b" ", b"{}", b"\xff\xfe", b'{"format":"levensreis-steps","version":1,"steps":[7]}'):
        mime = QMimeData()
        mime.setData(fragment_json.MIME, data)
        QGuiApplication.clipboard().setMimeData(mime)
        window.view.bar.hide()
        press(qtbot, window, K.Key_V)
        assert window.session.document == before
        assert window.view.bar.text


def test_lines_of_text_become_steps(qtbot, window):
    QGuiApplication.clipboard().setText("Eerste regel\nTweede regel")
    count = len(window.session.document.steps)
    press(qtbot, window, K.Key_V)
    assert len(window.session.document.steps) == count + 2


def test_a_picture_goes_on_the_selected_step_and_travels_with_it(qtbot, window, program):
    view = window.view
    step = steps_of(window)[0]
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    press(qtbot, window, K.Key_V)
    assert "één stap" in window.status.currentMessage()
    view.map.reveal(step)
    press(qtbot, window, K.Key_V)
    qtbot.waitUntil(lambda: view.session.document.steps[step].image is not None)
    press(qtbot, window, K.Key_C)
    other = program.new_window()
    beginning.start_blank(program, other)
    press(qtbot, other, K.Key_V)
    (pasted,) = other.session.document.steps.values()
    assert other.view.context.image(pasted.image) == view.context.image(view.session.document.steps[step].image)


def test_cells_of_a_spreadsheet_are_text_also_where_they_come_with_a_picture(qtbot, window):
    mime = QMimeData()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    mime.setImageData(picture)
    mime.setText("Zwanger!\tUit het rekenblad\n")
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, window, K.Key_V)
    assert "Uit het rekenblad" in {step.title for step in window.session.document.steps.values()}


def test_addresses_of_the_web_are_not_fetched(qtbot, window):
    mime = QMimeData()
    mime.setUrls([QUrl("https://voorbeeld.nl/a.png")])
    QGuiApplication.clipboard().setMimeData(mime)
    window.view.map.reveal(steps_of(window)[0])
    press(qtbot, window, K.Key_V)
    assert "deze computer" in window.view.bar.text


def test_with_nothing_selected_the_user_hears_what_to_do(window):
    window.view.map.select(())
    window.view.map.give_up()
    assert not clipboard.copy(window.view)
    assert "Selecteer" in window.status.currentMessage()


def test_the_menu_copies_from_the_field_in_which_somebody_types(qtbot, window):
    view = window.view
    view.map.reveal(steps_of(window)[0])
    field = next(f for f in view.inspector.currentWidget().findChildren(QLineEdit) if f.isVisible() and f.text())
    field.setFocus()
    field.selectAll()
    window.actions_by_code["copy"].trigger()
    assert QGuiApplication.clipboard().text() == field.text()
    assert not QGuiApplication.clipboard().mimeData().hasFormat(fragment_json.MIME)


def test_the_selection_is_copied_as_a_table_that_plain_spreadsheets_read_too(window):
    window.view.map.select(steps_of(window)[:2])
    window.actions_by_code["copy_table"].trigger()
    held = QGuiApplication.clipboard().mimeData()
    assert len(held.text().splitlines()) == held.html().count("<tr>") == 3
    assert not held.hasFormat(fragment_json.MIME)
    assert window.status.currentMessage() == "2 stappen gekopieerd als tabel"


def test_without_a_selection_the_whole_journey_is_copied_as_mermaid(window):
    window.view.map.select(())
    window.view.map.give_up()
    window.actions_by_code["copy_diagram"].trigger()
    coming = mermaid.read(QGuiApplication.clipboard().text().encode(), "")
    assert [step.title for step in coming.incoming.steps] == [f"Stap {number}" for number in range(1, 9)]


def test_the_map_is_copied_as_a_picture(qtbot, window):
    window.actions_by_code["copy_picture"].trigger()
    qtbot.waitUntil(lambda: images.on_clipboard().hasImage(), timeout=20_000)
    assert QGuiApplication.clipboard().image().width() > 1000


def test_a_table_of_a_web_page_becomes_steps_and_a_text_with_a_small_table_lines(qtbot, window):
    before = set(window.session.document.steps)
    mime = QMimeData()
    mime.setHtml("<p>Zo</p><table><tr><th>Fase<th>Stap<tr><td>Zwanger!<td>Eerst &lt;bellen&gt;<br>of mailen</table>")
    mime.setText("Zo\nFase\nStap\nZwanger!\nEerst <bellen>\nof mailen")
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, window, K.Key_V)
    (new,) = (step for id_, step in window.session.document.steps.items() if id_ not in before)
    assert new.title == "Eerst <bellen> of mailen"
    mime = QMimeData()
    mime.setHtml(f"<p>{'Lang verhaal. ' * 9}</p><table><tr><td>a<td>b</table>")
    mime.setText("Lang verhaal.")
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, window, K.Key_V)
    assert "Lang verhaal." in {step.title for step in window.session.document.steps.values()}
