"""The pictures of roles and value: bars that say their number and show what they were counted from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.panels.profiles import roles, value
from app.panels.profiles.bars import Bar, BarLine, bars
from journeys.analysis.scene import scene
from journeys.model.values import Judgement


@pytest.fixture
def blank(bench):
    """Nothing was judged, and what traces hands on is kept in `traced`."""
    for step in list(bench.document.steps.values()):
        bench.document.write({("step", step.id): (step, replace(step, judgement=Judgement()))})
    bench.traced = []
    bench.context.trace = lambda title, ids: bench.traced.append((title, ids))
    return bench


def judge(bench, title, **fields):
    step = bench.step(title)
    bench.document.write({("step", step.id): (step, replace(step, judgement=Judgement(**fields)))})
    return step.id


def lines(picture):
    return {line.bar.label: line for line in picture.findChildren(BarLine)}


def drawn(bench, profile, *, whole=False):
    return profile.make(bench.context, scene(bench.document), None if whole else bench.context.journey)


def test_where_nothing_was_judged_nothing_is_drawn(blank):
    assert drawn(blank, roles) is None


def test_six_ratings_are_drawn_with_their_means_also_those_nobody_gave(qtbot, blank):
    first = judge(blank, "Positieve test", speed=2)
    second = judge(blank, "Bevallen", speed=-1, clarity=-2)
    picture = drawn(blank, roles)
    qtbot.addWidget(picture)
    found = lines(picture)
    assert list(found) == [
        "Snelheid", "Stiptheid", "Juist en gelijk", "Duidelijkheid", "Lage kosten", "Weinig rompslomp",
    ]  # fmt: skip
    assert found["Snelheid"].accessibleName() == "Snelheid: +0,5 · 2 stappen"
    assert found["Stiptheid"].accessibleName() == "Stiptheid: niet beoordeeld"
    qtbot.mouseClick(found["Snelheid"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(found["Duidelijkheid"], Qt.Key.Key_Space)
    assert blank.traced == [("Snelheid", (first, second)), ("Duidelijkheid", (second,))]


def test_what_is_asked_again_is_counted_within_one_journey(qtbot, blank):
    judge(blank, "Positieve test", data_asked=("BSN", "naam"))
    judge(blank, "Bevallen", data_asked=("bsn",))
    other = next(s for s in blank.document.steps.values() if s.journey != blank.context.journey)
    blank.document.write({("step", other.id): (other, replace(other, judgement=Judgement(data_asked=("BSN", "Naam"))))})
    labels = ("Gevraagd in totaal", "Waarvan opnieuw gevraagd", "“BSN”", "“naam”")
    for whole, times in ((False, (3, 1, 2, 1)), (True, (5, 1, 3, 2))):
        picture = drawn(blank, roles, whole=whole)
        qtbot.addWidget(picture)
        found = lines(picture)
        assert [found[label].bar.text for label in labels] == [f"{n} keer" for n in times]
        assert len(found["Waarvan opnieuw gevraagd"].bar.ids) == 2


def test_the_picture_of_value_counts_gestures_and_what_directs(qtbot, blank):
    judge(blank, "Bevallen", people=-1, experience=0)
    picture = drawn(blank, value)
    qtbot.addWidget(picture)
    found = lines(picture)
    assert found["Ervaring"].bar.text == "0 · 1 stap"
    assert found["Mensen"].bar.value == -1
    assert found["Leiding"].bar.text == "0 stappen"
    small = found["Kleine gebaren"]
    small.click()
    ((title, ids),) = blank.traced
    assert (title, ids) == ("Kleine gebaren", small.bar.ids)
    assert all(blank.document.notes[id_].small_gesture for id_ in ids)


def test_a_bar_without_a_number_is_no_stop_for_the_keyboard(qtbot, blank):
    picture = bars(blank.context, "Punten", [Bar("Niets", None, "niet beoordeeld"), Bar("Iets", 0.0, "0", ("x",))])
    qtbot.addWidget(picture)
    picture.show()
    nothing, something = picture.findChildren(BarLine)
    assert nothing.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert something.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert min(nothing.sizeHint().height(), something.sizeHint().height()) >= 24
    picture.hide()


def test_bars_go_left_below_zero_and_right_above_it(qtbot, blank):
    blank.context.inks = {"lens.good": "#00ff00", "lens.bad": "#ff0000"}
    picture = bars(blank.context, "", [Bar("Goed", 1.0, "+1"), Bar("Slecht", -1.0, "−1")])
    qtbot.addWidget(picture)
    picture.resize(212, 80)
    good, bad = picture.findChildren(BarLine)
    for line, colour, side in ((good, "#00ff00", 0.75), (bad, "#ff0000", 0.25)):
        line.resize(212, line.sizeHint().height())
        image = line.grab().toImage()
        y = round((3 + line.fontMetrics().height() + 1 + 4) * image.devicePixelRatio())
        at = [image.pixelColor(round(part * 200 + 6), y).name() for part in (0.3, 0.7)]
        assert [name == colour for name in at] == [side < 0.5, side > 0.5]
