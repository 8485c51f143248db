"""When there is no gap: that is worth a poster too, as long as everything is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.layout.drawing import Box, Mark, Rect
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from journeys.analysis.presence import Level
    from journeys.analysis.shared import Together
    from journeys.i18n import Words
    from journeys.model.document import Document

PROUD: Final = Style(26.0, "bold", leading=1.12, role="heading")
TEXT: Final = Style(11.0, colour="muted", leading=1.35)
FIGURE: Final = Style(20.0, "bold", leading=1.1)
CAPTION: Final = Style(8.6, colour="muted")
MARK_MM: Final = 26.0
SWATCH_MM: Final = 9.0
MEASURE_MM: Final = 150.0
FIGURE_MM: Final = 38.0


def calm(document: Document, seen: Together, room: tuple[float, float], scale: float, say: Words) -> Block:
    """A field with a check mark, what it means, and how often each level of presence occurs."""
    width, high = room
    filled = seen.phases - seen.levels["unmapped"]
    own = own_colour(document)
    wide = min(width * 0.9, MEASURE_MM * scale)
    sign = _sign(wide, own, scale, good=bool(filled))
    inside = stacked(
        wide,
        4.0 * scale,
        sign,
        paragraph(_title(document, seen, filled, say), PROUD, wide, scale, say.language, anchor="middle", even=True),
        paragraph(_text(document, seen, filled, say), TEXT, wide, scale, say.language, anchor="middle", even=True),
        _levels(seen, wide, own, scale, say),
    )
    high = max(high, inside.height + 8.0 * scale)
    whole = Block(width, high)
    whole.add(Box(Rect(0.0, 0.0, width, high), fill="lane.tint", stroke="sheet.accent", width=0.4 * scale,
                  radius=2.0 * scale))  # fmt: skip
    whole.put(inside, (width - wide) / 2, (high - inside.height) / 2)
    whole.height = high
    return whole


def _sign(width: float, own: str, scale: float, *, good: bool) -> Block:
    side = MARK_MM * scale
    block = Block(width, side)
    if not good:
        block.add(Mark("blank", (width - side) / 2, 0.0, side, "axis"))
        return block
    left, inset = (width - side) / 2, side * 0.24
    block.add(
        Box(Rect(left, 0.0, side, side), fill=f"{own}.fill", radius=side / 2),
        Mark("check", left + inset, inset, side - 2 * inset, f"{own}.on"),
    )
    return block


def _title(document: Document, seen: Together, filled: int, say: Words) -> str:
    scope = phrases.the_scope(document, None, say)
    if not filled:
        return say("Nothing is filled in yet")
    if seen.levels["deliberate"]:
        return say("No gap without a reason")
    if seen.levels["unmapped"]:
        return say("No gap found so far")
    return say.many("{scope} is there in {n} phase", "{scope} is there in all {n} phases", seen.phases,
                    scope=phrases.capital(scope))  # fmt: skip


def _text(document: Document, seen: Together, filled: int, say: Words) -> str:
    scope = phrases.the_scope(document, None, say)
    if not filled:
        return say("Put steps on the map with whom the person meets. Then this poster shows where {scope} is absent.",
                   scope=scope)  # fmt: skip
    if seen.levels["unmapped"]:
        return say.many(
            "{n} phase of a journey is not filled in yet.", "{n} phases of the journeys are not filled in yet.",
            seen.levels["unmapped"],
        )  # fmt: skip
    if seen.levels["deliberate"]:
        return say("Where {scope} is absent, the team says that this is right.", scope=scope)
    return say("From the first phase to the last the person meets {scope}, or somebody who passes on its help.",
               scope=scope)  # fmt: skip


def _levels(seen: Together, width: float, own: str, scale: float, say: Words) -> Block:
    """Each level in its pattern with how many phases have it."""
    shown = seen.shown
    column = min(width / max(len(shown), 1), FIGURE_MM * scale)
    block, left = Block(width), (width - column * len(shown)) / 2
    for index, level in enumerate(shown):
        block.put(_level(level, seen.levels[level], column, own, scale, say), left + index * column, 0.0)
    return block


def _level(level: Level, count: int, width: float, own: str, scale: float, say: Words) -> Block:
    look = level_look(level, own)
    side, high = SWATCH_MM * scale, SWATCH_MM * scale * 0.55
    swatch = Block(width, high)
    place = Rect((width - side) / 2, 0.0, side, high)
    mark = high * 0.66
    swatch.add(
        Box(place, look.fill, look.hatch, look.stroke, 0.3 * scale, look.dash, 0.8 * scale),
        Mark(look.mark, (width - mark) / 2, (high - mark) / 2, mark, look.words),
    )
    return stacked(
        width,
        0.8 * scale,
        swatch,
        paragraph(str(count), FIGURE, width, scale, say.language, anchor="middle"),
        paragraph(phrases.level_word(level, say), CAPTION, width * 0.94, scale, say.language, anchor="middle"),
    )
