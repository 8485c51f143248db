"""What a room sees: a journey as slides, laid out like every other picture."""

from __future__ import annotations

from journeys.layout.slides.slide import Show, Slide, Stage

__all__ = ["Show", "Slide", "Stage"]
