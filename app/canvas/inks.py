"""Pens, brushes and colours made once from the palette's role names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainterPath, QPen

from app.canvas.scale import PX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.canvas.photos import Photos
    from journeys.layout.drawing import Dash

Strokes = tuple[tuple[QPen, QBrush, QPainterPath], ...]
"""Pen, brush and path of each shape of a symbol, bottom to top."""
HATCH_MM: Final = 3.2
"""From one diagonal stripe to the next."""
_DASHES: Final[dict[str, list[float]]] = {"dashed": [3.5, 2.5], "dotted": [1.0, 1.8]}
_UNKNOWN: Final = "#ff00ff"
"""Magenta: a role that the palette lacks must be seen, not guessed."""


class Inks:
    """What to draw with, per palette; equal wishes get the same object, so a painter can skip the change."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        self.palette = palette
        self._pens: dict[tuple[str | None, float, str, bool], QPen] = {}
        self._brushes: dict[tuple[str | None, str | None], QBrush] = {}
        self._colours: dict[str, QColor] = {}
        self.symbols: dict[tuple[str, float, str], Strokes] = {}
        self.photos: Photos | None = None
        """Where pictures come from; without it they are left out."""

    def colour(self, role: str) -> QColor:
        """The colour of a role name; literal colours ("#…") are taken as they are."""
        if role not in self._colours:
            name = role if role.startswith("#") else self.palette.get(role, _UNKNOWN)
            self._colours[role] = QColor(name)
        return self._colours[role]

    def pen(self, role: str | None, width: float = 0.0, dash: Dash = "solid", *, hair: bool = False) -> QPen:
        """A pen `width` mm wide, or with `hair` one pixel at any zoom; no line without a role."""
        key = (role, width, dash, hair)
        if key not in self._pens:
            self._pens[key] = self._new_pen(*key)
        return self._pens[key]

    def _new_pen(self, role: str | None, width: float, dash: str, hair: bool) -> QPen:
        if role is None:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.colour(role), 1.0 if hair else width * PX)
        pen.setCosmetic(hair)
        if hair:
            return pen
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash in _DASHES:
            pen.setDashPattern(_DASHES[dash])
        return pen

    def brush(self, fill: str | None, hatch: str | None = None) -> QBrush:
        """A plain fill, or diagonal stripes of `hatch` over it."""
        key = (fill, hatch)
        if key not in self._brushes:
            self._brushes[key] = self._new_brush(fill, hatch)
        return self._brushes[key]

    def _new_brush(self, fill: str | None, hatch: str | None) -> QBrush:
        if hatch is not None:
            return self._stripes(fill, hatch)
        return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(self.colour(fill))

    def _stripes(self, fill: str | None, hatch: str) -> QBrush:
        """A repeating gradient with hard stops: stripes that scale with the zoom and never shimmer."""
        ground = self.colour(fill) if fill else QColor(Qt.GlobalColor.transparent)
        stripe = self.colour(hatch)
        reach = HATCH_MM * PX / 2
        gradient = QLinearGradient(QPointF(0, 0), QPointF(reach, reach))
        gradient.setSpread(QGradient.Spread.RepeatSpread)
        for at, colour in ((0.0, stripe), (0.46, stripe), (0.54, ground), (0.96, ground), (1.0, stripe)):
            gradient.setColorAt(at, colour)
        return QBrush(gradient)
