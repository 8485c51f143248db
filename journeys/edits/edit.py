"""The Edit: a value that says what changes, from what to what; and the draft in which a verb collects one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import uuid4

from journeys.errors import EditError
from journeys.model.changes import Change, Key
from journeys.model.document import Document
from journeys.model.entities import Entity
from journeys.model.fields import Kind
from journeys.model.schema import KIND_OF

E = TypeVar("E", bound=Entity)
NewId = Callable[[], str]


def new_id() -> str:
    """A fresh id: a random uuid as 32 hexadecimal characters."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Edit:
    """`changes` maps (kind, id) to (before, after); None = absent. `code` and `words` make its sentence.

    Falsy when nothing would change. `subjects` are the ids to select after it was done.
    """

    code: str
    changes: Mapping[Key, Change]
    words: Mapping[str, object] = field(default_factory=dict)
    subjects: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        swapped = {key: (after, before) for key, (before, after) in self.changes.items()}
        return Edit(self.code, swapped, self.words, self.subjects)

    def then(self, later: Edit) -> Edit:
        """This edit and a later one as one; what ends as it began is no change."""
        joined = dict(self.changes)
        for key, (before, after) in later.changes.items():
            joined[key] = (joined[key][0] if key in joined else before, after)
        kept = {key: (before, after) for key, (before, after) in joined.items() if before != after}
        return Edit(later.code, kept, later.words, later.subjects)


class Draft:
    """The document as a verb is changing it: reads see what was put, and `edit` gives the difference."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._after: dict[Key, Entity | None] = {}

    def get(self, kind: Kind, id_: str) -> Any:
        """The entity as it now stands in the draft; raises EditError `edit.gone` when there is none."""
        entity = self.find(kind, id_)
        if entity is None:
            raise EditError("edit.gone", kind=kind, id=id_)
        return entity

    def find(self, kind: Kind, id_: str) -> Any:
        """As `get`, but None when there is none."""
        key = (kind, id_)
        return self._after[key] if key in self._after else self.document.get(key)

    def put(self, entity: E) -> E:
        """Add or replace an entity."""
        self._after[KIND_OF[type(entity)], entity.id] = entity
        return entity

    def drop(self, kind: Kind, id_: str) -> None:
        """Take an entity out."""
        self._after[kind, id_] = None

    def all(self, kind: Kind) -> list[Any]:
        """Every entity of a kind as it now stands; meant for kinds of which there are few."""
        table = dict(self.document.tables[kind])
        for (changed, id_), entity in self._after.items():
            if changed == kind:
                table.pop(id_, None)
                if entity is not None:
                    table[id_] = entity
        return list(table.values())

    def edit(self, code: str, *, subjects: tuple[str, ...] = (), **words: object) -> Edit:
        """What the draft changed, as an Edit."""
        self._drop_mutes()
        befores = {key: self.document.get(key) for key in self._after}
        changes = {key: (befores[key], after) for key, after in self._after.items() if befores[key] != after}
        return Edit(code, changes, words, subjects)

    def _drop_mutes(self) -> None:
        """A mute is about just its subjects: when one of them goes, it goes along, whichever verb takes it."""
        if not self.document.mutes:
            return
        gone = {id_ for (_, id_), entity in self._after.items() if entity is None}
        for mute in tuple(self.document.mutes.values()):
            if not gone.isdisjoint(mute.subjects):
                self.drop("mute", mute.id)
