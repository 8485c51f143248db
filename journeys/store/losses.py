"""What a damaged file could not give, thing by thing: what it was, what it was called, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from journeys import text
from journeys.edits.entities import name_of
from journeys.model.entities import Link, Snapshot
from journeys.store.rows import Row

LENGTH: Final = 80
_NAMES: Final = ("title", "name", "text", "reason", "label", "alt", "code", "by")
"""The columns that say what a row is, the first that is filled."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that is not in the study as it was in the file.

    Left out: `loss.changed` (its bytes are not what was written), `loss.unreadable` (they could not be read),
    `loss.invalid` (no study can hold it), `loss.double` (another one stands there), `loss.dependent` (it belongs to
    something lost), `loss.unknown` (values n: so many are gone without a trace). Still there: `loss.mended` (field:
    what had to be changed), `loss.reference` (field: what pointed to something lost), `loss.picture` (without its
    bytes; at: the kind and the title of everything it stood at), `loss.made` (lost, and made anew because no study
    goes without).
    """

    code: str
    kind: str
    """A kind of entity, or snapshot."""
    id: str = ""
    title: str = ""
    """What it is called, as far as that can be read: clean, and short."""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def gone(self) -> bool:
        """Whether it is not in the study at all."""
        return self.code not in STILL_THERE


STILL_THERE: Final = frozenset({"loss.mended", "loss.reference", "loss.picture", "loss.made"})


def title_in(columns: tuple[str, ...], row: Row) -> str:
    """What a row that cannot be trusted says it is."""
    held = dict(zip(columns, row, strict=False))
    told = (held[name] for name in _NAMES if name in held)
    return next((found for value in told if (found := short(value))), "")


def title_of(entity: Any, titles: Mapping[str, str]) -> str:
    """What an entity is called; a link by the steps it joins."""
    if isinstance(entity, Link):
        ends = [titles.get(end, "") for end in (entity.source, entity.target)]
        return " → ".join(end or "…" for end in ends) if any(ends) else short(entity.label)
    if isinstance(entity, Snapshot):
        return short(entity.name)
    return short(name_of(entity))


def short(value: object) -> str:
    """Clean text of one line, cut; nothing of what is no text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return text.clean(value[:1_000], LENGTH, multiline=False).text if isinstance(value, str) else ""
