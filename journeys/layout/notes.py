"""Sticky notes under their step's column or across their phase, stacked as high as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.i18n import N_
from journeys.layout import text
from journeys.layout.pen import height_of
from journeys.phrases import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeys.layout.columns import Block, Slot
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.model.entities import Note

KINDS: Final[dict[str, frozenset[str]]] = {
    "needs": frozenset({"need", "pain", "question", "remark"}),
    "opportunities": frozenset({"opportunity", "idea"}),
}
PAD: Final = 0.55
SIZE: Final = 0.92
SMALL: Final = 0.8
MARK: Final = 0.95
INDENT: Final = 1.35
APART: Final = 0.45
EVEN: Final = 0.45
"""The last line is at least this part of the widest, on paper, where the words allow."""
BADGE: Final = 1.2
BADGE_IN: Final = 0.42
"""How far a badge reaches into its note: not as far as the words."""
DOT: Final = 0.62
DOT_STEP: Final = 0.38
DOT_PAD: Final = 0.36
"""A vote: how wide its dot is, how far the next one lies, and what stays free at both ends."""
DOTS: Final = 5
TALL: Final = 6.5
"""On paper, notes under one column that are together higher than this take an empty column beside them too."""


class NotePlan(NamedTuple):
    """A note with its text broken for one width."""

    width: float
    height: float
    lines: tuple[str, ...]
    small: tuple[str, ...]


class Pinned(NamedTuple):
    """A note on the map: `x` from its block's start, `y` from the top of its lane."""

    note: Note
    plan: NotePlan
    x: float
    y: float


def plan(note: Note, width: float, look: Look) -> NotePlan:
    """Break the note's text; below it, small: through whom, and what became of it."""
    room = width - 2 * PAD - INDENT
    lines = text.lines(note.text, "regular", room / SIZE, look.language)
    small = text.lines(_small(note, look), "italic", room / SMALL, look.language)
    height = 2 * PAD + max(height_of(lines, SIZE), MARK) + height_of(small, SMALL)
    return NotePlan(width, height, lines, small)


def _small(note: Note, look: Look) -> str:
    via = ", ".join(look.parties[party].name for party in note.via if party in look.parties)
    answered = look.parties.get(note.answered_by or "")
    parts = [
        look.say("via {parties}", parties=via) if via else "",
        look.say("answered by {party}", party=answered.name) if answered else "",
        {"planned": look.say("planned"), "done": look.say("done"), "dropped": look.say("dropped")}.get(note.status, ""),
    ]
    return " · ".join(part for part in parts if part)


def pin(
    block: Block, on_steps: Mapping[str, tuple[Note, ...]], on_phase: Iterable[Note], kinds: frozenset[str],
    column: float, look: Look,
) -> tuple[Pinned, ...]:  # fmt: skip
    """The phase's notes across its first two columns, then each step's under its column, if need be the next too."""
    slots = block.slots
    depth = [0.0] * len(slots)
    found: list[Pinned] = []

    def put(note: Note, first: int, last: int) -> None:
        """Under what hangs there already; a badge needs more room above it."""
        made = plan(note, slots[last].x - slots[first].x + column, look)
        y = max(depth[first : last + 1])
        badges = note.small_gesture or note.proactive or note.votes
        y += BADGE - BADGE_IN - APART if y and badges else 0.0
        found.append(Pinned(note, made, slots[first].x, y))
        depth[first : last + 1] = [y + made.height + APART] * (last + 1 - first)

    for note in on_phase:
        if note.kind in kinds:
            put(note, 0, min(1, len(slots) - 1))
    own = [[note for note in _of_slot(slot, on_steps) if note.kind in kinds] for slot in slots]
    for index, notes in enumerate(own):
        empty = index + 1 < len(own) and not own[index + 1] and not depth[index + 1]
        wide = empty and not look.spec.hints and sum(plan(n, column, look).height for n in notes) > TALL
        for note in notes:
            put(note, index, index + wide)
    return tuple(found)


