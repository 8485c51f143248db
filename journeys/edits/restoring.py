"""Back to how a study was: all of it, so that it equals the earlier one, or only what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from journeys.edits.edit import Draft, Edit
from journeys.edits.entities import drop_unused_images, name_of, pictures_of
from journeys.errors import EditError
from journeys.model.changes import Change, Key
from journeys.model.document import Document, Place, place_of
from journeys.model.entities import Entity
from journeys.model.fields import MAX_DAYS, Kind
from journeys.model.references import cleared, references

HELPFUL: frozenset[Kind] = frozenset({"party", "channel", "source", "image", "persona", "journey", "step", "phase"})
"""What comes along when something that is brought back refers to it; other references are cleared."""

TREES: frozenset[Kind] = frozenset({"party"})
"""Parties refer to parties: what has been hung elsewhere meanwhile could close a circle."""


def restore(document: Document, then: Document, name: str = "") -> Edit:
    """Make the whole study equal to `then`; `name` is what that moment is called."""
    changes: dict[Key, Change] = {}
    for kind, table in document.tables.items():
        wanted = then.tables[kind]
        for id_ in {**table, **wanted}:
            before, after = table.get(id_), wanted.get(id_)
            if before != after:
                changes[kind, id_] = (before, after)
    return Edit("study.restore", changes, {"title": name})


def bring_back(document: Document, then: Document, keys: Iterable[Key], name: str = "") -> Edit:
    """Make these as they were `then`, with what belongs to them and with what they cannot be without.

    What has taken their place meanwhile stays where it is. Raises EditError `edit.gone` for a key that was not
    there then, and `edit.no_room` when no day is free for a phase.
    """
    chosen = list(keys)
    draft, brought = Draft(document), _Brought(document, then)
    for key in chosen:
        if then.get(key) is None:
            raise EditError("edit.gone", kind=key[0], id=key[1])
        brought.want(key)
    brought.gather()
    places = _Places(document, brought)
    for kind, id_ in brought.ordered():
        _put(draft, then, (kind, id_), places)
    _heal(draft, brought)
    _refer_again(draft, brought)
    _drop_shortcuts(draft, brought)
    _drop_pictures(draft, brought)
    title = name_of(then.get(chosen[0])) if chosen else ""
    subjects = tuple(id_ for kind, id_ in chosen if kind in ("step", "phase", "note", "journey", "persona", "link"))
    return draft.edit("study.bring_back", subjects=subjects, title=title, n=len(chosen), name=name)


class _Brought:
    """What comes back: the chosen, what belongs to them (of that, only what is gone), and what they need."""

    def __init__(self, document: Document, then: Document) -> None:
        self.document = document
        self.then = then
        self._wanted: dict[Key, None] = {}
        self._waiting: list[Key] = []

    def want(self, key: Key) -> None:
        if key not in self._wanted:
            self._wanted[key] = None
            self._waiting.append(key)

    def gather(self) -> None:
        while self._waiting:
            key = self._waiting.pop()
            entity = self.then.get(key)
            if entity is None:
                continue
            for needed in self._needed(entity):
                self.want(needed)
            if self.document.get(key) is None:
                for part in self._parts(key):
                    self.want(part)

    def _needed(self, entity: Entity) -> Iterator[Key]:
        for reference in references(entity):
            key = (reference.ref.kind, reference.id)
            must = reference.direct and reference.ref.on_delete == "drop"
            if self.document.get(key) is None and (must or reference.ref.kind in HELPFUL):
                yield key

    def _parts(self, key: Key) -> Iterator[Key]:
        """What hung on something that is gone, and went along with it."""
        for kind, id_ in self.then.referrers(key[1]):
            if self.document.get((kind, id_)) is not None:
                continue
            entity = self.then.get((kind, id_))
            held = references(entity) if entity is not None else ()
            if any(r.id == key[1] and r.direct and r.ref.on_delete == "drop" for r in held) and kind != "mute":
                yield (kind, id_)

    def ordered(self) -> list[Key]:
        """What others refer to comes first, and links last."""
        order = list(self.document.tables)
        return sorted(self._wanted, key=lambda key: (key[0] == "link", order.index(key[0])))


class _Places:
    """Where steps stand that are not brought back, and those that were."""

    def __init__(self, document: Document, brought: _Brought) -> None:
        coming = {id_ for kind, id_ in brought.ordered() if kind == "step"}
        self._taken: set[Place] = set()
        self._last: dict[tuple[str, str, str], int] = {}
        for step in document.steps.values():
            if step.id not in coming:
                self._take(step)

    def settle(self, step: Any) -> Any:
        """Where it stood, or behind the last step of that phase when another one stands there now."""
        if place_of(step) in self._taken:
            step = replace(step, column=self._last[place_of(step)[:3]] + 1, track=0)
        self._take(step)
        return step

    def _take(self, step: Any) -> None:
        place = place_of(step)
        self._taken.add(place)
        self._last[place[:3]] = max(step.column, self._last.get(place[:3], 0))


def _put(draft: Draft, then: Document, key: Key, places: _Places) -> None:
    kind, id_ = key
    entity: Any = then.get(key)
    taken = next((other for other in draft.document.tables if other != kind and draft.find(other, id_)), None)
    if entity is None or taken is not None:
        return
    if kind == "link":
        if draft.find("step", entity.source) and draft.find("step", entity.target) and not _linked(draft, entity):
            draft.put(entity)
        return
    entity = draft.put(entity)
    if kind == "phase":
        draft.put(_on_a_free_day(draft, entity))
    elif kind == "step":
        draft.put(places.settle(entity))
    elif kind == "moment":
        draft.put(_beside_day0(draft, entity))


def _linked(draft: Draft, link: Any) -> bool:
    held: list[Any] = draft.document.referring(link.source, "link")
    return any(
        other.id != link.id and (other.source, other.target) == (link.source, link.target)
        and draft.find("link", other.id) is not None
        for other in held
    )  # fmt: skip


def _drop_shortcuts(draft: Draft, brought: _Brought) -> None:
    """When a step went, its neighbours were connected; now that it is back they go by way of it again."""
    then = brought.then
    for kind, id_ in brought.ordered():
        if kind != "step" or draft.document.get((kind, id_)) is not None:
            continue
        links = [link for link in then.referring(id_, "link") if draft.find("link", link.id) is not None]
        before = {link.source for link in links if link.target == id_}
        after = {link.target for link in links if link.source == id_}
        for source in before:
            for link in draft.document.referring(source, "link"):
                if link.source == source and link.target in after and then.get(("link", link.id)) is None:
                    draft.drop("link", link.id)


def _drop_pictures(draft: Draft, brought: _Brought) -> None:
    """A picture that was put on something since then, and that nobody shows now."""
    keys = brought.ordered()
    shown = {id_ for key in keys for id_ in pictures_of(draft.find(*key))}
    unseen = {id_ for key in keys for id_ in pictures_of(draft.document.get(key))}
    drop_unused_images(draft, sorted(unseen - shown))


def _heal(draft: Draft, brought: _Brought) -> None:
    """References that lead nowhere are cleared; a link whose ends lie in two journeys now is left out."""
    for kind, id_ in brought.ordered():
        entity = draft.find(kind, id_)
        if entity is None:
            continue
        for reference in tuple(references(entity)):
            if draft.find(reference.ref.kind, reference.id) is None:
                entity = cleared(entity, reference.ref.kind, reference.id)
        if kind == "link" and draft.get("step", entity.source).journey != draft.get("step", entity.target).journey:
            draft.drop("link", id_)
        else:
            draft.put(entity)


def _refer_again(draft: Draft, brought: _Brought) -> None:
    """What referred to something that was gone refers to it again, where nothing else has taken its place."""
    then = brought.then
    for key in brought.ordered():
        if brought.document.get(key) is not None or draft.find(*key) is None:
            continue
        for kind, id_ in then.referrers(key[1]):
            now, held = draft.find(kind, id_), then.get((kind, id_))
            if now is None or held is None or kind in TREES:
                continue
            again = {
                reference.field: reference.id for reference in references(held)
                if reference.direct and (reference.ref.kind, reference.id) == key
                and reference.ref.on_delete != "drop" and getattr(now, reference.field) is None
            }  # fmt: skip
            if again:
                draft.put(replace(now, **again))


def _on_a_free_day(draft: Draft, phase: Any) -> Any:
    taken = {other.start_day for other in draft.all("phase") if other.id != phase.id}
    last = min(draft.all("study")[0].end_day - 1, MAX_DAYS)
    free = next((day for day in range(phase.start_day, last + 1) if day not in taken), None)
    if free is None:
        raise EditError("edit.no_room", title=phase.name)
    return replace(phase, start_day=free)


def _beside_day0(draft: Draft, moment: Any) -> Any:
    """There is one day 0, and it stays the one it is."""
    zero = next((other for other in draft.document.moments.values() if other.is_day0), None)
    if zero is None:
        return moment
    return replace(moment, is_day0=True, day=zero.day) if zero.id == moment.id else replace(moment, is_day0=False)
