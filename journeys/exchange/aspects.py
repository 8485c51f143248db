"""What a study can hold, piece by piece, so that a format can say which of it goes along and which is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from journeys.i18n import many
from journeys.model.values import Evidence, Judgement

if TYPE_CHECKING:
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words
    from journeys.model.entities import Journey, Link, Note, Persona, Step


class Held:
    """The study that is to be written, as far as its chosen journeys go."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted, self.document = wanted, wanted.document
        self.chosen = frozenset(wanted.journeys)

    @cached_property
    def journeys(self) -> list[Journey]:
        return [self.document.journeys[id_] for id_ in self.wanted.journeys]

    @cached_property
    def personas(self) -> list[Persona]:
        return [self.document.personas[id_] for id_ in dict.fromkeys(each.persona for each in self.journeys)]

    @cached_property
    def steps(self) -> list[Step]:
        return [step for step in self.document.steps.values() if step.journey in self.chosen]

    @cached_property
    def links(self) -> list[Link]:
        return [link for link in self.document.links.values() if self._of(link.source)]

    @cached_property
    def notes(self) -> list[Note]:
        return [note for note in self.document.notes.values() if self._of(note.step)]

    @cached_property
    def loose(self) -> list[Note]:
        return [note for note in self.document.notes.values() if note.step is None]

    def _of(self, step: str | None) -> bool:
        return step is not None and self.document.steps[step].journey in self.chosen


@dataclass(frozen=True, slots=True)
class Aspect:
    """One piece: how many of it a study has, and how that is said (one, other)."""

    count: Callable[[Held], int]
    one: str
    other: str


def _steps(holds: Callable[[Step], object]) -> Callable[[Held], int]:
    return lambda held: sum(bool(holds(step)) for step in held.steps)


def _notes(holds: Callable[[Note], object]) -> Callable[[Held], int]:
    return lambda held: sum(bool(holds(note)) for note in (*held.notes, *held.loose))


def _all(kind: str) -> Callable[[Held], int]:
    return lambda held: len(getattr(held.document, kind))


def _count(things: Iterable[Any], holds: Callable[[Any], object]) -> int:
    return sum(bool(holds(thing)) for thing in things)


def _beside(held: Held) -> int:
    """Steps that share their column with another one."""
    return _count(held.steps, lambda step: step.track)


def _unlike_a_chain(held: Held) -> int:
    """Connections other than from a step to the one that follows it, and pairs that follow unconnected."""
    from journeys.exchange.outgoing import chain

    there = {(link.source, link.target) for link in held.links}
    return len(there ^ chain(held.document, held.wanted.journeys))


def _hangs(note: Note) -> bool:
    return bool(note.phase or note.persona)


def _known_of(note: Note) -> bool:
    return bool(note.votes or note.addresses or note.via or note.small_gesture or note.proactive or note.answered_by)


def _settings(held: Held) -> int:
    """What was set for the study beyond its title and language."""
    study = held.document.study
    said = (study.organisation, study.person_word, study.review_on, study.expires_on, study.day0_date)
    return sum(bool(one) for one in said) + (study.edition > 1)


