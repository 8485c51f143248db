"""Steps as large cards: as much of each as stays readable from the back of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import chips, marks
from journeys.layout.card import contact_words
from journeys.layout.slides import emblems
from journeys.layout.slides.writing import Setting, fitted, put
from journeys.model.document import place_of
from journeys.phrases.durations import lasting
from journeys.phrases.lenses import signs
from journeys.phrases.terms import EVIDENCE, capital

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.analysis.lenses.marks import Mark
    from journeys.layout.drawing import Dash
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Step
    from journeys.model.values import Contact

PAD: Final = 0.9
TOP: Final = 0.7
EDGE: Final = 0.5
RADIUS: Final = 0.6
ROW_APART: Final = 0.3
STAR: Final = 1.9
CHIP: Final = 1.5


class Degree(NamedTuple):
    """How large a card's type is, and how much of the step it tells."""

    title: float
    small: float
    titles: int
    body: int
    contacts: int
    extras: bool

    @property
    def telling(self) -> bool:
        """Whether it still says with whom."""
        return self.contacts > 0

    @property
    def top(self) -> float:
        """From the edge of the card to its words."""
        return TOP if self.telling else 0.5


DEGREES: Final = (
    *(Degree(size, max(round(size * 0.8, 2), 1.0), 3, 5, 3, True) for size in (2.2, 2.0, 1.8, 1.65, 1.5, 1.4, 1.3)),
    Degree(1.3, 1.0, 3, 3, 2, True),
    Degree(1.25, 1.0, 3, 2, 2, False),
    Degree(1.2, 1.0, 3, 1, 2, False),
    Degree(1.2, 1.0, 3, 0, 1, False),
    Degree(1.1, 1.0, 2, 0, 1, False),
    Degree(1.0, 1.0, 2, 0, 1, False),
    Degree(1.5, 1.0, 2, 0, 0, False),
    Degree(1.3, 1.0, 2, 0, 0, False),
    Degree(1.15, 1.0, 2, 0, 0, False),
    Degree(1.0, 1.0, 1, 0, 0, False),
)
"""From the largest and fullest to the least."""
LEAST: Final = 2.5
"""The height of the smallest card."""


class Row(NamedTuple):
    """A line under the words: a mark and what it says; `own`: with the own organisation."""

    mark: str
    ink: str
    words: Setting
    colour: str = "card.muted"
    own: bool = False


class Card(NamedTuple):
    """A step broken for one width."""

    step: Step
    w: float
    h: float
    title: Setting
    body: Setting
    rows: tuple[Row, ...]
    own: bool
    face: float
    top: float
    chips: tuple[Mark, ...] = ()


def plan(ground: Ground, step: Step, w: float, degree: Degree, *, face: float = 0.0, said: str = "") -> Card:
    """`face`: how large one stands on the card itself; `said`: the words on the line that leads here."""
    own = any(contact.party in ground.look.scope.inside for contact in step.contacts)
    face = min(face, 1.4) if not degree.telling else face
    room = w - 2 * PAD - (EDGE if own else 0.0) - (face + 0.5 if face else 0.0)
    named = step.title or ground.say("Without a title")
    title = fitted(named, "bold", room, (degree.title,), degree.titles, ground.language)
    body = fitted(step.body, "regular", room, (degree.small,), degree.body, ground.language) if degree.body else (
        Setting((), 1.0, "regular", room))  # fmt: skip
    rows = tuple(_rows(ground, step, room, degree, said))
    said_of = tuple((ground.marks or {}).get(step.id, ())) if degree.telling else ()
    high = title.height + body.height + (0.25 if body.lines else 0.0)
    high += sum(max(row.words.height, row.words.size * 1.24) + ROW_APART for row in rows)
    high += CHIP + 0.4 if said_of else 0.0
    return Card(step, w, 2 * degree.top + max(high, face), title, body, rows, own, face, degree.top, said_of)


def _rows(ground: Ground, step: Step, room: float, degree: Degree, said: str) -> list[Row]:
    size, say = degree.small, ground.say

    lines = 2 if degree.extras else 1

    def plain(told: str) -> Setting:
        return words(told, bold=False, most=1)

    def words(told: str, bold: bool, most: int = lines) -> Setting:  # noqa: FBT001 - told by name or by place
        inside = room - size * 1.25 - 0.45
        return fitted(told, "semibold" if bold else "regular", inside, (size,), most, ground.language)

    found = [Row("arrow", "flow", words(said, bold=True, most=1))] if said and degree.contacts else []
    found += [_contact(ground, contact, words) for contact in step.contacts[: degree.contacts]]
    rest = len(step.contacts) - degree.contacts
    if rest > 0 and degree.contacts:
        found.append(Row("more", "card.muted", plain(say.many("{n} more", "{n} more", rest))))
    if step.nobody and degree.contacts:
        hurts = step.emotion is not None and step.emotion < 0
        ink = "nobody" if hurts else "card.muted"
        found.append(Row("question-mark", ink, words(capital(say("nobody")), bold=True), ink))
    if degree.extras and step.place:
        found.append(Row("pin", "card.muted", plain(step.place)))
    if degree.extras and step.lasts:
        found.append(Row("clock", "card.muted", plain(lasting(step.lasts, say))))
    return found


def _contact(ground: Ground, contact: Contact, words: Callable[[str, bool], Setting]) -> Row:
    """Party and channel; the party alone, with the sign of the channel, where both are too long."""
    look = ground.look
    channel, party = look.channels.get(contact.channel or ""), look.parties.get(contact.party or "")
    own = contact.party in look.scope.inside
    made = words(contact_words(contact, look), own)
    if made.told and channel and party:
        made = words(party.name, own)
    mark = marks.channel(channel.icon) if channel else "dot"
    return Row(mark, look.colour(contact.party), made, look.own if own else "card.muted", own)


