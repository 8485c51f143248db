"""Files, pictures and text dropped on the window: said beforehand, and only what can be read is taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFrame, QMessageBox

from app import images
from app.canvas import scale
from app.plain import PlainLabel
from journeys import store
from tests.journeys.studies import study


@pytest.fixture
def path(tmp_path):
    """A small study in a file: these tests open many windows."""
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(8, 2))
    return file


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def over(window, id_):
    view = window.view
    card = view.map.mapFromScene(scale.rect(view.map.hits.part(id_, "card").rect)).boundingRect()
    return view.map.viewport().mapTo(window, card.center())


def drag(window, mime, at, *, let_go=True):
    """To the widget under the pointer; Qt hands it on to whoever takes it, as with a real one."""
    target = window.childAt(at) or window
    place = target.mapFrom(window, at)
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(place, *held))
    move = QDragMoveEvent(place, *held)
    QApplication.sendEvent(target, move)
    if let_go:
        QApplication.sendEvent(target, QDropEvent(place.toPointF(), *held))
        QCoreApplication.processEvents()
    return move.isAccepted()


def hint(window):
    label = window.findChild(PlainLabel, "drophint")
    return label.text() if label is not None and label.isVisible() else ""


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "foto.png"
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    picture.save(str(path))
    return path


def first(window):
    from app.canvas import names

    return names.reading_order(window.session.document, window.view.context.journey)[0].id


def test_while_hovering_the_window_says_what_would_happen_and_to_which_step(window, photo):
    step = first(window)
    assert drag(window, files(photo), over(window, step), let_go=False)
    assert hint(window) == f"Laat los om de afbeelding op “{window.session.document.steps[step].title}” te zetten."
    assert window.view.map.viewport().findChild(QFrame, "dropframe").isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not hint(window)
    assert not window.view.map.viewport().findChild(QFrame, "dropframe").isVisible()


def test_a_picture_dropped_on_a_step_is_that_steps_picture(qtbot, window, photo):
    step = first(window)
    drag(window, files(photo), over(window, step))
    qtbot.waitUntil(lambda: window.session.document.steps[step].image is not None)
    window.actions_by_code["undo"].trigger()
    assert window.session.document.steps[step].image is None


def test_pictures_dropped_together_go_on_the_steps_that_follow(qtbot, window, photo, tmp_path):
    from app.canvas import names

    second = tmp_path / "nog een.png"
    second.write_bytes(photo.read_bytes())
    steps = [step.id for step in names.reading_order(window.session.document, window.view.context.journey)]
    drag(window, files(photo, second), over(window, steps[0]))
    qtbot.waitUntil(lambda: window.session.document.steps[steps[1]].image is not None)
    qtbot.waitUntil(lambda: not images.intake(window.view, window.view.context).busy)
    assert window.session.document.steps[steps[0]].image is not None


def test_beside_a_step_a_picture_is_refused_and_the_words_say_why(window, photo):
    assert not drag(window, files(photo), QPoint(20, 300), let_go=False)
    assert hint(window) == "Laat los boven een stap: een afbeelding hoort bij een stap."


def test_a_study_dropped_on_another_asks_to_open_or_merge(qtbot, program, window, child, tmp_path):
    path = tmp_path / "Andere.levensreis"
    store.create_file(path, child)
    drag(window, files(path), QPoint(400, 400))
    box = window.findChild(QMessageBox, "openormerge")
    assert {button.text() for button in box.buttons()} == {"Openen", "Samenvoegen…", "Annuleren"}
    next(button for button in box.buttons() if button.text() == "Openen").click()
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    assert program.windows[1].file.path == path


def test_a_study_dropped_on_the_welcome_page_opens(program, child, tmp_path):
    path = tmp_path / "Andere.levensreis"
    store.create_file(path, child)
    window = program.new_window()
    window.show_welcome()
    drag(window, files(path), QPoint(300, 300), let_go=False)
    assert hint(window) == "Laat los om “Andere.levensreis” te openen."
    drag(window, files(path), QPoint(300, 300))
    assert window.file.path == path


def test_a_table_dropped_is_shown_before_it_comes_in(qtbot, window, tmp_path):
    from app.dialogs.intake_preview import IntakeDialog

    path = tmp_path / "stappen.csv"
    path.write_text("fase;stap\nZwanger!;Uit de lijst\n", encoding="utf-8")
    drag(window, files(path), QPoint(400, 400))
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    window.findChild(IntakeDialog).reject()


def test_text_dropped_on_the_map_becomes_steps(window):
    mime = QMimeData()
    mime.setText("Losse regel\nNog een regel")
    count = len(window.session.document.steps)
    drag(window, mime, QPoint(400, 400))
    assert len(window.session.document.steps) == count + 2


def test_what_cannot_be_taken_is_refused_with_the_reason(window, tmp_path, photo):
    before = window.session.document.snapshot()
    web = QMimeData()
    web.setUrls([QUrl("https://voorbeeld.nl/foto.png")])
    refused = [(web, "deze computer"), (files(tmp_path), "is een map")]
    refused.append((files(photo, tmp_path / "lijst.csv"), "één bestand tegelijk"))
    for name in ("filmpje.mp4", "tekening.svg", "macro.exe", "zonder"):
        (tmp_path / name).write_bytes(b"x")
        refused.append((files(tmp_path / name), f"“{name}”"))
    for mime, words in refused:
        assert not drag(window, mime, QPoint(400, 400))
        assert words in window.view.bar.text
    assert window.session.document == before


def test_a_file_dropped_on_a_text_field_does_not_become_its_name(window, photo):
    from app.panels.text_fields import BodyField

    window.view.reveal(first(window))
    window.view.tabs.show_panel("inspector")
    field = next(f for f in window.view.inspector.currentWidget().findChildren(BodyField) if f.isVisible())
    assert not field.canInsertFromMimeData(files(photo))
