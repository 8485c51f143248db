"""The gaps: the serious ones one by one with their reasons and what could be done, the others in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.exchange.presentation import table
from journeys.exchange.presentation.deck import BOTTOM, ROOM, SIDE, W, page, section, spoken
from journeys.exchange.presentation.drawn import mark
from journeys.exchange.presentation.look import severity
from journeys.exchange.presentation.measure import cut, fits_in, portions
from journeys.exchange.presentation.shapes import Look, box, high, para, titled, words
from journeys.exchange.presentation.table import Cell, Shown
from journeys.layout.drawing import Rect
from journeys.phrases.durations import duration
from journeys.phrases.gaps import gap_sentences, gap_text, headline, opportunity, reason_text
from journeys.phrases.terms import capital, degree_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.gaps import Gap
    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.shapes import Para
    from journeys.exchange.presentation.telling import Telling

TOP: Final = 40.0
A_SLIDE: Final = 4
SHOWN: Final = 12
"""Gaps that are told one by one, at most."""
SERIOUS: Final = 40
GAUGE: Final = 30.0
CHANCE: Final = 104.0


def slides(deck: Deck, told: Telling) -> None:
    section(deck, told.say("The gaps"))
    found = told.gaps
    if not found:
        _none(deck, told)
        return
    serious = [gap for gap in found if gap.severity >= SERIOUS] or found[:A_SLIDE]
    one_by_one = serious[:SHOWN]
    if len(found) <= A_SLIDE:
        one_by_one = found
    pages = portions(one_by_one, A_SLIDE)
    for number, some in enumerate(pages, 1):
        made = page(deck)
        _head(made, told, number, len(pages))
        _cards(made, told, some)
        spoken(made, "\n\n".join(_said(told, gap) for gap in some))
    rest = [gap for gap in found if gap not in one_by_one]
    if rest:
        _table(deck, told, rest)


def _head(made: Page, told: Telling, number: int, of: int) -> None:
    """The most serious one, in a sentence."""
    first, say = told.gaps[0], told.say
    name = told.document.phases[first.phase].name
    count = say.many("{n} gap", "{n} gaps", len(told.gaps))
    title = say("{gaps}, the most serious: {phase}", gaps=count, phase=name)
    if of > 1:
        title = say("{phase} ({part} of {parts})", phase=title, part=number, parts=of)
    size = fits_in(title, ROOM, 1, (32, 28, 26, 24, 22, 20), bold=True)
    titled(made, Rect(SIDE, 14, ROOM, 13.5), cut(title, size, ROOM, 1, bold=True), size, ours=True)
    text = say(
        "Severity from 0 to 100: how many needs are open, what goes wrong, how it feels, how long, for how many."
    )
    words(made, Rect(SIDE, 28.5, ROOM, 7), (para(text, 13, "muted", ours=True),), name=text)


def _cards(made: Page, told: Telling, some: Sequence[Gap]) -> None:
    apart = 4.0
    tall = min((BOTTOM - TOP - apart * (len(some) - 1)) / len(some), 52.0)
    for index, gap in enumerate(some):
        _card(made, told, gap, Rect(SIDE, TOP + index * (tall + apart), ROOM, tall))


def _card(made: Page, told: Telling, gap: Gap, area: Rect) -> None:
    """Its reasons in the middle; how serious it is at the left, and what can be done at the right."""
    chance = opportunity(gap, told.document, told.say)
    aside = CHANCE + 4 if chance else 0.0
    left, room = GAUGE + 12, area.w - GAUGE - 12 - aside - 6
    box(
        made,
        area,
        Look("presence.gap", "presence.gap.stroke", 1.25, "dashed", radius=2.5),
        _reasons(told, gap, room, area.h - 4),
        name=told.document.phases[gap.phase].name,
        pads=(left, 2, aside + 6, 2),
    )
    severity(made, told, gap.severity, Rect(area.x + 6, area.y + (area.h - 26) / 2, GAUGE - 2, 26))
    if chance:
        place = Rect(area.x + area.w - CHANCE - 3, area.y + 3, CHANCE, area.h - 6)
        size = fits_in(chance, CHANCE - 18, int(place.h / (12 * 0.43)), (15, 14, 13, 12))
        most = max(int((place.h - 3) / (size * 1.2 * 25.4 / 72)), 1)
        box(
            made,
            place,
            Look("opportunity", "opportunity.mark", 0.75, radius=2),
            (para(cut(chance, size, CHANCE - 18, most), size, "opportunity.text", ours=True),),
            name=chance,
            pads=(14, 1.5, 4, 1.5),
        )
        mark(made, "note.opportunity", place.x + 4, place.y + place.h / 2 - 3.5, 7, "opportunity.mark")


def _reasons(told: Telling, gap: Gap, room: float, tall: float) -> tuple[Para, ...]:
    """Where, how long, and why it matters: as much as there is room for."""
    document, say = told.document, told.say
    name = document.phases[gap.phase].name
    who = told.who(document.journeys[gap.journey])
    paras = [
        para(cut(name, 17, room, 2, bold=True), 17, "text", bold=True),
        para(
            cut(f"{who} · {headline(gap, document, say)}", 13, room, 2, bold=True),
            13,
            "presence.gap.text",
            bold=True,
            before=1,
        ),
    ]
    left = tall - high(paras, room) - 1
    text = " ".join(gap_sentences(gap, document, say))
    fitting = (size for size in (14.0, 13.0) if high((para(text, size),), room) <= left)
    size = next(fitting, 12.0)
    most = int(left / (size * 1.2 * 25.4 / 72))
    if most > 0 and text:
        paras.append(para(cut(text, size, room, most), size, ours=True, before=2))
    return tuple(paras)


def _said(told: Telling, gap: Gap) -> str:
    """All of its reasons, and what can be done."""
    document, say = told.document, told.say
    name = f"{document.phases[gap.phase].name} · {told.who(document.journeys[gap.journey])}"
    degree = say("severity {n} ({degree})", n=gap.severity, degree=degree_word(gap.severity, say))
    needs = [document.notes[id_].text for id_ in (*gap.open_needs, *gap.pains)]
    lines = [f"{name}: {degree}", gap_text(gap, document, say), *(f"– {text}" for text in needs if text),
             opportunity(gap, document, say)]  # fmt: skip
    return "\n".join(line for line in lines if line)


def _table(deck: Deck, told: Telling, rest: Sequence[Gap]) -> None:
    """What is less serious, short."""
    say, document = told.say, told.document
    rows = [
        (
            Cell(document.phases[gap.phase].name, bold=True),
            Cell(told.who(document.journeys[gap.journey])),
            Cell(f"{gap.severity} ({degree_word(gap.severity, say)})", colour="presence.gap.text", ours=True),
            Cell(duration(gap.days, say) if gap.days else "", ours=True),
            Cell(capital(", ".join(reason_text(reason, gap, say) for reason in gap.reasons[:3])), ours=True),
        )
        for gap in rest
    ]
    head = (say("Phase"), say("Persona"), say("Severity"), say("How long"), say("What we see"))
    shown = Shown(say("Other gaps"), say.many("{n} gap", "{n} gaps", len(rest)), (70, 66, 42, 38, 95), head)
    table.slides(deck, told, shown, rows, [_said(told, gap) for gap in rest])


def _none(deck: Deck, told: Telling) -> None:
    made = page(deck)
    known = any(level != "unmapped" for one in told.journeys for level in told.scene.levels.get(one.id, {}).values())
    titled(made, Rect(SIDE, 14, ROOM, 13.5), told.say("The gaps"), 32, ours=True)
    text = told.say("There are no gaps in these journeys.") if known else told.say("Nothing has been filled in yet")
    mark(made, "check" if known else "question-mark", W / 2 - 14, 62, 28, "opportunity.mark" if known else "line")
    words(made, Rect(SIDE, 100, ROOM, 20), (para(text, 28, "muted", bold=True, ours=True, align="center"),), name=text)
    spoken(made, "")
