"""What is to be written: the study, the journeys of it that were chosen, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from journeys.model.document import Document
from journeys.model.entities import Snapshot

if TYPE_CHECKING:
    import datetime as dt

    from journeys.i18n import Words


def _unwatched(_share: float) -> None:
    return


@dataclass(frozen=True, slots=True)
class Wanted:
    """`journeys` are ids in their order, `on` is the date that a report carries, if any.

    Writers call `watch` with the part that is done, 0 to 1; it raises where nobody waits for the rest any more.
    """

    document: Document
    say: Words
    journeys: tuple[str, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    snapshots: Sequence[Snapshot] = ()
    on: dt.date | None = None
    watch: Callable[[float], None] = _unwatched
    path: PurePath | None = None
    """Where it goes, for a format with more than one suffix."""


def wanted(
    document: Document, say: Words | None = None, journeys: tuple[str, ...] | None = None,
    images: Mapping[str, bytes] | None = None, snapshots: Sequence[Snapshot] = (), *,
    on: dt.date | None = None, watch: Callable[[float], None] = _unwatched,
) -> Wanted:  # fmt: skip
    """With all journeys that count, in the study's own language, unless told otherwise."""
    from journeys.analysis.spots import counted_journeys
    from journeys.i18n import words

    chosen = tuple(journey.id for journey in counted_journeys(document)) if journeys is None else journeys
    return Wanted(document, say or words(document.study.language), chosen, images or {}, snapshots, on, watch)
