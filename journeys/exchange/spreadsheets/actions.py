"""Hangs what a list of actions and a list of loose notes say on the steps that came in beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from journeys.edits.incoming import IncomingNote, IncomingStep
from journeys.edits.naming import key
from journeys.exchange import cells
from journeys.exchange.spreadsheets.beside import word
from journeys.phrases import terms

if TYPE_CHECKING:
    from journeys.exchange.spreadsheets.beside import Beside, Line

USUAL: Final = "idea"
"""What an action is that does not say its kind."""


def hung(
    steps: Sequence[IncomingStep], beside: Beside
) -> tuple[tuple[IncomingStep, ...], tuple[IncomingNote, ...]]:  # fmt: skip
    """The steps with owners, dates and statuses on their notes, and the notes that hang on no step."""
    work = _Hanging(steps, beside)
    for line in beside.of("actions"):
        work.take("actions", line)
    for line in beside.of("notes"):
        work.take("notes", line)
    return work.steps(), tuple(work.loose)


class _Hanging:
    """Knows the steps by id and by title, and which of their notes a row has spoken of."""

    def __init__(self, steps: Sequence[IncomingStep], beside: Beside) -> None:
        self._beside = beside
        self._made = list(steps)
        self._notes = [list(step.notes) for step in steps]
        self._told: defaultdict[int, set[int]] = defaultdict(set)
        self._by_id = {step.id: at for at, step in reversed([*enumerate(steps)]) if step.id}
        self._by_title: defaultdict[str, list[int]] = defaultdict(list)
        for at, step in enumerate(steps):
            self._by_title[key(step.title)].append(at)
        self._waiting: list[tuple[int, IncomingNote, int]] = []
        self.loose: list[IncomingNote] = []

    def steps(self) -> tuple[IncomingStep, ...]:
        for at, note, row in self._waiting:
            self._guess(at, note, row)
        return tuple(
            replace(step, notes=tuple(notes)) if notes else step
            for step, notes in zip(self._made, self._notes, strict=True)
        )

    def take(self, kind: str, line: Line) -> None:
        note = self._note(kind, line)
        if not note.text:
            self._beside.tell(kind, "tables.nameless", line.row)
            return
        at = self._step(kind, line)
        if at is None:
            self.loose.append(note)
            return
        note = replace(note, journey="", persona="", phase="", variant=None)
        said = (note.kind, key(note.text))
        same = self._same(at, said)
        if same is None:
            self._waiting.append((at, note, line.row))
        else:
            self._put(at, same, note)

    def _same(self, at: int, said: tuple[str, str]) -> int | None:
        numbered = enumerate(self._notes[at])
        return next(
            (n for n, note in numbered if (note.kind, key(note.text)) == said and n not in self._told[at]), None
        )

    def _put(self, at: int, number: int, note: IncomingNote) -> None:
        self._told[at].add(number)
        self._notes[at][number] = replace(note, text=self._notes[at][number].text)

    def _guess(self, at: int, note: IncomingNote, row: int) -> None:
        """Its words differ from those at the step: the only other one of its kind is meant, and keeps its words."""
        others = [n for n, each in enumerate(self._notes[at]) if each.kind == note.kind and n not in self._told[at]]
        if note.id and len(others) == 1:
            self._beside.tell("actions", "tables.other_words", row)
            self._put(at, others[0], note)
        else:
            self._told[at].add(len(self._notes[at]))
            self._notes[at].append(note)

    def _step(self, kind: str, line: Line) -> int | None:
        """The step of a row: by id, else by its title where only one is called so."""
        known = self._by_id.get(line.at("step_id").replace("-", "").lower())
        if known is not None or not line.at("step"):
            return known
        found = [at for at in self._by_title[key(line.at("step"))] if self._fits(self._made[at], line)]
        if not found:
            self._beside.tell(kind, "tables.no_step", line.row)
            return None
        if len(found) > 1:
            self._beside.tell(kind, "tables.first_step", line.row)
        return found[0]

    @staticmethod
    def _fits(step: IncomingStep, line: Line) -> bool:
        return all(not line.at(code) or key(line.at(code)) == key(getattr(step, code))
                   for code in ("phase", "journey", "persona"))  # fmt: skip

    def _note(self, kind: str, line: Line) -> IncomingNote:
        said: Any = word(self._beside, kind, line, "kind", terms.NOTES)
        if said is None:
            self._beside.tell(kind, "tables.usual_kind", line.row)
        status = word(self._beside, kind, line, "status", terms.NOTE_STATUSES) if kind == "actions" else None
        due = cells.date(line.at("due")) if line.at("due") else None
        if line.at("due") and due is None:
            self._beside.tell(
                kind, "tables.unread", line.row, text=line.at("due")[:40], column=self._beside.headings[kind, "due"]
            )
        variant = word(self._beside, kind, line, "variant", terms.VARIANTS)
        return IncomingNote(
            said or USUAL, line.at("text"), _id(line.at("id")), status, line.at("owner"), due, line.at("persona"),
            line.at("journey"), variant, line.at("phase"),
        )  # fmt: skip


def _id(said: str) -> str:
    bare = said.replace("-", "").lower()
    return bare if len(bare) == 32 and all(char in "0123456789abcdef" for char in bare) else ""
