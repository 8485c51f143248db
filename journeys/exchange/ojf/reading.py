"""Reads a journey of another mapper: stages become phases, cards become steps, or notes by the row that they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from journeys import text
from journeys.edits.incoming import (
    MOST_PHASES,
    Incoming,
    IncomingContact,
    IncomingJourney,
    IncomingLink,
    IncomingNote,
    IncomingParty,
    IncomingPhase,
    IncomingStep,
    Remark,
)
from journeys.errors import ExchangeError
from journeys.exchange import strict_json
from journeys.exchange.coming import Coming
from journeys.exchange.ojf import cards, heads, journeys_in, ours
from journeys.exchange.ojf.fields import Fields, Told
from journeys.exchange.ojf.lanes import role_of
from journeys.model.integrity import MAX_STEPS

if TYPE_CHECKING:
    from journeys.exchange.ojf.cards import Behind, Card
    from journeys.exchange.ojf.lanes import Role
    from journeys.model.entities import NoteKind


@dataclass(slots=True)
class Held:
    """What one journey of the file holds, while it is read."""

    title: str
    persona: str
    variant: Any
    told: Told
    stages: list[IncomingPhase] = field(default_factory=list)
    steps: list[IncomingStep] = field(default_factory=list)
    loose: list[IncomingNote] = field(default_factory=list)
    systems: dict[str, None] = field(default_factory=dict)
    new: dict[str, None] = field(default_factory=dict)
    links: list[IncomingLink] | None = None
    hung: dict[int, list[IncomingNote]] = field(default_factory=dict)
    """Notes by the number of their step."""


def coming(data: bytes, _name: str) -> Coming:
    """All journeys in the file. Raises ExchangeError `ojf.format`, `ojf.too_many` and as Fields does."""
    found = [one for one in journeys_in(strict_json.parse(data)) if isinstance(one, dict)]
    if not any(isinstance(one.get(name), list) for one in found for name in ("nodes", "stages")):
        raise ExchangeError("ojf.format")
    most = sum(len(nodes) for one in found if isinstance(nodes := one.get("nodes"), list))
    if most > MAX_STEPS:
        raise ExchangeError("ojf.too_many", found=most, most=MAX_STEPS)
    stages = sum(len(held) for one in found if isinstance(held := one.get("stages"), list))
    if stages > MOST_PHASES:
        raise ExchangeError("edit.many_phases", found=stages, most=MOST_PHASES)
    told = Told()
    read = [_journey(Fields(one, f"[{number}]" if len(found) > 1 else "", told)) for number, one in enumerate(found)]
    joined = _together([incoming for incoming, _ in read], told.remarks())
    return Coming(joined, next((title for _, title in read if title), ""))


def _together(read: list[Incoming], remarks: tuple[Remark, ...]) -> Incoming:
    """The journeys as one; links only where all of them say theirs."""
    links = [one.links for one in read if one.links is not None]
    return Incoming(
        tuple(step for one in read for step in one.steps),
        tuple({phase.name: phase for one in read for phase in one.phases}.values()),
        remarks,
        tuple(link for some in links for link in some) if len(links) == len(read) else None,
        tuple(note for one in read for note in one.notes),
        tuple(journey for one in read for journey in one.journeys),
        tuple(dict.fromkeys(persona for one in read for persona in one.personas)),
        tuple(dict.fromkeys(party for one in read for party in one.parties)),
    )


def _journey(file: Fields) -> tuple[Incoming, str]:
    head = heads.head(file)
    held = Held(head.title, head.persona.name, head.variant, file.told)
    held.stages, stages = heads.stages(file)
    lanes = _lanes(file)
    felt = cards.Felt()
    found = [cards.card(node, row, stages, lanes, felt) for row, node in enumerate(file.each("nodes"), 1)]
    _tell(felt, found, held.told)
    _doubled(found, held.told)
    _steps(held, found)
    _links(held, head)
    file.done()
    head.ours.done()
    journeys = (IncomingJourney(head.title, head.persona.name, head.variant, head.question),) if head.title else ()
    parties = (*head.parties, *(IncomingParty(name, "medium") for name in held.systems))
    people = (head.persona,) if head.persona.name else ()
    loose = (*head.notes, *held.loose)
    links = None if held.links is None else tuple(held.links)
    return Incoming(tuple(held.steps), tuple(held.stages), (), links, loose, journeys, people, parties), head.title


def _lanes(file: Fields) -> dict[str, tuple[str, Role]]:
    found: dict[str, tuple[str, Role]] = {}
    for number, lane in enumerate(file.each("swimlanes"), 1):
        name = lane.first("name", "title") or lane.text("id") or str(number)
        role = role_of(name, lane.text("levensreis"))
        for key in (lane.text("id"), name):
            found.setdefault(key, (name, role))
        lane.done()
    found.pop("", None)
    return found


def _tell(felt: cards.Felt, found: list[Card], told: Told) -> None:
    if felt.scores and any(card.ours is None for card in found):
        told.add("ojf.scores", read=tuple(sorted(felt.scores.items(), key=lambda pair: float(pair[0]))))
    if felt.words:
        told.add("ojf.sentiments", read=tuple(sorted(felt.words.items())))


def _doubled(found: list[Card], told: Told) -> None:
    counted = Counter(card.id for card in found if card.id)
    for card in found:
        if counted[card.id] > 1:
            told.add("ojf.id_twice", card.name, id=card.id[:40])


# Steps and their notes


def _steps(held: Held, found: list[Card]) -> None:
    """Stage by stage, in each as in the file; a card without a stage stays with the one before it."""
    last = 0
    for card in found:
        card.stage = last = last if card.stage is None else card.stage
    if not any(_is_step(card) for card in found):  # one row of notes is a row of steps by another name
        for card in found:
            card.role = "steps" if card.ours is None else card.role
    several = len({card.lane for card in found if card.role == "steps" and card.ours is None}) > 1
    for card in sorted(found, key=lambda card: card.stage or 0):
        if _is_step(card):
            _step(held, card, several=several)
    _notes(held, [card for card in found if not _is_step(card)], {card.row: card for card in found})
    held.steps = [replace(step, notes=(*step.notes, *held.hung.get(at, ()))) for at, step in enumerate(held.steps)]


def _is_step(card: Card) -> bool:
    return card.role in ("steps", "back") or (card.ours is None and bool(card.onstage or card.behind))


def _step(held: Held, card: Card, *, several: bool) -> None:
    known = IncomingStep(card.row) if card.ours is None else ours.step_of(card.ours, card.row)
    shown = replace(
        known, title=card.title, journey=held.title, persona=held.persona, phase=_phase(held, card),
        stage="back" if card.role == "back" else "front", body=card.body, emotion=card.score,
        moment_of_truth=card.moment, variant=held.variant,
    )  # fmt: skip
    held.steps.append(_theirs(held, card, shown, several=several) if card.ours is None else _ours(held, card, shown))
    held.steps += [_behind(held, card, behind) for behind in card.behind]


def _theirs(held: Held, card: Card, step: IncomingStep, *, several: bool) -> IncomingStep:
    people, done = cards.contacts(card, held.told)
    key = f"card {card.row}"
    held.new[key] = None
    beside = cards.notes_beside(card, held.told, several_lanes=several)
    return replace(step, body="\n".join(filter(None, [step.body, done])), contacts=people, notes=beside, key=key)


def _ours(held: Held, card: Card, step: IncomingStep) -> IncomingStep:
    touched = replace(card, evidence=_added(card, step.place))
    beside = cards.notes_beside(touched, held.told, several_lanes=False)
    return replace(step, id=card.id, key=card.id, contacts=_met(card, step.contacts), notes=beside)


def _phase(held: Held, card: Card) -> str:
    return held.stages[card.stage].name if held.stages and card.stage is not None else ""


def _met(card: Card, known: tuple[IncomingContact, ...]) -> tuple[IncomingContact, ...]:
    """As we wrote them, unless another program has changed whom the person meets."""
    names = [who for who, _ in card.onstage if who]
    if names == [contact.party for contact in known if contact.party]:
        return known
    kept = {contact.party: contact for contact in known}
    return tuple(kept.get(name, IncomingContact(name)) for name in names)


def _added(card: Card, place: str) -> tuple[tuple[str, str], ...]:
    """Of what can be touched or seen, that which is not the place that we wrote there."""
    return tuple(pair for pair in card.evidence if pair[0] != place)


def _behind(held: Held, card: Card, behind: Behind) -> IncomingStep:
    who = behind.who
    title, body = text.title_and_rest(behind.what or who)
    untitled = behind.ours is not None and bool(behind.ours.flag("untitled"))
    known = IncomingStep(card.row) if behind.ours is None else ours.step_of(behind.ours, card.row)
    if behind.ours is None:
        if behind.system and who:
            held.systems[who] = None
        held.told.add("ojf.support" if behind.system else "ojf.backstage", card.name)
        known = replace(known, contacts=(IncomingContact(who),) if who else ())
    return replace(
        known, title="" if untitled else title, body="\n".join(filter(None, [body, known.body])), key=known.id,
        journey=held.title, persona=held.persona, phase=_phase(held, card), stage="back", variant=held.variant,
    )  # fmt: skip


def _notes(held: Held, found: list[Card], by_row: dict[int, Card]) -> None:
    """Each on its step, else on the phase."""
    keys = {step.key: number for number, step in enumerate(held.steps) if step.key}
    front: dict[int | None, list[tuple[int, int]]] = {}
    for number, step in enumerate(held.steps):
        if step.stage == "front":
            front.setdefault(by_row[step.row].stage, []).append((step.row, number))
    for card in found:
        if card.ours is not None:
            at, note = _our_note(card, card.ours, keys)
        else:
            at, note = _their_note(held, card, front.get(card.stage, []))
        if at is None:
            held.loose.append(_on_phase(held, card, note))
        else:
            held.hung.setdefault(at, []).append(note)


def _our_note(card: Card, known: Fields, keys: dict[str, int]) -> tuple[int | None, IncomingNote]:
    at = keys.get(known.text("step"))
    return at, ours.note_of(known, cast("NoteKind", card.role), cards.note_text(card))


def _their_note(held: Held, card: Card, front: list[tuple[int, int]]) -> tuple[int | None, IncomingNote]:
    """On the step before it in its stage, else on the first one there, which feels like it if it has no score."""
    kind = cast("NoteKind", card.role)
    before = bisect_left(front, (card.row, 0))
    at = front[max(before - 1, 0)][1] if front else None
    if card.score is not None and at is not None and held.steps[at].emotion is None:
        held.steps[at] = replace(held.steps[at], emotion=card.score)
    elif card.score is not None:
        card.extra.insert(0, f"score: {card.said}")
    held.told.add(f"ojf.lane_{kind}", card.name, lane=card.lane)
    return at, IncomingNote(kind, cards.note_text(card))


def _on_phase(held: Held, card: Card, note: IncomingNote) -> IncomingNote:
    return replace(note, persona=held.persona, journey=held.title, variant=held.variant, phase=_phase(held, card))


def _links(held: Held, head: heads.Head) -> None:
    """Ours as they were, with what another program added put in; without ours, the order of the cards tells."""
    if head.links is None:
        return
    front = [step.key for step in held.steps if step.stage == "front"]
    held.links = ours.joined(head.links, front, held.new)
