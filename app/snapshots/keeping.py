"""The strip that keeps a snapshot: one line with a name that is ready, so that nobody in the room has to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from app.panels.narrow import Wrapped
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named
from app.snapshots import verbs
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.study_view import StudyView

MOST = 200


class KeepStrip(QFrame):
    """Enter keeps, Escape goes away; both lead back to where one was."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._view = view
        say, colours = view.context.say, view.context.colours
        self.setAccessibleName(say("Keep a snapshot"))
        self.field = QLineEdit()
        self.field.setAccessibleName(say("Name of the snapshot"))
        self.field.setMaxLength(MOST)
        self.field.setFixedWidth(24 * self.fontMetrics().averageCharWidth() + 40)
        self.field.returnPressed.connect(self.keep)
        keep = named(QPushButton(say("Keep")), "primary")
        keep.clicked.connect(self.keep)
        all_ = QPushButton(say("All snapshots"))
        all_.clicked.connect(self._show_all)
        close = sign_button("close", say("Close"), colours.text)
        close.clicked.connect(self.leave)
        label = PlainLabel(say("Keep the study as it is now, as"), name="strong")
        label.setMinimumHeight(self.field.sizeHint().height())
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(Wrapped(label, self.field, keep, all_, gap=8), 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.field)

    def begin(self) -> None:
        """Show the line, the name selected: Enter will do."""
        self.field.setText(verbs.suggested(self._view))
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keep(self) -> None:
        """Keep it under this name."""
        view, say = self._view, self._view.context.say
        made = verbs.keep(view, self.field.text())
        if made is not None:
            self.leave()
            verbs.tell(view, say("Snapshot kept: {title}", title=quoted(made.name)))

    def leave(self) -> None:
        """Go away; the keyboard goes to the view."""
        self.hide()
        self._view.views.widget_shown.setFocus()

    def _show_all(self) -> None:
        self.hide()
        self._view.show_view("snapshots")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
