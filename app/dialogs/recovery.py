"""Asks what to do with a study that an earlier session left on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from app.plain import plain_box

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window import StudyWindow
    from journeys.store.recovery import Abandoned


def ask(
    window: StudyWindow,
    one: Abandoned,
    *,
    recover: Callable[[], object],
    original: Callable[[], object],
    then: Callable[[], object],
) -> QMessageBox:
    """Recover, open the original, or decide later; afterwards `then`."""
    say = window.dress.say
    when = one.changed.astimezone().strftime("%d-%m-%Y %H:%M")
    box = plain_box(
        window, "question", say("Recover your work"),
        say("“{title}” was not closed properly. Your last changes, of {time}, are safe on this computer.",
            title=one.title, time=when),
        say.many("It has {n} step.", "It has {n} steps.", one.steps),
    )  # fmt: skip
    box.setObjectName("recovery")
    keep = box.addButton(say("Recover"), QMessageBox.ButtonRole.AcceptRole)
    label = say("Open the original") if one.path is not None else say("Throw away")
    drop = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(say("Later"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(keep)

    def answered() -> None:
        clicked = box.clickedButton()
        if clicked is keep:
            recover()
        elif clicked is drop:
            original()
        box.deleteLater()
        then()

    box.finished.connect(answered)
    box.open()
    return box
