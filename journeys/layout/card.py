"""A step's card: its lines are broken once (the plan), then drawn wherever the card stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import chips, text
from journeys.layout.pen import LEAD, height_of
from journeys.model.document import place_of
from journeys.phrases.durations import lasting
from journeys.phrases.lenses import signs
from journeys.phrases.terms import EVIDENCE, capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.lenses.marks import Mark
    from journeys.layout.drawing import Dash, Font
    from journeys.layout.leads import Lead
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.model.entities import Image, Step
    from journeys.model.values import Contact

PAD: Final = 0.75
TOP: Final = 0.55
TITLE: Final = 1.04
BODY: Final = 0.94
SMALL: Final = 0.87
EDGE: Final = 0.36
DOT: Final = 0.62
INDENT: Final = 0.95
"""From a contact's dot to its words."""
TITLE_EVEN: Final = 0.6
BODY_EVEN: Final = 0.4
"""The last line is at least this part of the widest, on paper, where the words allow."""
PHOTO_HIGH: Final = 0.75
"""A picture is at most this part of the card's width high; an upright one is narrower then."""
PHOTO_MOST: Final = 7.0
"""And never higher than this: on wide cards on paper pictures would take the room that larger type could have."""
PHOTO_GAP: Final = 0.3
CAPTION_LINES: Final = 2
LEADS_APART: Final = 0.35
"""Above the words on where a line goes on."""
STUB: Final = 0.95
"""Of a line that goes on elsewhere, so much is drawn."""
TO_WRITE: Final = 1.5
"""The room for the name of a step that has none, on paper: a line to write it on."""
BADGE: Final = 1.35
SIGN: Final = 0.95
RADIUS: Final = 0.5


class Row(NamedTuple):
    """A small line under the body: a mark and words."""

    mark: str
    colour: str
    lines: tuple[str, ...]
    words: str = "card.muted"
    font: Font = "regular"


class PhotoPlan(NamedTuple):
    """The step's picture on top of the card, in its own shape, and what is written under it."""

    image: str
    alt: str
    width: float
    height: float
    caption: tuple[str, ...]

    @property
    def deep(self) -> float:
        """How much room it takes from the top of the card to the title."""
        return self.height + height_of(self.caption, SMALL) + PHOTO_GAP


class CardPlan(NamedTuple):
    """A card with its text broken for one width; lengths in ems."""

    width: float
    height: float
    title: tuple[str, ...]
    body: tuple[str, ...]
    rows: tuple[Row, ...]
    own: bool
    cut: bool
    untitled: bool
    photo: PhotoPlan | None = None
    leads: tuple[tuple[Lead, tuple[str, ...]], ...] = ()
    chips: tuple[chips.Row, ...] = ()


def plan(
    step: Step, width: float, look: Look, image: Image | None = None, leads: Sequence[Lead] = (),
    marks: tuple[Mark, ...] = (),
) -> CardPlan:  # fmt: skip
    """Break the step's text for a card of this width; `image` is the picture on it, `leads` the lines that end here.

    `marks`: what a lens says of it, where that stands inside the card.
    """
    own = any(contact.party in look.scope.inside for contact in step.contacts)
    room = width - 2 * PAD - (EDGE if own else 0)
    untitled = not (step.title or step.body)
    named = look.say("New step") if untitled and look.spec.hints else ""
    title = text.lines(step.title or named, "bold", room / TITLE, look.language)
    most = look.spec.body_lines if step.stage == "front" else (None if look.spec.body_lines is None else 3)
    body = text.broken(step.body, "regular", room / BODY, look.language, most)
    rows = tuple(_rows(step, (room - INDENT) / SMALL, look))
    height = 2 * TOP + max(height_of(title, TITLE), TO_WRITE if untitled else 0.0) + height_of(body.lines, BODY)
    height += sum(height_of(row.lines, SMALL) for row in rows) + (0.25 if rows else 0)
    photo = _photo(image, room, look)
    height += photo.deep if photo else 0
    led = tuple((lead, text.lines(lead.words, "semibold", room / SMALL, look.language)) for lead in leads)
    height += sum(height_of(lines, SMALL) for _, lines in led) + (LEADS_APART if led else 0.0)
    marked = chips.rows(marks, look.spec.lens, room, look.say) if marks else ()
    height += chips.height(marked)
    return CardPlan(width, height, title, body.lines, rows, own, body.cut, untitled, photo, led, marked)


def _photo(image: Image | None, room: float, look: Look) -> PhotoPlan | None:
    if image is None:
        return None
    shape = image.width_px / image.height_px
    wide = min(room, min(room * PHOTO_HIGH, PHOTO_MOST) * shape)
    caption = text.broken(image.caption, "italic", room / SMALL, look.language, CAPTION_LINES).lines
    alt = image.alt or image.caption or look.say("Picture")
    return PhotoPlan(image.id, alt, wide, max(wide / shape, 0.2), caption)


