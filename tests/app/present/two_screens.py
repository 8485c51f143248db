"""Presents on two screens and says what stood where; run in a process of its own, as Qt has its screens for life."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import present
from app.files import StudyFile
from app.main import application
from app.pictures import settle
from app.present import screens
from app.program import Program
from journeys import templates


def told(now):
    """Which window is on which screen."""
    console = now.placing.console
    return {
        "audience": now.audience.screen().name(), "full": now.audience.isFullScreen(),
        "console": console.screen().name() if console is not None else None, "at": now.showing.place.index,
    }  # fmt: skip


def main():
    program = Program(application(), "nl")
    window = program.new_window()
    document = templates.create("child", "nl")
    window.open_study(document, StudyFile(document))
    settle()
    present.present(window)
    settle()
    now, found = present.running(window), {}
    console = now.console
    found["begin"] = told(now)
    QTest.keyClick(console.stage, Qt.Key.Key_PageDown)
    console.list.setFocus()
    QTest.keyClick(console.list, Qt.Key.Key_PageDown)
    QTest.keyClick(console.stage, Qt.Key.Key_N)
    found["keys"] = told(now) | {"notes for all": now.audience.notes.isVisible()}
    found["next"] = console._then.text()
    found["notes"] = console.notes.toPlainText()
    found["progress"] = console.times.progress.text()
    found["small"] = [b.accessibleName() for b in (*console.buttons.all(), *console.times.all())
                      if b.isVisible() and min(b.width(), b.height()) < 44]  # fmt: skip
    found["nameless"] = [
        b.objectName() for b in (*console.buttons.all(), *console.times.all()) if not b.accessibleName()
    ]
    QTest.mouseClick(console.buttons["black"], Qt.MouseButton.LeftButton)
    found["black"] = now.showing.cover
    QTest.mouseClick(console.times.swap, Qt.MouseButton.LeftButton)
    settle()
    found["swapped"] = told(now)
    both = screens.screens
    left = [screen for screen in both() if screen.name() == "laptop"]
    screens.screens = lambda: left  # as it is when the cable is pulled
    now.placing._settle()
    settle()
    found["pulled"] = told(now)
    found["told"] = now.audience.told.text
    screens.screens = both
    now.placing._settle()
    settle()
    found["back"] = told(now)
    QTest.qWait(400)  # what was told fades
    found["told again"] = now.audience.told.text
    console.close()
    found["over"] = now.over
    window.file.close(discard=True)
    window.finish()
    settle()
    print(json.dumps(found))


if __name__ == "__main__":
    sys.exit(main())
