"""A window whose lenses find what a test can count by hand."""

from __future__ import annotations

from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication

from app.history import History
from app.insight import Insights
from app.panels.findings.panel import FindingsPanel
from app.study_view import StudyView
from journeys.analysis.finding import LENSES, Finding, count
from journeys.analysis.scene import scene
from journeys.phrases.lenses.told import Told
from journeys.session import Session

TOLD = {
    "roles.test_first": Told("Twee rollen", "{subject} telt mee in {steps} van {persona}.", "Daarom en zo verder."),
    "structure.test_need": Told("Open behoefte", "{subject} heeft geen antwoord.", "Geef een antwoord."),
    "heartbeat.test_end": Told("Goed einde", "Het einde is goed: {steps}.", "Houd dat zo."),
    "time.test_study": Told("Termijnen", "De studie kent dit.", "Kijk of ze kloppen."),
    "value.test_each": Told("Alleen praktisch", "{subject} doet niets voor het gevoel.", "Een klein gebaar helpt."),
}


def front(scene, journey):
    steps = [step for step in scene.document.steps.values() if step.journey == journey.id and step.stage == "front"]
    return sorted(steps, key=lambda step: (scene.periods[step.phase], step.column, step.track))


def roles(scene):
    for journey in scene.journeys:
        steps = front(scene, journey)
        if len(steps) > 2:
            ids = tuple(step.id for step in steps[:3])
            yield Finding(
                "roles.test_first", "act", ids[:1], journey.id, steps[0].phase, (count("steps", "step", ids),)
            )


def structure(scene):
    for note in scene.document.notes.values():
        held = scene.document.steps.get(note.step or "")
        if note.kind == "need" and held is not None:
            yield Finding("structure.test_need", "look", (note.id,), held.journey, held.phase)


def heartbeat(scene):
    for journey in scene.journeys:
        for step in front(scene, journey)[-1:]:
            numbers = (count("steps", "step", (step.id,)),)
            yield Finding("heartbeat.test_end", "good", (step.id,), journey.id, step.phase, numbers)


def time(scene):
    facts = tuple(fact.id for fact in scene.document.facts.values() if fact.due is not None)
    if facts:
        yield Finding("time.test_study", "look", facts[:1], numbers=(count("deadlines", "deadline", facts),))


def value(scene):
    for journey in scene.journeys:
        for step in front(scene, journey)[1:]:
            yield Finding("value.test_each", "look", (step.id,), journey.id, step.phase)


RULES = {"roles": roles, "structure": structure, "heartbeat": heartbeat, "time": time}


@pytest.fixture
def rules(monkeypatch):
    """Lens → what it finds; a test may change it."""
    made = dict(RULES)

    def looking(lens):
        return lambda scene: made[lens](scene) if lens in made else iter(())

    for lens in LENSES:
        monkeypatch.setattr(import_module(f"journeys.analysis.lenses.{lens}"), "findings", looking(lens))
    for code, told in TOLD.items():
        phrases = import_module(f"journeys.phrases.lenses.{code.partition('.')[0]}")
        monkeypatch.setitem(phrases.TOLD, code, told)
    return made


@pytest.fixture
def each_step():
    """A rule that finds something in every step."""
    return value


class Alone:
    """The panel of findings beside no map: that saves half a second a test."""

    def __init__(self, bench):
        self.bench = bench
        self.context, self.document, self.history = bench.context, bench.document, bench.history
        self.placed: list[str] = []
        self.insights = Insights(bench.pane)
        self.panel = bench.add(FindingsPanel(bench.context, self.insights))
        self.panel.lens_wanted.connect(self.show_lens)
        self.panel.place_wanted.connect(self.placed.append)
        self.panel.noted.connect(self.placed.append)
        bench.inspector.hide()
        self.refresh()
        QApplication.processEvents()

    def refresh(self):
        """As the window does a moment after an edit."""
        self.insights.refresh(scene(self.document.snapshot()))
        self.panel.display()

    def show_lens(self, lens):
        self.context.lens = lens
        self.panel.display()

    def do(self, verb):
        assert self.context.do(verb)
        self.refresh()

    def card(self, code):
        return next(card for key, card in self.panel.cards.by_key.items() if key[0] == code)

    def journey(self):
        return self.context.journey


@pytest.fixture
def alone(rules, bench):
    return Alone(bench)


class Opened:
    """The whole study, its panel of findings shown."""

    def __init__(self, view):
        self.view = view
        self.document = view.session.document
        self.refresh()
        self.view.tabs.show_panel("findings")
        self.panel = self.view.tabs.panel("findings")

    def refresh(self):
        """As the timer does a moment after an edit."""
        self.view.refresh_findings()

    def card(self, code):
        return next(card for key, card in self.panel.cards.by_key.items() if key[0] == code)

    def journey(self):
        return self.view.context.journey


@pytest.fixture
def opened(qtbot, rules, dressed, child):
    session = Session(child.snapshot(), lambda _: None)
    view = StudyView(session, History(session), dressed)
    qtbot.addWidget(view, before_close_func=StudyView.stop)
    view.resize(1280, 800)
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    return Opened(view)


@pytest.fixture
def window(qtbot, rules, program, path):
    """The same in its window."""
    return program.open_file(program.new_window(), path)
