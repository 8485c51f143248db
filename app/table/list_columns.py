"""The columns of the lists that are not of steps: phases, notes, personas, parties and what they refer to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.panels import labels
from app.table import fields, typed
from app.table.cells import Column, Sight
from journeys.edits import entities, evidence, moments, notes, phases, rows
from journeys.errors import EditError
from journeys.i18n import N_
from journeys.model.time import phases_in_order
from journeys.phrases import terms
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.edits.edit import Edit
    from journeys.model.document import Document
    from journeys.model.fields import Kind


def _wrap(verb: Callable[..., Edit], read: Callable[[Sight, str], object]) -> Callable[..., Edit]:
    """A verb on one thing with one value, as a column writes it."""

    def write(sight: Sight, ids: Sequence[str], text: str) -> Edit:
        value = read(sight, text)
        if len(ids) == 1:
            return verb(sight.document, ids[0], value)
        return rows.together(sight.document, "table.write", [on(verb, i, value) for i in ids])

    return write


def on(verb: Callable[..., Edit], id_: str, *values: object) -> Callable[[Document], Edit]:
    return lambda now: verb(now, id_, *values)


def _name(_: Sight, text: str) -> str:
    return typed.line(text, required=True)


def _day(_: Sight, text: str) -> int:
    from journeys.model.fields import MAX_DAYS

    found = typed.number(text, -MAX_DAYS, MAX_DAYS)
    if found is None:
        typed.line("", required=True)
    return found or 0


def phase_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "phase")
    return (
        column("name", N_("Phase"), write=_wrap(phases.rename, _name), width=20),
        column("start_day", N_("Begins on day"), write=_wrap(phases.set_start, _day), width=10),
        Column("ends", N_("Ends on day"), _phase_end, _wrap(phases.set_end, _day), width=10),
        Column("period", N_("Period"), _period, width=20),
        column("dated", N_("Show the period")),
        Column("steps", N_("Steps"), _step_count, value=None, width=7),
        column("facilitator_note", N_("Note for the facilitator"), width=30),
    )


def _phase_end(sight: Sight, phase: Any) -> str:
    from journeys.model.time import periods

    return str(periods(sight.document)[phase.id][1]).replace("-", "−")


def _period(sight: Sight, phase: Any) -> str:
    from journeys.model.time import periods
    from journeys.phrases.dates import period_said

    zero = sight.document.study.day0_date
    return period_said(periods(sight.document)[phase.id], zero, sight.say) if phase.dated else ""


def _step_count(sight: Sight, phase: Any) -> str:
    return str(len(sight.document.referring(phase.id, "step")))


def note_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "note")
    choose = partial(_chosen, "note")
    return (
        column("kind", N_("Kind"), write=choose(notes.set_kind, labels.NOTE_KINDS), width=11),
        column("text", N_("Text"), width=34),
        Column("about", N_("About"), _about, _hang, "choice", _places, width=22),
        column("status", N_("Status"), write=choose(notes.set_status, terms.NOTE_STATUSES), width=10),
        column("owner", N_("Owner"), width=14),
        column("due", N_("Due")),
        column("answered_by", N_("Answered by"), width=16),
        column("via", N_("Through"), width=16),
        column("addresses", N_("For which needs"), width=20, shown=False),
        column("votes", N_("Votes")),
        column("small_gesture", N_("Small gesture"), shown=False),
        column("proactive", N_("Proactive"), shown=False),
        column("evidence.status", N_("How we know"), labelled=labels.STATUSES, width=12,
               write=_status_of("note")),
        column("evidence.note", N_("How we know: note"), shown=False),
        column("evidence.sources", N_("Sources"), shown=False),
    )  # fmt: skip


def _chosen(
    _kind: Kind, verb: Callable[..., Edit], table: dict[str, str]
) -> Callable[[Sight, Sequence[str], str], Edit]:
    first = next(iter(table))
    return lambda sight, ids, text: verb(sight.document, ids, typed.choice(text, table, sight.say) or first)


def _status_of(kind: Any) -> Callable[[Sight, Sequence[str], str], Edit]:
    def write(sight: Sight, ids: Sequence[str], text: str) -> Edit:
        status: Any = typed.choice(text, labels.STATUSES, sight.say) or "assumed"
        return evidence.set_status(sight.document, kind, ids, status)

    return write


def _about(sight: Sight, note: Any) -> str:
    """What a note hangs on, as a path: "Sanne: Recognition"."""
    document, say = sight.document, sight.say
    step = document.steps.get(note.step or "")
    journey = document.journeys.get(note.journey or (step.journey if step else ""))
    persona = document.personas.get(note.persona or (journey.persona if journey else ""))
    phase = document.phases.get(note.phase or "")
    what = (step.title or say("Without a title")) if step else phase.name if phase else ""
    return ": ".join(filter(None, (persona.name if persona else "", what))) or say("Parked")


def _spots(sight: Sight) -> list[tuple[str, notes.Anchor]]:
    """Everything a note can hang on, as `_about` says it."""
    document, say = sight.document, sight.say
    people = {persona.id: persona.name for persona in document.personas.values()}
    owner = {journey.id: people[journey.persona] for journey in document.journeys.values()}
    found = [(say("Parked"), notes.PARKED), *((name, notes.Anchor(persona=id_)) for id_, name in people.items())]
    found += [
        (f"{owner[journey]}: {phase.name}", notes.Anchor(journey=journey, phase=phase.id))
        for journey in owner for phase in phases_in_order(document)
    ]  # fmt: skip
    found += [
        (f"{owner[step.journey]}: {step.title or say('Without a title')}", notes.Anchor(step=step.id))
        for step in document.steps.values()
    ]
    return found


def _places(sight: Sight) -> list[str]:
    return list(dict.fromkeys(name for name, _ in _spots(sight)))


def _hang(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    """On what it hangs already when that has this name, else on the first of that name."""
    spots = [
        (name, anchor) for name, anchor in _spots(sight) if folded(name) == folded(text.strip() or sight.say("Parked"))
    ]
    if not spots:
        raise EditError("cell.name", typed=text)

    def move(now: Document, note: str) -> Edit:
        held = notes.anchor_of(now.notes[note])
        goal = held if any(anchor == held for _, anchor in spots) else spots[0][1]
        return entities.change(now, "note", note) if goal == held else notes.move(now, note, goal)

    if len(ids) == 1:
        return move(sight.document, ids[0])
    return rows.together(sight.document, "note.move", [on(move, i) for i in ids], n=len(ids), title="")


def note_journey(document: Document, note: Any, journey: str) -> bool:
    """Notes of the journey and of its persona, and those that hang nowhere yet."""
    step = document.steps.get(note.step or "")
    held = step.journey if step else note.journey
    if note.persona is not None:
        return journey in document.journeys and bool(document.journeys[journey].persona == note.persona)
    return held is None or bool(held == journey)


def persona_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "persona")
    return (
        column("name", N_("Name"), width=18), column("tagline", N_("In a few words"), width=22),
        column("group", N_("Group"), width=14), column("quote", N_("Quote"), width=26),
        column("context", N_("Situation"), width=28), column("digital_skill", N_("Digital skill")),
        column("colour", N_("Colour"), labelled=dict(enumerate(labels.COLOURS)), width=12, shown=False),
        column("channels", N_("Channels they use"), width=20), column("privacy", N_("Privacy"), width=12),
        column("consent_until", N_("Consent until"), width=12),
        column("evidence.status", N_("How we know"), labelled=labels.STATUSES, width=12,
               write=_status_of("persona")),
        column("evidence.note", N_("How we know: note"), shown=False),
        column("evidence.sources", N_("Sources"), shown=False),
    )  # fmt: skip


def journey_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "journey")
    return (
        column("title", N_("Journey"), width=22), column("persona", N_("Persona"), width=18),
        column("variant", N_("Current or desired"), width=14), column("question", N_("Question"), width=34),
        column("based_on", N_("Based on"), width=18, shown=False),
        column("parent_step", N_("Behind which step"), width=18, shown=False),
        Column("steps", N_("Steps"), lambda sight, held: str(_steps_of(sight, held.id)), width=7),
    )  # fmt: skip


def _steps_of(sight: Sight, journey: str) -> int:
    return sum(step.journey == journey for step in sight.document.referring(journey, "step"))


def party_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "party")
    return (
        column("name", N_("Party"), width=22), column("kind", N_("Kind"), width=18),
        column("parent", N_("Part of"), width=20), column("acts_for", N_("Acts for"), width=20),
        column("colour", N_("Colour"), labelled=dict(enumerate(labels.COLOURS)), width=12),
    )  # fmt: skip


def channel_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "channel")
    return (column("name", N_("Channel"), width=22), column("icon", N_("Symbol"), width=14))


def link_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "link")
    return (
        Column("source", N_("From"), lambda sight, link: fields.name_of(sight, "step", link.source), width=24),
        Column("target", N_("To"), lambda sight, link: fields.name_of(sight, "step", link.target), width=24),
        column("label", N_("Label"), width=24), column("kind", N_("Kind"), width=12),
    )  # fmt: skip


def moment_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "moment")
    return (
        column("name", N_("Moment"), width=24),
        column("day", N_("Day"), write=_wrap(moments.move, _day), required=True),
        Column("is_day0", N_("Day 0"), lambda sight, moment: sight.say("yes") if moment.is_day0 else "", width=8),
    )


def fact_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "fact")
    return (
        column("text", N_("Fact"), width=40),
        column("status", N_("Status"), labelled=FACT_STATUSES, width=11),
        column("source_title", N_("Source"), width=22), column("source_url", N_("Address"), width=22),
        column("checked_on", N_("Checked on"), width=11), column("party", N_("Party"), width=18),
        column("from_day", N_("From day")), column("to_day", N_("To day")),
    )  # fmt: skip


FACT_STATUSES: Final = {"statutory": N_("statutory"), "usual": N_("usual"), "local": N_("local")}


def source_columns() -> tuple[Column, ...]:
    column = partial(fields.column, "source")
    return (
        column("title", N_("Source"), width=30), column("kind", N_("Kind"), width=12),
        column("on", N_("Date")), column("people", N_("People")),
        Column("cited", N_("Used by"), lambda sight, held: str(evidence.cited_by(sight.document, held.id)), width=8),
    )  # fmt: skip
