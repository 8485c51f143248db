"""Looks a name up in other studies and in snapshots, in a worker; what cannot be read is told and stops nobody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeys.phrases.personal import Elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.tasks import Work
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot


def look_up(
    name: str, paths: Sequence[Path], snapshots: Sequence[Snapshot], say: Words, work: Work
) -> list[Elsewhere]:  # fmt: skip
    """How often each of them names somebody; those that do not are left out. Raises Cancelled."""
    from journeys.analysis.privacy import mentions
    from journeys.errors import LevensreisError
    from journeys.messages import error_text

    parts: list[tuple[str, str, Callable[[], list[Document]]]] = [
        (say("Snapshot “{name}”", name=one.name), "", partial(_then, [one])) for one in snapshots
    ]
    parts += [(path.name, str(path), partial(_in_file, path)) for path in paths]
    found: list[Elsewhere] = []
    for index, (title, path, read) in enumerate(parts):
        work.watch((index + 1) / (len(parts) + 1))
        try:
            n = sum(len(mentions(document, name)) for document in read())
        except LevensreisError as error:
            found.append(Elsewhere(title, path, 0, error_text(error, say)))
        else:
            found += [Elsewhere(title, path, n)] if n else []
    return found


def _in_file(path: Path) -> list[Document]:
    """The study in a file, and what its snapshots hold."""
    from journeys.store.opener import open_file

    opened = open_file(path)
    return [opened.document, *_then(opened.snapshots)]


def _then(snapshots: Sequence[Snapshot]) -> list[Document]:
    from journeys.exchange import snapshots as exchange

    return [exchange.read(one) for one in snapshots]
