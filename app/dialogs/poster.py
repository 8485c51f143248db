"""The poster: choose paper and journeys, see the real PDF, save it. Never in the way of the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)  # fmt: skip

from app import tasks
from app.dialogs.choose import file_dialog
from app.files import file_name
from app.panels.fields import CheckField, ChoiceField
from app.plain import PlainLabel, named, put
from journeys.analysis.spots import counted_journeys
from journeys.errors import LevensreisError
from journeys.messages import error_text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from app.window import StudyWindow
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.poster.raster import Pixels
    from journeys.session import Session

PREVIEW_PX = 1100
PAPERS = {"A0": "841 × 1189 mm", "A1": "594 × 841 mm", "A2": "420 × 594 mm", "A3": "297 × 420 mm", "A4": "210 × 297 mm"}


class Choices(NamedTuple):
    """What the user asks for."""

    journeys: tuple[str, ...]
    paper: str
    portrait: bool
    language: Language


def show(window: StudyWindow) -> PosterDialog | None:
    """Open the dialog beside the window; one per window."""
    if window.session is None:
        return None
    known = window.findChild(PosterDialog)
    dialog = known if known is not None else PosterDialog(window, window.session)
    dialog.show()
    dialog.raise_()
    dialog.refresh()
    return dialog


class PosterDialog(QDialog):
    """Options at the left, the picture of the page at the right."""

    def __init__(self, window: StudyWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._say = window.dress.say
        self._task: tasks.Task | None = None
        self._shown: tuple[object, int] | None = None
        self._page = 0
        say = self._say
        self.setWindowTitle(say("Poster"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 640)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(18)
        row.addLayout(self._options())
        row.addLayout(self._preview(), 1)
        self._later = QTimer(self, singleShot=True, interval=150)
        self._later.timeout.connect(self._draw)

    def _options(self) -> QVBoxLayout:
        say = self._say
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(PlainLabel(say("Paper"), name="field"))
        self.paper = ChoiceField(say("Paper"), [(f"{name} ({size})", name) for name, size in PAPERS.items()])
        self.paper.display("A1")
        self.portrait = CheckField(say("Upright"))
        column.addWidget(self.paper)
        column.addWidget(self.portrait)
        column.addWidget(PlainLabel(say("Language of the poster"), name="field"))
        self.language = ChoiceField(say("Language of the poster"), [("Nederlands", "nl"), ("English", "en")])
        self.language.setProperty("foreign", True)
        study = self._study()
        self.language.display(study.study.language)
        column.addWidget(self.language)
        column.addSpacing(8)
        caption = PlainLabel(say("Journeys, a page each"), name="field")
        self.journeys = named(QListWidget(), "boxed")
        self.journeys.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.journeys.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.journeys.setAccessibleName(say("Journeys on the poster"))
        caption.setBuddy(self.journeys)
        self._fill_journeys()
        column.addWidget(caption)
        column.addWidget(self.journeys, 1)
        self.note = PlainLabel("", wrap=True, name="muted")
        column.addWidget(self.note)
        self.save = named(QPushButton(say("Save as PDF…")), "primary")
        self.save.clicked.connect(self._ask_where)
        column.addWidget(self.save)
        for field in (self.paper, self.portrait, self.language):
            field.committed.connect(lambda *_: self.refresh())
        self.journeys.itemChanged.connect(lambda _: self.refresh())
        for widget in (self.paper, self.language, self.journeys):
            widget.setFixedWidth(270)
        return column

    def _fill_journeys(self) -> None:
        document, view = self._study(), self._window.view
        for journey in counted_journeys(document):
            persona = document.personas[journey.persona]
            item = QListWidgetItem(f"{persona.name}: {journey.title}")
            if journey.variant == "desired":
                item = QListWidgetItem(f"{persona.name}: {journey.title} ({self._say('desired')})")
            item.setData(Qt.ItemDataRole.UserRole, journey.id)
            item.setSizeHint(QSize(0, max(26, self.fontMetrics().height() + 8)))
            current = view is not None and journey.id == view.context.journey
            item.setCheckState(Qt.CheckState.Checked if current else Qt.CheckState.Unchecked)
            self.journeys.addItem(item)

    def _preview(self) -> QVBoxLayout:
        say = self._say
        column = QVBoxLayout()
        self.picture = _Picture(say("Preview of the poster"))
        column.addWidget(self.picture, 1)
        row = QHBoxLayout()
        self._back, self._on = QPushButton(say("Previous page")), QPushButton(say("Next page"))
        self._which = PlainLabel("", name="muted")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        for widget in (self._back, self._which, self._on):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def choices(self) -> Choices:
        """What is asked for now."""
        chosen = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in (self.journeys.item(row) for row in range(self.journeys.count()))
            if item.checkState() == Qt.CheckState.Checked
        )
        return Choices(chosen, str(self.paper.currentData()), self.portrait.isChecked(), self.language.currentData())

    def refresh(self) -> None:
        """Draw the page anew, a moment later."""
        chosen = self.choices().journeys
        self._page = max(0, min(self._page, len(chosen) - 1))
        self.save.setEnabled(bool(chosen))
        put(self.note, self._warning() if chosen else self._say("Choose at least one journey."))
        pages = len(chosen)
        for button in (self._back, self._on):
            button.setVisible(pages > 1)
        put(self._which, self._say("Page {i} of {n}", i=self._page + 1, n=pages) if pages > 1 else "")
        self._later.start()

    def _warning(self) -> str:
        found: list[str] = []
        if not found:
            return ""
        return self._say(
            "The poster's font lacks these characters; a box is printed: {found}", found=" ".join(found[:12])
        )

    def _turn(self, pages: int) -> None:
        self._page += pages
        self.refresh()

    def _draw(self) -> None:
        """The page as pixels, from the real PDF, in a worker; one at a time."""
        asked = self.choices()
        if not asked.journeys or self._task is not None:
            return
        document, images, page = self._study().snapshot(), self._images(), self._page
        key = (asked, page)
        one = asked._replace(journeys=(asked.journeys[page],))

        def work(_: tasks.Work) -> Pixels:
            from journeys.poster.raster import page_pixels

            return page_pixels(_render(document, images, one), 0, PREVIEW_PX)

        self._shown = key
        self.picture.wait(self._say("Making the preview…"))
        self._task = tasks.start(work, self, self._show, self._failed)
        self._task.ended.connect(self._ended)

    def _ended(self) -> None:
        self._task = None
        if (self.choices(), self._page) != self._shown:
            self._later.start()

    def _show(self, pixels: Pixels) -> None:
        image = QImage(pixels.bgrx, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32).copy()
        self.picture.display(image)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LevensreisError):
            raise error
        self.picture.wait("")
        put(self.note, error_text(error, self._say))

    def _ask_where(self) -> None:
        say = self._say
        dialog = file_dialog(self, say, say("Save the poster as"), say("Save"), [f"{say('PDF files')} (*.pdf)"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        path = self._window.file.path if self._window.file is not None else None
        if path is not None:
            dialog.setDirectory(str(path.parent))
        title = f"{self._study().study.title} {self.paper.currentData()}"
        dialog.selectFile(Path(file_name(title)).stem + ".pdf")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the poster there, in a worker."""
        asked, document, images, say = self.choices(), self._study().snapshot(), self._images(), self._say

        def work(task: tasks.Work) -> None:
            from journeys.store.files import write_whole

            pdf = _render(document, images, asked)
            if not task.cancelled:
                write_whole(path, pdf)

        tasks.start_shown(
            work, self, say("Making the poster…"), say,
            lambda _: put(self.note, say("Saved: {name}", name=path.name)), self._failed,
        )  # fmt: skip

    def _study(self) -> Document:
        return self._session.document

    def _images(self) -> dict[str, bytes]:
        return self._window.file.images() if self._window.file is not None else {}

    def closeEvent(self, event: QCloseEvent) -> None:
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
        super().closeEvent(event)


def _render(document: Document, images: dict[str, bytes], asked: Choices) -> bytes:
    from journeys.poster import Request, render

    request = Request(asked.journeys, asked.paper, asked.portrait, asked.language)
    return render(document, request, images)


class _Picture(PlainLabel):
    """A picture as large as fits."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._image = QImage()

    def wait(self, text: str) -> None:
        """Say that the first picture is being made; a later one just takes the place of the one before."""
        if self._image.isNull():
            put(self, text)

    def display(self, image: QImage) -> None:
        self._image = image
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            room = QSize(round(self.width() * ratio), round(self.height() * ratio))
            fitted = self._image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter = QPainter(fitted)
            painter.setPen(self.palette().mid().color())
            painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
            painter.end()
            fitted.setDevicePixelRatio(ratio)
            self.setPixmap(QPixmap.fromImage(fitted))
