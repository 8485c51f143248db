"""The heartbeat on a slide: a thick curve with large faces, as far as it was lived so far."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import heartbeat
from journeys.layout.heartbeat import Beat
from journeys.layout.slides import emblems
from journeys.model.document import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Step

THICK: Final = 0.34
FAINT: Final = 0.2
DOT: Final = 0.9
NEAR: Final = 0.3
"""Of two dots at one height that are nearer than this, one is enough to see."""


class Felt(NamedTuple):
    """A judged step and where it stands from left to right."""

    step: Step
    x: float


def run(felt: Sequence[Felt], area: Rect, face: float, before: int | None = None, after: int | None = None) -> tuple[
    list[Beat], float
]:  # fmt: skip
    """The beats from the middle line of the area, and where that is.

    `before` and `after`: what was felt just outside, from where the curve comes and where it goes.
    """
    level = max((area.h - face) / 4, 0.1)
    points = [Beat(step, x, -level * (step.emotion or 0)) for step, x in felt]
    edges = []
    if points:
        if before is not None and points[0].x > area.x + 0.2:
            edges.append(points[0]._replace(x=area.x, y=(points[0].y - level * before) / 2))
        edges += points
        if after is not None and points[-1].x < area.x + area.w - 0.2:
            edges.append(points[-1]._replace(x=area.x + area.w, y=(points[-1].y - level * after) / 2))
    return list(heartbeat.sloped(edges, None, None)), area.y + area.h / 2


def curve(pen: Pen, found: Sequence[Beat], middle: float, ink: str = "heartbeat", width: float = THICK) -> None:
    """The line through these beats, as many as can be told apart."""
    found = _told_apart(found)
    if len(found) > 1:
        points = tuple((x, y + middle) for x, y in heartbeat.curve(found))
        pen.line(points, ink, width, curved=True, role="figure")


def _told_apart(found: Sequence[Beat]) -> Sequence[Beat]:
    """In each two widths of the line only the highest and the lowest: with a thousand steps no more can be seen."""
    if len(found) * THICK < found[-1].x - found[0].x if found else True:
        return found
    kept: list[Beat] = []
    for _, group in groupby(found, lambda beat: beat.x // (2 * THICK)):
        held = tuple(group)
        ends = (min(held, key=_height), max(held, key=_height)) if len(held) > 2 else held
        kept += sorted(dict.fromkeys(ends), key=lambda beat: beat.x)
    return found if len(kept) == len(found) else heartbeat.sloped(kept, None, None)


def _height(beat: Beat) -> float:
    return beat.y


def seen_apart(found: Sequence[Beat]) -> list[Beat]:
    """Without those that would lie over another one at the same height."""
    last: dict[float, float] = {}
    kept = []
    for beat in found:
        if beat.x - last.get(beat.y, -NEAR) >= NEAR:
            kept.append(beat)
            last[beat.y] = beat.x
    return kept


def axis(pen: Pen, area: Rect) -> None:
    """Neither pleasant nor unpleasant."""
    middle = area.y + area.h / 2
    pen.line(((area.x, middle), (area.x + area.w, middle)), "heartbeat.axis", 0.09)


def faces(
    pen: Pen, ground: Ground, found: Sequence[Beat], middle: float, face: float, shown: set[str] | None = None
) -> None:  # fmt: skip
    """A face on each of the beats, or where it is too crowded a dot."""
    sizes = _sizes(found, face, shown)
    for beat in found:
        step, size = beat.step, sizes.get(beat.step.id)
        if size is None:
            continue
        pen.about = step.id
        x, y = beat.x - size / 2, beat.y + middle - size / 2
        if size == face:
            emblems.face(pen, ground, step.emotion or 0, x, y, size, step.title.rstrip("."))
        else:
            pen.mark("dot", x, y, size, "heartbeat")
        pen.target(x, y, size, size, "step", step.id, "face", place_of(step))
        pen.about = None


def _sizes(found: Sequence[Beat], face: float, shown: set[str] | None) -> dict[str, float]:
    """Step → how large its face or its dot is, where it has one."""
    if shown is None:
        return {beat.step.id: face for beat in found}
    sizes = {beat.step.id: DOT for beat in seen_apart([beat for beat in found if beat.step.id not in shown])}
    return sizes | dict.fromkeys(shown, face)


def spaced(found: Sequence[Beat], least: float, wanted: Sequence[str]) -> set[str]:
    """Which beats get a face where not all have room: those wanted first, none closer than this to another."""
    by_id = {beat.step.id: beat for beat in found}
    order = [by_id[step] for step in wanted if step in by_id] + list(found)
    kept: dict[int, list[Beat]] = {}  # by the share of the width in which they lie: only neighbours can be too near
    for beat in order:
        share = int(beat.x // least)
        near = [other for one in (share - 1, share, share + 1) for other in kept.get(one, ())]
        if all(abs(beat.x - other.x) >= least or abs(beat.y - other.y) >= least for other in near):
            kept.setdefault(share, []).append(beat)
    return {beat.step.id for some in kept.values() for beat in some}
