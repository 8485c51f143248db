"""Text that runs from right to left: joined and put in the order in which it is drawn. The home of that extra."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from journeys.fonts import signs

if TYPE_CHECKING:
    from collections.abc import Callable

OWN: Final = "LEVENSREIS_OWN_FONTS"
"""In the environment: borrow no fonts, so that all computers print the same, also with the extra."""
MARK_LEFT: Final = "\u200e"
MARK_RIGHT: Final = "\u200f"
"""Unseen characters that say which way a line runs when its first letter does not."""
_TURNED: Final = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ORDERLY: Final = frozenset({"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "WS", "ON"})
_TAG: Final = "\u034f"
"""Goes with the character before it, whichever way that runs, and is never seen."""
_UNFIT: Final = re.compile(f"[{_TAG}\ud800-\udfff]")
_STANDS: Final = tuple(map(chr, range(0x2500, 0x2580)))
"""For signs, while the line is turned: these run either way, as emoji do."""


@cache
def ready() -> bool:
    """Whether the extra `levensreis[scripts]` is installed, and nobody asked for our own fonts alone."""
    return not os.environ.get(OWN) and all(find_spec(name) is not None for name in ("arabic_reshaper", "bidi"))


def within(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return not text.isascii() and _TURNED.search(text) is not None


def leftward(text: str) -> bool:
    """Whether the text as a whole runs from right to left: its first letter does."""
    if not within(text):
        return False
    ways = (unicodedata.bidirectional(character) for character in text)
    return next((way in {"R", "AL"} for way in ways if way in {"L", "R", "AL"}), False)


def drawn(line: str) -> str | None:
    """The line as it is drawn from left to right: letters joined, right-to-left parts turned, brackets mirrored.

    None for a line with characters that say nothing of their way, or too much: overrides, what is not assigned.
    """
    if _UNFIT.search(line) or not _ORDERLY.issuperset(map(unicodedata.bidirectional, line)):
        return None
    kept: dict[str, str] = {}
    free = iter(frozenset(_STANDS).difference(line))

    def stand(sequence: str) -> str:
        character = next(free, "")
        kept[character] = sequence
        return character or sequence

    held = _without_signs(line, stand)
    joined = "".join(f"{letter}{_TAG}" if unicodedata.mirrored(letter) else letter for letter in _join()(held))
    turned = _mirrored(_turn()(joined, base_dir="R" if leftward(line) else "L"))
    return _marks_after("".join(kept.get(character, character) for character in turned))


def _without_signs(line: str, stand: Callable[[str], str]) -> str:
    done, start = "", 0
    while match := signs.found(line, start):
        done += line[start : match.start()] + stand(match[0])
        start = match.end()
    return done + line[start:]


def _mirrored(line: str) -> str:
    """Brackets in a turned part look the other way: the tag that followed them stands before them there."""
    from bidi.mirror import MIRRORED

    done: list[str] = []
    letters = iter(line)
    for letter in letters:
        if letter == _TAG:
            turned = next(letters, "")
            done.append(MIRRORED.get(turned, turned))
        else:
            done.append(letter)
            if unicodedata.mirrored(letter):
                next(letters, "")
    return "".join(done)


def _marks_after(line: str) -> str:
    """Marks stand after their letter again: fonts let them hang over what was drawn before."""
    return _BEFORE.sub(lambda found: found[2] + found[1][::-1], line)


_BEFORE: Final = re.compile("([\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]+)(.)")


@cache
def _join() -> Callable[[str], str]:
    from arabic_reshaper import ArabicReshaper

    joined: Callable[[str], str] = ArabicReshaper({"delete_harakat": False, "delete_tatweel": False}).reshape
    return joined


@cache
def _turn() -> Callable[..., str]:
    from bidi import get_display

    turned: Callable[..., str] = get_display
    return turned
