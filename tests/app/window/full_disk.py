"""The program on two disks of one megabyte, run in a mount namespace of its own: tells what a person sees."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from shiboken6 import isValid

from app import exporting, main, tasks
from app.dialogs.poster import saving
from app.images import intake, put_on_step
from app.program import Program
from journeys.edits import steps
from journeys.exchange import formats
from journeys.poster.request import Request
from journeys.store.opener import open_file
from tests.app.pictures_made import picture


def settle() -> None:
    tasks.wait_for_all()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def fill(disk: Path) -> Path:
    """Take all the room that a disk has."""
    ballast = disk / "ballast"
    descriptor = os.open(ballast, os.O_CREAT | os.O_WRONLY)
    try:
        while True:
            os.write(descriptor, bytes(4096))
    except OSError:
        os.close(descriptor)
    return ballast


class Desk:
    """A window with the study open, and what it shows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: dict[str, Any] = {}
        self.program = Program(main.application(), "nl")
        self.window = self.program.new_window()
        assert self.program.open_file(self.window, path) is self.window
        settle()
        QTest.qWait(50)

    def rename(self, title: str) -> bool:
        document = self.window.session.document
        return bool(self.window.history.perform(steps.rename(document, next(iter(document.steps)), title)))

    def save(self) -> None:
        self.window.actions_by_code["save"].trigger()
        settle()

    def put_picture(self) -> None:
        step = next(iter(self.window.session.document.steps))
        put_on_step(self.window.view, step, picture(size=(400, 300)))
        while intake(self.window.view, self.window.view.context).busy:
            QTest.qWait(10)

    def keep_snapshot(self) -> None:
        self.window.actions_by_code["snapshot"].trigger()
        QTest.keyClick(self.window.view.strips["snapshot"].field, Qt.Key.Key_Return)
        QTest.keyClick(self.window.view.strips["snapshot"].field, Qt.Key.Key_Escape)

    def print_poster(self, path: Path) -> str:
        ended = []
        document, say = self.window.session.document.snapshot(), self.window.dress.say
        saving.write(self.window, say, path, (document, Request(), {}), ended.append, ended.append, source=self.path)
        settle()
        return str(getattr(ended[0], "code", "written"))

    def export(self, path: Path) -> str:
        """What the dialog tells; it is closed when all went well."""
        dialog = exporting.show(self.window)
        dialog.formats.choose("json")
        dialog.write(path)
        settle()
        told = dialog.told.text() if isValid(dialog) else ""
        if told:
            dialog.reject()
            settle()
        return told

    def note(self, what: str, **more: Any) -> None:
        """Write down what is on the screen and on the disk, and put the message away."""
        window, bar = self.window, self.window.view.bar
        buttons = [b.text() for b in bar.findChildren(QPushButton) if b.text() and not b.isHidden()]
        self.told[what] = {
            "status": window.status.saved.text(), "button": window.status.save_button.text(), "bar": bar.text,
            "answers": buttons, "dialogs": len(window.findChildren(QDialog)),
            "folder": {one.name: one.stat().st_size for one in self.path.parent.iterdir() if one.name != "ballast"},
            **more,
        }  # fmt: skip
        bar.hide()


def under_the_file(desk: Desk) -> None:
    """The disk with the file is full: publishing, exporting, printing; and again when there is room."""
    before, room = desk.path.read_bytes(), fill(desk.path.parent)
    edited = desk.rename("Vol")
    desk.save()
    desk.note("publish", edited=edited, same=desk.path.read_bytes() == before)
    desk.note("export", told=desk.export(desk.path.with_name("Uit.json")))
    desk.note("poster", code=desk.print_poster(desk.path.with_name("Uit.pdf")))
    room.unlink()
    desk.window.status.save_button.click()
    settle()
    desk.export(desk.path.with_name("Uit.json"))
    code = desk.print_poster(desk.path.with_name("Uit.pdf"))
    same = open_file(desk.path).document == desk.window.session.document
    read = formats.read_file(desk.path.with_name("Uit.json")).document == desk.window.session.document
    desk.note("room under the file", same=same, code=code, read=read)


def under_the_working_copy(desk: Desk, data: Path) -> None:
    """The disk of the computer is full: editing, pictures, snapshots, publishing; and again when there is room."""
    document, file, before = desk.window.session.document, desk.window.file, desk.path.read_bytes()
    room, held = fill(data), document.snapshot()
    edited = desk.rename("Geen plaats")
    settle()
    desk.note("edit", edited=edited, same=document == held)
    desk.put_picture()
    settle()
    desk.note("picture", same=document == held and not file.images())
    desk.keep_snapshot()
    settle()
    desk.note("snapshot", same=file.snapshots() == ())
    room.unlink()
    edited = desk.rename("Weer plaats")
    desk.put_picture()
    desk.keep_snapshot()
    settle()
    room = fill(data)
    desk.save()
    desk.note("publish without room for a copy", edited=edited, same=desk.path.read_bytes() == before)
    room.unlink()
    desk.save()
    found = open_file(desk.path)
    same = found.document == document and found.snapshots == file.snapshots() and len(found.images) == 1
    desk.note("room", edited=edited, same=same)


if __name__ == "__main__":
    stick, computer = map(Path, sys.argv[1:])
    on = Desk(stick / "Reis.levensreis")
    under_the_file(on)
    under_the_working_copy(on, computer)
    on.window.file.close()
    on.window.finish()
    on.told["closed"] = {"left": [one.name for one in (computer / "work").iterdir()]}
    print(json.dumps(on.told))
