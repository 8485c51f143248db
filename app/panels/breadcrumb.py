"""Above a process: the way back to the step that it is behind, and further out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app import processes
from app.focus import discard, holds_focus
from app.icons import icon
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, literal, named, tip
from journeys.phrases.terms import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.study_view import StudyView
    from journeys.model.entities import Journey, Step

BETWEEN = "\u203a"
MOST = 48
"""Letters of a title."""


class Breadcrumb(QFrame):
    """Journey, step, process; each but the last leads back to itself."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(view.context.say("Where this process stands"))
        self._view = view
        self._shown: object = None
        self._row: list[QWidget] = []
        self._column = QHBoxLayout(self)
        self._column.setContentsMargins(8, 3, 8, 3)
        self._column.setSpacing(6)
        self.back = QToolButton()
        say, colours = view.context.say, view.context.colours
        self.back.setText(say("Back"))
        self.back.setIcon(icon("back", colours.text, colours.idle))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tip(self.back, say("Back to the step (Ctrl+↑)"))
        self.back.clicked.connect(lambda: processes.go_back(view))
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.back)  # F6 comes by here too
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 2, 0, 0)
        self._column.addLayout(self._holder, 1)

    def display(self, above: Sequence[tuple[Journey, Step]]) -> None:
        """Show the way to the shown process; without one the strip is away."""
        document, here = self._view.session.document, self._view.context.journey
        names = [(journey.id, journey.title, step.id, step.title) for journey, step in above]
        shown = (names, document.journeys[here].title if above and here is not None else "")
        if shown == self._shown:
            return
        self._shown = shown
        if holds_focus(self) and not above:
            self._view.views.widget_shown.setFocus()
        discard(self._row)
        crumbs = self._crumbs(above, shown[1]) if above else []
        high = max((crumb.sizeHint().height() for crumb in crumbs), default=0)
        for crumb in crumbs:  # words and buttons on one line
            crumb.setMinimumHeight(high)
        self._row = [Wrapped(*crumbs, gap=2)] if crumbs else []
        for row in self._row:
            self._holder.addWidget(row)
        self.setVisible(bool(above))

    def _crumbs(self, above: Sequence[tuple[Journey, Step]], title: str) -> list[QWidget]:
        say, made = self._view.context.say, list[QWidget]()
        for journey, step in above:
            named_step = step.title or say("Without a title")
            for text, name in (
                (journey.title, say("Back to the journey {title}", title=journey.title)),
                (named_step, say("Back to the step {title}", title=named_step)),
            ):
                button = named(QPushButton(literal(shortened(text, MOST))), "link")
                button.setAccessibleName(name)
                tip(button, name)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(partial(processes.leave_to, self._view, journey.id, step.id))
                made += [button, PlainLabel(BETWEEN, name="muted")]
        return [*made, PlainLabel(say("Process: {title}", title=shortened(title, MOST)), name="strong")]
