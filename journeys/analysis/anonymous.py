"""A copy of a study for others: without what is only for its makers, and if wanted with nobody in it by name."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeys.analysis import privacy, veil
from journeys.analysis.privacy import CODE, every_text
from journeys.edits.private import take_out
from journeys.model.document import Document
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.veil import Veil
    from journeys.i18n import Words
    from journeys.model.entities import Entity
    from journeys.model.fields import Kind

_NAMES: Final = frozenset({("persona", "name"), ("note", "owner"), ("stance", "by"), ("source", "title")})
"""Fields that are a name as a whole."""


class Renamed(NamedTuple):
    """Somebody, what they are called in the copy (empty: nothing), and in how many texts they were named."""

    before: str
    after: str
    texts: int


@dataclass(frozen=True, slots=True)
class Anonymous:
    """The copy, and what became of whom. Only the copy goes out: who was who is kept nowhere."""

    document: Document
    renamed: tuple[Renamed, ...]
    counts: Mapping[str, int]
    """What was left out or replaced: a code and how often."""


def for_others(document: Document) -> Document:
    """The whole study without what only its makers need.

    Gone are why findings are muted, notes for the facilitator, and pictures that are shown nowhere.
    """
    shown = _shown(document)
    return Document.of(kept for (kind, _), entity in document if (kept := _for_others(kind, entity, shown)) is not None)


def left_out(document: Document) -> dict[str, int]:
    """What `for_others` leaves out: a code and how often."""
    mutes, shown = list(document.mutes.values()), _shown(document)
    return {
        "reasons": sum(bool(mute.reason) and not mute.code.startswith(CODE) for mute in mutes),
        "marks": sum(mute.code.startswith(CODE) for mute in mutes),
        "facilitator": sum(bool(phase.facilitator_note) for phase in document.phases.values()),
        "unused": sum(image.id not in shown for image in document.images.values()),
    }


def anonymised(document: Document, say: Words) -> Anonymous:
    """The copy for others in which personas are called by a letter and nobody else is named.

    Gone are portraits and pictures, owners, who took a stance, titles and dates of interviews, dates of consent, the
    real date of day 0, and what looks like personal data unless somebody said that it is not.
    """
    cover = veil.veil_of(document, say)
    private = [one.place for one in privacy.look(document, dt.date.min).remarks if one.what != "name"]
    bare = document.snapshot()
    bare.write(take_out(bare, private).changes)
    hidden = Document.of(
        _nobody(kind, cover.entity(entity)) for (kind, _), entity in for_others(bare) if kind != "image"
    )
    return Anonymous(hidden, _renamed(document, cover), _counts(document, cover, len(private)))


def _for_others(kind: Kind, entity: Any, shown: frozenset[str]) -> Entity | None:
    """What others may see of it; None for what they do not get."""
    if kind == "mute":
        made: Entity | None = None if entity.code.startswith(CODE) else replace(entity, reason="")
    elif kind == "phase" and entity.facilitator_note:
        made = replace(entity, facilitator_note="")
    else:
        made = None if kind == "image" and entity.id not in shown else entity
    return made


def _shown(document: Document) -> frozenset[str]:
    pictures = {persona.portrait for persona in document.personas.values()}
    return frozenset(id_ for id_ in pictures | {step.image for step in document.steps.values()} if id_)


def _nobody(kind: Kind, entity: Any) -> Entity:
    """The fields in which people stand and that a veil leaves or only renames, emptied."""
    emptied: dict[str, object] = {}
    match kind:
        case "persona":
            emptied = {"portrait": None, "consent_until": None}
            emptied |= {"privacy": "anonymised"} if entity.privacy == "real" else {}
        case "step":
            emptied = {"image": None}
        case "note":
            emptied = {"owner": ""}
        case "stance":
            emptied = {"by": ""}
        case "source" if entity.kind == "interview":
            emptied = {"on": None}
        case "study":
            emptied = {"day0_date": None}
    made: Entity = replace(entity, **emptied) if emptied else entity
    return made


def _renamed(document: Document, cover: Veil) -> tuple[Renamed, ...]:
    """Personas in their order, then other people and interviews."""
    texts = _naming(document, cover)
    personas = sorted(document.personas.values(), key=by_order)
    found = [Renamed(one.name, cover.personas[one.id], texts[cover.personas[one.id]]) for one in personas]
    others = [(name, alias) for name, alias in cover.people.items() if alias not in cover.personas.values()]
    found += [Renamed(name, alias if texts[alias] else "", texts[alias]) for name, alias in others]
    return (*found, *(Renamed(document.sources[id_].title, alias, 0) for id_, alias in cover.interviews.items()))


def _naming(document: Document, cover: Veil) -> Counter[str]:
    """What stands for a name → in how many texts it is named, apart from the fields that are a name."""
    found: Counter[str] = Counter()
    for (kind, _), entity in document if cover.parts else ():
        for field, held in every_text(entity):
            if (kind, field) not in _NAMES:
                found.update({alias for _, _, alias in veil.places(held, cover.parts)})
    return found


def _counts(document: Document, cover: Veil, private: int) -> dict[str, int]:
    personas, notes = document.personas.values(), document.notes.values()
    return {
        "portraits": sum(one.portrait is not None for one in personas),
        "pictures": sum(step.image is not None for step in document.steps.values()),
        "owners": sum(bool(note.owner) for note in notes),
        "by": sum(bool(stance.by) for stance in document.stances.values()),
        "interviews": len(cover.interviews),
        "consents": sum(one.consent_until is not None for one in personas),
        "personal": private,
        "day0": int(document.study.day0_date is not None),
        **left_out(document),
    }