ASPECTS: Final[dict[str, Aspect]] = {
    "study": Aspect(_settings, *many("{n} setting of the study", "{n} settings of the study")),
    "moment": Aspect(
        lambda held: _count(held.document.moments.values(), lambda moment: not moment.is_day0),
        *many("{n} moment beside day 0", "{n} moments beside day 0"),
    ),
    "journey.other": Aspect(
        lambda held: _count(held.document.journeys.values(),
                            lambda one: one.parent_step is None and one.id not in held.chosen),
        *many("{n} other journey", "{n} other journeys"),
    ),
    "phase.start": Aspect(
        lambda held: _count(held.document.phases.values(), lambda phase: phase.dated),
        *many("the period of {n} phase", "the periods of {n} phases"),
    ),
    "phase.note": Aspect(
        lambda held: _count(held.document.phases.values(), lambda phase: phase.facilitator_note),
        *many("the facilitator’s words at {n} phase", "the facilitator’s words at {n} phases"),
    ),
    "persona.name": Aspect(lambda held: len(held.personas),
                           *many("the name of {n} persona", "the names of {n} personas")),
    "persona.told": Aspect(
        lambda held: _count(held.personas, lambda one: one.tagline or one.quote or one.context),
        *many("what is told of {n} persona", "what is told of {n} personas"),
    ),
    "persona.known": Aspect(
        lambda held: _count(held.personas, lambda one: one.digital_skill is not None or one.channels or one.portrait
                            or one.group != "resident"),
        *many("the traits of {n} persona", "the traits of {n} personas"),
    ),
    "journey.question": Aspect(
        lambda held: _count(held.journeys, lambda one: one.question),
        *many("the question of {n} journey", "the questions of {n} journeys"),
    ),
    "journey.variant": Aspect(
        lambda held: _count(held.journeys, lambda one: one.variant == "desired"),
        *many("that {n} journey is the desired one", "that {n} journeys are the desired ones"),
    ),
    "journey.based_on": Aspect(
        lambda held: _count(held.journeys, lambda one: one.based_on) + _steps(lambda step: step.based_on)(held),
        *many("what {n} journey or step goes back to", "what {n} journeys and steps go back to"),
    ),
    "step.back": Aspect(_steps(lambda step: step.stage == "back"),
                        *many("{n} step behind the scenes", "{n} steps behind the scenes")),
    "step.place_on_map": Aspect(_beside,
                                *many("that {n} step stands beside another", "that {n} steps stand beside others")),
    "step.body": Aspect(_steps(lambda step: step.body), *many("{n} description", "{n} descriptions")),
    "step.day": Aspect(_steps(lambda step: step.day is not None),
                       *many("the day of {n} step", "the days of {n} steps")),
    "step.lasts": Aspect(_steps(lambda step: step.lasts), *many("how long {n} step lasts", "how long {n} steps last")),
    "step.place": Aspect(_steps(lambda step: step.place), *many("the place of {n} step", "the places of {n} steps")),
    "step.party": Aspect(_steps(lambda step: any(each.party for each in step.contacts)),
                         *many("the parties of {n} step", "the parties of {n} steps")),
    "step.channel": Aspect(_steps(lambda step: any(each.channel for each in step.contacts)),
                           *many("the channels of {n} step", "the channels of {n} steps")),
    "step.passes_on": Aspect(_steps(lambda step: any(each.passes_on_for for each in step.contacts)),
                             *many("for whom something is passed on at {n} step",
                                   "for whom something is passed on at {n} steps")),
    "step.nobody": Aspect(_steps(lambda step: step.nobody),
                          *many("that nobody is met at {n} step", "that nobody is met at {n} steps")),
    "step.emotion": Aspect(_steps(lambda step: step.emotion is not None),
                           *many("the emotion of {n} step", "the emotions of {n} steps")),
    "step.moment_of_truth": Aspect(_steps(lambda step: step.moment_of_truth),
                                   *many("{n} moment of truth", "{n} moments of truth")),
    "step.evidence": Aspect(_steps(lambda step: step.evidence != Evidence()),
                            *many("the evidence of {n} step", "the evidence of {n} steps")),
    "step.judgement": Aspect(_steps(lambda step: step.judgement != Judgement()),
                             *many("what a lens asked of {n} step", "what lenses asked of {n} steps")),
    "step.image": Aspect(_steps(lambda step: step.image), *many("{n} picture", "{n} pictures")),
    "link": Aspect(_unlike_a_chain,
                   *many("{n} connection that skips, splits or is missing",
                         "{n} connections that skip, split or are missing")),
    "link.label": Aspect(lambda held: _count(held.links, lambda link: link.label or link.kind != "next"),
                         *many("the words or kind of {n} connection", "the words or kinds of {n} connections")),
    "note": Aspect(lambda held: len(held.notes), *many("{n} note at a step", "{n} notes at steps")),
    "note.loose": Aspect(lambda held: _count(held.loose, _hangs),
                         *many("{n} note on a phase or persona", "{n} notes on phases and personas")),
    "note.parked": Aspect(lambda held: len(held.loose) - _count(held.loose, _hangs),
                          *many("{n} parked note", "{n} parked notes")),
    "note.work": Aspect(_notes(lambda note: note.owner or note.due or note.status != "open"),
                        *many("the owner, date or status of {n} note", "the owners, dates or statuses of {n} notes")),
    "note.known": Aspect(_notes(_known_of),
                         *many("the votes and answers of {n} note", "the votes and answers of {n} notes")),
    "note.evidence": Aspect(_notes(lambda note: note.evidence != Evidence()),
                            *many("the evidence of {n} note", "the evidence of {n} notes")),
    "party.kind": Aspect(lambda held: len(held.document.parties),
                         *many("the kind of {n} party", "the kinds of {n} parties")),
    "party.colour": Aspect(lambda held: _count(held.document.parties.values(), lambda party: party.colour),
                           *many("the colour of {n} party", "the colours of {n} parties")),
    "source": Aspect(
        lambda held: _count(held.document.sources.values(), lambda one: one.on or one.people),
        *many("the date and people of {n} source", "the dates and people of {n} sources"),
    ),
    "process": Aspect(
        lambda held: _count(held.document.journeys.values(), lambda one: one.parent_step),
        *many("{n} process behind a step", "{n} processes behind steps"),
    ),
    "stance": Aspect(_all("stances"), *many("{n} deliberate absence", "{n} deliberate absences")),
    "mute": Aspect(_all("mutes"), *many("{n} muted finding", "{n} muted findings")),
    "fact": Aspect(_all("facts"), *many("{n} fact", "{n} facts")),
    "cell": Aspect(_all("cells"), *many("{n} text in a lane of your own", "{n} texts in lanes of your own")),
    "view": Aspect(_all("views"), *many("{n} saved view", "{n} saved views")),
    "snapshot": Aspect(lambda held: len(held.wanted.snapshots), *many("{n} snapshot", "{n} snapshots")),
}  # fmt: skip
"""In the order in which they are told: the most missed first would differ per study, so by where they stand."""

EVERYTHING: Final = frozenset(ASPECTS)


def left_out(wanted: Wanted, keeps: frozenset[str]) -> list[tuple[str, int]]:
    """(aspect, how many) for all that this study has and a format with these aspects cannot hold."""
    held = Held(wanted)
    counted = ((code, aspect.count(held)) for code, aspect in ASPECTS.items() if code not in keeps)
    return [(code, n) for code, n in counted if n]


def left_out_texts(wanted: Wanted, keeps: frozenset[str], say: Words) -> list[str]:
    """As `left_out`, in words: "12 pictures"."""
    return [say.many(ASPECTS[code].one, ASPECTS[code].other, n) for code, n in left_out(wanted, keeps)]