def _rows(step: Step, room: float, look: Look) -> list[Row]:
    def broken(words: str, font: Font = "regular") -> tuple[str, ...]:
        return text.lines(words, font, room, look.language)

    found = [Row("dot", look.colour(contact.party), broken(contact_words(contact, look))) for contact in step.contacts]
    if _left_alone(step):
        found.append(Row("question-mark", "nobody", broken(look.say("nobody"), "semibold"), "nobody", "semibold"))
    calm = look.say("nobody") if step.nobody and not _left_alone(step) else ""
    where = " · ".join(part for part in (step.place, calm) if part)
    if where:
        found.append(Row("pin", "card.muted", broken(where)))
    if step.lasts:
        words = text.lines(lasting(step.lasts, look.say), "regular", room, look.say.language)
        found.append(Row("clock", "card.muted", words))
    return found


def _left_alone(step: Step) -> bool:
    """Nobody is there and it hurts; choosing a name at home with nobody there is no alarm."""
    return step.nobody and step.emotion is not None and step.emotion < 0


def contact_words(contact: Contact, look: Look) -> str:
    """Party and channel, as "Burgerzaken · balie"."""
    party = look.parties.get(contact.party or "")
    channel = look.channels.get(contact.channel or "")
    if party and channel and party.name.lower() != channel.name.lower():
        return f"{party.name} · {channel.name.lower()}"
    known = party or channel
    return known.name if known else look.say("not filled in")


def draw(
    pen: Pen, step: Step, card: CardPlan, x: float, y: float, look: Look, marks: tuple[Mark, ...] = ()
) -> None:  # fmt: skip
    """Draw the card with its left top corner there; under a lens in the colour of the first of its `marks`."""
    pen.about = step.id
    lens = look.spec.lens and (marks[0].ink if marks else chips.PALE)
    _frame(pen, step, card, x, y, look, lens)
    left = x + PAD + (EDGE if card.own else 0)
    room = card.width - 2 * PAD - (EDGE if card.own else 0)
    title = text.settled(step.title, card.title, "bold", room / TITLE, look, TITLE_EVEN)
    body = text.settled(step.body, card.body, "regular", room / BODY, look, BODY_EVEN)
    above = _draw_photo(pen, card.photo, left, y + TOP + 0.1, room) if card.photo else 0.0
    words = "card.muted" if lens == chips.PALE else "card.text"
    ink = "hint" if card.untitled else words
    down = pen.text(title, left, y + TOP + above, size=TITLE, font="bold", colour=ink, room=room)
    if card.untitled and not title:
        down += TO_WRITE
        pen.line(((left, down - 0.3), (left + room, down - 0.3)), "hint", 0.06, dash="dotted")
    down = pen.text(body, left, down, size=BODY, colour=words, room=room) + 0.25
    for row in card.rows:
        size = DOT if row.words == "card.muted" else DOT * 1.25
        pen.mark(row.mark, left, down + (SMALL * 1.24 - size) / 2, size, row.colour)
        down = pen.text(row.lines, left + INDENT, down, size=SMALL, font=row.font, colour=row.words)
    _draw_leads(pen, card, x, left, down)
    pen.about = step.id
    pen.target(x, y, card.width, card.height, "step", step.id, "card", place_of(step))
    _badges(pen, step, card, x, y, look)
    _draw_marks(pen, step, card, left, y, look, marks)
    pen.about = None


def _draw_marks(
    pen: Pen, step: Step, card: CardPlan, left: float, y: float, look: Look, marks: tuple[Mark, ...]
) -> None:  # fmt: skip
    """On paper under the words; on the screen on the lower edge, so that no card moves when a lens is chosen."""
    if card.chips:
        top = y + card.height - TOP - len(card.chips) * (chips.HIGH + chips.APART) + chips.APART
        for number, row in enumerate(card.chips):
            told = "" if number else signs.lens_name(look.spec.lens, look.say)
            chips.draw(pen, row, left, top + number * (chips.HIGH + chips.APART), told)
    elif marks and look.spec.lens:
        row = chips.one_row(marks, look.spec.lens, _beside_badge(step, card), look.say)
        top = y + card.height - chips.INSIDE
        chips.draw(pen, row, left, top)
        wide = row[-1].x + row[-1].w
        pen.target(left, top, wide, chips.HIGH, "step", step.id, "marks", place_of(step))


def _beside_badge(step: Step, card: CardPlan) -> float:
    """How much room there is on the lower edge, up to the sign that sits there."""
    room = card.width - 2 * PAD - (EDGE if card.own else 0)
    ends = [middle - half for middle, down, half in badges(step, card.width, card.height) if down > 0]
    return min([room, *(end - (card.width - PAD - room) - chips.APART for end in ends)])


