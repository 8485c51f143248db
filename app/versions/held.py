"""What the program still has of studies: earlier versions of files, and working copies that were left or set aside."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journeys.store import backups, recovery
from journeys.store.worknote import DATABASE

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analysis.gist import Gist
    from journeys.store.opener import Opened
    from journeys.store.recovery import Abandoned

Kind = Literal["version", "waiting", "discarded", "damaged", "rest"]
"""An earlier version of a file; a working copy that waits to be recovered, or was set aside for a reason; and what
can be read of a file that is damaged."""


@dataclass(frozen=True, slots=True)
class Held:
    """One of them. `place` is a file or the folder of a working copy; `path` the file of the study, if it has one."""

    kind: Kind
    place: Path
    at: dt.datetime
    size: int
    path: Path | None = None
    title: str = ""
    waiting: Abandoned | None = None


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How much is in it, and its first journey in a few strokes; `whole` when nothing of it is lost."""

    steps: int = 0
    phases: int = 0
    personas: int = 0
    gist: Gist | None = None
    own: str = "party.0"
    whole: bool = False
    readable: bool = False
    lost: tuple[tuple[str, int], ...] = ()
    """What is known to be lost: how many of which kind."""


def of_file(path: Path) -> list[Held]:
    """The earlier versions of the file at this place, the newest first."""
    return [Held("version", one.path, one.time, _size(one.path), path) for one in backups.list_for(path)]


def kept_of(path: Path) -> list[Held]:
    """The earlier versions of the file at this place and what was set aside of it, the newest first."""
    place = os.path.realpath(path)
    aside = [one for one in _aside() if one.path is not None and os.path.realpath(one.path) == place]
    return sorted([*of_file(path), *aside], key=lambda one: one.at, reverse=True)


def of_damaged(path: Path) -> list[Held]:
    """All that may stand in for a damaged file: its versions, what was set aside of it, and what can be read of it."""
    rest = Held("rest", path, dt.datetime.fromtimestamp(_changed(path), dt.UTC), _size(path), path)
    return [*kept_of(path), rest]


def on_computer() -> list[Held]:
    """The working copies that wait or were set aside, the newest first. It may take long: call it in a worker."""
    left = [
        Held("waiting", one.folder, one.changed, _size(one.folder / DATABASE), one.path, one.title, one)
        for one in recovery.abandoned()
    ]
    return [*left, *_aside()]


def _aside() -> list[Held]:
    return [
        Held("damaged" if one.why == "damaged" else "discarded", one.folder, one.at,
             _size(one.folder / DATABASE), one.path, one.title)
        for one in recovery.set_asides()
    ]  # fmt: skip


def read(held: Held) -> Opened:
    """The study in it; of a damaged one what is left. Raises FileError."""
    from journeys.store.opener import open_file

    if held.kind in ("version", "rest"):
        return open_file(held.place, salvage=True)
    return recovery.look(held.place)


def glimpse_of(opened: Opened) -> Glimpse:
    """A look at what was read."""
    from journeys.analysis.gist import gist
    from journeys.layout.heads import own_colour

    document = opened.document
    told = opened.notices[0].values.get("lost_kinds", {}) if opened.damaged and opened.notices else {}
    lost = tuple(told.items()) if isinstance(told, dict) else ()
    return Glimpse(
        len(document.steps), len(document.phases), len(document.personas),
        gist(document), own_colour(document), whole=not opened.damaged, readable=True, lost=lost,
    )  # fmt: skip


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def file_of(held: Held) -> Path:
    """The file that is read of it."""
    return held.place if held.kind in ("version", "rest") else held.place / DATABASE
