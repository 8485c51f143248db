"""The poster's dialog: the page is the real one, what preflight says leads to the card, and choices are kept."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app import links, settings
from app.dialogs.poster import PosterDialog, remembered, saving
from app.dialogs.poster.suited import SUITED
from journeys.edits import entities, lanes, steps
from journeys.exchange import formats
from journeys.poster.request import KINDS, Request
from tests.app.posters_made import settled


@pytest.fixture
def opened(window):
    """The dialog, while its first page is still to come."""
    window.show()
    window.actions_by_code["poster"].trigger()
    made = window.findChild(PosterDialog)
    yield made
    if not made.left:
        made.close()


@pytest.fixture
def bare(opened):
    """The same without a page: none is made before another is asked for."""
    opened.proof.stop()
    return opened


@pytest.fixture
def dialog(qtbot, opened):
    """The same with its first page there."""
    qtbot.waitUntil(lambda: settled(opened), timeout=20_000)
    return opened


def choose(field, value):
    """As a user does: from the list of a field."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def choose_kind(qtbot, dialog, kind):
    dialog.kinds.button(kind).click()
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)


def test_the_page_is_the_paper_and_of_many_choices_only_the_last_is_made(qtbot, dialog):
    picture = dialog.page.picture
    assert picture.width() / picture.height() == pytest.approx(841 / 594, rel=0.01)
    assert "841" in dialog.page.accessibleDescription()
    pages = []
    dialog.proof.page_made.connect(pages.append)
    for paper in ("A0", "A2", "A4", "A3"):
        choose(dialog.options.paper.paper, paper)
    dialog.options.paper.upright.click()
    qtbot.waitUntil(lambda: dialog.page.picture.height() > dialog.page.picture.width(), timeout=20_000)
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert [page.of.request.paper for page in pages] == ["A3"]


def test_the_former_page_stays_until_the_one_in_grey_is_there(qtbot, dialog):
    choose(dialog.options.fields["palette"], "grey")
    assert not dialog.page.empty
    assert dialog.page._busy.isVisible()
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert not dialog.page._busy.isVisible()
    image = dialog.page.picture
    for x in range(0, image.width(), 29):
        for y in range(0, image.height(), 31):
            colour = image.pixelColor(x, y)
            assert colour.red() == colour.green() == colour.blue()


def test_an_edit_of_the_study_reaches_the_page(qtbot, window, dialog):
    before = dialog.page.picture.copy()
    step = next(s.id for s in window.session.document.steps.values() if s.journey == window.view.context.journey)
    window.history.perform(steps.rename(window.session.document, step, "Nu staat hier iets heel anders"))
    qtbot.waitUntil(lambda: dialog.page.picture != before, timeout=20_000)
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)


def test_the_poster_follows_the_map_and_all_journeys_are_pages_to_turn(qtbot, window, dialog):
    other = next(id_ for id_ in window.session.document.journeys if id_ != window.view.context.journey)
    window.view.show_journey(other)
    window.view.changed.emit()
    qtbot.waitUntil(lambda: dialog.proof._asked.request.journeys == (other,), timeout=20_000)
    choose(dialog.options.journeys.which, "all")
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert "1 van 4" in dialog.pages.which.text()
    assert not dialog.pages.back.isEnabled()
    QTest.keyClick(dialog.page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: "2 van 4" in dialog.pages.which.text(), timeout=20_000)
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert "Pagina 2 van 4" in dialog.page.accessibleDescription()


def test_without_a_journey_ticked_nothing_can_be_saved(bare):
    choose(bare.options.journeys.which, "some")
    rows = bare.options.journeys.rows
    for row in range(rows.count()):
        rows.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not bare.foot.save.isEnabled()
    assert not bare.foot.print_it.isEnabled()
    assert bare.foot.note.text()


def test_zooming_in_makes_only_what_is_in_sight_and_makes_it_sharp(qtbot, dialog):
    fitted = dialog.page.zoom
    QTest.keyClicks(dialog.page, "1")
    assert dialog.page.zoom == pytest.approx(1.0)
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    part, room = dialog.page._sharp_at, dialog.page.viewport().size()
    assert part.width <= room.width() + 1
    assert part.height <= room.height() + 1
    QTest.keyClicks(dialog.page, "0")
    assert dialog.page.zoom == pytest.approx(fitted)


