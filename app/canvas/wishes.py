"""What a gesture means as an edit, where that takes more than one verb."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.edits import entities, links, phases, steps
from journeys.edits.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.model.document import Document, Place
    from journeys.model.fields import Kind

KINDS: Final[tuple[Kind, ...]] = ("step", "phase", "link", "note")


def in_turn(document: Document, *verbs: Callable[[Document], Edit]) -> Edit:
    """Several verbs as one edit: each sees what the ones before it would have done; the first gives the sentence."""
    first, *rest = verbs
    done = first(document)
    ahead = document.snapshot()
    ahead.write(done.changes)
    for verb in rest:
        later = verb(ahead)
        ahead.write(later.changes)
        joined = done.then(later)
        done = Edit(done.code, joined.changes, done.words, done.subjects)
    return done


def add_connected(document: Document, source: str, place: Place, title: str) -> Edit:
    """A new step at a place, reached from `source`."""
    added = steps.add(document, place, title)
    new = added.subjects[0]
    return in_turn(document, lambda _: added, lambda ahead: links.connect(ahead, source, new))


def connect(document: Document, chosen: Sequence[str]) -> Edit:
    """Each of these steps leads to the next one."""
    return in_turn(document, *(partial(links.connect, source=a, target=b) for a, b in pairwise(chosen)))


def deletes(document: Document, ids: Sequence[str]) -> bool:
    """Whether any of these can be deleted."""
    return any(id_ in document.tables[kind] for id_ in ids for kind in KINDS)


def delete(document: Document, ids: Sequence[str]) -> Edit:
    """Delete everything that is selected, steps first (the flow heals)."""
    chosen = {kind: [id_ for id_ in ids if id_ in document.tables[kind]] for kind in KINDS}
    verbs: list[Callable[[Document], Edit]] = []
    if chosen["step"]:
        verbs.append(lambda now: steps.delete(now, chosen["step"]))
    verbs += [partial(phases.delete, phase=id_) for id_ in chosen["phase"]]
    if chosen["link"]:
        verbs.append(lambda now: links.disconnect(now, [id_ for id_ in chosen["link"] if id_ in now.links]))
    if chosen["note"]:
        verbs.append(lambda now: entities.delete(now, "note", [id_ for id_ in chosen["note"] if id_ in now.notes]))
    return in_turn(document, *verbs)


def change_emotion(document: Document, chosen: Sequence[str], change: int) -> Edit:
    """The emotion of these steps, so much up or down from the first one's, within −2 and +2."""
    now = document.steps[chosen[0]].emotion or 0
    return steps.set_emotion(document, chosen, max(-2, min(2, now + change)))
