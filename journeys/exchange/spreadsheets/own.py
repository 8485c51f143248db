"""The sheets that we put beside those with steps: how they and their columns are called, for writing and reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from journeys import text
from journeys.i18n import LANGUAGES, N_, words

PHASE, JOURNEY, PERSONA, VARIANT = N_("Phase"), N_("Journey"), N_("Persona"), N_("Current or desired")


@dataclass(frozen=True, slots=True)
class Own:
    """One such sheet: its name, code → heading, and the columns by which it is recognised."""

    name: str
    columns: dict[str, str]
    needed: frozenset[str]


def _own(name: str, columns: dict[str, str], needed: str) -> Own:
    return Own(name, columns, frozenset(needed.split()))


OWN: Final[dict[str, Own]] = {
    "actions": _own(N_("Actions"), {
        "text": N_("Opportunity or idea"), "kind": N_("Kind"), "owner": N_("Owner"), "due": N_("Due"),
        "status": N_("Status"), "step": N_("Step"), "phase": PHASE, "journey": JOURNEY, "persona": PERSONA,
        "variant": VARIANT, "id": N_("Id"), "step_id": N_("Id of the step"),
    }, "text"),
    "notes": _own(N_("Loose notes"), {
        "text": N_("Note"), "kind": N_("Kind"), "phase": PHASE, "journey": JOURNEY, "persona": PERSONA,
        "variant": VARIANT, "id": N_("Id"),
    }, "text kind"),
    "phases": _own(N_("Phases"), {
        "phase": PHASE, "start": N_("First day of phase"), "note": N_("Words for the facilitator"),
    }, "phase start"),
    "journeys": _own(N_("Journeys"), {
        "journey": JOURNEY, "persona": PERSONA, "variant": VARIANT, "question": N_("Question"),
    }, "journey persona question"),
    "personas": _own(N_("Personas"), {
        "persona": PERSONA, "tagline": N_("In a few words"), "quote": N_("Quote"), "context": N_("Context"),
        "group": N_("Group"),
    }, "persona tagline"),
    "parties": _own(N_("Parties"), {
        "party": N_("Party"), "kind": N_("Kind"), "parent": N_("Part of"), "acts_for": N_("Acts for"),
    }, "party kind"),
    "links": _own(N_("Connections"), {
        "from": N_("From"), "to": N_("To"), "label": N_("Label"), "kind": N_("Kind"), "from_id": N_("Id of the first"),
        "to_id": N_("Id of the second"),
    }, "from to from_id to_id"),
}  # fmt: skip
STEPS: Final = N_("Steps")
"""The only sheet of a study without journeys."""

_ACTION_LISTS: Final = ("actielijst", "action list", "actiepunten", "action items")
_HABITS: Final = {
    "text": "actie, action, kans, idee, opportunity, idea, wat, what, taak, task, omschrijving, description, to do",
    "owner": "wie, who, actiehouder, verantwoordelijke, responsible, assignee, assigned to, trekker",
    "due": "datum, date, deadline, wanneer, when, due date, gereed, klaar op, einddatum",
    "status": "stand, voortgang, state, progress",
    "kind": "type",
    "step": "bij stap, stap van de reis, journey step",
}
"""How people head their own lists of actions."""
_MORE_WORDS: Final = {
    "open": "open, te doen, to do, todo, nieuw, new, niet gestart, not started",
    "planned": "bezig, in progress, doing, loopt, in behandeling, ingepland",
    "done": "klaar, gereed, afgerond, voltooid, complete, completed, closed, finished",
    "dropped": "niet doen, geannuleerd, cancelled, canceled, afgewezen, rejected",
    "pain": "pain, pijnpunt, probleem, problem",
}


def kind_of(name: str, heading: tuple[str, ...]) -> str:
    """The kind of a sheet with this name and these headings, or the empty text for one that is not ours."""
    kind = _names().get(text.folded(name).strip(), "")
    found = {_headings(kind).get(text.folded(cell).strip(), "") for cell in heading} if kind else set()
    return kind if kind and OWN[kind].needed <= found else ""


def codes(kind: str, heading: tuple[str, ...]) -> list[str]:
    """What each column holds; empty for what we do not know, or know already."""
    known, taken = _headings(kind), set[str]()
    found = [known.get(text.folded(cell).strip(), "") for cell in heading]
    return [code if code and code not in taken and not taken.add(code) else "" for code in found]  # type: ignore[func-returns-value]  # adding tells nothing


def code_of(table: dict[str, str], word: str) -> str:
    """The code for a word in one of our languages, or the empty text."""
    return _words(tuple(table.items())).get(text.folded(word).strip(" ."), "")


def names_taken() -> frozenset[str]:
    """What no sheet with steps may be called."""
    return frozenset(_names())


@cache
def _names() -> dict[str, str]:
    found = {text.folded(words(language)(own.name)): kind for kind, own in OWN.items() for language in LANGUAGES}
    return found | dict.fromkeys(_ACTION_LISTS, "actions")


@cache
def _headings(kind: str) -> dict[str, str]:
    said = OWN[kind].columns
    found = {text.folded(words(language)(name)): code for code, name in said.items() for language in LANGUAGES}
    if kind == "actions":
        found = {word: code for code, habits in _HABITS.items() for word in habits.split(", ")} | found
    return found


@cache
def _words(table: tuple[tuple[str, str], ...]) -> dict[str, str]:
    said = {text.folded(words(language)(name)): code for code, name in table for language in LANGUAGES}
    more = {word: code for code, _ in table for word in _MORE_WORDS.get(code, "").split(", ") if word}
    return more | said | {code: code for code, _ in table}
