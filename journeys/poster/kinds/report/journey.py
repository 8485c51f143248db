"""A chapter about one journey: the person, the picture, every step, and what people need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import phrases
from journeys.layout.heads import own_colour
from journeys.model.entities import Step
from journeys.model.order import by_order
from journeys.phrases import terms
from journeys.phrases.dates import day_said, period_said
from journeys.poster.kinds.report import figure, signs
from journeys.poster.kinds.report.flow import FIRM
from journeys.poster.kinds.report.person import person
from journeys.poster.kinds.report.pieces import fit, paragraph, section, whole
from journeys.poster.kinds.report.setting import BODY, CELL_MUTED, CELL_STRONG, NOTE, STRONG
from journeys.poster.kinds.report.table import Band, Column, Words, cell, table
from journeys.poster.kinds.report.tales import lasting, place_of, proof

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.model.entities import Cell, Journey, Lane, Note, Phase
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.kinds.report.table import Row, Sign

TOLD = ("need", "question", "pain", "quote", "remark")
"""Kinds of notes that stand with their journey; opportunities and ideas have a chapter of their own."""


def journey(material: Material, held: Journey, setting: Setting, *, first: bool) -> Iterator[Piece]:
    """All that is known of it; `first`: of this persona in the report, who is introduced once."""
    document, say = material.document, setting.say
    findings = material.findings.get(held.id)
    yield from person(material, held, setting, first=first)
    yield from _behind(material, held, setting)
    if held.question:
        yield section(say("The question"), setting)
        yield from paragraph(held.question, setting, STRONG, gap=0.6)
    if findings is not None and findings.phases:
        yield section(say("At a glance"), setting)
        yield from _glance(material, findings, setting)
    yield section(say("Steps"), setting)
    rows = list(_steps(material, held, setting))
    if rows:
        yield from table(f"steps/{held.id}", _columns(setting), rows, setting)
    else:
        yield from paragraph(say("No step has been filled in yet."), setting, BODY, gap=1.0, language=say.language)
    yield from _notes(material, held, setting, first=first)
    for lane in sorted(document.lanes.values(), key=by_order):
        yield from _lane(material, held, lane, setting)


def _behind(material: Material, held: Journey, setting: Setting) -> Iterator[Piece]:
    """Of a process behind a step, which step that is."""
    step = material.document.steps.get(held.parent_step or "")
    if step is not None:
        title = phrases.quoted(step.title or setting.say("Without a title"), 80)
        words = setting.say("This is the process behind the step {step}. It does not count in presence and gaps.",
                            step=title)  # fmt: skip
        yield from paragraph(words, setting, BODY, language=setting.say.language)


def _glance(material: Material, findings: JourneyFindings, setting: Setting) -> Iterator[Piece]:
    """The picture, and what is found in it."""
    say = setting.say
    made = figure.picture(material, findings, setting)
    words = figure.alt(material, findings, setting)
    yield fit(lambda setting: _picture(material, findings, words, setting), setting)
    told = say("Above: the phases, with presence and heartbeat per step. Below: the same phases, true to time.")
    if made.numbered:
        told = f"{told} {say('The numbers on top are those of the phases under “Steps”.')}"
    if made.averaged:
        average = say("The line is the average of steps that lie close together; the bars show how far those differ.")
        told = f"{told} {average}"
    yield from paragraph(told, setting, NOTE, gap=1.0, language=say.language)
    if not findings.assumptions.steps:
        return
    sentences = [
        phrases.counts_sentence(findings.counts, material.document, say),
        phrases.silence_sentence(findings.silence, say),
        figure.feelings(material, findings, setting),
        f"{phrases.assumptions_sentence(findings.assumptions, say)}.",
    ]
    yield from paragraph(" ".join(filter(None, sentences)), setting, BODY, language=say.language)


def _picture(material: Material, findings: JourneyFindings, words: str, setting: Setting) -> Piece:
    made = figure.picture(material, findings, setting)
    return whole(made.elements, made.height, setting, gap=3.0, alt=words, after=FIRM)


def _columns(setting: Setting) -> Sequence[Column]:
    say = setting.say
    return (
        Column(say("Step"), 4.8), Column(say("Place"), 1.5, optional=True),
        Column(say("Contact & channel"), 2.7), Column(say("Emotion"), 2.2), Column(say("How we know"), 1.9),
    )  # fmt: skip


def _steps(material: Material, held: Journey, setting: Setting) -> Iterator[Row | Band]:
    """Every phase with its steps; of a phase without steps, that it has none."""
    findings = material.findings.get(held.id)
    levels = findings.levels if findings else {}
    if not any(material.steps(held.id, phase.id) for phase in material.phases):
        return
    for number, phase in enumerate(material.phases, 1):
        steps = material.steps(held.id, phase.id)
        if steps or findings is not None:
            yield _phase(material, held, phase, number, levels.get(phase.id), setting)
        for step in steps:
            yield _step(material, step, setting)


def _phase(
    material: Material, held: Journey, phase: Phase, number: int, level: str | None, setting: Setting
) -> Band:  # fmt: skip
    """Number, name and period; the presence beside it, with the number of the gap."""
    say = setting.say
    period = period_said(material.periods[phase.id], material.document.study.day0_date, say) if phase.dated else ""
    title = f"{number}  {phase.name}"
    again = say("{phase} (continued)", phase=title)
    if level is None:
        return Band(f"{title} · {period}" if period else title, again=again)
    gap = material.numbers.get((held.id, phase.id))
    word = phrases.level_word(level, say)  # type: ignore[arg-type]  # it is one of the levels
    said = say("{level}: gap {n}", level=word, n=gap) if gap else word
    sign = signs.level(level, own_colour(material.document), setting.scale)
    return Band(f"{title} · {period}" if period else title, said, sign, again)


def _step(material: Material, step: Step, setting: Setting) -> Row:
    say, scale = setting.say, setting.scale
    star = signs.mark("star", "moment", scale) if step.moment_of_truth else None
    contacts = phrases.contacts_text(material.document, step, say)
    feeling, face = "", None
    if step.emotion is not None:
        feeling, face = phrases.emotion_word(step.emotion, say), signs.face(step.emotion, scale)
    return (
        cell(Words(step.title or say("Without a title"), CELL_STRONG), Words(step.body),
             Words(_aside(material, step, setting), CELL_MUTED, say.language), sign=star),
        cell(step.place),
        cell(*(contacts.split(", ") if contacts and not step.nobody else
               (Words(contacts or "–", language=say.language),)), *_passed_on(material, step, setting)),
        cell(Words(feeling or "–", language=say.language), sign=face),
        cell(Words(proof(material, step.evidence, say), language=say.language), Words(step.evidence.note, CELL_MUTED)),
    )  # fmt: skip


def _passed_on(material: Material, step: Step, setting: Setting) -> Iterator[Words]:
    """For whom the parties met hand something over."""
    parties = material.document.parties
    for name in dict.fromkeys(parties[one.passes_on_for].name for one in step.contacts if one.passes_on_for):
        yield Words(setting.say("passes on for {party}", party=name), CELL_MUTED)


def _aside(material: Material, step: Step, setting: Setting) -> str:
    """When, how long, and what kind of step, in small."""
    say = setting.say
    parts = [
        day_said(step.day, material.document.study.day0_date, say) if step.day is not None else "",
        lasting(step.lasts, say) if step.lasts else "",
        say("moment of truth") if step.moment_of_truth else "",
        say("behind the scenes") if step.stage == "back" else "",
        *(_onward(material, link.label, link.target, setting) for link in material.labelled.get(step.id, ())),
    ]
    return " · ".join(part for part in parts if part)


def _onward(material: Material, label: str, target: str, setting: Setting) -> str:
    title = material.document.steps[target].title or setting.say("Without a title")
    return setting.say("{label}: on to {step}", label=label, step=phrases.quoted(title, 40))


def _notes(material: Material, held: Journey, setting: Setting, *, first: bool) -> Iterator[Piece]:
    """What people need and what hurts, with what was said; the persona's own notes once."""
    say = setting.say
    found = [*(material.notes.get(held.persona, []) if first else []), *material.notes.get(held.id, [])]
    told = sorted((note for note in found if note.kind in TOLD), key=lambda note: TOLD.index(note.kind))
    if material.request.notes is not None and not told:
        return
    yield section(say("Needs, pain points and quotes"), setting)
    if not told:
        yield from paragraph(say("No need, question or pain point was noted here."), setting, gap=1.0,
                             language=say.language)  # fmt: skip
        return
    columns = (
        Column(say("Kind"), 1.7), Column(say("Note"), 4.6), Column(say("With"), 2.2), Column(say("Status"), 1.8),
        Column(say("How we know"), 1.8),
    )  # fmt: skip
    yield from table(f"notes/{held.id}", columns, [_note(material, note, setting) for note in told], setting)


