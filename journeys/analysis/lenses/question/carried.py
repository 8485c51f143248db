"""Who carries the journeys: parties that could solve much without us, carry much of it, or could pass something on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.ecosystem import of_all
from journeys.analysis.finding import Finding, Number, count
from journeys.analysis.gaps import can_be_asked, is_open_need
from journeys.analysis.reading import lived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.ecosystem import Ecosystem, Node
    from journeys.analysis.scene import Scene

SHARE: Final = 25
"""Per cent of the steps with somebody from which a party carries a large part."""
STEPS: Final = 5
"""Fewer steps say nothing about a phase or a part."""
PHASES: Final = 2
MOST: Final = 2
"""Of the parties that could solve it, those that do most are told."""


def findings(scene: Scene) -> Iterator[Finding]:
    """About the parties outside the scope; the phases in which one party alone is met."""
    network = scene.once(of_all)
    known = {id_ for node in network.nodes.values() for id_ in node.steps}
    silent = _silent(scene, network)
    solvers = [node for node in _solvers(scene, network) if node not in silent]
    for node in solvers:
        yield _solver(node)
    for node in network.nodes.values():
        share = round(100 * len(node.steps) / len(known)) if known else 0
        enough = share >= SHARE and len(node.steps) >= STEPS and len(node.phases) >= PHASES
        if enough and node.place == "outside" and node not in solvers and node not in silent:
            steps = tuple(node.steps)
            numbers = (count("steps", "step", steps), Number("share", share, "percent", steps))
            yield Finding("question.carries", "look", (node.party,), numbers=numbers)
    yield from _met_by_all(silent)
    yield from _alone(scene, network)


def _solvers(scene: Scene, network: Ecosystem) -> list[Node]:
    """There in at least half of the phases that are filled in, in two or more for most personas; the most first."""
    filled: set[str] = set()
    for journey in network.journeys:
        filled |= {phase for phase, spot in scene.spots.get(journey, {}).items() if spot.front}
    found = []
    for node in network.nodes.values():
        if node.place == "outside" and can_be_asked(scene.document, node.party):
            reached = _reached(scene, node, network)
            if len(reached) >= PHASES and 2 * len(node.phases) >= len(filled):
                found.append((-len(reached), -len(node.steps), node))
    return [one[2] for one in sorted(found, key=lambda one: one[:2])[:MOST]]


def _reached(scene: Scene, node: Node, network: Ecosystem) -> tuple[str, ...]:
    """The phases in which more than half of the personas meet the party."""
    who: dict[str, set[str]] = {}
    for id_ in node.steps:
        step = scene.document.steps[id_]
        who.setdefault(step.phase, set()).add(scene.document.journeys[step.journey].persona)
    return tuple(phase for phase in node.phases if 2 * len(who.get(phase, ())) > len(network.personas))


def _solver(node: Node) -> Finding:
    return Finding(
        "question.could_solve", "look", (node.party,),
        numbers=(
            count("personas", "persona", tuple(node.personas)),
            count("phases", "phase", tuple(node.phases)),
            count("steps", "step", tuple(node.steps)),
        ),
    )  # fmt: skip


def _silent(scene: Scene, network: Ecosystem) -> list[Node]:
    """Parties that everybody meets and that pass nothing on for the scope; nothing to say of one persona alone."""
    opened = scene.once(_open_phases)
    if len(network.personas) < 2 or scene.scope.party is None or not opened:
        return []
    telling = {
        edge.target for edge in network.edges.values() if edge.bond == "passes_on" and edge.source in scene.scope.inside
    }
    return [
        node
        for node in network.nodes.values()
        if node.place == "outside"
        and len(node.personas) == len(network.personas)
        and node.party not in telling
        and can_be_asked(scene.document, node.party)
        and any(_home(scene, step) in opened for step in node.steps)
    ]


def _home(scene: Scene, step: str) -> tuple[str, str]:
    return scene.document.steps[step].journey, scene.document.steps[step].phase


def _open_phases(scene: Scene) -> set[tuple[str, str]]:
    """(journey, phase) in which the scope is absent while somebody needs something."""
    return {
        (journey.id, phase)
        for journey in lived(scene)
        for phase, spot in scene.spots.get(journey.id, {}).items()
        if scene.levels[journey.id][phase] == "absent" and any(map(is_open_need, spot.notes))
    }


def _met_by_all(held: list[Node]) -> Iterator[Finding]:
    """All of them in one finding: the list is read at a glance."""
    if held:
        parties = tuple(node.party for node in held)
        steps = tuple(dict.fromkeys(step for node in held for step in node.steps))
        yield Finding("question.silent_party", "act", parties, numbers=(count("steps", "step", steps),))


def _alone(scene: Scene, network: Ecosystem) -> Iterator[Finding]:
    """Phases in which all steps are with one and the same party."""
    met: dict[str, list[Node]] = {}
    for node in network.nodes.values():
        for phase in node.phases:
            met.setdefault(phase, []).append(node)
    for phase, nodes in met.items():
        if len(nodes) > 1:
            continue
        steps = tuple(id_ for id_ in nodes[0].steps if scene.document.steps[id_].phase == phase)
        if len(steps) >= STEPS:
            party, numbers = nodes[0].party, (count("steps", "step", steps),)
            details = (("party", party),)
            yield Finding("question.one_party", "look", (phase, party), phase=phase, numbers=numbers, details=details)
