"""What a room sees: a journey as slides, laid out like every other picture."""

from __future__ import annotations

from journeys.layout.slides.layout import slide_layout
from journeys.layout.slides.programme import begins_at, programme, seen_by
from journeys.layout.slides.slide import Show, Slide, Stage
from journeys.phrases.prompts import notes
from journeys.phrases.slides import title_of

__all__ = ["Show", "Slide", "Stage", "begins_at", "notes", "programme", "seen_by", "slide_layout", "title_of"]
