"""Lists of the files of each part as they are in the frozen program: by them licences and our modules are found."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from frozen.trim import Entry


def truthful(datas: Iterable[Entry], binaries: Iterable[Entry], work: Path) -> list[Entry]:
    """The data with lists that name what is there; those are written in the folder `work`."""
    datas = list(datas)
    here = {PurePath(place).as_posix() for place, _, _ in (*datas, *binaries)}
    return [_told(entry, here, work) if PurePath(entry[0]).name == "RECORD" else entry for entry in datas]


def _told(entry: Entry, here: set[str], work: Path) -> Entry:
    place, source, kind = entry
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    kept = sorted(line for line in lines if is_here(line.split(",")[0], PurePath(place).parent.name, here))
    file = work / f"{PurePath(place).parent.name}.record"
    file.write_text("\n".join(kept) + "\n", encoding="utf-8", newline="\n")
    return place, str(file), kind


def is_here(name: str, part: str, here: set[str]) -> bool:
    """Our own modules are as well, in the archive: the self-test loads them all by this list."""
    return (part.startswith("levensreis-") and name.endswith(".py")) or name in here
