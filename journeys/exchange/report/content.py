"""What a written report tells of a study: journeys, gaps, findings, work to do and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis import lenses
from journeys.analysis.compare import beats
from journeys.analysis.facts import order as fact_order
from journeys.analysis.findings import overview_of
from journeys.analysis.notelist import ACTIONS, STATUS_ORDER
from journeys.analysis.scene import NO_DAY, scene
from journeys.analysis.spots import EMPTY, in_reading_order
from journeys.exchange.report.blocks import Cell, Curve, Heading, Items, Paragraph, Table, row
from journeys.model.order import by_order
from journeys.model.time import phases_in_order
from journeys.phrases import lenses as said
from journeys.phrases.facts import due_text, status_word, when_text
from journeys.phrases.figures import curve_text
from journeys.phrases.terms import NOTE_STATUSES, NOTES, VARIANTS, signed
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings, PhaseFinding
    from journeys.analysis.gaps import Gap
    from journeys.analysis.scene import Scene
    from journeys.exchange.report.blocks import Block, Tone
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Note, Step

TONES: Final[dict[str, Tone]] = {"absent": "bad", "direct": "good", "commissioned": "good", "via_partner": "good"}


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told, about which journeys, in which words; `on` is the date on the report, if any."""

    document: Document
    say: Words
    journeys: tuple[str, ...]
    on: dt.date | None = None
    scene: Scene = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "scene", scene(self.document, today=self.on or NO_DAY))


def report(telling: Telling) -> Iterator[Block]:
    """The whole report. Raises nothing: a study without anything in it says so."""
    say, document = telling.say, telling.document
    found = [one for one in overview_of(telling.scene).journeys if one.journey in telling.journeys]
    yield from _front(telling)
    if not found:
        yield Paragraph(say("This study has no journey yet."))
    for one in found:
        yield from _journey(telling, one)
    gaps = sorted((gap for one in found for gap in one.gaps), key=lambda gap: -gap.severity)
    if gaps:
        yield Heading(2, say("Gaps"))
        yield Paragraph(say("The most severe first. The weights are a judgement of the makers of Levensreis, not the "
                            "outcome of research."), "muted")  # fmt: skip
        for number, gap in enumerate(gaps, 1):
            yield from _gap(telling, number, gap)
    yield from _findings(telling)
    yield from _actions(telling)
    yield from _facts(document, say)


def _front(telling: Telling) -> Iterator[Block]:
    say, document = telling.say, telling.document
    study = document.study
    yield Heading(1, study.title)
    scope = document.parties.get(telling.scene.scope.party or "")
    lines = [
        study.organisation,
        say("Presence seen from: {scope}", scope=scope.name) if scope else "",
        say("Edition {n}", n=study.edition) if study.edition > 1 else "",
        in_words(telling.on, say) if telling.on else "",
    ]
    yield Paragraph("\n".join(line for line in lines if line), "muted")


def _journey(telling: Telling, found: JourneyFindings) -> Iterator[Block]:
    say, document = telling.say, telling.document
    journey = document.journeys[found.journey]
    persona = document.personas[journey.persona]
    variant = "" if journey.variant == "current" else f" ({say(VARIANTS[journey.variant])})"
    yield Heading(2, f"{persona.name} · {journey.title}{variant}")
    for text in (persona.tagline, journey.question):
        if text:
            yield Paragraph(text)
    yield _presence(telling, found)
    sentences = [
        phrases.counts_sentence(found.counts, document, say),
        phrases.silence_sentence(found.silence, say),
        f"{phrases.assumptions_sentence(found.assumptions, say)}.",
    ]
    yield Paragraph(" ".join(sentence for sentence in sentences if sentence))
    words = curve_text(document, journey.id, say)
    if words:
        yield Heading(3, say("Heartbeat"))
        yield Curve(tuple(_points(telling, journey.id)), words)
    steps = [step for phase in found.phases for step in _steps(telling, journey.id, phase.phase)]
    if steps:
        yield Heading(3, say("Steps"))
        yield _step_table(telling, steps)


def _presence(telling: Telling, found: JourneyFindings) -> Table:
    say = telling.say
    head = (say("Phase"), say("Period"), say("Presence"), say("Steps"), say("Lowest emotion"))
    return Table(say("Presence per phase"), head, tuple(_phase(telling, found, phase) for phase in found.phases))


def _phase(telling: Telling, found: JourneyFindings, place: PhaseFinding) -> tuple[Cell, ...]:
    say, document = telling.say, telling.document
    phase = document.phases[place.phase]
    front = telling.scene.spots.get(found.journey, {}).get(phase.id, EMPTY).front
    lowest = min((step.emotion for step in front if step.emotion is not None), default=None)
    level = phrases.capital(phrases.level_word(place.level, say))
    return row(
        phase.name,
        phrases.period_text((place.start, place.end), say) if phase.dated else "",
        Cell(level, TONES.get(place.level, "plain")),
        str(len(front)),
        signed(lowest) if lowest is not None else "",
    )


