"""Reckons how wide and high a journey would be on cards of any width, from the widths of its texts alone."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout import card, chips, heads, heartbeat, notes, pills, textlane
from journeys.layout.columns import BORDER
from journeys.layout.gather import lanes
from journeys.layout.parts import LEAST, PAD
from journeys.layout.pen import LEAD
from journeys.layout.room import EDGE, GAP, gaps
from journeys.layout.room import PAD as PHASE_PAD
from journeys.layout.sections import BETWEEN
from journeys.layout.tracks import APART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.fonts import Font
    from journeys.layout.gather import Column, Gathering
    from journeys.layout.spec import MapSpec
    from journeys.model.document import Document
    from journeys.model.entities import Image, Note, Step

    Window = tuple[int, int]

WORD: Final = 2.9
"""Ems of a usual word with its space: half of that is lost at the end of a line."""
STEPS_LEAST: Final = 7.0
USUAL_NAME: Final = 2.0
"""Lines of a phase's name and period together."""


class _Line(NamedTuple):
    """A text of one type size: as wide as its widest and as all of its paragraphs, in ems of the base, and how many."""

    wide: float
    many: int
    size: float
    aside: float = 0.0

    def height(self, room: float) -> float:
        """About how high it stands, broken for this room."""
        free = room - self.aside
        if self.wide <= free:
            return self.many * self.size * LEAD
        lost = self.wide / free * 0.5 * WORD * self.size if self.wide > free else 0.0
        return (self.many - 1 + ceil((self.wide + lost) / free)) * self.size * LEAD


class _Stack(NamedTuple):
    """Things above each other: their lines, the room they have beside them, and what else they take in height."""

    lines: tuple[_Line, ...]
    around: float
    more: float
    photo: float = 0.0
    """Height of its picture for its width, 0 without one."""

    def height(self, width: float) -> float:
        room = width - self.around
        high = self.more + sum(line.height(room) for line in self.lines)
        return high + min(min(self.photo, card.PHOTO_HIGH) * room, card.PHOTO_MOST) if self.photo else high


class Reckoning:
    """One journey's columns from left to right, with what stands in each lane there; remembers what it reckoned."""

    def __init__(self, document: Document, gathered: Gathering, spec: MapSpec) -> None:
        columns = [column for stretch in gathered.stretches for column in stretch.columns]
        self.columns = len(columns)
        self.borders = list(accumulate((len(stretch.columns) for stretch in gathered.stretches), initial=0))
        self._titles = spec.titles
        self._heads = spec.heads
        self._gaps = list(accumulate((gap for s in gathered.stretches for gap in gaps(s.columns)), initial=0.0))
        starts = set(self.borders)
        self._edges = [EDGE if column.said and index + 1 not in starts else 0.0 for index, column in enumerate(columns)]
        self._starts = list(accumulate((index in starts for index in range(self.columns)), initial=0))
        self._lanes = [
            (lane.kind, [_stacks(document, gathered, lane.kind, lane.id, column) for column in columns])
            for lane in lanes(document, spec.lanes)
        ]
        self._kept: dict[float, list[tuple[str, list[float]]]] = {}

    def at(self, place: int, wide: float) -> float:
        """How far the columns before this one reach, on cards so wide."""
        return place * wide + self._gaps[place]

    def width(self, window: Window, wide: float) -> float:
        """Of the map of these columns, lane titles included; exact when it is not true to time."""
        first, after = window
        phases = self._starts[after] - self._starts[min(first + 1, after)] + 1
        between = phases * (2 * PHASE_PAD - GAP) + BORDER * (phases - 1)
        edge = self._edges[after - 1]  # where a band ends, though the phase goes on in the next
        return self._titles + self.at(after, wide) - self.at(first, wide) + between + edge

    def height(self, window: Window, wide: float) -> float:
        """About how high the map of these columns is."""
        first, after = window
        high = self._top()
        for kind, heights in self._heights(wide):
            most = max(heights[first:after], default=0.0)
            high += _lane(kind, most)
        return high

    def _top(self) -> float:
        """Phases and presence."""
        name = 2 * heads.TOP + USUAL_NAME * (heads.NAME + heads.PERIOD) / 2 * self._heads * LEAD
        return name + 0.4 + 0.8 + heads.LABEL * self._heads * LEAD + 0.7

    def _heights(self, wide: float) -> list[tuple[str, list[float]]]:
        """Per lane the height of every column."""
        known = self._kept.get(wide)
        if known is None:
            self._kept[wide] = known = [
                (kind, [sum(stack.height(wide) for stack in stacks) for stacks in columns])
                for kind, columns in self._lanes
            ]
        return known


