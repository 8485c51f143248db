"""An error in a method that Qt calls from within Python is told, and the program goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QListWidget

FAULTS = {
    IndexError: lambda: list[int]()[1],
    ValueError: lambda: int("x"),
    TypeError: lambda: len(3),
    ZeroDivisionError: lambda: 1 // 0,
    KeyError: lambda: dict[str, int]()["a"],
    AttributeError: lambda: None.gone,
    StopIteration: lambda: next(iter(())),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_A18_an_error_of_the_interpreter_in_a_method_that_qt_calls_is_no_crash(qtbot, kind):
    class Faulty(QListWidget):
        def currentChanged(self, current, previous):
            FAULTS[kind]()

    rows = Faulty()
    qtbot.addWidget(rows)
    rows.addItems(["een", "twee"])
    with pytest.raises(kind):
        rows.setCurrentRow(1)


def test_A18_an_error_in_an_event_filter_reaches_the_log_of_the_loop(qtbot):
    class Watches(QObject):
        def eventFilter(self, watched, event):
            return FAULTS[IndexError]()

    rows, watching = QListWidget(), Watches()
    qtbot.addWidget(rows)
    rows.installEventFilter(watching)
    with qtbot.captureExceptions() as caught, pytest.raises(IndexError):
        rows.setToolTip("x")
    rows.removeEventFilter(watching)
    assert not caught
