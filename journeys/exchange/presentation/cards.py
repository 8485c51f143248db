"""Steps as cards: as much of each as its slide has room for, in letters as large as that allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeys.exchange.presentation.drawn import face, mark
from journeys.exchange.presentation.measure import cut
from journeys.exchange.presentation.shapes import Look, Para, Run, box, high, para
from journeys.layout.drawing import Rect
from journeys.phrases.durations import lasting
from journeys.phrases.steps import step_line
from journeys.phrases.terms import EVIDENCE, capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.exchange.presentation.deck import Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Step
    from journeys.model.values import Contact

PADS: Final = (4.5, 3.0, 4.0, 3.0)
FACE: Final = 12.0
STAR: Final = 8.0


class Degree(NamedTuple):
    """How large the letters are, and how many lines of title and text and how many contacts there are at most."""

    title: float
    small: float
    titles: int
    body: int
    contacts: int
    note: float
    """The letters of the notes beside these cards."""


DEGREES: Final = (
    Degree(28, 20, 3, 5, 4, 20), Degree(24, 18, 3, 5, 4, 18), Degree(22, 16, 3, 5, 3, 16),
    Degree(20, 16, 3, 4, 3, 16), Degree(18, 14, 3, 4, 3, 14), Degree(16, 14, 3, 4, 3, 14), Degree(16, 13, 3, 3, 3, 13),
    Degree(15, 12, 3, 3, 3, 12), Degree(14, 12, 3, 2, 2, 12), Degree(14, 12, 3, 1, 2, 12), Degree(13, 12, 2, 0, 2, 12),
    Degree(13, 11, 2, 0, 1, 11), Degree(12, 11, 2, 0, 0, 11), Degree(12, 11, 1, 0, 0, 11),
)  # fmt: skip


class Card(NamedTuple):
    """A step set for one width."""

    step: Step
    paras: tuple[Para, ...]
    h: float
    own: bool
    face: bool
    cut: bool
    """Whether something of it is not told."""


def plan(told: Telling, step: Step, w: float, degree: Degree, said: str, *, felt: bool) -> Card:
    """`said`: the words on the line that leads here; `felt`: its face stands on the card itself."""
    shown = felt and step.emotion is not None
    room = w - PADS[0] - PADS[2] - (FACE if shown else 0.0)
    title = step.title or told.say("Without a title")
    paras = [para(cut(title, degree.title, room, degree.titles, bold=True), degree.title, "card.text", bold=True,
                  ours=not step.title)]  # fmt: skip
    if step.body and degree.body:
        paras.append(para(cut(step.body, degree.small, room, degree.body), degree.small, "card.text", before=2))
    if degree.contacts:
        paras += _rows(told, step, room, degree, said)
    own = any(contact.party in told.scene.scope.inside for contact in step.contacts)
    short = any(run.text.endswith("…") for one in paras for run in one.runs) or len(step.contacts) > degree.contacts
    short = short or bool(step.body and not degree.body)
    tall = high(paras, room) + PADS[1] + PADS[3] + 0.6
    return Card(step, tuple(paras), max(tall, FACE + 3 if shown else 0.0), own, shown, short)


def _rows(told: Telling, step: Step, room: float, degree: Degree, said: str) -> Iterator[Para]:
    """With whom, how, where, how long, and how it is known."""
    size, say = degree.small, told.say
    if said:
        yield para(cut(f"→ {said}", size, room, 1), size, "flow.back", before=2)
    for contact in step.contacts[: degree.contacts]:
        yield _contact(told, contact, room, size)
    rest = len(step.contacts) - degree.contacts
    if rest > 0:  # how many more are met; who they are stands under the slide
        yield para(say.many("{n} more", "{n} more", rest), size, "card.muted", ours=True)
    if step.nobody:
        yield para(capital(say("nobody")), size, "nobody", bold=True, ours=True, before=2)
    if degree.contacts > 1:
        known = [step.place, lasting(step.lasts, say) if step.lasts else "",
                 say(EVIDENCE[step.evidence.status]) if step.evidence.status != "observed" else ""]  # fmt: skip
        text = " · ".join(part for part in known if part)
        if text:
            yield para(cut(text, size - 1, room, 1), size - 1, "card.muted", italic=True, before=2)


def _contact(told: Telling, contact: Contact, room: float, size: float) -> Para:
    """A dot in the party's colour, its name and the channel; with the own organisation in its colour."""
    document = told.document
    party, channel = document.parties.get(contact.party or ""), document.channels.get(contact.channel or "")
    own = contact.party in told.scene.scope.inside
    text = cut(" · ".join(each.name for each in (party, channel) if each), size, room - size * 0.4, 2, bold=own)
    dot = f"party.{party.colour}" if party else "card.muted"
    return Para((Run("● ", size, dot), Run(text, size, "own" if own else "card.muted", bold=own)), 2)


def draw(page: Page, told: Telling, card: Card, area: Rect, numbers: Mapping[str, int]) -> Any:
    """The card with its face and star; returns the box, to which lines are glued."""
    step = card.step
    alone = step.nobody and (step.emotion or 0) < 0
    look = Look("card.fill", "own" if card.own else "nobody" if alone else "card.stroke", 2.5 if card.own else 1.25,
                "dashed" if alone else "solid", radius=2.5)  # fmt: skip
    pads = (PADS[0], PADS[1], PADS[2] + (FACE if card.face else 0.0), PADS[3])
    line = step_line(told.document, step, numbers.get(step.id, 1), max(len(numbers), 1), told.say)
    shape = box(
        page, area, look, card.paras, name=step.title or told.say("Without a title"), alt=line, anchor="top", pads=pads
    )
    if card.face:
        face(page, step.emotion or 0, area.x + area.w - FACE - 2, area.y + 2.5, FACE - 1, told.say, of=step.title)
    if step.moment_of_truth:
        star(page, told, area)
    return shape


def star(page: Page, told: Telling, area: Rect) -> None:
    """On the upper edge, where it takes no room from the words."""
    x, y = area.x + area.w - STAR * 0.6, area.y - STAR * 0.5
    box(page, Rect(x, y, STAR, STAR), Look("moment.fill", "moment", 1.0, radius=STAR), name="–", alt="")
    mark(page, "star", x + 1.6, y + 1.5, STAR - 3.2, "moment", alt=told.say("Moment of truth"))


def said(told: Telling, steps: Sequence[Step]) -> dict[str, str]:
    """Step → the words on the line that leads to it."""
    found = (link for step in steps for link in told.document.referring(step.id, "link"))
    return {link.target: link.label for link in found if link.label}