def _of_slot(slot: Slot, on_steps: Mapping[str, tuple[Note, ...]]) -> Iterable[Note]:
    for step in slot.column.steps:
        yield from on_steps.get(step.id, ())


def draw(pen: Pen, pinned: Pinned, look: Look) -> None:
    """Draw the note; its kind is told by a mark besides the colour."""
    note, made, x, y = pinned.note, pinned.plan, pinned.x, pinned.y
    pen.about = note.id
    faded = note.status == "dropped"
    fill = "remark" if faded else note.kind
    pen.box(x, y, made.width, made.height, fill=fill, radius=0.18)
    if note.kind == "idea":
        pen.box(x, y, made.width, made.height, stroke=f"{note.kind}.mark", dash="dashed", radius=0.18, width=0.07)
    alt = look.say(terms.NOTES[note.kind])
    mark = "check" if note.status == "done" else f"note.{note.kind}"
    pen.mark(mark, x + PAD, y + PAD + 0.1, MARK, f"{note.kind}.mark", alt)
    room = made.width - 2 * PAD - INDENT
    lines = text.settled(note.text, made.lines, "regular", room / SIZE, look, EVEN)
    down = pen.text(lines, x + PAD + INDENT, y + PAD, size=SIZE, colour=f"{note.kind}.text", room=room)
    pen.text(made.small, x + PAD + INDENT, down, size=SMALL, font="italic", colour=f"{note.kind}.text")
    _votes(pen, note, _gestures(pen, note, x + made.width, y, look), y, look)
    pen.target(x, y, made.width, made.height, "note", note.id, "note")
    pen.about = None


def _gestures(pen: Pen, note: Note, right: float, y: float, look: Look) -> float:
    """Badges on the top edge: a small gesture, a message ahead of time. Where they begin."""
    signs = (("small-gesture", note.small_gesture, N_("Small gesture")), ("proactive", note.proactive, N_("Proactive")))
    for name, shown, alt in signs:
        if shown:
            right -= BADGE + 0.15
            top = y - BADGE + BADGE_IN
            pen.box(right, top, BADGE, BADGE, fill="lane.fill", stroke=f"{note.kind}.mark", radius=BADGE / 2)
            pen.mark(name, right + 0.25, top + 0.25, BADGE - 0.5, f"{note.kind}.mark", look.say(alt))
    return right


def _across(note: Note) -> float:
    """How wide the badge of its votes is."""
    wide = fonts.em_width(str(note.votes), "semibold") * SIZE
    return 2 * DOT_PAD + DOT + (min(note.votes, DOTS) - 1) * DOT_STEP + 0.25 + wide


def badges(note: Note, width: float) -> list[tuple[float, float, float, float]]:
    """Where its badges lie, as (x, y, width, height) in ems from the left top of a note that is so wide."""
    found, right, top = [], width, BADGE_IN - BADGE
    for across in (
        *(BADGE for shown in (note.small_gesture, note.proactive) if shown), *([_across(note)] if note.votes else []),
    ):  # fmt: skip
        right -= across + 0.15
        found.append((right, top, across, BADGE))
    return found


def _votes(pen: Pen, note: Note, right: float, y: float, look: Look) -> None:
    """A badge with the dots that the note got, as if they were stuck on it: at most five are drawn, and the number."""
    if not note.votes:
        return
    number, drawn = str(note.votes), min(note.votes, DOTS)
    wide, across = fonts.em_width(number, "semibold") * SIZE, _across(note)
    left, top, ink = right - across - 0.15, y - BADGE + BADGE_IN, f"{note.kind}.mark"
    pen.box(left, top, across, BADGE, fill="lane.fill", stroke=ink, radius=BADGE / 2)
    for place in range(drawn):
        pen.box(
            left + DOT_PAD + place * DOT_STEP, top + (BADGE - DOT) / 2, DOT, DOT, fill=ink, stroke="lane.fill",
            radius=DOT / 2,
        )  # fmt: skip
    said = look.say.many("{n} vote", "{n} votes", note.votes)
    pen.text((number,), left + across - DOT_PAD - wide, top + 0.03, size=SIZE, font="semibold", alt=said)
