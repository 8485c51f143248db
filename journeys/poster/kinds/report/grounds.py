"""What the report rests on: sources and how much leans on them, what is proved, facts, absences on purpose, words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.facts import order as fact_order
from journeys.model.time import day0
from journeys.phrases.facts import due_text, status_word, when_text
from journeys.phrases.terms import EVIDENCE
from journeys.poster.kinds.report import names
from journeys.poster.kinds.report.pieces import paragraph, section
from journeys.poster.kinds.report.setting import CELL_MUTED, CELL_STRONG
from journeys.poster.kinds.report.summary import wanted_notes
from journeys.poster.kinds.report.table import Column, Words, cell, table
from journeys.poster.kinds.report.tales import title_of, whose
from journeys.poster.parts import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.model.entities import Fact, Journey, Source, Stance
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.kinds.report.table import Row


WORST: Final = -2
"""The lowest emotion there is."""


def absences(material: Material, setting: Setting) -> Iterator[Piece]:
    """Phases in which the team calls absence right, and why."""
    say = setting.say
    scope = phrases.the_scope(material.document, None, say)
    if not material.stances:
        yield from paragraph(say("The team has not called any absence right."), setting, language=say.language)
        return
    yield from paragraph(say("Here the team finds it right that {scope} is not there.", scope=scope), setting,
                         language=say.language)  # fmt: skip
    columns = (
        Column(say("Phase"), 2), Column(say("Persona"), 2), Column(say("Reason"), 5),
        Column(say("Said by"), 1.6, optional=True), Column(say("Date"), 1.7, optional=True),
    )  # fmt: skip
    yield from table("absences", columns, [_absence(material, one, setting) for one in material.stances], setting)


def _absence(material: Material, one: Stance, setting: Setting) -> Row:
    say = setting.say
    return (
        cell(material.document.phases[one.phase].name, style=CELL_STRONG),
        cell(whose(material, one.journey, say)),
        cell(one.reason or Words(say("no reason was noted"), CELL_MUTED, say.language)),
        cell(one.by), cell(dates.in_words(one.on, say) if one.on else ""),
    )  # fmt: skip


def sources(material: Material, setting: Setting) -> Iterator[Piece]:
    """The numbered list that the marks [1] in the tables point at, and how much is proved."""
    say = setting.say
    if material.sources:
        columns = (
            Column(say("No."), 0.5), Column(say("Source"), 4.5), Column(say("Date"), 2, optional=True),
            Column(say("People"), 1, optional=True), Column(say("Supports"), 2.5),
        )  # fmt: skip
        leaning = _leaning(material)
        rows = [_source(number, one, leaning, setting) for number, one in enumerate(material.sources.values(), 1)]
        yield from table("sources", columns, rows, setting)
    else:
        words = say("No source was noted: what is in this report has yet to be checked.")
        yield from paragraph(words, setting, language=say.language)
    if material.assumptions.steps:
        yield section(say("How much is proved"), setting)
        yield from _proved(material, setting)
        yield from _to_check(material, setting)


def _leaning(material: Material) -> dict[str, Counter[str]]:
    """Source → how many steps, notes and personas name it."""
    found: dict[str, Counter[str]] = {source: Counter() for source in material.sources}
    document = material.document
    for kind, table_ in (("step", document.steps), ("note", document.notes), ("persona", document.personas)):
        for one in table_.values():
            for source in one.evidence.sources:
                found[source][kind] += 1
    return found


def _source(number: int, one: Source, leaning: dict[str, Counter[str]], setting: Setting) -> Row:
    say = setting.say
    kind = say(names.SOURCE_KINDS[one.kind])
    counted = [phrases.count_of(what, n, say) for what, n in leaning[one.id].items()]
    return (
        cell(Words(f"[{number}]")),
        cell(one.title or kind, Words(kind.lower() if one.title else "", CELL_MUTED, say.language)),
        cell(Words(dates.in_words(one.on, say) if one.on else "", language=say.language)),
        cell(str(one.people) if one.people else ""),
        cell(Words(phrases.joined(counted, say) or say("nothing yet"), language=say.language)),
    )


def _proved(material: Material, setting: Setting) -> Iterator[Piece]:
    """Per journey, how many steps were observed, are assumed and are proposed."""
    say = setting.say
    columns = (
        Column(say("Journey"), 4), Column(say("Steps"), 1),
        *(Column(phrases.capital(say(word)), 1.2) for word in EVIDENCE.values()),
    )  # fmt: skip
    rows = []
    for journey in material.journeys:
        spots = material.spots.get(journey.id, {}).values()
        found = Counter(step.evidence.status for spot in spots for step in (*spot.front, *spot.back))
        counts = (found.total(), found["observed"], found["assumed"], found["proposed"])
        rows.append((cell(title_of(material, journey, say)), *(cell(str(count)) for count in counts)))
    yield from table("proved", columns, rows, setting)


def _to_check(material: Material, setting: Setting) -> Iterator[Piece]:
    """Assumptions on which most depends: moments of truth, steps that hurt, and steps in a gap."""
    say = setting.say
    rows = [row for journey in material.journeys for row in _doubts(material, journey, setting)]
    if rows:
        yield section(say("Assumptions to check first"), setting)
        columns = (
            Column(say("Step"), 4), Column(say("Phase"), 2.5), Column(say("Why"), 2.5), Column(say("Persona"), 3),
        )  # fmt: skip
        yield from table("doubts", columns, rows, setting)


def _doubts(material: Material, journey: Journey, setting: Setting) -> Iterator[Row]:
    """The assumed steps of a journey about which it matters most to be sure."""
    say = setting.say
    for phase in material.phases:
        gap = material.numbers.get((journey.id, phase.id))
        for step in material.steps(journey.id, phase.id):
            why = [
                say("moment of truth") if step.moment_of_truth else "",
                phrases.emotion_word(step.emotion, say) if step.emotion == WORST else "",
                say("gap {n}", n=gap) if gap else "",
            ]
            if step.evidence.status == "assumed" and any(why):
                told = Words(", ".join(filter(None, why)), language=say.language)
                title = step.title or say("Without a title")
                yield cell(title), cell(phase.name), cell(told), cell(whose(material, journey.id, say))


def facts(material: Material, setting: Setting) -> Iterator[Piece]:
    """What is known of the life event, with where it was found and when that was checked."""
    say, document = setting.say, material.document
    found = sorted(document.facts.values(), key=lambda fact: fact_order(document, fact))
    yield from paragraph(say("What it says about laws and terms is not legal advice."), setting, language=say.language)
    columns = (Column(say("Fact"), 4.6), Column(say("Status and time"), 2), Column(say("Source"), 4))
    yield from table("facts", columns, [_fact(material, fact, setting) for fact in found], setting)


def _fact(material: Material, fact: Fact, setting: Setting) -> Row:
    say = setting.say
    due = due_text(material.document, fact.due, say) if fact.due else ""
    checked = say("checked on {date}", date=dates.in_words(fact.checked_on, say)) if fact.checked_on else ""
    return (
        cell(fact.text, Words(due, CELL_MUTED, say.language)),
        cell(Words(status_word(fact, say), language=say.language),
             Words(when_text(fact, say, material.document.study.day0_date), CELL_MUTED, say.language)),
        cell(fact.source_title or Words(say("no source noted"), CELL_MUTED, say.language),
             Words(fact.source_url, CELL_MUTED), Words(checked, CELL_MUTED, say.language)),
    )  # fmt: skip


def glossary(material: Material, setting: Setting) -> Iterator[Piece]:
    """The words that this report uses, explained shortly."""
    say = setting.say
    scope, moment = phrases.the_scope(material.document, None, say), day0(material.document).name
    used = _used(material)
    rows = [
        (cell(Words(phrases.capital(say(word)), CELL_STRONG, say.language)),
         cell(Words(phrases.capital(say(meaning, scope=scope, moment=moment)), language=say.language)))
        for code, word, meaning in names.GLOSSARY if code in used
    ]  # fmt: skip
    rows.sort(key=lambda row: row[0].words[0].text.casefold())
    yield from table("glossary", (Column(say("Word"), 2), Column(say("What it means"), 6)), rows, setting)


def _used(material: Material) -> set[str]:
    """The codes of the words that stand in the report."""
    held = [
        step for journey in material.journeys for spot in material.spots.get(journey.id, {}).values()
        for step in (*spot.front, *spot.back)
    ]  # fmt: skip
    notes = [note for some in wanted_notes(material) for note in some]
    found = {"day0", "presence", *(note.kind for note in notes), *(step.evidence.status for step in held)}
    conditions: dict[str, object] = {
        "phase": material.phases, "step": held, "persona": material.journeys, "gap": material.gaps,
        "severity": material.gaps, "silence": held and [one for one in material.findings.values() if one.silence.days],
        "heartbeat": [step for step in held if step.emotion is not None], "deliberate": material.stances,
        "moment_of_truth": [step for step in held if step.moment_of_truth],
        "backstage": [step for step in held if step.stage == "back"],
        "small_gesture": [note for note in notes if note.small_gesture],
        "proactive": [note for note in notes if note.proactive],
    }  # fmt: skip
    return found | {code for code, some in conditions.items() if some}