def _draw_leads(pen: Pen, card: CardPlan, x: float, left: float, down: float) -> None:
    """Where the lines go to or come from that end here, each with a short arrow out of or into the card."""
    room = card.width - 2 * PAD - (EDGE if card.own else 0)
    down += LEADS_APART if card.rows else LEADS_APART - 0.25
    for lead, lines in card.leads:
        pen.about = lead.link.id
        back = lead.link.kind == "back"
        ink = "flow.back" if back else "flow"
        end = down + SMALL * LEAD / 2
        if lead.arrow:
            start = x + card.width if lead.out else x - STUB
            dash: Dash = "dashed" if back else "solid"
            pen.line(((start, end), (start + STUB, end)), ink, 0.13, arrow=True, dash=dash)
        down = pen.text(lines, left, down, size=SMALL, font="semibold", colour="card.muted", room=room)


def _draw_photo(pen: Pen, photo: PhotoPlan, x: float, y: float, room: float) -> float:
    """The picture in the middle of the room, its caption under it; how much room that takes."""
    pen.photo(x + (room - photo.width) / 2, y, photo.width, photo.height, photo.image, photo.alt)
    pen.text(photo.caption, x, y + photo.height, size=SMALL, font="italic", colour="card.muted")
    return photo.deep


def _frame(pen: Pen, step: Step, card: CardPlan, x: float, y: float, look: Look, lens: str) -> None:
    fill, stroke, width = _cover(step, card, look, lens)
    pen.box(x, y + 0.14, card.width, card.height, fill="card.shadow", radius=RADIUS)
    if card.own:
        pen.box(x, y, card.width, card.height, fill=f"{look.own}.fill", radius=RADIUS)
        pen.box(x + EDGE, y, card.width - EDGE, card.height, fill=fill, radius=RADIUS * 0.6)
        pen.box(x, y, card.width, card.height, stroke=stroke, width=width, radius=RADIUS)
    else:
        dash: Dash = "dashed" if _left_alone(step) else "solid"
        pen.box(x, y, card.width, card.height, fill=fill, stroke=stroke, width=width, radius=RADIUS, dash=dash)


def _cover(step: Step, card: CardPlan, look: Look, lens: str) -> tuple[str, str, float]:
    """Fill, edge and its width: under a lens in the ink of the first mark, and pale without one."""
    if lens == chips.PALE:
        return lens, f"{look.own}.fill" if card.own else f"{lens}.stroke", 0.07
    if lens:
        return f"{lens}.soft", f"{lens}.edge", chips.FRAME
    fill = "card.fill.back" if step.stage == "back" else "card.fill"
    if card.own:
        return fill, f"{look.own}.fill", 0.1
    return fill, "nobody" if _left_alone(step) else "card.stroke", 0.085


def badges(
    step: Step, width: float, height: float, *, process: bool = False
) -> Iterator[tuple[float, float, float]]:  # fmt: skip
    """Where signs sit on the edge of a card of this size, in em: their middles from its corner, and half their size."""
    if process:
        yield 0.0, BADGE * 0.05, BADGE / 2
    if step.moment_of_truth:
        yield width, -BADGE * 0.05, BADGE / 2
    if step.evidence.status != "observed":  # left of where the star of a card below would be
        yield width - BADGE * 0.7 - SIGN / 2, height + SIGN * 0.1, SIGN / 2


def _badges(pen: Pen, step: Step, card: CardPlan, x: float, y: float, look: Look) -> None:
    """Signs that sit on the card's edge, so that they take no room from its words."""
    if step.moment_of_truth:
        at, up = x + card.width - BADGE * 0.5, y - BADGE * 0.55
        pen.box(at, up, BADGE, BADGE, fill="moment.fill", stroke="moment", radius=BADGE / 2)
        pen.mark("star", at + 0.22, up + 0.2, BADGE - 0.44, "moment", look.say("Moment of truth"))
    if step.id in look.processes:
        at, up = x - BADGE * 0.5, y - BADGE * 0.45
        pen.box(at, up, BADGE, BADGE, fill="card.fill", stroke="card.text", radius=BADGE * 0.25)
        pen.mark("process", at + 0.2, up + 0.2, BADGE - 0.4, "card.text", look.say("A process is behind this step"))
        pen.target(at, up, BADGE, BADGE, "step", step.id, "process", place_of(step))
    if step.evidence.status != "observed":
        at, down = x + card.width - BADGE * 0.7 - SIGN, y + card.height - SIGN * 0.4
        pen.box(at, down, SIGN, SIGN, fill="card.fill", stroke="card.stroke", radius=SIGN / 2)
        told = capital(look.say(EVIDENCE[step.evidence.status]))
        pen.mark(step.evidence.status, at + 0.2, down + 0.2, SIGN - 0.4, "assumed", told)
    if card.cut:
        pen.target(x + PAD, y + card.height - 1.6, card.width - 2 * PAD, 1.2, "step", step.id, "more", place_of(step))
