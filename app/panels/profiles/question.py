"""The lens of question and network as a picture: the questions, and the parties by how much they carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.panels.profiles.bars import Bar, bars
from app.plain import PlainLabel, named
from journeys.analysis.ecosystem import ecosystem, of_all
from journeys.phrases import count_of
from journeys.phrases import ecosystem as said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.context import Context
    from journeys.analysis.ecosystem import Ecosystem, Place
    from journeys.analysis.scene import Scene

INKS: Final[dict[Place, str]] = {"inside": "lens.0", "acting": "lens.1", "outside": "lens.3"}
"""As the steps on the map are marked under this lens."""
MOST: Final = 10
"""Parties that are drawn; all stand in the network."""


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """Of one journey, or of all current ones; None as long as nobody is met and nothing is asked."""
    network = ecosystem(scene, [journey]) if journey is not None else scene.once(of_all)
    asked = list(_questions(scene, network))
    if not network.nodes and not asked:
        return None
    made = named(QWidget(), "page")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for text in asked:
        column.addWidget(PlainLabel(text, wrap=True))
    lines = list(_lines(context, scene, network))
    most = max((line.value or 0.0 for line in lines), default=1.0)
    column.addWidget(bars(context, context.say("Who carries the journey, in steps"), lines, least=0.0, most=most))
    return made


def _questions(scene: Scene, network: Ecosystem) -> Iterator[str]:
    """The questions that lead, each once."""
    asked = (scene.document.journeys[id_].question.strip() for id_ in network.journeys)
    return (f"“{question}”" for question in dict.fromkeys(asked) if question)


def _lines(context: Context, scene: Scene, network: Ecosystem) -> Iterator[Bar]:
    """The parties that are met most."""
    say = context.say
    nodes = sorted(network.nodes.values(), key=lambda node: (-len(node.steps), -len(node.personas)))
    for node in [node for node in nodes if node.steps][:MOST]:
        steps = count_of("step", len(node.steps), say)
        name = scene.document.parties[node.party].name
        told = f"{say(said.PLACES[node.place])}, {said.met(node, say)}"
        yield Bar(name, float(len(node.steps)), steps, tuple(node.steps), INKS[node.place], told)
