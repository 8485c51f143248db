"""A journey in a few strokes: how wide its phases are, who is there, and how it felt; no word of what is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.presence import Level
    from journeys.analysis.spots import Spot
    from journeys.model.document import Document

MOST_PHASES: Final = 24
MOST_BEATS: Final = 48
WIDEST: Final = 4
"""Columns that a phase counts for at most, so that one long phase does not hide the others."""
_LETTERS: Final[dict[Level, str]] = {
    "direct": "d", "commissioned": "c", "via_partner": "v", "backstage": "b", "deliberate": "l", "unmapped": "u",
    "absent": "a",
}  # fmt: skip
_LEVELS: Final = {letter: level for level, letter in _LETTERS.items()}
_PHASE: Final = re.compile(r"([1-9])([a-z])")
_BEAT: Final = re.compile(r"(\d{1,4}):(-?[012])")


@dataclass(frozen=True, slots=True)
class Gist:
    """Phases with their width and presence; beats with their place in thousandths of the whole and −2 … +2."""

    phases: tuple[tuple[int, Level], ...]
    beats: tuple[tuple[int, int], ...] = ()


# What is only read back, for the first page that anybody sees, must not wait for the rest of the analysis: the
# imports of these two stand inside them.


def gist(document: Document, journey: str | None = None) -> Gist:
    """Of this journey, else of the first one; of a study without any the phases alone."""
    from journeys.analysis.spots import counted_journeys
    from journeys.model.time import phases_in_order

    known = document.journeys.get(journey or "")
    if known is None or known.parent_step is not None:
        known = next(iter(counted_journeys(document)), None)
    if known is None:
        return Gist(tuple((1, "unmapped") for _ in phases_in_order(document)[:MOST_PHASES]))
    return gist_of(document, known.id)


def gist_of(document: Document, journey: str) -> Gist:
    """Of this very journey; a process behind a step has no presence to show."""
    from journeys.analysis.compare import beats
    from journeys.analysis.presence import levels
    from journeys.analysis.spots import spots_of
    from journeys.model.time import phases_in_order

    phases = [phase.id for phase in phases_in_order(document)][:MOST_PHASES]
    spots, present = spots_of(document, journey), levels(document, journey)
    widths = [_width(spots, phase) for phase in phases]
    starts = {phase: sum(widths[:place]) for place, phase in enumerate(phases)}
    whole = sum(widths) or 1
    found = [
        (round(1000 * (starts[beat.phase] + beat.part * widths[phases.index(beat.phase)]) / whole), beat.emotion)
        for beat in beats(spots, phases)
    ]
    return Gist(
        tuple((width, present.get(phase, "unmapped")) for width, phase in zip(widths, phases, strict=True)),
        tuple(found[:: -(-len(found) // MOST_BEATS) or 1]),
    )


def _width(spots: Mapping[str, Spot], phase: str) -> int:
    columns = {step.column for step in spots[phase].front} if phase in spots else set()
    return min(WIDEST, max(1, len(columns)))


def written(one: Gist) -> str:
    """As a short text: "2a 1d|125:2 500:-1"."""
    phases = " ".join(f"{width}{_LETTERS[level]}" for width, level in one.phases)
    return f"{phases}|{' '.join(f'{at}:{emotion}' for at, emotion in one.beats)}"


def read(text: str) -> Gist | None:
    """What `written` wrote; None of anything else."""
    phases, _, feelings = text.partition("|")
    widths = [_PHASE.fullmatch(word) for word in phases.split()]
    places = [_BEAT.fullmatch(word) for word in feelings.split()]
    if not widths or len(widths) > MOST_PHASES or len(places) > MOST_BEATS:
        return None
    if not all(found is not None and found[2] in _LEVELS for found in widths) or not all(places):
        return None
    return Gist(
        tuple((int(found[1]), _LEVELS[found[2]]) for found in widths if found is not None),
        tuple((min(1000, int(found[1])), int(found[2])) for found in places if found is not None),
    )
