"""Keeps the last published versions of a file, thinner the older they are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from journeys.errors import FileError
from journeys.identity import SUFFIX
from journeys.store import clock, files, locations, retention, stamps
from journeys.store.files import Identity
from journeys.store.migrations import VERSION
from journeys.store.screening import HEADER, version_in

_RECENT: Final = (dt.timedelta(days=1), dt.timedelta(minutes=15), 20)
_STEPS: Final = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
"""So many days, weeks and months, each with its newest version."""
_NAME: Final = re.compile(r"(?P<number>\d{8})-(?P<stamp>\d{8}T\d{6})Z-(?P<sha256>[0-9a-f]{64})\.levensreis\Z")


@dataclass(frozen=True, slots=True)
class Backup:
    """An earlier version of a file. `number` counts up whatever the clock does."""

    path: Path
    number: int
    time: dt.datetime
    sha256: str


def list_for(document: Path) -> list[Backup]:
    """The backups of the file at this place, newest first."""
    return list_in(locations.backup_folder(document))


def list_in(folder: Path) -> list[Backup]:
    """The backups in a folder of them, newest first."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    found = sorted((one for name in names if (one := _backup(folder, name))), key=lambda backup: backup.number)
    times = stamps.plausible([backup.time for backup in found])
    return [replace(backup, time=time) for backup, time in zip(found, times, strict=True)][::-1]


def keep(document: Path, data: bytes, *, always: bool = False) -> None:
    """Keep this version and thin the others. With `always`, raises FileError when it could not be kept.

    Where the user wants no earlier versions, only what must `always` be kept is.
    """
    if not always and not retention.days():
        return
    present = list_for(document)
    identity = files.identity_of_bytes(data)
    if present and present[0].sha256 == identity.sha256:
        return
    number = present[0].number + 1 if present else 1
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    folder = locations.backup_folder(document)
    try:
        files.make_folder(folder)
        files.write_whole(folder / f"{number:08d}-{stamp}Z-{identity.sha256}{SUFFIX}", data)
    except (OSError, FileError):
        if always:
            raise
        return
    held, now = list_for(document), clock.believed()
    spared = _last_of_older(held, now)
    for backup in thinned(held, now):
        if backup.number not in spared:
            files.remove(backup.path)


def keep_file(document: Path, identity: Identity) -> None:
    """Keep what lies there now, unless it is kept already: somebody else may have made it.

    One of an older version of the format must be kept, as no program of that time reads what takes its place:
    raises FileError when it could not be.
    """
    if all(backup.sha256 != identity.sha256 for backup in list_for(document)):
        data = b""
        with suppress(OSError):
            data = document.read_bytes()
        if data:
            keep(document, data, always=0 < version_in(data) < VERSION)


def thinned(backups: Iterable[Backup], now: dt.datetime) -> list[Backup]:
    """Which of these may go: the newest stay, then one per quarter of an hour, day, week and month.

    Of a quarter the first stays, because it may be what lay there before we came; of the rest the last.
    """
    oldest = retention.oldest()
    ordered = sorted(backups, key=lambda backup: -backup.number)
    stay = {backup.number for backup in ordered[:2]}
    span, quarter, most = _RECENT
    moments = (now, *(backup.time for backup in ordered[:1]))  # a clock that was set back is behind its own versions
    recent = [one for one in ordered if min(abs(moment - one.time) for moment in moments) <= span]
    quarters = {int(backup.time.timestamp() // quarter.total_seconds()): backup.number for backup in recent}
    stay |= set(list(quarters.values())[:most])
    for count, pattern in _STEPS:
        periods: dict[str, int] = {}
        for backup in ordered:
            periods.setdefault(backup.time.strftime(pattern), backup.number)
        stay |= set(list(periods.values())[:count])
    stay -= {backup.number for backup in ordered[1:] if now - backup.time > oldest}
    return [backup for backup in ordered if backup.number not in stay]


def expired(folder: Path, now: dt.datetime, oldest: dt.timedelta) -> list[Backup]:
    """Which backups in a folder are older than they may become.

    The newest holds what lies in the file, so it stays as long as anything may, unless nothing is to be kept.
    """
    longest = dt.timedelta(days=retention.MOST) if oldest else oldest
    held = list_in(folder)
    return [one for one in held if now - one.time > (longest if one is held[0] else oldest)]


def _last_of_older(backups: Iterable[Backup], now: dt.datetime) -> set[int]:
    """The newest of every older version of the format, while it is young enough to be kept at all."""
    found: dict[int, int] = {}
    oldest = retention.oldest()
    for backup in sorted(backups, key=lambda backup: -backup.number):
        if now - backup.time <= oldest:
            found.setdefault(_version_of(backup.path), backup.number)
    return {number for version, number in found.items() if 0 < version < VERSION}


def _version_of(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return version_in(stream.read(HEADER))
    except OSError:
        return 0


def _backup(folder: Path, name: str) -> Backup | None:
    found = _NAME.fullmatch(name)
    if not found:
        return None
    try:
        time = dt.datetime.strptime(found["stamp"], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return Backup(folder / name, int(found["number"]), time, found["sha256"])
