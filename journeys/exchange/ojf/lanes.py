"""What the cards in a row of another mapper are: steps, what happens behind the scenes, or notes of a kind."""

from __future__ import annotations

import re
from typing import Final, Literal

from journeys import text
from journeys.i18n import N_
from journeys.model.entities import NoteKind

Role = Literal["steps", "back"] | NoteKind

ROLES: Final[tuple[Role, ...]] = (
    "steps", "back", "need", "pain", "opportunity", "idea", "question", "quote", "remark",
)  # fmt: skip
TITLES: Final[dict[Role, str]] = {
    "steps": N_("Steps"),
    "back": N_("Behind the scenes"),
    "need": N_("Needs"),
    "pain": N_("Pain points"),
    "opportunity": N_("Opportunities"),
    "idea": N_("Ideas"),
    "question": N_("Questions"),
    "quote": N_("Quotes"),
    "remark": N_("Remarks"),
}
"""What our own rows are called."""
PURPOSES: Final[dict[Role, str]] = {
    "pain": "pain-point", "opportunity": "opportunity", "idea": "opportunity", "remark": "note",
    "quote": "observation", "need": "note", "question": "note", "steps": "touchpoint", "back": "touchpoint",
}  # fmt: skip
"""The word of the format for the same, by which other programs choose a picture."""

_BEGINNINGS: Final[tuple[tuple[Role, str], ...]] = (
    ("back", "back stage|backstage|behind the scene|achter de schermen|support process|internal|interne|invisible"),
    ("pain", "pain|friction|frustrat|knelpunt|pijn|obstacle|barrier|hurdle|problem|probleem|hindernis|drempel"),
    ("opportunity", "opportunit|kans|improvement|verbeter|solution|oplossing"),
    ("idea", "idea|idee"),
    ("question", "question|vraag|vragen"),
    ("need", "need|behoefte|goal|doel|expectation|verwachting|wens"),
    ("quote", "thought|think|feel|emoti|mood|sentiment|quote|citaat|citaten|gevoel|voel|denk|gedacht|beleving"),
    ("remark", "remark|opmerking|note|notitie|insight|inzicht|observation"),
)
_PATTERNS: Final = tuple((role, re.compile(rf"\b(?:{words})")) for role, words in _BEGINNINGS)


def role_of(name: str, told: str = "") -> Role:
    """The role of a row by what it is called; `told` is what a file of ours says of it."""
    if told in ROLES:
        return told
    folded = " ".join(text.folded(name).split())
    return next((role for role, pattern in _PATTERNS if pattern.search(folded)), "steps")
