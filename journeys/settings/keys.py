"""The settings that an administrator can lay down: their names, the values they take, and what is usual."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from journeys.i18n import LANGUAGES, N_

Key = Literal["language", "theme", "text_size", "large", "calm", "sound", "remember", "days", "folder"]
KEYS: Final[tuple[Key, ...]] = get_args(Key)
Theme = Literal["system", "light", "dark", "contrast"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
TEXT_SIZES: Final = (90, 100, 115, 130, 150)
DAYS: Final = 90
MOST_DAYS: Final = 365
_YES: Final = ("true", "yes", "on", "1", "ja", "aan")
_NO: Final = ("false", "no", "off", "0", "nee", "uit")
_VARIABLE: Final = re.compile(r"%[^%\\/]+%|\$\w+|\$\{\w+\}")
"""What is still there when the system knows no such variable."""


class Rule(NamedTuple):
    """`read` gives a value as it is kept, None when it is none; `usual` is what holds when nobody said anything."""

    name: str
    about: str
    takes: str
    usual: str
    read: Callable[[str], str | None]


def _one_of(*known: str) -> Callable[[str], str | None]:
    def read(written: str) -> str | None:
        found = written.lower().removesuffix("%").strip()
        return found if found in known else None

    return read


def _answer(written: str) -> str | None:
    found = written.lower()
    if found in _YES:
        return "true"
    return "false" if found in _NO else None


def _days(written: str) -> str | None:
    """Digits alone: int() reads more than people write."""
    known = written.isascii() and written.isdecimal() and len(written) <= 4
    return str(int(written)) if known and int(written) <= MOST_DAYS else None


def _folder(written: str) -> str | None:
    """A whole path; the user's own folder and variables of the system may stand in it."""
    found = os.path.expandvars(os.path.expanduser(written))  # noqa: PTH111 - expanduser() of a Path may raise
    if "\0" in found or _VARIABLE.search(found) or not Path(found).is_absolute():
        return None
    return os.path.normpath(found)


RULES: Final[dict[Key, Rule]] = {
    "language": Rule(N_("Language"), N_("Language of the program"), ", ".join(LANGUAGES), "", _one_of(*LANGUAGES)),
    "theme": Rule(N_("Look"), N_("Colours of the window"), ", ".join(THEMES), "system", _one_of(*THEMES)),
    "text_size": Rule(
        N_("Text size"), N_("Size of the text, in percent of the usual size"), ", ".join(map(str, TEXT_SIZES)), "100",
        _one_of(*map(str, TEXT_SIZES)),
    ),
    "large": Rule(
        N_("Everything large, for a whole room"), N_("Everything large, for a computer at a projector"),
        "yes, no", "false", _answer,
    ),
    "calm": Rule(
        N_("Calm picture: nothing moves by itself"), N_("Nothing moves by itself"), "yes, no", "false", _answer
    ),
    "sound": Rule(
        N_("The timer sounds when the time is up"), N_("A sound when the timer ends; there is no other"),
        "yes, no", "true", _answer,
    ),
    "remember": Rule(
        N_("Remember which files I opened"), N_("Opened files come into the list on the start page"),
        "yes, no", "true", _answer,
    ),
    "days": Rule(
        N_("Keep earlier versions for"), N_("Days that earlier versions are kept; 0 keeps none"),
        f"0–{MOST_DAYS}", str(DAYS), _days,
    ),
    "folder": Rule(
        N_("Folder for data"), N_("Folder for working copies, earlier versions and log; ~ and variables may be in it"),
        N_("a whole path"), "", _folder,
    ),
}  # fmt: skip


def read(key: Key, written: object) -> str | None:
    """The value as it is kept; None when this setting cannot have it."""
    return RULES[key].read(str(written).strip()) if written is not None else None
