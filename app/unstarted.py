"""What one sees when the program cannot even show its window: a message, and where to find what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from app import mishaps, settings
from app.plain import plain_box
from journeys.i18n import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAILED = 1


def tell(app: QApplication) -> int:
    """Say so, and end with the exit code of a failure."""
    say = words(settings.language())
    text = say(
        "Your studies are safe. What happened is written down in {folder}; send that to whoever looks after "
        "Levensreis for you.",
        folder=mishaps.log_folder(),
    )
    box = plain_box(None, "critical", "Levensreis", say("Levensreis cannot start."), text)
    box.setObjectName("unstarted")
    box.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.finished.connect(app.quit)
    box.open()
    app.exec()
    mishaps.ended()
    return FAILED
