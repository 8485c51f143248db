"""What a screen reader finds: phases as groups, steps as items, in reading order, with telling names."""

from __future__ import annotations

import gc
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from journeys.edits import steps

NAME = QAccessible.Text.Name


def _list(stage):
    return QAccessible.queryAccessibleInterface(stage.map)


def _items(found):
    groups = [found.child(number) for number in range(found.childCount())]
    return [group.child(number) for group in groups for number in range(group.childCount())]


def test_the_map_is_a_list_of_phases_and_steps_in_reading_order(stage):
    found = _list(stage)
    assert found.role() == QAccessible.Role.List
    assert [found.child(number).text(NAME).split(",")[0] for number in range(2)] == [
        "Phase Zwanger!",
        "Phase Voorbereiden",
    ]
    assert [item.text(NAME).split(".")[0] for item in _items(found)] == [
        f"Step {n} of 8: Stap {n}" for n in range(1, 9)
    ]
    assert {item.role() for item in _items(found)} == {QAccessible.Role.ListItem}


def test_a_steps_name_says_who_and_how_it_felt(stage):
    names = [item.text(NAME) for item in _items(_list(stage))]
    assert names[4] == "Step 5 of 8: Stap 5. Nobody. Emotion 0. Pain point."


def test_parents_and_children_agree(stage):
    found = _list(stage)
    for number in range(found.childCount()):
        group = found.child(number)
        assert found.indexOfChild(group) == number
        assert group.parent() is found
        assert all(group.indexOfChild(group.child(n)) == n for n in range(group.childCount()))


def test_the_cursor_is_the_focused_child(stage):
    stage.map.reveal(stage.steps[2])
    focused = _list(stage).focusChild()
    assert focused.text(NAME).startswith("Step 3 of 8")
    assert focused.state().focused
    assert focused.state().selected
    assert focused.rect().isValid()


def test_a_deleted_step_leaves_the_list(stage):
    found = _list(stage)
    assert len(_items(found)) == 8
    gone = stage.steps[0]
    stage.history.perform(steps.delete(stage.document, [gone]))
    assert gone not in found.parts
    gc.collect()
    assert next(item.text(NAME).split(":")[0] for item in _items(found)) == "Step 1 of 7"


def test_an_empty_place_says_where_it_is(stage):
    stage.map.reveal(stage.steps[1])
    stage.key(Qt.Key.Key_Down)
    assert stage.told[-1].startswith("Empty place in Zwanger!")


GOES = """
import gc
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from app.canvas.view import MapView
from journeys.i18n import words
from journeys.layout.palettes import palette
from tests.journeys.studies import study
app = QApplication([])
for _ in range(2):
    document = study(4)
    view = MapView(document, lambda edit: True, words("en"), palette("light"))
    view.show_journey(next(iter(document.journeys)))
    view.show()
    found = QAccessible.queryAccessibleInterface(view)
    kept = [found.child(n).child(0) for n in range(found.childCount())]
    view.deleteLater()
    del view
    app.processEvents()
    gc.collect()
print("fine")
"""


def test_a_process_with_a_screen_reader_ends_well():
    done = subprocess.run([sys.executable, "-c", GOES], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "fine", "")
