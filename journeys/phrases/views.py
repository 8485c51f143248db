"""Saved views in words: a good name for what is shown now, and in one line what a view shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.lenses.about import LENSES
from journeys.phrases.terms import VARIANTS, count_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.edits.views import Seen
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Journey, View

KINDS: Final = {"map": N_("Map"), "table": N_("Table"), "compare": N_("Comparison"), "ecosystem": N_("Network")}
MOST_NAMED: Final = 2


def suggested_name(document: Document, seen: Seen, say: Words) -> str:
    """Who is shown, and what is special about it: "Sanne & Youssef – time lens"."""
    who, what = whose(document, seen.journeys, say), _special(document, seen, say)
    name = f"{who} – {what}" if who else what
    return name[:1].upper() + name[1:]


def _special(document: Document, seen: Seen, say: Words) -> str:
    phase = document.phases.get(seen.phase or "")
    if seen.shown == "compare":
        return say("comparison")
    if seen.shown == "ecosystem":
        return say("network")
    if seen.shown == "table":
        return say("table")
    if seen.lens in LENSES:
        return say(LENSES[seen.lens].view)
    if phase is not None:
        return phase.name
    return say("true to time") if seen.axis == "true" else say("map")


def whose(document: Document, journeys: Sequence[str], say: Words) -> str:
    """Whose journeys these are, as short as it can be said; empty when none of them is left."""
    held = [document.journeys[id_] for id_ in journeys if id_ in document.journeys]
    personas = list(dict.fromkeys(journey.persona for journey in held))
    if not held:
        return ""
    if len(personas) > MOST_NAMED:
        everybody = {journey.persona for journey in document.journeys.values()} <= set(personas)
        return say("everybody") if everybody else count_of("persona", len(personas), say)
    names = say(" and ").join(document.personas[persona].name for persona in personas)
    return f"{names} ({_variant(held, say)})" if _variant(held, say) else names


def _variant(held: Sequence[Journey], say: Words) -> str:
    """Only what is not plain: desired journeys, or both."""
    variants = {journey.variant for journey in held}
    if variants == {"current"}:
        return ""
    return say(VARIANTS["desired"]) if variants == {"desired"} else say("now and desired")


def told(document: Document, view: View, say: Words) -> str:
    """What a view shows, in one line."""
    who = whose(document, view.journeys, say)
    phase = document.phases.get(view.phase or "")
    parts = [who or say("its journeys are deleted")]
    if who and len(view.journeys) > 1 and view.shown == "map":
        parts.append(count_of("journey", len(view.journeys), say))
    if view.lens in LENSES and view.shown == "map":
        parts.append(say(LENSES[view.lens].view))
    if view.axis == "true" and view.shown == "map":
        parts.append(say("true to time"))
    if view.zoom is not None and view.shown != "table":
        parts.append(say("{n} %", n=view.zoom))
    if phase is not None:
        parts.append(say("from {phase}", phase=phase.name))
    plain = view.shown == "map" and len(parts) > 1
    return " · ".join(parts if plain else [say(KINDS[view.shown]), *parts])
