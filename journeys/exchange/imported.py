"""What an importer gives back: a whole, checked study, and what it changed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeys.model.document import Document
from journeys.model.entities import Snapshot


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the importer changed or left out; `messages` has the sentence for the code."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """A study from elsewhere: every rule holds, images are by sha256."""

    document: Document
    images: dict[str, bytes] = field(default_factory=dict)
    snapshots: tuple[Snapshot, ...] = ()
    notices: tuple[Notice, ...] = ()
