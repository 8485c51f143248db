"""The picture of the lens of time: presence along the days, deadlines as flags, each to be clicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.panels.profiles import time
from app.panels.profiles.time import Line, Timeline
from journeys.analysis.scene import scene


@pytest.fixture
def traced(bench):
    kept = []
    bench.context.trace = lambda title, ids: kept.append((title, ids))
    return kept


def drawn(bench, journey):
    made = bench.add(time.make(bench.context, scene(bench.document), journey))
    made.resize(280, made.sizeHint().height())
    return made


def test_every_deadline_is_a_line_that_shows_its_fact_and_its_phase(qtbot, bench, traced):
    made = drawn(bench, bench.context.journey)
    due = {fact.id for fact in bench.document.facts.values() if fact.due}
    lines = made.findChildren(Line)
    for line in lines:
        qtbot.keyClick(line, Qt.Key.Key_Space)
    assert due <= {id_ for _, ids in traced for id_ in ids}
    assert all("op tijd" in line.accessibleName() for line in lines if "erna: " in line.accessibleName())


def test_a_click_on_a_flag_shows_the_deadline_and_one_on_the_bar_the_phase(qtbot, bench, traced):
    (line,) = drawn(bench, bench.context.journey).findChildren(Timeline)
    line.resize(280, line.sizeHint().height())
    first = next(iter(sorted(bench.document.phases.values(), key=lambda phase: phase.start_day)))
    qtbot.mouseClick(
        line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.at(1)) + 2, line.fontMetrics().height() + 6)
    )
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.at(-240)), line.height() - 12))
    (_, fact), (_, phase) = traced
    assert bench.document.facts[fact[0]].due is not None
    assert phase == (first.id,)


def test_the_picture_is_told_in_words(bench):
    (line,) = drawn(bench, bench.context.journey).findChildren(Timeline)
    assert "Zwanger!, 9 – 7 maanden vóór: afwezig" in line.accessibleName()
    assert "Kraamtijd, 1 – 10 dagen erna: via partner" in line.accessibleName()


def test_all_journeys_together_have_a_bar_each_up_to_three(bench):
    assert len(drawn(bench, None).findChildren(Timeline)) == 3


def test_a_study_without_journeys_has_no_picture(bench):
    empty = replace(bench.document.study, scope=None)
    document = type(bench.document).of([empty])
    assert time.make(bench.context, scene(document), None) is None
