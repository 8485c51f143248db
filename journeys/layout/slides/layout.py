"""Lays out one slide for one stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Box, Drawing, Layer, Rect
from journeys.layout.slides import ending, gaps, opening, phase, step, whole
from journeys.layout.slides.ground import Ground, ground_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journeys.analysis.lenses.marks import Mark
    from journeys.analysis.scene import Scene
    from journeys.i18n import Words
    from journeys.layout.slides.slide import Show, Slide, SlideKind, Stage
    from journeys.model.document import Document

PAPER: Final = "canvas"
"""The role of the ground of every slide."""
_KINDS: Final[dict[SlideKind, Callable[[Ground], list[Layer]]]] = {
    "title": opening.layers,
    "whole": whole.layers,
    "phase": phase.layers,
    "gaps": gaps.layers,
    "step": step.layers,
    "end": ending.layers,
}


def slide_layout(
    document: Document, slide: Slide, stage: Stage, say: Words, *, show: Show | None = None,
    shown: int | None = None, marks: Mapping[str, tuple[Mark, ...]] | None = None, seen: Scene | None = None,
) -> Drawing:  # fmt: skip
    """`show` says scope, lens and axis, None: the study's own scope, no lens. `shown`: how many are revealed, None all.

    `marks`: what the lens of the show says of each step, when that was worked out before. `seen`: what `seen_by`
    gathered for the show, when it has more slides.
    """
    ground = ground_of(document, slide, stage, say, show, shown, marks, seen)
    whole_stage = Rect(0.0, 0.0, stage.width, stage.height)
    paper = Layer("paper", whole_stage, (Box(whole_stage, PAPER),), lane="paper")
    return Drawing(stage.width, stage.height, (paper, *_KINDS[slide.kind](ground)), slide.journey, ground.pt)
