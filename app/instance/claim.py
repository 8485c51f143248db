"""The claim to be the running program, of which the system allows one: it ends with the process, however that ends."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Literal

from journeys.errors import FileError

State = Literal["ours", "theirs", "nobody's"]
"""Nobody's where the system has no such thing: then every start is a program of its own."""


class Claim:
    """Of one door. `take` asks for it, and may be asked again; `let_go` gives it up before the process ends."""

    def __init__(self, door: str | None) -> None:
        self.door = door
        self._held: IO[bytes] | int | None = None

    @property
    def held(self) -> bool:
        return self._held is not None

    def take(self) -> State:
        """Whose it is from now on."""
        if self.door is None:
            return "nobody's"
        if self.held:
            return "ours"
        try:
            self._held = _asked(self.door)
        except (OSError, FileError):
            return "nobody's"
        return "theirs" if self._held is None else "ours"

    def let_go(self) -> None:
        """Somebody else may have it."""
        held, self._held = self._held, None
        if isinstance(held, int):
            _kernel().CloseHandle(held)
        elif held is not None:
            held.close()


def _asked(door: str) -> IO[bytes] | int | None:
    if sys.platform == "win32":
        return _named(door)
    return _locked(Path(f"{door}.lock"))


def _locked(path: Path) -> IO[bytes] | None:
    """The open file with our lock on it; the file stays, as two who made it anew could both have it."""
    import fcntl

    if not os.path.lexists(path):
        from journeys.store import files

        with suppress(FileError):  # another start made it at this very moment
            files.write_whole(path, b"", new=True)
    if not stat.S_ISREG(path.lstat().st_mode):  # opening a pipe would wait for ever
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
    stream = path.open("rb")
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stream.close()
        return None
    except OSError:
        stream.close()
        raise
    return stream


def _named(name: str) -> int | None:
    """A mutex of this session: the system drops it when the last process that has it ends."""
    kernel = _kernel()
    handle = int(kernel.CreateMutexW(None, False, f"Local\\{name}") or 0)
    error = kernel.GetLastError()
    if not handle:
        raise OSError(error, "no mutex")
    if error == 183:  # ERROR_ALREADY_EXISTS
        kernel.CloseHandle(handle)
        return None
    return handle


def _kernel() -> Any:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # only there on Windows
    kernel.CreateMutexW.restype = ctypes.c_void_p
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    return kernel
