"""The panels with a study, but without the window around them: that saves half a second a test."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.context import Context
from app.dress import dress
from app.history import History
from app.panels.inspector import Inspector
from journeys.analysis.spots import counted_journeys
from journeys.session import Session


class Bench:
    """An inspector that follows every edit; what it wants to show elsewhere is kept in `shown`."""

    def __init__(self, document, dressed):
        self.session = Session(document, lambda _: None)
        self.document = document
        self.history = History(self.session)
        self.shown: list[tuple[str, str]] = []
        self.context = Context(
            self.session, self.history.perform, dressed.say, dressed.colours, dressed.inks,
            journey=counted_journeys(document)[0].id, show=lambda kind, id_: self.shown.append((kind, id_)),
        )  # fmt: skip
        self.pane = QWidget()
        QVBoxLayout(self.pane)
        self.inspector = self.add(Inspector(self.context))
        self.session.listen(lambda _: self.inspector.refresh())
        self.pane.resize(300, 900)
        self.pane.show()
        self.pane.activateWindow()
        QApplication.processEvents()

    def add(self, panel):
        """Another panel in the same pane."""
        self.pane.layout().addWidget(panel)
        return panel

    def form(self, kind, *ids):
        """The form of one thing, or of several."""
        self.inspector.inspect([(kind, id_) for id_ in ids])
        return self.inspector.currentWidget()

    def step(self, title):
        """The step with this title in the shown journey."""
        return next(
            step
            for step in self.document.steps.values()
            if step.title == title and step.journey == self.context.journey
        )

    def party(self, name):
        return next(party for party in self.document.parties.values() if party.name == name)

    def phase(self, name):
        return next(phase for phase in self.document.phases.values() if phase.name == name)


@pytest.fixture(scope="session")
def dressed(qapp):
    return dress(qapp, "nl", "light")


@pytest.fixture
def bench(qtbot, dressed, child):
    made = Bench(child.snapshot(), dressed)
    qtbot.addWidget(made.pane)
    return made
