"""Remembers what was made of which inputs, so that laying out an edited journey makes anew only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from journeys.layout.drawing import Layer, Rect
from journeys.layout.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class StoppedError(Exception):
    """Nobody waits for this layout any more."""


def never() -> bool:
    """A layout that goes on to its end."""
    return False


class Memory:
    """Values and layers by name. One is used again only when its inputs are equal to those it was made of."""

    def __init__(self, base_pt: float, stopped: Callable[[], bool] = never) -> None:
        """`stopped` is asked between the parts of a layout, which may be made in a worker; StoppedError ends it."""
        self._base_pt = base_pt
        self._stopped = stopped
        self._em = Pen(base_pt).em
        self._values: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._layers: dict[str, tuple[tuple[Any, ...], Layer, Rect]] = {}
        self._used: set[Hashable] = set()

    def resize(self, base_pt: float) -> None:
        """Go on in another type size: what is in ems is kept, what was drawn in mm is not."""
        if base_pt != self._base_pt:
            self._base_pt, self._em = base_pt, Pen(base_pt).em
            self._layers = {}

    def kept(self, name: Hashable, inputs: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The value under this name, made anew when the inputs differ from last time."""
        if self._stopped():
            raise StoppedError
        self._used.add(name)
        known = self._values.get(name)
        if known is not None and known[0] == inputs:
            return known[1]  # type: ignore[no-any-return]  # it came from `make` under this name
        made = make()
        self._values[name] = (inputs, made)
        return made

    def layer(
        self, name: str, inputs: tuple[Any, ...], draw: Callable[[Pen], None], at: tuple[float, float], lane: str,
        phase: str | None = None, order: int = 0,
    ) -> Layer:  # fmt: skip
        """The layer under this name at this place in ems; drawn anew only when the inputs differ."""
        self._used.add(name)
        origin = (at[0] * self._em, at[1] * self._em)
        known = self._layers.get(name)
        if known is None or known[0] != inputs:
            pen = Pen(self._base_pt)
            draw(pen)
            rect, elements, targets = pen.bounds(), pen.elements, tuple(pen.targets)
        else:
            old = known[1]
            if old.origin == origin and old.order == order:
                return old
            rect, elements, targets = known[2], old.elements, old.targets
        placed = Rect(rect.x + origin[0], rect.y + origin[1], rect.w, rect.h)
        made = Layer(name, placed, elements, origin, targets, lane, phase, order)
        self._layers[name] = (inputs, made, rect)
        return made

    def forget(self) -> None:
        """Drop what was not asked for since the last time, when it is much."""
        if len(self._values) + len(self._layers) > 2 * len(self._used) + 200:
            self._values = {name: value for name, value in self._values.items() if name in self._used}
            self._layers = {name: layer for name, layer in self._layers.items() if name in self._used}
        self._used = set()
