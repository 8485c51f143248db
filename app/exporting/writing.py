"""The work of an export, in a worker: all files are made first, and then each is put in its place whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app import tasks
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from journeys.exchange.formats import Format
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that are there now; and what stopped it, when these are not all of them."""

    written: tuple[Path, ...]
    error: LevensreisError | None = None


def start(
    parent: QWidget, say: Words, chosen: Format, wanted: Wanted, path: Path, count: int,
    done: Callable[[Outcome], object], failed: Callable[[Exception], object],
) -> tasks.Task:  # fmt: skip
    """Write `count` files under this name, with progress and Cancel.

    Until all of them are made nothing is written, and from then on nothing stops it.
    """

    def work(task: tasks.Work) -> Outcome:
        return _put(_made(task, chosen, wanted, path, count))

    return tasks.start_shown(work, parent, say("Exporting…"), say, done, failed)


def _made(task: tasks.Work, chosen: Format, wanted: Wanted, path: Path, count: int) -> list[tuple[Path, bytes]]:
    from journeys.exchange import formats

    made: list[tuple[Path, bytes]] = []

    def watch(share: float) -> None:
        task.watch((len(made) + share) / count)

    for one in formats.files(chosen, replace(wanted, watch=watch), path):
        made.append(one)
        task.watch(len(made) / count)
    return made


def _put(made: list[tuple[Path, bytes]]) -> Outcome:
    """Raises FileError when nothing was written."""
    from journeys.store.files import write_whole

    written: list[Path] = []
    for path, data in made:
        try:
            write_whole(path, data)
        except LevensreisError as error:
            if not written:
                raise
            return Outcome(tuple(written), error)
        written.append(path)
    return Outcome(tuple(written))
