"""The lens of question and network (Aalders): what people want solved, and who solves it with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.lenses.question.answers import answers
from journeys.analysis.lenses.question.asked import asked
from journeys.analysis.lenses.question.carried import carried
from journeys.analysis.lenses.question.marked import marks
from journeys.analysis.lenses.question.tied import tied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.scene import Scene

__all__ = ["findings", "marks"]


def findings(scene: Scene) -> Iterator[Finding]:
    """About the questions themselves, about who answers them, and about the parties around."""
    yield from asked(scene)
    yield from answers(scene)
    yield from carried(scene)
    yield from tied(scene)
