"""The system calls of the real program on its files, as strace wrote them down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

KINDS: Final = (
    "openat", "pwrite64", "write", "pwritev", "writev", "fsync", "fdatasync", "ftruncate", "truncate", "rename",
    "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "sendfile",
    "copy_file_range", "fallocate",
)  # fmt: skip
"""All that changes what a disk holds; rights and times do not matter here."""
_LINE: Final = re.compile(r"^\d+ +(?P<kind>\w+)\((?P<told>.*)\) += (?P<result>-?\d+)")
_QUOTED: Final = re.compile(r'"([^"]*)"')
_PLACE: Final = re.compile(r"^(?:\d+|AT_FDCWD)<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call, with paths below the recorded folder.

    `make` and `folder` (a new name), `write` (offset, data), `cut` (offset = new size), `sync`, `move` and `link`
    (path to other), `gone`; `say` is a line in the log of the case.
    """

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""
    other: str = ""


def calls(log: Iterable[str], root: Path) -> Iterator[Call]:
    """The recorded calls on files below `root`. Calls that failed changed nothing."""
    for line in log:
        found = _LINE.match(line)
        if found and int(found["result"]) >= 0:
            call = _call(found["kind"], found["told"], int(found["result"]))
            if call is not None and Path(call.path).is_relative_to(root):
                yield _below(call, root)


def _below(call: Call, root: Path) -> Call:
    path, other = (Path(one).relative_to(root).as_posix() if one else "" for one in (call.path, call.other))
    return Call("say" if path == "log" and call.kind == "write" else call.kind, path, call.offset, call.data, other)


def _call(kind: str, told: str, result: int) -> Call | None:
    if kind in ("pwrite64", "write"):
        return _written(told, result)
    paths = _paths(told)
    match kind:
        case "openat":
            return Call("make", paths[0]) if "O_CREAT" in told else _opened(told, paths[0])
        case "fsync" | "fdatasync":
            return Call("sync", _place(told))
        case "ftruncate":
            return Call("cut", _place(told), int(told.rpartition(", ")[2]))
        case "rename" | "renameat" | "renameat2" | "link" | "linkat":
            return Call("move" if kind.startswith("rename") else "link", paths[0], other=paths[1])
        case "unlink" | "unlinkat" | "rmdir":
            return Call("gone", paths[0])
        case "mkdir" | "mkdirat":
            return Call("folder", paths[0])
    raise AssertionError(f"the replay does not know {kind}")


def _opened(told: str, path: str) -> Call | None:
    return Call("cut", path) if "O_TRUNC" in told else None


def _written(told: str, result: int) -> Call:
    place, quoted, numbers = told.split('"')
    data = _unhex(quoted)
    assert len(data) == result, "strace cut the data short"
    _, _, *offset = numbers.split(", ")
    return Call("write", _place(place), int(offset[0]) if offset else -1, data)


def _place(told: str) -> str:
    """The path that the file descriptor stands for, which comes first."""
    found = _PLACE.match(told)
    assert found, told[:200]
    return _unhex(found[1]).decode()


def _paths(told: str) -> list[str]:
    """The paths that are named, made whole with the folder that stands before them."""
    folders = [_unhex(one).decode() for one in re.findall(r"(?:^|, )(?:\d+|AT_FDCWD)<([^>]*)>", told)]
    names = [_unhex(one).decode("utf-8", "surrogateescape") for one in _QUOTED.findall(told)]
    return [str(Path(folders[min(i, len(folders) - 1)], name)) if folders else name for i, name in enumerate(names)]


def _unhex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if "\\x" in text else text.encode()
