"""The reports that `check` and `info` print for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from journeys import phrases, text
from journeys.analysis.evidence import assumptions
from journeys.analysis.findings import JourneyFindings, Overview
from journeys.analysis.gaps import Gap
from journeys.analysis.spots import counted_journeys
from journeys.i18n import Words
from journeys.model.document import Document
from journeys.model.entities import Journey
from journeys.model.time import periods, phases_in_order
from journeys.phrases.terms import COUNTS, VARIANTS

WIDTH = 96


def check_report(overview: Overview, document: Document, say: Words) -> str:
    """The gap report of every journey."""
    lines = [heading(overview, document, say)]
    if not overview.journeys:
        lines += ["", say("There is no journey in this study yet.")]
    for found in overview.journeys:
        lines += ["", "", *_journey(found, document, overview.scope, say)]
    return "\n".join(lines)


def heading(overview: Overview, document: Document, say: Words) -> str:
    """What the study is called, and from where it is seen."""
    scope = document.parties.get(overview.scope or "")
    seen = [] if scope is None else [say("Presence seen from: {scope}", scope=scope.name)]
    return "\n".join([_title(document), *seen])


def info_report(path: Path, document: Document, say: Words) -> str:
    """What is in a study."""
    lines = [_title(document), text.on_one_line(str(path)), ""]
    lines += [
        f"  {phrases.count_of(kind, len(document.tables[kind]), say)}"  # type: ignore[index]  # COUNTS has kinds as keys
        for kind in COUNTS
        if document.tables[kind]  # type: ignore[index]  # idem
    ]
    lines += ["", say("Phases:"), *_phases(document, say), "", say("Journeys:")]
    lines += [f"  {_name(journey, document, say)}  {journey.id}" for journey in counted_journeys(document)]
    share = phrases.assumptions_sentence(assumptions(document), say)
    return "\n".join([*lines, "", f"{share}."])


def _title(document: Document) -> str:
    study = document.study
    return f"{study.title} — {study.organisation}" if study.organisation else study.title


def _phases(document: Document, say: Words) -> list[str]:
    held = periods(document)
    return [
        f"  {phase.name}"
        + (f"  ({phrases.period_said(held[phase.id], document.study.day0_date, say)})" if phase.dated else "")
        for phase in phases_in_order(document)
    ]


def _name(journey: Journey, document: Document, say: Words) -> str:
    persona = document.personas[journey.persona].name
    return f"{persona} · {journey.title} ({say(VARIANTS[journey.variant])})"


def _journey(found: JourneyFindings, document: Document, scope: str | None, say: Words) -> Iterator[str]:
    name = _name(document.journeys[found.journey], document, say)
    yield name
    yield "─" * min(len(name), WIDTH)
    yield from _strip(found, document, scope, say)
    yield ""
    yield from _wrapped(phrases.counts_sentence(found.counts, document, say, scope), "")
    silence = phrases.silence_sentence(found.silence, say)
    if silence:
        yield silence
    yield f"{phrases.assumptions_sentence(found.assumptions, say)}."
    for number, gap in enumerate(found.gaps, 1):
        yield ""
        yield from _gap(number, gap, document, scope, say)


def _strip(found: JourneyFindings, document: Document, scope: str | None, say: Words) -> Iterator[str]:
    """A line per phase: its name, its period and how present the scope is."""
    word = phrases.scope_word(document, scope, say)
    rows = [
        (
            document.phases[phase.phase].name,
            phrases.period_said((phase.start, phase.end), document.study.day0_date, say)
            if document.phases[phase.phase].dated
            else "",
            phrases.level_label(phase.level, word, say),
        )
        for phase in found.phases
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for (name, period, level), finding in zip(rows, found.phases, strict=True):
        mark = "!" if finding.level == "absent" else " "
        yield f"{mark} {name:{widths[0]}}   {period:{widths[1]}}   {level}"


def _gap(number: int, gap: Gap, document: Document, scope: str | None, say: Words) -> Iterator[str]:
    phase = document.phases[gap.phase].name
    degree = phrases.degree_word(gap.severity, say)
    yield say("{number}. {phase}: severity {severity} ({degree})", number=number, phase=phase,
              severity=gap.severity, degree=degree)  # fmt: skip
    yield from _wrapped(phrases.gap_text(gap, document, say, scope))
    yield from _wrapped(phrases.opportunity(gap, document, say))
    parts = [f"{reason.points} ({phrases.reason_text(reason, gap, say)})" for reason in gap.reasons if reason.points]
    yield from _wrapped(f"{gap.severity} = {' + '.join(parts)}" if parts else str(gap.severity))


def _wrapped(text: str, indent: str = "   ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
