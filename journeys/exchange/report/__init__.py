"""The report as a text to read, put in a wiki or print: Markdown and HTML. The PDF is a kind of poster."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from journeys.exchange.report.content import Telling
    from journeys.i18n import Words
    from journeys.model.document import Document


def telling(
    document: Document, say: Words | None = None, journeys: tuple[str, ...] | None = None, on: dt.date | None = None
) -> Telling:
    """What to tell: all journeys that count, in the study's own language, unless told otherwise."""
    from journeys.analysis.spots import counted_journeys
    from journeys.exchange.report.content import Telling
    from journeys.i18n import words

    chosen = tuple(journey.id for journey in counted_journeys(document)) if journeys is None else journeys
    return Telling(document, say or words(document.study.language), chosen, on)


def to_markdown(telling: Telling) -> bytes:
    """UTF-8 Markdown."""
    from journeys.exchange.report.content import report
    from journeys.exchange.report.markdown import markdown

    return markdown(report(telling)).encode()


def to_html(telling: Telling) -> bytes:
    """UTF-8 HTML, one page."""
    from journeys.exchange.report.content import report
    from journeys.exchange.report.html import html

    return html(report(telling), telling.document.study.title, telling.say.language).encode()
