"""What `check` prints of several studies: each in short, who recurs, and where nobody meets the municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeys import phrases
from journeys.phrases import portfolio as said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.portfolio import PhaseLine, Portfolio, StudyLine
    from journeys.i18n import Words


def portfolio_report(found: Portfolio, say: Words) -> str:
    """The studies one by one, then what they share."""
    title = say.many("{n} study", "{n} studies", len(found.studies))
    lines = [title, "═" * len(title)]
    for line in found.studies:
        lines += ["", *_study(line, say)]
    lines += ["", *said.side_sentences(found, say)]
    if found.parties:
        heading = say("Parties that people meet in several life events")
        titles = {line.key: line.title for line in found.studies}
        lines += ["", heading, "─" * len(heading)]
        lines += [said.recurring_text(party, titles, say) for party in found.parties]
    return "\n".join(lines)


def portfolio_shape(found: Portfolio) -> dict[str, Any]:
    """For scripts."""
    return {
        "studies": [_study_shape(line) for line in found.studies],
        "parties": [
            {
                "name": party.name,
                "kind": party.kind,
                "inside_scope": party.inside,
                "files": list(party.keys),
                "personas": party.personas,
            }
            for party in found.parties
        ],
    }


def _study_shape(line: StudyLine) -> dict[str, Any]:
    return {
        "file": line.key, "title": line.title, "personas": line.personas, "journeys": line.journeys,
        "gaps": line.gaps, "worst_severity": line.worst,
        "phases": [
            {
                "id": phase.phase, "name": phase.name, "side": phase.side, "start_days": phase.start,
                "end_days": phase.end, "levels": dict(phase.levels), "absent_for_all": phase.never,
            }
            for phase in line.phases
        ],
    }  # fmt: skip


def _study(line: StudyLine, say: Words) -> Iterator[str]:
    yield line.title
    yield "─" * len(line.title)
    yield said.study_sentence(line, say)
    named = [(phase.name, _period(phase, say), phase) for phase in line.phases]
    widths = [max((len(str(row[column])) for row in named), default=0) for column in (0, 1)]
    for name, period, phase in named:
        mark = "!" if phase.never else " "
        yield f"{mark} {name:{widths[0]}}   {period:{widths[1]}}   {said.phase_text(phase, say)}"


def _period(phase: PhaseLine, say: Words) -> str:
    return phrases.period_text((phase.start, phase.end), say) if phase.dated else ""
