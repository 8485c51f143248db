"""What the first picture of a study waits for: nothing that can be loaded or laid out after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from journeys import store
from journeys.layout.drawing import Text
from tests.journeys import studies

ROOT = Path(__file__).parents[3]
LATER = {
    "app.dialogs.documents", "app.dialogs.poster", "app.panels.persona_form",
    "app.panels.step_form", "app.panels.notes_panel",
    "journeys.analysis.findings", "journeys.analysis.gaps", "journeys.store.workcopy", "journeys.store.publish",
    "journeys.store.salvage", "networkx", "sqlalchemy", "reportlab", "pydantic",
}  # fmt: skip
FIRST_PICTURE = """
import json, sys
from pathlib import Path
from app import main
from app.program import Program
application = main.application()
program = Program(application, "nl")
window = program.new_window()
application.processEvents()
program.open_file(window, Path(sys.argv[1]))
loaded = []
window.view.map._waiting.insert(0, lambda: loaded.extend(sys.modules))
while not loaded:
    application.processEvents()
window.file.close(discard=True)
window.finish()
print(json.dumps(loaded))
"""


def test_the_first_picture_loads_neither_dialogs_nor_forms_nor_findings_nor_the_working_copy(path):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(path)], cwd=ROOT, check=False, capture_output=True, text=True,
        encoding="utf-8", env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not LATER & set(json.loads(done.stdout.splitlines()[-1]))


def test_a_long_journey_shows_its_beginning_at_once_and_all_of_it_after(qtbot, program, tmp_path):
    file = tmp_path / "long.levensreis"
    store.create_file(file, studies.study(600))
    view = program.open_file(program.new_window(), file).view
    steps = list(view.session.document.steps)
    assert view.map.hits.main(steps[0]) is not None
    assert view.map.hits.main(steps[-1]) is None
    first = view.map.hits.main(steps[0])
    qtbot.waitUntil(lambda: view.map.hits.main(steps[-1]) is not None)
    assert view.map.hits.main(steps[0]).rect.x == first.rect.x
    QCoreApplication.processEvents()


def test_whoever_wants_a_far_step_of_a_long_journey_does_not_wait(program, tmp_path):
    file = tmp_path / "long.levensreis"
    store.create_file(file, studies.study(600))
    view = program.open_file(program.new_window(), file).view
    last = list(view.session.document.steps)[-1]
    view.reveal(last)
    assert view.map.selected() == (last,)


def test_an_edit_made_while_the_rest_is_laid_out_aside_is_on_the_map(qtbot, program, tmp_path):
    from journeys.edits import steps as verbs

    file = tmp_path / "long.levensreis"
    store.create_file(file, studies.study(600))
    view = program.open_file(program.new_window(), file).view
    view.show()
    last = list(view.session.document.steps)[-1]
    view.map._lay_out_rest_aside()
    assert view.history.perform(verbs.rename(view.session.document, last, "Ondertussen"))
    assert view.map.hits.main(last) is None
    qtbot.waitUntil(lambda: view.map.hits.main(last) is not None)
    texts = [each for layer in view.map.drawing.layers for each in layer.elements if isinstance(each, Text)]
    assert any("Ondertussen" in line for text in texts for line in text.lines)


def test_a_long_journey_that_is_left_before_its_rest_was_laid_out_stops_that_work(program, tmp_path):
    from app import tasks

    file = tmp_path / "long.levensreis"
    store.create_file(file, studies.study(600))
    window = program.open_file(program.new_window(), file)
    window.view.map._lay_out_rest_aside()
    window.file.close(discard=True)
    window.finish()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (work,) = tasks._under_way
    assert work.cancelled
