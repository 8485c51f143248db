"""Who carries the journeys: parties that could solve much without us, carry much of it, or could pass something on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.ecosystem import of_all
from journeys.analysis.finding import Finding, Number, count

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
OTHERS: Final = frozenset({"social", "medium"})
"""Kinds that make no agreements with a municipality."""


def carried(scene: Scene) -> Iterator[Finding]:
    """About the parties outside the scope; the phases in which one party alone is met."""
    network = scene.once(of_all)
    known = {id_ for node in network.nodes.values() for id_ in node.steps}
    solvers = _solvers(scene, network)
    for node in solvers:
        yield _solver(node)
    for node in network.nodes.values():
        share = round(100 * len(node.steps) / len(known)) if known else 0
        enough = share >= SHARE and len(node.steps) >= STEPS and len(node.phases) >= PHASES
        if enough and node.place == "outside" and node not in solvers:
            steps = tuple(node.steps)
            numbers = (count("steps", "step", steps), Number("share", share, "percent", steps))
            yield Finding("question.carries", "look", (node.party,), numbers=numbers)
    yield from _silent(scene, network)
    yield from _alone(scene, network)


def _solvers(scene: Scene, network: Ecosystem) -> list[Node]:
    """There in at least half of the phases that are filled in, in two or more for most personas; the most first."""
    filled: set[str] = set()
    for journey in network.journeys:
        filled |= {phase for phase, spot in scene.spots.get(journey, {}).items() if spot.front}
    found = []
    for node in network.nodes.values():
        if node.place == "outside" and scene.document.parties[node.party].kind not in OTHERS:
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


def _silent(scene: Scene, network: Ecosystem) -> Iterator[Finding]:
    """Parties that everybody meets and that pass nothing on for the scope; nothing to say of one persona alone."""
    if len(network.personas) < 2 or scene.scope.party is None:
        return
    telling = {
        edge.target for edge in network.edges.values() if edge.bond == "passes_on" and edge.source in scene.scope.inside
    }
    for node in network.nodes.values():
        if (
            node.place == "outside"
            and len(node.personas) == len(network.personas)
            and node.party not in telling
            and scene.document.parties[node.party].kind not in OTHERS
        ):
            numbers = (count("personas", "persona", tuple(node.personas)), count("steps", "step", tuple(node.steps)))
            yield Finding("question.silent_party", "act", (node.party,), numbers=numbers)


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
