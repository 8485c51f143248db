"""What each party takes up: a circle as large as it is often met, with its name in lines under it."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Rect
from journeys.layout.pen import height_of
from journeys.layout.text import broken, widest
from journeys.phrases import ecosystem as said

if TYPE_CHECKING:
    from journeys.analysis.ecosystem import Ecosystem, Node
    from journeys.i18n import Words
    from journeys.layout.drawing import Point
    from journeys.layout.ecosystem.spec import NetSpec
    from journeys.model.document import Document

LEAST: Final = 1.45
MOST: Final = 2.9
"""Ems of radius."""
PEOPLE: Final = 3.3
NAME: Final = 9.5
"""Ems of width for a name."""
BELOW: Final = 0.42
"""Between circle and name."""
PAD: Final = 0.3
"""Around a name."""
PARTY_FONT: Final = "semibold"


class Tile(NamedTuple):
    """All in ems; `number` is what stands in the circle."""

    id: str
    radius: float
    number: int
    lines: tuple[str, ...]
    wide: float

    @property
    def high(self) -> float:
        """Of the name."""
        return height_of(self.lines, 1.0)

    def words_at(self, centre: Point) -> Rect:
        """Where the name stands, the room around it included, when the circle is there."""
        x, y = centre
        return Rect(x - self.wide / 2 - PAD, y + self.radius + BELOW, self.wide + 2 * PAD, self.high)

    def rect_at(self, centre: Point) -> Rect:
        """Circle and name."""
        x, y = centre
        half = max(self.radius, self.wide / 2 + PAD)
        return Rect(x - half, y - self.radius, 2 * half, 2 * self.radius + BELOW + self.high)


def of_party(document: Document, ecosystem: Ecosystem, node: Node, spec: NetSpec) -> Tile:
    """The tile of a party."""
    number = weight(node, spec)
    most = max((weight(other, spec) for other in ecosystem.nodes.values()), default=1)
    radius = LEAST + (MOST - LEAST) * sqrt(number / max(most, 1))
    return _tile(node.party, radius, number, document.parties[node.party].name, document.study.language, spec.lines)


def of_people(document: Document, ecosystem: Ecosystem, spec: NetSpec, say: Words) -> Tile:
    """The tile in the middle."""
    name = said.people(document, ecosystem.personas, say)
    return _tile("", PEOPLE, len(ecosystem.personas), name, document.study.language, spec.lines)


def weight(node: Node, spec: NetSpec) -> int:
    """The number in the circle of a party."""
    return len(node.personas) if spec.count == "personas" else len(node.steps)


def _tile(id_: str, radius: float, number: int, name: str, language: str, most: int | None) -> Tile:
    lines = broken(name, PARTY_FONT, NAME, language, most).lines
    return Tile(id_, radius, number, lines, widest(lines, PARTY_FONT))
