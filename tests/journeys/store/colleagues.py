"""The lock of somebody else, as it lies beside a file."""

from __future__ import annotations

import datetime as dt
import json
import os
from contextlib import suppress

from journeys.store import locks


def somebody_else(path, *, written=None, **told):
    """A colleague at another computer edits the file; gives the lock.

    `written`: when, by the clock of the disk; else that goes with the clock of whoever wrote it.
    """
    now = locks._now().isoformat()
    values = {"user": "Anna", "host": "elders", "pid": os.getpid(), "said": now, "since": now, **told}
    lock = locks.lock_path(path)
    lock.write_text(json.dumps(values), "utf-8")
    with suppress(ValueError):  # what cannot be read says no time either
        written = written or dt.datetime.fromisoformat(values["said"])
        os.utime(lock, (written.timestamp(), written.timestamp()))
    return lock
