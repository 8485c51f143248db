"""`levensreis check`: gaps and findings of one study, or what several studies show together."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeys.analysis import lenses
from journeys.analysis.finding import LENSES
from journeys.analysis.findings import Overview, overview_of
from journeys.analysis.portfolio import portfolio
from journeys.analysis.scene import Scene, scene
from journeys.cli import finding, lens_report, portfolio_report, reports, shapes
from journeys.cli.studies import opened_file
from journeys.cli.surroundings import Surroundings, print_json
from journeys.errors import UsageError

if TYPE_CHECKING:
    from journeys.model.document import Document


def check(given: Namespace, around: Surroundings) -> int:
    """Report gaps and findings; 1 when a gap is as severe as --fail-at."""
    if given.fail_at is not None and not 0 <= given.fail_at <= 100:
        raise UsageError("usage.value", what="--fail-at", found=given.fail_at, command="levensreis check")
    studies = [(path, _document(path, given, around)) for path in given.file]
    worst = _one(studies[0][1], given, around) if len(studies) == 1 else _several(studies, given, around)
    return 1 if given.fail_at is not None and worst is not None and worst >= given.fail_at else 0


def _document(path: Path, given: Namespace, around: Surroundings) -> Document:
    return finding.seen_from(opened_file(path, around).document, given.scope)


def _one(document: Document, given: Namespace, around: Surroundings) -> int | None:
    """The worst severity; None without a gap."""
    seen = scene(document)
    found = overview_of(seen)
    if given.json:
        print_json(_shape(found, seen, given, around))
        return _worst(found)
    heard = lenses.findings(seen, _wanted(given))
    if given.lens is None:
        print(reports.check_report(found, document, around.say))
    else:
        print(reports.heading(found, document, around.say))
    print(lens_report.lens_report(heard, document, around.say))
    return _worst(found)


def _several(studies: list[tuple[Path, Document]], given: Namespace, around: Surroundings) -> int | None:
    found = portfolio((str(path), document) for path, document in studies)
    if given.json:
        scenes = [(path, scene(document)) for path, document in studies]
        print_json(
            {
                "studies": [
                    {"file": str(path), **_shape(overview_of(seen), seen, given, around)} for path, seen in scenes
                ],
                "portfolio": portfolio_report.portfolio_shape(found),
            }
        )
    else:
        print(portfolio_report.portfolio_report(found, around.say))
        for _, document in studies if given.lens is not None else ():
            _through(document, given, around)
    return max((line.worst for line in found.studies if line.worst is not None), default=None)


def _through(document: Document, given: Namespace, around: Surroundings) -> None:
    """What the one lens that was asked for finds in one of several studies."""
    seen = scene(document)
    print()
    print(reports.heading(overview_of(seen), document, around.say))
    print(lens_report.lens_report(lenses.findings(seen, _wanted(given)), document, around.say))


def _shape(found: Overview, seen: Scene, given: Namespace, around: Surroundings) -> dict[str, Any]:
    heard = lenses.findings(seen, _wanted(given))
    return {**shapes.check_shape(found, seen.document), **lens_report.lens_shapes(heard, seen.document, around.say)}


def _wanted(given: Namespace) -> tuple[str, ...]:
    return LENSES if given.lens is None else (given.lens,)


def _worst(found: Overview) -> int | None:
    return max((gap.severity for journey in found.journeys for gap in journey.gaps), default=None)
