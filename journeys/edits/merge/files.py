"""Several studies, such as those of the tables of a workshop, merged into this one as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeys import text
from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.merge.alike import SHARED
from journeys.edits.merge.bring import Brought, Judged, bring
from journeys.edits.merge.units import LISTED
from journeys.model.fields import MAX_PLACES
from journeys.model.references import references

if TYPE_CHECKING:
    from journeys.model.changes import Change, Key
    from journeys.model.document import Document
    from journeys.model.fields import Kind

HERE: Final = -1
"""The open study, among the numbers of the files."""
COUNTED: Final[tuple[Kind, ...]] = ("persona", "journey", "step")
"""Kinds of which the sentence of the edit says how many came in."""
JOINED: Final[tuple[Kind, ...]] = (*SHARED, "persona", "step", "note")
"""Kinds of which two may be judged the same."""


class Ref(NamedTuple):
    """A thing in one of the files, or here."""

    file: int
    id: str


@dataclass(frozen=True, slots=True)
class Part:
    """A file that comes in: `label` says whose it is, `without` are the personas and journeys that are left out."""

    document: Document
    label: str = ""
    without: frozenset[str] = frozenset()


class Merged(NamedTuple):
    """The edit, what came of each file, and how many of the pairs that are the same became one."""

    edit: Edit
    brought: tuple[Brought, ...]
    joined: int
    documents: tuple[Document, ...]
    """The files without what was left out of them."""


def merge_files(
    document: Document, parts: Sequence[Part], same: Iterable[tuple[Ref, Ref]] = (),
    into: Mapping[Ref, Ref] | None = None, *, create_id: NewId = new_id,
) -> Merged:  # fmt: skip
    """All of these studies, one after another, as one edit.

    `same` are pairs that are one and the same; `into` are journeys whose steps go to another journey instead of
    coming in as one of their own. A journey of a persona that is the same keeps the name of its group in its title.
    """
    work, classes = document.snapshot(), _classes(same)
    steered = dict(into or {})
    total, found, joined = Edit("study.merge_files", {}), list[Brought](), 0
    trims = tuple(trimmed(part.document, part.without) for part in parts)
    placed: dict[Ref, str] = {}
    for number, (part, other) in enumerate(zip(parts, trims, strict=True)):
        twin = next((earlier for earlier in range(number) if trims[earlier] == other), None)
        if twin is not None:  # the very same file once more
            placed |= {Ref(number, entity.id): placed[Ref(twin, entity.id)] for _, entity in other}
            found.append(Brought(Edit("study.merge", {}), found[twin].ids, ()))
            continue
        goals = _goals(work, other, number, steered, placed)
        judged = Judged(_here(work, other, number, classes, placed, goals), goals, document)
        brought = bring(work, other, judged, create_id=create_id)
        edit = replace(brought.edit, changes=_dressed(work, brought, other, part.label, number, classes))
        work.write(edit.changes)
        total = total.then(edit)
        placed |= {Ref(number, e.id): brought.ids.get(e.id, e.id) for _, e in other}
        joined += sum(brought.ids.get(id_) == here for _, id_, here in _same(other, judged))
        found.append(brought._replace(edit=edit))
    counts = {kind: sum(key[0] == kind for each in found for key in each.came) for kind in COUNTED}
    words = {
        "files": sum(bool(each.edit) for each in found), "personas": counts["persona"],
        "journeys": counts["journey"], "steps": counts["step"], "joined": joined,
        "title": entities.name_of(parts[0].document.study) if parts else "",
    }  # fmt: skip
    edit = Edit("study.merge_files", total.changes, words, _came_first(found))
    return Merged(edit, tuple(found), joined, trims)


def trimmed(other: Document, without: Iterable[str]) -> Document:
    """The study without these personas and journeys, and without shared things that only they had."""
    draft, work = Draft(other), other.snapshot()
    gone = [(kind, id_) for id_ in without for kind in ("persona", "journey") if other.tables[kind].get(id_)]
    if not gone:
        return other
    for key in gone:
        if draft.find(*key) is not None:  # type: ignore[arg-type]  # idem
            entities.drop_with_referrers(draft, key)  # type: ignore[arg-type]  # idem
    work.write(draft.edit("study.merge").changes)
    only_theirs = _used(other) - _used(work)
    for kind in SHARED:
        work.tables[kind] = {id_: entity for id_, entity in work.tables[kind].items() if id_ not in only_theirs}
    return work.snapshot()


def _used(document: Document) -> set[str]:
    """Everything that what people told refers to, directly or through each other; the study's scope is not told."""
    waiting = [entity for key, entity in document if key[0] not in ("study", *SHARED)]
    found: set[str] = set()
    while waiting:
        for reference in references(waiting.pop()):
            if reference.id not in found:
                found.add(reference.id)
                waiting.append(document.tables[reference.ref.kind][reference.id])
    return found


