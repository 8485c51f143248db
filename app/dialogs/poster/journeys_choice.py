"""Which journeys a poster is about: the one on the map, all of them, or those that are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dialogs.poster.checks import CheckList
from app.panels.fields import ChoiceField
from app.plain import PlainLabel
from journeys.poster.choice import in_order

if TYPE_CHECKING:
    from app.context import Context
    from journeys.model.document import Document

Which = Literal["one", "all", "some"]


class JourneysChoice(QWidget):
    """A choice of three, and a list to tick when it is the third."""

    changed = Signal()  #: other journeys

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.caption = PlainLabel(say("Journeys"), name="field")
        self.which = ChoiceField(say("Journeys"))
        self.caption.setBuddy(self.which)
        self.rows = CheckList(say("Journeys on the poster"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.caption, self.which, self.rows):
            column.addWidget(widget)
        self.rows.hide()
        self.which.committed.connect(lambda *_: self._which_chosen())
        self.rows.ticked.connect(self.changed)
        self.follow()

    @property
    def code(self) -> Which:
        """The one on the map, all, or some."""
        held = self.which.currentData()
        return held if held in ("one", "some") else "all"

    def display(self, which: Which, ticked: tuple[str, ...] = ()) -> None:
        """Show this; without any ticked, the one on the map is."""
        self.which.display(which)
        self.follow(ticked)
        self.rows.setVisible(which == "some")

    def journeys(self) -> tuple[str, ...] | None:
        """The ids in the order of the pages; None for all, nothing when none is ticked."""
        if self.code == "one" and self._context.journey is not None:
            return (self._context.journey,)
        return self.rows.chosen() if self.code == "some" else None

    def follow(self, ticked: tuple[str, ...] = ()) -> None:
        """The journeys as the study has them now."""
        document, say = self._context.document, self._context.say
        ids = in_order(document)
        own = [id_ for id_ in ids if document.journeys[id_].parent_step is None]  # the others are behind a step
        self.which.offer([
            (say("The journey on the map"), "one"),
            (say.many("All {n} journey", "All {n} journeys", len(own)), "all"),
            (say("Some journeys…"), "some"),
        ])  # fmt: skip
        held = ticked or self.rows.chosen() or tuple(filter(None, [self._context.journey]))
        self.rows.display([(id_, _called(document, id_, say("desired"))) for id_ in ids], held)

    def _which_chosen(self) -> None:
        self.rows.setVisible(self.code == "some")
        self.changed.emit()


def _called(document: Document, id_: str, desired: str) -> str:
    journey = document.journeys[id_]
    name = f"{document.personas[journey.persona].name}: {journey.title}"
    return f"{name} ({desired})" if journey.variant == "desired" else name
