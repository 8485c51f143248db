"""All phases in one strip with their presence on top: where on the journey this slide is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout import text
from journeys.layout.levels import LevelLook, level_look
from journeys.model.time import side
from journeys.phrases.terms import level_word

if TYPE_CHECKING:
    from collections.abc import Collection

    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Phase

HIGH: Final = 2.2
POINTER: Final = 0.9
APART: Final = 0.22
MARK: Final = 1.05
LEAST: Final = 4.0
"""Ems for a name that is cut: with less, too few letters are left to know it by."""
HIDDEN: Final = LevelLook("question-mark", "pill.fill", "pill.text", "pill.stroke")
PLAIN: Final = LevelLook("dot", "phase.fill", "phase.text")


def draw(
    pen: Pen, ground: Ground, area: Rect, current: str = "", hidden: Collection[str] = ()
) -> None:  # fmt: skip
    """In this area (ems); a pointer under the current phase. What is hidden keeps its presence to itself."""
    phases = ground.phases
    if not phases:
        return
    step = (area.w + APART) / len(phases)
    for index, phase in enumerate(phases):
        _segment(
            pen, ground, phase, area._replace(x=area.x + index * step, w=max(step - APART, 0.1)), phase.id in hidden
        )
        if phase.id == current:
            _pointer(pen, area._replace(x=area.x + index * step, w=max(step - APART, 0.1)))


def look_of(ground: Ground, phase: str, *, hidden: bool = False) -> LevelLook:
    """How a phase looks: by its presence, where that is known and told."""
    level = ground.levels.get(phase)
    if hidden:
        return HIDDEN
    return level_look(level, ground.look.own) if level else PLAIN


def _segment(pen: Pen, ground: Ground, phase: Phase, area: Rect, hidden: bool) -> None:  # noqa: FBT001 - whether it is told decides all
    look = look_of(ground, phase.id, hidden=hidden)
    pen.about = phase.id
    pen.box(*area, fill=look.fill, hatch=look.hatch, stroke=look.stroke, width=0.09, dash=look.dash, radius=0.35)
    level = ground.levels.get(phase.id)
    told = level_word(level, ground.say) if level and not hidden else ""
    alt = f"{phase.name}: {told}" if told else phase.name
    _words(pen, ground, phase, look, area, alt)
    pen.target(*area, "phase", phase.id, "presence")
    pen.about = None


def _words(pen: Pen, ground: Ground, phase: Phase, look: LevelLook, area: Rect, alt: str) -> None:
    """The symbol with the name on one line, the end left out where it does not fit; without room the symbol alone."""
    room = area.w - 1.0 - MARK - 0.35
    found = text.broken(phase.name, "semibold", max(room, 1.0), ground.language, 1).lines
    named = (room >= LEAST or found == (phase.name,)) and text.widest(found, "semibold") <= room
    wide = MARK + (0.35 + text.widest(found, "semibold") if named else 0.0)
    x, mark = area.x + (area.w - wide) / 2, min(MARK, area.w)
    if look.hatch:
        pen.box(max(x - 0.25, area.x), area.y + 0.3, min(wide + 0.5, area.w), area.h - 0.6, fill=look.fill, radius=0.3)
    x = max(x, area.x)
    pen.mark(look.mark, x, area.y + (area.h - mark) / 2, mark, look.words, alt, "figure")
    if named:
        pen.text(found, x + MARK + 0.35, area.y + (area.h - 1.24) / 2, font="semibold", colour=look.words,
                 role="artifact")  # fmt: skip


def _pointer(pen: Pen, area: Rect) -> None:
    """A frame around the segment, pointing down at what the slide tells of it."""
    x, y, w, h = area
    pen.box(x - 0.14, y - 0.14, w + 0.28, h + 0.28, stroke="text", width=0.24, radius=0.45)
    pen.mark("down", x + (w - POINTER) / 2, y + h + 0.1, POINTER, "text")


def is_desk(ground: Ground, phase: Phase) -> bool:
    """Whether day 0 lies in this phase."""
    return side(ground.seen.periods[phase.id]) == "at"