def test_the_wheel_with_ctrl_zooms_at_the_pointer_and_dragging_moves_the_page(dialog):
    page = dialog.page
    at = QPointF(page.viewport().rect().center()) + QPointF(40, 10)
    before = QPointF()
    for _ in range(6):
        before = (at - page._origin()) / page._per_mm()
        event = QWheelEvent(
            at, page.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.viewport(), event)
    after = (at - page._origin()) / page._per_mm()
    assert after.x() == pytest.approx(before.x(), abs=2 / page._per_mm())
    assert after.y() == pytest.approx(before.y(), abs=2 / page._per_mm())
    page.zoom_to(1.0)
    view, bar = page.viewport(), page.horizontalScrollBar()
    here, value = view.rect().center(), bar.value()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
    QTest.mouseMove(view, here - QPoint(60, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here - QPoint(60, 0))
    assert bar.value() == value + 60


# What preflight says


def said(dialog):
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in dialog.remarks.findChildren(QLabel) if label.isVisibleTo(dialog.remarks)]


def lane_of(document, kind):
    return next(lane.id for lane in document.lanes.values() if lane.kind == kind)


def test_what_a_hidden_lane_holds_is_counted_and_shown_one_by_one(qtbot, window, dialog):
    document = window.session.document
    window.history.perform(entities.change(document, "lane", lane_of(document, "needs"), shown=False))
    assert dialog.options.contents.chosen_lanes() is None, "the poster follows the study"
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert "niet op papier" in dialog.foot.missing.text()
    remark = dialog.remarks.rows[0]
    remark.setFocus()
    QTest.keyClick(remark, Qt.Key.Key_Space)
    assert not dialog.isVisible(), "it lay over the map"
    shown = [tuple(window.view.inspector._keys)]
    for number in (2, 3):
        answer(window.view.bar, "Volgende").click()
        qtbot.waitUntil(lambda n=number: f"{n} van" in window.view.bar.text)
        shown.append(tuple(window.view.inspector._keys))
    assert len(set(shown)) == 3
    assert {kind for keys in shown for kind, _ in keys} == {"note"}
    assert remark.sentence.text() in window.view.bar.text
    answer(window.view.bar, "Terug").click()
    assert dialog.isVisible()
    dialog.move(window.x() + window.width(), window.y())
    QTest.keyClick(remark, Qt.Key.Key_Space)
    assert dialog.isVisible(), "beside the map it can stay"


def answer(bar, word):
    return next(one for one in bar.findChildren(QAbstractButton) if word in one.text() and not one.isHidden())


def test_paper_that_is_large_enough_is_chosen_where_it_is_advised(qtbot, dialog):
    choose(dialog.options.paper.paper, "A4")
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    advice = next(row for row in dialog.remarks.rows if "kiezen" in row.where.text())
    larger = advice.where.text().split()[0]
    advice.click()
    assert dialog.options.request().paper == larger
    assert dialog.options.paper.paper.currentData() == larger


def test_what_preflight_said_holds_again_when_the_same_poster_is_asked_for(qtbot, dialog):
    field = dialog.options.fields["link"]
    dialog.options.reading.open()
    QTest.keyClicks(field, "geen adres")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not dialog.remarks._page.isEnabled()
    qtbot.waitUntil(dialog.remarks._page.isEnabled)
    choose(dialog.options.fields["palette"], "grey")
    choose(dialog.options.fields["palette"], "print")
    qtbot.waitUntil(dialog.remarks._page.isEnabled)
    assert settled(dialog)


def test_what_the_user_left_out_is_no_loss_and_is_said(qtbot, window, dialog):
    assert "Alles staat op de poster." in said(dialog)
    rows, needs = dialog.options.contents.lanes, lane_of(window.session.document, "needs")
    row = next(i for i in range(rows.count()) if rows.item(i).data(Qt.ItemDataRole.UserRole) == needs)
    rows.item(row).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert dialog.foot.missing.text() == ""
    assert "Alles wat u koos, staat erop." in said(dialog)


# Paper and choices


def test_paper_that_cannot_be_is_said_under_the_field_and_makes_no_poster(qtbot, dialog):
    paper = dialog.options.paper
    choose(paper.paper, "own")
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    paper.width_mm.setFocus()
    paper.width_mm.selectAll()
    QTest.keyClicks(paper.width_mm, "0")
    QTest.keyClick(paper.width_mm, Qt.Key.Key_Return)
    assert paper.width_mm.value() == 0, "what was typed stays, to be mended"
    assert "148" in paper.why.text()
    assert not paper.why.isHidden()
    assert not dialog.foot.save.isEnabled()
    paper.width_mm.setValue(700)
    paper.height_mm.setValue(500)
    assert paper.why.isHidden()
    assert dialog.foot.save.isEnabled()
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert dialog.page.picture.width() / dialog.page.picture.height() == pytest.approx(1.4, rel=0.01)


