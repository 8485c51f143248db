"""Where the curve of feelings turns: its beginning and end, its tops and dips, and the deepest fall."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys.analysis.compare import beats
from journeys.analysis.spots import spots_of
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from journeys.analysis.compare import Beat
    from journeys.model.document import Document


@dataclass(frozen=True, slots=True)
class Curve:
    """The judged steps where the feeling turns, in their order: the first and the last always among them."""

    turns: tuple[Beat, ...]

    @property
    def highest(self) -> Beat:
        """The first of the highest."""
        return max(self.turns, key=lambda beat: beat.emotion)

    @property
    def lowest(self) -> Beat:
        """The first of the lowest."""
        return min(self.turns, key=lambda beat: beat.emotion)

    @property
    def fall(self) -> tuple[Beat, Beat] | None:
        """From which top to which dip the feeling falls most, the first of such; None where it never falls."""
        most = max(pairwise(self.turns), key=lambda pair: pair[0].emotion - pair[1].emotion, default=None)
        return most if most is not None and most[0].emotion > most[1].emotion else None


def curve(document: Document, journey: str, phases: Collection[str] | None = None) -> Curve:
    """The curve of one journey, or of these phases of it; empty where no step is judged."""
    order = [phase.id for phase in phases_in_order(document) if phases is None or phase.id in phases]
    return Curve(tuple(_turns(list(beats(spots_of(document, journey), order)))))


def _turns(found: Sequence[Beat]) -> list[Beat]:
    """Without the steps on the way up or down, and without those that stay at the same height.

    Where it stays level, the turn is at the first step; only a curve that is level to its end keeps its end too.
    """
    kept: list[Beat] = []
    for beat in found:
        if kept and beat.emotion == kept[-1].emotion:
            continue
        if len(kept) > 1 and (kept[-2].emotion < kept[-1].emotion) == (kept[-1].emotion < beat.emotion):
            kept.pop()
        kept.append(beat)
    if len(kept) == 1 and len(found) > 1:
        kept.append(found[-1])
    return kept
