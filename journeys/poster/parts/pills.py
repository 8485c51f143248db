"""A pill with a word or two: which journey this is, or what kind of sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Rect, Text
from journeys.poster.parts.blocks import MM, Block, Style

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.entities import Variant

TAG: Final = Style(6.4, "bold", "sheet.tag.text", role="heading")


def pill(word: str, scale: float, style: Style = TAG, *, hollow: bool = False) -> Block:
    """A dark pill, or an open one; as wide as its words in capitals."""
    size = style.size * scale
    high = 2.0 * size * MM
    wide = fonts.width(word.upper(), style.font, size) * MM + 5.0 * size / TAG.size
    block = Block(wide, high)
    block.add(
        Box(
            Rect(0.0, 0.0, wide, high),
            fill=None if hollow else "sheet.tag",
            stroke="sheet.tag",
            width=0.35 * size / TAG.size,
            radius=high / 2,
        ),
        Text(
            2.5 * size / TAG.size,
            high / 2 + fonts.CAP_HEIGHT * size * MM / 2,
            (word.upper(),),
            size,
            size * MM,
            style.font,
            "text" if hollow else style.colour,
            role=style.role,
        ),
    )
    return block


def variant_pill(variant: Variant, scale: float, say: Words, style: Style = TAG) -> Block:
    """Dark for the current journey; open for the desired one, so that it shows without colour too."""
    desired = variant == "desired"
    return pill(say("Desired journey") if desired else say("Current journey"), scale, style, hollow=desired)
