"""The lens of roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene


def findings(scene: Scene) -> Iterator[Finding]:
    """Nothing yet."""
    yield from ()


def marks(scene: Scene, journey: str) -> Marks:
    """None yet."""
    return {}
