"""The first page: what this report is about, its figures, its origin, and the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.presence import scope_of
from journeys.layout.drawing import Box, Rect, Text
from journeys.poster.kinds.report import summary
from journeys.poster.kinds.report.flow import FIRM
from journeys.poster.kinds.report.names import LIFE_EVENTS, SOURCE_KINDS
from journeys.poster.kinds.report.pieces import fit, opening, paragraph, whole
from journeys.poster.kinds.report.setting import CELL_LABEL, LABEL, LEAD, TITLE, baseline
from journeys.poster.kinds.report.table import Column, Words, cell, table
from journeys.poster.parts import dates
from journeys.poster.parts.blocks import Style, moved
from journeys.poster.parts.qr import MODULE_MM, QUIET, qr_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.layout.drawing import Element
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.parts.blocks import Block

FIGURE: Final = Style(21.0, "bold", leading=1.15)
CAPTION: Final = Style(8.5, colour="muted", leading=1.25)


def cover(material: Material, setting: Setting, link: str = "") -> Iterator[Piece]:
    """Title, figures, summary, origin; with a code for `link`."""
    study, say = material.document.study, setting.say
    code = qr_code(link, setting.scale)
    yield _bar(code, link, setting)
    if study.organisation:
        yield from paragraph(study.organisation, setting, LABEL, gap=6.0, after=FIRM)
    width = setting.room.w - code.width
    gap = 1.0 if study.organisation else 6.0
    yield from paragraph(study.title, setting, TITLE, gap=gap, after=FIRM, width=width)
    yield from paragraph(_subtitle(material, setting), setting, LEAD, gap=2.0, language=say.language)
    if summary.figures(material, say):
        yield fit(lambda setting: _figures(material, setting), setting)
    yield opening(say("Summary"), setting)
    yield from paragraph(" ".join(summary.sentences(material, say)), setting, language=say.language, gap=1.5)
    yield opening(say("About this report"), setting, gap=9.0)
    rows = [(cell(Words(label, CELL_LABEL, say.language)), cell(*told)) for label, *told in _origin(material, setting)]
    yield from table("origin", (Column("", 1), Column("", 4)), rows, setting, plain=True)


def _bar(code: Block, link: str, setting: Setting) -> Piece:
    """A bar on top, and at its right the code that leads to the study's address."""
    mm = setting.mm
    bar = Box(Rect(0.0, 0.0, mm(26.0), mm(2.2)), fill="sheet.accent")
    quiet = setting.room.w - code.width
    squares = [moved(square, quiet, -mm(QUIET * MODULE_MM)) for square in code.elements]
    return whole([bar, *squares], mm(2.2), setting, alt=setting.say("QR code: {link}", link=link) if link else "")


def _subtitle(material: Material, setting: Setting) -> str:
    say = setting.say
    people = {journey.persona for journey in material.journeys}
    if not material.journeys:
        return say("Report on a life event")
    own = [journey for journey in material.journeys if journey.parent_step is None]
    journeys = phrases.count_of("journey", len(own or material.journeys), say)  # a process behind a step is nobody's
    personas = phrases.count_of("persona", len(people), say)
    return say("Report on {journeys} of {personas}", journeys=journeys, personas=personas)


def _figures(material: Material, setting: Setting) -> Piece:
    """Up to four figures side by side, as large as the longest allows."""
    found = summary.figures(material, setting.say)
    mm = setting.mm
    column = setting.room.w / 4
    room = column - mm(7.0)
    widest = max(setting.wide(figure, FIGURE) for figure, _, _ in found)
    shrink = min(1.0, room / widest)
    made: list[Element] = []
    high = 0.0
    for index, (figure, caption, grave) in enumerate(found):
        high = max(high, _figure(made, index * column, figure, caption, shrink, room, setting, grave=grave))
    return whole(made, high, setting, gap=9.0)


def _figure(
    made: list[Element], x: float, figure: str, caption: str, shrink: float, room: float, setting: Setting, *,
    grave: bool,
) -> float:  # fmt: skip
    """Adds one behind its bar; returns how high it is."""
    mm, x = setting.mm, x + setting.mm(3.0)
    size, leading = setting.size(FIGURE), setting.leading(FIGURE)
    small = setting.leading(CAPTION)
    lines = setting.lines(caption, CAPTION, room, setting.say.language)
    colour = "finding.number" if grave else "text"
    high = leading + small * len(lines)
    down = baseline(FIGURE, leading, setting.scale)
    under = leading + baseline(CAPTION, small, setting.scale)
    made += [
        Box(Rect(x - mm(3.0), mm(0.8), mm(0.7), high - mm(1.0)), fill=colour),
        Text(x, down, (figure,), size * shrink, leading, FIGURE.font, colour, alt=figure),
        Text(x, under, lines, setting.size(CAPTION), small, CAPTION.font, CAPTION.colour),
    ]
    return high


def _origin(material: Material, setting: Setting) -> Iterator[tuple[str, ...]]:
    """A label, and what it says in one or more lines: what the report is based on, whose it is, and of when."""
    document, say = material.document, setting.say
    study = document.study
    scope = document.parties.get(scope_of(document).party or "")
    date = material.on or dates.last_heard(document)
    event = say(LIFE_EVENTS[study.life_event]) if study.life_event in LIFE_EVENTS else ""
    if event and event != study.title:
        yield say("Life event"), event
    yield say("Edition"), say("version {n}", n=study.edition)
    if date:
        yield say("Date"), dates.in_words(date, say)
    if scope:
        yield say("Presence seen from"), scope.name
    if personas := _personas(material):
        yield say("Personas"), phrases.joined(personas, say)
    yield say("Based on"), *_sources(material, setting)
    if study.review_on:
        yield say("Look at it again on"), dates.in_words(study.review_on, say)
    if study.expires_on:
        yield say("Valid until"), dates.in_words(study.expires_on, say)


def _personas(material: Material) -> list[str]:
    people = dict.fromkeys(journey.persona for journey in material.journeys)
    return [material.document.personas[persona].name for persona in people]


def _sources(material: Material, setting: Setting) -> Iterator[str]:
    """ "Talks with parents · interview, 6 people"."""
    say = setting.say
    for source in material.sources.values():
        people = [say.many("{n} person", "{n} people", source.people)] if source.people else []
        kind = say(SOURCE_KINDS[source.kind])
        about = ", ".join([kind.lower() if source.title else kind, *people])
        yield f"{source.title} · {about}" if source.title else about
    if not material.sources:
        yield say("No source was noted: what is in this report has yet to be checked.")
