"""One thing that preflight has to say of a poster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Weight = Literal["lost", "poor", "known"]
"""Something is not on the paper, or is there but not good; or it is only good to know."""


@dataclass(frozen=True, slots=True)
class Item:
    """A code with numbers, the ids it is about (to jump to), and the journey whose sheet it is on."""

    code: str
    weight: Weight
    journey: str = ""
    subjects: tuple[str, ...] = ()
    values: Mapping[str, str | int | float] = field(default_factory=dict)
