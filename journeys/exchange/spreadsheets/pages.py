"""What stands on which sheet: a sheet per journey, the actions, and what steps alone cannot tell."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from journeys import text
from journeys.analysis.notelist import ACTIONS, STATUS_ORDER
from journeys.exchange.outgoing import chain, outgoing
from journeys.exchange.spreadsheets import own, steps
from journeys.exchange.spreadsheets.page import Column, Page
from journeys.exchange.wanted import EVERY
from journeys.phrases import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.edits.incoming import Incoming, IncomingNote, IncomingStep
    from journeys.exchange.spreadsheets.page import Value
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words

MOST_NAME: Final = 31
"""Characters in the name of a sheet, as Excel has it."""
MOST_PERSONA: Final = 14
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
WIDE: Final = {
    "text": 44, "note": 44, "context": 44, "question": 36, "quote": 36, "step": 30, "from": 30, "to": 30, "label": 24,
    "tagline": 28, "group": 18, "kind": 16, "party": 26, "parent": 26, "acts_for": 26, "journey": 24, "owner": 18,
    "phase": 18, "id": 10, "step_id": 10, "from_id": 10, "to_id": 10,
}  # fmt: skip
CHOICES: Final = {
    ("actions", "kind"): terms.NOTES, ("actions", "status"): terms.NOTE_STATUSES, ("notes", "kind"): terms.NOTES,
    ("parties", "kind"): terms.PARTY_KINDS, ("links", "kind"): terms.LINK_KINDS, ("personas", "group"): terms.GROUPS,
    ("journeys", "variant"): terms.VARIANTS,
}  # fmt: skip
BEHIND: Final = frozenset({"id", "step_id", "from_id", "to_id"})


def pages(wanted: Wanted) -> list[Page]:
    """Every sheet of the file, those that people read first."""
    say, held = wanted.say, outgoing(wanted)
    names = _Names(say)
    found = list(_journeys(wanted, held, names))
    loose = [note for note in held.notes if not note.persona or _is_chosen(note.persona, held)]
    actions = [*_at_steps(held), *(_Placed(note) for note in loose if is_action(note))]
    actions.sort(key=_urgency)
    found.append(_own("actions", (_action(each, say) for each in actions), say))
    rest = [note for note in loose if not is_action(note)]
    tables: dict[str, list[tuple[Value, ...]]] = {
        "notes": [_loose(note, say) for note in rest],
        "phases": [(phase.name, phase.start, phase.note) for phase in held.phases],
        "journeys": [
            (one.title, one.persona, say(terms.VARIANTS[one.variant or "current"]), one.question)
            for one in held.journeys
        ],
        "personas": [
            (one.name, one.tagline, one.quote, one.context, say(terms.GROUPS[one.group or "resident"]))
            for one in held.personas
        ],
        "parties": [
            (one.name, say(terms.PARTY_KINDS[one.kind or "business"]), one.parent, one.acts_for)
            for one in held.parties
        ],
    }  # fmt: skip
    found += [_own(kind, rows, say) for kind, rows in tables.items() if rows]
    links = _links(wanted, held)
    return found if links is None else [*found, _own("links", links, say)]


def is_action(note: IncomingNote) -> bool:
    """Whether somebody can take it on, or has."""
    return note.kind in ACTIONS or bool(note.owner or note.due) or note.status not in (None, "open")


def _own(kind: str, rows: Iterable[tuple[Value, ...]], say: Words) -> Page:
    sheet = own.OWN[kind]
    columns = tuple(
        Column(code, say(title), _wide(kind, code), _choices(kind, code, say), printed=code not in BEHIND)
        for code, title in sheet.columns.items()
    )
    return Page(say(sheet.name), columns, tuple(rows))


def _wide(kind: str, code: str) -> int:
    return 26 if (kind, code) == ("parties", "kind") else WIDE.get(code, 14)


def _choices(kind: str, code: str, say: Words) -> tuple[str, ...]:
    return tuple(say(word) for word in CHOICES.get((kind, code), {}).values())


# Steps


def _journeys(wanted: Wanted, held: Incoming, names: _Names) -> Iterator[Page]:
    say = wanted.say
    codes = steps.filled(steps.SHEET, held.steps)
    columns = steps.columns(codes, say)
    passing = _Passing(wanted, len(held.steps))
    of = {journey: list(some) for journey, some in groupby(held.steps, key=lambda step: _journey(wanted, step))}
    for id_ in wanted.journeys:
        name = names.free(wanted.document.journeys[id_].title, _apart(wanted, id_))
        own_steps = of.get(id_, [])
        yield Page(name, columns, tuple(steps.cells(step, codes, say) for step in passing(own_steps)))
    if not wanted.journeys:
        yield Page(say(own.STEPS), columns, ())


class _Passing:
    """Asks now and then whether anybody still waits, over the steps of all journeys."""

    def __init__(self, wanted: Wanted, many: int) -> None:
        self._watch, self._many, self._done = wanted.watch, many, 0

    def __call__(self, held: Iterable[IncomingStep]) -> Iterator[IncomingStep]:
        for step in held:
            if self._done % EVERY == 0:
                self._watch(self._done / self._many)
            self._done += 1
            yield step


def _apart(wanted: Wanted, id_: str) -> str:
    """What tells a journey from others of the same title: whose it is, and whether it is the desired one."""
    journey = wanted.document.journeys[id_]
    alike = [one for other in wanted.journeys if (one := wanted.document.journeys[other]).title == journey.title]
    whose = any(one.persona != journey.persona for one in alike)
    which = any(one.persona == journey.persona and one.variant != journey.variant for one in alike)
    persona = f" – {wanted.document.personas[journey.persona].name[:MOST_PERSONA]}" if whose else ""
    return persona + (f" ({wanted.say(terms.VARIANTS[journey.variant])})" if which else "")


def _journey(wanted: Wanted, step: IncomingStep) -> str:
    return wanted.document.steps[step.id].journey


class _Names:
    """Names for sheets: as spreadsheets allow them, and each once."""

    def __init__(self, say: Words) -> None:
        self._taken = {*own.names_taken(), "history", text.folded(say("History"))}

    def free(self, title: str, apart: str = "") -> str:
        """The title as far as it fits, with what tells it apart behind it, and a number where that is not enough."""
        bare, ending, number = _allowed(title) or "-", _allowed(apart), 2
        name = _cut(bare, ending)
        while text.folded(name) in self._taken:
            name, number = _cut(bare, f"{ending} ({number})".strip()), number + 1
        self._taken.add(text.folded(name))
        return name


def _allowed(title: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", title).split()).strip("' ")


def _cut(bare: str, ending: str) -> str:
    behind = f" {ending}" if ending else ""
    kept = bare[: MOST_NAME - len(behind)]
    while len(f"{kept}{behind}".encode("utf-16-le")) > 2 * MOST_NAME:
        kept = kept[:-1]
    return f"{kept.rstrip()}{behind}".strip("' ") or "-"


# Actions and loose notes


class _Placed:
    """A note with the step at which it hangs, if any."""

    def __init__(self, note: IncomingNote, step: IncomingStep | None = None) -> None:
        self.note, self.step = note, step


def _at_steps(held: Incoming) -> Iterator[_Placed]:
    return (_Placed(note, step) for step in held.steps for note in step.notes if is_action(note))


def _urgency(placed: _Placed) -> tuple[object, ...]:
    note = placed.note
    return STATUS_ORDER.index(note.status or "open"), note.due is None, note.due


def _action(placed: _Placed, say: Words) -> tuple[Value, ...]:
    note, step = placed.note, placed.step
    place = (step.phase, step.journey, step.persona, step.variant) if step else _place(note)
    return (
        note.text, say(terms.NOTES[note.kind]), note.owner, note.due, say(terms.NOTE_STATUSES[note.status or "open"]),
        step.title if step else "", *place[:3], _variant(place[3], say), note.id, step.id if step else "",
    )  # fmt: skip


def _loose(note: IncomingNote, say: Words) -> tuple[Value, ...]:
    place = _place(note)
    return (note.text, say(terms.NOTES[note.kind]), *place[:3], _variant(place[3], say), note.id)


def _place(note: IncomingNote) -> tuple[str, str, str, str | None]:
    return note.phase, note.journey, note.persona, note.variant


def _variant(variant: str | None, say: Words) -> str:
    return say(terms.VARIANTS[variant]) if variant else ""


def _is_chosen(persona: str, held: Incoming) -> bool:
    return any(one.name == persona for one in held.personas)


# What steps alone cannot tell


def _links(wanted: Wanted, held: Incoming) -> list[tuple[Value, ...]] | None:
    """None where every step is simply followed by the next: then the rows tell it."""
    links = held.links or ()
    plain = {(link.source, link.target) for link in links} == chain(wanted.document, wanted.journeys)
    if plain and not any(link.label or link.kind != "next" for link in links):
        return None
    titles = {step.key: step.title for step in held.steps}
    say = wanted.say
    return [
        (
            titles[link.source],
            titles[link.target],
            link.label,
            say(terms.LINK_KINDS[link.kind]),
            link.source,
            link.target,
        )
        for link in links
    ]
