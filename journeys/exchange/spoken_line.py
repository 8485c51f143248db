"""Reads a line of quick entry: a step or a note, with whom the person meets and how it felt behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from journeys import text
from journeys.model.document import Document
from journeys.model.entities import NoteKind, Party

_EMOTION: Final = re.compile(r"(?:^|\s)([+\-−–])([0-2])\s*\Z")
_PARTY: Final = re.compile(r"(?:^|\s)@([^@\n]*)\Z")
_NOTE: Final = re.compile(r"(\w+):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the line says. `kind` makes it a note; without a party or emotion in the line these are None."""

    text: str
    kind: NoteKind | None = None
    party: str | None = None
    new_party: str = ""
    nobody: bool = False
    emotion: int | None = None

    @property
    def meets(self) -> bool:
        """Whether the line says whom the person meets."""
        return bool(self.party or self.new_party or self.nobody)


def read(line: str, document: Document, kinds: Mapping[str, NoteKind], nobody: Collection[str]) -> Spoken:
    """`kinds` are the words and letters before a colon that begin a note, `nobody` those that stand for nobody."""
    note = _NOTE.match(line.lstrip())
    if note is not None and text.folded(note[1]) in kinds:
        return Spoken(line.lstrip()[note.end() :].strip(), kinds[text.folded(note[1])])
    emotion, name, rest = None, "", line
    while True:
        found = _EMOTION.search(rest) if emotion is None else None
        if found is not None:
            emotion = int(found[2]) * (1 if found[1] == "+" else -1)
            rest = rest[: found.start()]
            continue
        found = _PARTY.search(rest) if not name else None
        if found is None:
            break
        name, rest = " ".join(found[1].split()), rest[: found.start()]
        if not name:
            break
    if not name:
        return Spoken(rest.strip(), emotion=emotion)
    if emotion is None and name.endswith(" 0"):  # 0 has no sign to know it by, but no party is called so
        name, emotion = name[:-2], 0
    if text.folded(name) in nobody:
        return Spoken(rest.strip(), nobody=True, emotion=emotion)
    party = match(document, name)
    if party is None:
        return Spoken(rest.strip(), new_party=text.title(name), emotion=emotion)
    return Spoken(rest.strip(), party=party.id, emotion=emotion)


def match(document: Document, name: str) -> Party | None:
    """The party that is meant: the same name, else one that begins with it, else one with a word that does."""
    wanted = text.folded(name)
    parties = sorted(document.parties.values(), key=lambda party: (len(party.name), party.name, party.id))
    for fits in (_same, _begins, _has_word):
        found = next((party for party in parties if fits(text.folded(party.name), wanted)), None)
        if found is not None:
            return found
    return None


def _same(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted)


def _has_word(name: str, wanted: str) -> bool:
    return f" {wanted}" in f" {name}"
