"""Compare: personas side by side, or a desired journey under the current one; it follows every edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.compare import empty, shown
from app.compare.bar import CompareBar
from app.compare.choice import Choice, current_journey, first_mode, pair_of
from app.compare.differences import DifferenceList
from app.compare.picture import Picture
from app.compare.table import BoardTable
from app.panels.empty_state import EmptyState
from app.panels.message_bar import announce
from app.panels.side_by_side import SideBySide
from app.plain import PlainLabel, named, put
from journeys.edits import journeys
from journeys.layout.compare import Boards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from app.compare.differences import Told
    from app.compare.shown import Shown
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.layout.compare import Field

FOLLOW_MS: Final = 50
BESIDE_FROM: Final = {"personas": 860, "variants": 1500}
"""Pixels of width from which the list stands beside the grid, not under it; two whole journeys are wide and low."""
LIST: Final = 270
UNDER: Final = 0.26
"""The list's part of the height when it stands under the grid."""


class CompareView(QWidget):
    """Keeps what is compared and which field is current; all else is read from the study."""

    selection_changed = Signal()  #: the user went to something else
    journey_wanted = Signal(str)  #: show this journey on the map
    phase_wanted = Signal(str, str)  #: show this journey's phase on the map: journey, phase
    zoom_changed = Signal(float)  #: 1.0 is 100 %

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.choice = Choice(first_mode(context.document, context.journey))
        self.shown: Shown | None = None
        self._boards = Boards()
        self._later = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._later.timeout.connect(self.display)
        self.bar = CompareBar(context)
        self.table = BoardTable(context)
        self.list = DifferenceList(context)
        self.empty = EmptyState()
        self._summary = PlainLabel("", wrap=True)
        self._heading = PlainLabel("", name="heading")
        self._stack = QStackedWidget()
        self.drawn = self.table
        """What the zoom is of."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        beside = named(QWidget(), "side")
        column = QVBoxLayout(beside)
        column.setContentsMargins(12, 10, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._summary)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        beside.setMinimumWidth(150)
        self.table.setMinimumWidth(240)
        self._split = SideBySide(self.table, beside)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.bar.chosen_anew.connect(lambda choice: self.choose(**choice))
        self.bar.open_wanted.connect(self._open_current)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._chosen)
        self.table.row_opened.connect(self._open_row)
        self.table.zoom_changed.connect(self.zoom_changed)
        self.list.wanted.connect(self.jump)
        self.empty.verb.clicked.connect(self._mend)

    @property
    def summary(self) -> str:
        """What the comparison comes to, in a sentence or two."""
        return self._summary.text()

    # The view of a study

    def choose(self, **choice: Any) -> None:
        """Compare something else: `mode`, `variant`, `personas`, `pair` as in Choice, or `desired`."""
        desired = choice.pop("desired", None)
        self.choice = replace(self.choice, **choice)
        if desired is not None:
            self.choice.take_desired(self.context.document, desired)
        self.display()
        if "mode" in choice:  # another board, of another shape
            self._share()
            self.table.show_from_start()
        announce(self, self.summary if self.shown is not None else self.empty.title)

    def display(self) -> None:
        """Show the comparison as it is now."""
        self._later.stop()
        context = self.context
        self.choice.keep_sound(context.document, context.journey)
        self.shown = self._compared()
        if self.shown is None:
            self._show_empty()
        else:
            self._show(self.shown)
        self._stack.setCurrentIndex(self.shown is None)
        self.bar.display(self.choice, able=self.shown is not None)

    def _compared(self) -> Shown | None:
        document = self.context.document.snapshot()  # what is shown is told as it was, also just after an edit
        say, choice = self.context.say, self.choice
        if choice.mode == "personas":
            return shown.of_personas(document, choice.variant, choice.personas, say) if document.personas else None
        return shown.of_variants(document, choice.pair, say, self._boards) if choice.pair is not None else None

    def _show(self, made: Shown) -> None:
        say = self.context.say
        self.table.setAccessibleName(say("Comparison"))
        self.table.show_picture(
            Picture(made.board, self.context.inks, self.table.zoom, self.table.picture), made.line, made.rows,
            made.columns,
        )  # fmt: skip
        self.list.display(made.told)
        put(self._summary, made.summary)
        put(self._heading, say("Differences ({n})", n=len(made.told)))

    def _show_empty(self) -> None:
        document, say = self.context.document, self.context.say
        if self.choice.mode == "personas":
            empty.no_personas(self.empty, say)
        else:
            empty.no_desired(self.empty, say, able=current_journey(document, self.context.journey) is not None)

    def edited(self, edit: Edit) -> None:
        """The study has changed: show it so, a moment later, so that typing is not held up."""
        if edit:
            self._later.start()

    def show_journey(self, journey: str | None) -> None:
        """Another journey is worked on: its pair is the one to show."""
        pair = pair_of(self.context.document, journey)
        if pair is not None and (self.choice.pair is None or journey not in self.choice.pair):
            self.choice.pair = pair
            if self.choice.mode == "variants" and self.isVisible():
                self.display()

    def select(self, ids: Iterable[str]) -> None:
        """Make the first of these that is shown the current field. Emits nothing."""
        document = self.context.document
        for id_ in ids:
            step = document.steps.get(id_)
            phase, journey = (step.phase, step.journey) if step else (id_, self.context.journey)
            tries: tuple[dict[str, str | None], ...] = (
                {"kind": "card", "step": id_}, {"kind": "persona", "journey": journey, "phase": phase},
                {"kind": "presence", "journey": journey, "phase": phase}, {"phase": phase},
                {"kind": "total", "journey": id_},
            )  # fmt: skip
            if any(self.table.go_to(**each) for each in tries):
                break

    def selected(self) -> tuple[str, ...]:
        """The step, phase or journey of the current field; what is gone from the study may still stand a moment."""
        field = self.table.field() if self.shown is not None else None
        found = None if field is None else field.step or field.phase or field.journey
        document = self.context.document
        there = found in document.steps or found in document.phases or found in document.journeys
        return (found,) if found and there else ()

    def flush(self) -> None:
        """Nothing is typed here; what waits is shown when the view is shown again."""
        self._later.stop()

    # The user

    def jump(self, told: Told) -> None:
        """To the field that a difference is about."""
        tries = (
            {"kind": "card", "step": told.step or "-"},
            {"kind": "persona", "journey": told.journey, "phase": told.phase},
            {"kind": "presence", "journey": told.journey, "phase": told.phase}, {"phase": told.phase},
        )  # fmt: skip
        self.table.setFocus()
        if any(self.table.go_to(**each) for each in tries):
            announce(self.table, told.text)
            self._chosen()

    def _chosen(self) -> None:
        self.selection_changed.emit()

    def _open_current(self) -> None:
        field = self.table.field()
        if field is not None and (field.journey or field.phase):
            self._open(field)
        elif self.context.journey is not None:
            self.journey_wanted.emit(self.context.journey)

    def _open(self, field: Field) -> None:
        """On the map: the phase of that journey, or the whole journey."""
        journey = field.journey or self.context.journey
        if field.phase is not None and journey in self.context.document.journeys:
            self.phase_wanted.emit(journey, field.phase)
        elif field.journey is not None:
            self.journey_wanted.emit(field.journey)

    def _open_row(self, row: int) -> None:
        found = self.shown.journeys[row : row + 1] if self.shown is not None else ()
        for journey in found:
            if journey is not None:
                self.journey_wanted.emit(journey)

    def _mend(self) -> None:
        """The empty state's button."""
        from app.panels import sidebar_verbs

        context = self.context
        document, say = context.document, context.say
        journey = current_journey(document, context.journey)
        if self.choice.mode == "personas":
            title = document.study.title
            done = context.do(lambda: sidebar_verbs.persona_with_journey(document, say("New persona"), title)[0])
        else:
            done = journey is not None and context.do(
                lambda: journeys.duplicate(document, journey or "", variant="desired")
            )
        if done:
            self.display()
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, the list lies under the grid."""
        super().resizeEvent(event)
        self._share(event)

    def _share(self, event: QResizeEvent | None = None) -> None:
        self._split.share(self, event, beside_from=BESIDE_FROM[self.choice.mode], width=LIST, under=UNDER)
