"""How the network is to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeys.layout.spec import CANVAS_PT

Count = Literal["personas", "steps"]


@dataclass(frozen=True, slots=True)
class NetSpec:
    """`aspect`: the width in parts of the height that the picture should about have. `lines`: of a name at most, which
    then ends in "…"; None = never cut. `count`: what circles and lines are as large as.
    """

    base_pt: float = CANVAS_PT
    aspect: float = 1.5
    lines: int | None = 3
    count: Count = "personas"
