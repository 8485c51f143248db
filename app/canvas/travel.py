"""Where an arrow key leads: the nearest card, cell, phase or note in that direction."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF

from app.canvas import scale

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from app.canvas.hits import Hits
    from journeys.layout.drawing import Rect, Target

Heading = Literal["left", "right", "up", "down"]
STOPS: Final = frozenset({"card", "cell", "phase", "presence", "note"})
"""Parts on which the keyboard's cursor can stand."""
SIDEWAYS: Final = 3.0
"""A millimetre aside counts as three ahead."""
NARROW: Final = 5.0
"""Empty places narrower than this, in mm, are for dropping and clicking, not for standing on."""
LOOKS: Final = (400.0, 2000.0, 20_000.0, 10_000_000.0)
"""How far one looks ahead, in pixels at 100 %, before looking further."""


def can_stand(target: Target, lanes: Container[str]) -> bool:
    """Whether the cursor stops here; `lanes` are those in whose empty places something can be written."""
    if target.part != "cell":
        return target.part in STOPS
    return target.rect.w >= NARROW and (target.kind == "step" or target.id in lanes)


def first(hits: Hits, lanes: Container[str] = ()) -> Target | None:
    """Where travelling begins: the first card, or else the first thing to stand on."""
    stops = [target for target in hits.all() if can_stand(target, lanes)]
    cards = [target for target in stops if target.part == "card"]
    return min(cards or stops, key=lambda target: (target.rect.x, target.rect.y), default=None)


def onward(hits: Hits, here: Target, heading: Heading, lanes: Container[str] = ()) -> Target | None:
    """The next stop from here; None at the edge of the map."""
    for far in LOOKS:
        near = hits.touching(_ahead(scale.rect(here.rect), heading, far))
        stops = _from_card_to_card([target for target in near if can_stand(target, lanes)], here, heading)
        found = _nearest([hits.free(target) for target in stops], here, heading)
        if found is not None:
            return found
    return None


def _from_card_to_card(stops: list[Target], here: Target, heading: Heading) -> list[Target]:
    """Sideways from a card, the free room under other cards and beside labels is passed by: no card fits there."""
    if here.part != "card" or heading in ("up", "down"):
        return stops
    stops = [t for t in stops if t.part != "cell" or t.kind != "step" or t.rect.w > here.rect.w - 1]
    taken = {target.place[:4] for target in stops if target.part == "card" and target.place is not None}
    return [t for t in stops if t.part != "cell" or t.kind != "step" or t.place is None or t.place[:4] not in taken]


def _ahead(here: QRectF, heading: Heading, far: float) -> QRectF:
    """The part of the map to look at: that far ahead, a third of it to either side."""
    aside = far / 3
    if heading == "left":
        return QRectF(here.left() - far, here.top() - aside, far + here.width(), here.height() + 2 * aside)
    if heading == "right":
        return QRectF(here.left(), here.top() - aside, far + here.width(), here.height() + 2 * aside)
    if heading == "up":
        return QRectF(here.left() - aside, here.top() - far, here.width() + 2 * aside, far + here.height())
    return QRectF(here.left() - aside, here.top(), here.width() + 2 * aside, far + here.height())


def _nearest(targets: Iterable[Target], here: Target, heading: Heading) -> Target | None:
    ahead = [t for t in targets if not _same(t, here) and _gap(here.rect, t.rect, heading) > 0]
    if heading in ("left", "right"):
        ahead = [t for t in ahead if _row(t) == _row(here)]
    else:
        ahead = [t for t in ahead if _aside(here.rect, t.rect, heading) <= 0] or ahead
    return min(ahead, key=lambda t: _cost(here.rect, t.rect, heading), default=None)


def _same(one: Target, other: Target) -> bool:
    return (one.part, one.id, one.place) == (other.part, other.id, other.place)


def _row(target: Target) -> tuple[str, ...]:
    """What one stays in when going sideways: cards with their empty places, phases, a lane of notes."""
    if target.place is not None:
        return (target.kind, target.place[2], "" if target.kind == "step" else target.id)
    return (target.part,)


def _cost(here: Rect, there: Rect, heading: Heading) -> float:
    gap = _gap(here, there, heading)
    return inf if gap <= 0 else gap + SIDEWAYS * _aside(here, there, heading) + _off_middle(here, there, heading) / 4


def _gap(here: Rect, there: Rect, heading: Heading) -> float:
    """How far ahead it lies, from middle to middle; below 0 is behind."""
    right = there.x + there.w / 2 - here.x - here.w / 2
    down = there.y + there.h / 2 - here.y - here.h / 2
    return {"right": right, "left": -right, "down": down, "up": -down}[heading] - 0.1


def _off_middle(here: Rect, there: Rect, heading: Heading) -> float:
    """How far its middle lies from the way; of two that are as near, the straighter one is meant."""
    if heading in ("left", "right"):
        return abs(there.y + there.h / 2 - here.y - here.h / 2)
    return abs(there.x + there.w / 2 - here.x - here.w / 2)


def _aside(here: Rect, there: Rect, heading: Heading) -> float:
    """How far it lies beside the way; 0 when the two overlap across it."""
    if heading in ("left", "right"):
        apart = max(there.y - here.y - here.h, here.y - there.y - there.h)
    else:
        apart = max(there.x - here.x - here.w, here.x - there.x - there.w)
    return max(0.0, apart)
