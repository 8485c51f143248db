"""Notes: new, gone, hanging elsewhere, in other words, with other votes or another status."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.difference.both import differing
from journeys.analysis.difference.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.difference.both import Both
    from journeys.model.document import Document
    from journeys.model.entities import Note

ANCHORS: Final = frozenset({"step", "journey", "phase", "persona"})


def notes(both: Both) -> Iterator[Change]:
    reordered: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for id_, was, now in both.pairs("note"):
        journey, phase = _note_place(both.before if now is None else both.after, now or was)
        if was is None or now is None:
            if journey not in both.folded:
                yield Change("note.new" if was is None else "note.gone", "note", id_, journey, phase)
            continue
        changed = set(differing(was, now))
        if changed == {"order"}:
            reordered[journey, phase].append(id_)
            continue
        if ANCHORS & changed:
            yield Change("note.moved", "note", id_, journey, phase, tuple(sorted(changed)))
        for field in ("votes", "status", "text"):
            if field in changed:
                held = getattr(was, field), getattr(now, field)
                yield Change(f"note.{field}", "note", id_, journey, phase, (field,), *held)
        rest = tuple(sorted(changed - ANCHORS - {"votes", "status", "text", "order"}))
        if rest:
            yield Change("note.changed", "note", id_, journey, phase, rest)
    for (journey, phase), ids in reordered.items():
        yield Change("note.order", "note", ids[0], journey, phase, n=len(ids))


def _note_place(document: Document, note: Note) -> tuple[str | None, str | None]:
    if note.step is not None:
        step = document.steps[note.step]
        return step.journey, step.phase
    return note.journey, note.phase
