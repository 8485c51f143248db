"""Personas side by side: how present the scope is and how it feels, phase by phase, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journeys.analysis.gaps import is_open_need
from journeys.analysis.presence import Level, deliberate_phases, levels_of, scope_of
from journeys.analysis.spots import EMPTY, Spot, counted_journeys, in_reading_order, spots
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from journeys.model.document import Document
    from journeys.model.entities import Journey, Persona, Step, Variant

RANKS: Final[dict[Level, int]] = {
    "direct": 4, "commissioned": 3, "via_partner": 2, "backstage": 1, "deliberate": 0, "absent": 0,
}  # fmt: skip
"""How far a level is from being absent; a phase that is not filled in yet has no rank."""
APART: Final = 2
"""From this difference on, two feelings in one phase are told as different."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A judged step on the heartbeat; `part` (0 … 1) is how far along its phase it stands."""

    step: str
    phase: str
    part: float
    emotion: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One phase of one journey. `words` is the quote at the lowest step, else any of the phase (a note's id)."""

    phase: str
    level: Level
    steps: int
    lowest: int | None
    mean: float | None
    needs: tuple[str, ...]
    words: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A persona's journey through all phases; without a journey of the variant there are no cells."""

    persona: str
    journey: str | None
    cells: tuple[Cell, ...] = ()
    beats: tuple[Beat, ...] = ()

    @property
    def gaps(self) -> int:
        """How many phases are absent."""
        return sum(cell.level == "absent" for cell in self.cells)

    @property
    def lowest(self) -> int | None:
        """The lowest feeling of the journey."""
        return min((cell.lowest for cell in self.cells if cell.lowest is not None), default=None)

    @property
    def mean(self) -> float | None:
        """The mean feeling over all judged steps."""
        return mean(beat.emotion for beat in self.beats)


@dataclass(frozen=True, slots=True)
class Difference:
    """A phase in which journeys differ: `presence` by level, `emotion` by lowest feeling.

    `groups`: (level or feeling, journeys), the most present or the lowest feeling first. `apart` are the journeys
    that stand out. `size` is 1 … 4: the difference in feeling, or in ranks of presence.
    """

    code: Literal["presence", "emotion"]
    phase: str
    size: int
    groups: tuple[tuple[Level | int, tuple[str, ...]], ...]
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonaComparison:
    """Rows in the order of the personas, phases in order of time, differences with the largest first."""

    scope: str | None
    variant: Variant
    phases: tuple[str, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]

    def of_phase(self, phase: str) -> tuple[Difference, ...]:
        """The differences in one phase."""
        return tuple(found for found in self.differences if found.phase == phase)


def personas(
    document: Document, scope: str | None = None, variant: Variant = "current", chosen: Collection[str] | None = None
) -> PersonaComparison:
    """All personas (or those chosen) with their journeys of one variant; `scope` as in `presence.scope_of`."""
    seen = scope_of(document, scope)
    held, deliberate = spots(document), deliberate_phases(document, seen)
    phases = tuple(phase.id for phase in phases_in_order(document))
    rows = []
    for persona, journey in _pairs(document, variant, chosen):
        if journey is None:
            rows.append(Row(persona.id, None))
            continue
        here = held.get(journey.id, {})
        levels = levels_of(document, journey.id, here, seen, deliberate)
        rows.append(_row(persona.id, journey.id, phases, here, levels))
    return PersonaComparison(seen.party, variant, phases, tuple(rows), tuple(_differences(phases, rows)))


def journeys(document: Document, wanted: Sequence[str], scope: str | None = None) -> PersonaComparison:
    """These very journeys, in this order and of whatever variant; processes behind a step are left out."""
    seen = scope_of(document, scope)
    held, deliberate = spots(document), deliberate_phases(document, seen)
    phases = tuple(phase.id for phase in phases_in_order(document))
    rows = []
    for journey in (document.journeys[id_] for id_ in wanted):
        if journey.parent_step is None:
            here = held.get(journey.id, {})
            levels = levels_of(document, journey.id, here, seen, deliberate)
            rows.append(_row(journey.persona, journey.id, phases, here, levels))
    variant: Variant = document.journeys[wanted[0]].variant if wanted else "current"
    return PersonaComparison(seen.party, variant, phases, tuple(rows), tuple(_differences(phases, rows)))


def beats(spots: Mapping[str, Spot], phases: Iterable[str]) -> Iterator[Beat]:
    """The judged front steps of a journey in order; steps of one column stand beside each other."""
    for phase in phases:
        steps = in_reading_order(spots.get(phase, EMPTY).front)
        for index, step in enumerate(steps):
            if step.emotion is not None:
                yield Beat(step.id, phase, (index + 0.5) / len(steps), step.emotion)


def mean(emotions: Iterable[int]) -> float | None:
    """The mean, or None without any."""
    found = list(emotions)
    return sum(found) / len(found) if found else None


def _pairs(
    document: Document, variant: Variant, chosen: Collection[str] | None
) -> Iterator[tuple[Persona, Journey | None]]:
    """Every persona with each journey of the variant; a persona without one is there all the same."""
    own: dict[str, list[Journey]] = {}
    for journey in counted_journeys(document):
        if journey.variant == variant:
            own.setdefault(journey.persona, []).append(journey)
    for persona in sorted(document.personas.values(), key=by_order):
        if chosen is None or persona.id in chosen:
            found: list[Journey] = own.get(persona.id, [])
            yield from ((persona, journey) for journey in found)
            if not found:
                yield persona, None


def _row(
    persona: str, journey: str, phases: tuple[str, ...], here: Mapping[str, Spot], levels: Mapping[str, Level]
) -> Row:
    cells = tuple(_cell(phase, here.get(phase, EMPTY), levels[phase]) for phase in phases)
    return Row(persona, journey, cells, tuple(beats(here, phases)))


def _cell(phase: str, spot: Spot, level: Level) -> Cell:
    emotions = [step.emotion for step in spot.front if step.emotion is not None]
    notes = sorted(spot.notes, key=by_order)
    needs = tuple(note.id for note in notes if is_open_need(note))
    return Cell(phase, level, len(spot.front), min(emotions, default=None), mean(emotions), needs, _words(spot))


def _words(spot: Spot) -> str | None:
    """What was said at the lowest step that has a quote; steps without a feeling and the phase itself come last."""
    feeling = {step.id: _feeling(step) for step in (*spot.front, *spot.back)}
    said = [note for note in spot.notes if note.kind == "quote" and note.text]
    worst = min(said, key=lambda note: (feeling.get(note.step or "", 3), note.order, note.id), default=None)
    return worst.id if worst else None


def _feeling(step: Step) -> int:
    return 3 if step.emotion is None else step.emotion


def _differences(phases: tuple[str, ...], rows: list[Row]) -> list[Difference]:
    found = []
    for index, phase in enumerate(phases):
        cells = [(row.journey, row.cells[index]) for row in rows if row.journey is not None]
        found += [one for one in (_in_presence(phase, cells), _in_emotion(phase, cells)) if one is not None]
    place = {phase: index for index, phase in enumerate(phases)}
    return sorted(found, key=lambda one: (-one.size, place[one.phase], one.code))


def _in_presence(phase: str, cells: list[tuple[str, Cell]]) -> Difference | None:
    by_level: dict[Level, list[str]] = {}
    for journey, cell in cells:
        if cell.level != "unmapped":
            by_level.setdefault(cell.level, []).append(journey)
    if len(by_level) < 2:
        return None
    order = list(RANKS)
    groups = tuple((level, tuple(by_level[level])) for level in sorted(by_level, key=order.index))
    apart = min(groups, key=lambda group: len(group[1]))[1]
    ranks = [RANKS[level] for level in by_level]
    return Difference("presence", phase, max(1, max(ranks) - min(ranks)), groups, apart)


def _in_emotion(phase: str, cells: list[tuple[str, Cell]]) -> Difference | None:
    by_feeling: dict[int, list[str]] = {}
    for journey, cell in cells:
        if cell.lowest is not None:
            by_feeling.setdefault(cell.lowest, []).append(journey)
    low, high = min(by_feeling, default=0), max(by_feeling, default=0)
    if high - low < APART:
        return None
    groups = tuple((feeling, tuple(by_feeling[feeling])) for feeling in sorted(by_feeling))
    lowest = groups[0][1]
    few = len(lowest) <= max(2, sum(len(journeys) for _, journeys in groups) // 2)
    return Difference("emotion", phase, high - low, groups, lowest if low < 0 and few else groups[-1][1])
