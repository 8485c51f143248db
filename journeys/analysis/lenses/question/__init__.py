"""The lens of question and network (Aalders): what people want solved, and who solves it with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.lenses.question import answers, asked, carried, signs, tied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene


def findings(scene: Scene) -> Iterator[Finding]:
    """About the questions themselves, about who answers them, and about the parties around."""
    for part in (asked, answers, carried, tied):
        yield from part.findings(scene)


def marks(scene: Scene, journey: str) -> Marks:
    """Per step a question that stays open, then whom the person meets."""
    return signs.marks(scene, journey)
