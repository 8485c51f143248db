"""Replaces words that were found, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit
from journeys.edits.entities import name_of
from journeys.errors import EditError
from journeys.model.changes import Key
from journeys.model.document import Document
from journeys.model.schema import fields_of
from journeys.model.search import Found


def replace_found(document: Document, found: Sequence[Found], words: str) -> Edit:
    """Put other words in all these places, as one edit.

    Raises EditError: `edit.stale` when a text is no longer the one in which they were found, `edit.too_long` when
    the new words do not fit there, `edit.needs_words` when nothing would be left of a name.
    """
    draft = Draft(document)
    texts: dict[tuple[Key, str], list[Found]] = defaultdict(list)
    for each in found:
        texts[(each.kind, each.id), each.field].append(each)
    for ((kind, id_), field), places in sorted(texts.items(), key=_last_first):
        draft.put(_with(draft.get(kind, id_), field.split("."), places, words))
    subjects = tuple(dict.fromkeys(each.id for each in found))
    return draft.edit("study.replace", subjects=subjects, title=words, n=len(found))


def _last_first(place: tuple[tuple[Key, str], list[Found]]) -> int:
    """In a list of texts from its end: two that become the same are one, and that takes away the later one."""
    last = place[0][1].rpartition(".")[2]
    return -int(last) if last.isdecimal() else 0


def _with(entity: Any, path: list[str], places: list[Found], words: str) -> Any:
    name, *rest = path
    held = getattr(entity, name)
    if isinstance(held, tuple):
        return replace(entity, **{name: _in_list(held, int(rest[0]), places, words)})
    if rest:
        return replace(entity, **{name: _with(held, rest, places, words)})
    return _checked(entity, name, _put_in(held, places, words))


def _in_list(held: tuple[str, ...], at: int, places: list[Found], words: str) -> tuple[str, ...]:
    if at >= len(held):
        raise EditError("edit.stale")
    made = _put_in(held[at], places, words).strip()
    return tuple(dict.fromkeys(filter(None, (*held[:at], made, *held[at + 1 :]))))


def _put_in(held: str, places: list[Found], words: str) -> str:
    if any(place.text != held for place in places):
        raise EditError("edit.stale")
    for place in sorted(places, key=lambda place: place.start, reverse=True):
        held = held[: place.start] + words + held[place.end :]
    return held


def _checked(entity: Any, name: str, text: str) -> Any:
    rule = next(spec.text for spec in fields_of(type(entity)) if spec.name == name)
    if rule is not None and len(text) > rule.most:
        raise EditError("edit.too_long", title=name_of(entity), found=len(text), most=rule.most)
    if rule is not None and rule.filled and not text.strip():
        raise EditError("edit.needs_words", title=name_of(entity))
    return cleaned(replace(entity, **{name: text}))
