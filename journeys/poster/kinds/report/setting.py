"""How a report is set: its type, its measures, and the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.text import balanced
from journeys.poster.parts.blocks import COMPANY, MM, Style

if TYPE_CHECKING:
    from journeys.i18n import Language, Words
    from journeys.layout.drawing import Rect

BODY: Final = Style(10.0, leading=1.4)
ITEM: Final = Style(10.0, leading=1.4, role="item")
LEAD: Final = Style(11.5, leading=1.4)
NOTE: Final = Style(8.5, colour="muted", leading=1.4)
QUOTE: Final = Style(11.0, "italic", "sheet.quote", leading=1.36)
STRONG: Final = Style(10.0, "semibold", leading=1.4)
LABEL: Final = Style(8.5, "semibold", "muted", leading=1.4)
TITLE: Final = Style(30.0, "bold", leading=1.1, role="title")
CHAPTER: Final = Style(19.0, "bold", leading=1.15, role="heading")
OPENING: Final = Style(14.0, "bold", leading=1.2, role="heading")
SECTION: Final = Style(12.5, "bold", leading=1.2, role="subheading")
CELL: Final = Style(9.0, leading=1.3)
CELL_STRONG: Final = Style(9.0, "semibold", leading=1.3)
CELL_LABEL: Final = Style(9.0, "semibold", "muted", leading=1.3)
CELL_MUTED: Final = Style(8.5, colour="muted", leading=1.3)
CELL_LATE: Final = Style(9.0, "semibold", "finding.number", leading=1.3)
COLUMN: Final = Style(8.0, "semibold", "muted", leading=1.25)
RUNNING: Final = Style(8.0, colour="muted", leading=1.25)

SIDE_MM: Final = 24.0
TOP_MM: Final = 27.0
BOTTOM_MM: Final = 25.0
MEASURE_MM: Final = 132.0
"""Running text is no wider: on longer lines one loses one's way back."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The room within the margins in mm, how much larger than A4, the words of the page and the study's language."""

    room: Rect
    scale: float
    say: Words
    language: Language

    @property
    def measure(self) -> float:
        """How wide running text is."""
        return min(MEASURE_MM * self.scale, self.room.w)

    def mm(self, length: float) -> float:
        """A length at A4 on this paper."""
        return length * self.scale

    def leading(self, style: Style) -> float:
        """From line to line, in mm."""
        return style.size * style.leading * MM * self.scale

    def size(self, style: Style) -> float:
        """The type size on this paper, in points."""
        return style.size * self.scale

    def wide(self, words: str, style: Style) -> float:
        """How wide these words are on one line, in mm."""
        return fonts.width(words, fonts.suited(words, style.font), self.size(style)) * MM

    def lines(self, words: str, style: Style, width: float, language: Language | None = None) -> tuple[str, ...]:
        """The words broken to this width, no lonely last word; each of their own lines stays a line of its own."""
        found: list[str] = []
        for part in words.split("\n"):
            font = fonts.suited(part, style.font)
            ems = width / (self.size(style) * MM)
            found += balanced(part, font, ems, language or self.language, COMPANY)
        return tuple(found)


def baseline(style: Style, leading: float, scale: float) -> float:
    """From the top of a line to its baseline, where lines are so far apart."""
    em = style.size * MM * scale
    return (leading - em) / 2 + fonts.ASCENT * em
