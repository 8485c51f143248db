"""Which saved view a poster is made from: it fills in the kind, the journeys, the lanes, the lens and the axis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dialogs.poster.remembered import Asked, printed
from app.panels.fields import ChoiceField
from app.plain import PlainLabel
from journeys.edits.views import in_order
from journeys.poster.from_view import filled

if TYPE_CHECKING:
    from app.context import Context
    from journeys.poster.request import Request


class SavedChoice(QWidget):
    """Hidden as long as there are no saved views."""

    chosen = Signal(str)  #: the user chose this view

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        caption = PlainLabel(say("From saved view"), name="field")
        self.which = ChoiceField(say("From saved view"))
        caption.setBuddy(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addWidget(caption)
        column.addWidget(self.which)
        self.which.committed.connect(lambda *_: self._committed())
        self.follow()

    @property
    def view(self) -> str | None:
        """The view that was chosen, while nothing that it filled in was changed."""
        held = self.which.currentData()
        return str(held) if held else None

    def follow(self) -> None:
        """The views as the study has them now."""
        held, say = self.view, self._context.say
        views = in_order(self._context.document)
        self.which.offer([(say("None: as chosen here"), None), *((view.name, view.id) for view in views)])
        self.which.display(held if held in self._context.document.views else None)
        self.setVisible(bool(views))

    def display(self, view: str | None) -> None:
        self.which.display(view)

    def _committed(self) -> None:
        if self.view is not None:
            self.chosen.emit(self.view)


def asked_by(context: Context, view: str, asked: Asked) -> Asked:
    """What was asked, with what this view says in its place, and the paper that suits the kind."""
    before = asked.request
    request = filled(context.document, context.document.views[view], before)
    papers = asked.papers
    if request.kind != before.kind:
        request = replace(request, **asked.paper(request.kind)._asdict())
        papers = papers | {before.kind: printed(before)}
    return Asked(request, "some" if request.journeys else asked.which, papers)


def says_so(context: Context, view: str, asked: Asked) -> bool:
    """Whether this is still what the view says: lists of the dialog have an order of their own."""
    said = asked_by(context, view, asked)
    return said.which == asked.which and _said(context, said.request) == _said(context, asked.request)


def _said(context: Context, request: Request) -> tuple[object, ...]:
    lanes = request.lanes or tuple(lane.id for lane in context.document.lanes.values() if lane.shown)
    return request.kind, set(request.journeys or ()), set(lanes), request.lens, request.axis
