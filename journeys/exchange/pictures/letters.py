"""Text of a drawing as real text of SVG: each broken line in its place and as wide as it was measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from journeys import fonts
from journeys.exchange.pictures.strokes import number, px
from journeys.fonts import turned
from journeys.layout.spec import MM_PER_PT
from journeys.layout.text import Within

if TYPE_CHECKING:
    from journeys.exchange.pictures.inks import Inks
    from journeys.layout.drawing import Text

FAMILY: Final = "'Source Sans Pro', 'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_WEIGHTS: Final[dict[str, dict[str, str]]] = {
    "regular": {}, "italic": {"font-style": "italic"},
    "semibold": {"font-weight": "600"}, "bold": {"font-weight": "700"},
}  # fmt: skip
_OTHER_SIDE: Final = {"start": "end", "middle": "middle", "end": "start"}
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANK: Final = re.compile(r"\s")


def written(text: str) -> str:
    """Without what XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def text(parent: Element, one: Text, inks: Inks) -> None:
    """A line as one text; several as one text with a part for each line."""
    lines = [(index, line) for index, line in enumerate(one.lines) if line.strip()]
    if not lines:
        return
    given = {"font-size": number(one.size * MM_PER_PT * 96 / 25.4)} | _WEIGHTS[one.font] | inks.of(one.colour)
    if len(lines) == 1 or one.anchor != "start":  # the space between two lines would push aside what ends somewhere
        for index, line in lines:
            SubElement(parent, "text", given | _placed(one, index, line)).text = _shown(line)
        return
    whole = SubElement(parent, "text", given)
    for index, line in lines:
        part = SubElement(whole, "tspan", _placed(one, index, line))
        part.text = _shown(line)
        part.tail = "" if isinstance(line, Within) else " "


def _shown(line: str) -> str:
    return _BLANK.sub("\u00a0" if line != line.strip() else " ", written(line))


def _placed(one: Text, index: int, line: str) -> dict[str, str]:
    """Where the line begins, and how wide it is: in another font its letters are moved and fitted to that."""
    found = {"x": px(one.x), "y": px(one.y + index * one.leading)}
    leftward = turned.leftward(line)
    anchor = _OTHER_SIDE[one.anchor] if leftward else one.anchor
    if anchor != "start":
        found["text-anchor"] = anchor
    if leftward:
        found["direction"] = "rtl"
    wide = fonts.width(line, one.font, one.size) * MM_PER_PT
    if wide > 0 and len(line) > 1:
        found |= {"textLength": px(wide), "lengthAdjust": "spacingAndGlyphs"}
    return found
