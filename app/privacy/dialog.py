"""The privacy check: what looks like personal data, who is in the study, and where somebody is named."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout

from app.help.question import on_f1, question
from app.plain import literal
from app.privacy.finder import NamePage
from app.privacy.found import FoundPage
from app.privacy.people import PeoplePage
from app.privacy.places import show_beside
from journeys.analysis.privacy import look
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit
    from journeys.model.search import Found

PAGE = "data"
LATER_MS = 200
"""How long it waits after an edit before it looks again."""


class PrivacyDialog(QDialog):
    """Follows the study while it is open, and keeps nothing of it."""

    def __init__(self, window: StudyWindow, view: StudyView) -> None:
        super().__init__(window)
        self._window, self._view = window, view
        say = window.dress.say
        self.setObjectName("privacy")
        self.setProperty("command", "privacy")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Privacy check"))
        self.found = FoundPage(view.context)
        self.people = PeoplePage(view.context)
        self.finder = NamePage(view.context, window)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.found, "")
        self.tabs.addTab(self.people, say("People"))
        self.tabs.addTab(self.finder, say("Find somebody"))
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        for page in (self.found, self.people, self.finder):
            page.place_wanted.connect(self._show)
        self._stop = view.session.listen(self._edited)
        window.renewed.connect(self.close)
        self._take_room()
        self.refresh()
        self.found.rows.setFocus()
        on_f1(self, PAGE)

    def _lay_out(self) -> None:
        say = self._window.dress.say
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.tabs, 1)
        share = QPushButton(say("Copy to share…"))
        share.clicked.connect(self._window.actions_by_code["share"].trigger)
        close = QPushButton(say("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        for button in (share, close):
            button.setAutoDefault(False)
        row.addWidget(share)
        row.addWidget(question(PAGE, self.windowTitle(), say, self._window.dress.colours))
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    def _take_room(self) -> None:
        size, screen = self._window.dress.percent / 100, self._window.screen().availableSize()
        self.resize(min(round(760 * size), screen.width() - 40), min(round(600 * size), screen.height() - 60))

    def refresh(self) -> None:
        """Look through the study as it is now."""
        found = look(self._view.session.document, dt.datetime.now().astimezone().date())
        say = self._window.dress.say
        self.tabs.setTabText(0, literal(say("Looks personal ({n})", n=len(found.remarks))))
        self.found.display(found)
        self.people.display(found)
        self.finder.follow()

    def _edited(self, _: Edit) -> None:
        self._later.start()

    def _show(self, place: Found) -> None:
        """The words are said in the bar, for who does not see the dialog any more."""
        say = self._window.dress.say
        told = say("Shown: {place}.", place=phrases.place(place, self._view.session.document, say))
        show_beside(self, self._view, place.kind, place.id, place.field, told)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for page in (self.found, self.people, self.finder):
            page.rows.share_width()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._leave()

    def done(self, result: int) -> None:
        super().done(result)
        self._leave()

    def _leave(self) -> None:
        """Let go of the study."""
        self._later.stop()
        stop, self._stop = self._stop, lambda: None
        stop()
