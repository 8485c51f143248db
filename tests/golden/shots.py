"""The real window brought to each of its views, and grabbed: half as large, so that references stay small."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Final

from PIL import Image
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QRectF, QSettings
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app import pictures
from app.canvas.scale import PX
from app.canvas.sheet import Sheet
from app.dress import dress
from app.files import StudyFile
from app.panels.laid_over import LaidOver
from app.plain import PlainLabel
from app.window import StudyWindow
from journeys import templates
from journeys.edits import steps
from journeys.exchange import snapshots
from journeys.layout import slides
from journeys.layout.slides import Show, Stage
from journeys.store import locations
from tests.app.posters_made import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.study_view import StudyView
    from journeys.layout.drawing import Drawing

SIZE: Final = (1280, 800)
SLIDES: Final = {
    "slide-title": ("title", "phases"), "slide-whole": ("whole", "phases"), "slide-phase": ("phase", "phases"),
    "slide-gaps": ("gaps", "phases"), "slide-step": ("step", "steps"), "slide-end": ("end", "phases"),
}  # fmt: skip
EVERYTHING: Final = QRectF(-1e6, -1e6, 2e6, 2e6)
PATIENCE_MS: Final = 20_000
SMALLER: Final = 2
"""How many times: enough to see what moved, and no hair of a letter."""


def taken(qapp: QApplication, folder: Path, language: str, theme: str) -> dict[str, Image.Image]:
    """Every view of the window in one language and look."""
    with _window(qapp, folder, language, theme) as window:
        shots = {name: _grabbed(window, scene) for name, scene in SCENES.items()}
        return shots | dict(_slides(window.view))


@contextmanager
def _window(qapp: QApplication, folder: Path, language: str, theme: str) -> Iterator[StudyWindow]:
    """A window as a new user has it; the caret stands still."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    window = StudyWindow(dress(qapp, language, theme, 100))
    window.resize(*SIZE)
    window.show()
    try:
        yield window
    finally:
        if window.file is not None:
            window.file.close(discard=True)
        window.finish()
        pictures.settle()
        qapp.setCursorFlashTime(flash)
        dress(qapp, "nl", "light", 100)


def _study(window: StudyWindow) -> None:
    numbers = count(1)
    study = templates.sample("child", window.dress.say.language, new_id=lambda: f"{next(numbers):032x}")
    window.open_study(study.document, StudyFile(study.document, images=study.images))
    pictures.show(window, SIZE)


def _grabbed(window: StudyWindow, scene: Callable[[StudyWindow], object]) -> Image.Image:
    """The window, or what the scene put over it; afterwards everything is closed again."""
    shown = scene(window)
    pictures.settle()
    widget = shown if isinstance(shown, QWidget) else window
    found = _small(widget.grab().toImage())
    for dialog in window.findChildren(QDialog):
        dialog.close()
    for panel in window.findChildren(LaidOver):
        panel.close_panel()
    for code in ("parking", "timer"):
        if window.view is not None and code in window.view.strips:
            window.view.strips[code].hide()
    pictures.settle()
    return found


def _small(image: QImage) -> Image.Image:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()).reduce(SMALLER)


def _slides(view: StudyView) -> Iterator[tuple[str, Image.Image]]:
    """The first slide of each kind; of the phases the second, where the flow branches."""
    document, journey = view.session.document, view.context.journey
    stage = Stage()
    for name, (kind, way) in SLIDES.items():
        show = Show((journey,), way=way)
        found = [slide for slide in slides.programme(document, show) if slide.kind == kind]
        slide = found[1] if kind == "phase" else found[0]
        drawing = slides.slide_layout(document, slide, stage, view.context.say)
        _painted(drawing, view)
        pictures.settle()  # portraits are decoded once they were asked for
        yield name, _small(_painted(drawing, view))


def _painted(drawing: Drawing, view: StudyView) -> QImage:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(view.map.inks.colour("canvas"))
    painter = QPainter(image)
    scale = image.height() / drawing.height / PX
    painter.scale(scale, scale)
    for layer in drawing.layers:
        painter.save()
        painter.translate(layer.origin[0] * PX, layer.origin[1] * PX)
        Sheet(layer).paint(painter, view.map.inks, EVERYTHING, scale)
        painter.restore()
    painter.end()
    return image


def _welcome(window: StudyWindow) -> None:
    window.show_welcome()
    pictures.settle()


def _map(window: StudyWindow) -> None:
    _study(window)


def _view(code: str) -> Callable[[StudyWindow], None]:
    def show(window: StudyWindow) -> None:
        window.actions_by_code[code].trigger()
        pictures.settle()
        if window.view is not None and window.view.views.zooms:
            window.view.views.zooming.zoom_to_fit()

    return show


def _panel(code: str, *, step: bool = False) -> Callable[[StudyWindow], None]:
    """A tab at the right, beside the map; with the hardest step selected."""

    def show(window: StudyWindow) -> None:
        window.actions_by_code["map"].trigger()
        window.actions_by_code["lens_none"].trigger()
        if step:
            document = window.view.session.document
            here = [one for one in document.steps.values() if one.journey == window.view.context.journey]
            window.view.map.reveal(min(here, key=lambda one: (one.emotion or 0, one.column)).id)
        window.view.tabs.show_panel(code)

    return show


def _dialog(code: str) -> Callable[[StudyWindow], QWidget]:
    def show(window: StudyWindow) -> QWidget:
        window.actions_by_code[code].trigger()
        pictures.settle()
        return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())

    return show


def _strip(code: str) -> Callable[[StudyWindow], None]:
    """What lies under, beside or over the map in a workshop."""

    def show(window: StudyWindow) -> None:
        window.actions_by_code["map"].trigger()
        window.actions_by_code["lens_none"].trigger()
        window.actions_by_code[code].trigger()

    return show


def _snapshots(window: StudyWindow) -> None:
    """One from before the hardest step was told."""
    then = window.session.document.snapshot()
    then.write(steps.delete(then, window.view.map.picked.steps()).changes)
    at = dt.datetime(2026, 11, 20, 14, 3, tzinfo=dt.UTC)
    window.file.add_snapshot(snapshots.take(then, window.dress.say("After round {n}", n=1), at))
    window.actions_by_code["snapshots"].trigger()


def _settings(window: StudyWindow) -> QWidget:
    """Without the place of the data, which is another one on every computer."""
    dialog = _dialog("settings")(window)
    place = str(locations.data_folder())
    next(label for label in dialog.findChildren(PlainLabel) if label.text() == place).setText("/levensreis")
    return dialog


def _poster(window: StudyWindow) -> QWidget:
    """With its page, which a worker makes."""
    dialog = _dialog("poster")(window)
    held = QElapsedTimer()
    held.start()
    while not settled(dialog) and held.elapsed() < PATIENCE_MS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return dialog


SCENES: Final = {
    "welcome": _welcome,
    "map": _map,
    "table": _view("table"),
    "compare": _view("compare"),
    "network": _view("ecosystem"),
    "step": _panel("inspector", step=True),
    "findings": _panel("findings"),
    "notes": _panel("notes"),
    "facts": _panel("facts"),
    "lens": _view("lens_roles"),
    "voting": _strip("vote"),
    "parking": _strip("parking"),
    "timer": _strip("timer"),
    "snapshots": _snapshots,
    "views": _strip("saved_views"),
    "settings": _settings,
    "help": _dialog("help"),
    "about": _dialog("about"),
    "poster": _poster,
    "keys": _dialog("shortcuts"),
    "lenses": _dialog("lenses_help"),
}
"""In this order, in one window: what a scene opens stays, unless it is a dialog."""
