"""The saved views of a study in a list: choose, name, order, replace, present and print them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QPushButton

from app.panels.laid_over import EDGE, LaidOver
from app.panels.message_bar import announce
from app.panels.ordered_list import ID
from app.plain import PlainLabel, named, tip
from app.saved_views import chosen, pictures, screen
from app.saved_views.journeys_button import JourneysButton
from app.saved_views.rows import ViewList
from journeys.edits import views
from journeys.phrases import views as told

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.study_view import StudyView
    from journeys.edits.edit import Edit
    from journeys.model.entities import View

WIDE: Final = 430
MOST_HIGH: Final = 420
INSIDE: Final = 24
"""Pixels that its margins take of its width."""


class ViewsPanel(LaidOver):
    """Lies over the map under its button; every change is one edit, and choosing a view is none."""

    def __init__(self, view: StudyView) -> None:
        say = view.context.say
        super().__init__(view.context, view, say("Saved views"), WIDE)
        self._view = view
        self.chosen = chosen.of(view)
        self._filling = self._answering = self._showing = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.display)
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self._undrawn: list[str] = []
        self.rows = ViewList(say("Saved views, in their order"), say("Name of the view"), view.context.colours)
        self.rows.itemChanged.connect(self._renamed)
        self.rows.dropped.connect(self._dropped)
        self.rows.moved.connect(self.move_current)
        self.rows.deleted.connect(self.delete_current)
        self.rows.entered.connect(self.show_view)
        self.rows.currentItemChanged.connect(lambda *_: self._update_buttons())
        self.empty = PlainLabel(
            say(
                "Keep what you see now under a name: the journey, the lanes, the lens and the zoom. "
                "Prepare a few views, and step through them in the room with Ctrl+Page Down."
            ), wrap=True,
        )  # fmt: skip
        self.lanes = PlainLabel(say("The map shows the lanes of this view; those of the study are as they were."),
                                wrap=True, name="field")  # fmt: skip
        self.lanes_back = named(QPushButton(say("Show the lanes of the study")), "link")
        self.lanes_back.clicked.connect(self._show_lanes_of_study)
        for widget in (self.empty, self.rows):
            self.column.addWidget(widget)
        self.column.addLayout(self._verbs())
        self.column.addLayout(self._uses())
        self.column.addWidget(self.lanes)
        self.column.addWidget(self.lanes_back)
        self.chosen.changed.connect(self._follow)
        view.changed.connect(self._update_buttons)
        self.display()

    def _verbs(self) -> QHBoxLayout:
        say, row = self.context.say, QHBoxLayout()
        row.setSpacing(4)
        self.new = named(QPushButton(say("+ Save what you see")), "primary")
        self.new.clicked.connect(self.add)
        self.up = self.tool("up", say("Move up (Alt+Up)"), partial(self.move_current, -1))
        self.down = self.tool("down", say("Move down (Alt+Down)"), partial(self.move_current, 1))
        self.edit = self.tool("edit", say("Rename (F2)"), self.rename_current)
        self.twin = self.tool("duplicate", say("Duplicate view"), self.duplicate_current)
        self.bin = self.tool("bin", say("Delete view (Delete)"), self.delete_current)
        row.addWidget(self.new)
        row.addStretch(1)
        for button in (self.up, self.down, self.edit, self.twin, self.bin):
            row.addWidget(button)
        return row

    def _uses(self) -> QHBoxLayout:
        """What is done with the current view."""
        say, row = self.context.say, QHBoxLayout()
        row.setSpacing(4)
        self.update_it = QPushButton(say("Replace by what you see"))
        tip(self.update_it, say("The view keeps its name and place, and shows from now on what you see now"))
        self.update_it.clicked.connect(self.replace_current)
        self.journeys = JourneysButton(self.context, self._current)
        self.journeys.chosen.connect(self._choose_journeys)
        self.present = QPushButton(say("Present"))
        self.present.clicked.connect(self.present_current)
        self.print_it = QPushButton(say("Print…"))
        self.print_it.clicked.connect(self.print_current)
        for widget in (self.update_it, self.journeys):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.present)
        row.addWidget(self.print_it)
        return row

    # Showing

    def display(self) -> None:
        """List the views as they are; the current one stays current."""
        document, say = self.context.document, self.context.say
        held = views.in_order(document)
        self._filling = True
        try:
            self.rows.display((each.id, each.name, told.told(document, each, say)) for each in held)
            self.rows.mark(self._marks())
        finally:
            self._filling = False
        self._undrawn = [each.id for each in held]
        self._drawing.start()
        high = max(24, self.rows.sizeHintForRow(0)) * self.rows.count() + 12
        self.rows.setFixedHeight(max(60, min(high, MOST_HIGH)))
        self.rows.setVisible(bool(held))
        self.empty.setVisible(not held)
        self._update_buttons()
        self.take_room()

    def _draw_next(self) -> None:
        """One picture after the other, so that the list is there at once."""
        if not self._undrawn:
            self._drawing.stop()
            return
        id_ = self._undrawn.pop(0)
        saved = self.context.document.views.get(id_)
        if saved is not None:
            self.rows.picture(id_, pictures.picture(self._view, saved))

    def _marks(self) -> dict[str, str]:
        saved, say = self.chosen.saved, self.context.say
        if saved is None:
            return {}
        return {saved.id: say("(changed)") if self.chosen.differs else say("(shown now)")}

    def _follow(self) -> None:
        self._filling = True
        try:
            self.rows.mark(self._marks())
        finally:
            self._filling = False
        self._update_buttons()

    def take_room(self) -> None:
        """As much as it now needs, and still within the window: a wrapped label makes the column ask too little."""
        for button in (self.new, self.update_it, self.present, self.print_it):
            button.setMinimumHeight(button.sizeHint().height())
        for label in (self.empty, self.lanes):
            label.setFixedHeight(label.heightForWidth(WIDE - INSIDE))
        super().take_room()
        around = self._view.size()
        self.move(max(EDGE, min(self.x(), around.width() - self.width() - EDGE)),
                  max(EDGE, min(self.y(), around.height() - self.height() - EDGE)))  # fmt: skip

    def _update_buttons(self) -> None:
        document, row, saved = self.context.document, self.rows.currentRow(), self._current()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.rows.count() - 1)
        for widget in (self.edit, self.twin, self.bin, self.journeys, self.present, self.print_it):
            widget.setEnabled(saved is not None)
        self.update_it.setEnabled(saved is not None and not self._equals(saved))
        for widget in (self.update_it, self.journeys, self.present, self.print_it, self.up, self.down, self.edit,
                       self.twin, self.bin):  # fmt: skip
            widget.setVisible(bool(document.views))
        self.journeys.display()
        away = self._view.map.choices.get("lanes") is not None
        if self.lanes.isHidden() == away:
            self.lanes.setVisible(away)
            self.lanes_back.setVisible(away)
            if self.isVisible():
                self.take_room()

    def _current(self) -> View | None:
        return self.context.document.views.get(self.rows.current() or "")

    def _equals(self, saved: View) -> bool:
        return screen.shows(self._view, saved)

    # Doing

    def _do(self, verb: Callable[[], Edit]) -> bool:
        done = self.context.do(verb)
        if not done:
            self._later.start()
        return done

    def show_view(self, view: str) -> None:
        """Show it; the list stays, so that one can go on to the next."""
        self._showing = True
        try:
            self.chosen.show(view)
        finally:
            self._showing = False
        self.rows.setFocus()

    def add(self) -> None:
        """What is shown now as the last view, its name ready to be typed over."""
        document, say, made = self.context.document, self.context.say, list[str]()
        seen = screen.seen_on(self._view)

        def verb() -> Edit:
            edit = views.add(document, told.suggested_name(document, seen, say), seen)
            made.extend(edit.subjects)
            return edit

        if self._do(verb):
            self.chosen.take(made[0])
            self.rows.choose(made[0])
            self.rename_current()

    def replace_current(self) -> None:
        """The current view is from now on what is shown; the other journeys it is about stay."""
        saved = self._current()
        if saved is None:
            return
        self.rows.setFocus()  # its button rests when both are equal, and the list stays
        seen = screen.keeping_journeys(saved, screen.seen_on(self._view))
        if self._do(lambda: views.update(self.context.document, saved.id, seen)):
            self.chosen.take(saved.id)
            announce(self, self.context.say("{name} is now what you see.", name=saved.name))

    def rename_current(self) -> None:
        """The current view's name, ready to be typed over."""
        item = self.rows.currentItem()
        if item is not None:
            self.rows.setFocus()
            self.rows.editItem(item)
            field = self.rows.findChild(QLineEdit)
            if field is not None:
                field.selectAll()

    def duplicate_current(self) -> None:
        """The same view again below it, its name ready to be typed over."""
        made, current = list[str](), self.rows.current()

        def verb() -> Edit:
            edit = views.duplicate(self.context.document, current or "")
            made.extend(edit.subjects)
            return edit

        if current is not None and self._do(verb):
            self.rows.choose(made[0])
            self.rename_current()

    def move_current(self, by: int) -> None:
        """The current view so many places down."""
        view = self.rows.current()
        if view is not None:
            self._do(lambda: views.move(self.context.document, view, by))

    def delete_current(self) -> None:
        """Forget the current view; undo brings it back."""
        view = self.rows.current()
        if view is not None:
            self._do(lambda: views.delete(self.context.document, view))
            (self.rows if self.rows.count() else self.new).setFocus()

    def _show_lanes_of_study(self) -> None:
        (self.rows if self.rows.count() else self.new).setFocus()  # the button goes, and the list stays
        self.chosen.show_lanes_of_study()

    def present_current(self) -> None:
        """Present what the current view is about."""
        from app import saved_views

        view = self.rows.current()
        if view is not None:
            self.close_panel()
            saved_views.present(self._view, view)

    def print_current(self) -> None:
        """The poster of the current view."""
        from app import saved_views

        view = self.rows.current()
        if view is not None:
            self.close_panel()
            saved_views.print_it(self._view, view)

    def _choose_journeys(self, journeys: list[str]) -> None:
        saved = self._current()
        if saved is not None:
            self._do(lambda: views.choose_journeys(self.context.document, saved.id, journeys))

    def _renamed(self, item: QListWidgetItem) -> None:
        saved = self.context.document.views.get(item.data(ID))
        if self._filling or saved is None:
            return
        self._answering = True
        try:
            typed = item.text().strip()
            if typed and typed != saved.name:
                self._do(lambda: views.rename(self.context.document, saved.id, typed))
            else:
                self._later.start()
        finally:
            self._answering = False

    def _dropped(self) -> None:
        self._answering = True
        try:
            self._do(lambda: views.reorder(self.context.document, self.rows.ids(), self.rows.current()))
        finally:
            self._answering = False

    # Following

    def edited(self, edit: Edit) -> None:
        """The list may not be made anew while it is busy with a change of its own."""
        if any(kind in ("view", "journey", "persona", "phase", "lane") for kind, _ in edit.changes):
            if self._answering:
                self._later.start()
            else:
                self.display()

    def let_go(self) -> None:
        """What was to be listed anew is not shown any more."""
        self._later.stop()
        self._drawing.stop()
        self.chosen.changed.disconnect(self._follow)
        self._view.changed.disconnect(self._update_buttons)
