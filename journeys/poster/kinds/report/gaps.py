"""The chapter of the gaps, the most severe first: what they weigh and why, what is open, and where people are then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.gaps import answers
from journeys.analysis.severity import degree
from journeys.layout.drawing import Box, Rect, Text
from journeys.poster.kinds.report import signs
from journeys.poster.kinds.report.flow import FIRM, Slice
from journeys.poster.kinds.report.pieces import Entry, Piece, bullet, fit, layer, paragraph
from journeys.poster.kinds.report.setting import CELL_MUTED, NOTE, SECTION, STRONG, baseline
from journeys.poster.kinds.report.table import Column, Words, cell, table
from journeys.poster.kinds.report.tales import title_of, whose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.gaps import Gap
    from journeys.layout.drawing import Element
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.setting import Setting

BADGE_MM: Final = 6.0
METER_MM: Final = (34.0, 2.2)
ABOVE_MM: Final = 9.0
LISTED: Final = 30
"""With more gaps, the contents do not name each."""
_INKS: Final = {"high": "finding.high", "middle": "finding.middle", "low": "finding.low"}


def gaps(material: Material, setting: Setting) -> Iterator[Piece]:
    """Every gap of every journey in the report; else why there is none."""
    say = setting.say
    if not material.gaps:
        yield from paragraph(_none(material, setting), setting, language=say.language)
        return
    scope = phrases.the_scope(material.document, None, say)
    yield from paragraph(
        say("In these phases {scope} is absent for the persona. The most severe comes first. Chapter 1 explains what "
            "a gap weighs.", scope=scope),
        setting, language=say.language,
    )  # fmt: skip
    for number, gap in enumerate(material.gaps, 1):
        yield from _gap(material, gap, number, setting)


def _none(material: Material, setting: Setting) -> str:
    say = setting.say
    levels = [level for found in material.findings.values() for level in found.levels.values()]
    if all(level == "unmapped" for level in levels):
        return say("Nothing has been filled in yet from which gaps could be found.")
    return say("No gap was found in the phases that are filled in.")


def _gap(material: Material, gap: Gap, number: int, setting: Setting) -> Iterator[Piece]:
    document, say = material.document, setting.say
    yield fit(lambda setting: _heading(material, gap, number, setting), setting)
    yield from _reasons(material, gap, number, setting)
    needs = [document.notes[note] for note in (*gap.open_needs, *gap.pains)]
    if needs:
        yield from paragraph(say("What people need and what goes wrong"), setting, STRONG, gap=3.0, after=FIRM,
                             language=say.language)  # fmt: skip
        for note in needs:
            yield from bullet(note.text or say("Without words"), setting)
    for fact in (document.facts[fact] for fact in gap.deadlines):
        yield from bullet(say("Deadline: {fact}", fact=fact.text), setting)
    advice = phrases.suggestion(gap, document, say)
    if answers(document, gap):
        yield from paragraph(f"{phrases.opportunity(gap, document, say)}.", setting, gap=3.0)
    elif advice:
        ended = advice if advice[-1] in ".?!…" else f"{advice}."
        yield from paragraph(say("A possible opportunity: {text}", text=ended), setting, gap=3.0)
    elif not gap.open_needs:
        yield from paragraph(say("No open need found: is absence fitting here?"), setting, gap=3.0,
                             language=say.language)  # fmt: skip


def _heading(material: Material, gap: Gap, number: int, setting: Setting) -> Piece:
    """The number in its disc, the heading, whose gap it is, and a meter of the severity."""
    mm, say = setting.mm, setting.say
    words = phrases.heading(gap, material.document, say)
    side = mm(BADGE_MM)
    left = signs.wide_badge(number, side) + mm(2.5)
    leading, size = setting.leading(SECTION), setting.size(SECTION)
    lines = setting.lines(words, SECTION, setting.room.w - left)
    under, journey = leading * len(lines), title_of(material, material.document.journeys[gap.journey], say)
    elements: list[Element] = [
        *signs.badge(number, 0.0, (leading - side) / 2, side, say("gap {n}", n=number)),
        Text(left, baseline(SECTION, leading, setting.scale), lines, size, leading, SECTION.font, SECTION.colour,
             role=SECTION.role),
    ]  # fmt: skip
    small = setting.leading(NOTE)
    told = setting.lines(journey, NOTE, setting.room.w - left)
    down = baseline(NOTE, small, setting.scale)
    elements.append(Text(left, under + down, told, setting.size(NOTE), small, NOTE.font, NOTE.colour))
    under += small * len(told)
    _meter(elements, gap, left, under, setting)
    high = under + small
    made = layer(elements, Rect(0.0, 0.0, setting.room.w, high))
    entry = Entry(2, "", _told(material, gap, number, setting)) if len(material.gaps) <= LISTED else None
    slices = (Slice(high, mm(ABOVE_MM), FIRM),)
    return Piece(slices, lambda first, stop: [made], f"gap/{gap.journey}/{gap.phase}", entry)  # noqa: ARG005 - one


def _told(material: Material, gap: Gap, number: int, setting: Setting) -> str:
    """How the contents call it."""
    phase = material.document.phases[gap.phase].name
    who = f"{phase} · {whose(material, gap.journey, setting.say)}" if len(material.findings) > 1 else phase
    return setting.say("{n}. {words} (severity {severity})", n=number, words=who, severity=gap.severity)


def _meter(elements: list[Element], gap: Gap, x: float, y: float, setting: Setting) -> None:
    """A bar filled as far as the gap is severe, and the same in words."""
    mm, say, leading = setting.mm, setting.say, setting.leading(NOTE)
    wide, high = mm(METER_MM[0]), mm(METER_MM[1])
    top = y + (leading - high) / 2
    ink = _INKS[degree(gap.severity)]
    words = say("severity {n} of 100: {word}", n=gap.severity, word=phrases.degree_word(gap.severity, say))
    elements += [
        Box(Rect(x, top, wide, high), fill="presence.unmapped", stroke="presence.unmapped.stroke", width=mm(0.15),
            radius=high / 2),
        Box(Rect(x, top, max(wide * gap.severity / 100, high), high), fill=ink, radius=high / 2),
        Text(x + wide + mm(2.5), y + baseline(NOTE, leading, setting.scale), (words,), setting.size(NOTE), leading,
             "semibold", "text"),
    ]  # fmt: skip


def _reasons(material: Material, gap: Gap, number: int, setting: Setting) -> Iterator[Piece]:
    """What its severity is made of, and beside it whom and where people do meet."""
    say = setting.say
    people = phrases.person_word(material.document, say)
    reasons = [
        Words(f"{phrases.capital(phrases.reason_text(reason, gap, say))}: {phrases.points_text(reason, say)}",
              language=say.language)
        for reason in gap.reasons
    ]  # fmt: skip
    met = [Words(words) for words in _met(material, gap, setting)]
    nobody = Words(say("Nobody: no party and no place is filled in here."), CELL_MUTED, say.language)
    columns = (
        Column(say("What it weighs"), 1), Column(say("Where {people} are at that time", people=people), 1),
    )  # fmt: skip
    yield from table(f"gap/{number}", columns, [(cell(*reasons), cell(*(met or [nobody])))], setting)


def _met(material: Material, gap: Gap, setting: Setting) -> Iterator[str]:
    """Parties, then places, each with how many of the personas."""
    say, total = setting.say, gap.personas_total

    def counted(name: str, n: int) -> str:
        return say("{name}: {n} of {total}", name=name, n=n, total=total)

    for reach in gap.reach:
        yield counted(material.document.parties[reach.party].name, reach.personas)
    variant = material.document.journeys[gap.journey].variant
    for place, personas in sorted(
        material.places.get((variant, gap.phase), {}).items(), key=lambda one: (-len(one[1]), one[0].casefold())
    ):
        yield counted(say("{place} (place)", place=place), len(personas))
