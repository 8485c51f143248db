"""Rows and the meaning of their columns become steps by name, with a remark for all that was guessed or left out."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Final, cast

from journeys.edits.incoming import (
    Incoming,
    IncomingContact,
    IncomingJourney,
    IncomingNote,
    IncomingPhase,
    IncomingStep,
    Remark,
)
from journeys.edits.naming import key
from journeys.errors import ExchangeError
from journeys.exchange import cells, ratings
from journeys.exchange.columns import NOTE_KINDS, Mapping
from journeys.exchange.grid import MOST_ROWS, Grid, Row
from journeys.exchange.noticed import Noticed
from journeys.exchange.whole import Whole
from journeys.model.entities import NoteKind
from journeys.text import BODY_MAX, TITLE_MAX

NAMES: Final = ("phase", "journey", "persona", "place", "variant")
"""What must fit where a name does."""
CARRIED: Final = {
    "persona": ("journey", "variant", "phase"), "journey": ("variant", "phase"), "variant": ("phase",), "phase": (),
}  # fmt: skip
"""What holds until something else is said, and what then begins anew."""
MOST_CONTACTS: Final = 20
_ID: Final = re.compile(r"[0-9a-f]{32}\Z")


def incoming(grid: Grid, mapping: Mapping, day0: dt.date | None = None) -> Incoming:
    """The steps of a table; `day0` is the date of day 0, where the study has one.

    Raises ExchangeError `grid.too_long` (row, column, found, most), `grid.rows` or `grid.no_title`.
    """
    return _Reader(grid, mapping, day0).read()


class _Reader:
    """Goes through the rows once; holds the step that a row without a title belongs to."""

    def __init__(self, grid: Grid, mapping: Mapping, day0: dt.date | None) -> None:
        self.grid, self.mapping = grid, mapping
        self.remarks = Noticed()
        self.steps: list[IncomingStep] = []
        self.phases: dict[str, IncomingPhase] = {}
        self.journeys: dict[tuple[str, ...], IncomingJourney] = {}
        self.above: dict[str, str] = {}
        self.felt: dict[str, int] = {}
        self.felt_rows: list[int] = []
        first = mapping.heading or 0
        heading = next((row for row in grid.rows if row.number == first), None)
        self.rows = [row for row in grid.rows if row.number > first]
        self.titles = heading.cells if heading is not None else ()
        whole = Whole(grid, mapping, self.rows, self.titles, self.remarks)
        self.scale = whole.scale()
        self.day0 = day0 if day0 is not None else whole.first_date()
        self.filled = whole.merged()
        whole.tell_columns()

    def read(self) -> Incoming:
        if not self.mapping.having("title"):
            raise ExchangeError("grid.no_title")
        if len(self.rows) > MOST_ROWS:
            raise ExchangeError("grid.rows", most=MOST_ROWS)
        skipped = [row.number for row in self.grid.rows if row.number < (self.mapping.heading or 0)]
        for number in skipped:
            self.remarks.add("rows.above", number)
        for row in self.rows:
            self._take(row)
        remarks = [*self.grid.remarks, *self.remarks.all()]
        if self.felt:
            remarks.append(Remark("rows.emotions", {"read": tuple(self.felt.items())}, tuple(self.felt_rows)))
        return Incoming(
            tuple(self.steps), tuple(self.phases.values()), tuple(remarks), journeys=tuple(self.journeys.values())
        )

    # Row by row

    def _take(self, row: Row) -> None:
        if self.titles and row.cells == self.titles:
            self.remarks.add("rows.heading_again", row.number)
            return
        held = self._held(row)
        self._carry(held, row.number)
        title = " ".join(held.get("title", [""])[0].split())
        if row.deep and self.steps and title:
            self._hang(row.number, *cells.note(title))
        elif title or self._is_known(held):
            self._add_step(row.number, title, held)
        elif any(values for code, values in held.items() if code not in (*NAMES, "start")):
            self._continue(row.number, held)
        elif not held and any(cell.strip() for cell in row.cells):
            self.remarks.add("rows.nothing", row.number)

    @staticmethod
    def _is_known(held: dict[str, list[str]]) -> bool:
        """A row with the id of a step is that step, also where it has no title."""
        return bool(_ID.match(held.get("id", [""])[0]))

    def _held(self, row: Row) -> dict[str, list[str]]:
        """Code → the filled cells of that meaning."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for column, code in enumerate(self.mapping.columns):
            said = row.at(column)
            raw = said.strip() or self.filled.get((row.number, column), "").strip()
            if code and raw:
                self._check_length(row.number, column, code, raw)
                found[code].append(said.rstrip() if code == "body" and said.strip() else raw)
        return found

    def _check_length(self, row: int, column: int, code: str, raw: str) -> None:
        most = TITLE_MAX if code in NAMES else BODY_MAX
        longest = _longest(code, raw) if len(raw) > most else len(raw)
        if longest > most:
            named = self.titles[column] if column < len(self.titles) else ""
            raise ExchangeError(
                "grid.too_long",
                row=letters(row - 1) if self.grid.sideways else row,
                column=named.strip()[:40] or letters(column),
                found=longest,
                most=most,
            )

    def _carry(self, held: dict[str, list[str]], row: int) -> None:
        """An empty phase, journey or persona is that of the row above; another journey begins anew."""
        for code, below in CARRIED.items():
            said = held.get(code, [""])[0]
            if said and key(said) != key(self.above.get(code, "")):
                self.above[code] = " ".join(said.split())
                for lower in below:
                    self.above.pop(lower, None)
        self._note_journey(row)
        self._note_phase(held.get("start", [""])[0], row)

    def _note_journey(self, row: int) -> None:
        title, persona, said = (self.above.get(code, "") for code in ("journey", "persona", "variant"))
        variant = cells.variant(said) if said else None
        if said and variant is None:
            self.remarks.add("rows.unread", row, text=said[:40], column="variant")
        if title and (key(title), key(persona), variant or "") not in self.journeys:
            self.journeys[key(title), key(persona), variant or ""] = IncomingJourney(title, persona, variant)

    def _note_phase(self, start: str, row: int) -> None:
        name = self.above.get("phase", "")
        if not name:
            return
        known = self.phases.setdefault(key(name), IncomingPhase(name))
        if start and known.start is None:
            self.phases[key(name)] = replace(known, start=self._day(start, row))

    def _add_step(self, row: int, title: str, held: dict[str, list[str]]) -> None:
        title, rest = self._fitting(title, row)
        body = "\n".join((*([rest] if rest else []), *held.get("body", [])))
        status, evidence = self._evidence(held)
        contacts, nobody = self._contacts(held, row)
        step = IncomingStep(
            row, title, self._id(held, row), self.above.get("journey", ""), self.above.get("persona", ""),
            self._phase(held),
            stage=self._read(held, "stage", cells.stage, row), body=body, day=self._step_day(held, row),
            lasts=self._read(held, "lasts", cells.lasts, row), place=held.get("place", [""])[0],
            contacts=contacts, nobody=nobody, emotion=self._emotion(held, row),
            moment_of_truth=self._read(held, "moment_of_truth", cells.yes, row), status=status, evidence=evidence,
            sources=tuple(filter(None, _names(held.get("source", []))[0])),
            notes=self._notes(held), variant=cells.variant(self.above.get("variant", "")),
        )  # fmt: skip
        self.steps.append(step)

    def _phase(self, held: dict[str, list[str]]) -> str:
        """That of the rows above; a step of the study stays where it is when its row does not say."""
        return "" if self._is_known(held) and "phase" not in held else self.above.get("phase", "")

    def _continue(self, row: int, held: dict[str, list[str]]) -> None:
        """A row without a title says more about the step above it."""
        if not self.steps:
            self.remarks.add("rows.no_step", row)
            return
        last = self.steps[-1]
        contacts, _ = self._contacts(held, row)
        added = [contact for contact in contacts if contact not in last.contacts]
        body = "\n".join(filter(None, [last.body, *held.get("body", [])]))
        emotion = self._emotion(held, row) if last.emotion is None else last.emotion
        self.steps[-1] = replace(
            last, contacts=(*last.contacts, *added), notes=(*last.notes, *self._notes(held)), body=body,
            emotion=emotion, nobody=last.nobody and not added,
        )  # fmt: skip
        self.remarks.add("rows.continued", row)

    def _hang(self, row: int, kind: NoteKind, text: str) -> None:
        last = self.steps[-1]
        self.steps[-1] = replace(last, notes=(*last.notes, IncomingNote(kind, text)))
        if kind != "remark":
            self.remarks.add(f"rows.note_{kind}", row)

    # Cell by cell

    def _fitting(self, title: str, row: int) -> tuple[str, str]:
        """A title that fits, and what goes to the description: nothing that was written is lost."""
        if len(title) <= TITLE_MAX:
            return title, ""
        cut = title.rfind(" ", 0, TITLE_MAX)
        cut = cut if cut > TITLE_MAX // 2 else TITLE_MAX - 1
        self.remarks.add("rows.title_long", row, most=TITLE_MAX)
        return f"{title[:cut].rstrip()}…", f"…{title[cut:].lstrip()}"

    def _id(self, held: dict[str, list[str]], row: int) -> str:
        found = held.get("id", [""])[0].replace("-", "").lower()
        if not found:
            return ""
        if not _ID.match(found):
            self.remarks.add("rows.id", row)
        else:
            return found
        return ""

    def _read(self, held: dict[str, list[str]], code: str, read: Callable[[str], Any], row: int) -> Any:
        raw = held.get(code, [""])[0]
        found = read(raw) if raw else None
        if raw and found is None:
            self.remarks.add("rows.unread", row, text=raw[:40], column=code)
        return found

    def _day(self, raw: str, row: int, code: str = "start") -> int | None:
        found = cells.day(raw)
        if isinstance(found, dt.date) and self.day0 is not None:
            found = (found - self.day0).days
            if abs(found) <= 36_500:
                return found
            found = None
        if found is None:
            self.remarks.add("rows.unread", row, text=raw[:40], column=code)
        return cast("int | None", found)

    def _step_day(self, held: dict[str, list[str]], row: int) -> int | None:
        raw = held.get("day", [""])[0]
        return self._day(raw, row, "day") if raw else None

    def _emotion(self, held: dict[str, list[str]], row: int) -> int | None:
        raw = held.get("emotion", [""])[0]
        if not raw:
            return None
        found = ratings.rating(raw, self.scale)
        if found is None:
            self.remarks.add("rows.unread", row, text=raw[:40], column="emotion")
            return None
        if found.guessed and (self.scale == "ours" or ratings.number(raw) is None):
            self.felt[raw[:40]] = found.value
            self.felt_rows.append(row)
        return found.value

    def _evidence(self, held: dict[str, list[str]]) -> tuple[Any, str]:
        raw = held.get("evidence", [""])[0]
        return cells.evidence(raw) if raw else (None, "")

    def _contacts(self, held: dict[str, list[str]], row: int) -> tuple[tuple[IncomingContact, ...], bool]:
        """Parties, channels and whom something is passed on for, side by side; one channel goes for all parties."""
        met, nobody = _names(held.get("party", []))
        ways, _ = _names(held.get("channel", []))
        others, _ = _names(held.get("passes_on_for", []))
        if nobody:
            return (), True
        if len(ways) == 1 and len(met) > 1:
            ways *= len(met)
        found = (IncomingContact(*parts) for parts in zip_longest(met, ways, others, fillvalue=""))
        contacts = tuple(dict.fromkeys(each for each in found if each != IncomingContact()))
        if len(contacts) > MOST_CONTACTS:
            self.remarks.add("rows.contacts", row, most=MOST_CONTACTS)
        return contacts[:MOST_CONTACTS], False

    def _notes(self, held: dict[str, list[str]]) -> tuple[IncomingNote, ...]:
        return tuple(
            IncomingNote(kind, text)
            for kind in NOTE_KINDS
            for raw in held.get(kind, [])
            for text in _distinct(cells.notes(raw))
        )


def _longest(code: str, raw: str) -> int:
    """How long the longest of the texts in a cell is; an evidence begins with its status."""
    if code in NOTE_KINDS:
        return max(map(len, cells.notes(raw)), default=0)
    return len(cells.evidence(raw)[1]) if code == "evidence" else len(raw)


def _names(said: Sequence[str]) -> tuple[list[str], bool]:
    """The names in all these cells, and whether each of them says that there is nobody."""
    read = [cells.names(raw) for raw in said]
    return [name for names, _ in read for name in names], bool(read) and all(nobody for _, nobody in read)


def _distinct(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def letters(column: int) -> str:
    """A, B … Z, AA …: how spreadsheets name their columns."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
