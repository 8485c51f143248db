"""The pictures of heartbeat and structure: curves and bars of which every point shows its cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.panels.profiles import heartbeat, structure
from app.panels.profiles.bars import BarLine
from app.panels.profiles.heart_chart import HeartChart
from app.panels.profiles.heartbeat import Key
from journeys.analysis.scene import scene
from journeys.model.document import Document


@pytest.fixture
def traced(bench):
    kept = []
    bench.context.trace = lambda title, ids: kept.append((title, ids))
    return kept


def drawn(bench, lens, journey):
    made = bench.add(lens.make(bench.context, scene(bench.document), journey))
    made.resize(280, made.sizeHint().height())
    return made


def chart(bench, journey="shown"):
    (found,) = drawn(bench, heartbeat, bench.context.journey if journey == "shown" else None).findChildren(HeartChart)
    found.resize(280, found.sizeHint().height())
    return found


def test_the_shown_persona_comes_first_then_its_desired_journey_then_the_others(bench):
    names = [
        key.accessibleName().partition(":")[0]
        for key in drawn(bench, heartbeat, bench.context.journey).findChildren(Key)
    ]
    assert names == ["Sanne & Youssef", "Sanne & Youssef (gewenst)", "Esra & Mehmet", "Joke & Lotte"]


def test_a_click_on_a_point_shows_its_step(qtbot, bench, traced):
    picture = chart(bench)
    lowest = min(picture._lines[0].beats, key=lambda beat: beat.emotion)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.point(lowest).toPoint())
    ((title, ids),) = traced
    assert ids == (lowest.step,)
    assert bench.document.steps[lowest.step].title in title
    assert "−2" in title


def test_a_click_beside_all_points_shows_nothing(qtbot, bench, traced):
    picture = chart(bench)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(2, picture.height() - 2))
    assert traced == []


def test_the_arrow_keys_walk_along_the_points_and_enter_shows_the_step(qtbot, bench, traced):
    picture = chart(bench)
    picture.setFocus()
    picture.current = (0, 0)
    beats = [line.beats for line in picture._lines]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Right):
        qtbot.keyClick(picture, key)
    assert [ids for _, ids in traced] == [(beats[0][1].step,), (beats[0][-1].step,)]
    assert picture.current == (0, len(beats[0]) - 1)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(picture, key)
    assert traced[-1][1] == (beats[1][0].step,)
    assert picture.current == (0, 0)


def test_the_picture_is_told_in_words(bench):
    assert "Sanne & Youssef: van +2 naar +1, hoogste +2, laagste −2" in chart(bench).accessibleName()


def test_what_people_remember_is_a_bar_each_with_its_steps(qtbot, bench, traced):
    bars = drawn(bench, heartbeat, bench.context.journey).findChildren(BarLine)
    assert [bar.bar.label for bar in bars] == ["Begin", "Sleutelmoment", "Hoogste", "Laagste", "Eind"]
    assert [bar.bar.value for bar in bars] == [2, -2, 2, -2, 1]
    for bar in bars:
        qtbot.keyClick(bar, Qt.Key.Key_Space)
    assert [ids for _, ids in traced] == [bar.bar.ids for bar in bars]


def test_of_the_whole_study_each_current_journey_has_a_mean(bench):
    made = drawn(bench, heartbeat, None)
    assert [bar.bar.label for bar in made.findChildren(BarLine)] == ["Sanne & Youssef", "Esra & Mehmet", "Joke & Lotte"]
    assert not any(line.shown for line in chart(bench, None)._lines)


def test_without_a_single_feeling_there_is_no_picture(bench):
    bare = Document.of(entity for (kind, _), entity in bench.document if kind not in ("step", "link", "note"))
    assert heartbeat.make(bench.context, scene(bare), bench.context.journey) is None
    assert structure.make(bench.context, scene(bare), bench.context.journey) is None


def test_the_bars_of_structure_add_up_to_all_steps_and_are_traced(qtbot, bench, traced):
    journey = bench.context.journey
    bars = drawn(bench, structure, journey).findChildren(BarLine)
    known = [bar for bar in bars if bar.bar.text.count("%")]
    steps = {step.id for step in bench.document.steps.values() if step.journey == journey}
    for bar in known:
        qtbot.keyClick(bar, Qt.Key.Key_Space)
    assert {id_ for _, ids in traced for id_ in ids} == steps
    assert sum(len(ids) for _, ids in traced) == len(steps)
    assert sum(bar.bar.value for bar in known) in (99, 100)


def test_the_kinds_of_structure_are_counted_from_their_findings(bench):
    held = structure.counted(scene(bench.document), None)
    assert held["structure.undated"] == tuple(
        note.id for note in sorted(bench.document.notes.values(), key=lambda note: (note.order, note.id))
        if note.status == "planned" and note.owner and note.due is None
    )  # fmt: skip
    assert "structure.founded" not in held
