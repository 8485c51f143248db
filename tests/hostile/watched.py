"""Watches what a test makes the program do outside itself: files, addresses, other programs and code from elsewhere."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType

ROOT: Final = Path(__file__).parents[2]
PATHS: Final = {
    "open", "sqlite3.connect", "ctypes.dlopen", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link",
    "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "shutil.copyfile", "shutil.rmtree", "shutil.move",
}  # fmt: skip
NEVER: Final = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostby",
    "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork", "pty.spawn",
    "webbrowser.", "urllib.", "http.", "ftplib.", "smtplib.", "pickle.",
)  # fmt: skip
IN_OPEN: Final = 0x20
_active: list[Watch] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    for watch in _active:
        watch.hear(event, arguments)


sys.addaudithook(_hook)


def roots() -> tuple[str, ...]:
    """Where the program, Python and its libraries lie; and what this computer says of itself."""
    known = {str(ROOT), sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values()}
    known |= {"/dev/null", "/dev/urandom", "/dev/shm", "/proc", "/usr/share/zoneinfo", "/etc/mime.types"}
    known |= {"/etc/localtime", "/usr/share/fonts", "/usr/lib", "/lib"}
    return tuple(sorted({os.path.realpath(path) for path in known} | known))


class Watch:
    """What was done outside: `wrong` lists it, `verdict()` fails on it. Its secrets may be opened by nobody at all.

    Python tells of its own doings; of a secret the system tells who opens it, also when that is Qt; and a picture
    at `address` would be asked for at a door of our own.
    """

    def __init__(self, folder: Path, allowed: Iterable[Path]) -> None:
        self._folder = folder
        self._allowed = (*roots(), *(os.path.realpath(path) for path in allowed), *map(str, allowed))
        self._secrets: dict[str, int] = {}
        self._forgiven = False
        self.wrong: list[str] = []
        self._notices = _inotify()
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.setblocking(False)
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}/plaatje.png"

    def allow(self, *paths: Path) -> None:
        """Files or folders that may be opened too, such as the one under test outside the test's own folder."""
        self._allowed = (*self._allowed, *map(str, paths), *(os.path.realpath(path) for path in paths))

    def secret(self, name: str = "geheim.png", data: bytes = b"") -> Path:
        """A file that nobody may open: by default a picture all in magenta, which would be seen."""
        self._forgiven = True
        path = self._folder / name
        path.write_bytes(data or _magenta())
        self._forgiven = False
        self._secrets[os.path.realpath(path)] = _watch_file(self._notices, path)
        return path

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """One event of Python's own."""
        if self._forgiven:
            return
        if event in PATHS:
            self._opened(event, arguments)
        elif event == "exec":
            self._run(arguments[0])
        elif event.startswith(NEVER) and not _stays_here(event, arguments):
            self.wrong.append(f"{event} {arguments!r:.200}")

    def _opened(self, event: str, arguments: tuple[Any, ...]) -> None:
        for given in arguments[: 2 if event in {"os.rename", "os.link", "shutil.move", "shutil.copyfile"} else 1]:
            path = _path_of(given)
            if path is not None and not self._may(path):
                self.wrong.append(f"{event} {path}")

    def _may(self, path: str) -> bool:
        if path in self._secrets:
            return False
        return any(path == root or path.startswith(root.rstrip("/") + "/") for root in self._allowed)

    def _run(self, code: CodeType) -> None:
        """Code from a file that is not ours; what libraries put together themselves has no file."""
        place = code.co_filename
        if not place.startswith("<") and not self._may(os.path.realpath(place)) and not self._may(place):
            self.wrong.append(f"exec {place}")

    def look(self) -> list[str]:
        """What was wrong until now, with what the system tells of the secrets and the door."""
        self._forgiven = True
        for path in _told(self._notices, self._secrets):
            self.wrong.append(f"opened by somebody: {path}")
        try:
            self._door.accept()[0].close()
            self.wrong.append(f"asked for: {self.address}")
        except BlockingIOError:
            pass
        self._forgiven = False
        return list(self.wrong)

    def verdict(self) -> None:
        """Fail on anything unexpected."""
        found = self.look()
        assert not found, f"reached outside the program: {found[:10]}"

    def end(self) -> None:
        self._door.close()
        if self._notices >= 0:
            os.close(self._notices)


def _stays_here(event: str, arguments: tuple[Any, ...]) -> bool:
    """A socket of this computer's own, by its path, through which programs hand each other a file to open."""
    return event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], str | bytes)


def _path_of(given: object) -> str | None:
    """The whole path; None for what has none: a number, a database in memory."""
    if isinstance(given, bytes):
        given = os.fsdecode(given)
    if isinstance(given, os.PathLike):
        given = os.fspath(given)
    if not isinstance(given, str) or given in {"", ":memory:"}:
        return None
    if given.startswith("file:"):
        from urllib.parse import unquote, urlsplit

        given = unquote(urlsplit(given).path)
    return os.path.realpath(given) if "/" in given or "\\" in given or not given.startswith("lib") else None


def _magenta() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (300, 200), (255, 0, 255)).save(out, "PNG")
    return out.getvalue()


def _inotify() -> int:
    """The system's own notices of files; -1 where it has none."""
    if not sys.platform.startswith("linux"):
        return -1
    return int(ctypes.CDLL(None).inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))


def _watch_file(notices: int, path: Path) -> int:
    if notices < 0:
        return -1
    return int(ctypes.CDLL(None).inotify_add_watch(notices, os.fsencode(path), IN_OPEN))


def _told(notices: int, known: dict[str, int]) -> list[str]:
    if notices < 0:
        return []
    try:
        data = os.read(notices, 1 << 16)
    except BlockingIOError:
        return []
    names = {number: path for path, number in known.items()}
    found, at = [], 0
    while at < len(data):
        number, _, _, length = struct.unpack_from("iIII", data, at)
        found.append(names.get(number, "?"))
        at += 16 + length
    return found


def begin(folder: Path, allowed: Iterable[Path]) -> Watch:
    """Watch from now on; secrets come in `folder`, and what lies in `allowed` may be opened."""
    watch = Watch(folder, allowed)
    _active.append(watch)
    return watch


def finish(watch: Watch) -> None:
    """Watch no longer; fails on what was unexpected."""
    try:
        watch.verdict()
    finally:
        _active.remove(watch)
        watch.end()
