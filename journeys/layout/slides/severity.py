"""How serious a gap is, as a picture: a bar from 0 to 100 with its number and its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis import severity as weights
from journeys.layout.slides.writing import Setting, line, put
from journeys.phrases.terms import degree_word

if TYPE_CHECKING:
    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground


def told(ground: Ground, severity: int) -> str:
    """ "severity 87 (high)"."""
    return ground.say("severity {n} ({degree})", n=severity, degree=degree_word(severity, ground.say))


def bar(pen: Pen, severity: int, x: float, y: float, w: float, h: float) -> None:
    """As far filled as it is serious; small lines where middle and high begin."""
    pen.box(x, y, w, h, fill="card.fill", stroke="presence.gap.stroke", width=0.08, radius=h / 2)
    if severity:
        pen.box(x, y, max(w * severity / 100, h), h, fill="presence.gap.stroke", radius=h / 2)
    for limit in (weights.MIDDLE, weights.HIGH):
        at = x + w * limit / 100
        ink = "card.fill" if severity > limit else "presence.gap.stroke"
        pen.line(((at, y + h * 0.15), (at, y + h * 0.85)), ink, 0.1)


def gauge(pen: Pen, ground: Ground, severity: int, area: Rect) -> None:
    """A large number over its bar, with the word beside it."""
    number = Setting((str(severity),), 2.8, "bold", 6.0)
    put(pen, number, area.x, area.y - 0.5, colour="presence.gap.text", alt=told(ground, severity))
    x = area.x + number.width + 0.5
    room = area.x + area.w - x
    label = line(ground.say("severity"), "regular", room, 1.0, ground.say.language)
    word = line(degree_word(severity, ground.say), "semibold", room, 1.15, ground.say.language)
    y = put(pen, label, x, area.y - 0.1, colour="presence.gap.text", role="artifact")
    put(pen, word, x, y, colour="presence.gap.text", role="artifact")
    bar(pen, severity, area.x, area.y + 3.3, area.w, 0.9)


def flat(pen: Pen, ground: Ground, severity: int, area: Rect) -> float:
    """Words with the bar under them; returns where it ends."""
    words = line(told(ground, severity), "semibold", area.w, 1.1, ground.say.language)
    y = put(pen, words, area.x, area.y, colour="presence.gap.text")
    bar(pen, severity, area.x, y + 0.2, area.w, 0.7)
    return y + 0.9
