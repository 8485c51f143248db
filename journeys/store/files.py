"""The one home of writing files: whole or not at all, durable when it returns, and never through a link."""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from journeys.errors import FileError

CHUNK: Final = 1 << 20
REPLACE_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries: on Windows a virus scanner or sync client holds a new file for a moment."""
_HELD: Final = (32, 33)  # Windows: sharing violation, lock violation
_BUSY: Final = (5, *_HELD)  # and access denied, which it also says of a file that another program has open
NO_FILE: Final[dict[int | None, str]] = {errno.EISDIR: "file.folder", errno.ENXIO: "file.special"}
"""What `only_a_file` raises, and the codes for it."""
_TEMPORARY: Final = re.compile(r"\.~.*\.(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.tmp\Z")


class Identity(NamedTuple):
    """What makes one version of a file: its size in bytes and the sha-256 of its bytes."""

    size: int
    sha256: str


def identity_of_bytes(data: bytes) -> Identity:
    return Identity(len(data), hashlib.sha256(data).hexdigest())


def identity_of(path: Path) -> Identity | None:
    """The identity of the file there, None when there is none; raises OSError when it cannot be read."""
    digest, size = hashlib.sha256(), 0
    only_a_file(path)
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except FileNotFoundError:
        return None
    return Identity(size, digest.hexdigest())


def real(path: Path) -> Path:
    """The place itself: replacing a link would destroy the link and leave the file as it was."""
    return Path(os.path.realpath(path))


def only_a_file(path: Path) -> None:
    """Raise OSError for what is there but is no file, nor leads to one.

    A pipe may never end, and a device or a circle of links must not be replaced.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    circle = path.is_symlink() and real(path).is_symlink()
    if circle or (path.exists() and not path.is_file()):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))


def write_whole(path: Path, data: bytes, *, new: bool = False) -> Identity:
    """Put `data` there so that at every moment the file is the old or the new one, and durable on return.

    Raises FileError `file.full`, `file.not_writable`, `file.no_folder`, `file.folder`, `file.special`,
    `file.exists` (when it was to be a new one), `file.name_refused`, `file.in_use` or `file.not_written`; then the
    file is as it was and nothing is left beside it, also not what a writer left there that was killed. Only of a
    folder that could not be synced nobody knows whether it holds the old file or the new one; both are whole.
    """
    target = real(path)
    temporary: Path | None = None
    try:
        only_a_file(target)
        remove_stale_temporaries(target.parent)
        temporary = write_temporary(target, data)
        (place if new else replace)(temporary, target)
    except OSError as error:
        if temporary is not None:
            remove(temporary)
        raise refused(error, path) from error
    return identity_of_bytes(data)


def write_temporary(target: Path, data: bytes) -> Path:
    """A durable file with `data` in the folder of `target`, not yet under its name; raises OSError."""
    temporary = target.with_name(temporary_name(target.name))
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            _write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if target.exists():
            _dress_as(target, temporary)
    except OSError:
        remove(temporary)
        raise
    return temporary


def _dress_as(target: Path, temporary: Path) -> None:
    """The rights of the file that is to be replaced, and what the system keeps with it: lists of rights, labels."""
    temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    if sys.platform == "linux":
        for name in _labels(target):
            with suppress(OSError):  # some are the system's own
                os.setxattr(temporary, name, os.getxattr(target, name))


def _labels(path: Path) -> list[str]:
    try:
        return os.listxattr(path)
    except OSError:
        return []


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view[:CHUNK]) :]


def overwrite(target: Path, data: bytes) -> None:
    """Write over an existing file in place, for folders that take no new file; raises OSError.

    Not atomic: only after a verified copy lies elsewhere.
    """
    descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _write_all(descriptor, data)
        os.ftruncate(descriptor, len(data))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Give `source` the name of `target`, durably; tries again, bounded, while Windows says it is in use."""
    for wait in (*REPLACE_WAITS, None):
        try:
            source.replace(target)
            break
        except OSError as error:
            if wait is None or getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(wait)
    sync_folder(target.parent)


def place(source: Path, target: Path) -> None:
    """As `replace`, but only where nothing stands: of two who do so at once, one gets FileExistsError."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as most USB sticks have
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        replace(source, target)
    else:
        remove(source)
        try:
            sync_folder(target.parent)
        except OSError:
            remove(target)  # it would be there all the same, and stand in the way of the next try
            raise


def second_name(path: Path) -> Path | None:
    """Another name for the bytes that lie there now, so that who replaces them can still look; None where none is."""
    other = path.with_name(temporary_name(path.name))
    try:
        os.link(path, other)
    except OSError:
        return None
    return other


def read_only(path: Path) -> bool:
    """Whether somebody wants this file left as it is, although the folder would let it be replaced."""
    try:
        rights = path.stat().st_mode
    except OSError:
        return False
    return not os.access(path, os.W_OK) or not rights & 0o222


def sync_folder(folder: Path) -> None:
    """Make new and changed names in a folder durable, where the platform can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems cannot
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder only its user can read, with all folders above it; durable."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def remove(path: Path) -> None:
    """Take a file of our own away; that it cannot be, or is gone already, stops nobody."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def remove_folder(folder: Path) -> None:
    """Take a folder of our own away with what is in it."""
    import shutil  # only here, and slow to load at the start

    shutil.rmtree(folder, ignore_errors=True)


def rename(source: Path, target: Path) -> None:
    """Give something of our own another name in the same folder; raises OSError."""
    source.rename(target)
    sync_folder(target.parent)


def temporary_name(name: str) -> str:
    """A hidden name beside the target that tells which process of which computer is writing it."""
    short = name.encode("utf-8", "replace")[:120].decode("utf-8", "ignore")
    return f".~{short}.{host_mark()}-{os.getpid()}-{os.urandom(4).hex()}.tmp"


def remove_stale_temporaries(folder: Path) -> None:
    """Take away what writers on this computer left half-written in a folder when they were killed."""
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.name.startswith(".~")]
    except OSError:
        return
    for name in names:
        found = _TEMPORARY.fullmatch(name)
        if found and found["host"] == host_mark() and not alive(int(found["pid"])):
            remove(folder / name)


def host() -> str:
    """The name of this computer."""
    return platform.node() or "?"


def host_mark() -> str:
    """This computer, without telling its name."""
    return hashlib.sha256(host().encode("utf-8", "replace")).hexdigest()[:8]


def alive(pid: int) -> bool:
    """Whether a process with this number runs on this computer."""
    if pid == os.getpid():
        return True
    if os.name == "nt":
        return _alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _alive_on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # only there on Windows
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return bool(kernel.GetLastError() == 5)  # there, but not ours to ask
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE


def refused(error: OSError, path: Path) -> FileError:
    """What the system said about a file that was to be written, as an error with a sentence."""
    values = {"path": str(path), "name": path.name}
    if getattr(error, "winerror", None) in _HELD:
        return FileError("file.in_use", **values)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return FileError("file.full", **values)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileError("file.not_writable", **values)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return FileError("file.no_folder", **values)
    if error.errno == errno.EEXIST:
        return FileError("file.exists", **values)
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ):
        return FileError("file.name_refused", **values)
    return FileError(NO_FILE.get(error.errno, "file.not_written"), **values)