def _note(material: Material, note: Note, setting: Setting) -> Row:
    say = setting.say
    told = note.text or say("Without words")
    said = phrases.as_said(told, say) if note.kind == "quote" else told
    votes = say.many("{n} vote", "{n} votes", note.votes) if note.votes else ""
    return (
        cell(Words(say(terms.NOTES[note.kind]), language=say.language), sign=note_sign(note, setting)),
        cell(said, Words(votes, CELL_MUTED, say.language)),
        cell(place_of(material, note, say)),
        cell(Words(_answer(material, note, setting), language=say.language)),
        cell(Words(proof(material, note.evidence, say), language=say.language), Words(note.evidence.note, CELL_MUTED)),
    )


def note_sign(note: Note, setting: Setting) -> Sign:
    """A small square in the colour of this kind of note, with an edge."""
    return signs.mark("square", f"{note.kind}.mark", setting.scale)


def _answer(material: Material, note: Note, setting: Setting) -> str:
    """Who answers it, else how far it is; nothing for what needs no answer."""
    say = setting.say
    if note.answered_by is not None:
        return say("answered by {party}", party=material.document.parties[note.answered_by].name)
    if note.kind in {"quote", "remark"} and note.status == "open":
        return ""
    return say(terms.NOTE_STATUSES[note.status])


def _lane(material: Material, held: Journey, lane: Lane, setting: Setting) -> Iterator[Piece]:
    """What stands in a row of the team's own."""
    wanted = material.request.lanes
    cells = sorted(material.cells.get((held.id, lane.id), ()), key=lambda one: _place(material, one))
    if not cells or not (lane.shown if wanted is None else lane.id in wanted):
        return
    say, document = setting.say, material.document
    yield section(lane.title or say(terms.LANES["text"]), setting)
    named = [document.steps[one.step] if one.step else document.phases[one.phase] for one in cells]
    places = [(held.title or say("Without a title")) if isinstance(held, Step) else held.name for held in named]
    rows = [(cell(place), cell(one.text)) for place, one in zip(places, cells, strict=True)]
    yield from table(f"lane/{held.id}/{lane.id}", (Column(say("With"), 2), Column(say("Note"), 5)), rows, setting)


def _place(material: Material, one: Cell) -> tuple[int, int, int, str]:
    step = material.document.steps.get(one.step or "")
    return (material.order[one.phase], step.column if step else -1, step.track if step else 0, one.id)
