"""C4: a frame of dragging one card, and a hundred, against painting the whole viewport."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.canvas import scale
from app.canvas.gestures import Drag
from tests.benchmarks.harness import Row
from tests.benchmarks.maps import application, opened, repaint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.canvas.view import MapView
    from tests.benchmarks.harness import Harness

STEPS = 1_000


def measure(harness: Harness) -> Iterator[Row]:
    for count, zoom, goal, what in ((1, 1.0, 0.4, "one card, 100 %"), (100, 0.2, 1.5, "100 cards")):
        view = opened(harness.steps(STEPS))
        view.zoom_to(zoom)
        view.select(list(view.document.steps)[:count])
        frame = dragging(view)
        yield harness.row("C4", f"drag frame, {what}, against a repaint", goal, ours=frame, raw=repaint(view))


def dragging(view: MapView) -> Callable[[], None]:
    """One move of the pointer with lifted cards, painted."""
    card = view.hits.main(view.selected()[0])
    assert card is not None
    view.centerOn(scale.rect(card.rect).center())
    start = view.mapFromScene(scale.rect(card.rect).center())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, start)
    view.select(view.selected() or (card.id,))
    offsets = cycle([QPoint(40 + 9 * n, 20 + 4 * n) for n in (0, 1, 2, 3, 2, 1)])

    def frame() -> None:
        QTest.mouseMove(view.viewport(), start + next(offsets))
        application().processEvents()

    frame()
    assert isinstance(view.gesture, Drag), view.gesture
    return frame
