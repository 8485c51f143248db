"""The picture on a step: to choose, paste or drop, to describe, to replace and to take away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app import images as pictures
from app import pixels
from app.panels.narrow import wrapped
from app.panels.picture_field import PictureField
from app.panels.text_fields import TitleField
from app.plain import PlainLabel, put
from journeys.edits import images
from journeys.errors import ImageError

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.context import Context
    from app.images import Source
    from journeys.model.entities import Image, Step

PREVIEW_PX: Final = 640
HIGHEST: Final = 220


class StepImage(PictureField):
    """Shows one step's picture with its words; each change is one edit."""

    def __init__(self, context: Context) -> None:
        say = context.say
        super().__init__(context, say("Choose a picture"))
        self.step = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.preview = Preview(context)
        column.addWidget(self.preview)
        self.choose = self._button(say("Choose…"), say("Choose a picture"), self.ask)
        self.insert = self._button(say("Paste"), say("Paste a picture"), self.paste)
        self.remove = self._button(say("Remove"), say("Remove the picture"), self._remove)
        column.addWidget(wrapped(self.choose, self.insert, self.remove))
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        self.alt = self._field(words, say("What it shows, for who cannot see it"), "alt")
        self.caption = self._field(words, say("Caption on the card"), "caption")
        column.addWidget(self._words)

    def _button(self, text: str, name: str, act: object) -> QPushButton:
        made = QPushButton(text)
        made.setAccessibleName(name)
        made.clicked.connect(act)
        return made

    def _field(self, column: QVBoxLayout, name: str, field: str) -> TitleField:
        label = PlainLabel(name, wrap=True, name="field")
        made = TitleField(name)
        label.setBuddy(made)
        made.committed.connect(lambda text, burst: self._describe(field, text, burst))
        column.addWidget(label)
        column.addWidget(made)
        return made

    def display(self, step: Step) -> int:
        """Show this step's picture; gives how many there are: one or none."""
        self.step = step.id
        image = self.context.document.images.get(step.image or "")
        for part in (self._words, self.remove):
            part.setVisible(image is not None)
        put(self.choose, self.context.say("Choose…") if image is None else self.context.say("Replace…"))
        self.preview.display(image)
        if image is not None:
            self.alt.display(image.alt)
            self.caption.display(image.caption)
        return int(image is not None)

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        held = self.context.document.steps.get(self.step)
        if held is not None and held.image is not None:
            self.alt.flush()
            self.caption.flush()

    def take(self, source: Source) -> None:
        """Put this picture on the step, when the worker has read it."""
        pictures.attach(self, self.context, source, partial(images.put_on_step, step=self.step))

    def _remove(self) -> None:
        if self.context.do(lambda: images.remove_from_step(self.context.document, self.step)):
            self.choose.setFocus()

    def _describe(self, field: str, text: object, burst: str) -> None:
        held = self.context.document.steps.get(self.step)
        if held is not None and held.image is not None:
            image = held.image
            self.context.do(
                lambda: images.describe(self.context.document, image, **{field: str(text)}), f"{burst} {image} {field}"
            )

    def mark(self, *, on: bool) -> None:
        """Show that what is held over the field would be taken."""
        self.preview.mark(on=on)


class Preview(QWidget):
    """The picture in its own shape, or a place to drop one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._image: QImage | None = None
        self._marked = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def display(self, image: Image | None) -> None:
        """Show this picture."""
        say = self.context.say
        self._image = decoded(self.context, image) if image is not None else None
        self.setAccessibleName((image.alt or image.caption or say("Picture")) if image else say("No picture"))
        self.updateGeometry()
        self.update()

    def mark(self, *, on: bool) -> None:
        """Show that what is held over it would be taken."""
        self._marked = on
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._image is None or self._image.isNull():
            return 64
        return max(24, min(HIGHEST, round(width * self._image.height() / self._image.width())))

    def sizeHint(self) -> QSize:
        width = self.width() or 240
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None or self._image.isNull():
            self._paint_place(painter)
        else:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), self._image)
        if self._marked:
            painter.setPen(QPen(QColor(self.context.colours.focus), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _paint_place(self, painter: QPainter) -> None:
        say, colours = self.context.say, self.context.colours
        words = say("Drop a picture here") if self._image is None else say("This picture cannot be shown")
        painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(colours.muted))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)


def decoded(context: Context, image: Image) -> QImage:
    """The picture for a panel; a null one when it cannot be shown."""
    key = ("panel", image.sha256)
    if key not in context.drawn:
        data = context.image(image.id)
        try:
            context.drawn[key] = QImage() if data is None else pixels.shown(data, PREVIEW_PX)
        except ImageError:
            context.drawn[key] = QImage()
    found: QImage = context.drawn[key]
    return found
