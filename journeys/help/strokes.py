"""Figures of a few strokes: what a word of the help looks like, with the very marks and patterns of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.i18n import N_
from journeys.layout import text
from journeys.layout.drawing import Drawing, Layer, Rect
from journeys.layout.levels import level_look
from journeys.layout.marks import face
from journeys.layout.pen import Pen
from journeys.phrases import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.presence import Level
    from journeys.i18n import Words

PT: Final = 10.0
OWN: Final = "party.0"
SHOWN: Final[tuple[Level, ...]] = (
    "direct", "commissioned", "via_partner", "backstage", "absent", "deliberate", "unmapped",
)  # fmt: skip
PLAN: Final = (
    (10, N_("Welcome")), (35, N_("Draw")), (25, N_("Heartbeat and needs")), (15, N_("Break")),
    (30, N_("Where are we absent?")), (25, N_("Opportunities")), (20, N_("Choose")), (20, N_("Look back")),
)  # fmt: skip
"""The three hours of a workshop: minutes and what is done in them; the page says the same."""
DESK: Final = 3
"""The number of the box with day 0, counted from 0."""


class Flat(NamedTuple):
    """A surface of so many ems, and the pen on it."""

    pen: Pen
    say: Words
    w: float
    h: float

    def words(self, said: str, x: float, y: float, room: float, *, size: float = 1.0, bold: bool = False,
              colour: str = "text", middle: bool = False) -> float:  # fmt: skip
        """Broken to fit; gives where they end."""
        font: fonts.Font = "semibold" if bold else "regular"
        lines = text.lines(said, font, room / size, self.say.language)
        at = x + room / 2 if middle else x
        anchor = "middle" if middle else "start"
        return self.pen.text(lines, at, y, size=size, font=font, colour=colour, anchor=anchor)  # type: ignore[arg-type]  # one of two

    def done(self) -> Drawing:
        em = self.pen.em
        area = Rect(0.0, 0.0, self.w * em, self.h * em)
        return Drawing(area.w, area.h, (Layer("figure", area, self.pen.elements),), None, PT)


def _flat(say: Words, w: float, h: float) -> Flat:
    return Flat(Pen(PT), say, w, h)


def story(say: Words) -> Drawing:
    """Nine months on a line: where the map began, and where the life did."""
    flat = _flat(say, 46, 11.5)
    pen = flat.pen
    pen.line(((1.5, 6), (44.5, 6)), "axis", 0.14, arrow=True)
    said = (say("Pregnant"), say("To the midwife"), say("To the hospital"), say("At the desk"), say("After it"))
    for number, words in enumerate(said):
        x, desk = 1.6 + number * 8.6, number == DESK
        _level(flat, x, 4.6, 7.9, "direct" if desk else "absent")
        flat.words(words, x, 8, 8.2, bold=desk)
    flat.words(say("9 months before"), 1.6, 1.2, 12, colour="muted")
    flat.words(say("Here the journey began"), 1.6, 2.5, 22, colour="muted")
    at = 1.6 + DESK * 8.6
    flat.words(say("day 0"), at, 1.2, 8, bold=True)
    flat.words(say("Here most maps begin"), at, 2.5, 18, colour="muted")
    return flat.done()


def presence(say: Words) -> Drawing:
    """Every level with its pattern, as the strip on the map has it."""
    flat = _flat(say, 46, 9.2)
    for number, level in enumerate(SHOWN):
        x, y = 0.4 + (number % 4) * 11.5, 0.6 + (number // 4) * 4.4
        _level(flat, x, y, 10.6, level)
    return flat.done()


def _level(flat: Flat, x: float, y: float, w: float, level: Level | str) -> None:
    look, pen = level_look(level, OWN), flat.pen
    pen.box(x, y, w, 2.8, fill=look.fill, hatch=look.hatch, stroke=look.stroke, dash=look.dash, width=0.12, radius=0.4)
    pen.mark(look.mark, x + 0.5, y + 0.9, 1.0, look.words)
    word = flat.say(terms.LEVELS[level]) if level in terms.LEVELS else ""
    lines = text.lines(word, "semibold", (w - 2.2) / 0.92, flat.say.language)
    top = y + 1.4 - len(lines) * 0.92 * 1.24 / 2
    pen.text(lines, x + 1.8, top, size=0.92, font="semibold", colour=look.words)


def faces(say: Words) -> Drawing:
    """The five faces, with the key of each."""
    flat = _flat(say, 46, 7)
    for key, (emotion, word) in enumerate(terms.EMOTIONS.items(), 1):
        x = 0.6 + (key - 1) * 9.1
        flat.pen.mark(face(emotion), x + 2.9, 0.4, 2.6, f"face.{emotion:+d}" if emotion else "face.0")
        flat.words(str(key), x, 3.2, 8.4, bold=True, middle=True)
        flat.words(say(word), x, 4.5, 8.4, colour="muted", middle=True)
    return flat.done()


def three_hours(say: Words) -> Drawing:
    """Three hours as a bar: each part as long as it lasts, its name and its minutes below each other."""
    rows = [(minutes, say(name)) for minutes, name in PLAN]
    flat = _flat(say, 46, 1.6 * len(rows) + 1.2)
    at = 0
    for number, (minutes, name) in enumerate(rows):
        y = 0.6 + number * 1.6
        flat.words(name, 0.4, y, 12.6)
        flat.words(say("{n} min", n=minutes), 13.2, y, 5, colour="muted")
        own = f"{OWN}.fill" if minutes >= 25 else "card.stroke"
        flat.pen.box(17.5 + at * 28 / 180, y + 0.1, minutes * 28 / 180, 1.1, fill=own, radius=0.3)
        at += minutes
    return flat.done()


def screens(say: Words) -> Drawing:
    """The presenter's screen and the room's."""
    flat = _flat(say, 46, 14)
    pen = flat.pen
    for x, title in ((1, say("Your screen")), (25, say("Screen of the room"))):
        pen.box(x, 2, 20, 11, fill="card.fill", stroke="card.stroke", width=0.14, radius=0.5)
        flat.words(title, x, 0.3, 20, bold=True)
    pen.box(2, 3, 11, 6.2, fill="phase.fill", radius=0.3)
    flat.words(say("Now"), 2.6, 3.4, 9, bold=True, colour="phase.text")
    pen.box(14, 3, 6, 3.4, fill="phase.fill", radius=0.3)
    flat.words(say("Then"), 14.4, 3.3, 5, colour="phase.text")
    flat.words(say("Your notes"), 2, 10, 11, colour="muted")
    flat.words(say("Clock"), 14, 7.2, 6, colour="muted")
    pen.box(26, 3, 18, 9, fill="phase.fill", radius=0.3)
    flat.words(say("Now"), 27, 4.2, 16, size=2.4, bold=True, colour="phase.text")
    return flat.done()


def tiles(say: Words) -> Drawing:
    """A large poster on small sheets, with their labels and the strip in which they lie over each other."""
    flat = _flat(say, 46, 14)
    pen, w, h = flat.pen, 6.2, 4.2
    for row in range(3):
        for column in range(4):
            x, y = 1 + column * (w + 0.35), 0.6 + row * (h + 0.35)
            pen.box(x, y, w, h, fill="paper", stroke="card.stroke", dash="dashed", width=0.1)
            flat.words(f"{'ABC'[row]}{column + 1}", x, y + 1.5, w, bold=True, middle=True)
    flat.words(say("Every sheet says where it belongs."), 28.5, 1.2, 16.5)
    flat.words(say("The edges lie over each other. Cut along the line and stick the sheets together."), 28.5, 5.4, 16.5)
    return flat.done()


def saving(say: Words) -> Drawing:
    """The three things that the status bar can say, and where the study then is."""
    rows = (
        ("dot", say("Saved on this computer, file follows"), say("At once, with every change.")),
        ("dot", say("Saved in file"), say("Two seconds later, in your own folder.")),
        (
            "flag", say("Not saved: {reason}", reason="…"),
            say("Something is wrong with the file. Press the button beside it."),
        ),
    )  # fmt: skip
    flat = _flat(say, 46, 10.4)
    for number, (mark, state, about) in enumerate(rows):
        y = 0.4 + number * 3.3
        ink = "presence.gap.text" if mark == "flag" else f"{OWN}"
        flat.pen.box(0.4, y, 20, 2.6, fill="card.fill", stroke="card.stroke", width=0.1, radius=0.4)
        flat.pen.mark(mark, 0.9, y + 0.8, 1.0, ink)
        flat.words(state, 2.4, y + (0.7 if fonts.em_width(state, "semibold") < 17.5 else 0.1), 17.6, bold=True)
        flat.words(about, 21.6, y + 0.7, 24)
    return flat.done()


def quick(say: Words) -> Drawing:
    """One line of quick entry, taken apart."""
    parts: Sequence[tuple[str, str]] = (
        (say("I call the midwife"), say("What happens")), (say("@midwife"), say("With whom")),
        ("+1", say("How it felt")), ("Enter", say("On to the next")),
    )  # fmt: skip
    flat = _flat(say, 46, 6.6)
    x = 0.6
    for number, (words, about) in enumerate(parts):
        wide = (17.0, 12.0, 7.0, 8.4)[number]
        last = number == len(parts) - 1
        flat.pen.box(
            x,
            0.6,
            wide - 0.6,
            2.6,
            fill="phase.fill" if last else "card.fill",
            stroke="card.stroke",
            width=0.1,
            radius=0.4,
        )
        flat.words(words, x + 0.7, 1.2, wide - 1.6, bold=True, colour="phase.text" if last else "card.text")
        flat.words(about, x + 0.2, 3.9, wide - 0.8, colour="muted")
        x += wide
    return flat.done()
