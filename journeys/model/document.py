"""The open study in memory: one dict of frozen values per kind, and indexes that follow every change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from journeys.model import graph as graphs
from journeys.model.changes import Changes, Key
from journeys.model.entities import (
    Cell,
    Channel,
    Entity,
    Fact,
    Image,
    Journey,
    Lane,
    Link,
    Moment,
    Mute,
    Note,
    Party,
    Persona,
    Phase,
    Source,
    Stance,
    Step,
    Study,
    View,
)  # fmt: skip
from journeys.model.fields import Kind
from journeys.model.references import references
from journeys.model.schema import KIND_OF, KINDS

if TYPE_CHECKING:
    import networkx as nx

Place = tuple[str, str, str, int, int]
"""(journey, phase, stage, column, track): where a step stands; one step per place."""


def place_of(step: Step) -> Place:
    """Where the step stands."""
    return (step.journey, step.phase, step.stage, step.column, step.track)


class Document:
    """All entities of one study. Only `write` changes it, and only the session calls that.

    Indexes (who refers to whom, what stands where, the flow of each journey) are built when first asked for
    and from then on changed together with the dicts.
    """

    __slots__ = ("_graphs", "_places", "_referrers", "tables")

    def __init__(self, tables: Mapping[Kind, Mapping[str, Any]] | None = None) -> None:
        given = tables or {}
        self.tables: dict[Kind, dict[str, Any]] = {kind: dict(given.get(kind, {})) for kind in KINDS}
        self._referrers: dict[str, dict[Key, None]] | None = None
        self._places: dict[Place, str] | None = None
        self._graphs: dict[str, nx.DiGraph[str]] = {}

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Document:
        """A document of these entities; the last of equal ids wins, so check for doubles before."""
        document = cls()
        for entity in entities:
            document.tables[KIND_OF[type(entity)]][entity.id] = entity
        return document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self.tables == other.tables

    __hash__ = None  # type: ignore[assignment]  # it changes, so it must not be a key

    def __iter__(self) -> Iterator[tuple[Key, Entity]]:
        for kind, table in self.tables.items():
            for id_, entity in table.items():
                yield (kind, id_), entity

    @property
    def study(self) -> Study:
        """The study itself."""
        return cast("Study", next(iter(self.tables["study"].values())))

    @property
    def moments(self) -> Mapping[str, Moment]:
        return self.tables["moment"]

    @property
    def phases(self) -> Mapping[str, Phase]:
        return self.tables["phase"]

    @property
    def parties(self) -> Mapping[str, Party]:
        return self.tables["party"]

    @property
    def channels(self) -> Mapping[str, Channel]:
        return self.tables["channel"]

    @property
    def personas(self) -> Mapping[str, Persona]:
        return self.tables["persona"]

    @property
    def journeys(self) -> Mapping[str, Journey]:
        return self.tables["journey"]

    @property
    def steps(self) -> Mapping[str, Step]:
        return self.tables["step"]

    @property
    def links(self) -> Mapping[str, Link]:
        return self.tables["link"]

    @property
    def notes(self) -> Mapping[str, Note]:
        return self.tables["note"]

    @property
    def stances(self) -> Mapping[str, Stance]:
        return self.tables["stance"]

    @property
    def mutes(self) -> Mapping[str, Mute]:
        return self.tables["mute"]

    @property
    def facts(self) -> Mapping[str, Fact]:
        return self.tables["fact"]

    @property
    def sources(self) -> Mapping[str, Source]:
        return self.tables["source"]

    @property
    def lanes(self) -> Mapping[str, Lane]:
        return self.tables["lane"]

    @property
    def cells(self) -> Mapping[str, Cell]:
        return self.tables["cell"]

    @property
    def views(self) -> Mapping[str, View]:
        return self.tables["view"]

    @property
    def images(self) -> Mapping[str, Image]:
        return self.tables["image"]

    def get(self, key: Key) -> Entity | None:
        """The entity under this key, or None."""
        return self.tables[key[0]].get(key[1])

    def referrers(self, id_: str) -> Iterable[Key]:
        """The keys of all entities that refer to this id, in a steady order."""
        return tuple(self._referrer_index().get(id_, ()))

    def referring(self, id_: str, kind: Kind) -> list[Any]:
        """The entities of one kind that refer to this id."""
        table = self.tables[kind]
        return [table[key[1]] for key in self._referrer_index().get(id_, ()) if key[0] == kind]

    def step_at(self, place: Place) -> Step | None:
        """The step that stands there, or None."""
        found = self._place_index().get(place)
        return None if found is None else self.steps[found]

    def graph(self, journey: str) -> nx.DiGraph[str]:
        """The journey's flow, read-only: node = step id with `step`, edge = (source, target) with `link`."""
        if journey not in self._graphs:
            self._graphs[journey] = graphs.build(journey, self.steps.values(), self.links.values())
        return self._graphs[journey].copy(as_view=True)

    def snapshot(self) -> Document:
        """A copy for a worker: it does not follow later changes."""
        return Document(self.tables)

    def write(self, changes: Changes) -> None:
        """Put the new values in, wholly: dicts, indexes and graphs together, in time linear in the change."""
        for (kind, id_), (_, after) in changes.items():
            if after is None:
                del self.tables[kind][id_]
            else:
                self.tables[kind][id_] = after
        self._follow_referrers(changes)
        self._follow_places(changes)
        graphs.follow(self._graphs, self.steps, changes)

    def _referrer_index(self) -> dict[str, dict[Key, None]]:
        if self._referrers is None:
            self._referrers = {}
            for key, entity in self:
                for reference in references(entity):
                    self._referrers.setdefault(reference.id, {})[key] = None
        return self._referrers

    def _follow_referrers(self, changes: Changes) -> None:
        if self._referrers is None:
            return
        for key, (before, after) in changes.items():
            old = {reference.id for reference in references(before)} if before else set()
            new = {reference.id for reference in references(after)} if after else set()
            for target in old - new:
                self._referrers[target].pop(key, None)
            for target in new - old:
                self._referrers.setdefault(target, {})[key] = None

    def _place_index(self) -> dict[Place, str]:
        if self._places is None:
            self._places = {place_of(step): step.id for step in self.steps.values()}
        return self._places

    def _follow_places(self, changes: Changes) -> None:
        if self._places is None:
            return
        for before, _ in changes.values():
            if isinstance(before, Step):
                self._places.pop(place_of(before), None)
        for _, after in changes.values():
            if isinstance(after, Step):
                self._places[place_of(after)] = after.id
