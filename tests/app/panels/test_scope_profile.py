"""The picture of the lens of scope: every number in it leads to what it was counted from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.panels.profiles.bars import BarLine
from app.panels.profiles.scope import make
from app.plain import PlainLabel
from journeys.analysis.scene import scene
from journeys.edits import entities, study
from journeys.model.values import Judgement


@pytest.fixture
def traced(bench):
    found = []
    bench.context.trace = lambda title, ids: found.append((title, ids))
    return found


def picture(bench):
    return bench.add(make(bench.context, scene(bench.document), bench.context.journey))


def bar(drawn, label):
    return next(each for each in drawn.findChildren(BarLine) if each.bar.label == label)


def button(drawn, text):
    return next(each for each in drawn.findChildren(QPushButton) if each.text() == text)


def words(drawn):
    return [label.text() for label in drawn.findChildren(PlainLabel)]


def test_hand_overs_and_meetings_change_with_the_scope(bench):
    town = picture(bench)
    assert [bar(town, label).bar.text for label in ("Binnen de afbakening", "Over de grens ervan")] == ["1", "2"]
    assert "Interne klanten" in words(town)
    bench.context.do(lambda: study.set_scope(bench.document, bench.party("Burgerzaken").id))
    desk = picture(bench)
    assert [bar(desk, label).bar.text for label in ("Binnen de afbakening", "Over de grens ervan")] == ["0", "3"]
    assert "Interne klanten" not in words(desk)
    assert "Gezien vanuit: Burgerzaken" in words(desk)


def test_a_bar_shows_the_steps_it_was_counted_from(qtbot, bench, traced):
    drawn = picture(bench)
    qtbot.mouseClick(bar(drawn, "De afbakening zelf"), Qt.MouseButton.LeftButton)
    assert traced == [("De afbakening zelf", (bench.step("Aangifte doen").id,))]


def test_groups_lead_to_their_personas_and_those_without_are_named(qtbot, bench, traced):
    drawn = picture(bench)
    qtbot.mouseClick(button(drawn, "Niet-inwoners: 1 persona"), Qt.MouseButton.LeftButton)
    ((_, personas),) = traced
    assert [bench.document.personas[persona].group for persona in personas] == ["non_resident"]
    assert any(text.startswith("Niemand getekend: bedrijven") for text in words(drawn))


def test_who_delivers_to_whom_is_counted_per_pair(qtbot, bench, traced):
    steps = [step.id for step in bench.document.steps.values() if step.journey == bench.context.journey]
    bench.context.do(lambda: entities.change(bench.document, "step", steps, judgement=Judgement()))
    assert any(text.startswith("Nog niets ingevuld") for text in words(picture(bench)))
    chosen, paying = bench.step("Aangifte doen").id, Judgement(supplier="person", beneficiary="society")
    bench.context.do(lambda: entities.change(bench.document, "step", chosen, judgement=paying))
    drawn = picture(bench)
    assert bar(drawn, "De persoon → Samenleving").bar.text == "1 stap"
    qtbot.mouseClick(bar(drawn, "De persoon → Samenleving"), Qt.MouseButton.LeftButton)
    assert traced == [("De persoon → Samenleving", (chosen,))]
    assert not any(each.bar.label.startswith("Samenleving →") for each in drawn.findChildren(BarLine))
