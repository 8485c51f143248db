"""`levensreis report`: the study to read, as Markdown, HTML or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.cli import finding, private
from journeys.cli.studies import opened_study
from journeys.i18n import words
from journeys.store import files
from journeys.store.targets import ending, safe_output

if TYPE_CHECKING:
    from argparse import Namespace

    from journeys.cli.surroundings import Surroundings
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.store.opener import Opened

SUFFIXES: Final = (".md", ".html", ".htm", ".pdf")


def report(given: Namespace, around: Surroundings) -> int:
    """Write the report in the language that was asked for, else that of the study."""
    out = ending(safe_output(given.out, given.file), *SUFFIXES)
    opened = opened_study(given, around)
    journeys = tuple(finding.journeys(opened.document, given.journey)) if opened.document.journeys else ()
    scope = finding.seen_from(opened.document, given.scope).study.scope
    opened = private.let_out(given, opened, around)
    document = finding.seen_from(opened.document, scope)
    language = given.lang or document.study.language
    made = _pdf if out.suffix.lower() == ".pdf" else _text
    files.write_whole(out, made(given, opened, document, journeys, language))
    print(around.say("{path}: written.", path=out))
    return 0


def _text(given: Namespace, opened: Opened, document: Document, journeys: tuple[str, ...], language: Language) -> bytes:
    from journeys.exchange import report as written

    telling = written.telling(document, words(language), journeys, given.date, opened.images)
    return written.to_markdown(telling) if given.out.suffix.lower() == ".md" else written.to_html(telling)


def _pdf(given: Namespace, opened: Opened, document: Document, journeys: tuple[str, ...], language: Language) -> bytes:
    from journeys.poster.pages import render
    from journeys.poster.request import PAPERS, Request

    request = Request(journeys, PAPERS["report"], portrait=True, language=language, on=given.date, kind="report")
    return render(document, request, opened.images)