def test_tiles_show_the_sheets_that_come_out_of_the_printer(qtbot, dialog):
    choose(dialog.options.paper.sheets, "A4")
    assert dialog.options.paper.overlap.isVisible()
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert dialog._count > 4
    assert sorted(round(side) for side in dialog.page._size) == [210, 297]
    assert "A1 op A4" in saving.called(dialog._session.document, dialog.options.request(), dialog._say)
    dialog.options.printer.open()
    assert dialog.options.tiled.isVisible()
    assert not dialog.options.fields["marks"].isEnabled(), "tiles have marks of their own"
    choose(dialog.options.paper.paper, "A4")
    dialog.options.fields["marks"].click()
    choose(dialog.options.fields["bleed"], 3.0)
    assert not dialog.options.paper.sheets.isVisible(), "nothing to cut up"
    assert not dialog.options.tiled.isVisible()
    qtbot.waitUntil(lambda: settled(dialog), timeout=20_000)
    assert dialog._count == 1
    assert (round(dialog.page._trim.width()), round(dialog.page._trim.height())) == (297, 210)
    assert dialog.pages.lines.isVisible(), "the lines on the page are explained"
    assert dialog.page._size[0] > 303, "bleed and marks make the page larger than the paper"


def test_each_kind_has_its_own_choices_and_paper_and_arrow_keys_go_along_them(bare):
    for kind in KINDS:
        bare.kinds.button(kind).click()
        for name, slot in bare.options.slots.items():
            assert slot.isHidden() == (name not in SUITED[kind]), (kind, name)
        assert bare.options.journeys.isHidden() == ("journeys" not in SUITED[kind])
        assert bare.options.request().kind == kind
    bare.kinds.button("journey").click()
    choose(bare.options.paper.paper, "A0")
    bare.options.fields["marks"].setChecked(True)
    bare.options.show_kind("report")
    assert (bare.options.request().paper, bare.options.request().marks) == ("A4", False)
    bare.options.show_kind("journey")
    assert (bare.options.request().paper, bare.options.request().marks) == ("A0", True)
    bare.kinds.button("journey").setFocus()
    QTest.keyClick(bare.kinds.button("journey"), Qt.Key.Key_Right)
    assert bare.kinds.kind == bare.options.request().kind == "compare"
    assert {"kind", *SUITED["journey"]} <= {field.name for field in fields(Request)}
    for fold in (bare.options.printer, bare.options.reading):
        opened = fold.title.isChecked()
        fold.title.setFocus()
        QTest.keyClick(fold.title, Qt.Key.Key_Return)
        assert fold.title.isChecked() != opened
    assert not bare.findChildren(QFileDialog), "Enter folds what folds"


def test_choices_are_there_again_after_the_dialog_was_closed(qtbot, window, bare):
    choose(bare.options.paper.paper, "A2")
    choose(bare.options.fields["palette"], "grey")
    choose(bare.options.contents.axis, "true")
    bare.resize(780, 640)
    QTest.keyClick(bare, Qt.Key.Key_Escape)
    assert not bare.isVisible()
    QApplication.processEvents()
    window.actions_by_code["poster"].trigger()
    again = next(each for each in window.findChildren(PosterDialog) if each.isVisible())
    request = again.options.request()
    assert (request.paper, request.palette, request.axis) == ("A2", "grey", "true")
    assert (again.width(), again.height()) == (780, 640)
    again.close()


def test_what_is_remembered_holds_no_word_of_the_study(window, bare):
    bare.options.fields["link"].setText("https://example.org/geheim")
    bare.close()
    written = settings.poster("last") + settings.poster(f"study-{window.session.document.study.id}")
    for _, entity in window.session.document:
        for name in ("title", "name", "text"):
            word = getattr(entity, name, "")
            assert not (word and len(word) > 3 and word in written)
    assert "geheim" not in written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        '{"margin": "breed", "palette": 7, "paper-journey": [1, 2, 3]}',
        '{"margin": -5, "distance": 1e99, "paper-journey": ["A9", true, null, 0, true]}',
        '{"paper-journey": ["A3", true, null, "veel", 1]}',
    ],
)
def test_settings_that_make_no_sense_are_passed_over(child, written):
    settings.set_poster("last", written)
    settings.set_poster(f"study-{child.study.id}", '{"kind": "hexagon", "lanes": [3, "x"], "which": "some"}')
    asked = remembered.last(child)
    assert (asked.request.kind, asked.request.paper, asked.request.lanes) == ("journey", "A1", None)
    assert asked.request.margin is None
    assert asked.which == "one"


