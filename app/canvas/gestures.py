"""What the pointer is busy with: one of these states at a time, each with what it needs and nothing more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF

if TYPE_CHECKING:
    from app.canvas.lifted import Lifted
    from journeys.layout.drawing import Target


@dataclass(slots=True)
class Idle:
    """Nothing is pressed."""


@dataclass(slots=True)
class Press:
    """The left button is down and has not yet moved far enough to mean anything; `start` in the viewport."""

    start: QPointF
    target: Target | None
    was_selected: bool = False
    base: tuple[str, ...] = ()
    """What stays selected under a rubber band."""


@dataclass(slots=True)
class Pan:
    """The map goes with the pointer."""

    last: QPoint


@dataclass(slots=True)
class Band:
    """A rubber band, in scene pixels."""

    start: QPointF
    area: QRectF
    base: tuple[str, ...] = ()


@dataclass(slots=True)
class Drag:
    """Cards have been lifted; `drop` is the card or cell they would be put at."""

    ids: tuple[str, ...]
    lifted: Lifted
    grip: QPointF
    drop: Target | None = None


@dataclass(slots=True)
class Connect:
    """A connection is being drawn from a step; `over` is the step it would lead to, else an empty cell."""

    source: str
    start: QPointF
    end: QPointF
    over: Target | None = None


@dataclass(slots=True)
class Face:
    """A face on the heartbeat is being moved; `emotion` is what it would become."""

    step: str
    start: QPointF
    before: int
    emotion: int
    end: QPointF = field(default_factory=QPointF)


@dataclass(slots=True)
class Border:
    """A phase's border is being moved; `day` is where the phase would begin."""

    phase: str
    day: int
    before: int
    x: float = 0.0


State = Idle | Press | Pan | Band | Drag | Connect | Face | Border
