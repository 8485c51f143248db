"""A persona's portrait: choose, paste or drop a picture, cut a square out of it, or take it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton

from app import images as pictures
from app import pixels
from app.panels.narrow import wrapped
from app.panels.picture_field import PictureField
from app.plain import tip
from journeys.edits import images

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent

    from app.context import Context
    from app.images import Source

DISC_PX: Final = 84


class PortraitField(PictureField):
    """The portrait itself as a button, and buttons to choose, cut anew, paste and remove."""

    def __init__(self, context: Context) -> None:
        say = context.say
        super().__init__(context, say("Choose a portrait"))
        self.persona = ""
        self.disc = QToolButton()
        self.disc.setObjectName("portrait")
        self.disc.setIconSize(QSize(DISC_PX, DISC_PX))
        self.disc.setFixedSize(DISC_PX + 10, DISC_PX + 10)
        tip(self.disc, say("Choose a picture, paste one, or drop one here"))
        self.disc.clicked.connect(self.ask)
        self.choose = QPushButton(say("Choose…"))
        self.choose.setAccessibleName(say("Choose a portrait"))
        self.choose.clicked.connect(self.ask)
        self.insert = QPushButton(say("Paste"))
        self.insert.setAccessibleName(say("Paste a portrait"))
        self.insert.clicked.connect(self.paste)
        self.crop = QPushButton(say("Cut out…"))
        self.crop.setAccessibleName(say("Cut the portrait out anew"))
        self.crop.clicked.connect(self.recrop)
        self.remove = QPushButton(say("Remove"))
        self.remove.setAccessibleName(say("Remove the portrait"))
        self.remove.clicked.connect(self._remove)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(10)
        row.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(wrapped(self.choose, self.insert, self.crop, self.remove), 1, Qt.AlignmentFlag.AlignTop)

    def display(self, persona: str) -> None:
        """Show this persona's portrait, or drawn initials."""
        self.persona = persona
        held = self.context.document.personas[persona]
        say = self.context.say
        sharp = self.devicePixelRatioF()
        self.disc.setIcon(pictures.portrait_pixmap(self.context, held, DISC_PX, sharp))
        name = say("Portrait of {name}", name=held.name) if held.portrait else say("No portrait yet: drawn initials")
        self.disc.setAccessibleName(name)
        for button in (self.crop, self.remove):
            button.setVisible(held.portrait is not None)

    def recrop(self) -> None:
        """Cut another square out of the portrait that is there."""
        data = self.context.image(self.context.document.personas[self.persona].portrait)
        if data is not None:
            self.take(data)

    def take(self, source: Source) -> None:
        """Read a picture in the worker, then let the user cut a square out of it."""
        persona = self.persona
        pictures.intake(self, self.context).take(partial(pixels.read, source), lambda image: self._cut(persona, image))

    def _cut(self, persona: str, image: QImage) -> None:
        from app.panels.crop import CropDialog

        dialog = CropDialog(self.window(), self.context, image)
        dialog.cut.connect(lambda square: self._keep(persona, square))
        dialog.open()

    def _keep(self, persona: str, square: QImage) -> None:
        encoded = pixels.encoded(square, pixels.PORTRAIT_PX)
        pictures.store(self.context, encoded, partial(images.put_portrait, persona=persona))

    def _remove(self) -> None:
        if self.context.do(lambda: images.remove_portrait(self.context.document, self.persona)):
            self.disc.setFocus()

    def mark(self, *, on: bool) -> None:
        """Show that what is held over the field would be taken."""
        self.disc.setDown(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.remove.isHidden():
            self._remove()
        else:
            super().keyPressEvent(event)
