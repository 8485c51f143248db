"""Which saved view was chosen last in a window, and whether the screen still shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.saved_views import screen
from journeys.edits import views

if TYPE_CHECKING:
    from app.study_view import StudyView
    from journeys.model.entities import View

KEPT: Final = "saved_view"
"""The property of the history under which the choice outlives a change of language or look."""
LATER_MS: Final = 30


class Chosen(QObject):
    """Follows what is shown; knows no more of a view than its id."""

    changed = Signal()  #: another view is chosen, it is called otherwise, or the screen is no longer as it says

    def __init__(self, view: StudyView) -> None:
        super().__init__(view)
        self._view = view
        self.differs = False
        """Whether what is shown is no longer what the view says."""
        self._told: tuple[object, ...] = ()
        self._lanes = screen.usual_lanes(view.session.document)
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.follow)
        view.history.changed.connect(self._edited)
        for signal in (
            view.changed, view.zoomed, view.views.switched, view.map.horizontalScrollBar().valueChanged,
            view.map.verticalScrollBar().rangeChanged,
        ):  # fmt: skip
            signal.connect(self._wait)

    @property
    def saved(self) -> View | None:
        """The view that was chosen, as long as it is there."""
        return self._view.context.document.views.get(str(self._view.history.property(KEPT) or ""))

    def take(self, id_: str | None) -> None:
        """This view is the chosen one, whatever the screen shows."""
        self._view.history.setProperty(KEPT, id_ or "")
        self._lanes = screen.usual_lanes(self._view.session.document)
        saved = self.saved
        if saved is not None and screen.shows(self._view, saved):
            screen.hold_whole(self._view)
        self.follow()

    def show(self, id_: str) -> None:
        """Choose a view: the screen shows all of it."""
        saved = self._view.session.document.views.get(id_)
        if saved is not None:
            screen.show(self._view, saved)
            self.take(id_)

    def next_id(self, by: int) -> str | None:
        """The view so many places further, round and round; without a chosen one the first, or the last."""
        ids = [view.id for view in views.in_order(self._view.session.document)]
        if not ids:
            return None
        saved = self.saved
        if saved is None or saved.id not in ids:
            return ids[0 if by > 0 else -1]
        return saved.id if self.differs and by > 0 and len(ids) == 1 else ids[(ids.index(saved.id) + by) % len(ids)]

    def _wait(self, *_: object) -> None:
        self._later.start()

    def _edited(self) -> None:
        """Whoever changes the lanes of the study sees them: those of the view are laid aside."""
        lanes = screen.usual_lanes(self._view.session.document)
        if lanes != self._lanes:
            self._lanes = lanes
            self.show_lanes_of_study()
        self._wait()

    def show_lanes_of_study(self) -> None:
        """The map shows the lanes of the study again."""
        self._view.map.set_choices(lanes=None)
        self._wait()

    def follow(self) -> None:
        """Look whether the screen still shows the view."""
        self._later.stop()
        saved = self.saved
        self.differs = saved is not None and not screen.shows(self._view, saved)
        told = (None if saved is None else (saved.id, saved.name), self.differs, len(self._view.context.document.views))
        if told != self._told:
            self._told = told
            self.changed.emit()


def of(view: StudyView) -> Chosen:
    """The one of this window's study; made when it is first asked for."""
    from app.saved_views import button

    known: Chosen | None = view.findChild(Chosen)
    if known is not None:
        return known
    made = Chosen(view)
    button.attach(view, made)
    return made
