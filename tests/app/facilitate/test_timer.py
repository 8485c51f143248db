"""The timer counts down and then over, by a clock that does not drift, and shows the same everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import settings
from app.facilitate import timer as timer_strip
from app.facilitate.clock import Clock, read, written
from app.facilitate.timer_face import TimerFace, spoken
from journeys.i18n import words


class Watch:
    """A clock that a test turns."""

    def __init__(self):
        self.time = 1000.0

    def __call__(self):
        return self.time


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def clock(qapp, watch):
    made = Clock(now=watch)
    yield made
    made.pause()


def test_it_counts_down_and_then_over_time(clock, watch):
    clock.set(60)
    clock.start()
    watch.time += 59.2
    assert written(clock.left) == "0:01"
    watch.time += 13
    assert clock.over
    assert written(clock.left) == "+0:12"


def test_what_passes_is_told_once(clock, watch):
    told = []
    clock.passed.connect(told.append)
    clock.set(120)
    clock.start()
    for _ in range(3):
        watch.time += 61
        clock.turn()
        clock.turn()
    assert told == ["started", "minute", "over"]


def test_a_pause_takes_no_time(clock, watch):
    clock.set(300)
    clock.start()
    watch.time += 100
    clock.pause()
    watch.time += 5000
    assert clock.left == 200
    clock.start()
    watch.time += 1
    assert clock.left == 199


def test_a_minute_more_after_the_end_is_a_minute_from_now(clock, watch):
    told = []
    clock.set(60)
    clock.start()
    watch.time += 90
    clock.turn()
    clock.passed.connect(told.append)
    clock.add(60)
    assert clock.left == 60
    watch.time += 61
    clock.turn()
    assert "over" in told


def test_turning_late_does_not_make_it_run_behind(clock, watch):
    clock.set(600)
    clock.start()
    for late in (1.4, 0.3, 7.9, 2.2):
        watch.time += late
        clock.turn()
    assert clock.left == pytest.approx(600 - 11.8)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("7", 420), ("2,5", 150), ("1:30", 90), ("90 s", 90), ("10 min", 600), ("1:00:00", 3600),
     ("", None), ("soep", None), ("-3", None), ("0", None), ("999", None), ("nan", None)],
)  # fmt: skip
def test_time_is_read_as_people_type_it(text, seconds):
    assert read(text) == seconds


def test_it_is_said_in_words():
    assert spoken(61, words("nl")) == "nog 1 minuut 1 seconde"
    assert spoken(-5, words("en")) == "5 seconds over time"


# In the window


def strip_of(window):
    return window.view.strip("timer")


def test_a_quick_button_and_start_make_it_run(window, act, qtbot):
    act("timer")
    strip = strip_of(window)
    assert strip.start.hasFocus()
    qtbot.mouseClick(strip.quick[3], Qt.MouseButton.LeftButton)
    qtbot.keyClick(strip.start, Qt.Key.Key_Return)
    assert window.room.clock.running
    assert window.room.clock.given == 180
    assert strip.start.text() == "Pauze"
    window.room.clock.pause()


def test_free_entry_sets_the_time_and_what_is_no_time_is_marked(window, act, qtbot):
    act("timer")
    strip = strip_of(window)
    strip.field.setFocus()
    qtbot.keyClicks(strip.field, "soep")
    qtbot.keyClick(strip.field, Qt.Key.Key_Return)
    assert strip.field.property("wrong")
    strip.field.clear()
    qtbot.keyClicks(strip.field, "1:30")
    qtbot.keyClick(strip.field, Qt.Key.Key_Return)
    assert window.room.clock.left == 90
    assert not window.room.clock.running


def test_it_runs_on_through_another_language_and_every_face_shows_the_same(window, act, program, qtbot):
    act("timer")
    clock = window.room.clock
    clock.set(500)
    clock.start()
    other = TimerFace(clock, window.dress.say, window.dress.colours)
    qtbot.addWidget(other)
    program._set_language("en")
    assert window.room.clock is clock
    assert clock.running
    assert not strip_of(window).isHidden()
    assert strip_of(window).start.text() == "Pause"
    clock.pause()
    assert other.accessibleName() == spoken(clock.left, other._say)


def test_put_away_it_goes_on_in_the_status_bar_and_a_press_brings_it_back(window, act, qtbot):
    act("timer")
    window.room.clock.start()
    qtbot.keyClick(strip_of(window).start, Qt.Key.Key_Escape)
    (sign,) = window.status.signs
    assert sign.text() == "5:00"
    assert window.room.clock.running
    qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert strip_of(window).isVisible()
    assert not window.status.signs
    window.room.clock.pause()


def test_the_end_is_heard_and_told_unless_the_sound_is_off(window, act, monkeypatch):
    beeps, said = [], []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    monkeypatch.setattr(timer_strip, "announce", lambda _, text: said.append(text))
    act("timer")
    clock = window.room.clock
    watch = Watch()
    clock._now = watch
    clock.set(120)
    clock.start()
    watch.time += 65
    clock.turn()
    watch.time += 65
    clock.turn()
    assert [text.split(":")[0] for text in said] == ["Klok loopt", "Nog 1 minuut", "De tijd is om"]
    assert beeps == [1]
    strip_of(window).sound.click()
    assert not settings.sound()
    clock.add(60)
    watch.time += 61
    clock.turn()
    assert beeps == [1]
    clock.pause()
