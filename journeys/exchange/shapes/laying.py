"""Lays the map of a journey out for other people's drawing programs.

Columns, tracks and lanes are those of the map; how high a card is goes by the words on it in the type of the other
program, which is wider than ours and cannot be measured here, so that all of it gets some room to spare.
"""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final

from journeys.analysis.gaps import gaps_in
from journeys.analysis.scene import scene
from journeys.analysis.spots import by_step
from journeys.exchange.shapes import words
from journeys.exchange.shapes.arrows import arrows, beat_id, beats
from journeys.exchange.shapes.values import (
    ABOVE_ARROWS,
    JETTY,
    LANES,
    MOST_JETTIES,
    ROWS,
    Board,
    Card,
    Frame,
    Hand,
    Kind,
    Rect,
    Row,
)
from journeys.exchange.shapes.words import Line
from journeys.layout import text
from journeys.layout.gather import Gathering
from journeys.phrases.terms import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.analysis.gaps import Gap
    from journeys.analysis.scene import Scene
    from journeys.exchange.wanted import Wanted
    from journeys.fonts import Font
    from journeys.layout.gather import Column, Stretch
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Note, Step

Rows = dict[Row, list[list[Card]]]
"""Row → column by column the cards that stand in it from top to bottom, each at 0, 0 still."""
_OPPORTUNITIES: Final = frozenset({"opportunity", "idea"})
_TOP_FEELING: Final = 2
_EVERY: Final = 100
"""Columns between which whoever waits is asked."""


def boards(wanted: Wanted, hand: Hand) -> Iterator[Board]:
    """A board for each journey that was chosen, all with their corner at 0, 0."""
    seen = scene(wanted.document)
    for number, journey in enumerate(wanted.journeys):
        mine = wanted.part(number / len(wanted.journeys), (number + 1) / len(wanted.journeys))
        mine.watch(0)
        yield _Laying(mine, hand, seen, wanted.document.journeys[journey]).board()


