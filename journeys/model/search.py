"""Finds words in every text of a study, whatever their case or diacritics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeys.model.schema import FieldType, fields_of, per_class
from journeys.model.time import phases_in_order
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.model.document import Document
    from journeys.model.entities import Entity
    from journeys.model.fields import Kind

CODE_MOST: Final = 40
"""Texts that may be no longer are codes of ours, not words of a person."""
LAST: Final = 1_000_000
"""Sorts behind every place on a map."""


class Found(NamedTuple):
    """Words at `start` up to `end` in a text of an entity; `field` is a path such as "evidence.note"."""

    kind: Kind
    id: str
    field: str
    start: int
    end: int
    text: str


def find(document: Document, words: str) -> list[Found]:
    """Every place where these words stand, in reading order: journeys first, then everything else."""
    wanted = folded(words)
    if not wanted.strip():
        return []
    hits: list[Found] = []
    for (kind, id_), entity in document:
        for field, text in texts(entity):
            if wanted in _quickly_folded(text):
                hits += [Found(kind, id_, field, start, end, text) for start, end in spans(text, wanted)]
    place = _places(document)
    return sorted(hits, key=lambda found: (place(found.kind, found.id), found.id))


def texts(entity: Entity) -> Iterator[tuple[str, str]]:
    """The filled texts of an entity by the path of their field."""
    for path in text_fields(type(entity)):
        held: Any = entity
        for name in path.split("."):
            held = getattr(held, name)
        if held:
            yield path, held


@per_class
def text_fields(cls: type[Any]) -> tuple[str, ...]:
    """Paths of the fields in which people write."""
    return tuple(path for spec in fields_of(cls) for path in _paths(spec))


def _paths(spec: FieldType) -> Iterator[str]:
    if spec.shape == "text" and spec.text is not None and spec.text.most > CODE_MOST:
        yield spec.name
    elif spec.value is not None and spec.shape == "value" and not spec.optional:
        yield from (f"{spec.name}.{path}" for path in text_fields(spec.value))


def spans(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where folded words stand in a text, from the left, without overlap; positions in the text as it is."""
    letters, origins = [], []
    for index, char in enumerate(text):
        for letter in folded(char):
            letters.append(letter)
            origins.append(index)
    plain, at = "".join(letters), 0
    while (at := plain.find(wanted, at)) >= 0:
        yield origins[at], _end(text, origins[at + len(wanted) - 1])
        at += len(wanted)


def _end(text: str, last: int) -> int:
    """Behind the last letter, with the marks that stand on it."""
    end = last + 1
    while end < len(text) and not folded(text[end]):
        end += 1
    return end


def _quickly_folded(text: str) -> str:
    return text.lower() if text.isascii() else folded(text)


def _places(document: Document) -> Any:
    """The sort key of an entity: its journey, phase and place, and for notes and links that of their step."""
    phase = {each.id: index for index, each in enumerate(phases_in_order(document))}
    persona = {each.id: each.order for each in document.personas.values()}
    ordered = sorted(document.journeys.values(), key=lambda each: (persona.get(each.persona, LAST), each.order))
    journey = {each.id: index for index, each in enumerate(ordered)}

    def of_step(id_: str, after: int) -> tuple[int, ...]:
        step = document.steps[id_]
        return (journey[step.journey], phase[step.phase], int(step.stage == "back"), step.column, step.track, after)

    def place(kind: Kind, id_: str) -> tuple[int, ...]:
        entity: Any = document.get((kind, id_))
        if kind == "study":
            return (-1,)
        if kind == "step":
            return of_step(id_, 0)
        if kind == "journey":
            return (journey[id_], -1)
        if kind == "link":
            return of_step(entity.source, 2)
        if getattr(entity, "step", None):
            return of_step(entity.step, 1)
        if getattr(entity, "journey", None):
            return (journey[entity.journey], phase.get(entity.phase, LAST), LAST)
        return (LAST, _KIND_ORDER.index(kind) if kind in _KIND_ORDER else len(_KIND_ORDER), phase.get(id_, 0))

    return place


_KIND_ORDER: Final[tuple[Kind, ...]] = ("phase", "persona", "note", "party", "channel", "moment", "fact", "source")
