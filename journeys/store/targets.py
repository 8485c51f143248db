"""Where something may be written without destroying a study."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from journeys.errors import UsageError

SUFFIX: Final = ".levensreis"


def safe_output(out: Path, source: Path | None = None) -> Path:
    """The path, if writing there destroys neither the file that is read nor any study.

    Raises UsageError `usage.same_file` or `usage.study_there`.
    """
    if source is not None and os.path.exists(out) and os.path.exists(source) and out.samefile(source):  # noqa: PTH110 - Path's own raises without rights
        raise UsageError("usage.same_file", path=str(out))
    if os.path.realpath(out).lower().endswith(SUFFIX) or out.suffix.lower() == SUFFIX:
        raise UsageError("usage.study_there", path=str(out), suffix=SUFFIX)
    return out
