"""Personas against phases: the presence of each, with the numbers of the gaps, under the time axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Layer, Rect, Text
from journeys.layout.heads import own_colour
from journeys.poster.parts import discs, grid
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.lifelines import lifelines
from journeys.poster.parts.pills import TAG, variant_pill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.analysis.shared import Together
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.grid import Column

NAME: Final = Style(8.0, "bold", role="heading", leading=1.12)
TITLE: Final = Style(6.4, colour="muted")
BADGE: Final = Style(5.4, TAG.font, TAG.colour, role="cell")
DISC_MM: Final = 6.4
NAMES_MM: Final = 38.0
APART_MM: Final = 1.5
MARGIN_MM: Final = 3.0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Laid out in one size: the axis, the heads of the phases, and a row per journey."""

    document: Document
    seen: Together
    columns: tuple[Column, ...]
    axis: Block
    heads: tuple[Block, ...]
    names: tuple[Block, ...]
    strip: float
    scale: float
    say: Words

    @property
    def rows(self) -> list[float]:
        """The height of each row."""
        return [max(self.strip, name.height) for name in self.names]

    @property
    def top(self) -> float:
        """Of the heads of the phases."""
        return self.axis.height

    @property
    def height(self) -> float:
        head = self.heads[0].height if self.heads else 0.0
        return self.top + head + sum(row + APART_MM * self.scale for row in self.rows)


def planned(document: Document, seen: Together, width: float, scale: float, say: Words) -> Matrix:
    """As large as `scale` says; the names take at least a sixth of the width."""
    names = max(NAMES_MM * scale, 0.14 * width)
    columns = tuple(grid.columns(document, names, width, scale))
    mixed = len({document.journeys[found.journey].variant for found in seen.journeys}) > 1
    levels = [found.levels for found in seen.journeys]
    strip = grid.presence_height(seen.shown, columns[0].w, scale, say, numbers=True)
    made = tuple(
        _name(document, found, seen.journeys, names - MARGIN_MM * scale, scale, say, mixed=mixed)
        for found in seen.journeys
    )  # fmt: skip
    axis = lifelines(document, levels, columns, scale, say)
    return Matrix(
        document, seen, columns, axis, tuple(grid.heads(document, columns, scale, say)), made, strip, scale, say
    )  # fmt: skip


def _name(
    document: Document, found: JourneyFindings, others: Sequence[JourneyFindings], width: float, scale: float,
    say: Words, *, mixed: bool,
) -> Block:  # fmt: skip
    """Disc and name; the journey's title where the persona has several of the same variant."""
    journey = document.journeys[found.journey]
    persona, language = document.personas[journey.persona], document.study.language
    alike = [
        other for other in others
        if (held := document.journeys[other.journey]).persona == persona.id and held.variant == journey.variant
    ]  # fmt: skip
    across = min(DISC_MM * scale, width * 0.25)
    left = across + 1.6 * scale
    room = width - left
    words = stacked(
        room,
        0.3 * scale,
        *([variant_pill(journey.variant, scale, say, BADGE)] if mixed else []),
        paragraph(persona.name, NAME, room, scale, language),
        *([paragraph(journey.title, TITLE, room, scale, language)] if len(alike) > 1 else []),
    )
    words.elements = [
        element._replace(about=journey.id) if isinstance(element, Text) else element for element in words.elements
    ]
    block = Block(width)
    block.put(discs.of_persona(persona, across, role="artifact"), 0.0, max(0.0, (words.height - across) / 2))
    block.put(words, left, max(0.0, (across - words.height) / 2))
    return block


def layers(made: Matrix, at: tuple[float, float], spare: float) -> Iterator[Layer]:
    """The matrix, its rows higher by their share of what is left."""
    (x, y), own = at, own_colour(made.document)
    yield made.axis.layer("axis", x, y, 0)
    y += made.top
    for column, block in zip(made.columns, made.heads, strict=True):
        head = block.layer(f"phases/{column.phase}", x + column.x, y, 1)
        yield head._replace(lane="phases", phase=column.phase)
    y += made.heads[0].height + APART_MM * made.scale
    numbers, more = made.seen.numbers(), spare / max(len(made.names), 1)
    for index, (found, name, row) in enumerate(zip(made.seen.journeys, made.names, made.rows, strict=True)):
        variant = made.document.journeys[found.journey].variant
        high = row + more
        order = 100 * (index + 1)
        title = name.layer(f"name/{found.journey}", x, y + (high - name.height) / 2, order)
        yield title._replace(lane="titles")
        for place, column in enumerate(made.columns):
            level = found.levels[column.phase]
            number = numbers.get((variant, column.phase)) if level == "absent" else None
            field = Rect(0.0, 0.0, column.w, high)
            block = grid.presence(level, field, made.scale, made.say, own, number, column.phase)
            cell = block.layer(f"cell/{found.journey}/{column.phase}", x + column.x, y, order + 1 + place)
            yield cell._replace(lane=f"journey/{found.journey}", phase=column.phase)
        y += high + APART_MM * made.scale


def discs_of(made: Matrix, at: tuple[float, float], spare: float) -> Iterator[tuple[str, Rect, str]]:
    """Where the personas' discs are, for their portraits, and whose journey stands beside them."""
    (x, y), more = at, spare / max(len(made.names), 1)
    y += made.top + made.heads[0].height + APART_MM * made.scale
    for found, name, row in zip(made.seen.journeys, made.names, made.rows, strict=True):
        box = name.elements[0]
        rect = box.rect  # type: ignore[union-attr]  # the disc comes first
        top = y + (row + more - name.height) / 2
        disc = rect._replace(x=x + rect.x, y=top + rect.y)
        yield made.document.journeys[found.journey].persona, disc, found.journey
        y += row + more + APART_MM * made.scale
