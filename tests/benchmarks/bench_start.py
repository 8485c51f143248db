"""S1–S3: from process start to the first painted window, against a bare Qt window; and what was loaded by then."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from journeys import store
from tests.benchmarks.harness import PYTHON, Row
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.harness import Harness

HEAVY = ("networkx", "sqlalchemy", "alembic", "reportlab", "pydantic", "pptx")

BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
SHELL = """
import gc, os
gc.disable()
from PySide6.QtCore import QTimer
from app import main
from app.program import Program
app = main.application()
program = Program(app, "nl")
program.new_window()
app.processEvents()
os._exit(0)
"""
OURS = """
import gc, json, os, sys
from pathlib import Path
gc.disable()
from PySide6.QtCore import QEvent, QObject, QTimer
from app import main
from app.program import Program
from app.window import StudyWindow
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, end)
        return False
def end():
    print(json.dumps([name for name in sys.argv[2:] if name in sys.modules]), flush=True)
    os._exit(0)
class Watched(StudyWindow):
    def open_study(self, document, file):
        super().open_study(document, file)
        self.view.map.viewport().installEventFilter(watch)
import app.program
app.program.StudyWindow = Watched
watch = Watch()
application = main.application()
program = Program(application, "nl")
window = program.new_window()
application.processEvents()
program.open_file(window, Path(sys.argv[1]))
application.exec()
"""
"""As app.main does it, to the moment when the map has been painted."""


def measure(harness: Harness) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.environ["LEVENSREIS_DATA"] = folder
        os.environ["XDG_CONFIG_HOME"] = folder
        small, large = (written(Path(folder), harness.steps(steps)) for steps in (60, 10_000))
        bare = [PYTHON, "-c", BARE]
        yield harness.processes("S1", "shell painted", 1.5, ours=[PYTHON, "-c", SHELL], raw=bare)
        yield harness.processes("S1", "window with 60 steps painted", 1.6, ours=[PYTHON, "-c", OURS, small], raw=bare)
        loaded = loaded_then(small)
        yield Row("S2", "heavy modules at that moment", 0, len(loaded), unit="modules", note=" ".join(loaded))
        yield harness.processes(
            "S3", "window with 10,000 steps painted", 1.8, ours=[PYTHON, "-c", OURS, large], raw=bare
        )


def written(folder: Path, steps: int) -> Path:
    """A study of so many steps in a file."""
    path = folder / f"{steps}.levensreis"
    store.create_file(path, study(steps), overwrite=True)
    return path


def loaded_then(path: Path) -> list[str]:
    """Which heavy libraries a start has loaded when the study is painted."""
    done = subprocess.run(
        [PYTHON, "-c", OURS, str(path), *HEAVY], capture_output=True, text=True, check=True, timeout=120
    )
    return list(json.loads(done.stdout))
