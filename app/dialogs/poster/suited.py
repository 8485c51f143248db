"""The kinds of posters by name, and which choices make sense for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.poster.request import Kind

NAMES: Final[Mapping[Kind, str]] = {
    "journey": N_("Journey"),
    "compare": N_("Comparison"),
    "gaps": N_("Gaps"),
    "personas": N_("Persona cards"),
    "blank": N_("Empty canvas"),
    "heartbeat": N_("Heartbeat sheets"),
    "report": N_("Report"),
    "ecosystem": N_("Network"),
}
EXPLAINED: Final[Mapping[Kind, str]] = {
    "journey": N_("A poster of each journey: the map with what was found"),
    "compare": N_("Journeys under each other on one time axis"),
    "gaps": N_("All gaps of the study, the worst first"),
    "personas": N_("A card for each persona"),
    "blank": N_("An empty canvas to fill in together, on paper"),
    "heartbeat": N_("Sheets on which people draw their own heartbeat"),
    "report": N_("Pages to read: journeys, gaps, and opportunities with who and when"),
    "ecosystem": N_("The parties that people meet, and where they go from one to another"),
}
ALWAYS: Final = frozenset({"kind", "paper", "portrait", "language", "palette", "margin", "bleed", "marks", "distance"})
WALL: Final = ALWAYS | {"tile", "overlap", "link"}
SUITED: Final[Mapping[Kind, frozenset[str]]] = {
    "journey": WALL | {"journeys", "lanes", "notes", "findings", "axis", "reading", "parts", "lens"},
    "compare": WALL | {"journeys", "reading"},
    "gaps": WALL | {"journeys"},
    "personas": ALWAYS | {"journeys", "link"},
    "blank": WALL | {"lanes"},
    "heartbeat": ALWAYS | {"journeys", "axis"},
    "report": ALWAYS | {"journeys", "notes", "findings", "link"},
    "ecosystem": WALL | {"journeys", "findings"},
}
"""Kind → the fields of a Request that say something about it."""
OF_ONE: Final[frozenset[Kind]] = frozenset({"journey", "blank", "heartbeat"})
"""Kinds that begin with the journey on the map; the others with all."""
