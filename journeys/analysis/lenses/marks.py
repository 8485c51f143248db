"""What a lens says of each step on the map: a short sign and a colour."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.scene import Scene


@dataclass(frozen=True, slots=True)
class Mark:
    """`code`: what it says, for legend and screen reader (`phrases.lenses.<lens>.MARKS`). `ink`: a role of the palette,
    "lens.0" … "lens.6" for kinds, "lens.good", "lens.bad" and "lens.neutral" for judgements.
    """

    code: str
    ink: str


Marks = dict[str, tuple[Mark, ...]]
"""Step id → its marks, the most important first; a step without one is not in it and is shown pale."""


def marks(scene: Scene, lens: str, journey: str) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of one journey's steps; empty for a lens that marks none."""
    module = import_module(f"journeys.analysis.lenses.{lens}")
    found: Mapping[str, tuple[Mark, ...]] = module.marks(scene, journey)
    return found
