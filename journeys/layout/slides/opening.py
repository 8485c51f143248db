"""The title slide: whose journey this is, and the question that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Rect
from journeys.layout.slides import emblems
from journeys.layout.slides.ground import HIGH, TITLE
from journeys.layout.slides.writing import Setting, fitted, line, put
from journeys.phrases.terms import as_said

if TYPE_CHECKING:
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground

TITLES: Final = (6.4, 5.6, 5.0, 4.4, 3.8, 3.3, 2.9, TITLE)
NAMES: Final = (2.0, 1.7, 1.4, 1.2)
QUOTES: Final = (2.0, 1.8, 1.6, 1.4, 1.2, 1.0)
QUESTIONS: Final = (3.0, 2.7, 2.4, 2.1, 1.9, 1.7, 1.5, 1.3, 1.1, 1.0)
DISC: Final = 7.0
SMALL_DISC: Final = 3.6
ROOMY: Final = 24.0
"""Ems from which there is room for a large disc."""
PANEL: Final = 0.37
"""Of the width, or of the height where it stands below."""


def layers(ground: Ground) -> list[Layer]:
    """Words at the left, the question in the organisation's colour at the right, or below on a narrow stage."""
    panel = _panel_area(ground)
    words = Rect(0, 0, ground.w, HIGH)
    if panel is not None:
        words = words._replace(h=panel.y) if ground.narrow else words._replace(w=panel.x)
    made = [ground.layer("title", 1, lambda pen: _words(pen, ground, words))]
    if panel is not None:
        made.insert(0, ground.layer("question", 2, lambda pen: _panel(pen, ground, panel)))
    return made


def _panel_area(ground: Ground) -> Rect | None:
    if not ground.journey.question:
        return None
    if ground.narrow:
        high = HIGH * PANEL
        return Rect(0, HIGH - high, ground.w, high)
    wide = min(ground.w * PANEL, 30.0)
    return Rect(ground.w - wide, 0, wide, HIGH)


def _panel(pen: Pen, ground: Ground, area: Rect) -> None:
    own = ground.look.own
    pen.box(*area, fill=f"{own}.fill")
    side = ground.left
    room = area.w - 2 * side
    label = line(ground.say("The question"), "semibold", room, 1.3, ground.say.language)
    free = area.h - 2 * side - label.height - 1.4
    question = Setting((), 1.0, "regular", room)
    for size in QUESTIONS:
        question = fitted(
            ground.journey.question, "semibold", room, (size,), int(free / (size * 1.24)), ground.language, even=True
        )
        if not question.told:
            break
    top = area.y + (area.h - label.height - 1.4 - question.height) / 2
    pen.about = ground.journey.id
    pen.box(area.x + side, top - 0.7, 3.2, 0.28, fill=f"{own}.on", radius=0.14)
    down = put(pen, label, area.x + side, top, colour=f"{own}.on", role="heading")
    put(pen, question, area.x + side, down + 0.7, colour=f"{own}.on")
    pen.target(area.x, area.y, area.w, area.h, "journey", ground.journey.id, "question")
    pen.about = None


def _words(pen: Pen, ground: Ground, area: Rect) -> None:
    """What kind of journey, its title, the persona with what they say, the organisation at the foot."""
    x = area.x + ground.left
    room = area.w - 2 * ground.left
    study = ground.document.study
    foot = line(_foot(ground), "regular", room, 1.15, ground.language)
    bottom = area.h - 1.9 - foot.height
    top = 2.2
    emblems.variant(pen, ground, x, top, room)
    top += 2.2
    who = _who_height(ground, room)
    title = Setting((), TITLE, "bold", room)
    for size in TITLES:
        most = max(int((bottom - top - who - 2.5) / (size * 1.24)), 1)
        title = fitted(ground.journey.title, "bold", room, (size,), min(most, 3), ground.language, even=True)
        if not title.told:
            break
    spare = max(bottom - top - title.height - who - 2.0, 0.0)
    pen.about = ground.journey.id
    y = top + spare * 0.3
    pen.target(x, y, max(title.width, 4.0), max(title.height, 1.0), "journey", ground.journey.id, "title")
    y = put(pen, title, x, y, role="title")
    pen.about = None
    _who(pen, ground, x, y + 1.2 + spare * 0.25, room, bottom)
    pen.about = study.id
    put(pen, foot, x, area.h - 1.9 - foot.height + 0.4, colour="muted")
    pen.about = None


def _foot(ground: Ground) -> str:
    """Organisation and study, once where they are the same."""
    study = ground.document.study
    parts = [study.organisation, study.title if study.title != ground.journey.title else ""]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _settings(ground: Ground, room: float) -> tuple[Setting, Setting, Setting]:
    persona, language = ground.persona, ground.language
    beside = room - _disc(room) - 1.2
    name = fitted(persona.name, "semibold", beside, NAMES, 2, language)
    tagline = fitted(persona.tagline, "regular", beside, (1.3, 1.15, 1.0), 2, language)
    quote = fitted(as_said(persona.quote, ground.say), "italic", beside, QUOTES, 4, language)
    return name, tagline, quote


def _disc(room: float) -> float:
    return DISC if room > ROOMY else SMALL_DISC


def _who_height(ground: Ground, room: float) -> float:
    name, tagline, quote = _settings(ground, room)
    words = name.height + tagline.height + (quote.height + 0.8 if quote.lines and room > ROOMY else 0.0)
    return max(words, _disc(room))


def _who(pen: Pen, ground: Ground, x: float, y: float, room: float, bottom: float) -> None:
    """The disc, with name and words beside it; what does not fit is left out, the quote first."""
    name, tagline, quote = _settings(ground, room)
    emblems.disc(pen, ground, x, y, _disc(room))
    x += _disc(room) + 1.2
    pen.about = ground.persona.id
    if y + name.height <= bottom:
        y = put(pen, name, x, y, role="heading")
    if y + tagline.height <= bottom:
        y = put(pen, tagline, x, y, colour="muted")
    if quote.lines and y + 0.8 + quote.height <= bottom:
        put(pen, quote, x, y + 0.8)
    pen.about = None
