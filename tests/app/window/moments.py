"""Moments in which a window may be closed: each brings it there as a user does, and says which words must be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QInputDevice, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QToolTip

from app import exporting as exports
from app import opening, tasks
from app.canvas import scale
from app.dialogs import documents
from app.dialogs.poster import PosterDialog
from app.palette import box
from app.table.view import TableView
from journeys.edits import steps
from journeys.exchange import json_format
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.program import Program
    from app.window import StudyWindow

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
KEPT = "Op het laatste moment"
GIVEN_UP = "Hier wordt niets van"
CARRIED = QMimeData()
"""The event itself does not hold it."""


class Scene(NamedTuple):
    """What there is to work with."""

    program: Program
    window: StudyWindow
    folder: Path

    @property
    def map(self):
        return self.window.view.map

    def step(self) -> str:
        """The first step that is shown."""
        document, journey = self.window.session.document, self.window.view.context.journey
        return next(step.id for step in document.steps.values() if step.journey == journey)

    def do(self, code: str) -> None:
        self.window.actions_by_code[code].trigger()
        QApplication.processEvents()

    def place(self) -> QPoint:
        """Of that step, in the viewport."""
        self.map.reveal(self.step())
        return self.map.mapFromScene(scale.rect(self.map.hits.main(self.step()).rect).center())


def _press_and_move(scene: Scene, start: QPoint, way: QPoint, button: Qt.MouseButton = B.LeftButton) -> None:
    viewport = scene.map.viewport()
    QTest.mousePress(viewport, button, M.NoModifier, start)
    for part in (0.3, 1.0):
        QTest.mouseMove(viewport, start + way * part)
    assert scene.map.busy


def dragging(scene: Scene) -> None:
    _press_and_move(scene, scene.place(), QPoint(140, 20))


def rubber_band(scene: Scene) -> None:
    scene.do("fit")
    _press_and_move(scene, QPoint(scene.map.viewport().width() - 30, 300), QPoint(-300, 100))


def panning(scene: Scene) -> None:
    _press_and_move(scene, scene.place(), QPoint(-60, 10), B.MiddleButton)


def touching(scene: Scene) -> None:
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    place, viewport = scene.place(), scene.map.viewport()
    QTest.touchEvent(viewport, screen).press(0, place, viewport).press(1, place + QPoint(80, 0), viewport)
    QTest.touchEvent(viewport, screen).move(0, place - QPoint(40, 0), viewport).stationary(1)


def typing(scene: Scene) -> str:
    scene.map.begin_edit(scene.step())
    QTest.keyClicks(scene.map.writer.editor, KEPT)
    return KEPT


def composing(scene: Scene) -> str:
    """An input method has words under way that are not words yet."""
    scene.map.begin_edit(scene.step())
    editor = scene.map.writer.editor
    committed = QInputMethodEvent("", [])
    committed.setCommitString(KEPT)
    for event in (committed, QInputMethodEvent("nog nie", [])):
        QApplication.sendEvent(editor, event)
    return KEPT


def typing_in_a_cell(scene: Scene) -> str:
    scene.do("table")
    table = next(found for found in scene.window.findChildren(TableView) if found.isVisible()).page.sheet
    row = next(row for row, entry in enumerate(table.cells.entries) if entry in scene.window.session.document.steps)
    table.setCurrentIndex(table.model().index(row, table.cells.named))
    QTest.keyClick(table, K.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit), field
    field.selectAll()
    QTest.keyClicks(field, KEPT)
    return KEPT


def typing_in_the_form(scene: Scene) -> str:
    scene.window.view.inspect("step", scene.step())
    field = scene.window.view.inspector.currentWidget().fields["title"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, KEPT)
    return KEPT


def typing_a_command(scene: Scene) -> None:
    """What stands in quick entry is a step only after Enter."""
    scene.do("quick")
    QTest.keyClicks(QApplication.focusWidget(), GIVEN_UP)


def searching(scene: Scene) -> None:
    scene.do("replace")
    QTest.keyClicks(QApplication.focusWidget(), GIVEN_UP)


def combo(scene: Scene) -> None:
    scene.window.view.inspect("step", scene.step())
    QApplication.processEvents()
    next(b for b in scene.window.findChildren(QComboBox) if b.isVisible()).showPopup()


def menu(scene: Scene) -> None:
    scene.window.menuBar().actions()[2].menu().popup(QPoint(20, 20))


def context_menu(scene: Scene) -> None:
    scene.map.menu_wanted.emit(scene.place())


def tooltip(scene: Scene) -> None:
    QToolTip.showText(QPoint(200, 200), "tip", scene.map.viewport())


def modal_dialog(scene: Scene) -> None:
    scene.do("settings")


def file_dialog(scene: Scene) -> None:
    scene.do("save_as")


def importing_into(scene: Scene) -> None:
    """A table is on its way in: seen, and not taken yet."""
    table = scene.folder / "tabel.csv"
    table.write_text("Fase;Titel;Partij\nKraamtijd;Bellen;JGZ\n;Mailen;\n", encoding="utf-8")
    documents.import_file(scene.window, table)
    QApplication.processEvents()


def previewing_a_journey(scene: Scene) -> None:
    """A journey in another notation, shown and not taken yet."""
    file = scene.folder / "reis.mmd"
    file.write_text("journey\n  section Kraamtijd\n    Bellen: 2: Sanne, JGZ\n", encoding="utf-8")
    documents.import_file(scene.window, file)
    tasks.wait_for_all()
    QApplication.processEvents()
    assert any(dialog.objectName() == "import" for dialog in QApplication.topLevelWidgets())


def importing_in_a_worker(scene: Scene) -> None:
    large = scene.folder / "groot.json"
    large.write_bytes(json_format.to_json(study(2_500, 1)))
    opening.import_file(scene.program, scene.window, large)
    assert tasks._under_way


def poster(scene: Scene) -> None:
    """The page is being made."""
    scene.do("poster")


def poster_export(scene: Scene) -> None:
    scene.do("poster")
    scene.window.findChild(PosterDialog).write(scene.folder / "poster.pdf")
    assert tasks._under_way


def exporting(scene: Scene) -> None:
    dialog = exports.show(scene.window)
    dialog.formats.choose("json")
    dialog.write(scene.folder / "uit.json")
    assert tasks._under_way


def publishing(scene: Scene) -> str:
    window = scene.window
    window.history.perform(steps.rename(window.session.document, scene.step(), KEPT))
    window.file.publish()
    assert tasks._under_way
    return KEPT


def just_edited(scene: Scene) -> str:
    window = scene.window
    window.history.perform(steps.rename(window.session.document, scene.step(), KEPT))
    return KEPT


def undone_during_a_publish(scene: Scene) -> None:
    publishing(scene)
    scene.do("undo")


def presenting(scene: Scene) -> None:
    scene.do("present")
    QApplication.processEvents()


def walking_along(scene: Scene) -> None:
    scene.do("walk")


def timer(scene: Scene) -> None:
    scene.do("timer")
    strip = scene.window.view.strip("timer")
    QTest.mouseClick(strip.quick[3], B.LeftButton)
    QTest.keyClick(strip.start, K.Key_Return)
    assert scene.window.room.clock.running


def voting(scene: Scene) -> None:
    scene.do("vote")


def animation(scene: Scene) -> None:
    """The map glides only where somebody looks."""
    QApplication.instance().setProperty("watched", True)
    scene.do("zoom_in")
    scene.do("fit")
    scene.map.reveal(max(scene.window.session.document.steps))
    QApplication.instance().setProperty("watched", False)


def snapshots(scene: Scene) -> None:
    scene.do("snapshots")


def keeping_a_snapshot(scene: Scene) -> None:
    scene.do("snapshot")
    QTest.keyClicks(QApplication.focusWidget(), GIVEN_UP)


def merging(scene: Scene) -> None:
    from app import merging as merges
    from journeys import store

    other = scene.folder / "tafel 2.levensreis"
    store.create_file(other, study(6, 1))
    merges.begin(scene.window, [other])
    tasks.wait_for_all()
    assert any(dialog.objectName() == "merge" for dialog in QApplication.topLevelWidgets())


def reading_to_merge(scene: Scene) -> None:
    from app import merging as merges
    from journeys import store

    other = scene.folder / "tafel 2.levensreis"
    store.create_file(other, study(6, 1))
    merges.begin(scene.window, [other])
    assert tasks._under_way


def palette(scene: Scene) -> None:
    QTest.keyClicks(box.show(scene.window).field, "don")


def help_open(scene: Scene) -> None:
    scene.do("help")


def held_over(scene: Scene) -> None:
    """Something from elsewhere is over the window, and not let go."""
    CARRIED.setText("een, twee")
    QApplication.sendEvent(
        scene.window, QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, CARRIED, B.LeftButton, M.NoModifier)
    )


def looking_side_by_side(scene: Scene) -> None:
    scene.do("portfolio")


def about_privacy(scene: Scene) -> None:
    scene.do("privacy")


def about_versions(scene: Scene) -> None:
    scene.do("versions")


def about_this_computer(scene: Scene) -> None:
    scene.do("local_data")


def about_a_problem(scene: Scene) -> None:
    scene.do("problem")


def copying_to_share(scene: Scene) -> None:
    scene.do("share")


def lanes(scene: Scene) -> None:
    scene.do("lanes")


def dates(scene: Scene) -> None:
    scene.do("dates")


def large(scene: Scene) -> None:
    scene.do("large")


def names_hidden(scene: Scene) -> None:
    scene.do("hide_names")


MOMENTS: dict[str, Callable[[Scene], str | None]] = {
    moment.__name__: moment
    for moment in (
        *(dragging, rubber_band, panning, touching, typing, composing, typing_in_a_cell, typing_in_the_form),
        *(typing_a_command, searching, combo, menu, context_menu, tooltip, modal_dialog, file_dialog, importing_into),
        *(
            previewing_a_journey,
            importing_in_a_worker,
            poster,
            poster_export,
            exporting,
            publishing,
            just_edited,
            undone_during_a_publish,
        ),
        *(presenting, walking_along, timer, voting, animation, snapshots, keeping_a_snapshot, merging),
        *(reading_to_merge, palette, help_open, held_over, looking_side_by_side, about_privacy, about_versions),
        *(about_this_computer, about_a_problem, copying_to_share, lanes, dates, large, names_hidden),
    )
}
