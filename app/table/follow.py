"""After an edit: entries that came, went or moved take their places, and nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.table import entries
from app.table.entries import Ranks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.table.model import TableModel
    from journeys.edits.edit import Edit


def edited(model: TableModel, edit: Edit) -> None:
    """Show what an edit changed: cells that read differently, entries that came, went or moved."""
    kinds = {kind for kind, _ in edit.changes}
    if model.across and kinds & {"lane"}:
        model.show_all()
        return
    model.end_new()
    if model.listing.kind == "step" and kinds & entries.ORDERING:
        model.ranks = Ranks.of(model.context.document)
        _rearrange(model)
    elif model.listing.kind in kinds:
        _follow(model, edit)
    if any(k == "step" for k in kinds) and model.listing.kind == "step":
        model.numbers_known = None
    model.tell(entries.touched(model.listing, edit))


def _follow(model: TableModel, edit: Edit) -> None:
    """Entries of our own kind came, went or moved."""
    kind = model.listing.kind
    changed = [(id_, before, after) for (k, id_), (before, after) in edit.changes.items() if k == kind]
    for id_, _, after in changed:
        if after is None or not _belongs(model, id_):
            model.take_out(id_)
    new = [id_ for id_, _, after in changed if after is not None and model.place(id_) is None and _belongs(model, id_)]
    if model.choice.as_told:
        _put_right(model, [id_ for id_, before, after in changed if before is not None and after is not None], edit)
        _need_headings(model, new)
    for id_ in sorted(new, key=lambda entry: _key(model, entry)):
        _put_in(model, id_)


def _belongs(model: TableModel, id_: str) -> bool:
    held = model.entity(id_)
    listing, journey = model.listing, model.choice.journey
    if held is None or (model.choice.front_only and held.stage != "front"):
        return False
    return journey is None or listing.of_journey is None or listing.of_journey(model.context.document, held, journey)


def _key(model: TableModel, entry: str) -> Any:
    return entries.key(model.context.document, model.ranks, model.listing, entry)


def _put_in(model: TableModel, entry: str) -> None:
    model.open_at(_where(model, entry), entry)


def _where(model: TableModel, entry: str) -> int:
    """In the order of the story where it belongs; in another order behind the step it follows, else at the end."""
    if model.choice.as_told:
        return entries.insert_at(model.context.document, model.ranks, model.listing, model.entries, entry)
    links = model.context.document.referring(entry, "link") if model.listing.kind == "step" else []
    before = (model.place(link.source) for link in links if link.target == entry)
    place = next((place for place in before if place is not None), None)
    return len(model.entries) if place is None else place + 1


def _need_headings(model: TableModel, ids: Sequence[str]) -> None:
    if model.listing.kind != "step":
        return
    for id_ in ids:
        step = model.entity(id_)
        wanted = entries.heading(step.journey, step.phase)
        if model.place(wanted) is None:
            _put_in(model, wanted)


def _put_right(model: TableModel, ids: Sequence[str], edit: Edit) -> None:
    """Move those that no longer stand where they belong: the subjects of the edit rather than their neighbours."""
    here = [id_ for id_ in ids if model.place(id_) is not None]
    _need_headings(model, here)
    wrong = [id_ for id_ in here if not _in_order(model, id_)]
    if not wrong:
        return
    subjects = [id_ for id_ in edit.subjects if model.place(id_) is not None]
    for moving in (subjects, here):
        gone = set(moving)
        rest = [entry for entry in model.entries if entry not in gone]
        if moving and _sorted(model, rest, here):
            for id_ in sorted(moving, key=lambda entry: _key(model, entry)):
                rest.insert(entries.insert_at(model.context.document, model.ranks, model.listing, rest, id_), id_)
            model.permute(rest)
            return
    _rearrange(model)


def _in_order(model: TableModel, entry: str) -> bool:
    place = model.place(entry) or 0
    around = model.entries[max(0, place - 1) : place + 2]
    keys = [_key(model, each) for each in around]
    return keys == sorted(keys)


def _sorted(model: TableModel, rest: Sequence[str], near: Sequence[str]) -> bool:
    """Whether entries stand in order, where only `near` can be wrong."""
    places = {entry: place for place, entry in enumerate(rest)}
    for id_ in near:
        if id_ in places:
            around = rest[max(0, places[id_] - 1) : places[id_] + 2]
            keys = [_key(model, each) for each in around]
            if keys != sorted(keys):
                return False
    return True


def _rearrange(model: TableModel) -> None:
    """Phases or journeys changed: everything in its new order."""
    choice = model.choice
    if not choice.as_told:
        for entry in [entry for entry in model.entries if not _belongs(model, entry)]:
            model.take_out(entry)
        return
    new = entries.wanted(model.sight, model.listing, model.searched(), choice)
    keep = set(new)
    for entry in [entry for entry in model.entries if entry not in keep]:
        model.take_out(entry)
    held = set(model.entries)
    model.permute([entry for entry in new if entry in held])
    for place, entry in enumerate(new):
        if entry not in held:
            model.open_at(place, entry)
