"""What asks for work: gaps, findings, the action list, and notes that hang nowhere yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import phrases
from journeys.analysis import lenses
from journeys.analysis.notelist import ACTIONS, STATUS_ORDER, is_overdue
from journeys.exchange.report.asides import aside, working
from journeys.exchange.report.blocks import Cell, Heading, Items, Paragraph, Table, row
from journeys.phrases import lenses as said
from journeys.phrases.terms import NOTE_STATUSES, NOTES
from journeys.poster.kinds.report.summary import wanted_notes
from journeys.poster.kinds.report.tales import place_of, whose
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Finding
    from journeys.analysis.gaps import Gap
    from journeys.exchange.report.blocks import Block
    from journeys.exchange.report.subject import Telling
    from journeys.model.entities import Note


def gaps(telling: Telling, found: Sequence[Gap]) -> Iterator[Block]:
    """The most severe first."""
    say = telling.say
    if found:
        yield Heading(2, say("Gaps"))
        yield Paragraph(say("The most severe first. The weights are a judgement of the makers of Levensreis, not the "
                            "outcome of research."), "muted")  # fmt: skip
    for number, gap in enumerate(sorted(found, key=lambda gap: -gap.severity), 1):
        yield from _gap(telling, number, gap)


def _gap(telling: Telling, number: int, gap: Gap) -> Iterator[Block]:
    say, document = telling.say, telling.document
    degree = phrases.degree_word(gap.severity, say)
    phase = document.phases[gap.phase].name
    title = say("{number}. {phase}: severity {severity} ({degree})", number=number, phase=phase,
                severity=gap.severity, degree=degree)  # fmt: skip
    yield Heading(3, f"{title} · {whose(telling.material, gap.journey, say)}")
    yield Paragraph(phrases.gap_text(gap, document, say))
    if can := phrases.opportunity(gap, document, say):
        yield Paragraph(can)
    yield Items(tuple(
        f"{phrases.capital(phrases.reason_text(reason, gap, say))}: {phrases.points_text(reason, say)}"
        for reason in gap.reasons if reason.points
    ))  # fmt: skip


def findings(telling: Telling) -> Iterator[Block]:
    """What the lenses found in the journeys of the report and in the study as a whole, lens by lens."""
    say, document = telling.say, telling.document
    heard = lenses.findings(telling.scene)
    wanted = [one for one in heard.findings if _ours(telling, one)]
    muted = [(one, mute) for one, mute in heard.muted if _ours(telling, one)]
    if wanted or muted:
        yield Heading(2, say("Findings"))
    for lens in said.NAMES:
        some = [one for one in wanted if one.lens == lens]
        if some:
            yield Heading(3, say(said.NAMES[lens]))
            head = (say("Finding"), say("Where"), say("What we see"), say("What it means"))
            yield Table("", head, tuple(_finding(telling, one) for one in some))
    for one, mute in muted:
        title = said.finding_title(one, say)
        place = said.place_text(one, document, say)
        named = f"{title} ({place})" if place else title
        yield Paragraph(say("Muted: {title}. Reason: {reason}", title=named, reason=mute.reason), "muted")


def _finding(telling: Telling, one: Finding) -> tuple[Cell, ...]:
    say, document = telling.say, telling.document
    return row(
        f"{said.finding_title(one, say)} ({say(said.GRADES[one.grade])})",
        said.place_text(one, document, say),
        said.finding_text(one, document, say),
        said.finding_why(one, document, say),
    )


def _ours(telling: Telling, one: Finding) -> bool:
    """Whether it is about the journeys of this report; one about more may name people that have no part in it."""
    if one.journey is not None:
        return one.journey in telling.journeys
    named = {*one.subjects, *(id_ for number in one.numbers for id_ in number.ids), *(v for _, v in one.details)}
    return telling.strangers.isdisjoint(named)


def actions(telling: Telling) -> Iterator[Block]:
    """What somebody can take on: who, when and how far."""
    say = telling.say
    found = [note for some in wanted_notes(telling.material) for note in some if note.kind in ACTIONS]
    if not found:
        return
    found.sort(key=lambda note: (STATUS_ORDER.index(note.status), note.due is None, note.due, note.order, note.id))
    yield Heading(2, say("Action list"))
    head = (say("Opportunity or idea"), say("Owner"), say("Due"), say("Status"), say("Where"))
    yield Table(say("Opportunities and ideas"), head, tuple(_action(telling, note) for note in found))


def _action(telling: Telling, note: Note) -> tuple[Cell, ...]:
    say = telling.say
    due = in_words(note.due, say) if note.due else ""
    late = telling.on is not None and is_overdue(note, telling.on)
    return row(
        "\n".join(filter(None, (note.text or say("Without words"), aside(telling, note)))),
        note.owner or Cell(say("nobody yet"), "muted"),
        Cell(f"{due} ({say('overdue')})", "bad") if late else due,
        say(NOTE_STATUSES[note.status]),
        _where(telling, note),
    )


def _where(telling: Telling, note: Note) -> str:
    """The step, else the phase, else the person; and whose journey."""
    say = telling.say
    journey = telling.document.steps[note.step].journey if note.step is not None else note.journey
    place = place_of(telling.material, note, say)
    return f"{place}\n{whose(telling.material, journey, say)}" if journey is not None else place


def parked(telling: Telling) -> Iterator[Block]:
    """Notes about a person, and those that hang nowhere yet, but for what is in the action list."""
    say, notes = telling.say, telling.material.notes
    found = [note for key in (*telling.personas, "") for note in notes.get(key, ()) if note.kind not in ACTIONS]
    if found:
        yield Heading(2, say("Notes beside the map"))
        head = (say("Note"), say("Kind"), say("Where"), say("Status"))
        yield Table("", head, tuple(_loose(telling, note) for note in found))


def _loose(telling: Telling, note: Note) -> tuple[Cell, ...]:
    say = telling.say
    words = "\n".join(filter(None, (note.text or say("Without words"), aside(telling, note))))
    return row(words, say(NOTES[note.kind]), place_of(telling.material, note, say), working(telling, note))
