"""The first slide: what the study is about, by whom, and whose journeys it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.exchange.presentation.deck import H, W, page, spoken
from journeys.exchange.presentation.look import disc
from journeys.exchange.presentation.measure import cut, fits_in
from journeys.exchange.presentation.shapes import Look, box, para, put, titled, words
from journeys.layout.drawing import Rect
from journeys.layout.slides.slide import Slide
from journeys.phrases.prompts import notes
from journeys.phrases.terms import count_of
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Persona

PANEL: Final = 122.0
LEFT: Final = 18.0
MOST: Final = 6
"""Personas in the panel; of more it says how many."""


def slide(deck: Deck, told: Telling) -> None:
    made = page(deck, title=True)
    study, say = told.document.study, told.say
    room = W - PANEL - 2 * LEFT
    size = fits_in(study.title, room, 4, (60, 54, 48, 44, 40, 36, 32, 28, 24, 20), bold=True)
    text = cut(study.title, size, room, 5, bold=True)
    titled(made, Rect(LEFT, 26, room, 100), text, size, anchor="bottom")
    put(made, made.slide.placeholders[1], Rect(LEFT, 132, room, 22), (para(_sub(told), 18, "muted", ours=True),))
    foot = " · ".join(part for part in (
        study.organisation, say("Edition {n}", n=study.edition) if study.edition > 1 else "",
        in_words(told.wanted.on, say) if told.wanted.on else "") if part)  # fmt: skip
    if foot:
        words(made, Rect(LEFT, 166, room, 12), (para(cut(foot, 14, room, 2), 14, "muted"),), name=say("Organisation"),
              anchor="bottom")  # fmt: skip
    _panel(made, told)
    spoken(
        made, "\n".join(line for one in told.journeys[:1] for line in notes(told.document, Slide("title", one.id), say))
    )


def _sub(told: Telling) -> str:
    """How much there is."""
    steps = sum(step.journey in told.wanted.journeys for step in told.document.steps.values())
    parts = [
        ("persona", len(_personas(told))),
        ("journey", len(told.journeys)),
        ("phase", len(told.phases)),
        ("step", steps),
    ]
    return " · ".join(count_of(kind, n, told.say) for kind, n in parts if n)


def _personas(told: Telling) -> list[Persona]:
    return list({one.persona: told.persona(one) for one in told.journeys}.values())


def _panel(made: Page, told: Telling) -> None:
    """The personas in the organisation's colour."""
    panel = Rect(W - PANEL, 0, PANEL, H)
    box(made, panel, Look("own.fill"), name="–", alt="")
    people = _personas(told)
    shown = people if len(people) <= MOST else people[: MOST - 1]
    rows = len(shown) + (len(shown) < len(people))
    high = min(150 / max(rows, 1), 40.0)
    y = (H - high * rows) / 2
    for persona in shown:
        _persona(made, told, persona, Rect(panel.x + 14, y, PANEL - 26, high))
        y += high
    if len(shown) < len(people):
        text = told.say.many("{n} more persona", "{n} more personas", len(people) - len(shown))
        words(made, Rect(panel.x + 14, y, PANEL - 26, high), (para(text, 16, "own.on", ours=True),), name=text,
              anchor="middle")  # fmt: skip


def _persona(made: Page, told: Telling, persona: Persona, area: Rect) -> None:
    round_ = min(area.h - 4, 28.0)
    ring = Rect(area.x, area.y + (area.h - round_) / 2, round_, round_)
    box(
        made,
        Rect(ring.x - 0.8, ring.y - 0.8, round_ + 1.6, round_ + 1.6),
        Look("paper", radius=round_),
        name="–",
        alt="",
    )
    disc(made, told, persona, ring)
    room = area.w - round_ - 6
    name = fits_in(persona.name, room, 2, (20, 18, 16, 14), bold=True)
    paras = [para(cut(persona.name, name, room, 2, bold=True), name, "own.on", bold=True)]
    if persona.tagline:
        paras.append(para(cut(persona.tagline, 13, room, 3 if area.h > 30 else 1), 13, "own.on", before=2))
    words(made, area._replace(x=area.x + round_ + 6, w=room), paras, name=persona.name, anchor="middle")
