"""A report of several upright pages: the whole study to read, with journeys, gaps, work to do and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.notelist import ACTIONS
from journeys.layout.drawing import Rect
from journeys.poster.kinds.report import bound
from journeys.poster.kinds.report.actions import actions, parked
from journeys.poster.kinds.report.contents import contents
from journeys.poster.kinds.report.cover import cover
from journeys.poster.kinds.report.findings import findings, has_findings
from journeys.poster.kinds.report.gaps import gaps
from journeys.poster.kinds.report.grounds import absences, facts, glossary, sources
from journeys.poster.kinds.report.guide import guide
from journeys.poster.kinds.report.journey import journey
from journeys.poster.kinds.report.material import Material
from journeys.poster.kinds.report.pieces import MOST, chapter, paragraph
from journeys.poster.kinds.report.setting import BOTTOM_MM, SIDE_MM, TOP_MM, Setting
from journeys.poster.kinds.report.tales import title_of
from journeys.poster.limits import WIDEST
from journeys.poster.paper import Paper, parse_paper
from journeys.poster.parts.origin import origin
from journeys.poster.sheet import unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet, Watch

POSTERS: Final = ("A0", "A1", "A2")
"""Paper to hang on a wall: a report is then as for reading in the hand."""
SHORT_MM: Final = 210.0
"""The short side of A4."""
WRITTEN: Final = 0.8
"""The part of the work that is done when all text is broken into lines, about."""


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """A sheet for every page. Raises UsageError for a journey or paper that does not exist."""
    material = Material(document, request)
    paper = paper_of(request)
    setting = _setting(document, request, paper, say)
    told = origin(document, request, say)
    front = list(cover(material, setting, told.link))
    body = list(_watched(material, setting, watch))
    pieces = [*front, *contents(body, {}, setting), *body]
    leaves = bound.dealt(pieces, setting.room.h)
    pieces = [*front, *contents(body, bound.page_of(leaves, pieces), setting), *body]
    watch(WRITTEN)
    running = bound.Running(document.study.title, " · ".join(told.made))
    return list(bound.sheets(pieces, leaves, setting, paper, running))


def paper_of(request: Request) -> Paper:
    """What was asked for; but A4 upright when that is paper for a wall."""
    asked = request.sheet
    return parse_paper("A4", portrait=True) if request.paper.strip().upper() in POSTERS else asked


def _setting(document: Document, request: Request, paper: Paper, say: Words) -> Setting:
    """Wide margins, unless others were asked for; type as in the hand, larger on larger paper."""
    scale = min(paper.width, paper.height) / SHORT_MM
    side = SIDE_MM * scale
    if request.margin is not None:
        side = min(request.margin, WIDEST * min(paper.width, paper.height))
    more = max(0.0, side - SIDE_MM * scale)
    top, bottom = TOP_MM * scale + more, BOTTOM_MM * scale + more
    room = Rect(side, top, paper.width - 2 * side, paper.height - top - bottom)
    return Setting(room, scale, say, document.study.language)


def _watched(material: Material, setting: Setting, watch: Watch) -> Iterator[Piece]:
    """The chapters; tells how far it is at every journey."""
    say, number = setting.say, 1
    yield chapter(number, say("How to read this report"), "guide", setting)
    yield from guide(material, setting)
    introduced: set[str] = set()
    for index, held in enumerate(material.journeys):
        watch(WRITTEN * index / len(material.journeys))
        number += 1
        yield chapter(number, title_of(material, held, say), f"journey/{held.id}", setting, asks=MOST)
        yield from journey(material, held, setting, first=held.persona not in introduced)
        introduced.add(held.persona)
    if not material.journeys:
        number += 1
        yield chapter(number, say("Journeys"), "journeys", setting)
        yield from paragraph(say("This study has no journey yet."), setting, language=say.language)
    yield from _closing(material, setting, number)


def _closing(material: Material, setting: Setting, number: int) -> Iterator[Piece]:
    """What comes after the journeys; chapters that have nothing to say are left out, or say so."""
    say = setting.say
    chapters = [
        ("gaps", say("Gaps"), gaps, material.request.findings),
        ("findings", say("Findings"), findings, material.request.findings and has_findings(material)),
        ("actions", say("Opportunities and ideas"), actions, True),
        ("parked", say("Parked notes"), parked, any(one.kind not in ACTIONS for one in material.notes.get("", ()))),
        ("absences", say("Deliberately absent"), absences, True),
        ("sources", say("Sources and evidence"), sources, True),
        ("facts", say("Facts"), facts, bool(material.document.facts)),
        ("glossary", say("Words"), glossary, True),
    ]
    for key, title, made, shown in chapters:
        if shown:
            number += 1
            yield chapter(number, title, key, setting)
            yield from made(material, setting)
