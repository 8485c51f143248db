"""The views of one study that can stand in the middle of the window; each is made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtCore import SignalInstance

    from journeys.edits.edit import Edit


class View(Protocol):
    """What every view can, besides being a widget. It keeps no state that the study has."""

    selection_changed: SignalInstance
    """Other things are selected, by the user."""

    def display(self) -> None:
        """Show the study as it is now."""

    def edited(self, edit: Edit) -> None:
        """The study has changed: show what changed; selection and place stay."""

    def show_journey(self, journey: str | None) -> None:
        """Another journey is the one that is worked on."""

    def select(self, ids: Iterable[str]) -> None:
        """Select these; what is not shown is left out. Emits nothing."""

    def selected(self) -> tuple[str, ...]:
        """The ids of what is selected."""

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""


class Zooming(Protocol):
    """What a view can that is drawn at a zoom; 1.0 is 100 %."""

    @property
    def zoom(self) -> float: ...

    @property
    def fitted(self) -> bool: ...

    def zoom_to(self, factor: float) -> None: ...

    def zoom_in(self) -> None: ...

    def zoom_out(self) -> None: ...

    def zoom_to_fit(self) -> None: ...


class Views(QStackedWidget):
    """One view is shown; those that are hidden catch up when they are shown again."""

    switched = Signal(str)  #: the view with this code is shown now

    def __init__(self, first: str, shown: QWidget, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        super().__init__()
        self.code = first
        self._made: dict[str, QWidget] = {first: shown}
        self._makers = makers
        self.addWidget(shown)

    def show_view(self, code: str) -> None:
        """Bring this view to the front, as the study is now."""
        if code not in self._made:
            self._made[code] = self._makers[code]()
            self.addWidget(self._made[code])
        self.code = code
        self.setCurrentWidget(self._made[code])
        self.switched.emit(code)

    @property
    def shown(self) -> View:
        """The view that is shown."""
        return cast("View", self.widget_shown)

    @property
    def widget_shown(self) -> QWidget:
        """The same, as a widget."""
        return self._made[self.code]

    @property
    def zooms(self) -> bool:
        """Whether the shown view is drawn at a zoom: the table is not."""
        return self._drawn() is not None

    @property
    def zooming(self) -> Zooming:
        """What can be zoomed now: in the shown view, else the first view."""
        return cast("Zooming", self._drawn() or self.widget(0))

    def _drawn(self) -> QWidget | None:
        """What is drawn in the shown view: the first view itself, or a part of another."""
        shown = self.widget_shown
        found: QWidget | None = shown if shown is self.widget(0) else getattr(shown, "drawn", None)
        return found

    def flush(self) -> None:
        """Commit what was typed in any of them."""
        for view in self._made.values():
            cast("View", view).flush()
