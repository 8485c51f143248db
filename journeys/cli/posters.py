"""`levensreis poster`: what was asked on the command line as a request, and the PDF or what to know before it."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from typing import TYPE_CHECKING

from journeys.cli import finding, preflights
from journeys.cli.included import included
from journeys.cli.studies import opened_study
from journeys.errors import UsageError
from journeys.store import files
from journeys.store.targets import safe_output

if TYPE_CHECKING:
    from journeys.cli.surroundings import Surroundings
    from journeys.model.document import Document
    from journeys.poster.request import Request


def poster(given: Namespace, around: Surroundings) -> int:
    """Write the poster, and say what does not reach the paper; or say only what to know. 1 when something is lost."""
    from journeys.exchange.pdf_format import attachment
    from journeys.poster.pages import laid_out, painted
    from journeys.poster.preflight import of_sheets

    _refuse_half_a_question(given)
    out = None if given.out is None else safe_output(given.out, given.file)
    opened = opened_study(given, around)
    document = finding.seen_from(opened.document, given.scope)
    request = _request(given, document)
    made = laid_out(document, request)
    today = dt.datetime.now().astimezone().date()
    items = of_sheets(document, request, made, opened.images, today)
    if out is not None:
        attached = attachment(opened.document, opened.images) if given.attach else None
        files.write_whole(out, painted(document, request, made, opened.images, attachment=attached))
    return preflights.after(items, document, given, around)


def _refuse_half_a_question(given: Namespace) -> None:
    from journeys.poster.paper import parse_paper

    parse_paper(given.paper or "A4")
    if given.json and not given.preflight:
        raise UsageError("usage.required", what="--preflight", command="levensreis poster")
    if given.out is None and not given.preflight:
        raise UsageError("usage.required", what="-o", command="levensreis poster")


def _request(given: Namespace, document: Document) -> Request:
    from journeys.poster.request import PAPERS, Request

    lanes, notes, findings = included(given.include, document, given.lang or document.study.language)
    return Request(
        tuple(finding.journeys(document, given.journey)),
        given.paper or PAPERS[given.kind],
        given.portrait or (given.kind == "report" and given.paper is None),
        given.lang or document.study.language,
        "contrast" if given.contrast else "grey" if given.grey else "print",
        given.date,
        kind=given.kind,
        lanes=lanes,
        notes=notes,
        findings=findings,
        axis=given.axis,
        margin=given.margin,
        distance=None if given.distance is None else given.distance * 10,
        bleed=given.bleed,
        marks=given.marks,
        tile=given.tile,
        overlap=given.overlap,
        reading=given.reading,
        link=given.link,
        parts=given.parts,
        lens=given.lens or "",
    )
