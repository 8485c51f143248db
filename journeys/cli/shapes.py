"""The JSON that `check --json` and `info --json` print; scripts depend on every name in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from journeys.analysis.findings import JourneyFindings, Overview
from journeys.analysis.gaps import Gap
from journeys.analysis.spots import counted_journeys
from journeys.model.document import Document
from journeys.model.order import by_order
from journeys.model.schema import KINDS


def check_shape(overview: Overview, document: Document) -> dict[str, Any]:
    """Everything found, by the ids and names of the study."""
    return {"scope": overview.scope, "journeys": [_journey(found, document) for found in overview.journeys]}


def info_shape(path: Path, document: Document) -> dict[str, Any]:
    """What is in a study."""
    study = document.study
    return {
        "file": str(path),
        "title": study.title,
        "life_event": study.life_event,
        "organisation": study.organisation,
        "country": study.country,
        "language": study.language,
        "edition": study.edition,
        "scope": study.scope,
        "counts": {kind: len(document.tables[kind]) for kind in KINDS if kind != "study"},
        "personas": [
            {"id": persona.id, "name": persona.name} for persona in sorted(document.personas.values(), key=by_order)
        ],
        "journeys": [
            {"id": journey.id, "title": journey.title, "persona": journey.persona, "variant": journey.variant}
            for journey in counted_journeys(document)
        ],
        "parties": [
            {"id": party.id, "name": party.name, "kind": party.kind}
            for party in sorted(document.parties.values(), key=lambda party: (party.name, party.id))
        ],
    }


def _journey(found: JourneyFindings, document: Document) -> dict[str, Any]:
    journey = document.journeys[found.journey]
    counts, silence = found.counts, found.silence
    return {
        "id": journey.id,
        "title": journey.title,
        "persona": journey.persona,
        "variant": journey.variant,
        "phases": [
            {
                "id": phase.phase,
                "name": document.phases[phase.phase].name,
                "side": phase.side,
                "start_days": phase.start,
                "end_days": phase.end,
                "level": phase.level,
            }
            for phase in found.phases
        ],
        "gaps": [_gap(gap, document) for gap in found.gaps],
        "counts": {"before": counts.before.gaps, "at": counts.at.gaps, "after": counts.after.gaps},
        "longest_silence": {"from_days": silence.from_day, "to_days": silence.to_day, "days": silence.days},
    }


def _gap(gap: Gap, document: Document) -> dict[str, Any]:
    return {
        "phase": gap.phase,
        "phase_name": document.phases[gap.phase].name,
        "severity": gap.severity,
        "days": gap.days,
        "lowest_emotion": gap.lowest_emotion,
        "open_needs": len(gap.open_needs),
        "pains": len(gap.pains),
        "deadlines": len(gap.deadlines),
        "personas_affected": gap.personas_affected,
        "personas_total": gap.personas_total,
        "reach": [
            {"party": reach.party, "party_name": document.parties[reach.party].name, "personas": reach.personas}
            for reach in gap.reach
        ],
        "reasons": [
            {"code": reason.code, "points": reason.points, "count": reason.count, "ids": list(reason.ids)}
            for reason in gap.reasons
        ],
    }
