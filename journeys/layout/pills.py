"""The contact lane: under each column how and with whom the contact is, the own organisation in its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import marks, text
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from journeys.layout.columns import Slot
    from journeys.layout.drawing import Font
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.model.values import Contact

SIZE: Final = 0.88
ICON: Final = 0.92
SIDE: Final = 0.6
INDENT: Final = 1.3
TOP: Final = 0.28
APART: Final = 0.35


class Pill(NamedTuple):
    """One way of contact: `x` from its block's start, `y` from the lane's top."""

    step: str
    icon: str
    lines: tuple[str, ...]
    own: bool
    x: float
    y: float
    width: float
    height: float


def pills(slot: Slot, column: float, look: Look) -> tuple[Pill, ...]:
    """The pills of one column, each way of contact once, side by side while there is room."""
    found: list[Pill] = []
    said: set[tuple[str, bool]] = set()
    x = y = high = 0.0
    for step in slot.column.front:
        for contact in step.contacts:
            words, icon, own = _words(contact, look)
            if not words or (words, own) in said:
                continue
            said.add((words, own))
            lines, wide = _measured(words, own, column, look)
            if x and x + wide > column:
                x, y, high = 0.0, y + high + APART, 0.0
            tall = 2 * TOP + height_of(lines, SIZE)
            found.append(Pill(step.id, icon, lines, own, slot.x + x, y, wide, tall))
            x, high = x + wide + APART, max(high, tall)
    return tuple(found)


def _measured(words: str, own: bool, column: float, look: Look) -> tuple[tuple[str, ...], float]:  # noqa: FBT001 - own or not decides the font
    font: Font = "semibold" if own else "regular"
    lines = text.lines(words, font, (column - 2 * SIDE - INDENT) / SIZE, look.language)
    return lines, text.widest(lines, font) * SIZE + 2 * SIDE + INDENT


def _words(contact: Contact, look: Look) -> tuple[str, str, bool]:
    """The channel's name; for the own organisation with the department; without a channel the party."""
    party = look.parties.get(contact.party or "")
    channel = look.channels.get(contact.channel or "")
    own = contact.party in look.scope.inside
    if channel is None:
        return (party.name if party else ""), marks.channel(""), own
    words = f"{channel.name} {party.name}" if own and party else channel.name
    return words, marks.channel(channel.icon), own


def draw(pen: Pen, pill: Pill, look: Look) -> None:
    pen.about = pill.step
    fill, words = (f"{look.own}.fill", f"{look.own}.on") if pill.own else ("pill.fill", "pill.text")
    radius = min(pill.height / 2, 0.85)
    stroke = None if pill.own else "pill.stroke"
    pen.box(pill.x, pill.y, pill.width, pill.height, fill=fill, stroke=stroke, width=0.06, radius=radius)
    icon = pill.y + TOP + (SIZE * 1.24 - ICON) / 2
    pen.mark(pill.icon, pill.x + SIDE, icon, ICON, words if pill.own else "card.muted")
    font: Font = "semibold" if pill.own else "regular"
    pen.text(pill.lines, pill.x + SIDE + INDENT, pill.y + TOP, size=SIZE, font=font, colour=words)
    pen.target(pill.x, pill.y, pill.width, pill.height, "step", pill.step, "contact")
    pen.about = None
