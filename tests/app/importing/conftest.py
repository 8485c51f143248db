"""A window with a study in it, files in other notations, and the preview that they open."""

from __future__ import annotations

import json

import pytest

from app import tasks
from app.importing.dialog import ImportDialog
from journeys import store
from tests.journeys.studies import study

MERMAID = """journey
  title Verhuizen
  section Zoeken
    Huis zoeken: 4: Sanne, Makelaar
    Wachten: 2: Sanne
  section Doorgeven
    Verhuizing doorgeven: 3: Sanne, Gemeente
"""
OJF = {
    "version": "1.0.0",
    "metadata": {"title": "Verhuizen", "persona": "Sanne"},
    "stages": [{"id": "s1", "title": "Zoeken"}],
    "swimlanes": [],
    "nodes": [{"id": "n1", "stageId": "s1", "title": "Huis zoeken", "score": 3}],
}
GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="a"><data key="d0">Huis zoeken</data></node>
    <node id="b"><data key="d0">Wachten</data></node>
    <edge source="a" target="b"/>
  </graph>
</graphml>
"""


@pytest.fixture
def path(tmp_path):
    """A small study in a file: these tests open many windows."""
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(8, 2))
    return file


@pytest.fixture
def window(program, path):
    """A window with that study open."""
    return program.open_file(program.new_window(), path)


@pytest.fixture
def empty(program):
    """A window on the start page."""
    made = program.new_window()
    made.show_welcome()
    return made


@pytest.fixture
def mermaid(tmp_path):
    file = tmp_path / "verhuizen.mmd"
    file.write_text(MERMAID, "utf-8")
    return file


@pytest.fixture
def ojf():
    return json.dumps(OJF)


@pytest.fixture
def dialog_of(qtbot):
    """The preview that a window shows, everything worked out."""

    def find(window) -> ImportDialog:
        tasks.wait_for_all()
        qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
        dialog = window.findChild(ImportDialog)
        qtbot.waitUntil(lambda: not dialog.work.busy, timeout=20_000)
        return dialog

    return find
