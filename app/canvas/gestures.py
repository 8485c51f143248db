"""What the pointer is busy with: one of these states at a time, each with what it needs and nothing more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QPointF, QRectF

if TYPE_CHECKING:
    from app.canvas.drops import Drop
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
    link: str | None = None
    was_selected: bool = False
    base: tuple[str, ...] = ()
    """What stays selected under a rubber band."""
    toggles: str | None = None
    """What is added to the selection or taken out of it when this turns out to be a click."""


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
    """Cards or notes have been lifted; `drop` is where they would come to land, as copies or themselves."""

    ids: tuple[str, ...]
    kind: Literal["step", "note"]
    lifted: Lifted
    grip: QPointF
    home: QRectF
    drop: Drop | None = None
    copies: bool = False


@dataclass(slots=True)
class Connect:
    """A connection is being drawn from a step; `over` is the step it would lead to, else an empty cell."""

    source: str
    start: QPointF
    end: QPointF
    over: Target | None = None
    moved: bool = False


@dataclass(slots=True)
class Reroute:
    """One end of a connection is being taken to another step; `fixed` is where the other end stays."""

    link: str
    which: Literal["source", "target"]
    fixed: QPointF
    end: QPointF
    over: Target | None = None


@dataclass(slots=True)
class Face:
    """A face on the heartbeat is being moved; `emotion` is what it would become."""

    step: str
    start: QPointF
    before: int | None
    emotion: int
    end: QPointF = field(default_factory=QPointF)


@dataclass(slots=True)
class Border:
    """A phase's border is being moved; `day` is where the phase would begin, `limit` whether it can go no further."""

    phase: str
    day: int
    before: int
    x: float = 0.0
    limit: bool = False


@dataclass(slots=True)
class Erase:
    """The pen's other end goes over what will be deleted."""

    ids: tuple[str, ...] = ()


State = Idle | Press | Pan | Band | Drag | Connect | Reroute | Face | Border | Erase
