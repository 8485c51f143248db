"""One card: its sections in one column or two, as large as fits, with the room that is left shared out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Layer, Rect, Text
from journeys.poster.kinds.personas import sections
from journeys.poster.kinds.personas.heart import LEAST_MM, heart, in_words
from journeys.poster.parts.blocks import Block, paragraph
from journeys.poster.sheet import Portrait

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.kinds.personas.profile import Profile

GAP_MM: Final = 4.6
TALLER: Final = 2.1
"""The heartbeat grows up to so many times its least height."""
LOOSER: Final = 2.0
"""Gaps between sections grow up to so many times."""
WIDE: Final = 1.1
"""From this width-to-height ratio on the sections stand in two columns."""
LEFT: Final = 0.4
HEART: Final = "heart"


class Section(NamedTuple):
    """A part of a card, with how much of a gap stands above it."""

    name: str
    block: Block
    gap: float = 1.0


class Column(NamedTuple):
    x: float
    sections: tuple[Section, ...]

    def height(self, gap: float) -> float:
        return sum(s.block.height for s in self.sections) + gap * self.gaps

    @property
    def gaps(self) -> float:
        return sum(s.gap for s in self.sections[1:])


class Composed(NamedTuple):
    """A card's columns above its foot, at one size."""

    columns: tuple[Column, ...]
    foot: Block
    disc: Rect
    scale: float

    @property
    def height(self) -> float:
        gap = GAP_MM * self.scale
        return max(column.height(gap) for column in self.columns) + gap + self.foot.height


@dataclass(frozen=True, slots=True)
class Card:
    """What a card is made of, at whatever size."""

    document: Document
    profile: Profile
    origin: Sequence[str]
    say: Words

    def composed(self, room: Rect, scale: float, taller: float = 1.0) -> Composed:
        """The sections for so much room, in type of this scale; the heartbeat so many times its least height."""
        wide = room.w >= WIDE * room.h
        apart = 8.0 * scale
        left = (room.w - apart) * LEFT if wide else room.w
        right = room.w - apart - left if wide else room.w
        above, disc = self._who(left, scale, split=not wide)
        beside = self._what(right, scale, taller)
        foot = sections.foot(self.profile, self.origin, room.w, scale, self.say)
        columns = (
            (Column(0.0, above), Column(left + apart, beside)) if wide else (Column(0.0, (*above, *beside)),)
        )  # fmt: skip
        return Composed(columns, foot, disc, scale)

    def _who(self, width: float, scale: float, *, split: bool) -> tuple[tuple[Section, ...], Rect]:
        """Who it is; situation and traits beside each other with `split`, where both are."""
        document, persona, say = self.document, self.profile.persona, self.say
        head, disc = sections.identity(document, persona, width, scale, say)
        column = (width - 6.0 * scale) * 0.58 if split and persona.context.strip() else width
        beside = width - 6.0 * scale - column if column < width else width
        situation = sections.situation(document, persona, column, scale, say)
        traits = sections.traits(document, persona, beside, scale, say)
        rest = [Section("situation", situation), Section("traits", traits)]
        if column < width:
            rest = [Section("situation", _side_by_side(width, situation, traits))]
        said = Section("quote", sections.quote(document, persona, width, scale))
        return tuple(s for s in (Section("who", head), said, *rest) if s.block.elements), disc

    def _what(self, width: float, scale: float, taller: float) -> tuple[Section, ...]:
        """What they need, how it feels and whom they meet."""
        document, profile, say = self.document, self.profile, self.say
        column = (width - 6.0 * scale) / 2
        language = document.study.language
        needs = sections.notes(
            say("Needs most"), profile.needs, say("No open needs found yet."), column, scale, say, language
        )
        pains = sections.notes(
            say("Stumbles over"), profile.pains, say("No pain points found yet."), column, scale, say, language
        )
        label = paragraph(self._title_of_heart(), sections.LABEL, width, scale, say.language)
        found: tuple[Section, ...] = (
            Section("needs", _side_by_side(width, needs, pains)),
            Section("feelings", label),
            Section(HEART, heart(document, profile, width, LEAST_MM * scale * taller, scale, say), 0.4),
            Section("moments", sections.moments(document, profile, width, scale, say), 0.8),
            Section("whereabouts", sections.whereabouts(document, profile, width, scale, say)),
        )
        if profile.heart is None or not profile.heart.phases:
            found = tuple(s for s in found if s.name != "feelings")
        return tuple(s for s in found if s.block.elements)

    def _title_of_heart(self) -> str:
        profile = self.profile
        title = self.document.journeys[profile.heart.journey].title if profile.heart else ""
        return self.say("Heartbeat: {journey}", journey=title)

    def layers(self, room: Rect, scale: float, first: int, *, title: bool) -> Iterator[Layer]:
        """The card where it stands on the sheet, read in this order; with `title` its first line names the sheet."""
        made = self._grown(room, scale)
        spare = room.h - made.foot.height - GAP_MM * scale
        for column in made.columns:
            gap = GAP_MM * scale
            if column.gaps:
                gap += min((spare - column.height(gap)) / column.gaps, gap * (LOOSER - 1))
            y = room.y
            for index, section in enumerate(column.sections):
                y += gap * section.gap if index else 0.0
                yield self._layer(section, room.x + column.x, y, first, title=title)
                y += section.block.height
                first += 1
        end = Section("foot", made.foot)
        yield self._layer(end, room.x, room.y + room.h - made.foot.height, first, title=False)

    def _grown(self, room: Rect, scale: float) -> Composed:
        """With the tallest heartbeat for which there is room."""
        for taller in (TALLER, 1.8, 1.5, 1.25):
            made = self.composed(room, scale, taller)
            if made.height <= room.h:
                return made
        return self.composed(room, scale)

    def _layer(self, section: Section, x: float, y: float, order: int, *, title: bool) -> Layer:
        layer = section.block.layer(f"{self.profile.persona.id}/{section.name}", x, y, order)
        if title and section.name == "who":
            elements = list(layer.elements)
            number = next(n for n, e in enumerate(elements) if isinstance(e, Text) and e.role == "cell")
            elements[number] = elements[number]._replace(role="title")
            layer = layer._replace(elements=tuple(elements))
        return layer._replace(lane=section.name)

    def portrait(self, room: Rect, scale: float) -> Portrait:
        disc = self.composed(room, scale).disc
        return Portrait(self.profile.persona.id, disc._replace(x=disc.x + room.x, y=disc.y + room.y))

    @property
    def alts(self) -> Mapping[str, str]:
        """Words for the heartbeat, by the name of its layer."""
        words = in_words(self.document, self.profile, self.say)
        return {f"{self.profile.persona.id}/{HEART}": words}


def _side_by_side(width: float, left: Block, right: Block) -> Block:
    block = Block(width)
    block.put(left, 0.0, 0.0)
    block.put(right, width - right.width, 0.0)
    return block
