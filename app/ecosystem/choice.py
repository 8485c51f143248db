"""Which network is shown: of one journey or of everybody, as it is or as it should be, with which parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journeys.analysis import ecosystem as parties
from journeys.i18n import N_

if TYPE_CHECKING:
    from journeys.analysis.ecosystem import Ecosystem
    from journeys.analysis.scene import Scene
    from journeys.layout.ecosystem.spec import Count
    from journeys.model.entities import Variant

Whose = Literal["journey", "all"]
Filter = Literal["all", "again", "several", "handed"]
WHOSE: Final = {"all": N_("All personas"), "journey": N_("This journey")}
FILTERS: Final = {
    "all": N_("All parties"),
    "again": N_("Met more than once"),
    "several": N_("Met by several personas"),
    "handed": N_("With hand-overs"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The user's choice; it is kept while the window is open."""

    whose: Whose = "all"
    variant: Variant = "current"
    filter: Filter = "all"

    def journeys(self, seen: Scene, shown: str | None) -> list[str]:
        """The journeys whose parties are shown."""
        if self.whose == "journey":
            return [journey.id for journey in seen.journeys if journey.id == shown]
        return [journey.id for journey in seen.journeys if journey.variant == self.variant]

    def of(self, seen: Scene, shown: str | None) -> tuple[Ecosystem, int]:
        """The network, and how many parties are left out of it."""
        whole = parties.ecosystem(seen, self.journeys(seen, shown))
        hidden = [party for party in whole.nodes if not self._keeps(whole, party)]
        return parties.without(whole, hidden), len(hidden)

    def _keeps(self, whole: Ecosystem, party: str) -> bool:
        node = whole.nodes[party]
        match self.filter:
            case "again":
                return len(node.steps) > 1
            case "several":
                return len(node.personas) > 1
            case "handed":
                return any(party in (edge.source, edge.target) for edge in whole.handed_over)
        return True


def count_of(ecosystem: Ecosystem) -> Count:
    """By what circles are large: of one persona the number of people says nothing."""
    return "personas" if len(ecosystem.personas) > 1 else "steps"
