"""The columns of the list of steps, which are the rows of a journey's overview too."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.panels import labels
from app.table import fields, judged, typed
from app.table.cells import Column, Sight, join_names, join_notes, split_names, split_notes
from journeys.edits import contacts, entities, evidence, lanes, links, phases, rows, steps
from journeys.edits.notes import Anchor
from journeys.errors import EditError
from journeys.i18n import LANGUAGES, N_, words
from journeys.phrases import judgements as said
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.edits.edit import Edit
    from journeys.model.entities import Lane, NoteKind, Step

STATUS_LABELS: Final = labels.STATUSES
JUDGED: Final = {**said.RATINGS, **said.VALUES, **said.STRATEGIES, **said.STAGE_PARTS}
"""Judgements from −2 to +2; hidden until they are chosen."""


def columns() -> tuple[Column, ...]:
    """Every column of a step, in the order in which they stand at first."""
    field = partial(fields.column, "step")
    return (
        Column("number", N_("Place in the story"), _number, _renumber, width=6, shown=False),
        Column("persona", N_("Persona"), _persona, width=14, shown=False),
        Column("journey", N_("Journey"), _journey, width=16, shown=False),
        Column("phase", N_("Phase"), _phase, _to_phase, "choice", _phases, width=14, required=True),
        Column("title", N_("Step"), lambda _, step: step.title, _rename, width=22, tall=2),
        fields.feeling("emotion", N_("Feeling"), lambda step: step.emotion, _feel),
        Column("party", N_("Who they meet"), partial(_contacts, "party"), partial(_meet, "party"), "names", _parties,
               width=18),
        Column("channel", N_("Channel"), partial(_contacts, "channel"), partial(_meet, "channel"), "names",
               lambda sight: [name for name, _ in fields.named(sight, "channel")], width=12),
        Column("nobody", N_("Nobody"), _nobody, _set_nobody, "check", None, lambda step: step.nobody, width=9,
               shown=False),
        _notes("need", N_("Needs")), _notes("pain", N_("Pain points")), _notes("opportunity", N_("Opportunities")),
        field("body", N_("What happens"), tall=4),
        field("moment_of_truth", N_("Moment of truth")),
        field("day", N_("Day")), field("lasts", N_("How long")), field("place", N_("Where")),
        _notes("question", N_("Questions"), shown=False), _notes("idea", N_("Ideas"), shown=False),
        _notes("quote", N_("Quotes"), shown=False), _notes("remark", N_("Remarks"), shown=False),
        Column("passes_on_for", N_("Passes on something from"), partial(_contacts, "passes_on_for"),
               partial(_meet, "passes_on_for"), "names",
               lambda sight: [name for name, _ in fields.named(sight, "party")], width=16, shown=False),
        Column("next", N_("Leads to"), _followers, _lead, "names", _titles, width=18),
        field("stage", N_("Stage"), write=_to_stage),
        field("evidence.status", N_("How we know"), labelled=STATUS_LABELS, write=_to_status, width=12),
        field("evidence.note", N_("How we know: note"), write=_explain, shown=False),
        field("evidence.sources", N_("Sources"), shown=False),
        field("based_on", N_("Based on"), shown=False),
        field("judgement.waiting", N_("Waiting time"), shown=False),
        *(field(f"judgement.{name}", heading, shown=False) for name, heading in JUDGED.items()),
        field("judgement.value_reason", N_("Why this has value"), shown=False),
        *judged.columns(),
    )  # fmt: skip


def overview(sight: Sight) -> tuple[Column, ...]:
    """The rows of a journey's overview: as the lanes of the map, then the lanes of the team's own."""
    known = {column.code: column for column in columns()}
    order = (
        "title", "body", "emotion", "moment_of_truth", "party", "channel", "nobody", "need", "question", "pain",
        "quote", "opportunity", "idea", "remark",
    )  # fmt: skip
    last = ("day", "lasts", "place", "evidence.status")
    behind = Column(
        "behind", N_("Behind the scenes"), _behind, _write_behind, "notes", tall=2, of_phase=_behind_phase,
    )  # fmt: skip
    own = [lane for lane in lanes.in_order(sight.document) if lane.kind == "text"]
    band = replace(known["phase"], of_phase=_phase_name, to_phase=_rename_phase)
    return (
        band, *(known[code] for code in order), behind, *(_lane(lane) for lane in own), *(known[code] for code in last),
    )  # fmt: skip


# Reading


def _number(sight: Sight, step: Step) -> str:
    ordered = rows.reading_order(sight.document, step.journey)
    return str(next(number for number, other in enumerate(ordered, 1) if other.id == step.id))


def _persona(sight: Sight, step: Step) -> str:
    return sight.document.personas[sight.document.journeys[step.journey].persona].name


def _journey(sight: Sight, step: Step) -> str:
    return sight.document.journeys[step.journey].title


def _phase(sight: Sight, step: Step) -> str:
    return sight.document.phases[step.phase].name


def _phase_name(sight: Sight, journey: str, phase: str) -> str:
    del journey
    return sight.document.phases[phase].name


def _rename_phase(sight: Sight, journey: str, phase: str, text: str) -> Edit:
    del journey
    return phases.rename(sight.document, phase, typed.line(text, required=True))


def _followers(sight: Sight, step: Step) -> str:
    links = sight.document.referring(step.id, "link")
    return join_names([_called(sight, sight.document.steps[link.target]) for link in links if link.source == step.id])


def _called(sight: Sight, step: Step) -> str:
    return step.title or sight.say("Without a title")


def _titles(sight: Sight) -> list[str]:
    """What a step can lead to."""
    if sight.journey is None:
        return []
    return list(dict.fromkeys(_called(sight, step) for step in rows.reading_order(sight.document, sight.journey)))


def _nobody(sight: Sight, step: Step) -> str:
    return sight.say("yes") if step.nobody else ""


def _contacts(part: rows.Part, sight: Sight, step: Step) -> str:
    if part == "party" and step.nobody:
        return sight.say("Nobody")
    kind: Any = "channel" if part == "channel" else "party"
    return join_names([fields.name_of(sight, kind, getattr(contact, part)) for contact in step.contacts])


def _parties(sight: Sight) -> list[str]:
    return [sight.say("Nobody"), *(name for name, _ in fields.named(sight, "party"))]


def _phases(sight: Sight) -> list[str]:
    from journeys.model.time import phases_in_order

    return [phase.name for phase in phases_in_order(sight.document)]


# Writing


def _renumber(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    document = sight.document
    ordered = rows.reading_order(document, document.steps[ids[0]].journey)
    wanted = typed.number(text, 1, len(ordered))
    if wanted is None:
        raise EditError("cell.number", typed=text, least=1, most=len(ordered))
    now = next(number for number, step in enumerate(ordered, 1) if step.id == ids[0])
    return rows.put_beside(document, ids, ordered[wanted - 1].id, after=wanted > now)


def _rename(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    title = typed.line(text)
    if len(ids) == 1:
        return steps.rename(sight.document, ids[0], title)
    return entities.change(sight.document, "step", ids, title=title)


def _feel(emotion: int | None, sight: Sight, ids: Sequence[str]) -> Edit:
    return steps.set_emotion(sight.document, ids, emotion)


def _to_phase(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    known = [(phase.name, phase.id) for phase in sight.document.phases.values()]
    phase = typed.name(text, known)
    if phase is None:
        raise EditError("cell.name", typed=text)
    held = [sight.document.steps[id_] for id_ in ids]
    moving = {
        step.journey: [s.id for s in held if (s.journey, s.phase != phase) == (step.journey, True)] for step in held
    }
    verbs = [partial(steps.move_to_phase, steps=mine, phase=phase) for mine in moving.values()]
    if len(verbs) == 1:
        return verbs[0](sight.document)
    name = sight.document.phases[phase].name
    return rows.together(sight.document, "step.move", verbs, n=len(ids), phase=name, title=held[0].title)


def _to_stage(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    stage = typed.choice(text, labels.STAGES, sight.say) or "front"
    return steps.set_stage(sight.document, ids, "back" if stage == "back" else "front")


def _lead(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    """Connect with these steps and no others; a number stands for the step with that place in the story."""
    verbs: list[rows.Verb] = []
    for id_ in ids:
        step = sight.document.steps[id_]
        ordered = rows.reading_order(sight.document, step.journey)
        held = {link.target: link.id for link in sight.document.referring(id_, "link") if link.source == id_}
        wanted = [_goal(sight, ordered, step, held, name) for name in split_names(text) if name]
        gone = [link for target, link in held.items() if target not in wanted]
        if gone:
            verbs.append(partial(links.disconnect, links=gone))
        verbs += [partial(links.connect, source=id_, target=goal) for goal in wanted if goal not in held]
    return verbs[0](sight.document) if len(verbs) == 1 else rows.together(sight.document, "link.change", verbs)


def _goal(sight: Sight, ordered: Sequence[Step], step: Step, held: Mapping[str, str], name: str) -> str:
    """The step of this name: the one that it leads to now, else the next one in the story, else any."""
    named = [each for each in ordered if folded(_called(sight, each)) == folded(name)]
    if not named and name.isdigit() and 0 < int(name) <= len(ordered):
        return ordered[int(name) - 1].id
    named = named or [each for each in ordered if folded(each.title).startswith(folded(name))]
    if not named:
        raise EditError("cell.name", typed=name)
    here = ordered.index(step)
    return min(named, key=lambda each: (each.id not in held, ordered.index(each) <= here, ordered.index(each))).id


def _to_status(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    status: Any = typed.choice(text, STATUS_LABELS, sight.say) or "assumed"
    return evidence.set_status(sight.document, "step", ids, status)


def _explain(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    from journeys.text import BODY_MAX

    return evidence.set_note(sight.document, "step", ids, typed.line(text, BODY_MAX, multiline=True))


def _set_nobody(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    return contacts.set_nobody(sight.document, ids, nobody=typed.flag(text))


def _meet(part: rows.Part, sight: Sight, ids: Sequence[str], text: str) -> Edit:
    if part == "party" and folded(text.strip()) in {folded(words(language)("Nobody")) for language in LANGUAGES}:
        return contacts.set_nobody(sight.document, ids, nobody=True)
    names = [typed.line(name) for name in split_names(text)]
    if part == "passes_on_for":
        known = fields.named(sight, "party")
        names = [fields.name_of(sight, "party", typed.name(name, known)) for name in names]
    return rows.write_contacts(sight.document, ids, part, names)


# Notes, and what stands behind the scenes


def _notes(kind: NoteKind, heading: str, *, shown: bool = True) -> Column:
    def read(sight: Sight, step: Step) -> str:
        return join_notes([note.text for note in rows.noted(sight.document, Anchor(step=step.id), kind)])

    def write(sight: Sight, ids: Sequence[str], text: str) -> Edit:
        lines = _fitting(text)
        verbs = [partial(rows.write_notes, anchor=Anchor(step=id_), kind=kind, texts=lines) for id_ in ids]
        if len(verbs) == 1:
            return verbs[0](sight.document)
        return rows.together(sight.document, "table.write", verbs)

    def of_phase(sight: Sight, journey: str, phase: str) -> str:
        anchor = Anchor(journey=journey, phase=phase)
        return join_notes([note.text for note in rows.noted(sight.document, anchor, kind)])

    def to_phase(sight: Sight, journey: str, phase: str, text: str) -> Edit:
        return rows.write_notes(sight.document, Anchor(journey=journey, phase=phase), kind, _fitting(text))

    return Column(
        kind, heading, read, write, "notes", width=20, tall=3, shown=shown, of_phase=of_phase, to_phase=to_phase
    )


def _fitting(text: str) -> list[str]:
    from journeys.text import BODY_MAX

    return [typed.line(note, BODY_MAX, multiline=True) for note in split_notes(text)]


def _behind(sight: Sight, step: Step) -> str:
    return "\n".join(each.title for each in rows.behind(sight.document, step))


def _behind_phase(sight: Sight, journey: str, phase: str) -> str:
    """What stands behind the scenes where the person is in no step."""
    mine = [step for step in sight.document.referring(phase, "step") if step.journey == journey]
    front = {step.column for step in mine if step.stage == "front"}
    loose = [step for step in mine if step.stage == "back" and step.column not in front]
    return "\n".join(step.title for step in sorted(loose, key=lambda step: (step.column, step.track)))


def _write_behind(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    titles = [typed.line(title) for title in text.split("\n") if title.strip()]
    verbs = [partial(rows.write_backstage, front=id_, titles=titles) for id_ in ids]
    return verbs[0](sight.document) if len(verbs) == 1 else rows.together(sight.document, "table.write", verbs)


def _lane(lane: Lane) -> Column:
    """A lane of the team's own, with text per step or phase."""

    def text(sight: Sight, journey: str, phase: str, step: str | None) -> str:
        cells = sight.document.referring(lane.id, "cell")
        wanted = (journey, phase, step)
        return next((cell.text for cell in cells if (cell.journey, cell.phase, cell.step) == wanted), "")

    def write(sight: Sight, ids: Sequence[str], typed_text: str) -> Edit:
        held = [sight.document.steps[id_] for id_ in ids]
        verbs = [
            partial(lanes.write_cell, lane=lane.id, journey=s.journey, phase=s.phase, text=typed_text, step=s.id)
            for s in held
        ]
        return verbs[0](sight.document) if len(verbs) == 1 else rows.together(sight.document, "table.write", verbs)

    return Column(
        f"lane.{lane.id}", lane.title or N_("Notes"),
        lambda sight, step: text(sight, step.journey, step.phase, step.id),
        write, "text", width=20, tall=3, of_phase=lambda sight, journey, phase: text(sight, journey, phase, None),
        to_phase=lambda sight, journey, phase, typed_text: lanes.write_cell(
            sight.document, lane.id, journey, phase, typed_text
        ),
    )  # fmt: skip
