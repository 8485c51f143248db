"""The lines between the cards of one slide, and on where the journey goes beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout import flow
from journeys.layout.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from journeys.layout.drawing import Dash
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Link

THICK: Final = 0.16
DIAMOND: Final = 1.0
DIP: Final = 0.9
"""How far below the cards a line runs that leads back."""


def links(ground: Ground, steps: Container[str]) -> list[Link]:
    """Those that begin or end at one of these steps."""
    found = [link for link in ground.document.links.values() if link.source in steps or link.target in steps]
    return sorted(found, key=lambda link: (link.source, link.target))


def said(found: list[Link]) -> dict[str, str]:
    """Step → the words on the line that leads to it."""
    return {link.target: link.label for link in found if link.label}


def draw(pen: Pen, found: list[Link], places: Mapping[str, Rect], w: float) -> None:
    """Between the cards, and off the stage where the other card stands on another slide."""
    going, coming = set[str](), set[str]()
    for link in found:
        pen.about = link.id
        source, target = places.get(link.source), places.get(link.target)
        if source is not None and target is not None:
            _between(pen, link, source, target)
        elif source is not None and link.source not in going:
            going.add(link.source)
            _out(pen, source, places, w)
        elif target is not None and link.target not in coming:
            coming.add(link.target)
            _in(pen, target, places)
    pen.about = None


def _between(pen: Pen, link: Link, source: Rect, target: Rect) -> None:
    ahead = target.x >= source.x + source.w - 0.1
    back = link.kind == "back" or not ahead
    ink = "flow.back" if back else "flow"
    dash: Dash = "dashed" if back else "solid"
    if ahead:
        points = flow.swing((source.x + source.w, _middle(source)), (target.x, _middle(target)))
    elif abs(source.x - target.x) < 0.1:
        points = _beside(source, target)
    else:
        points = _under(source, target)
    pen.line(points, ink, THICK, curved=True, arrow=back, dash=dash)
    if link.kind == "choice":
        x, y = points[0]
        pen.mark("diamond", x - 0.1, y - DIAMOND / 2, DIAMOND, ink)


def _middle(card: Rect) -> float:
    return card.y + card.h / 2


def _beside(source: Rect, target: Rect) -> tuple[tuple[float, float], ...]:
    """From one card to another in the same column."""
    x = source.x + source.w * 0.5
    down = target.y > source.y
    start = (x, source.y + source.h if down else source.y)
    end = (x, target.y if down else target.y + target.h)
    return flow.straight(start, end)


def _under(source: Rect, target: Rect) -> tuple[tuple[float, float], ...]:
    """Back, below the cards."""
    low = max(source.y + source.h, target.y + target.h) + DIP
    a, b = source.x + source.w * 0.3, target.x + target.w * 0.7
    return ((a, source.y + source.h), (a, low), (b, low), (b, target.y + target.h))


def _out(pen: Pen, card: Rect, places: Mapping[str, Rect], w: float) -> None:
    if all(other.x <= card.x + 0.1 for other in places.values()):
        pen.line(((card.x + card.w, _middle(card)), (w, _middle(card))), "flow", THICK)


def _in(pen: Pen, card: Rect, places: Mapping[str, Rect]) -> None:
    if all(other.x >= card.x - 0.1 for other in places.values()):
        pen.line(((0.0, _middle(card)), (card.x, _middle(card))), "flow", THICK)
