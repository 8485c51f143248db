"""The report as a text to read, put in a wiki or print: Markdown and HTML. The PDF is a kind of poster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from journeys.exchange.report.subject import Telling
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words
    from journeys.model.document import Document

KEEPS_MARKDOWN: Final = frozenset({
    "phase.start", "persona.name", "persona.told", "journey.question", "journey.variant", "step.back", "step.body",
    "step.day", "step.lasts", "step.place", "step.party", "step.channel", "step.passes_on", "step.nobody",
    "step.emotion", "step.moment_of_truth", "step.evidence", "link", "link.label", "note", "note.loose", "note.parked",
    "note.work", "note.known", "note.evidence", "source", "stance", "mute", "fact", "cell",
})  # fmt: skip
KEEPS: Final = KEEPS_MARKDOWN | {"step.place_on_map", "step.image"}
"""What stands in the report, whole; the page has the map as well."""


def telling(
    document: Document, say: Words | None = None, journeys: tuple[str, ...] | None = None, on: dt.date | None = None,
    images: Mapping[str, bytes] | None = None,
) -> Telling:  # fmt: skip
    """What to tell: all journeys that count, in the study's own language, unless told otherwise."""
    from journeys.analysis.spots import counted_journeys
    from journeys.exchange.report.subject import Telling
    from journeys.i18n import words

    chosen = tuple(journey.id for journey in counted_journeys(document)) if journeys is None else journeys
    return Telling(document, say or words(document.study.language), chosen, on, images or {})


def to_markdown(telling: Telling, watch: Callable[[float], None] = lambda _: None) -> bytes:
    """UTF-8 Markdown, with a diagram of each journey in Mermaid."""
    from journeys.exchange.report.content import report
    from journeys.exchange.report.fences import fences
    from journeys.exchange.report.markdown import markdown

    watch(0)
    blocks = list(report(telling))
    watch(0.4)
    drawn = fences(telling)
    watch(0.6)
    return markdown(blocks, drawn).encode("utf-8", "replace")


def to_html(telling: Telling, watch: Callable[[float], None] = lambda _: None) -> bytes:
    """UTF-8 HTML, one page."""
    from journeys.exchange.report.content import report
    from journeys.exchange.report.html import html
    from journeys.exchange.report.shown import shown

    title = telling.document.study.title
    return html(report(telling), title, telling.say.language, shown(telling, watch)).encode("utf-8", "replace")


def write_markdown(wanted: Wanted) -> bytes:
    return to_markdown(_of(wanted), wanted.watch)


def write_html(wanted: Wanted) -> bytes:
    return to_html(_of(wanted), wanted.watch)


def _of(wanted: Wanted) -> Telling:
    return telling(wanted.document, wanted.say, wanted.journeys, wanted.on, wanted.images)
