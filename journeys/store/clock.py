"""What day it is as far as can be believed: a clock that jumps costs nobody an earlier version."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from journeys.errors import FileError
from journeys.store import files, locations

STRIDE: Final = dt.timedelta(days=31)
"""Who was away longer is believed a day later, when the clock still says so."""
PROOF: Final = dt.timedelta(days=1)
_SPARE: Final = dt.timedelta(hours=1)
"""A clock that was set right by less than this did not jump; and so often what was believed is written down."""


def believed() -> dt.datetime:
    """The time for everything that goes by its age (UTC).

    After a jump it stays at what was last believed, until the clock has gone on for a day from where it jumped to.
    Back it is believed at once, as then nothing grows older by it.
    """
    now = dt.datetime.now(dt.UTC)
    known, jumped = _read()
    proven = jumped is not None and PROOF <= now - jumped <= STRIDE
    if known is not None and now - known > STRIDE and not proven:
        if jumped is None or not dt.timedelta(0) <= now - jumped <= STRIDE:
            _write(known, now)
        return known
    if known is None or jumped is not None or abs(now - known) > _SPARE:
        _write(now, None)
    return now


def _read() -> tuple[dt.datetime | None, dt.datetime | None]:
    try:
        told = json.loads(_file().read_bytes()[:1_000])
        known, jumped = (None if said is None else dt.datetime.fromisoformat(said) for said in told)
    except (OSError, ValueError, TypeError, RecursionError):
        return None, None
    if any(one is not None and one.tzinfo is None for one in (known, jumped)):
        return None, None
    return known, jumped


def _write(known: dt.datetime, jumped: dt.datetime | None) -> None:
    """When that fails it is only believed sooner."""
    told = json.dumps([None if one is None else one.isoformat(timespec="seconds") for one in (known, jumped)])
    with suppress(OSError, FileError):
        files.make_folder(_file().parent)
        files.write_whole(_file(), told.encode())


def _file() -> Path:
    return locations.data_folder() / "clock"
