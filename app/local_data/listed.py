"""The lines of the list: what the store keeps, and what the window itself remembers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app import logbook, mishaps, settings
from journeys.phrases import local_data as told
from journeys.store import local_data, worknote
from journeys.store.local_data import FIXED, Kept

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from journeys.i18n import Words

RECENT: Final = "recent"


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of thing in words; `fixed`: it cannot be erased here. `loses`: titles of studies that go with it."""

    code: str
    name: str
    amount: str
    what: str
    fixed: bool = False
    loses: tuple[str, ...] = ()


def lines(say: Words) -> list[Line]:
    """Everything of which there is something."""
    found = [_line(one, say) for one in local_data.kept()]
    paths = settings.remembered_files()
    if paths:
        found.append(Line(
            RECENT, say("Recent files"), say.many("{n} file", "{n} files", len(paths)),
            say("Their names, their folders and a heartbeat without words. The files themselves stay."),
        ))  # fmt: skip
    return found


def erase(codes: Collection[str]) -> list[Path]:
    """Take these kinds away; gives what could not be."""
    if RECENT in codes:
        settings.forget_files()
    logs = "log" in codes and logbook.end()
    left = local_data.erase(codes)
    if logs:
        mishaps.keep_log()
    return left


def _line(one: Kept, say: Words) -> Line:
    titles = tuple(filter(None, map(_title, one.paths))) if one.code == "work" else ()
    what = told.what(one, say)
    if titles:
        what = say("{what} It is: {titles}.", what=what, titles="; ".join(titles))
    return Line(one.code, told.name(one, say), told.amount(one, say), what, one.code in FIXED, titles)


def _title(folder: Path) -> str:
    note = worknote.read(folder)
    return note.title if note is not None else ""
