"""Whether a window can be shown here, and whether anybody would see it; asked before Qt is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Final

_DRAWN_NOWHERE: Final = ("offscreen", "minimal")


def lacking(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is no display at all: Qt would end the process without a word of ours."""
    if sys.platform in ("win32", "darwin") or unseen(environment):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def unseen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt was told to draw where nobody looks, as on a server: a dialog would wait there for ever."""
    return environment.get("QT_QPA_PLATFORM", "").startswith(_DRAWN_NOWHERE)
