"""Round things: the number of a gap, and a persona's initials that their portrait may cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Rect, Text
from journeys.poster.parts.blocks import MM, Block
from journeys.text import initials

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.layout.drawing import Element, Role
    from journeys.model.entities import Persona

NUMBER: Final = 0.62
"""Type of a number, as a part of its disc."""
WIDEST: Final = 0.8
"""Of the disc that a number may take."""
INITIALS: Final = 0.42
"""Type of initials, as a part of their disc."""


def numbered(number: int, circle: float, say: Words) -> Block:
    """A gap's number in the disc of its flag, `circle` mm across."""
    word = str(number)
    size = min(NUMBER * circle / MM, WIDEST * circle / fonts.width(word, "bold", MM))
    block = _disc(circle, "badge.fill", word, size, "badge.text", "cell")
    return Block(circle, circle, [_spoken(element, say("Gap {n}", n=number)) for element in block.elements])


def of_persona(persona: Persona, across: float, *, role: Role = "cell") -> Block:
    """The persona's colour and initials, `across` mm wide."""
    word = initials(persona.name)
    size = min(INITIALS * across / MM, WIDEST * across / max(fonts.width(word, "bold", MM), 0.01))
    return _disc(across, f"party.{persona.colour}.fill", word, size, "sheet.tag.text", role, persona.id)


def _spoken(element: Element, words: str) -> Element:
    """Heard before the words beside it, whatever was painted first."""
    return element._replace(alt=words, order=-1) if isinstance(element, Text) else element


def _disc(
    across: float, fill: str, word: str, size: float, ink: str, role: Role, about: str | None = None
) -> Block:  # fmt: skip
    block = Block(across, across)
    baseline = across / 2 + fonts.CAP_HEIGHT * size * MM / 2
    block.add(Box(Rect(0.0, 0.0, across, across), fill=fill, radius=across / 2, about=about))
    if word:
        block.add(Text(across / 2, baseline, (word,), size, size * MM, "bold", ink, "middle", role=role))
    return block
