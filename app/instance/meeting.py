"""The first thing a start does: be the running program, or hand over to it; before anything heavy is loaded."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

from app.instance import place
from app.instance.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.instance.request import Request
    from journeys.i18n import Language

PATIENCE: Final = 20.0
"""Seconds that a program may take to start, or to write its last file, before nobody waits for it any longer."""
AGAIN: Final = 0.05


def first(paths: Sequence[Path], language: Language | None = None, patience: float = PATIENCE) -> Claim | None:
    """The claim of a start that is a program by itself from now on; None when the running one took everything over.

    The claim of a start that could not hand over is not held: another program has it, and does not answer.
    """
    claim = Claim(place.door())
    until = time.monotonic() + patience
    while claim.take() == "theirs" and claim.door is not None:
        from app.instance import caller  # loads a part of Qt that the running program has no use for yet

        answer = caller.ask(claim.door, request(paths, language))
        if answer == "taken":
            return None
        if answer == "silent" or time.monotonic() > until:
            break
        time.sleep(AGAIN)  # it is still starting, or just ending
    return claim


def request(paths: Sequence[Path], language: Language | None, environment: Mapping[str, str] = os.environ) -> Request:
    """What this start would have done, and the leave that the desktop gave it to show a window in front."""
    from app.instance.request import Request

    return Request(
        tuple(path.absolute() for path in paths), language,
        environment.get("XDG_ACTIVATION_TOKEN", ""), environment.get("DESKTOP_STARTUP_ID", ""),
    )  # fmt: skip
