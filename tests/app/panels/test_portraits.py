"""A portrait: chosen, pasted, dropped, cut out and taken away; and what is seen of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from app import pixels, tasks
from app.images import portrait_pixmap
from app.panels.crop import CropDialog
from tests.app.pictures_made import file_of, picture


@pytest.fixture
def persona(bench):
    return min(bench.document.personas.values(), key=lambda one: one.order)


@pytest.fixture
def told(bench):
    """The codes of what was refused."""
    found = []
    bench.context.refuse = lambda error: found.append(error.code)
    return found


@pytest.fixture
def field(bench, persona):
    return bench.form("persona", persona.id).portrait


def crop_of(qtbot, bench):
    """The dialog that cuts a square out, once the worker has read the picture."""
    qtbot.waitUntil(lambda: bool(bench.pane.findChildren(CropDialog)))
    return bench.pane.findChildren(CropDialog)[-1]


def portrait_of(bench, persona):
    return bench.document.images.get(bench.document.personas[persona.id].portrait or "")


def dropped(field, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(field, enter)
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(field, drop)
    return enter.isAccepted()


def test_a_chosen_file_is_cut_square_and_is_one_undo_step(qtbot, bench, persona, field, tmp_path):
    path = file_of(tmp_path, size=(800, 600))
    field.choose.click()
    dialog = bench.pane.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    crop_of(qtbot, bench).use.click()
    image = portrait_of(bench, persona)
    assert (image.width_px, image.height_px) == (pixels.PORTRAIT_PX, pixels.PORTRAIT_PX)
    assert image.alt == persona.name
    bench.history.undo()
    assert portrait_of(bench, persona) is None
    assert bench.history.undoable() is None
    bench.history.redo()
    assert bench.context.image(image.id) is not None


def test_escape_leaves_the_persona_as_it_was(qtbot, bench, persona, field):
    field.take(picture())
    qtbot.keyClick(crop_of(qtbot, bench), Qt.Key.Key_Escape)
    assert portrait_of(bench, persona) is None
    assert bench.history.undoable() is None


def test_a_pasted_picture_becomes_the_portrait(qtbot, bench, persona, field):
    QGuiApplication.clipboard().setImage(QImage.fromData(picture(size=(90, 90))))
    field.disc.setFocus()
    qtbot.keyClick(field.disc, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    crop_of(qtbot, bench).use.click()
    assert portrait_of(bench, persona).width_px == 90
    QGuiApplication.clipboard().clear()


def test_pasting_words_tells_that_there_is_no_picture(bench, persona, field, told):
    QGuiApplication.clipboard().setText("geen plaatje")
    field.insert.click()
    assert told == ["image.none"]
    assert portrait_of(bench, persona) is None


def test_a_dropped_file_becomes_the_portrait(qtbot, bench, persona, field, tmp_path):
    assert dropped(field, file_of(tmp_path, "foto.JPG", form="JPEG"))
    crop_of(qtbot, bench).use.click()
    assert portrait_of(bench, persona) is not None


def test_a_dropped_table_is_not_taken(bench, field, tmp_path):
    assert not dropped(field, tmp_path / "lijst.xlsx")


def test_a_damaged_file_is_told_and_changes_nothing(qtbot, bench, persona, field, told, tmp_path):
    path = tmp_path / "half.png"
    path.write_bytes(picture(size=(400, 300))[:200])
    dropped(field, path)
    qtbot.waitUntil(lambda: told == ["image.damaged"])
    assert portrait_of(bench, persona) is None
    assert not bench.pane.findChildren(CropDialog)


def test_keys_move_and_zoom_the_square(qtbot, bench, field):
    field.take(picture(size=(400, 200)))
    dialog = crop_of(qtbot, bench)
    area = dialog.area
    assert area.chosen().getRect() == (100, 0, 200, 200)
    qtbot.keyClick(area, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert area.chosen().left() == 120
    for _ in range(40):
        qtbot.keyClick(area, Qt.Key.Key_Left)
    assert area.chosen().left() == 0
    qtbot.keyClicks(area, "++")
    assert area.chosen().width() == round(200 / 1.1**2)
    assert dialog.slider.value() > 0
    qtbot.keyClicks(area, "-----")
    assert area.chosen().width() == 200
    dialog.reject()


def test_dragging_and_the_slider_choose_another_square(qtbot, bench, field):
    field.take(picture(size=(400, 200)))
    dialog = crop_of(qtbot, bench)
    area = dialog.area
    qtbot.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    qtbot.mouseMove(area, QPoint(250, 150))
    qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(250, 150))
    assert area.chosen().left() < 100
    dialog.slider.setValue(100)
    assert area.chosen().width() == 25
    made = area.square()
    assert (made.width(), made.height()) == (25, 25)
    dialog.reject()


def test_one_click_takes_the_portrait_away(qtbot, bench, persona, field):
    field.take(picture())
    crop_of(qtbot, bench).use.click()
    field.display(persona.id)
    assert not field.remove.isHidden()
    field.remove.click()
    assert portrait_of(bench, persona) is None
    field.display(persona.id)
    assert field.remove.isHidden()
    assert not bench.document.images


def test_a_portrait_can_be_cut_out_anew(qtbot, bench, persona, field):
    field.take(picture(size=(300, 300)))
    crop_of(qtbot, bench).use.click()
    first = portrait_of(bench, persona)
    field.recrop()
    dialog = crop_of(qtbot, bench)
    dialog.area.zoom_by(2)
    dialog.use.click()
    assert portrait_of(bench, persona).width_px < first.width_px
    assert len(bench.document.images) == 1


def test_the_portrait_is_drawn_where_the_initials_were(bench, persona, field):
    context = bench.context
    before = portrait_pixmap(context, persona, 40).toImage()
    assert before.pixelColor(0, 0).alpha() == 0
    from functools import partial

    from app.images import store
    from journeys.edits import images

    store(context, pixels.stored(picture(colour=(10, 220, 10)), 512), partial(images.put_portrait, persona=persona.id))
    after = portrait_pixmap(context, context.document.personas[persona.id], 40).toImage()
    assert after.pixelColor(30, 20).green() > 180
    assert after.pixelColor(0, 0).alpha() == 0


def test_stored_bytes_that_are_no_picture_show_the_initials(bench, persona):
    from functools import partial

    from app.images import store
    from journeys.edits import images

    context = bench.context
    plain = portrait_pixmap(context, persona, 40).toImage()
    broken = pixels.Encoded(b"geen plaatje", "png", 40, 40)
    store(context, broken, partial(images.put_portrait, persona=persona.id))
    assert portrait_pixmap(context, context.document.personas[persona.id], 40).toImage() == plain


def test_a_pane_that_goes_while_a_picture_is_read_takes_it_along(bench, persona, field):
    field.take(picture(size=(2000, 2000)))
    bench.pane.close()
    tasks.wait_for_all()
    assert portrait_of(bench, persona) is None