def test_a_lane_that_comes_while_the_dialog_is_open_can_be_ticked(qtbot, window, bare):
    before = bare.options.contents.lanes.count()
    window.history.perform(lanes.add(window.session.document, "Nog een laag"))
    assert bare.options.contents.lanes.count() == before + 1
    assert bare.options.contents.chosen_lanes() is None


def test_a_word_that_is_no_address_makes_no_qr_code(bare):
    field = bare.options.fields["link"]
    bare.options.reading.open()
    field.setFocus()
    QTest.keyClicks(field, "geen adres")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not bare.findChildren(QFileDialog), "Enter in a field ends the typing and saves nothing"
    assert bare.options.slots["link"].reason
    assert bare.options.request().link == ""


# Saving


def test_a_saved_poster_can_be_opened_and_its_folder_shown(qtbot, window, dialog, tmp_path, monkeypatch):
    opened = []

    def take(url):
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(links.QDesktopServices, "openUrl", take)
    out = tmp_path / "poster.pdf"
    dialog.options.attach.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(out))
    asked.close()
    qtbot.waitUntil(lambda: "poster.pdf" in dialog.foot.note.text(), timeout=20_000)
    assert formats.read_file(out).document == window.session.document, "the study goes along when that was asked"
    dialog.foot.open_it.click()
    dialog.foot.folder.click()
    assert [Path(path) for path in opened] == [out, tmp_path]
    monkeypatch.setattr(links.QDesktopServices, "openUrl", lambda _: False)
    dialog.foot.open_it.click()
    assert str(tmp_path) in dialog.foot.note.text(), "a computer without a viewer says where it is"


def test_where_nothing_can_be_written_the_old_file_stays_and_a_sentence_says_why(qtbot, dialog, tmp_path):
    dialog.write(tmp_path / "er is geen map" / "poster.pdf")
    qtbot.waitUntil(lambda: dialog.foot.note.text() != "", timeout=20_000)
    assert dialog.foot.note.objectName() == "danger"
    assert not dialog.foot.open_it.isVisible()


def test_a_poster_is_never_written_over_a_study(qtbot, window, dialog, tmp_path):
    own = window.file.path
    assert own is not None
    link = tmp_path / "koppeling.pdf"
    link.hardlink_to(own)
    before = own.read_bytes()
    for path in (own, link, tmp_path / "andere.levensreis"):
        dialog.write(path)
        qtbot.waitUntil(lambda: dialog.foot.note.text() != "", timeout=20_000)
        assert dialog.foot.note.objectName() == "danger"
        assert path.name in dialog.foot.note.text()
    assert own.read_bytes() == before
    assert not (tmp_path / "andere.levensreis").exists()


# The window around it


def test_another_language_or_look_dresses_the_dialog_anew(qtbot, window, bare):
    choose(bare.options.paper.paper, "A3")
    window.language_wanted.emit("en")
    QApplication.processEvents()
    (again,) = [each for each in window.findChildren(QDialog, "poster") if each.isVisible()]
    assert "Save as PDF" in again.foot.save.text()
    assert again.options.request().paper == "A3"
    again.close()
    window.language_wanted.emit("nl")


def test_everything_in_the_dialog_has_a_name_and_is_large_enough(bare):
    for section in (bare.options.on_it, bare.options.printer, bare.options.reading):
        section.open()
    QApplication.processEvents()
    for widget in bare.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or type(widget.parent()) in (QComboBox, QSpinBox)
        inner = inner or isinstance(widget.parent(), QComboBox | QSpinBox)
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(bare) or inner:
            continue
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QSpinBox):
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
            assert min(widget.height(), widget.width()) >= 24, (widget, widget.size())


def test_the_phases_are_divided_over_sheets_and_preflight_says_how_many_it_takes(qtbot, bare):
    field, most = bare.options.fields["parts"], len(bare.options._context.document.phases)
    assert [field.itemData(index) for index in range(field.count())] == list(range(1, most + 1))
    choose(field, 3)
    assert bare.options.request().parts == 3
    qtbot.waitUntil(lambda: settled(bare), timeout=20_000)
    assert bare._count == 3
    bare.remarks.parts_wanted.emit("2")
    assert bare.options.request().parts == field.currentData() == 2
    bare.options.show_kind("report")
    assert bare.options.request().parts == 1
