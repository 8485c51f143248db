"""Cleaning of any text that comes in: typed, pasted, imported or read from a file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE_MAX = 200
BODY_MAX = 10_000
MARKS_PER_BASE = 8

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")  # slides and word processors break lines with \x0b
_NO_CHARACTERS = "".join(f"{chr(plane * 65536 + 65534)}{chr(plane * 65536 + 65535)}" for plane in range(17))
_HALVES = "\ud800-\udfff"
_UNREADABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_HALVES}\ufdd0-\ufdef\ufeff{_NO_CHARACTERS}]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_STEERING = re.compile(f"{_LINE_ENDS.pattern}|[\n\t]|{_UNREADABLE.pattern}|{_DIRECTION.pattern}")
_MARKED = re.compile(r"[^\x00-\u02ff]")
_BETWEEN = ("en", "and", "et", "und")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text as it may be stored, and how many characters were changed per reason (code → count)."""

    text: str
    changes: Counter[str] = field(default_factory=Counter)


def clean(raw: str, limit: int = BODY_MAX, *, multiline: bool = True) -> Cleaned:
    """NFC text without control characters, direction overrides or more than `limit` characters.

    Codes in `changes`: `unreadable`, `direction`, `marks`, `cut`. A single-line text has its line ends and
    tabs turned into spaces and its ends stripped; that is habit, not damage, and is not counted.
    """
    changes: Counter[str] = Counter()
    text = _LINE_ENDS.sub("\n", raw)
    if not multiline:
        text = " ".join(text.split())
    text = _taken_out(text, changes)
    if not multiline:
        text = " ".join(text.split())  # again: what was taken out may have stood between two spaces
    if _MARKED.search(text):
        text = _cap_marks(unicodedata.normalize("NFC", text), changes)
    if len(text) > limit:
        changes["cut"] += len(text) - limit
        text = text[:limit]
    text = text.strip() if not multiline else text.strip("\n").rstrip()
    return Cleaned(text, +changes)


def purged(raw: str) -> Cleaned:
    """The same text while it is being typed: only without what no text may hold, its spaces and lines as they are."""
    changes: Counter[str] = Counter()
    text = _taken_out(_LINE_ENDS.sub("\n", raw), changes)
    if _MARKED.search(text):
        capped = _cap_marks(unicodedata.normalize("NFC", text), changes)
        text = capped if changes["marks"] else text
    return Cleaned(text, +changes)


def _taken_out(text: str, changes: Counter[str]) -> str:
    if text.isprintable():  # as nearly all text is; no character that goes out is
        return text
    text, changes["unreadable"] = _UNREADABLE.subn("", text)
    text, changes["direction"] = _DIRECTION.subn("", text)
    return text


def title(raw: str) -> str:
    """A clean single line of at most 200 characters."""
    return clean(raw, TITLE_MAX, multiline=False).text


def on_one_line(name: str) -> str:
    """A name from elsewhere, such as a file’s, to be shown: “�” for what breaks the line or steers a terminal."""
    return name if name.isprintable() else _STEERING.sub("\N{REPLACEMENT CHARACTER}", name)


def title_and_rest(raw: str) -> tuple[str, str]:
    """The first line for a title, and what stands below it; words of that line that do not fit go there too."""
    first, _, rest = raw.strip().partition("\n")
    first, rest = " ".join(first.split()), rest.strip()
    if len(first) <= TITLE_MAX:
        return first, rest
    at = first.rfind(" ", 1, TITLE_MAX + 1)
    at = at if at > 0 else TITLE_MAX
    return first[:at], "\n".join(filter(None, [first[at:].strip(), rest]))


def body(raw: str) -> str:
    """Clean text of at most 10,000 characters, line ends kept."""
    return clean(raw).text


_STROKES = str.maketrans("\u0131łøđħŧ", "ilodht")
"""An i without its dot, and letters with a stroke, have no mark that could be taken off."""


def folded(text: str) -> str:
    """For comparing and finding: case and diacritics ignored."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_STROKES)


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number behind it where another is called so, whatever its capitals and accents."""
    known = {folded(other) for other in taken}
    if folded(name) not in known:
        return name
    endings = (f" ({number})" for number in count(2))
    numbered = (name[: TITLE_MAX - len(ending)].rstrip() + ending for ending in endings)
    return next(made for made in numbered if folded(made) not in known)


def _cap_marks(text: str, changes: Counter[str]) -> str:
    kept = _heaped().sub(r"\1", text)
    changes["marks"] += len(text) - len(kept)
    return kept


@cache
def _heaped() -> re.Pattern[str]:
    """More marks on a letter than may be; a pattern, because a megabyte letter by letter takes seconds."""
    marks = "".join(chr(point) for point in range(0x300, 0x20000) if unicodedata.combining(chr(point)))
    return re.compile(f"([{marks}]{{{MARKS_PER_BASE}}})[{marks}]+")


def initials(name: str) -> str:
    """Two letters: of the first and the last name, else of the only one; "?" without a name."""
    words = [word for word in name.replace("&", " ").split() if word[0].isalnum() and word.lower() not in _BETWEEN]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else list(words[0][:2]) if words else ["?"]
    return "".join(letters).upper()
