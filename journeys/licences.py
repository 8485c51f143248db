"""Whose work this program is made of: every part with its version, its licence, and the licence's whole text."""

from __future__ import annotations

import json
import platform
import re
import sys
import sysconfig
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from journeys import resources

OWN: Final = "levensreis"
PYTHON: Final = "Python"
LESSER: Final = ("LGPL-3.0.txt", "GPL-3.0.txt")
"""Texts that the parts under the GNU Lesser General Public License do not bring along; the second belongs to the
first."""
COLLECTED: Final = "collected"
"""The folder of what freezing adds; the source and the wheel have none."""
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXT: Final = re.compile(r"(^|[-_.])(licen[cs]es?|copying|notice|ofl)([-_.]|$)", re.IGNORECASE)
_EXTRA: Final = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")
_LONGEST: Final = 70


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a licence, and the name of the file that it stands in."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program; `lesser`: it is used under the LGPL, whose texts were added here."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[Text, ...]
    lesser: bool = False


def parts() -> list[Part]:
    """This program first, then Python, then all that it needs, by name."""
    needed = [*map(_part, _needed()), *_collected()]
    return [_own(), _python(), *sorted(needed, key=lambda part: part.name.casefold())]


def version() -> str:
    """The version of this program; empty when it was not installed."""
    found = _distribution(OWN)
    return found.version if found is not None else ""


def _needed() -> list[metadata.Distribution]:
    """What is installed of all that the program needs, straight or by way of another."""
    found: dict[str, metadata.Distribution] = {}
    waiting = _requirements(_distribution(OWN), extras=True)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        held = _distribution(name) if key not in found else None
        if held is not None:
            found[key] = held
            waiting += _requirements(held, extras=False)
    return list(found.values())


def _requirements(of: metadata.Distribution | None, *, extras: bool) -> list[str]:
    if of is None:
        return []
    wanted = [line for line in of.requires or () if extras or _EXTRA.search(line) is None]
    return [match[0] for line in wanted if (match := _NAME.match(line)) is not None]


def _distribution(name: str) -> metadata.Distribution | None:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def _own() -> Part:
    found = _distribution(OWN)
    texts = _texts(found, found.metadata) if found is not None else ()
    if not texts:
        beside = resources.root().parent / "LICENSE"
        texts = (Text("LICENSE", _read(beside)),) if beside.is_file() else ()
    return Part("Levensreis", version(), "EUPL-1.2", "", texts)


def _python() -> Part:
    """Its licence lies in its library, or beside that on Windows."""
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(Text("LICENSE.txt", _read(place)) for place in places if place.is_file())[:1]
    return Part(PYTHON, platform.python_version(), "PSF-2.0", "https://www.python.org", texts)


def _part(found: metadata.Distribution) -> Part:
    head = found.metadata  # is read anew each time it is asked for
    licence, texts = _licence(head), _texts(found, head)
    lesser = not texts and "LGPL-3" in licence
    if lesser:
        texts = tuple(Text(name, _read(resources.path("licences", name))) for name in LESSER)
    return Part(found.name, found.version, licence, _home(head), texts, lesser)


def _collected() -> list[Part]:
    """What a frozen program brings along besides: libraries of the system that it was frozen on, and its bootloader."""
    made = []
    for place in resources.path("licences", COLLECTED).glob("*.json"):
        told = json.loads(_read(place))
        texts = tuple(Text(title, body) for title, body in told["texts"].items())
        made.append(Part(told["name"], told["version"], told["licence"], told["home"], texts))
    return made


def _licence(head: metadata.PackageMetadata) -> str:
    """Its short name, wherever the part says it."""
    told = head.get_all("License-Expression") or head.get_all("License") or []
    short = next((line for line in told if 0 < len(line) <= _LONGEST and "\n" not in line), "")
    classes = [line for line in head.get_all("Classifier") or [] if line.startswith("License ::")]
    return short or ", ".join(line.rpartition(" :: ")[2] for line in classes) or "—"


def _home(head: metadata.PackageMetadata) -> str:
    plain = head.get_all("Home-page") or []
    named = [line.partition(",")[2].strip() for line in head.get_all("Project-URL") or []]
    return next((line for line in (*plain, *named) if line.startswith("https://")), "")


def _texts(found: metadata.Distribution, head: metadata.PackageMetadata) -> tuple[Text, ...]:
    """Every file that holds a licence: those that the part names itself, and those that are called so."""
    named = head.get_all("License-File") or []
    made: dict[str, str] = {}
    for file in found.files or []:
        if file.suffix.lower() in (".py", ".pyc", ".yml", ".json"):
            continue
        place = file.as_posix().partition(".dist-info/")[2].removeprefix("licenses/")
        if place in named or holds_licence(file.name):
            body = _read(Path(str(file.locate())))
            if body and body not in made.values():
                made[place or file.name] = body
    return tuple(Text(title, body) for title, body in made.items())


def holds_licence(name: str) -> bool:
    """Whether a file is called as licences are."""
    return _TEXT.search(name) is not None


def _read(path: Path) -> str:
    try:
        held = path.read_bytes()
    except OSError:
        return ""
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError:
        return held.decode("latin-1")