class _Laying:
    """One journey being laid out: the rows get their heights from all phases, so words are broken first."""

    def __init__(self, wanted: Wanted, hand: Hand, seen: Scene, journey: Journey) -> None:
        self.document: Document = wanted.document
        self.watch, self.done = wanted.watch, 0
        self.say, self.hand, self.seen, self.journey = wanted.say, hand, seen, journey
        self.stretches = Gathering(self.document, journey.id).stretches
        self.notes = _notes(self.document, journey.id)
        self.levels = seen.levels.get(journey.id, {})
        self.gaps: dict[str, Gap] = {gap.phase: gap for gap in gaps_in(seen, journey)} if self.levels else {}

    def board(self) -> Board:
        hand, heads = self.hand, self._heads()
        columns = [column for stretch in self.stretches for column in stretch.columns]
        drawn = tuple(arrows(self.document, columns, self.say))
        top = max(card.rect.h for card in heads) + hand.between
        filled = [self._filled(stretch) for stretch in self.stretches]
        tall = {row: max((_tall(rows[row], hand) for rows in filled), default=0) for row in ROWS}
        head = self._head_of_frames()
        starts = _starts(tall, top + head + hand.frame, hand, max((arrow.over for arrow in drawn), default=0))
        bottom = max(starts["back"] + tall["back"], top + head + hand.frame) + hand.frame
        frames = list(self._frames(filled, starts, Rect(hand.lane + hand.apart, top, 0, bottom - top), head))
        width = max(card.x + card.w for card in [*(card.rect for card in heads), *(frame.rect for frame in frames)])
        bands = tuple((row, Rect(0, starts[row], width, tall[row])) for row in LANES if tall[row])
        lanes = tuple(self._lane(row, rect) for row, rect in bands)
        name = words.name(self.document, self.journey, self.say)
        line = tuple(beats(columns)) if hand.beat else ()
        return Board(self.journey.id, name, Rect(0, 0, width, bottom), (*heads, *lanes), bands, tuple(frames),
                     (*drawn, *line))  # fmt: skip

    # Above and beside the phases

    def _heads(self) -> tuple[Card, ...]:
        hand = self.hand
        title = words.title(self.document, self.journey, self.say)
        person = words.persona(self.document, self.journey, self.say)
        wide = hand.card * 3
        return tuple(
            self._card(f"{kind}-{self.journey.id}", "title", number * (wide + hand.between), wide, lines, kind)
            for number, (kind, lines) in enumerate((("journey", title), ("persona", person)))
        )

    def _head_of_frames(self) -> int:
        """The names of the phases stand in the frames, in as many lines as the longest needs."""
        if not self.hand.heads:
            return 0
        names = ((words.phase(one.phase, one.period, self.say), self._wide(one)) for one in self.stretches)
        return max((self._high((Line(name, "head"),), wide) for name, wide in names), default=0)

    def _lane(self, row: Row, band: Rect) -> Card:
        lines = words.lane(LANES[row], self.document, self.say)
        return Card(f"lane-{row}-{self.journey.id}", "lane", band._replace(w=self.hand.lane), lines, "lane")

    # A phase

    def _filled(self, stretch: Stretch) -> Rows:
        rows: Rows = {row: [[] for _ in stretch.columns] for row in ROWS}
        rows["presence"][0] += self._presence(stretch)
        wide = self._wide(stretch)
        rows["notes"][0] += [self._note(note, wide=wide) for note in _on_phase(self.document, self.journey, stretch)]
        for number, column in enumerate(stretch.columns):
            self.done += 1
            if self.done % _EVERY == 0:
                self.watch(self.done / sum(len(one.columns) for one in self.stretches))
            self._fill(rows, number, column)
        return rows

    def _fill(self, rows: Rows, number: int, column: Column) -> None:
        for step in column.front:
            rows["steps"][number].append(self._step(step, "step"))
            for note in self.notes.get(step.id, ()):
                row: Row = "opportunities" if note.kind in _OPPORTUNITIES else "needs"
                rows[row][number].append(self._note(note, step if len(column.front) > 1 else None))
            if step.emotion is not None and self.hand.beat:
                rows["heartbeat"][number].append(self._beat(step, step.emotion))
        for step in column.back:
            rows["back"][number].append(self._step(step, "back"))
            rows["back"][number] += [self._note(note) for note in self.notes.get(step.id, ())]

    def _presence(self, stretch: Stretch) -> Iterator[Card]:
        phase = stretch.phase.id
        level = self.levels.get(phase)
        if level is not None:
            lines = words.presence(self.document, self.journey, phase, level, self.gaps.get(phase), self.say)
            id_ = f"presence-{self.journey.id}-{phase}"
            yield self._card(id_, "presence", 0, self._wide(stretch), lines, level, phase)

    def _wide(self, stretch: Stretch) -> int:
        columns = len(stretch.columns)
        return columns * self.hand.card + (columns - 1) * self.hand.between

    def _frames(self, filled: list[Rows], starts: dict[Row, int], at: Rect, head: int) -> Iterator[Frame]:
        x = at.x
        for stretch, rows in zip(self.stretches, filled, strict=True):
            rect = at._replace(x=x, w=self._wide(stretch) + 2 * self.hand.frame)
            label = words.phase(stretch.phase, stretch.period, self.say)
            id_, level = f"phase-{self.journey.id}-{stretch.phase.id}", self.levels.get(stretch.phase.id)
            yield Frame(id_, label, rect, level, tuple(self._placed(rows, starts, x + self.hand.frame)), head)
            x += rect.w + self.hand.between

    def _placed(self, rows: Rows, starts: dict[Row, int], left: int) -> Iterator[Card]:
        hand = self.hand
        for row in ROWS:
            for number, column in enumerate(rows[row]):
                x, y = left + number * (hand.card + hand.between), starts[row]
                for card in column:
                    yield _moved(card, x, y)
                    x += hand.beat + hand.apart if row == "heartbeat" else 0
                    y += card.rect.h + hand.apart if row != "heartbeat" else 0

    # Cards

    def _step(self, step: Step, kind: Kind) -> Card:
        lines = words.step(self.document, step, self.say)
        inside = any(contact.party in self.seen.scope.inside for contact in step.contacts)
        tone = "moment" if step.moment_of_truth else "own" if inside else kind
        return self._card(step.id, kind, 0, self.hand.card, lines, tone, step.id)

    def _note(self, note: Note, step: Step | None = None, *, wide: int = 0) -> Card:
        lines = words.note(note, step, self.say)
        return self._card(note.id, "note", 0, wide or self.hand.card, lines, note.kind, note.id)

    def _beat(self, step: Step, emotion: int) -> Card:
        """The first of a column below the middle of its card, as high as it feels."""
        size = self.hand.beat
        rect = Rect((self.hand.card - size) // 2, (_TOP_FEELING - emotion) * (size * 3 // 4), size, size)
        return Card(
            beat_id(step.id),
            "beat",
            rect,
            (Line(signed(emotion), "strong"),),
            f"face.{emotion:+d}" if emotion else "face.0",
            step.id,
        )

    def _card(
        self, id_: str, kind: Kind, x: int, wide: int, lines: tuple[Line, ...], tone: str, about: str = ""
    ) -> Card:  # fmt: skip
        return Card(id_, kind, Rect(x, 0, wide, self._high(lines, wide)), lines, tone, about)

    def _high(self, lines: Iterable[Line], wide: int) -> int:
        return high(lines, wide, self.hand, self.say.language)


def high(lines: Iterable[Line], wide: int, hand: Hand, language: str) -> int:
    """How high a card of this width is with these words, in whole tens, because such programs draw on a grid."""
    room = (wide - 2 * hand.pad) / hand.type * hand.wider
    found = 0.0
    for line in lines:
        size = hand.sizes.get(line.style, 1.0)
        font: Font = "regular" if line.style in ("plain", "small", "italic") else "bold"
        found += (len(text.lines(line.text, font, room / size, language)) or 1) * hand.leading * size
    return ceil((found + 2 * hand.pad) / 10) * 10


def _starts(tall: dict[Row, int], top: int, hand: Hand, over: int) -> dict[Row, int]:
    """Where each row begins; above the steps is room for the arrows that lead over them."""
    room = [tall[row] + hand.apart if tall[row] else 0 for row in ROWS]
    above = JETTY * (min(over, MOST_JETTIES) + 1) if over else 0
    starts = zip(ROWS, accumulate(room, initial=top), strict=False)  # behind the last row nothing begins
    return {row: start + (0 if row in ABOVE_ARROWS else above) for row, start in starts}


def _tall(columns: Iterable[Sequence[Card]], hand: Hand) -> int:
    """The highest column of a row; points of the heartbeat have their place in it already."""
    deepest = 0
    for cards in columns:
        if cards and cards[0].kind == "beat":
            deepest = 2 * _TOP_FEELING * (hand.beat * 3 // 4) + hand.beat
        elif cards:
            deepest = max(deepest, sum(card.rect.h + hand.apart for card in cards) - hand.apart)
    return deepest


def _moved(card: Card, x: int, y: int) -> Card:
    rect = card.rect._replace(x=card.rect.x + x, y=card.rect.y + y)
    return Card(card.id, card.kind, rect, card.lines, card.tone, card.about)


def _notes(document: Document, journey: str) -> dict[str, list[Note]]:
    """Step → the notes on it that say something, in their order."""
    steps = {step.id for step in document.referring(journey, "step")}
    held = [note for note in document.notes.values() if note.step in steps and note.text]
    return {step: [document.notes[id_] for id_ in ids] for step, ids in by_step(held).items()}


def _on_phase(document: Document, journey: Journey, stretch: Stretch) -> list[Note]:
    """The notes that hang on a phase of the journey and on no step."""
    held = document.referring(stretch.phase.id, "note")
    found = [note for note in held if note.journey == journey.id and note.text]
    return sorted(found, key=lambda note: (note.order, note.id))