def groups_names(names: Sequence[str], title: str) -> list[str]:
    """What to call the groups whose files are named so: without the title of the study, in which they do not differ."""
    found = []
    for name in names:
        at = text.folded(name).find(text.folded(title)) if title else -1
        rest = name[:at] + name[at + len(title) :] if at >= 0 and len(text.folded(name)) == len(name) else name
        found.append(" ".join(rest.strip(" -_–—()[].,").replace("_", " ").split()) or name)
    return found


def _classes(same: Iterable[tuple[Ref, Ref]]) -> dict[Ref, list[Ref]]:
    """Ref → all that are the same as it, in the order of the files."""
    above: dict[Ref, Ref] = {}

    def root(ref: Ref) -> Ref:
        while above.setdefault(ref, ref) != ref:
            ref = above[ref] = above[above[ref]]
        return ref

    for left, right in same:
        low, high = sorted((root(left), root(right)))
        above[high] = low
    found: dict[Ref, list[Ref]] = {}
    for ref in sorted(above):
        found.setdefault(root(ref), []).append(ref)
    return {ref: held for held in found.values() for ref in held}


def _here(
    work: Document, other: Document, number: int, classes: Mapping[Ref, Sequence[Ref]], placed: Mapping[Ref, str],
    goals: Mapping[str, str],
) -> dict[str, str]:  # fmt: skip
    """Id in this file → id of its like that is here by now; steps only where their journeys become one."""
    found: dict[str, str] = {}
    for kind in JOINED:
        for id_ in other.tables[kind]:
            for ref in classes.get(Ref(number, id_), ()):
                held = ref.id if ref.file == HERE else placed.get(ref)
                if kind == "step" and not _meet(work, other, id_, held or "", goals):
                    continue
                if ref.file < number and held is not None and held in work.tables[kind]:
                    found[id_] = held
                    break
    return found


def _meet(work: Document, other: Document, there: str, here: str, goals: Mapping[str, str]) -> bool:
    goal = goals.get(other.steps[there].journey)
    return here in work.steps and goal is not None and work.steps[here].journey == goal


def _goals(
    work: Document, other: Document, number: int, into: Mapping[Ref, Ref], placed: Mapping[Ref, str]
) -> dict[str, str]:  # fmt: skip
    found = {}
    for id_ in other.journeys:
        goal = into.get(Ref(number, id_))
        held = None if goal is None else goal.id if goal.file == HERE else placed.get(goal)
        if held in work.journeys and other.journeys[id_].parent_step is None:
            found[id_] = held
    return {id_: held for id_, held in found.items() if held is not None}


def _same(other: Document, judged: Judged) -> list[tuple[Kind, str, str]]:
    return [(kind, id_, judged.same[id_]) for kind in JOINED for id_ in other.tables[kind] if id_ in judged.same]


def _dressed(
    work: Document, brought: Brought, other: Document, label: str, number: int, classes: Mapping[Ref, Sequence[Ref]]
) -> dict[Key, Change]:  # fmt: skip
    """What comes in stands behind what is here; journeys of a persona that is the same bear their group's name."""
    changes = dict(brought.edit.changes)
    shared = {brought.ids.get(id_, id_) for id_ in other.personas if Ref(number, id_) in classes}
    behind = {kind: max((each.order + 1 for each in work.tables[kind].values()), default=0) for kind in LISTED}
    for key in brought.came:
        kind, (before, after) = key[0], changes[key]
        made: Any = after
        if before is not None or made is None:
            continue
        if kind in LISTED:
            made = replace(made, order=min(made.order + behind[kind], MAX_PLACES))
        if kind == "journey" and made.persona in shared and made.parent_step is None:
            made = replace(made, title=_titled(made.title, label))
        changes[key] = (before, made)
    return changes


def _titled(title: str, label: str) -> str:
    if not label or text.folded(label) in text.folded(title):
        return title
    return text.title(f"{title[: text.TITLE_MAX - len(label) - 3]} ({label})")


def _came_first(found: Sequence[Brought]) -> tuple[str, ...]:
    """The journeys that came in."""
    return tuple(key[1] for each in found for key in each.came if key[0] == "journey")
