"""What stands under or beside the cards of a phase: what was said, the notes, and what happens behind the scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.slides import emblems, stickies
from journeys.layout.slides.writing import Setting, fitted, put
from journeys.phrases.terms import as_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.layout.slides.stickies import Sticky
    from journeys.model.entities import Note, Step

HIGH: Final = 6.6
"""How high a row of notes may be."""
GAP: Final = 1.0
QUOTES: Final = (1.8, 1.6, 1.4, 1.25)
LARGE_QUOTES: Final = (2.4, 2.2, 2.0, 1.8, 1.6, 1.4, 1.25)
QUOTED: Final = 0.3
"""Of the width, for the quote beside a row of notes."""
TOGETHER: Final = 34.0
"""Ems of width from which quote and notes stand beside each other."""
LITTLE: Final = 0.22
TALLEST: Final = 5.6
"""Of a note that stands under others."""


class Below(NamedTuple):
    """The quote, and the row of notes beside or under it."""

    quote: Setting | None
    note: Note | None
    row: stickies.Row
    wide: float
    under: bool

    @property
    def height(self) -> float:
        said = self.quote.height if self.quote else 0.0
        if self.under:
            return said + self.row.height + (GAP * 0.7 if said and self.row.height else 0.0)
        return max(said, self.row.height)

    def draw(self, pen: Pen, ground: Ground, area: Rect) -> None:
        """In this area, which is as high as it needs."""
        x, y = area.x, area.y
        if self.quote is not None and self.note is not None:
            high = self.quote.height if self.under else area.h
            _said(pen, self.quote, self.note, x, y + max(high - self.quote.height, 0.0) / 2)
            x, y = (x, y + self.quote.height + GAP * 0.7) if self.under else (x + self.wide + GAP * 1.5, y)
        stickies.draw_row(pen, ground, self.row, area._replace(x=x, y=y))


def below(ground: Ground, quote: Note | None, notes: Sequence[Note], area: Rect, free: float) -> Below:
    """The quote beside the notes, on a narrow stage above them; broken for the width of the area.

    `free`: the height that the cards leave; the notes take a little where that is none.
    """
    high = min(HIGH, max(free, area.h * LITTLE))
    if quote is None:
        return Below(None, None, stickies.row(ground, notes, area.w, high), 0.0, under=False)
    under = area.w < TOGETHER or not notes
    wide = area.w if under else area.w * QUOTED
    said = _setting(ground, quote, wide, QUOTES, 2 if under else 3)
    left = area.w if under else area.w - wide - GAP * 1.5
    row = stickies.row(ground, notes, left, high - (said.height if under else 0.0))
    return Below(said, quote, row, wide, under)


def _setting(ground: Ground, quote: Note, wide: float, sizes: tuple[float, ...], most: int) -> Setting:
    return fitted(as_said(quote.text, ground.say), "italic", wide, sizes, most, ground.language, even=True)


def _said(pen: Pen, words: Setting, note: Note, x: float, y: float) -> None:
    pen.about = note.id
    put(pen, words, x, y)
    pen.target(x, y, words.width, words.height, "note", note.id, "note")
    pen.about = None


def beside(pen: Pen, ground: Ground, quote: Note | None, notes: Sequence[Note], area: Rect) -> None:
    """Quote and notes under each other, as many as there is room for, in the middle of the height."""
    said: Setting | None = None
    used = 0.0
    for size in LARGE_QUOTES if quote is not None else ():
        said = _setting(ground, quote, area.w, (size,), 3 if notes else 5) if quote is not None else None
        used = said.height + GAP if said else 0.0
        if not (said and said.told) and not stack(ground, notes, area.w, area.h - used)[1]:
            break
    made, more = stack(ground, notes, area.w, area.h - used)
    tall = used + sum(one.h + stickies.APART for one in made) + (2.1 if more else -stickies.APART)
    y = area.y + max((area.h - tall) / 2, 0.0)
    if said is not None and quote is not None:
        _said(pen, said, quote, area.x, y)
        y += said.height + GAP
    for one in made:
        stickies.draw(pen, ground, one, area.x, y)
        y += one.h + stickies.APART
    if more:
        told = ground.say.many("{n} more note", "{n} more notes", more)
        emblems.more(pen, ground, more, area.x, y, told)


def stack(ground: Ground, notes: Sequence[Note], w: float, high: float) -> tuple[list[Sticky], int]:
    """As many notes as fit this height, all in one type, and how many do not."""
    for size in stickies.SIZES:
        made = [stickies.plan(ground, note, w, TALLEST, (size,)) for note in notes]
        if sum(one.h + stickies.APART for one in made) - stickies.APART <= high and not any(s.words.told for s in made):
            return made, 0
    least = [stickies.plan(ground, note, w, TALLEST, (1.3, 1.2, 1.1, 1.0)) for note in notes]
    kept, left = list[stickies.Sticky](), high
    for index, one in enumerate(least):
        last = index == len(least) - 1
        if one.h > left - (0.0 if last else stickies.APART + 2.1):
            break
        kept.append(one)
        left -= one.h + stickies.APART
    rest = len(least) - len(kept)
    return kept, rest if left >= 2.1 else 0


def backstage(pen: Pen, ground: Ground, steps: list[Step], area: Rect) -> None:
    """What others do meanwhile, in one row."""
    x, right = area.x, area.x + area.w
    pen.mark("behind", x, area.y + 0.3, 1.3, "muted", ground.say("Behind the scenes"), "figure")
    x += 2.0
    for index, step in enumerate(steps):
        rest = len(steps) - index
        room = right - x - (3.2 if rest > 1 else 0.0) - 2 * emblems.PILL_PAD
        words = fitted(step.title or ground.say("Without a title"), "regular", room, (1.0,), 1, ground.language)
        if (words.told and index) or room < 4:
            emblems.more(pen, ground, rest, x, area.y - 0.1)
            return
        pen.about = step.id
        wide = emblems.pill(pen, words, x, area.y + 0.15, "card.fill.back", "card.text", "card.stroke")
        pen.target(x, area.y + 0.15, wide, 1.64, "step", step.id, "card")
        pen.about = None
        x += wide + 0.5
