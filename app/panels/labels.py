"""What the fixed choices of the model are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases import terms

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Party

PARTY_KINDS: Final = terms.PARTY_KINDS
GROUPS: Final = terms.GROUPS
VARIANTS: Final = terms.VARIANTS
STAGES: Final = terms.STAGES
NOTE_KINDS: Final = terms.NOTES
LINK_KINDS: Final = terms.LINK_KINDS
STATUSES: Final = {"observed": N_("Observed"), "assumed": N_("Assumption"), "proposed": N_("Proposal")}
NOTE_GROUPS: Final = {
    "need": N_("Needs"), "question": N_("Questions"), "pain": N_("Pain points"),
    "opportunity": N_("Opportunities"), "idea": N_("Ideas"), "quote": N_("Quotes"), "remark": N_("Remarks"),
}  # fmt: skip
UNITS: Final = {
    "hour": N_("hours"), "day": N_("days"), "workday": N_("working days"), "week": N_("weeks"), "month": N_("months"),
}  # fmt: skip
SOURCE_KINDS: Final = {
    "interview": N_("Interview"), "survey": N_("Survey"), "data": N_("Data"), "document": N_("Document"),
    "workshop": N_("Workshop"), "law": N_("Law"),
}  # fmt: skip
COUNTRIES: Final = {"nl": N_("Netherlands"), "be": N_("Belgium")}
LANGUAGE_NAMES: Final = {"nl": N_("Dutch"), "en": N_("English")}
COLOURS: Final = (
    N_("Navy"), N_("Green"), N_("Rust"), N_("Plum"), N_("Ochre"), N_("Grey"),
    N_("Blue"), N_("Raspberry"), N_("Leaf green"), N_("Violet"), N_("Brown"), N_("Petrol"),
)  # fmt: skip
"""What the twelve colours of parties and personas are called."""
ICONS: Final = {
    "desk": N_("Desk"), "phone": N_("Phone"), "website": N_("Website"), "email": N_("Email"), "letter": N_("Letter"),
    "app": N_("App"), "chat": N_("Chat"), "home": N_("Home visit"), "person": N_("In person"),
    "practice": N_("Practice"), "hospital": N_("Hospital"), "video": N_("Video call"), "event": N_("Event"),
    "other": N_("Other"),
}  # fmt: skip
"""The symbols a channel can have."""
PRIVACY: Final = {"fictional": N_("Fictional"), "anonymised": N_("Anonymised"), "real": N_("Real")}


def options(table: dict[str, str], say: Words) -> list[tuple[str, object]]:
    """The choices of a table, translated, with their codes."""
    return [(say(label), code) for code, label in table.items()]


def scopes(document: Document) -> list[Party]:
    """Whose presence one can look for: municipalities, each with its parts, and who carries out for them."""
    found = [
        party
        for party in document.parties.values()
        if party.kind in ("municipality", "department", "executor") or party.id == document.study.scope
    ]

    def order(party: Party) -> tuple[bool, str, str, bool, str]:
        whole = document.parties.get(party.parent or "", party)
        return whole.kind != "municipality", whole.name.casefold(), whole.id, party is not whole, party.name.casefold()

    return sorted(found, key=order)
