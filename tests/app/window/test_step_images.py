"""A picture on a step: from a drop to the card, with its words; undone, redone, refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QProgressDialog

from app import tasks
from app.canvas import names
from app.images import Intake, intake, put_on_step
from journeys import store
from journeys.errors import StoreError
from journeys.layout.drawing import Photo
from tests.app.pictures_made import file_of, picture
from tests.journeys.studies import study


@pytest.fixture
def step(window):
    journey = window.view.context.journey
    return next(step for step in window.session.document.steps.values() if step.journey == journey)


def image_on(window, step):
    document = window.session.document
    return document.images.get(document.steps[step.id].image or "")


def put(qtbot, window, step, data):
    put_on_step(window.view, step.id, data)
    qtbot.waitUntil(lambda: not intake(window.view, window.view.context).busy)


def photos(window):
    return [e for layer in window.view.map.drawing.layers for e in layer.elements if isinstance(e, Photo)]


def test_a_picture_on_a_step_is_one_edit_and_stands_on_its_card(qtbot, window, step, tmp_path):
    put(qtbot, window, step, file_of(tmp_path, size=(300, 200)))
    image = image_on(window, step)
    assert (image.width_px, image.height_px) == (300, 200)
    (photo,) = photos(window)
    assert (photo.image, photo.about) == (image.id, step.id)
    assert photo.rect.w / photo.rect.h == pytest.approx(1.5, rel=0.01)
    window.history.undo()
    assert not photos(window)
    window.history.redo()
    assert [one.image for one in photos(window)] == [image.id]
    assert window.view.context.image(image.id)


def test_the_map_paints_the_picture_once_it_is_decoded(qtbot, window, step):
    put(qtbot, window, step, picture(size=(300, 200), colour=(20, 230, 20)))
    shown = window.view.map
    shown.reveal(step.id)
    shown.zoom_to_selection()
    shown.viewport().grab()
    qtbot.waitUntil(lambda: not shown.photos.busy)
    tasks.wait_for_all()
    (photo,) = photos(window)
    layer = next(la for la in shown.drawing.layers if any(isinstance(e, Photo) for e in la.elements))
    from app.canvas import scale

    at = scale.rect(photo.rect._replace(x=photo.rect.x + layer.origin[0], y=photo.rect.y + layer.origin[1]))
    right = shown.mapFromScene(at.left() + at.width() * 0.75, at.center().y())
    left = shown.mapFromScene(at.left() + at.width() * 0.25, at.center().y())
    seen = shown.viewport().grab().toImage()
    assert seen.pixelColor(right).green() > 200
    assert seen.pixelColor(left).green() < 60


def test_two_pictures_are_two_undo_steps(qtbot, window, step):
    other = next(s for s in window.session.document.steps.values() if s.id != step.id and s.journey == step.journey)
    put_on_step(window.view, step.id, picture())
    put_on_step(window.view, other.id, picture(colour=(0, 0, 90)))
    qtbot.waitUntil(lambda: len(window.session.document.images) == 2)
    window.history.undo()
    assert image_on(window, step) is not None
    assert image_on(window, other) is None


def test_D3_what_cannot_be_read_is_told_and_the_next_one_still_comes(qtbot, window, step):
    put_on_step(window.view, step.id, b"geen plaatje")
    put_on_step(window.view, step.id, picture())
    qtbot.waitUntil(lambda: image_on(window, step) is not None)
    assert "PNG" in window.view.bar.text


def test_a_step_that_was_deleted_meanwhile_is_told(qtbot, window, step):
    from journeys.edits import steps

    put_on_step(window.view, step.id, picture())
    window.history.perform(steps.delete(window.session.document, [step.id]))
    qtbot.waitUntil(lambda: not intake(window.view, window.view.context).busy)
    assert window.view.bar.text
    assert not window.session.document.images


def test_a_full_disk_is_told_and_nothing_changes(qtbot, window, step, monkeypatch):
    def full(data):
        raise StoreError("store.full")

    monkeypatch.setattr(window.file.copy, "add_image", full)
    put(qtbot, window, step, picture())
    assert "vol" in window.view.bar.text
    assert image_on(window, step) is None
    assert window.file.state.kind == "failed"


def test_D6_cancel_drops_what_waits(window, step):
    busy = intake(window.view, window.view.context)
    assert isinstance(busy, Intake)
    for _ in range(5):
        put_on_step(window.view, step.id, picture(size=(900, 900)))
    busy._task.cancel()
    tasks.wait_for_all()
    assert not busy.busy
    assert image_on(window, step) is None


def test_words_with_the_picture_are_kept_and_shown(qtbot, window, step):
    put(qtbot, window, step, picture())
    window.view.map.select([step.id])
    form = window.view.inspector.currentWidget()
    form._picture_part.open()
    for field, text in ((form.picture.alt, "Een lege balie"), (form.picture.caption, "Maandag")):
        field.setFocus()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    image = image_on(window, step)
    assert (image.alt, image.caption) == ("Een lege balie", "Maandag")
    assert photos(window)[0].alt == "Een lege balie"
    window.history.undo()
    assert image_on(window, step).caption == ""


def test_the_form_replaces_and_removes(qtbot, window, step):
    window.view.map.select([step.id])
    form = window.view.inspector.currentWidget()
    form._picture_part.open()
    assert form.picture.remove.isHidden()
    QGuiApplication.clipboard().setImage(QImage.fromData(picture(size=(50, 50))))
    form.picture.insert.click()
    qtbot.waitUntil(lambda: image_on(window, step) is not None)
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: not form.picture.remove.isHidden())
    form.picture.take(picture(size=(80, 20)))
    qtbot.waitUntil(lambda: image_on(window, step).width_px == 80)
    form.picture.remove.click()
    assert image_on(window, step) is None
    assert not window.session.document.images


def test_a_screen_reader_hears_of_the_picture(qtbot, window, step):
    from journeys.edits import images
    from journeys.i18n import words
    from journeys.phrases import step_line

    put(qtbot, window, step, picture())
    document = window.session.document
    window.history.perform(images.describe(document, image_on(window, step).id, alt="Een lege balie"))
    assert "Afbeelding: Een lege balie." in step_line(document, document.steps[step.id], 1, 9, words("nl"))


def test_a_picture_is_still_there_after_saving_and_opening_again(qtbot, program, window, step, path):
    put(qtbot, window, step, picture())
    image = image_on(window, step)
    assert window.file.publish_now()
    window.file.close()
    window.finish()
    again = program.open_file(program.new_window(), path)
    assert image_on(again, step) == image
    assert again.view.context.image(image.id)


def test_a_picture_that_was_taken_away_leaves_the_file(qtbot, window, step, path):
    from journeys.edits import images
    from journeys.store.opener import open_file

    put(qtbot, window, step, picture())
    window.history.perform(images.remove_from_step(window.session.document, step.id))
    assert window.file.publish_now()
    assert open_file(path).images == {}
    window.history.undo()
    assert window.view.context.image(image_on(window, step).id)
    assert window.file.publish_now()
    assert len(open_file(path).images) == 1


def test_pictures_survive_when_the_folder_of_the_working_copy_is_taken_away(qtbot, window, step):
    import shutil

    put(qtbot, window, step, picture())
    shutil.rmtree(window.file.copy.folder)
    other = next(s for s in window.session.document.steps.values() if s.id != step.id)
    put(qtbot, window, other, picture(colour=(0, 9, 0)))
    assert set(window.file.copy.images()) == {one.sha256 for one in window.session.document.images.values()}


def test_D6_many_photos_show_how_far_it_is_and_cancel_keeps_what_is_there(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(tasks, "PROGRESS_MS", 0)
    photo = file_of(tmp_path, size=(1200, 900))
    steps = [step.id for step in names.reading_order(window.session.document, window.view.context.journey)]
    assert len(steps) >= 8
    for number in range(500):
        put_on_step(window.view, steps[number % len(steps)], photo)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is not None)
    dialog = window.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: dialog.maximum() == 100 and 0 < dialog.value() < 100, timeout=20_000)
    there = len(window.history.edits())
    dialog.canceled.emit()
    tasks.wait_for_all()
    assert not intake(window.view, window.view.context).busy
    made = len(window.history.edits())
    assert 0 < there <= made < 500
    assert window.file.copy.document() == window.session.document
    while window.history.undoable() is not None:
        window.history.undo()
    assert not window.session.document.images


def test_D8_a_page_with_a_picture_is_pasted_as_its_words(qtbot, window, step, watched):
    mime = QMimeData()
    mime.setHtml(f'<p>Uit een pagina</p><img src="file://{watched.secret()}"><img src="{watched.address}">')
    mime.setText("Uit een pagina")
    QGuiApplication.clipboard().setMimeData(mime)
    window.view.map.select([step.id])
    window.view.map.setFocus()
    window.actions_by_code["paste"].trigger()
    assert "Uit een pagina" in {each.title for each in window.session.document.steps.values()}
    assert not window.session.document.images
    window.grab()


def test_D8_a_picture_wider_than_any_screen_is_pasted_small(qtbot, window, step):
    QGuiApplication.clipboard().setImage(QImage(30_000, 50, QImage.Format.Format_RGB32))
    window.view.map.select([step.id])
    window.view.map.setFocus()
    window.actions_by_code["paste"].trigger()
    qtbot.waitUntil(lambda: image_on(window, step) is not None, timeout=20_000)
    assert image_on(window, step).width_px == 1600


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_D6_five_hundred_photos_of_twelve_megapixels_take_little_memory(tmp_path):
    noise = Image.effect_noise((4000, 3000), 60).convert("RGB")
    noise.save(tmp_path / "foto.jpg", quality=85)
    file = tmp_path / "Reis.levensreis"
    store.create_file(file, study(500, 1))
    done = subprocess.run(
        [sys.executable, "-c", MANY, file, tmp_path / "foto.jpg"], check=True, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    taken, images, longest = json.loads(done.stdout.splitlines()[-1])
    print(f"500 photos: {taken} MB more, {images} on the map, longest wait for a key {longest} ms")
    assert images == 200, "as many as a study holds"
    assert taken < 500


MANY = """
import json, resource, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import drops, images, tasks
from app.canvas import names
from app.program import Program
app = QApplication([])
program = Program(app, "nl")
window = program.open_file(program.new_window(), Path(sys.argv[1]))
app.processEvents()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
view = window.view
first = names.reading_order(window.session.document, view.context.journey)[0]
drops._put_pictures(view, first.id, [Path(sys.argv[2])] * 500)
longest, last = 0.0, time.perf_counter()
while images.intake(view, view.context).busy:
    app.processEvents()
    now = time.perf_counter()
    longest, last = max(longest, now - last), now
    time.sleep(0.002)
now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
told = [round((now - before) / 1024), len(window.session.document.images), round(1000 * longest)]
print(json.dumps(told), flush=True)
window.file.close(discard=True)
window.finish()
import os
os._exit(0)
"""
