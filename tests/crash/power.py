"""What a disk may hold after a power cut, rebuilt from the recorded system calls of the real program."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SECTOR: Final = 512
_CALL: Final = re.compile(
    r"^\d+ +(?P<call>pwrite64|write|fsync|fdatasync|ftruncate)\(\d+<(?P<path>[^>]*)>(?P<rest>.*)\) += (?P<result>-?\d+)"
)
_DATA: Final = re.compile(r', "(?P<data>[^"]*)", (?P<size>\d+)(?:, (?P<offset>\d+))?$')


@dataclass(frozen=True, slots=True)
class Call:
    """One system call on one file: `write` (offset, data), `cut` (offset = new size), `sync`, or `say` (data)."""

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""


def calls(log: Iterable[str], root: Path) -> Iterator[Call]:
    """The recorded calls on files below `root`, by their path in it. Calls that failed changed nothing."""
    for line in log:
        found = _CALL.match(line)
        if not found or int(found["result"]) < 0:
            continue
        path = Path(_unhex(found["path"]).decode())
        if path.is_relative_to(root):
            yield _call(found, path.relative_to(root).as_posix())


def _call(found: re.Match[str], path: str) -> Call:
    if found["call"] in ("fsync", "fdatasync"):
        return Call("sync", path)
    if found["call"] == "ftruncate":
        return Call("cut", path, int(found["rest"].removeprefix(", ")))
    told = _DATA.match(found["rest"])
    assert told, found["rest"][:200]
    data = _unhex(told["data"])
    assert len(data) == int(found["result"]), "strace cut the data short"
    return Call("say" if told["offset"] is None else "write", path, int(told["offset"] or 0), data)


def _unhex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if "\\x" in text else text.encode()


@dataclass(slots=True)
class Disk:
    """What is durable of each file, and what was handed over since and may or may not have arrived."""

    durable: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[Call]] = field(default_factory=dict)

    def do(self, call: Call) -> None:
        if call.kind == "sync":
            for late in self.pending.pop(call.path, []):
                _apply(self.durable.setdefault(call.path, bytearray()), late)
        else:
            self.pending.setdefault(call.path, []).append(call)

    def after_a_power_cut(self, dice: random.Random) -> dict[str, bytes]:
        """The files as they may be found: of what is pending any sectors, in any number, arrived."""
        chance = dice.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        found = {path: bytearray(data) for path, data in self.durable.items()}
        for path, late in self.pending.items():
            held = found.setdefault(path, bytearray())
            for call in late:
                for part in _sectors(call):
                    if dice.random() < chance:
                        _apply(held, part)
        return {path: bytes(data) for path, data in found.items()}


def _sectors(call: Call) -> Iterator[Call]:
    """A write as its sectors, which arrive each by itself; a cut is whole or not."""
    if call.kind == "cut":
        yield call
        return
    start = call.offset
    while start < call.offset + len(call.data):
        end = (start // SECTOR + 1) * SECTOR
        yield Call("write", call.path, start, call.data[start - call.offset : end - call.offset])
        start = end


def _apply(held: bytearray, call: Call) -> None:
    if call.kind == "cut":
        del held[call.offset :]
        held.extend(bytes(call.offset - len(held)))
        return
    if len(held) < call.offset:
        held.extend(bytes(call.offset - len(held)))
    held[call.offset : call.offset + len(call.data)] = call.data