def draw(pen: Pen, ground: Ground, card: Card, x: float, y: float) -> None:
    """With its left top corner there."""
    step = card.step
    pen.about = step.id
    _frame(pen, ground, card, x, y)
    left = x + PAD + (EDGE if card.own else 0.0)
    down = put(pen, card.title, left, y + card.top, colour="card.text", role="item")
    if card.body.lines:
        down = put(pen, card.body, left, down + 0.25, colour="card.text")
    for row in card.rows:
        down = _draw_row(pen, row, left, down + ROW_APART)
    if card.face and step.emotion is not None:
        emblems.face(pen, ground, step.emotion, x + card.w - PAD - card.face, y + card.top, card.face)
    pen.target(x, y, card.w, card.h, "step", step.id, "card", place_of(step))
    _draw_chips(pen, ground, card, left, y + card.h - card.top - CHIP)
    _badges(pen, ground, step, x + card.w, y)
    pen.about = None


def _draw_row(pen: Pen, row: Row, x: float, y: float) -> float:
    size = row.words.size
    pen.mark(row.mark, x, y + size * 0.12, size * 1.05, row.ink)
    put(pen, row.words, x + size * 1.25 + 0.2, y, colour="card.text" if row.own else row.colour)
    return y + max(row.words.height, size * 1.24)


def _frame(pen: Pen, ground: Ground, card: Card, x: float, y: float) -> None:
    fill, stroke, width, dash = _cover(ground, card)
    pen.box(x, y + 0.16, card.w, card.h, fill="card.shadow", radius=RADIUS)
    if card.own:
        pen.box(x, y, card.w, card.h, fill=f"{ground.look.own}.fill", radius=RADIUS)
        pen.box(x + EDGE, y, card.w - EDGE, card.h, fill=fill, radius=RADIUS * 0.6)
        pen.box(x, y, card.w, card.h, stroke=stroke, width=width, radius=RADIUS)
    else:
        pen.box(x, y, card.w, card.h, fill=fill, stroke=stroke, width=width, dash=dash, radius=RADIUS)


def _cover(ground: Ground, card: Card) -> tuple[str, str, float, Dash]:
    """Fill, edge, its width and dashes: under a lens in the ink of the first mark, and pale without one."""
    own = f"{ground.look.own}.fill"
    if ground.show.lens:
        said = (ground.marks or {}).get(card.step.id)
        if not said:
            return chips.PALE, own if card.own else f"{chips.PALE}.stroke", 0.09, "solid"
        ink = said[0].ink
        return f"{ink}.soft", f"{ink}.edge", 0.16, "solid"
    alone = card.step.nobody and (card.step.emotion or 0) < 0
    return "card.fill", own if card.own else "nobody" if alone else "card.stroke", 0.11, "dashed" if alone else "solid"


def _draw_chips(pen: Pen, ground: Ground, card: Card, x: float, y: float) -> None:
    """What the lens says of the step, each with its letters."""
    right = x + card.title.room
    for index, mark in enumerate(card.chips):
        rest = len(card.chips) - index
        words = Setting((signs.sign(ground.show.lens, mark.code, ground.say),), 1.0, "bold", 6.0)
        wide = max(words.width + 0.7, CHIP)
        if x + wide > right and index:
            told = Setting((f"+{rest}",), 1.0, "bold", 4.0)
            put(pen, told, x, y + 0.13, colour="card.text")
            return
        pen.box(x, y, wide, CHIP, fill=mark.ink, stroke=f"{mark.ink}.edge", width=0.1, radius=0.35)
        said = signs.words(ground.show.lens, mark.code, ground.say)
        put(pen, words, x + wide / 2, y + 0.13, colour=f"{mark.ink}.on", anchor="middle", alt=said)
        x += wide + 0.3 if rest > 2 or x + wide + 0.3 + CHIP <= right else 0.3 + wide


def _badges(pen: Pen, ground: Ground, step: Step, right: float, y: float) -> None:
    """Signs on the upper edge, where they take no room from the words."""
    x = right - STAR * 0.75
    if step.moment_of_truth:
        pen.box(x, y - STAR * 0.5, STAR, STAR, fill="moment.fill", stroke="moment", width=0.1, radius=STAR / 2)
        told = ground.say("Moment of truth")
        pen.mark("star", x + 0.35, y - STAR * 0.5 + 0.3, STAR - 0.7, "moment", told, "figure")
        x -= STAR + 0.2
    if step.evidence.status != "observed":
        told = capital(ground.say(EVIDENCE[step.evidence.status]))
        pen.box(x + 0.2, y - 0.75, 1.5, 1.5, fill="card.fill", stroke="card.stroke", width=0.09, radius=0.75)
        pen.mark(step.evidence.status, x + 0.5, y - 0.45, 0.9, "assumed", told, "figure")


def largest(
    ground: Ground, columns: Sequence[Sequence[Step]], w: float, high: float, apart: float,
    said: dict[str, str], face: float = 0.0,
) -> tuple[list[list[Card]], Degree]:  # fmt: skip
    """All cards of these columns at the largest degree at which every column fits the height; and that degree."""
    made: list[list[Card]] = []
    degree = DEGREES[0]
    for degree in DEGREES:
        made = [[plan(ground, step, w, degree, face=face, said=said.get(step.id, "")) for step in column]
                for column in columns]  # fmt: skip
        if all(sum(card.h for card in column) + apart * (len(column) - 1) <= high for column in made):
            break
    return made, degree
