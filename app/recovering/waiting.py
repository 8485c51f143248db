"""What earlier sessions left on this computer, read off the GUI thread: how much it is, and how the file is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.versions.held import Glimpse, glimpse_of
from journeys.errors import LevensreisError
from journeys.store import recovery

if TYPE_CHECKING:
    from journeys.store.recovery import Abandoned, FileState


@dataclass(frozen=True, slots=True)
class Waiting:
    """A study that can be recovered."""

    one: Abandoned
    glimpse: Glimpse
    file: FileState


def found() -> list[Waiting]:
    """All of them, the newest first."""
    return [Waiting(one, _glimpse(one), recovery.state_of(one)) for one in recovery.abandoned()]


def _glimpse(one: Abandoned) -> Glimpse:
    try:
        return glimpse_of(recovery.look(one.folder))
    except LevensreisError:
        return Glimpse(one.steps)
