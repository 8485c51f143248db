"""A field that names several other things: each as a line that leads there, and a line to name another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import empty
from app.focus import discard
from app.panels.chooser import Chooser
from app.panels.sign_button import sign_button
from app.plain import literal, put, tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.context import Context
    from journeys.model.fields import Kind


class ReferencesField(QWidget):
    """A tuple of ids of one kind, in the order in which they were named."""

    committed = Signal(object, str)  #: the ids as a tuple, and an empty burst

    def __init__(self, context: Context, kind: Kind, name: str, hint: str, offers: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._context = context
        self._kind: Kind = kind
        self._offers = offers
        self._ids: tuple[str, ...] = ()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.chooser = Chooser(name, hint, self._choices)
        self.chooser.picked.connect(self._add)
        self._column.addWidget(self.chooser)
        self.setFocusProxy(self.chooser)

    def display(self, value: object) -> None:
        """Show what the study holds."""
        self._ids = tuple(value) if isinstance(value, tuple) else ()
        shown = tuple((id_, self._label(id_)) for id_ in self._ids)
        if shown == self._shown:
            return
        self._shown = shown
        inside = discard(self._rows)
        self._rows = [self._row(id_, label) for id_, label in shown]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        if inside:
            self.chooser.setFocus()

    def flush(self) -> None:
        """What is named is committed when it is chosen."""

    def _row(self, id_: str, label: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        link = link_button(self._context, self._kind, id_, label)
        remove = remove_button(self._context, self._context.say("Remove {title}", title=label))
        remove.clicked.connect(lambda: self._commit(tuple(other for other in self._ids if other != id_)))
        row.addWidget(link, 1)
        row.addWidget(remove)
        return made

    def _choices(self) -> list[tuple[str, object]]:
        found = [(self._label(id_), id_) for id_ in self._offers() if id_ not in self._ids]
        return [*sorted(found, key=lambda one: one[0].casefold())]

    def _label(self, id_: str) -> str:
        from journeys.edits.entities import name_of

        entity = self._context.document.get((self._kind, id_))
        return name_of(entity) or self._context.say("Without a title")

    def _add(self, id_: object) -> None:
        if isinstance(id_, str) and id_ not in self._ids:
            self._commit((*self._ids, id_))

    def _commit(self, ids: tuple[str, ...]) -> None:
        self.committed.emit(ids, "")


class ReferenceField(ReferencesField):
    """Names one other thing, or none."""

    def display(self, value: object) -> None:
        """Show what the study holds."""
        super().display((value,) if isinstance(value, str) else ())

    def _commit(self, ids: tuple[str, ...]) -> None:
        self.committed.emit(ids[-1] if ids else None, "")


class Link(QPushButton):
    """A line that leads somewhere; what does not fit ends in an ellipsis."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._whole = text
        self.setObjectName("link")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit()

    def say(self, text: str, name: str) -> None:
        """What it shows, and what a screen reader says."""
        self._whole = text
        self.setAccessibleName(name)
        tip(self, text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(40, self.width() - 6)
        put(self, literal(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)))


def link_button(context: Context, kind: str, id_: str, label: str) -> Link:
    """A line that shows the thing it names."""
    made = Link()
    made.say(label, context.say("Show {title}", title=label))
    made.clicked.connect(lambda: context.show(kind, id_))
    return made


def opens_menu(button: QToolButton, fill: Callable[[QMenu], None]) -> None:
    """A click or Space opens a menu that is filled then; a button's own menu would hold up everything meanwhile."""
    menu = QMenu(button)

    def show() -> None:
        empty(menu)
        fill(menu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    button.clicked.connect(show)


def remove_button(context: Context, name: str, symbol: str = "close") -> QToolButton:
    """A small cross."""
    return sign_button(symbol, name, context.colours.muted)
