"""Two things judged the same become one: what was empty is filled, what differs is kept beside it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from journeys import text
from journeys.model.entities import Cell, Journey, Note, Persona, Phase, Source, Stance, Step
from journeys.model.schema import fields_of
from journeys.model.values import Evidence, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.edits.edit import NewId

MOST_COUNT: Final = 1_000_000
STRENGTH: Final = ("proposed", "assumed", "observed")


class NoRoomError(Exception):
    """Both texts together are longer than one may be: then both things stay."""


def joined(here: Any, there: Any, votes: int) -> Any:
    """What is here with what is there added; `there` has its references turned already. Raises NoRoomError."""
    match here:
        case Note():
            return _note(here, there, votes)
        case Step():
            return _step(here, there)
        case Persona():
            return _persona(here, there)
        case Phase():
            return replace(here, facilitator_note=_lines(here.facilitator_note, there.facilitator_note))
        case Journey():
            return replace(here, question=_beside(here.question, there.question))
        case Cell():
            return replace(here, text=_lines(here.text, there.text))
        case Stance():
            return replace(here, reason=_lines(here.reason, there.reason), by=_beside(here.by, there.by))
        case Source():
            return replace(here, on=here.on or there.on, people=max(here.people, there.people))
        case _:
            return here


def quote_beside(here: Persona, there: Persona, create_id: NewId) -> Iterator[Note]:
    """What the persona says over there, where it is said differently here."""
    if here.quote and there.quote and not _says(here.quote, there.quote):
        yield Note(create_id(), "quote", there.quote, persona=here.id, evidence=there.evidence)


def _note(here: Note, there: Note, votes: int) -> Note:
    """Votes are counted together; other wording is kept with the evidence, where the map stays quiet about it."""
    evidence = _evidence(here.evidence, there.evidence)
    if not _says(here.text, there.text):
        evidence = replace(evidence, note=_lines(evidence.note, f"“{there.text}”"))
    return replace(
        here, evidence=evidence, votes=min(MOST_COUNT, votes), owner=_beside(here.owner, there.owner),
        due=here.due or there.due, answered_by=here.answered_by or there.answered_by,
        addresses=tuple(id_ for id_ in _each(here.addresses, there.addresses, 200) if id_ != here.id),
        via=_each(here.via, there.via, 50), small_gesture=here.small_gesture or there.small_gesture,
        proactive=here.proactive or there.proactive,
    )  # fmt: skip


def _step(here: Step, there: Step) -> Step:
    body = here.body
    if not _says(here.title, there.title):
        body = _lines(body, f"“{there.title}”")
    contacts = _each(here.contacts, there.contacts, 20)
    return replace(
        here, body=_lines(body, there.body), contacts=contacts, nobody=(here.nobody or there.nobody) and not contacts,
        day=here.day if here.day is not None else there.day, lasts=here.lasts or there.lasts,
        place=_beside(here.place, there.place), image=here.image or there.image,
        emotion=here.emotion if here.emotion is not None else there.emotion,
        moment_of_truth=here.moment_of_truth or there.moment_of_truth, based_on=here.based_on or there.based_on,
        judgement=_judgement(here.judgement, there.judgement), evidence=_evidence(here.evidence, there.evidence),
    )  # fmt: skip


def _persona(here: Persona, there: Persona) -> Persona:
    """A real person stays one, and is not kept longer than either group may keep them."""
    context = here.context
    for other in (there.name, there.tagline if here.tagline else ""):
        if other and not _says(here.name, other) and not _says(here.tagline, other):
            context = _lines(context, other)
    privacy = ("fictional", "anonymised", "real")
    consents = [day for day in (here.consent_until, there.consent_until) if day is not None]
    return replace(
        here, tagline=here.tagline or there.tagline, quote=here.quote or there.quote,
        context=_lines(context, there.context), portrait=here.portrait or there.portrait,
        digital_skill=here.digital_skill if here.digital_skill is not None else there.digital_skill,
        channels=_each(here.channels, there.channels, 50),
        privacy=max(here.privacy, there.privacy, key=privacy.index), consent_until=min(consents, default=None),
        evidence=_evidence(here.evidence, there.evidence),
    )  # fmt: skip


def _judgement(here: Judgement, there: Judgement) -> Judgement:
    """Where nothing was judged here, the judgement there."""
    if there == Judgement():
        return here
    blank = Judgement()
    taken = {
        field.name: getattr(there, field.name)
        for field in fields(Judgement)
        if getattr(here, field.name) == getattr(blank, field.name)
    }
    reason = _lines(here.value_reason, there.value_reason)
    asked, roles = _each(here.data_asked, there.data_asked, 100), _each(here.roles, there.roles, 7)
    return replace(here, **taken | {"value_reason": reason, "data_asked": asked, "roles": roles})


def _evidence(here: Evidence, there: Evidence) -> Evidence:
    """The stronger of both, with the sources and the words of both."""
    status = max(here.status, there.status, key=STRENGTH.index)
    return Evidence(status, _each(here.sources, there.sources, 200), _lines(here.note, there.note))


def _says(whole: str, part: str) -> bool:
    """Whether these words stand there already, but for capitals and accents."""
    return not part or text.folded(" ".join(part.split())) == text.folded(" ".join(whole.split()))


def _lines(here: str, there: str) -> str:
    """Both, one under the other, each once."""
    if _says(here, there) or f"\n{text.folded(there)}\n" in f"\n{text.folded(here)}\n":
        return here
    both = text.body(f"{here}\n{there}" if here else there)
    if len(here) + len(there) + 1 > text.BODY_MAX:
        raise NoRoomError
    return both


def _beside(here: str, there: str) -> str:
    """Both on one line."""
    if _says(here, there) or text.folded(there) in map(text.folded, here.split(" · ")):
        return here
    both = f"{here} · {there}" if here else there
    if len(both) > text.TITLE_MAX:
        raise NoRoomError
    return both


def _each(here: Iterable[Any], there: Iterable[Any], most: int) -> tuple[Any, ...]:
    both = tuple(dict.fromkeys((*here, *there)))
    if len(both) > most:
        raise NoRoomError
    return both


def texts(entity: Any) -> Iterator[str]:
    """Every text of an entity, those in its values as well."""
    for spec in fields_of(type(entity)):
        value = getattr(entity, spec.name)
        if spec.text is not None and value:
            yield value
        elif spec.shape == "value" and value is not None:
            yield from texts(value)
        elif spec.shape == "many" and spec.item is not None and spec.item.text is not None:
            yield from value
