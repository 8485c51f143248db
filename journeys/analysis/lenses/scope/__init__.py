"""The lens of scope (Brandt & Peirs; Brouwer): who is inside and outside, who is served, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.lenses.scope import cooperation, customers, delivery, partners, signs, tension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene


def findings(scene: Scene) -> Iterator[Finding]:
    """Everything that follows from whom the study is seen from."""
    for part in (partners, cooperation, tension, customers, delivery):
        yield from part.findings(scene)


def marks(scene: Scene, journey: str) -> Marks:
    """Per step whom the person meets, seen from the scope, and where they are handed over."""
    return signs.marks(scene, journey)
