"""Steps as they are and as they would be, in slots: a card above, a card below, and what changed between them."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import card, text
from journeys.layout.compare.board import Look, chip_height, chip_lines, chip_width, draw_chip, layer
from journeys.layout.compare.hearts import Curve
from journeys.phrases import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.compare import Beat
    from journeys.analysis.variants import Change, Slot, VariantComparison
    from journeys.layout.card import CardPlan
    from journeys.layout.columns import Span
    from journeys.layout.drawing import Layer
    from journeys.layout.memory import Memory
    from journeys.layout.pen import Pen
    from journeys.model.document import Document
    from journeys.model.entities import Step

GAP: Final = 1.0
"""Between two slots."""
PAD: Final = 0.6
LINE: Final = 0.14
QUIET: Final = 0.84
FAR: Final = 40.0
"""Ems from which a step that moved has no line of its own all the way, but where it leaves and arrives."""
STUB: Final = 5.4
"""How far such a line reaches aside."""
LOOKS: Final[dict[Change, tuple[str, str]]] = {
    "added": ("proposed", "opportunity"), "dropped": ("cross", "remark"), "improved": ("up", "opportunity"),
    "worse": ("down", "pain"), "moved": ("moved", "idea"), "contact": ("channel.person", "question"),
    "reworded": ("reworded", "quote"),
}  # fmt: skip
"""Mark and colour of each change; the words stand beside them."""


class Place(NamedTuple):
    """A slot on the board: its phase's span, its number in the whole, and the left side of its cards."""

    slot: Slot
    column: int
    x: float
    now: CardPlan | None
    then: CardPlan | None
    chips: tuple[tuple[str, str, tuple[str, ...]], ...]


def width(count: int, column: float) -> float:
    """How wide a phase with so many slots is."""
    return 2 * PAD + max(count, 1) * (column + GAP) - GAP


def placed(
    document: Document, found: Sequence[Span], by_phase: Mapping[str, Sequence[Slot]], look: Look, memory: Memory
) -> Iterator[Place]:  # fmt: skip
    """Every slot in its place; a phase without any has one empty column."""
    column = 0
    for span in found:
        for index, slot in enumerate(by_phase[span.phase]):
            x = span.x + PAD + index * (look.spec.column + GAP)
            plans = [
                _planned(document.steps[step], look, memory) if step else None for step in (slot.current, slot.desired)
            ]
            yield Place(slot, column, x, plans[0], plans[1], tuple(_chips(document, slot, look)))
            column += 1
        column += not by_phase[span.phase]


def _chips(document: Document, slot: Slot, look: Look) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for change in slot.changes:
        mark, role = LOOKS[change]
        moved = change == "moved"
        words = compare.moved_text(slot, document, look.say) if moved else compare.change_text(change, slot, look.say)
        yield mark, role, chip_lines(words, look.spec.column, look)


def _planned(step: Step, look: Look, memory: Memory) -> CardPlan:
    return memory.kept(("card", step.id), (step,), lambda: card.plan(step, look.spec.column, look))


def chips_height(place: Place) -> float:
    """How much room what changed takes."""
    return sum(chip_height(lines) + 0.2 for *_, lines in place.chips)


def links(places: Sequence[Place], floor: float, ceiling: float, look: Look) -> Iterator[Layer]:
    """What became of each step: straight down where it stayed, a curve to where it went."""
    half = look.spec.column / 2
    went = {place.slot.desired: place for place in places if place.slot.desired and place.slot.partner}
    for place in places:
        goal = place if place.then else went.get(place.slot.partner or "")
        if place.now is not None and goal is not None:
            draw = partial(_draw_link, start=(place.x + half, floor), end=(goal.x + half, ceiling))
            yield layer(f"link/{place.slot.current}", look, (0, 0), draw, lane="links", order=-1)


def _draw_link(pen: Pen, start: tuple[float, float], end: tuple[float, float]) -> None:
    (x, y), (to_x, to_y) = start, end
    if x == to_x:
        pen.line((start, end), "flow", LINE, arrow=True)
        return
    bend, middle = (to_y - y) * 0.6, (y + to_y) / 2
    aside = math.copysign(STUB, to_x - x)
    whole = (start, (x, y + bend), (to_x, to_y - bend), end)
    leaves = (start, (x, middle), (x, middle), (x + aside, middle))
    arrives = ((to_x - aside, middle), (to_x, middle), (to_x, middle), end)
    for part in (whole,) if abs(to_x - x) <= FAR else (leaves, arrives):
        pen.line(part, "idea.mark", LINE, dash="dashed", curved=True, arrow=True)


def cards(
    document: Document, places: Sequence[Place], floor: float, ceiling: float, look: Look, memory: Memory
) -> Iterator[Layer]:  # fmt: skip
    """Current cards stand on their floor, desired ones hang from their ceiling; what changed is in between."""
    for place in places:
        slot = place.slot
        if place.now is not None and slot.current is not None:
            yield _card(document, slot.current, place.now, (place.x, floor - place.now.height), look, memory)
        if place.then is not None and slot.desired is not None:
            yield _card(document, slot.desired, place.then, (place.x, ceiling), look, memory)
        middle = (floor + ceiling) / 2
        draw = partial(_draw_chips, place=place, look=look)
        at = (place.x, middle - chips_height(place) / 2)
        yield memory.layer(f"changes/{place.column}", (slot.current, slot.desired, place.chips), draw, at, "changes")


def _card(
    document: Document, step: str, plan: CardPlan, at: tuple[float, float], look: Look, memory: Memory
) -> Layer:  # fmt: skip
    held = document.steps[step]
    draw = partial(card.draw, step=held, card=plan, x=0, y=0, look=look)
    return memory.layer(f"card/{step}", (held, plan), draw, at, "steps", held.phase)


def _draw_chips(pen: Pen, place: Place, look: Look) -> None:
    """A chip for each change, in the middle under the card; a quiet word where nothing changed."""
    slot, middle, y = place.slot, look.spec.column / 2, 0.0
    for mark, role, lines in place.chips:
        wide = chip_width(lines)
        roles = (role, f"{role}.text", f"{role}.mark")
        draw_chip(pen, middle - wide / 2, y, lines, mark, roles)
        y += chip_height(lines) + 0.2
    if slot.current and slot.desired and not place.chips:
        words = text.lines(look.say("unchanged"), "regular", look.spec.column / QUIET, look.say.language)
        wide = text.widest(words, "regular") * QUIET
        pen.box(middle - wide / 2 - 0.3, -0.6, wide + 0.6, 1.2, fill="canvas", radius=0.3)
        pen.text(words, middle, -0.52, size=QUIET, colour="muted", anchor="middle")


def curves(document: Document, compared: VariantComparison, places: Sequence[Place], look: Look) -> list[Curve]:
    """Now dashed and grey, desired solid and in the heartbeat's colour; each beat under its own card."""
    at = {}
    for place in places:
        for step in (place.slot.current, place.slot.desired):
            if step is not None:
                at[step] = place.x + look.spec.column / 2

    def beats(some: Sequence[Beat]) -> tuple[tuple[Step, float], ...]:
        held = [(document.steps[beat.step], at[beat.step]) for beat in some]
        return tuple(sorted(held, key=lambda pair: pair[1]))

    say = look.say
    return [
        Curve(compared.current.journey, say("Now"), "muted", "dashed", "ring", beats(compared.current.beats)),
        Curve(compared.desired.journey, say("Desired"), "heartbeat", "solid", "dot", beats(compared.desired.beats)),
    ]
