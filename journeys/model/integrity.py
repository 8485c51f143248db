"""What makes a whole document well-formed: references, uniqueness and the rules between entities.

Everything is checked for a change against the document it changes, in time linear in the change; a whole
document is checked as one change of an empty one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, Final

from journeys.model.changes import Changes, Key
from journeys.model.document import Document, Place, place_of
from journeys.model.entities import Entity, Link, Moment, Party, Phase, Step, Study
from journeys.model.fields import Kind
from journeys.model.references import references, targets
from journeys.model.rules import Problem, check_entity, sound
from journeys.model.schema import CLASSES, KIND_OF

MAX_STEPS: Final = 20_000
MANY: Final = 100
"""From so many changes on, looking field by field is quicker than one by one."""


def check_document(document: Document) -> list[Problem]:
    """Every rule that the document breaks; an empty list means that it may be opened, edited and stored."""
    found = check_changes(Document(), {key: (None, entity) for key, entity in document})
    after = _After(document, {})
    return found + [
        problem for check in (_check_study, _check_moments) for problem in check(after) if problem not in found
    ]


def check_changes(document: Document, changes: Changes) -> list[Problem]:
    """Every rule that the document would break after these changes, as far as they touch it.

    What stands between entities is only looked at when every field has the right type: it would fail on another.
    """
    after = _After(document, changes)
    new_ones = [] if _all_sound(after) else [(key, new) for key, (_, new) in changes.items() if new is not None]
    problems = [problem for key, new in new_ones for problem in _check_one(key, new)]
    if any(problem.code == "rule.type" for problem in problems):
        return problems
    problems += [problem for key, new in new_ones for problem in _check_references(after, key, new)]
    for key, (old, new) in changes.items():
        if old is not None and new is None:
            problems += _check_gone(after, key)
    return [*problems, *_check_ids(after), *_check_between(after)]


class _After:
    """The document as it would be after the changes."""

    def __init__(self, document: Document, changes: Changes) -> None:
        self.document = document
        self.changes = changes

    def get(self, key: Key) -> Entity | None:
        return self.changes[key][1] if key in self.changes else self.document.get(key)

    def all(self, kind: Kind) -> list[Any]:
        """Every entity of a kind; meant for kinds of which there are few."""
        kept = [entity for id_, entity in self.document.tables[kind].items() if (kind, id_) not in self.changes]
        return kept + [new for (k, _), (_, new) in self.changes.items() if k == kind and new is not None]

    def touched(self, cls: type) -> bool:
        return any(isinstance(old or new, cls) for old, new in self.changes.values())

    def new(self, cls: type) -> Iterator[tuple[Any, Any]]:
        """(before or None, after) of every entity of this class that exists after the change."""
        return ((old, new) for old, new in self.changes.values() if isinstance(new, cls))


def _all_sound(after: _After) -> bool:
    """Whether every change is well-formed and refers to what is there; asked field by field, when there are many."""
    if len(after.changes) < MANY:
        return False
    kinds: dict[Kind, dict[str, Entity]] = {}
    for (kind, id_), (_, new) in after.changes.items():
        if new is not None:
            kinds.setdefault(kind, {})[id_] = new
    return all(_kind_sound(after, kind, table) for kind, table in kinds.items())


def _kind_sound(after: _After, kind: Kind, table: dict[str, Entity]) -> bool:
    entities = list(table.values())
    if type(entities[0]) is not CLASSES[kind] or not sound(entities):
        return False
    if any(id_ != entity.id for id_, entity in table.items()):
        return False
    return all(after.get((target, id_)) is not None for target, ids in targets(entities) for id_ in ids)


def _check_one(key: Key, entity: Entity) -> Iterator[Problem]:
    if key != (KIND_OF[type(entity)], entity.id):
        yield Problem("rule.key", key[0], key[1], "id")
    yield from check_entity(entity)


def _check_ids(after: _After) -> Iterator[Problem]:
    """An id names one thing in the whole study, of whatever kind: references are followed by id."""
    fresh: dict[str, Kind] = {}
    for (kind, id_), (old, new) in after.changes.items():
        if old is None and new is not None and fresh.setdefault(id_, kind) != kind:
            yield Problem("rule.same_id", kind, id_, "id", {"other": fresh[id_]})
    for kind, table in after.document.tables.items():
        for id_ in fresh.keys() & table.keys() if table else ():
            if fresh[id_] != kind and after.get((kind, id_)) is not None:
                yield Problem("rule.same_id", fresh[id_], id_, "id", {"other": kind})


def _check_references(after: _After, key: Key, entity: Entity) -> Iterator[Problem]:
    for reference in references(entity):
        if after.get((reference.ref.kind, reference.id)) is None:
            yield Problem("rule.dangling", key[0], key[1], reference.field, {"target": reference.ref.kind})


def _check_gone(after: _After, key: Key) -> Iterator[Problem]:
    for referrer in after.document.referrers(key[1]):
        entity = after.get(referrer)
        if entity is not None and any((held.ref.kind, held.id) == key for held in references(entity)):
            yield Problem("rule.dangling", referrer[0], referrer[1], "", {"target": key[0]})


def _check_between(after: _After) -> Iterator[Problem]:
    if after.touched(Study):
        yield from _check_study(after)
    if after.touched(Moment):
        yield from _check_moments(after)
    if after.touched(Phase) or after.touched(Study):
        yield from _check_phases(after)
    if after.touched(Step):
        yield from _check_places(after)
    if after.touched(Link) or after.touched(Step):
        yield from _check_links(after)
    if after.touched(Party):
        yield from _check_parents(after)


def _check_study(after: _After) -> Iterator[Problem]:
    studies = after.all("study")
    if len(studies) != 1:
        yield Problem("rule.one_study", "study", "", "", {"found": len(studies)})


def _check_moments(after: _After) -> Iterator[Problem]:
    moments: list[Moment] = after.all("moment")
    zeros = [moment for moment in moments if moment.is_day0]
    if len(zeros) != 1:
        yield Problem("rule.one_day0", "moment", "", "is_day0", {"found": len(zeros)})
    yield from (
        Problem("rule.day0", "moment", moment.id, "day", {"found": moment.day}) for moment in zeros if moment.day
    )


def _check_phases(after: _After) -> Iterator[Problem]:
    ordered: list[Phase] = sorted(after.all("phase"), key=lambda phase: phase.start_day)
    for earlier, later in itertools.pairwise(ordered):
        if earlier.start_day == later.start_day:
            yield Problem("rule.same_start", "phase", later.id, "start_day", {"day": later.start_day})
    studies = after.all("study")
    if ordered and studies and studies[0].end_day <= ordered[-1].start_day:
        yield Problem("rule.end_day", "study", studies[0].id, "end_day", {"day": ordered[-1].start_day})


def _check_places(after: _After) -> Iterator[Problem]:
    taken: dict[Place, str] = {}
    grown = 0
    for old, step in after.new(Step):
        place = place_of(step)
        grown += old is None
        occupant = taken.setdefault(place, step.id)
        standing = after.document.step_at(place)
        if standing is not None and ("step", standing.id) not in after.changes:
            occupant = standing.id
        if occupant != step.id:
            yield Problem("rule.place_taken", "step", step.id, "column", {"column": step.column, "track": step.track})
    if grown and len(after.document.steps) + grown > MAX_STEPS:
        yield Problem("rule.too_many", "step", "", "", {"most": MAX_STEPS})


def _check_links(after: _After) -> Iterator[Problem]:
    pairs: dict[tuple[str, str], str] = {}
    for link in _links_to_check(after):
        source, target = after.get(("step", link.source)), after.get(("step", link.target))
        if isinstance(source, Step) and isinstance(target, Step) and source.journey != target.journey:
            yield Problem("rule.two_journeys", "link", link.id, "target")
        if pairs.setdefault((link.source, link.target), link.id) != link.id:
            yield Problem("rule.double_link", "link", link.id, "target")


def _links_to_check(after: _After) -> Iterable[Link]:
    """Changed links with the unchanged ones between the same steps, and all links of steps that change journey."""
    found: dict[str, Link] = {}
    for _, link in after.new(Link):
        found[link.id] = link
        for other in after.document.referring(link.source, "link"):
            if ("link", other.id) not in after.changes and other.target == link.target:
                found[other.id] = other
    for old, step in after.new(Step):
        if old is not None and old.journey != step.journey:
            for other in after.document.referring(step.id, "link"):
                now = after.get(("link", other.id))
                if isinstance(now, Link):
                    found[now.id] = now
    return found.values()


def _check_parents(after: _After) -> Iterator[Problem]:
    known: dict[str, bool] = {}  # whether it ends in a circle: each party is climbed once, however deep they are
    for _, party in after.new(Party):
        seen: dict[str, None] = {}
        at: str | None = party.id
        while at is not None and at not in seen and at not in known:
            seen[at] = None
            above = after.get(("party", at))
            at = above.parent if isinstance(above, Party) else None
        circles = at is not None and known.get(at, True)
        known |= dict.fromkeys(seen, circles)
        if circles:
            yield Problem("rule.party_cycle", "party", party.id, "parent")
