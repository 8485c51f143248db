"""What the lenses find follows every edit: at once in a small study, away from the window in a large one."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication

from app import insight, tasks
from app.insight import Insights
from journeys.analysis import lenses
from journeys.analysis.scene import scene
from journeys.edits import steps as verbs
from tests.journeys.studies import study


@pytest.fixture
def large(monkeypatch):
    """From now on every study is looked at in a worker."""
    monkeypatch.setattr(insight, "AT_ONCE", 0)


@pytest.fixture
def insights(qapp):
    made = Insights(qapp)
    yield made
    made.stop()
    tasks.wait_for_all()
    made.deleteLater()


@pytest.fixture
def looked_in(monkeypatch):
    """The threads in which lenses looked, one entry per lens."""
    found, look = [], lenses.findings

    def noted(seen, wanted):
        found.append(threading.current_thread() is threading.main_thread())
        return look(seen, wanted)

    monkeypatch.setattr(lenses, "findings", noted)
    return found


def test_a_small_study_is_looked_at_at_once(insights, looked_in):
    seen = scene(study(12))
    insights.refresh(seen)
    assert insights.latest.scene is seen
    assert insights.latest.heard == lenses.findings(seen, lenses.LENSES)
    assert all(looked_in)
    assert not insights.behind


def test_a_large_study_is_looked_at_in_a_worker_with_the_same_outcome(qtbot, insights, large, looked_in):
    seen = scene(study(12))
    with qtbot.waitSignal(insights.changed):
        insights.refresh(seen)
        assert insights.latest is None
        assert insights.behind
    assert not any(looked_in)
    assert insights.latest.heard == lenses.findings(seen, lenses.LENSES)
    assert not insights.behind


def test_only_the_last_of_a_burst_is_told(qtbot, insights, large):
    told = []
    insights.changed.connect(lambda: told.append(insights.latest.scene))
    scenes = [scene(study(steps)) for steps in (8, 9, 10)]
    for seen in scenes:
        insights.refresh(seen)
    tasks.wait_for_all()
    QCoreApplication.processEvents()
    assert told == scenes[2:]


def test_what_an_edit_overtook_is_not_told(insights, large):
    told = []
    insights.changed.connect(lambda: told.append(1))
    insights.refresh(scene(study(8)))
    insights.outdate()
    tasks.wait_for_all()
    assert told == []
    assert insights.behind


def test_a_worker_that_was_overtaken_stops_before_its_next_lens(qtbot, insights, large, monkeypatch):
    looked, begun, go_on = [], threading.Event(), threading.Event()

    def slow(seen, wanted):
        looked.append(wanted)
        begun.set()
        assert go_on.wait(10)
        return lenses.Heard(())

    monkeypatch.setattr(lenses, "findings", slow)
    insights.refresh(scene(study(8)))
    assert begun.wait(10)
    insights.outdate()
    go_on.set()
    tasks.wait_for_all()
    assert len(looked) == 1


def test_two_workers_never_look_at_the_same_time(insights, large, monkeypatch):
    inside, most, look = [], [], lenses.findings

    def counted(seen, wanted):
        inside.append(1)
        most.append(len(inside))
        found = look(seen, wanted)
        inside.pop()
        return found

    monkeypatch.setattr(lenses, "findings", counted)
    for steps in (8, 9, 10, 11):
        insights.refresh(scene(study(steps)))
    tasks.wait_for_all()
    assert max(most) == 1


def test_a_lens_that_fails_is_not_kept_silent(insights, large, monkeypatch, qtbot):
    def broken(seen, wanted):
        raise ZeroDivisionError

    monkeypatch.setattr(lenses, "findings", broken)
    with qtbot.captureExceptions() as raised:
        insights.refresh(scene(study(8)))
        tasks.wait_for_all()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


# In a window


def test_an_edit_brings_newer_findings_about_what_the_study_is_then(qtbot, window, large):
    view = window.view
    tasks.wait_for_all()
    step = next(iter(view.session.document.steps))
    with qtbot.waitSignal(view.insights.changed):
        view.history.perform(verbs.rename(view.session.document, step, "Anders"))
        assert view.insights.behind
    assert view.insights.latest.scene.document.steps[step].title == "Anders"
    assert not view.insights.behind


def test_findings_are_of_a_copy_that_no_later_edit_changes(window):
    view = window.view
    seen = view.insights.latest.scene.document
    step = next(iter(view.session.document.steps))
    view.history.perform(verbs.delete(view.session.document, [step]))
    assert step in seen.steps
    assert step not in view.session.document.steps


def test_gaps_are_shown_at_once_though_the_lenses_look_elsewhere(window, large):
    view = window.view
    gap = view.findings.gaps[0].phase
    journey = view.context.journey
    for step in [s.id for s in view.session.document.steps.values() if (s.journey, s.phase) == (journey, gap)]:
        view.history.perform(verbs.delete(view.session.document, [step]))
    view.refresh_findings()
    assert gap not in [one.phase for one in view.findings.gaps]
    assert view.insights.behind


def test_another_journey_of_the_same_study_needs_no_second_look(window, looked_in):
    view = window.view
    latest = view.insights.latest
    other = next(id_ for id_ in view.session.document.journeys if id_ != view.context.journey)
    view.show_journey(other)
    view.refresh_findings()
    assert view.findings.journey == other
    assert view.insights.latest is latest
    assert looked_in == []


def test_a_window_that_closes_while_a_worker_looks_lets_go_of_it(window, large):
    view = window.view
    view.history.perform(verbs.rename(view.session.document, next(iter(view.session.document.steps)), "Anders"))
    view.refresh_findings()
    told = []
    view.insights.changed.connect(lambda: told.append(1))
    window.file.close(discard=True)
    window.finish()
    tasks.wait_for_all()
    assert told == []