def _points(telling: Telling, journey: str) -> Iterator[tuple[float, int]]:
    """Phases stand side by side, each as wide."""
    order = [phase.id for phase in phases_in_order(telling.document)]
    for beat in beats(telling.scene.spots.get(journey, {}), order):
        yield (order.index(beat.phase) + beat.part) / len(order), beat.emotion


def _steps(telling: Telling, journey: str, phase: str) -> list[Step]:
    spot = telling.scene.spots.get(journey, {}).get(phase, EMPTY)
    return [*in_reading_order(spot.front), *in_reading_order(spot.back)]


def _step_table(telling: Telling, steps: Sequence[Step]) -> Table:
    say, document = telling.say, telling.document
    head = (say("Step"), say("Phase"), say("Contact"), say("Emotion"), say("Notes"))
    rows = [
        row(
            "\n".join(filter(None, (step.title or say("Without a title"), step.body))),
            document.phases[step.phase].name,
            phrases.contacts_text(document, step, say) if step.stage == "front" else say("Behind the scenes"),
            signed(step.emotion) if step.emotion is not None else "",
            "\n".join(_note(note, say) for note in _notes(document, step)),
        )
        for step in steps
    ]
    return Table("", head, tuple(rows))


def _notes(document: Document, step: Step) -> list[Note]:
    held = [note for note in document.referring(step.id, "note") if note.step == step.id]
    return sorted(held, key=by_order)


def _note(note: Note, say: Words) -> str:
    return f"{say(NOTES[note.kind])}: {note.text}"


def _gap(telling: Telling, number: int, gap: Gap) -> Iterator[Block]:
    say, document = telling.say, telling.document
    persona = document.personas[document.journeys[gap.journey].persona].name
    degree = phrases.degree_word(gap.severity, say)
    phase = document.phases[gap.phase].name
    title = say("{number}. {phase}: severity {severity} ({degree})", number=number, phase=phase,
                severity=gap.severity, degree=degree)  # fmt: skip
    yield Heading(3, f"{title} · {persona}")
    yield Paragraph(phrases.gap_text(gap, document, say))
    if can := phrases.opportunity(gap, document, say):
        yield Paragraph(can)
    yield Items(tuple(
        f"{phrases.capital(phrases.reason_text(reason, gap, say))}: {phrases.points_text(reason, say)}"
        for reason in gap.reasons if reason.points
    ))  # fmt: skip


def _findings(telling: Telling) -> Iterator[Block]:
    """What the lenses found in the journeys of the report and in the study as a whole, lens by lens."""
    say, document = telling.say, telling.document
    heard = lenses.findings(telling.scene)
    wanted = [one for one in heard.findings if one.journey is None or one.journey in telling.journeys]
    if not wanted:
        return
    yield Heading(2, say("Findings"))
    for lens in said.NAMES:
        some = [one for one in wanted if one.lens == lens]
        if some:
            head = (say("Finding"), say("Where"), say("What we see"), say("What it means"))
            rows = (
                row(
                    f"{said.finding_title(one, say)} ({say(said.GRADES[one.grade])})",
                    said.place_text(one, document, say),
                    said.finding_text(one, document, say),
                    said.finding_why(one, document, say),
                )
                for one in some
            )
            yield Heading(3, say(said.NAMES[lens]))
            yield Table("", head, tuple(rows))
    for one, mute in heard.muted:
        title = said.finding_title(one, say)
        yield Paragraph(say("Muted: {title}. Reason: {reason}", title=title, reason=mute.reason), "muted")


def _actions(telling: Telling) -> Iterator[Block]:
    say = telling.say
    found = [note for note in telling.document.notes.values() if note.kind in ACTIONS]
    if not found:
        return
    found.sort(key=lambda note: (STATUS_ORDER.index(note.status), note.due is None, note.due, note.order, note.id))
    yield Heading(2, say("Opportunities and ideas"))
    head = (say("Opportunity or idea"), say("Owner"), say("Due"), say("Status"), say("Through"))
    yield Table("", head, tuple(_action(telling, note) for note in found))


def _action(telling: Telling, note: Note) -> tuple[Cell, ...]:
    say, document = telling.say, telling.document
    return row(
        note.text or say("Without words"),
        note.owner or Cell(say("nobody yet"), "muted"),
        in_words(note.due, say) if note.due else "",
        say(NOTE_STATUSES[note.status]),
        phrases.joined([document.parties[party].name for party in note.via], say),
    )


def _facts(document: Document, say: Words) -> Iterator[Block]:
    if not document.facts:
        return
    yield Heading(2, say("Facts"))
    yield Paragraph(say("This is no legal advice: check what matters with its source."), "muted")
    head = (say("Fact"), say("When"), say("Status"), say("Source"), say("Checked on"))
    rows = [
        row(
            "\n".join(filter(None, (fact.text, due_text(document, fact.due, say) if fact.due else ""))),
            when_text(fact, say, document.study.day0_date),
            status_word(fact, say),
            "\n".join(filter(None, (fact.source_title, fact.source_url))),
            in_words(fact.checked_on, say) if fact.checked_on else "",
        )
        for fact in sorted(document.facts.values(), key=lambda fact: fact_order(document, fact))
    ]
    yield Table("", head, tuple(rows))
