"""Pictures on their way into the study: read in a worker one after the other, stored, then shown by an edit."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMimeData, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from app import picture_bytes, pixels, tasks
from app.icons import drawn, paint_disc
from journeys.edits import images
from journeys.errors import ImageError, LevensreisError
from journeys.text import initials

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from app.pixels import Encoded
    from app.study_view import StudyView
    from journeys.edits.edit import Edit
    from journeys.model.entities import Persona

Source = bytes | Path | QImage
SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".jfif", ".webp")
LOOK_MS: Final = 20
MOST_DRAWN: Final = 300


def put_on_step(view: StudyView, step_id: str, data: Source) -> None:
    """Check and store a picture and put it on a step: one edit, when the worker is done. Troubles are told."""
    attach(view, view.context, data, partial(images.put_on_step, step=step_id))


def attach(owner: QWidget, context: Context, source: Source, verb: Callable[..., Edit]) -> None:
    """As `put_on_step`, for any verb that takes the document and `stored`."""

    def made(encoded: Encoded) -> None:
        store(context, encoded, verb)

    intake(owner, context).take(partial(pixels.stored, source), made)


def store(context: Context, encoded: Encoded, verb: Callable[..., Edit]) -> bool:
    """The bytes first, then the edit that shows them."""
    try:
        sha256 = context.pictures.add_image(encoded.data)
    except LevensreisError as error:
        context.refuse(error)
        return False
    held = images.Stored(sha256, encoded.media, encoded.width, encoded.height)
    return context.do(lambda: verb(context.document, stored=held))


def on_clipboard() -> QMimeData:
    """What is on the clipboard; a cleared one holds nothing at all."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if held is None else held


def from_mime(mime: QMimeData) -> list[Source]:
    """The pictures in what was dropped or copied: files by their names, else the picture itself."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
    files = [path for path in paths if path.suffix.lower() in SUFFIXES]
    if files or not mime.hasImage():
        return list(files)
    for form in ("image/png", "image/jpeg", "image/webp"):
        if mime.hasFormat(form):
            return [bytes(mime.data(form).data())]
    held = mime.imageData()
    return [held] if isinstance(held, QImage) and not held.isNull() else []


def holds_pictures(mime: QMimeData) -> bool:
    """Whether `from_mime` would find something, without decoding it."""
    return mime.hasImage() or any(Path(url.toLocalFile()).suffix.lower() in SUFFIXES for url in mime.urls())


class Intake(QObject):
    """Reads pictures in one worker, in the order in which they came; Cancel drops those that wait."""

    def __init__(self, owner: QWidget, context: Context) -> None:
        super().__init__(owner)
        self._owner, self._context = owner, context
        self._asked: deque[tuple[int, Callable[[], object]]] = deque()
        self._made: deque[tuple[int, object]] = deque()
        self._then: dict[int, Callable[[Any], object]] = {}
        self._count = 0
        self._task: tasks.Task | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._deliver)

    def take(self, read: Callable[[], object], then: Callable[[Any], object]) -> None:
        """Call `read` in the worker and `then` with what it gives; its LevensreisError is told."""
        self._count += 1
        self._then[self._count] = then
        self._asked.append((self._count, read))
        if self._task is None:
            self._begin()

    @property
    def busy(self) -> bool:
        """Whether a picture is still on its way."""
        return bool(self._then)

    def _begin(self) -> None:
        say, asked, made = self._context.say, self._asked, self._made

        def work(state: tasks.Work) -> None:
            done = 0
            while asked and not state.cancelled:
                number, read = asked.popleft()
                made.append((number, _tried(read)))
                done += 1
                state.share = done / (done + len(asked))

        self._task = tasks.start_shown(
            work, self._owner, say("Reading the picture…"), say, lambda _: None, self._context.refuse
        )
        self._task.ended.connect(self._ended)
        self._look.start()

    def _deliver(self) -> None:
        while self._made:
            number, found = self._made.popleft()
            then = self._then.pop(number, None)
            if isinstance(found, LevensreisError):
                self._context.refuse(found)
            elif then is not None:
                then(found)

    def _ended(self) -> None:
        cancelled = self._task is not None and self._task.cancelled
        self._task = None
        self._look.stop()
        if cancelled:
            self._asked.clear()
            self._made.clear()
            self._then.clear()
            return
        self._deliver()
        if self._asked:
            self._begin()


def _tried(read: Callable[[], object]) -> object:
    """What it gives, or the error to tell; also when the memory is full."""
    try:
        return read()
    except LevensreisError as error:
        return error
    except MemoryError:
        return ImageError("image.no_memory")


def intake(owner: QWidget, context: Context) -> Intake:
    """The one intake of this widget."""
    found = owner.findChild(Intake, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Intake) else Intake(owner, context)


def portrait_pixmap(context: Context, persona: Persona, size: int, sharp: float = 1.0) -> QPixmap:
    """A persona's portrait cut round, or drawn initials: `size` pixels across on a screen of sharpness `sharp`."""
    held = context.document.images.get(persona.portrait or "")
    ink, on = context.party_ink(persona.colour), context.inks.get(f"party.{persona.colour}.on", "#ffffff")
    key = (held.sha256 if held else None, initials(persona.name), ink, on, size, sharp)
    if key not in context.drawn:
        if len(context.drawn) >= MOST_DRAWN:
            context.drawn.clear()
        data = context.image(persona.portrait)
        context.drawn[key] = _disc(data, initials(persona.name), (ink, on), size, sharp)
    found: QPixmap = context.drawn[key]
    return found


def _disc(data: bytes | None, letters: str, inks: tuple[str, str], size: int, sharp: float) -> QPixmap:
    across = max(1, round(size * sharp))
    if data is not None:
        try:
            image = pixels.shown(data, 2 * across, picture_bytes.SMALL)
            made = QPixmap.fromImage(pixels.round_portrait(image, across))
        except ImageError:
            made = QPixmap()
        if not made.isNull():
            made.setDevicePixelRatio(sharp)
            return made
    return drawn(size, sharp, lambda painter: paint_disc(painter, QRectF(0, 0, size, size), letters, *inks))
