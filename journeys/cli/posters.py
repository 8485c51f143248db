"""`levensreis poster`: what was asked on the command line as a request, and the PDF or what to know before it."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from journeys.cli import finding, preflights, private
from journeys.cli.included import included
from journeys.cli.studies import opened_study
from journeys.errors import UsageError
from journeys.store import files
from journeys.store.targets import ending, safe_output

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.cli.surroundings import Surroundings
    from journeys.model.document import Document
    from journeys.model.entities import View
    from journeys.poster.request import Request
    from journeys.store.opener import Opened


def poster(given: Namespace, around: Surroundings) -> int:
    """Write the poster, and say what does not reach the paper; or say only what to know. 1 when something is lost."""
    _refuse_half_a_question(given)
    out = None if given.out is None else ending(safe_output(given.out, given.file), ".pdf")
    opened = opened_study(given, around)
    named = finding.seen_from(opened.document, given.scope)  # what is asked for goes by the names that are in the file
    opened = private.let_out(given, opened, around, told=given.preflight)
    document = finding.seen_from(opened.document, named.study.scope)
    if given.saved is None:
        return _made(given, around, opened, document, _request(given, named), out)
    views = [document.views[view.id] for view in finding.saved_views(named, given.saved)]
    codes = []
    for number, view in enumerate(views, 1):
        own = _beside(out, number, view.name) if out is not None and len(views) > 1 else out
        own = None if own is None else safe_output(own, given.file)
        codes.append(_made(given, around, opened, document, _of_view(given, named, view), own))
    return max(codes)


def _made(
    given: Namespace, around: Surroundings, opened: Opened, document: Document, request: Request, out: Path | None
) -> int:  # fmt: skip
    from journeys.exchange.pdf_format import attachment
    from journeys.poster.pages import laid_out, painted
    from journeys.poster.preflight import of_sheets

    made = laid_out(document, request)
    today = dt.datetime.now().astimezone().date()
    items = of_sheets(document, request, made, opened.images, today)
    if out is not None:
        attached = attachment(opened.document, opened.images) if given.attach else None
        files.write_whole(out, painted(document, request, made, opened.images, attachment=attached))
    return preflights.after(items, document, Namespace(**{**vars(given), "out": out}), around)


def _beside(out: Path, number: int, name: str) -> Path:
    """A file for one of several views: their names may hold what no file is called."""
    plain = " ".join("".join(char if char.isalnum() or char in "-_&" else " " for char in name).split())
    return out.with_name(f"{out.stem} {number} {plain[:60].rstrip()}{out.suffix}")


def _of_view(given: Namespace, document: Document, view: View) -> Request:
    """What the view says, except for what was asked otherwise in so many words."""
    from journeys.poster.from_view import KINDS, filled

    kind = given.kind if given.kind != "journey" else KINDS[view.shown]
    asked = _request(Namespace(**{**vars(given), "kind": kind}), document)
    said = filled(document, view, asked)
    return replace(
        said,
        kind=kind,
        lanes=said.lanes if given.include is None else asked.lanes,
        journeys=said.journeys if given.journey == "all" else asked.journeys,
        lens=given.lens or said.lens,
        axis=said.axis if given.axis == "equal" else asked.axis,
    )


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
