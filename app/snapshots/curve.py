"""Where the line of feelings runs through the columns of the phases, also with thousands of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF

    from journeys.analysis.compare import Beat

NEAR: Final = 3.0
"""Pixels within which steps are one point: a curve of thousands is slow to paint."""


def points(beats: Sequence[Beat], columns: Mapping[str, QRectF], area: QRectF) -> list[QPointF]:
    """The places of judged steps, in columns by phase; the height of the area is −2 to +2."""
    found: dict[int, list[tuple[float, int]]] = {}
    for beat in beats:
        column = columns.get(beat.phase)
        if column is not None:
            x = column.left() + beat.part * column.width()
            found.setdefault(int(x / NEAR), []).append((x, beat.emotion))
    return [_mean(near, area) for _, near in sorted(found.items())]


def _mean(near: Sequence[tuple[float, int]], area: QRectF) -> QPointF:
    x, emotion = (sum(values) / len(near) for values in zip(*near, strict=True))
    return QPointF(x, area.center().y() - emotion / 4 * area.height())