def _lane(kind: str, most: float) -> float:
    """A lane with so much in it, and the room below it; nothing where it is left out because it is empty."""
    if kind == "heartbeat":
        return 2 * heartbeat.REACH + BETWEEN
    if kind == "steps":
        return max(most - APART + 2 * PAD, STEPS_LEAST) + BETWEEN
    if not most:
        return 0.0
    beyond = {"backstage": 2 * PAD - APART, "contact": 1.3, "text": 2 * textlane.PAD}.get(kind, 2 * PAD)
    return max(most + beyond, LEAST) + BETWEEN


def _stacks(document: Document, gathered: Gathering, kind: str, lane: str, column: Column) -> tuple[_Stack, ...]:
    """What stands above each other in one column of a lane."""
    match kind:
        case "steps":
            return tuple(_card(document, gathered, step) for step in column.front)
        case "backstage":
            return tuple(_card(document, gathered, step) for step in column.back)
        case "contact":
            return tuple(_pills(document, column))
        case "text":
            found = (gathered.cells.get((lane, step.phase, step.id)) for step in column.steps)
            return tuple(
                _Stack((_line(cell.text, "regular", textlane.SIZE),), 2 * textlane.IN, 2 * textlane.IN)
                for cell in found if cell is not None
            )  # fmt: skip
        case _:
            return tuple(
                _note(note) for step in column.steps for note in gathered.step_notes.get(step.id, ())
                if note.kind in notes.KINDS.get(kind, ())
            )  # fmt: skip


def _card(document: Document, gathered: Gathering, step: Step) -> _Stack:
    image: Image | None = document.images.get(step.image) if step.image else None
    small = [_line(_contact(document, contact.party, contact.channel), "regular", card.SMALL, card.INDENT)
             for contact in step.contacts]  # fmt: skip
    small += [_line(step.place, "regular", card.SMALL, card.INDENT)] if step.place or step.nobody else []
    lines = [_line(step.title, "bold", card.TITLE), *small]
    lines += [_line(step.body, "regular", card.BODY)] if step.body else []
    more = 2 * card.TOP + APART + (0.25 if small else 0.0) + (card.SMALL * LEAD + card.PHOTO_GAP if image else 0.0)
    more += chips.ABOVE + chips.HIGH + chips.APART if step.id in gathered.marks else 0.0
    return _Stack(tuple(lines), 2 * card.PAD + card.EDGE, more, image.height_px / image.width_px if image else 0.0)


def _pills(document: Document, column: Column) -> Iterator[_Stack]:
    """Ways of contact, each once."""
    met = dict.fromkeys((contact.party, contact.channel) for step in column.front for contact in step.contacts)
    for party, channel in met:
        line = _line(_contact(document, party, channel), "regular", pills.SIZE, pills.INDENT)
        yield _Stack((line,), 2 * pills.SIDE, 2 * pills.TOP + pills.APART)


def _contact(document: Document, party: str | None, channel: str | None) -> str:
    named = (document.parties.get(party or ""), document.channels.get(channel or ""))
    return " · ".join(found.name for found in named if found)


def _note(note: Note) -> _Stack:
    line = _line(note.text, "regular", notes.SIZE, notes.INDENT)
    small = notes.SMALL * LEAD if note.via or note.answered_by or note.status != "open" else 0.0
    return _Stack((line,), 2 * notes.PAD, 2 * notes.PAD + notes.APART + small)


def _line(words: str, font: Font, size: float, aside: float = 0.0) -> _Line:
    paragraphs = words.split("\n") if "\n" in words else (words,)
    wide = max(fonts.em_width(paragraph, font) for paragraph in paragraphs) * size
    return _Line(wide, len(paragraphs), size, aside)
