"""Any valid study, with odd values in every field: made from the same field types that the rules are read from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journeys import text
from journeys.model.document import Document, place_of
from journeys.model.entities import Cell, Fact, Journey, Link, Moment, Note, Party, Phase, Step, Study
from journeys.model.schema import CLASSES, KINDS, fields_of
from journeys.model.values import Duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.model.fields import Kind
    from journeys.model.schema import FieldType

MOST = 4
"""Entities of a kind."""
ODD = [
    "", "0", "None", "true", "NaN", "=1+1", "<b>R&D</b>", "{x} %s {0}", "'; DROP TABLE step; --", "één ‘twee’",
    "\U0001f476\U0001f3fd", "\u0645\u0631\u062d\u0628\u0627", "\u6c34", "e\u0323\u0302", "\u200d", "\u00a0", "\u00ad",
    "a\u200bb", "\\u0000", '"', "\\", "\ufffd", "\U0010fffd", "x" * 10_000, "\n", "a\n\n\tb", "-0", "\ufb01",
]  # fmt: skip
_PIECES = st.sampled_from(ODD) | st.text(max_size=12)
_ID = st.integers(1, 16**30 - 1).map("{:032x}".format)


def documents() -> st.SearchStrategy[Document]:
    """Valid documents: every kind may occur, every field may hold anything that its rules allow."""
    return _documents()


@st.composite
def _documents(draw: Callable[[Any], Any]) -> Document:
    ids = _ids(draw)
    document = Document()
    for kind in KINDS:
        for id_ in ids[kind]:
            entity = _entity(draw, kind, id_, ids, document)
            if entity is not None:
                document.tables[kind][id_] = entity
    return _without_loose_ends(document)


def _ids(draw: Callable[[Any], Any]) -> dict[Kind, list[str]]:
    """So many of each kind; one study, at least one moment; no two ids the same."""
    few = draw(st.lists(_ID, min_size=MOST, max_size=MOST, unique=True))
    sizes: dict[Kind, int] = {kind: draw(st.integers(1 if kind == "moment" else 0, MOST)) for kind in KINDS}
    sizes["study"] = 1
    return {kind: [f"{number:02x}{id_[2:]}" for id_ in few[: sizes[kind]]] for number, kind in enumerate(KINDS)}


def _entity(draw: Callable[[Any], Any], kind: Kind, id_: str, ids: dict[Kind, list[str]], document: Document) -> Any:
    """One entity, or None when it would have to refer to something of which there is nothing."""
    fields: dict[str, Any] = {}
    for spec in fields_of(CLASSES[kind]):
        if spec.ref is not None and not ids[spec.ref.kind] and not spec.optional:
            return None
        fields[spec.name] = id_ if spec.name == "id" else draw(_values(spec, ids))
    return _lawful(CLASSES[kind](**fields), ids[kind].index(id_), document)


def _values(spec: FieldType, ids: dict[Kind, list[str]]) -> st.SearchStrategy[Any]:
    found = _required(spec, ids)
    if spec.ref is not None and not ids[spec.ref.kind]:
        return st.none()
    return st.none() | found if spec.optional else found


def _required(spec: FieldType, ids: dict[Kind, list[str]]) -> st.SearchStrategy[Any]:
    match spec.shape:
        case "value":
            return _value(spec, ids)
        case "many":
            return _many(spec, ids)
        case "date":
            return st.dates()
        case "choice":
            return st.sampled_from(spec.choices)
        case "flag":
            return st.booleans()
        case "whole":
            assert spec.whole is not None
            return st.integers(spec.whole.least, spec.whole.most)
        case _:
            return _text(spec, ids)


def _text(spec: FieldType, ids: dict[Kind, list[str]]) -> st.SearchStrategy[str]:
    if spec.ref is not None:
        return st.sampled_from(ids[spec.ref.kind] or ["f" * 32])
    if spec.hexadecimal is not None:
        return st.text("0123456789abcdef", min_size=spec.hexadecimal.length, max_size=spec.hexadecimal.length)
    assert spec.text is not None
    rule = spec.text
    clean = st.lists(_PIECES, max_size=3).map(lambda pieces: _clean("".join(pieces), rule.most, many=rule.multiline))
    return clean.map(lambda made: made or "?") if rule.filled else clean


def _clean(raw: str, most: int, *, many: bool) -> str:
    return text.clean(text.clean(raw, most, multiline=many).text, most, multiline=many).text


def _value(spec: FieldType, ids: dict[Kind, list[str]]) -> st.SearchStrategy[Any]:
    cls = spec.value
    assert cls is not None
    if any(f.ref and not f.optional and not ids[f.ref.kind] for f in fields_of(cls)):
        return st.none()
    made = st.builds(cls, **{field.name: _values(field, ids) for field in fields_of(cls)})
    if cls is Duration:
        return made.map(lambda span: replace(span, least=min(span.least, span.most), most=max(span.least, span.most)))
    return made


def _many(spec: FieldType, ids: dict[Kind, list[str]]) -> st.SearchStrategy[tuple[Any, ...]]:
    assert spec.item is not None
    assert spec.many is not None
    if spec.item.ref is not None and not ids[spec.item.ref.kind]:
        return st.just(())
    return st.lists(_values(spec.item, ids), max_size=min(3, spec.many.most), unique=spec.many.unique).map(tuple)


def _lawful(entity: Any, number: int, document: Document) -> Any:
    """The entity as the rules between fields and entities want it; what stood before it is in the document."""
    match entity:
        case Study():
            return replace(entity, end_day=36_500)
        case Moment():
            return replace(entity, is_day0=number == 0, day=entity.day if number else 0)
        case Phase(start_day=day):
            days = {phase.start_day for phase in document.phases.values()}
            return None if day in days or day == 36_500 else entity
        case Party(parent=parent):
            return entity if parent in document.parties else replace(entity, parent=None)
        case Step():
            places = {place_of(step) for step in document.steps.values()}
            fitting = replace(entity, nobody=entity.nobody and not entity.contacts)
            return None if place_of(entity) in places else fitting
        case Link():
            return _joined(entity, number, document)
        case Note():
            return _anchored(entity, number)
        case Fact(from_day=int(first), to_day=int(last)):
            return replace(entity, from_day=min(first, last), to_day=max(first, last))
        case Cell(text=""):
            return replace(entity, text="?")
        case _:
            return entity


def _joined(link: Link, number: int, document: Document) -> Link:
    """To a step of the same journey where there is one: links across journeys would all be left out."""
    source = document.steps.get(link.source)
    near = [step.id for step in document.steps.values() if source and step.journey == source.journey]
    near = [step for step in near if step != link.source]
    return replace(link, target=near[number % len(near)]) if near else link


def _anchored(note: Note, number: int) -> Note:
    """Hung on one thing at most: whichever this number says."""
    kept = (("step",), ("journey", "phase"), ("persona",), ())[number % 4]
    if any(getattr(note, name) is None for name in kept):
        kept = ()
    return replace(note, **{name: None for name in ("step", "journey", "phase", "persona") if name not in kept})


def _without_loose_ends(document: Document) -> Document:
    """What was left out while drawing takes its referrers along; links keep to one journey, and to one each way."""
    from journeys.store.salvage import healed

    pairs: set[tuple[str, str]] = set()
    for link in list(document.links.values()):
        if link.source == link.target or (link.source, link.target) in pairs or not _within(document, link):
            del document.tables["link"][link.id]
        pairs.add((link.source, link.target))
    assert not any(isinstance(entity, Journey) and not entity.title for _, entity in document)
    found = healed([entity for _, entity in document], "?")
    assert found is not None
    return found


def _within(document: Document, link: Link) -> bool:
    source, target = document.steps.get(link.source), document.steps.get(link.target)
    return source is not None and target is not None and source.journey == target.journey
