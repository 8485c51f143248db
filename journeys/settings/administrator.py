"""What the administrator of this computer laid down: values to begin with, and values that stay."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from journeys import portable
from journeys.identity import NAME
from journeys.settings import keys
from journeys.settings.keys import Key

FILE: Final = "administrator.ini"
MOST_BYTES: Final = 100_000
SECTIONS: Final = ("defaults", "fixed")
Code = Literal["unreadable", "unknown_section", "no_section", "not_a_line", "unknown_key", "wrong_value", "twice"]


class Complaint(NamedTuple):
    """What in a file was passed over, and why; lines are counted from 1, 0 is the file as a whole."""

    place: Path
    line: int
    code: Code
    word: str = ""
    key: str = ""


class Value(NamedTuple):
    """A value as it is kept, and the file in which it stands."""

    text: str
    place: Path


@dataclass(frozen=True, slots=True)
class Rules:
    """`defaults` hold until the user chooses otherwise, `fixed` always; `files` are those that were there."""

    defaults: Mapping[Key, Value] = field(default_factory=dict)
    fixed: Mapping[Key, Value] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    complaints: tuple[Complaint, ...] = ()


def rules() -> Rules:
    """What holds on this computer, as it stood when it was first asked."""
    return _rules(tuple(places()))


def places() -> list[Path]:
    """Where the file may lie: for the whole computer, and beside the program; the first goes before the next.

    A program that is carried around belongs to who carries it: it looks beside itself alone.
    """
    beside = portable.program_folder() / FILE
    return [beside] if portable.folder() is not None else [*_of_the_computer(sys.platform), beside]


@cache
def _of_the_computer(platform: str) -> list[Path]:
    """Only where administrators alone may write."""
    if platform == "win32":
        return [Path(os.environ.get("ProgramFiles") or r"C:\Program Files") / NAME / FILE]  # noqa: SIM112 - its name
    if platform == "darwin":
        return [Path("/Library/Application Support") / NAME / FILE]
    found = [Path("/etc") / NAME.lower() / FILE]
    if Path("/.flatpak-info").exists():  # there the computer's own folder has another place
        found.insert(0, Path("/run/host/etc") / NAME.lower() / FILE)
    return found


@cache
def _rules(wanted: tuple[Path, ...]) -> Rules:
    defaults: dict[Key, Value] = {}
    fixed: dict[Key, Value] = {}
    files: list[Path] = []
    complaints: list[Complaint] = []
    for place in dict.fromkeys(wanted):
        found = read(place)
        defaults, fixed = {**found.defaults, **defaults}, {**found.fixed, **fixed}
        files += found.files
        complaints += found.complaints
    return Rules(defaults, fixed, tuple(files), tuple(complaints))


def fixed(key: Key) -> str | None:
    """The value that nobody can change here; None when the user chooses."""
    found = rules().fixed.get(key)
    return found.text if found is not None else None


def default(key: Key) -> str:
    """What holds until the user chooses."""
    found = rules().defaults.get(key)
    return found.text if found is not None else keys.RULES[key].usual


def laid_down(key: Key) -> str | None:
    """What the administrator said of it in either way."""
    found = rules().fixed.get(key) or rules().defaults.get(key)
    return found.text if found is not None else None


def read(place: Path) -> Rules:
    """One file; of what is wrong in it a line at most is passed over. No file is no rules."""
    try:
        if not os.path.lexists(place):
            return Rules()
        if not place.is_file() or place.stat().st_size > MOST_BYTES:
            return Rules(files=(place,), complaints=(Complaint(place, 0, "unreadable"),))
        written = _decoded(place.read_bytes())
    except (OSError, ValueError):
        return Rules(files=(place,), complaints=(Complaint(place, 0, "unreadable"),))
    return _sorted(place, written)


def _decoded(data: bytes) -> str:
    """What an editor or a shell of Windows writes is read as well: one é in a comment must not undo every rule."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise
        return data.decode("cp1252")


def _sorted(place: Path, written: str) -> Rules:
    found: dict[str, dict[Key, Value]] = {section: {} for section in SECTIONS}
    complaints: list[Complaint] = []
    for one in _entries(place, written):
        if isinstance(one, Complaint):
            complaints.append(one)
            continue
        line, section, word, text = one
        key = next((known for known in keys.KEYS if known == word), None)
        if key is None:
            complaints.append(Complaint(place, line, "unknown_key", word))
        elif (value := keys.read(key, text)) is None:
            complaints.append(Complaint(place, line, "wrong_value", text, key))
        elif key in found[section]:
            complaints.append(Complaint(place, line, "twice", word, key))
        else:
            found[section][key] = Value(value, place)
    return Rules(found["defaults"], found["fixed"], (place,), tuple(complaints))


def _entries(place: Path, written: str) -> Iterator[Complaint | tuple[int, str, str, str]]:
    """Every line that says something: its number, its section, the name and the value."""
    section: str | None = ""
    for number, line in enumerate(written.splitlines(), 1):
        text = line.strip()
        if not text or text[0] in ";#":
            continue
        if text.startswith("["):
            section = text.strip("[] \t").lower()
            if section not in SECTIONS:
                yield Complaint(place, number, "unknown_section", section)
                section = None  # what stands in it is passed over with it
        elif section is None:
            continue
        elif "=" not in text:
            yield Complaint(place, number, "not_a_line", text)
        elif not section:
            yield Complaint(place, number, "no_section", text.partition("=")[0].strip())
        else:
            word, _, value = text.partition("=")
            yield number, section, word.strip().lower().replace("-", "_"), value.strip().strip('"').strip()
