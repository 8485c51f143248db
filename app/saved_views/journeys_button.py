"""The button that says how many journeys a saved view is about; its menu chooses them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.actions import choice, empty
from app.plain import literal, named, put, tip
from journeys.poster.choice import in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.model.entities import View


class JourneysButton(QToolButton):
    """The first journey of a view is the one on the map; the last one that is left cannot be taken out."""

    chosen = Signal(object)  #: the ids of the journeys that the view is to be about

    def __init__(self, context: Context, current: Callable[[], View | None]) -> None:
        super().__init__()
        self._context, self._current = context, current
        named(self, "drop")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tip(self, context.say("Which journeys are presented and printed with this view"))
        self._choices = QMenu(self)
        self._choices.aboutToShow.connect(self._fill)
        self.setMenu(self._choices)

    def display(self) -> None:
        """How many there are."""
        saved, document = self._current(), self._context.document
        n = sum(id_ in document.journeys for id_ in saved.journeys) if saved is not None else 0
        put(self, self._context.say.many("{n} journey", "{n} journeys", n))

    def _fill(self) -> None:
        """All journeys, those of the current view ticked."""
        empty(self._choices)
        document, saved = self._context.document, self._current()
        for id_ in in_order(document) if saved is not None else ():
            journey = document.journeys[id_]
            name = f"{document.personas[journey.persona].name}: {journey.title}"
            if journey.variant == "desired":
                name = f"{name} ({self._context.say('desired')})"
            ticked = saved is not None and id_ in saved.journeys
            choice(self._choices, literal(name), partial(self._turn, id_), checked=ticked)

    def _turn(self, journey: str) -> None:
        saved = self._current()
        if saved is None:
            return
        kept = [id_ for id_ in saved.journeys if id_ != journey]
        wanted = kept if journey in saved.journeys else [*kept, journey]
        if wanted:
            self.chosen.emit(wanted)
