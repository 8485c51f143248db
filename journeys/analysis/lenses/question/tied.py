"""Who ties the network together: without this party others would lose the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.ecosystem import of_all, ties
from journeys.analysis.finding import Finding, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene

PARTIES: Final = 5
"""In a smaller network everybody is somebody's only neighbour."""


def findings(scene: Scene) -> Iterator[Finding]:
    """The one party on which most others hang."""
    network = scene.once(of_all)
    if len(network.nodes) < PARTIES:
        return
    for party, others in ties(network, 1):
        ours = network.nodes[party].place != "outside"
        code, grade = ("question.we_tie", "good") if ours else ("question.ties", "look")
        yield Finding(code, grade, (party,), numbers=(count("parties", "party", others),))  # type: ignore[arg-type]  # both grades
