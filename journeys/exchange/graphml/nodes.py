"""What the values of a node mean for a step: by our own names, else by what people call such things."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from journeys.edits.incoming import IncomingContact, IncomingNote, IncomingStep
from journeys.edits.naming import key
from journeys.exchange import aside, cells, columns, ratings
from journeys.exchange.graphml.network import LOOKS
from journeys.exchange.graphml.values import ASIDE, TOGETHER, told
from journeys.exchange.xml_remarks import BLANK, Told, long, short
from journeys.model.fields import MAX_PLACES

if TYPE_CHECKING:
    from journeys.exchange.graphml.network import Network, Point

_OURS: Final = {
    "label": "title", "description": "body", "duration": "lasts", "variant": "variant", "nobody": "nobody",
    "evidence_note": "evidence_note", "column": "column", "track": "track",
}  # fmt: skip
_KNOWN: Final = frozenset({
    *columns.NOTE_KINDS, *_OURS.values(), "phase", "party", "channel", "passes_on_for", "emotion", "day", "place",
    "stage", "moment_of_truth", "evidence", "source", "journey", "persona",
})  # fmt: skip
"""The meanings that are asked for below."""
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "variant": ("current", "desired"), "stage": ("front", "back"), "evidence": ("observed", "assumed", "proposed"),
}  # fmt: skip
_ID: Final = re.compile(r"[0-9a-f]{32}\Z")

Held = dict[str, list[str]]


class Nodes:
    """Reads the values of all nodes of a file alike."""

    def __init__(self, told_: Told, network: Network, *, ours: bool) -> None:
        self.told, self.ours, self.drawn = told_, ours, network.drawn
        named = dict.fromkeys(name for point in network.points for name in point.values)
        self.meanings = {name: self._meaning(name) for name in named}
        felt = [name for name, code in self.meanings.items() if code == "emotion"]
        self.scale: ratings.Scale = "ours"
        if felt and not ours:
            cells_ = [value for point in network.points for name in felt if (value := point.values.get(name))]
            self.scale = ratings.scale_of(cells_, felt[0])
            if self.scale != "ours":
                self.told.add(f"rows.scale_{self.scale}")

    def _meaning(self, name: str) -> str:
        if name == "label" or (self.ours and name in _OURS):
            return _OURS[name]
        found = columns.meaning(name)
        return found if found in _KNOWN else ""

    def steps(self, points: Sequence[Point]) -> list[IncomingStep]:
        found = [self._step(point) for point in points]
        if self.drawn and not self.ours:
            self.told.add("graphml.looks")
        return found

    def _step(self, point: Point) -> IncomingStep:
        held = self._held(point)
        title, rest = self._title(point, held)
        body = "\n".join(filter(None, [rest, *held["body"]]))
        contacts = self._contacts(held, point.line)
        nobody = self._read(held, "nobody", cells.yes, point) is True
        met = [each for each in contacts if key(each.party) not in cells.NOBODY or not each.party]
        step = IncomingStep(
            point.line, title, self._id(point),
            self._name(held, "journey", point), self._name(held, "persona", point),
            self._name(held, "phase", point) or point.group, self._choice(held, "stage", cells.stage, point),
            long(body, point.line, "description"), self._day(held, point),
            self._read(held, "lasts", cells.lasts, point), self._name(held, "place", point), tuple(met),
            nobody=not met and (nobody or bool(contacts)),
            emotion=self._emotion(held, point),
            moment_of_truth=self._read(held, "moment_of_truth", cells.yes, point),
            sources=tuple(short(each, point.line, "source") for raw in held["source"] for each in cells.several(raw)),
            notes=self._notes(held, point), key=point.key, column=self._place(held, "column", point),
            track=self._place(held, "track", point), variant=self._choice(held, "variant", cells.variant, point),
        )  # fmt: skip
        return self._with(self._judged(step, held), point)

    def _held(self, point: Point) -> Held:
        """Code → the values of that meaning; what has none is told."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, value in point.values.items():
            bare = value if self.ours else value.strip(BLANK)
            code = self.meanings[name]
            if code and (bare or code == "title"):
                found[code].append(long(bare, point.line, name))
            elif name.lower() in LOOKS:
                self.drawn = True
            elif bare and name != ASIDE and not (self.ours and name == "id"):
                self.told.add("graphml.value_left_out", point.line, name=name)
        return found

    def _title(self, point: Point, held: Held) -> tuple[str, str]:
        """The label, else another value that names it, else the words in its drawing, else its id."""
        named = [point.values.get("label", "").strip(BLANK), *held["title"], point.label]
        if self.ours and "label" in point.values:
            return self.told.title(point.values["label"], point.line)
        texts = list(dict.fromkeys(filter(None, named)))
        if not texts:
            self.told.add("graphml.untitled", point.line)
        title, rest = self.told.title(texts[0] if texts else point.id, point.line)
        return title, "\n".join(filter(None, [rest, *texts[1:]]))

    def _id(self, point: Point) -> str:
        """That of the step, also where a program has numbered the nodes anew and kept our id as a value."""
        found = (id_ for id_ in (point.id, point.values.get("id", "")) if self.ours and _ID.match(id_))
        return next(found, "")

    # One value

    def _name(self, held: Held, code: str, point: Point) -> str:
        return short(held[code][0], point.line, code) if held[code] else ""

    def _read(self, held: Held, code: str, read: Any, point: Point) -> Any:
        raw = held[code][0].strip(BLANK) if held[code] else ""
        found = read(raw) if raw else None
        if raw and found is None:
            self.told.add("xml.unread", point.line, text=raw, name=code)
        return found

    def _choice(self, held: Held, code: str, read: Any, point: Point) -> Any:
        raw = held[code][0].strip(BLANK) if held[code] else ""
        return raw if raw in _CHOICES[code] else self._read(held, code, read, point)

    def _day(self, held: Held, point: Point) -> int | None:
        found = self._read(held, "day", cells.day, point)
        if found is not None and not isinstance(found, int):
            self.told.add("xml.unread", point.line, text=str(found), name="day")
            return None
        return found

    def _place(self, held: Held, code: str, point: Point) -> int | None:
        found = self._read(held, code, lambda raw: int(raw) if raw.isdecimal() and len(raw) < 9 else None, point)
        return None if found is None else min(int(found), MAX_PLACES)

    def _emotion(self, held: Held, point: Point) -> int | None:
        found = self._read(held, "emotion", lambda raw: ratings.rating(raw, self.scale), point)
        return None if found is None else found.value

    def _judged(self, step: IncomingStep, held: Held) -> IncomingStep:
        """How we know it: our own value is one word, that of others may say more."""
        raw = held["evidence"][0].strip(BLANK) if held["evidence"] else ""
        status, note = (raw, "") if raw in _CHOICES["evidence"] else cells.evidence(raw) if raw else (None, "")
        evidence = "\n".join(filter(None, [note, *held["evidence_note"]]))
        return replace(step, status=status, evidence=evidence)  # type: ignore[arg-type]  # one of the three words

    def _contacts(self, held: Held, line: int) -> tuple[IncomingContact, ...]:
        parties = [short(name, line, "party") for raw in held["party"] for name in cells.several(raw)]
        ways = [short(name, line, "channel") for raw in held["channel"] for name in cells.several(raw)]
        others = [short(name, line, "passes_on_for") for raw in held["passes_on_for"] for name in cells.several(raw)]
        if len(ways) == 1 and len(parties) > 1:
            ways *= len(parties)
        threes = zip_longest(parties, ways, others, fillvalue="")
        return tuple(dict.fromkeys(IncomingContact(party, way, other) for party, way, other in threes))

    def _notes(self, held: Held, point: Point) -> tuple[IncomingNote, ...]:
        """A note a line; `question` of a node is its own, not that of the journey."""
        return tuple(
            IncomingNote(kind, long(text, point.line, kind))
            for kind in columns.NOTE_KINDS
            for raw in held[kind]
            for text in dict.fromkeys(cells.notes(raw))
        )

    # What stands beside it

    def _with(self, step: IncomingStep, point: Point) -> IncomingStep:
        """The parts of contacts, notes and sources, where the values still say the same in short."""
        if not self.ours or not point.values.get(ASIDE):
            return step
        held = aside.read(point.values[ASIDE])
        own = None if held is None else aside.made(IncomingStep, {**held, "row": step.row})
        if own is None:
            self.told.add("xml.aside", point.line)
            return step
        said = told(own)
        same = [
            name for name, short_ in TOGETHER.items()
            if all(point.values.get(each, "") == said.get(each, "") for each in short_)
        ]  # fmt: skip
        whole: IncomingStep = replace(step, **{name: getattr(own, name) for name in same})
        return replace(whole, nobody=whole.nobody and not whole.contacts)
