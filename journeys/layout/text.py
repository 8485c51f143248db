"""Text broken into lines: greedy, with hyphens for long words; never clipped unless the caller asks for it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.i18n import TONGUES
from journeys.layout import hyphens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeys.fonts import Font
    from journeys.layout.spec import Look

ELLIPSIS: Final = "…"
_SPACE: Final = " \t\r\f\v"
_SPACES: Final = re.compile(f"[{_SPACE}]+")
_TRIES: Final = 24
_LONGEST_WORD: Final = 200
"""What is longer is no word of any language, and the dictionary takes seconds over it."""
_BREAK_AFTER: Final = "-–—/_.,;:?&=@\u200b"
_SOFT: Final = "\u00ad"
"""Where somebody allowed a hyphen."""
_HANGING: Final = frozenset("·–—")
_LEFT: Final = 4
"""Letters of a broken word that go to the next line, at least; fewer look lost there."""


class Within(str):
    """A line that ends within a word: the word goes on in the next line."""

    __slots__ = ()


class Hyphenated(Within):
    """The same, and the hyphen at its end is ours."""

    __slots__ = ()


class Broken(NamedTuple):
    """Lines that fit; `cut` when lines were left out and the last one ends in an ellipsis."""

    lines: tuple[str, ...]
    cut: bool = False


@lru_cache(maxsize=100_000)
def broken(text: str, font: Font, width: float, language: str, most: int | None = None) -> Broken:
    """The text in lines of at most `width` ems, explicit line ends kept, at most `most` lines."""
    font = fonts.suited(text, font)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += fonts.led(_paragraph(paragraph, font, width, language), paragraph)
    while lines and not lines[-1]:
        lines.pop()
    if most is None or len(lines) <= most:
        return Broken(tuple(lines))
    kept = lines[:most]
    kept[-1] = _shortened(kept[-1], font, width)
    return Broken(tuple(kept), cut=True)


def lines(text: str, font: Font, width: float, language: str) -> tuple[str, ...]:
    """All lines of the text."""
    return broken(text, font, width, language).lines


def balanced(text: str, font: Font, width: float, language: str, least: float = 1.0) -> tuple[str, ...]:
    """As few lines, but broken so that the last is at least this part of the widest, as far as the words allow."""
    found = lines(text, font, width, language)
    if len(found) < 2 or "\n" in text:
        return found
    best, narrowest = found, width * (1 - 1 / len(found))
    for part in range(1, _TRIES):
        tried = lines(text, font, width - (width - narrowest) * part / _TRIES, language)
        if _evenness(best, font) >= least or len(tried) > len(found) or _broken_words(tried) > _broken_words(found):
            break
        best = max(best, tried, key=lambda some: _evenness(some, font))
    return best


def settled(
    text: str, found: tuple[str, ...], font: Font, width: float, look: Look, least: float
) -> tuple[str, ...]:  # fmt: skip
    """The lines of a finished plan, on paper broken more evenly; never more of them, so that all heights stay."""
    if look.spec.hints or len(found) < 2:
        return found
    better = balanced(text, font, width, look.language, least)
    return better if len(better) == len(found) else found


def _evenness(some: tuple[str, ...], font: Font) -> float:
    """The shortest line as a part of the widest."""
    return widest(some[-1:], font) / max(widest(some, font), 0.1)


def _broken_words(some: tuple[str, ...]) -> int:
    return sum(line.endswith("-") for line in some)


def unbroken(found: Sequence[str]) -> str:
    """The lines as the text that they were: broken words whole again, without our hyphens."""
    parts = (line[:-1] if isinstance(line, Hyphenated) else line if isinstance(line, Within) else f"{line} "
             for line in found)  # fmt: skip
    return "".join(parts).strip()


def widest(found: tuple[str, ...], font: Font) -> float:
    """The width of the widest line, in ems."""
    set_in = fonts.suited("".join(found), font)
    return max((fonts.em_width(line, set_in) for line in found), default=0.0)


def _paragraph(paragraph: str, font: Font, width: float, language: str) -> list[str]:
    space = fonts.em_width(" ", font)
    done: list[str] = []
    line, used = "", 0.0
    for word in _words(paragraph, font, width):
        wide = fonts.em_width(word, font)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            done.append(line)
        if wide > width:
            *full, word = _pieces(word, font, width, language)  # noqa: PLW2901 - the rest is the word from here on
            done += full
            wide = fonts.em_width(word, font)
        line, used = word, wide
    return [*done, line]


def _words(paragraph: str, font: Font, width: float) -> list[str]:
    """What may stand apart: a dot or dash between words stays with the word before it, where there is room."""
    found = _SPACES.split(paragraph.strip(_SPACE))
    if _HANGING.isdisjoint(found):
        return found
    words = found[:1]
    for word in found[1:]:
        both = f"{words[-1]} {word}"
        if word in _HANGING and fonts.em_width(both, font) <= width:
            words[-1] = both
        else:
            words.append(word)
    return words


def _pieces(word: str, font: Font, width: float, language: str) -> Iterator[str]:
    """A word that is wider than a line, in pieces that fit, or of one character; the last one is what remains."""
    while len(word) > 1 and (len(word) > _reach(width) or fonts.em_width(word, font) > width):
        head, word = _split(word, font, width, language)
        yield head
    yield word


def _split(word: str, font: Font, width: float, language: str) -> tuple[str, str]:
    """The longest first piece that fits, and the rest: after punctuation, at a hyphenation point, or anywhere."""
    fits = _fitting(word, font, width)
    hyphen = fonts.em_width("-", font)
    for place in range(fits, 1, -1):
        if word[place - 1] in _BREAK_AFTER and place < len(word):
            return Within(word[:place]), word[place:]
        if word[place - 1] == _SOFT and fonts.em_width(word[:place], font) + hyphen <= width and place < len(word):
            return Hyphenated(f"{word[:place]}-"), word[place:]
    for place in _best_first(_hyphen_places(word, language), len(word)):
        if place <= fits and fonts.em_width(word[:place], font) + hyphen <= width:
            return Hyphenated(f"{word[:place]}-"), word[place:]
    place = max(fits, 1)
    while place < len(word) and fonts.inside(word, place):
        place += 1
    return Within(word[:place]), word[place:]


def _best_first(places: Sequence[int], length: int) -> Iterator[int]:
    """The last first; those that leave only a few letters for the next line come at the end."""
    yield from (place for place in reversed(places) if length - place >= _LEFT)
    yield from (place for place in reversed(places) if length - place < _LEFT)


def _fitting(word: str, font: Font, width: float) -> int:
    """How many characters from the start fit on a line."""
    return _most(min(len(word), _reach(width)), lambda count: fonts.em_width(word[:count], font) <= width)


def _reach(width: float) -> int:
    """More characters than fit on a line of so many ems: what lies beyond need not be measured."""
    return int(max(width, 0.0) * 10) + 100


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest count up to `limit` for which it holds; 0 always does."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _shortened(line: str, font: Font, width: float) -> str:
    count = _most(len(line), lambda count: fonts.em_width(line[:count] + ELLIPSIS, font) <= width)
    while 0 < count < len(line) and fonts.inside(line, count):
        count -= 1
    return line[:count].rstrip() + ELLIPSIS


@lru_cache(maxsize=20_000)
def _hyphen_places(word: str, language: str) -> tuple[int, ...]:
    """Where the word may be hyphenated; its punctuation does not disturb the dictionary."""
    if len(word) > _LONGEST_WORD:
        return ()
    start = next((index for index, letter in enumerate(word) if letter.isalpha()), len(word))
    core = word[start:]
    places = hyphens.dictionary(TONGUES[language].hyphens).positions(core)
    return tuple(start + int(place) for place in places if place >= 2)
