"""A card of another mapper as what we make of it: what is on it, what is done under it, and what has no place here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys import text
from journeys.edits.incoming import IncomingContact, IncomingNote
from journeys.exchange import ratings
from journeys.exchange.ojf.fields import OURS, Fields, Told
from journeys.exchange.ojf.lanes import PURPOSES
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.exchange.ojf.lanes import Role

MOST_SCORE: Final = 5
_USUAL: Final = {
    "severity": ("low",), "sentiment": ("neutral", "positive", "negative"), "purpose": ("touchpoint", "action"),
}  # fmt: skip
"""Words that say nothing which the step does not say."""


@dataclass(slots=True)
class Card:
    """One node of the file; `stage` is a number in the list of stages, None where it is in none."""

    row: int
    name: str
    title: str
    body: str
    stage: int | None
    role: Role
    lane: str
    ours: Fields | None
    id: str = ""
    score: int | None = None
    said: str = ""
    """The score as the file has it."""
    moment: bool | None = None
    extra: list[str] = field(default_factory=list)
    onstage: tuple[tuple[str, str], ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True, slots=True)
class Behind:
    """Somebody or some system at work behind a step."""

    who: str
    what: str
    system: bool
    ours: Fields | None


@dataclass(slots=True)
class Felt:
    """What was made of feelings, over the whole file."""

    scores: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)


def card(node: Fields, row: int, stages: Mapping[str, int], lanes: Mapping[str, tuple[str, Role]], felt: Felt) -> Card:
    """Read it, all of it: what nobody asked for is told by name."""
    title, body = _words(node)
    lane, role = _lane(node, lanes)
    ours = node.one(OURS) if OURS in node else None
    found = Card(row, node.card, title, body, _stage(node, stages), role, lane, ours, id=node.text("id"))
    found.score, found.said = _score(node, felt, found.extra)
    found.moment = node.flag("isMomentOfTruth")
    found.extra += _extra(node, PURPOSES[role])
    _blueprint(node, found)
    _looks(node)
    node.done()
    return found


def _words(node: Fields) -> tuple[str, str]:
    """Title and description; a long title, or a description without one, is parted."""
    said, body = node.first("title", "name"), node.text("description")
    if not said and OURS not in node:
        said, body = text.title_and_rest(body)
    title, rest = text.title_and_rest(said)
    node.card = quoted(title, 30) if title else node.where
    if rest:
        node.told.add("ojf.title_long", node.card, most=text.TITLE_MAX)
        body = "\n".join(filter(None, [rest, body]))
    return title, body


def _stage(node: Fields, stages: Mapping[str, int]) -> int | None:
    said = node.first("stageId", "stage")
    if said in stages:
        return stages[said]
    node.told.add("ojf.no_stage" if not said else "ojf.unknown_stage", node.card, **({"stage": said} if said else {}))
    return None


def _lane(node: Fields, lanes: Mapping[str, tuple[str, Role]]) -> tuple[str, Role]:
    said = node.first("swimlaneId", "swimlane")
    if said and said not in lanes:
        node.told.add("ojf.unknown_lane", node.card, lane=said)
    return lanes.get(said, ("", "steps"))


def _score(node: Fields, felt: Felt, extra: list[str]) -> tuple[int | None, str]:
    """−2…+2 for −5…+5, and how the file says it; without a score, what the word for the feeling says."""
    score, word = node.number("score"), node.text("sentiment")
    if word and word.lower() not in _USUAL["sentiment"]:
        extra.append(f"sentiment: {word}")
    elif word and OURS not in node:
        node.told.usual[f"sentiment {word.lower()}"] += 1
    if score is None:
        guessed = ratings.rating(word) if word and not word.strip().lstrip("+-−").isdigit() else None
        if guessed is not None:
            felt.words[word] = guessed.value
        return (guessed.value, word) if guessed else (None, "")
    said = f"{score:g}"
    if abs(score) > MOST_SCORE:
        node.told.add("ojf.score_far", node.card, score=said)
    found = rated(score)
    felt.scores[said] = found
    return found, said


def rated(score: float) -> int:
    """Only 0 is neutral: 1, 2 and 3 are our 1, and 4 and 5 our 2."""
    size = abs(score)
    return (0 if size < 0.5 else 1 if size < 3.5 else 2) * (1 if score > 0 else -1)


def _extra(node: Fields, purpose: str) -> list[str]:
    """What has no place of its own in a study, in the words of the file; `purpose` is what the row says already."""
    found = []
    for name in ("purpose", "severity"):
        word = node.text(name)
        if word.lower() in (*_USUAL[name], purpose):
            node.told.usual[f"{name} {word.lower()}"] += OURS not in node
        elif word:
            found.append(f"{name}: {word}")
    tags = node.words("tags")
    return [*found, *([f"tags: {', '.join(tags)}"] if tags else [])]


def _looks(node: Fields) -> None:
    if [name for name in ("icon", "iconColor") if node.raw(name)]:
        node.told.add("ojf.looks")


# The blueprint under a card


def _blueprint(node: Fields, found: Card) -> None:
    held = node.one("blueprint")
    found.onstage = tuple(_pairs(held, "onstage", "actor", "action", text.TITLE_MAX))
    found.evidence = tuple(_pairs(held, "evidence", "item", "type"))
    found.behind = (*_behind(held, "backstage", "actor", "action"), *_behind(held, "support", "system", "description"))
    held.done()


def _pairs(held: Fields, name: str, one: str, other: str, most: int = text.BODY_MAX) -> Iterator[tuple[str, str]]:
    for entry in held.each(name):
        pair = entry.first(one, "name", most=most), entry.text(other)
        entry.done()
        if any(pair):
            yield pair


def _behind(held: Fields, name: str, who: str, what: str) -> Iterator[Behind]:
    for entry in held.each(name):
        entry.card = held.card
        ours = entry.one(OURS) if OURS in entry else None
        pair = entry.first(who, "name", most=text.TITLE_MAX), entry.text(what)
        entry.done()
        if any(pair) or ours is not None:
            yield Behind(*pair, name == "support", ours)


# What becomes of it


def contacts(found: Card, told: Told) -> tuple[tuple[IncomingContact, ...], str]:
    """Whom the person meets, and what these people do, which goes into the description."""
    parties = tuple(IncomingContact(who) for who, _ in found.onstage if who)
    done = [f"{who}: {what}" if who else what for who, what in found.onstage if what]
    if done:
        told.add("ojf.onstage", found.name)
    return tuple(dict.fromkeys(parties)), "\n".join(done)


def notes_beside(found: Card, told: Told, *, several_lanes: bool) -> tuple[IncomingNote, ...]:
    """What the card shows beside its words: things that can be touched or seen, and words without a place here."""
    notes = []
    if found.evidence:
        things = "\n".join(f"{item} ({kind})" if kind and item else item or kind for item, kind in found.evidence)
        notes.append(IncomingNote("remark", things))
        told.add("ojf.evidence", found.name)
    extra = [*found.extra, *([f"swimlane: {found.lane}"] if several_lanes and found.lane else [])]
    if extra:
        notes.append(IncomingNote("remark", "\n".join(extra)))
        told.add("ojf.extra")
    return tuple(notes)


def note_text(found: Card) -> str:
    """A card that is a note: its words, and on the last line what a note has no field for."""
    extra = list(found.extra)
    if found.moment:
        extra.append("isMomentOfTruth: true")
    extra += [f"{name}: {' – '.join(filter(None, pair))}" for name, pair in _under(found)]
    words = "\n".join(filter(None, [found.title, found.body]))
    return f"{words}\n({'; '.join(extra)})" if extra else words


def _under(found: Card) -> Iterator[tuple[str, tuple[str, str]]]:
    """The blueprint under a card that is a note."""
    yield from (("onstage", pair) for pair in found.onstage)
    yield from (("evidence", pair) for pair in found.evidence)
    yield from (("support" if one.system else "backstage", (one.who, one.what)) for one in found.behind)
