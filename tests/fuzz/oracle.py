"""What every reader must keep to, whatever it is given: errors of ours, at once, nothing written, nothing changed."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from journeys.errors import LevensreisError
from journeys.i18n import words
from journeys.messages import error_text
from tests.fuzz.targets import HERE, place

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

MOST_SECONDS: Final = 2.0
"""Of the processor's time: how busy the computer is otherwise is nobody's fault."""
SAY: Final = words("nl")
_WRITES: Final = frozenset({"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree"})
_REACHES: Final = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect"})
_watched: list[str] | None = None
_patience = MOST_SECONDS
_before: Final = HERE.snapshot()


def _watch(event: str, given: tuple[Any, ...]) -> None:
    if _watched is None:
        return
    if event in _REACHES:
        _watched.append(event)
    elif event in _WRITES or (event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+")):
        path = str(given[0])
        if not path.startswith((str(place()), "<_io")) and not path.endswith(".pyc") and "__pycache__" not in path:
            _watched.append(f"{event} {path}")


sys.addaudithook(_watch)


def allow(times: int) -> None:
    """So many times as long, where every branch is counted."""
    global _patience  # noqa: PLW0603 - of this process
    _patience = MOST_SECONDS * times


def judge(target: Target, data: bytes) -> str:
    """ "read", or the code of the refusal; anything else that happens is a mistake of ours and is raised."""
    global _watched
    place()
    _watched, began = [], time.process_time()
    try:
        target.read(data)
        outcome = "read"
    except LevensreisError as error:
        outcome = error.code
        _check_sentence(error)
    finally:
        written, _watched = _watched, None
    took = time.process_time() - began
    assert took <= _patience, f"{took:.1f} seconds"
    assert not written, written
    assert _before.tables == HERE.tables, "the open study was changed"
    return outcome


def _check_sentence(error: LevensreisError) -> None:
    told = error_text(error, SAY)
    assert told, error.code
    assert f"({error.code})" not in told, f"no sentence for {error.code}"


def kept(folder: Path) -> list[Path]:
    """What once went wrong, kept for ever."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
