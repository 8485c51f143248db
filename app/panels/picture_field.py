"""A field for a picture: it is chosen in a dialog, pasted, or dropped on the field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from app import images as pictures
from app.dialogs.choose import file_dialog
from journeys.errors import ImageError

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent

    from app.context import Context
    from app.images import Source


class PictureField(QWidget):
    """The roads by which a picture comes in; what is done with it is `take`, of who fills this in."""

    def __init__(self, context: Context, title: str) -> None:
        """`title` stands above the dialog in which a file is chosen."""
        super().__init__()
        self.context = context
        self._title = title
        self.setAcceptDrops(True)

    def take(self, source: Source) -> None:
        """Read this picture and put it where it belongs."""
        raise NotImplementedError

    def mark(self, *, on: bool) -> None:
        """Show that what is held over the field would be taken."""
        raise NotImplementedError

    def ask(self) -> None:
        """Choose a file."""
        say = self.context.say
        filters = [f"{say('Pictures')} ({' '.join(f'*{suffix}' for suffix in pictures.SUFFIXES)})"]
        dialog = file_dialog(self.window(), say, self._title, say("Choose"), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def paste(self) -> None:
        """Take the picture that was copied."""
        found = pictures.from_mime(pictures.on_clipboard())
        if found:
            self.take(found[0])
        else:
            self.context.refuse(ImageError("image.none"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if pictures.holds_pictures(event.mimeData()):
            self.mark(on=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.mark(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.mark(on=False)
        found = pictures.from_mime(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.take(found[0])
