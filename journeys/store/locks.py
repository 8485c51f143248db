"""The lock file beside a document: says who is editing it, and dies by itself when nobody does."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from journeys.errors import FileError
from journeys.store import files

STALE_AFTER: Final = dt.timedelta(minutes=10)
"""Without a heartbeat for so long, a lock of another computer holds nobody back."""


class Holder(NamedTuple):
    """Who is editing a document, on which computer, when that was last said, and since when: by a clock like ours."""

    user: str
    host: str
    pid: int
    said: dt.datetime
    since: dt.datetime


def lock_path(document: Path) -> Path:
    return document.with_name(f".~lock.{document.name}#")


def other_holder(document: Path) -> Holder | None:
    """Who else is editing this document now; None when nobody is."""
    holder = _read(lock_path(document))
    return None if holder is None or _mine(holder) or _stale(holder) else holder


def take(document: Path) -> bool:
    """Say that we are editing; False when somebody else is, or the folder takes no file. Again = heartbeat."""
    if other_holder(document) is not None or lock_path(document).is_symlink():
        return False  # through a link of somebody else's we would write where it leads
    held, now = _read(lock_path(document)), _now()
    since = held.since.astimezone(dt.UTC) if held is not None and _mine(held) else now
    told = {
        "user": user(), "host": files.host(), "pid": os.getpid(),
        "said": now.isoformat(), "since": since.isoformat(),
    }  # fmt: skip
    try:
        files.write_whole(lock_path(document), json.dumps(told).encode())
    except FileError:
        return False
    return True


def beat(document: Path) -> bool:
    """Say again that we are editing; False when somebody else took over. Where the file is not there, nothing is."""
    return not document.is_file() or take(document) or other_holder(document) is None


def release(document: Path) -> None:
    """Take our own lock away."""
    holder = _read(lock_path(document))
    if holder is not None and _mine(holder):
        files.remove(lock_path(document))


def release_dead(document: Path) -> None:
    """Take away the lock of a process of this computer that no longer runs."""
    holder = _read(lock_path(document))
    if holder is not None and holder.host == files.host() and not files.alive(holder.pid):
        files.remove(lock_path(document))


def user() -> str:
    """The name this user has on this computer."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "?"


def _read(path: Path) -> Holder | None:
    """Anybody may have put something there: a pipe or a device would never end."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return None
        with path.open("rb") as stream:
            told = json.loads(stream.read(10_000))
        said = _time(told["said"])
        since = min(said, _time(told.get("since", told["said"])))
        wrong = said - _believed(said, dt.datetime.fromtimestamp(found.st_mtime, dt.UTC))
        return Holder(str(told["user"]), str(told["host"]), int(told["pid"]), said - wrong, since - wrong)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _time(told: str) -> dt.datetime:
    """In the time of this computer; raises ValueError when no time zone is told."""
    time = dt.datetime.fromisoformat(told)
    if time.tzinfo is None:
        raise ValueError
    return time.astimezone()


def _believed(said: dt.datetime, written: dt.datetime) -> dt.datetime:
    """When it was last said: as the disk tells when the clock of the other computer is off, by an hour or a year."""
    return said if _near(said) else written


def _mine(holder: Holder) -> bool:
    return holder.host == files.host() and holder.pid == os.getpid()


def _stale(holder: Holder) -> bool:
    if holder.host == files.host() and not files.alive(holder.pid):
        return True  # one that runs says so every few minutes: after a restart its number may be another program's
    return not _near(holder.said)


def _near(time: dt.datetime) -> bool:
    """Either way round: no two clocks are quite the same, and what lies far ahead is no news."""
    return abs(_now() - time) <= STALE_AFTER


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
