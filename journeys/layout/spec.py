"""What to lay out and how: the choices of a map, and what all its parts need to know of the study."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from journeys.analysis.presence import Scope
    from journeys.i18n import Language, Words
    from journeys.model.entities import Channel, Party

MM_PER_PT: Final = 25.4 / 72
CANVAS_PT: Final = 10.0
"""The base type size of the canvas: 13 px at 100 %."""


@dataclass(frozen=True, slots=True)
class MapSpec:
    """One journey's map. Lengths of layout are ems of the base type size, so paper is a choice of two numbers.

    `lanes`: ids of the lanes to show, None = the document's own choice and order. `column` is the width of a
    card in ems; `numbers` are the flags' numbers by phase; `hints` adds what only a screen needs (empty cells to
    click, invitations); `body_lines` limits the text on a card, which then ends in "…" (None = never cut).
    """

    journey: str
    scope: str | None = None
    axis: Literal["equal", "true"] = "equal"
    lanes: tuple[str, ...] | None = None
    base_pt: float = CANVAS_PT
    column: float = 10.6
    titles: float = 8.2
    heads: float = 1.0
    """How much larger the names of phases, levels and lanes are: beside small cards one finds one's way by them."""
    stretch: float = 0.0
    """Ems of height to share among the lanes, to fill a sheet."""
    widen: float = 0.0
    """Ems of width to share among the phases, to fill a sheet."""
    numbers: tuple[tuple[str, int], ...] = ()
    window: tuple[int, int] | None = None
    """Only these columns, from the first up to the second; None is all: a map may stand in bands under each other."""
    hints: bool = True
    body_lines: int | None = 6
    most_pt: float = inf
    """The largest type that it may have on paper: sheets that belong together have the same."""
    lens: str = ""
    """By what one lens says of each step the cards are coloured; its marks are handed over with the journey."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What the parts of one map share; compared by identity, so that caches can tell whether it is the same."""

    spec: MapSpec
    say: Words
    parties: Mapping[str, Party] = field(repr=False)
    channels: Mapping[str, Channel] = field(repr=False)
    scope: Scope
    own: str
    """The organisation's colour: the prefix of roles, such as "party.0"."""
    language: Language
    """The study's: its words are hyphenated in the language they were written in, ours in that of `say`."""
    zero: dt.date | None = None
    """The date of day 0, when it is known: periods are said in dates then."""
    processes: frozenset[str] = frozenset()
    """The steps that have a process behind them."""

    @property
    def em(self) -> float:
        """One em in millimetres."""
        return self.spec.base_pt * MM_PER_PT

    def colour(self, party: str | None) -> str:
        """The colour role of a party's dot."""
        found = self.parties.get(party or "")
        return f"party.{found.colour}" if found else "muted"
