"""What the lenses found, a table per lens; and what the team does not want to hear again, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.phrases import lenses as said
from journeys.poster.kinds.report.pieces import paragraph, section
from journeys.poster.kinds.report.setting import CELL_MUTED, CELL_STRONG
from journeys.poster.kinds.report.table import Column, Words, cell, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.kinds.report.table import Row


def has_findings(material: Material) -> bool:
    """Whether there is anything to say about the journeys of this report."""
    return bool(_wanted(material))


def findings(material: Material, setting: Setting) -> Iterator[Piece]:
    """Lens by lens, what asks for action first."""
    say = setting.say
    found = _wanted(material)
    columns = (Column(say("Finding"), 2.4), Column(say("Where"), 1.5), Column(say("What we see"), 4.2))
    for lens, name in said.NAMES.items():
        some = [one for one in found if one.lens == lens]
        if some:
            yield section(say(name), setting)
            yield from table(f"findings/{lens}", columns, [_row(material, one, setting) for one in some], setting)
    yield from _muted(material, setting)


def _wanted(material: Material) -> list[Finding]:
    journeys = {None, *(journey.id for journey in material.journeys)}
    return [one for one in material.heard.findings if one.journey in journeys]


def _row(material: Material, one: Finding, setting: Setting) -> Row:
    say = setting.say
    grade = Words(say(said.GRADES[one.grade]), CELL_MUTED, say.language)
    return (
        cell(Words(said.finding_title(one, say), CELL_STRONG, say.language), grade),
        cell(said.place_text(one, material.document, say)),
        cell(
            Words(said.finding_text(one, material.document, say), language=say.language),
            Words(said.finding_why(one, material.document, say), CELL_MUTED, say.language),
        ),
    )


def _muted(material: Material, setting: Setting) -> Iterator[Piece]:
    say = setting.say
    for one, mute in material.heard.muted:
        title = said.finding_title(one, say)
        text = say("Muted: {title}. Reason: {reason}", title=title, reason=mute.reason)
        yield from paragraph(text, setting, language=say.language)
