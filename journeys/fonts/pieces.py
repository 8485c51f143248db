"""A line in pieces: set in our font or a lent one, drawn as a mark, or not to be set at all; each with its width."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.fonts import lent, metrics, signs, turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from re import Match

    from journeys.fonts.lent import Lent
    from journeys.fonts.metrics import Font

SIGN: Final = 0.92
"""The side of a drawn sign, in ems; the rest of its em is air on both sides."""
BELOW: Final = 0.13
"""How far it reaches below the baseline, so that its middle is that of a capital."""
Way = Literal["font", "lent", "mark", "box", "unseen"]


class Piece(NamedTuple):
    """Characters that are set in one way, and how wide they are in ems.

    "font": our font has them; "lent": the font `lent` of this computer has them; "mark": drawn as the mark `mark`;
    "box": one character that nothing can be drawn for, `mark` is that of a box; "unseen": nothing is drawn by right.
    """

    way: Way
    text: str
    width: float
    mark: str = ""
    lent: Lent | None = None


@cache
def _usual() -> frozenset[str]:
    """What all our fonts have and what runs from left to right, letter by letter."""
    shared = frozenset.intersection(*(frozenset(metrics.known(font)) for font in metrics.FILES))
    return frozenset(letter for letter in shared - signs.UNSEEN if not turned.within(letter))


def plain(line: str) -> bool:
    """Whether the line is set in our font letter by letter, whichever it is; nothing else need be asked then."""
    return _usual().issuperset(line)


@lru_cache(maxsize=20_000)
def pieces(line: str, font: Font) -> tuple[Piece, ...]:
    """The line in pieces as they are drawn from left to right; their texts are what is drawn."""
    if turned.within(line) and turned.ready() and (drawn := turned.drawn(line)) is not None:
        made = tuple(_pieces(drawn, font))
        if not any(piece.way == "box" and turned.within(piece.text) for piece in made):
            return made
    return tuple(_pieces(line, font))


def leftward(text: str) -> bool:
    """Whether the text is set from right to left."""
    return turned.leftward(text) and turned.ready()


def led(lines: Sequence[str], paragraph: str) -> list[str]:
    """The lines of a paragraph, each with an unseen mark where by itself it would run the other way."""
    if not turned.within(paragraph) or not turned.ready():
        return list(lines)
    way = turned.leftward(paragraph)
    mark = turned.MARK_RIGHT if way else turned.MARK_LEFT
    return [line if turned.leftward(line) == way else type(line)(mark + line) for line in lines]


def is_turned(line: str, font: Font) -> bool:
    """Whether the line is drawn in another order than it is read in."""
    return turned.within(line) and "".join(piece.text for piece in pieces(line, font)) != line


def _pieces(line: str, font: Font) -> Iterator[Piece]:
    start = 0
    while match := signs.found(line, start):
        at, end = match.span()
        sequence = match[0]
        mark = signs.mark(sequence)
        if mark is None or (sequence[0] in metrics.known(font) and not sequence[0].isascii()):
            end = at + 1  # our font has it: only what modifies it is left
            yield from _runs(line[start:end], font)
        else:
            yield from _runs(line[start:at], font)
            yield Piece("mark", sequence, 1.0, mark)
        start = end
    yield from _runs(line[start:], font)


def _runs(text: str, font: Font) -> Iterator[Piece]:
    """Stretches without signs."""
    known = metrics.known(font)

    def way(character: str) -> tuple[Way, Lent | None]:
        if character in signs.UNSEEN:
            return "unseen", None
        if character in known:
            return "font", None
        lender = lent.lender(character)
        return ("lent", lender) if lender else ("box", None)

    for (how, lender), run in groupby(text, way):
        together = "".join(run)
        if how == "box":
            yield from (Piece("box", character, metrics.MISSING / 1000, signs.BOX) for character in together)
        elif lender is not None:
            yield Piece("lent", together, sum(map(lender.widths.__getitem__, together)) / 1000, "", lender)
        else:
            yield Piece(how, together, metrics.plain_width(together, font) if how == "font" else 0.0)


def width(text: str, font: Font, size: float) -> float:
    """How wide the text is without kerning, in the unit of `size` (points give points)."""
    return em_width(text, font) * size


@lru_cache(maxsize=200_000)
def em_width(text: str, font: Font) -> float:
    """How wide the text is without kerning, in ems; remembered, as words come back often."""
    if plain(text):
        return metrics.plain_width(text, font)
    return sum(piece.width for piece in pieces(text, font))


def missing(text: str, font: Font) -> frozenset[str]:
    """The characters of the text that nothing can be drawn for in this font."""
    return frozenset(piece.text for piece in pieces(text, font) if piece.way == "box")


def suited(text: str, font: Font) -> Font:
    """The font to set this text in: upright where the italic lacks a character that the upright has."""
    if font == "italic":
        lacking = frozenset(text).difference(metrics.known("italic"))
        if not lacking.isdisjoint(metrics.known("regular")):
            return "regular"
    return font


def inside(text: str, place: int) -> bool:
    """Whether what stands before this place belongs to what stands after it: a letter and its accent, an emoji."""
    after, before = text[place], text[place - 1]
    if after.isascii() and before.isascii():
        return False
    if after in _MODIFIERS or before == _JOINER or unicodedata.combining(after):
        return True
    match = next((found for found in _around(text, place) if found.start() < place < found.end()), None)
    return match is not None


def _around(text: str, place: int) -> Iterator[Match[str]]:
    """The signs near this place."""
    start = max(0, place - 24)
    while (match := signs.found(text, start)) and match.start() < place:
        yield match
        start = match.end()


_JOINER: Final = "\u200d"
_MODIFIERS: Final = frozenset("\u200d\u20e3") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)))
)
