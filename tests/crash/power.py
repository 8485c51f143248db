"""What a disk may hold after a power cut: contents and names arrive each by itself, unless they were synced."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from tests.crash.recording import Call

SECTOR: Final = 512
Names = dict[str, "File | Folder"]
Change = dict[str, "File | Folder | None"]


@dataclass(slots=True, eq=False)
class File:
    """What is durable of a file, and what was handed over since and may or may not have arrived."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)
    size: int = 0
    whole: bytes | None = None

    def do(self, call: Call) -> None:
        if call.kind == "sync":
            for late in self.pending:
                _apply(self.durable, late)
            self.pending.clear()
            self.whole = None
            return
        if call.offset < 0:  # where the one before ended
            call = Call(call.kind, call.path, self.size, call.data)
        self.pending.append(call)
        self.size = call.offset if call.kind == "cut" else max(self.size, call.offset + len(call.data))

    def cut_off(self, dice: random.Random, chance: float) -> bytes:
        if not self.pending:
            if self.whole is None:
                self.whole = bytes(self.durable)
            return self.whole
        held = bytearray(self.durable)
        for call in self.pending:
            for part in _sectors(call):
                if dice.random() < chance:
                    _apply(held, part)
        return bytes(held)


@dataclass(slots=True, eq=False)
class Folder:
    """The names in a folder as they are now, those that are durable, and the changes that are not yet."""

    now: Names = field(default_factory=dict)
    durable: Names = field(default_factory=dict)
    pending: list[Change] = field(default_factory=list)

    def do(self, change: Change) -> None:
        self.pending.append(change)
        _rename(self.now, change)

    def sync(self) -> None:
        for late in self.pending:
            _rename(self.durable, late)
        self.pending.clear()

    def cut_off(self, dice: random.Random, chance: float) -> Names:
        """Any of the changes arrived, whatever came before or after them; each of them whole."""
        held = dict(self.durable)
        for change in self.pending:
            if dice.random() < chance:
                _rename(held, change)
        return held


@dataclass(slots=True)
class Disk:
    """A tree of folders and files, as the recorded calls make it."""

    root: Folder = field(default_factory=Folder)

    def do(self, call: Call) -> None:
        folder, name = self._parent(call.path)
        match call.kind:
            case "make" if name not in folder.now:
                folder.do({name: File()})
            case "make":
                pass
            case "folder":
                folder.do({name: Folder()})
            case "gone":
                folder.do({name: None})
            case "move" | "link":
                assert PurePosixPath(call.other).parent == PurePosixPath(call.path).parent, "from folder to folder"
                held = folder.now[name]
                folder.do({PurePosixPath(call.other).name: held} | ({name: None} if call.kind == "move" else {}))
            case _:
                self._in(call)

    def settle(self) -> None:
        """All that was handed over arrives: the disk had time."""
        for folder in self._folders(self.root):
            folder.sync()
            for held in folder.now.values():
                if isinstance(held, File):
                    held.do(Call("sync", ""))

    def after_a_power_cut(self, dice: random.Random) -> dict[str, bytes | None]:
        """The files as they may be found, and None for folders; of what is pending any part arrived."""
        chances = dice.choice((0.0, 0.1, 0.5, 0.9, 1.0)), dice.choice((0.0, 0.5, 1.0))
        return dict(_found(self.root, "", dice, *chances))

    def _in(self, call: Call) -> None:
        held: File | Folder | None = self.root
        for part in PurePosixPath(call.path).parts:
            held = held.now.get(part) if isinstance(held, Folder) else None
        if isinstance(held, Folder):
            held.sync()
        elif held is not None:
            held.do(call)
        else:
            assert call.kind == "sync", f"{call.kind} in {call.path}, which has no name"  # closed after it was removed

    def _parent(self, path: str) -> tuple[Folder, str]:
        held = self.root
        *folders, name = PurePosixPath(path).parts or ("",)
        for part in folders:
            below = held.now.get(part)
            assert isinstance(below, Folder), path
            held = below
        return held, name

    def _folders(self, folder: Folder) -> Iterator[Folder]:
        yield folder
        for held in folder.now.values():
            if isinstance(held, Folder):
                yield from self._folders(held)


def _found(
    folder: Folder, path: str, dice: random.Random, sectors: float, names: float
) -> Iterator[tuple[str, bytes | None]]:
    for name, held in folder.cut_off(dice, names).items():
        if isinstance(held, Folder):
            yield path + name, None
            yield from _found(held, f"{path}{name}/", dice, sectors, names)
        else:
            yield path + name, held.cut_off(dice, sectors)


def _rename(names: Names, change: Change) -> None:
    for name, held in change.items():
        if held is None:
            names.pop(name, None)
        else:
            names[name] = held


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
    if len(held) < call.offset:
        held.extend(bytes(call.offset - len(held)))
    if call.kind == "cut":
        del held[call.offset :]
    else:
        held[call.offset : call.offset + len(call.data)] = call.data
