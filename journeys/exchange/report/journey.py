"""One journey in a written report: its map, presence, heartbeat, steps, connections and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.compare import beats
from journeys.analysis.spots import EMPTY
from journeys.exchange.outgoing import chain, steps_of
from journeys.exchange.report.asides import aside, line, proof, working
from journeys.exchange.report.blocks import Cell, Curve, Heading, Items, Map, Paragraph, Table, row
from journeys.model.order import by_order
from journeys.model.time import phases_in_order
from journeys.phrases.dates import day_said
from journeys.phrases.figures import curve_text
from journeys.phrases.terms import LANES, NOTES, signed
from journeys.poster.kinds.report.tales import lasting, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.findings import JourneyFindings, PhaseFinding
    from journeys.exchange.report.blocks import Block, Tone
    from journeys.exchange.report.subject import Telling
    from journeys.model.entities import Journey, Link, Note, Step

TONES: Final[dict[str, Tone]] = {"absent": "bad", "direct": "good", "commissioned": "good", "via_partner": "good"}


def journey(telling: Telling, held: Journey, found: JourneyFindings | None) -> Iterator[Block]:
    """`found`: nothing is found in a process behind a step, as it does not count in presence."""
    say, document = telling.say, telling.document
    yield Heading(2, title_of(telling.material, held, say))
    yield from _lead(telling, held)
    steps = steps_of(document, held.id)
    if steps:
        yield Map(held.id, say("Map of the journey"), say("Everything on the map is in the tables below as well."))
    if found is not None:
        yield _presence(telling, found)
        yield Paragraph(_told(telling, found))
    yield from _heartbeat(telling, held)
    if steps:
        yield Heading(3, say("Steps"))
        yield _step_table(telling, steps)
    yield from _connections(telling, held)
    yield from _notes(telling, held)
    yield from _lanes(telling, held)


def _lead(telling: Telling, held: Journey) -> Iterator[Block]:
    say, document = telling.say, telling.document
    if held.question:
        yield Paragraph(f"{say('The question')}: {held.question}")
    step = document.steps.get(held.parent_step or "")
    if step is not None and step.id not in telling.strangers:
        title = phrases.quoted(step.title or say("Without a title"), 80)
        yield Paragraph(
            say("This is the process behind the step {step}. It does not count in presence and gaps.", step=title)
        )


def _told(telling: Telling, found: JourneyFindings) -> str:
    say = telling.say
    sentences = (
        phrases.counts_sentence(found.counts, telling.document, say),
        phrases.silence_sentence(found.silence, say),
        f"{phrases.assumptions_sentence(found.assumptions, say)}.",
    )
    return " ".join(filter(None, sentences))


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


def _heartbeat(telling: Telling, held: Journey) -> Iterator[Block]:
    words = curve_text(telling.document, held.id, telling.say)
    if words:
        yield Heading(3, telling.say("Heartbeat"))
        yield Curve(tuple(_points(telling, held.id)), words)


def _points(telling: Telling, journey: str) -> Iterator[tuple[float, int]]:
    """Phases stand side by side, each as wide."""
    order = [phase.id for phase in phases_in_order(telling.document)]
    for beat in beats(telling.scene.spots.get(journey, {}), order):
        yield (order.index(beat.phase) + beat.part) / len(order), beat.emotion


def _step_table(telling: Telling, steps: list[Step]) -> Table:
    say = telling.say
    head = (say("Step"), say("Phase"), say("Contact"), say("Emotion"), say("Notes"))
    return Table("", head, tuple(_step(telling, step) for step in steps))


def _step(telling: Telling, step: Step) -> tuple[Cell, ...]:
    say, document = telling.say, telling.document
    known = proof(telling, step.evidence)
    star = say("Moment of truth") if step.moment_of_truth else ""
    title = step.title or say("Without a title")
    day = day_said(step.day, document.study.day0_date, say) if step.day is not None else ""
    when = (document.phases[step.phase].name, day, lasting(step.lasts, say) if step.lasts else "", step.place)
    notes = sorted((note for note in document.referring(step.id, "note") if note.step == step.id), key=by_order)
    return row(
        "\n".join(filter(None, (title, step.body, star, phrases.capital(known)))),
        "\n".join(filter(None, when)),
        "\n".join(_contacts(telling, step)),
        signed(step.emotion) if step.emotion is not None else "",
        "\n".join(line(telling, note) for note in notes),
    )


def _contacts(telling: Telling, step: Step) -> Iterator[str]:
    say, parties = telling.say, telling.document.parties
    if step.stage == "back":
        yield say("Behind the scenes")
    if told := phrases.contacts_text(telling.document, step, say):
        yield told
    for name in dict.fromkeys(parties[one.passes_on_for].name for one in step.contacts if one.passes_on_for):
        yield say("passes on for {party}", party=name)


def _connections(telling: Telling, held: Journey) -> Iterator[Block]:
    """Those that the order of the steps does not tell, and where a step does not lead on to the next."""
    document, say = telling.document, telling.say
    usual = chain(document, [held.id])
    links = {
        (link.source, link.target): link
        for link in document.links.values() if document.steps[link.source].journey == held.id
    }  # fmt: skip
    place = {step.id: number for number, step in enumerate(steps_of(document, held.id))}
    told = {
        pair: _way(telling, link) for pair, link in links.items() if pair not in usual or link.label or _kind(link)
    } | {pair: say("Nothing leads from {start} to {end}.", **_ends(telling, pair)) for pair in usual - links.keys()}
    if told:
        yield Heading(3, say("Connections"))
        yield Items(tuple(told[pair] for pair in sorted(told, key=lambda pair: (place[pair[0]], place[pair[1]]))))


def _ends(telling: Telling, pair: tuple[str, str]) -> dict[str, str]:
    steps, nameless = telling.document.steps, telling.say("Without a title")
    start, end = (phrases.quoted(steps[id_].title or nameless) for id_ in pair)
    return {"start": start, "end": end}


def _kind(link: Link) -> bool:
    return link.kind != "next"


def _way(telling: Telling, link: Link) -> str:
    say = telling.say
    ends = _ends(telling, (link.source, link.target))
    told = {
        "next": say("From {start} to {end}", **ends),
        "choice": say("Choice: from {start} to {end}", **ends),
        "back": say("Back: from {start} to {end}", **ends),
    }[link.kind]
    return f"{told}: {link.label}" if link.label else f"{told}."


def _notes(telling: Telling, held: Journey) -> Iterator[Block]:
    """What hangs on a phase of the journey, not on a step of it."""
    say, document = telling.say, telling.document
    found = [note for note in telling.material.notes.get(held.id, ()) if note.step is None]
    if found:
        yield Heading(3, say("Notes on phases"))
        head = (say("Note"), say("Kind"), say("Phase"), say("Status"))
        rows = tuple(
            row(_words(telling, note), say(NOTES[note.kind]),
                document.phases[note.phase].name if note.phase else "", working(telling, note))
            for note in found
        )  # fmt: skip
        yield Table("", head, rows)


def _words(telling: Telling, note: Note) -> str:
    return "\n".join(filter(None, (note.text or telling.say("Without words"), aside(telling, note))))


def _lanes(telling: Telling, held: Journey) -> Iterator[Block]:
    """What stands in lanes of the team's own."""
    say, document = telling.say, telling.document
    for lane in sorted(document.lanes.values(), key=by_order):
        cells = telling.material.cells.get((held.id, lane.id), ())
        if cells:
            yield Heading(3, lane.title or say(LANES["text"]))
            places = [document.steps[one.step].title if one.step else document.phases[one.phase].name for one in cells]
            rows = [row(place or say("Without a title"), one.text) for place, one in zip(places, cells, strict=True)]
            yield Table("", (say("Where"), say("Note")), tuple(rows))
