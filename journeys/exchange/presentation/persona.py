"""Who goes this journey: what they say, the question, and three figures, before their phases are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.evidence import assumptions
from journeys.analysis.silence import silences
from journeys.exchange.presentation import spoken as said
from journeys.exchange.presentation.deck import SIDE, H, W, page, section, spoken
from journeys.exchange.presentation.look import disc, variant
from journeys.exchange.presentation.measure import cut, fits_in
from journeys.exchange.presentation.shapes import Look, box, high, para, titled, words
from journeys.layout.drawing import Rect
from journeys.phrases.durations import duration
from journeys.phrases.terms import as_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Journey

PANEL: Final = 122.0
DISC: Final = 46.0
FIGURES: Final = 140.0
"""Where the figures begin, from the top."""


def slide(deck: Deck, told: Telling, journey: Journey) -> None:
    section(deck, told.who(journey))
    made = page(deck)
    persona = told.persona(journey)
    panel = PANEL if journey.question else 0.0
    room = W - panel - 2 * SIDE
    variant(made, told, journey, SIDE, 13)
    beside = room - DISC - 9
    x = SIDE + DISC + 9
    name = fits_in(told.who(journey), beside, 2, (36, 32, 28, 24, 20, 18, 16), bold=True)
    title = cut(told.who(journey), name, beside, 3, bold=True)
    tall = high([para(title, name, bold=True)], beside) + 1
    titled(made, Rect(x, 30, beside, tall), title, name)
    disc(made, told, persona, Rect(SIDE, 30, DISC, DISC))
    _words(made, told, journey, Rect(x, 32 + tall, beside, FIGURES - 40 - tall))
    _figures(made, told, journey, Rect(SIDE, FIGURES, room, 34))
    if panel:
        _panel(made, told, journey)
    spoken(made, said.of_journey(told, journey))


def _words(made: Page, told: Telling, journey: Journey, area: Rect) -> None:
    """Tagline, quote and context: as much as there is room for, the rest is under the slide."""
    persona = told.persona(journey)
    paras = []
    if journey.title not in told.who(journey):
        paras.append(para(cut(journey.title, 16, area.w, 2), 16, "muted"))
    if persona.tagline:
        paras.append(para(cut(persona.tagline, 16, area.w, 2), 16, "muted"))
    if persona.quote:
        quote = as_said(persona.quote, told.say)
        size = fits_in(quote, area.w, 3, (24, 22, 20, 18, 16))
        paras.append(para(cut(quote, size, area.w, 4), size, italic=True, before=10))
    left = area.h - high(paras, area.w) - 4
    most = int(left / (14 * 1.2 * 25.4 / 72))
    if persona.context and most > 0:
        paras.append(para(cut(persona.context, 14, area.w, most), 14, before=10))
    if paras:
        words(made, area, paras, name=persona.name)


def _panel(made: Page, told: Telling, journey: Journey) -> None:
    text, room = journey.question, PANEL - 28
    size = fits_in(text, room, 9, (30, 28, 26, 24, 22, 20, 18, 16, 14), bold=True)
    label = told.say("The question")
    box(made, Rect(W - PANEL, 0, PANEL, H), Look("own.fill"),
        (para(label, 16, "own.on", ours=True), para(cut(text, size, room, 20, bold=True), size, "own.on", bold=True,
                                                    before=8)),
        name=label, pads=(14, 10, 14, 10))  # fmt: skip


def _figures(made: Page, told: Telling, journey: Journey, area: Rect) -> None:
    """Large numbers with their words, as many as are known."""
    found = list(_known(told, journey))
    share = area.w / max(len(found), 1)
    room = share - 6
    size = min((fits_in(number, room, 1, (32, 28, 26, 24, 22, 20, 16), bold=True) for number, *_ in found), default=16)
    for index, (number, text, alarming) in enumerate(found):
        paras = (para(number, size, "presence.gap.text" if alarming else "text", bold=True, ours=True),
                 para(text, 14, "muted", ours=True, before=2))  # fmt: skip
        words(made, Rect(area.x + index * share, area.y, room, area.h), paras, name=f"{number} {text}")


def _known(told: Telling, journey: Journey) -> Iterator[tuple[str, str, bool]]:
    say, levels = told.say, told.scene.levels.get(journey.id, {})
    if levels:
        n = sum(level == "absent" for level in levels.values())
        scope = phrases.the_scope(told.document, None, say)
        yield (
            say("{n} of {total}", n=n, total=len(levels)),
            say.many("phase without {scope}", "phases without {scope}", len(levels), scope=scope),
            n > 0,
        )
        found = told.scene.once(silences).get(journey.id)
        if found is not None and found.days:
            yield duration(found.days, say), say("the longest stretch without contact"), False
    share = assumptions(told.document, (journey.id,))
    if share.steps:
        yield (
            say("{n} of {total}", n=share.assumed, total=share.steps),
            say.many("step is an assumption", "steps are assumptions", share.steps), False,
        )  # fmt: skip
