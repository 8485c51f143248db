"""Notes as large as sticky notes on a wall: the most important first, and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.slides import emblems
from journeys.layout.slides.writing import Setting, fitted, put
from journeys.phrases.terms import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Note

PAD: Final = 0.8
MARK: Final = 1.3
INDENT: Final = MARK + 0.6
APART: Final = 0.7
NARROWEST: Final = 12.0
WIDEST: Final = 24.0
SIZES: Final = (1.7, 1.55, 1.4, 1.3, 1.2, 1.1, 1.0)
LEAST: Final = 2 * PAD + 1.24
"""The height of a note with one line."""
LARGE: Final = 1.2
FEW: Final = 2
"""Rather than smaller type than that there are fewer notes, but not fewer than these."""
MORE: Final = 3.4
"""The room that "+12" takes."""
RANK: Final = {"pain": 0, "need": 1, "question": 1, "opportunity": 0, "idea": 1, "remark": 2, "quote": 3}


class Sticky(NamedTuple):
    """A note with its words broken for one width."""

    note: Note
    words: Setting
    w: float
    h: float


class Row(NamedTuple):
    """Notes beside each other, and how many more there are."""

    stickies: tuple[Sticky, ...]
    more: int

    @property
    def height(self) -> float:
        return max((sticky.h for sticky in self.stickies), default=0.0)


def by_importance(notes: Iterable[Note]) -> list[Note]:
    """What is still to be done first, then what most people chose; the same for every reader."""
    closed = ("done", "dropped")
    return sorted(notes, key=lambda n: (n.status in closed, -n.votes, RANK[n.kind], n.order, n.id))


def plan(ground: Ground, note: Note, w: float, high: float, sizes: Sequence[float] = SIZES) -> Sticky:
    """The note in this room, as large as it can be."""
    words = Setting((), 1.0, "regular", w)
    for size in sizes:
        most = max(int((high - 2 * PAD) / (size * 1.24) + 0.01), 1)
        words = fitted(note.text, "regular", w - 2 * PAD - INDENT, (size,), most, ground.language)
        if not words.told:
            break
    return Sticky(note, words, w, 2 * PAD + max(words.height, MARK))


def draw(pen: Pen, ground: Ground, made: Sticky, x: float, y: float, h: float | None = None) -> None:
    """Its kind is told by a mark besides the colour."""
    note, kind, high = made.note, made.note.kind, h or made.h
    pen.about = note.id
    pen.box(x, y, made.w, high, fill="remark" if note.status == "dropped" else kind, radius=0.35)
    if kind == "idea":
        pen.box(x, y, made.w, high, stroke="idea.mark", width=0.1, dash="dashed", radius=0.35)
    mark = "check" if note.status == "done" else f"note.{kind}"
    top = y + PAD + (made.words.size * 1.24 - MARK) / 2
    pen.mark(mark, x + PAD, top, MARK, f"{kind}.mark", ground.say(NOTES[kind]), "figure")
    put(pen, made.words, x + PAD + INDENT, y + PAD, colour=f"{kind}.text")
    pen.target(x, y, made.w, high, "note", note.id, "note")
    pen.about = None


def row(ground: Ground, notes: Sequence[Note], room: float, high: float) -> Row:
    """As many as stand beside each other with large words, all in the same type."""
    if not notes:
        return Row((), 0)
    made = Row((), 0)
    for fit in range(min(max(int((room + APART) / (NARROWEST + APART)), 1), len(notes)), 0, -1):
        beside = MORE + APART if len(notes) > fit else 0.0
        w = min((room - beside - APART * (fit - 1)) / fit, WIDEST)
        size = min(plan(ground, note, w, high).words.size for note in notes[:fit])
        made = Row(tuple(plan(ground, note, w, high, (size,)) for note in notes[:fit]), len(notes) - fit)
        if (size >= LARGE and w >= NARROWEST) or fit <= FEW:
            break
    return made


def draw_row(pen: Pen, ground: Ground, made: Row, area: Rect) -> None:
    """From the left top of the area, all equally high."""
    x = area.x
    for sticky in made.stickies:
        draw(pen, ground, sticky, x, area.y, made.height)
        x += sticky.w + APART
    if made.more:
        told = ground.say.many("{n} more note", "{n} more notes", made.more)
        emblems.more(pen, ground, made.more, x, area.y + max(made.height - 2.1, 0.0) / 2, told)
