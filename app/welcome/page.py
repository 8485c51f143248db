"""What the window shows without a study: begin from a life event or blank, go on with a file, look at a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.icons import icon
from app.menus import LANGUAGE_NAMES
from app.plain import PlainLabel, named
from app.welcome.cards import Beginnings
from app.welcome.files import Files
from app.welcome.mark import Mark
from app.welcome.samples import Samples

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.dress import Dress

WIDEST: Final = 1240
"""Pixels at normal text size: wider lines lead the eye astray."""
ROOMY: Final = 340
"""Pixels of the samples where the page scrolls anyway."""
TOP: Final = 22
WHOLE: Final = 800
"""Pixels that the page fills: in a taller window it does not hang from the menu bar."""
BESIDE: Final = 960
"""From this width the files stand beside the cards, not below them."""


class Welcome(QScrollArea):
    """One page, no wizard: every choice opens something at once."""

    life_event_wanted = Signal(str, bool)  #: code of the life event, and whether its personas come along
    sample_wanted = Signal(str)  #: a new study from this sample
    open_wanted = Signal()  #: choose a file
    file_wanted = Signal(object)  #: a file of the list (a Path): look whether it is there, and open it
    language_wanted = Signal(str)  #: another language
    command_wanted = Signal(str)  #: a command of the window, by its code

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._dress = dress
        self._beside: bool | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.beginnings = Beginnings(dress)
        self.files = Files(dress)
        self.samples = Samples(dress)
        self.beginnings.chosen.connect(self.life_event_wanted)
        self.files.open_wanted.connect(self.open_wanted)
        self.files.file_wanted.connect(self.file_wanted)
        self.files.waiting.clicked.connect(lambda: self.command_wanted.emit("versions"))
        self.samples.chosen.connect(self.sample_wanted)
        self.setWidget(self._page())
        self._arrange(beside=True)

    def begin(self) -> None:
        """The keyboard on the first choice, once the page has its place in the window; the samples after that."""
        self.beginnings.cards[0].setFocus()
        QTimer.singleShot(0, self.samples, self.samples.fetch)

    def refresh(self) -> None:
        """The list of files has changed."""
        self.files.refresh()

    def show_waiting(self, count: int) -> None:
        """So many studies of earlier sessions wait to be recovered."""
        self.files.show_waiting(count)

    def _page(self) -> QWidget:
        page = named(QWidget(), "page")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setMaximumWidth(round(WIDEST * self._dress.percent / 100))
        outer.addStretch(1)
        outer.addWidget(inner, 1000)
        outer.addStretch(1)
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(32, TOP, 32, 20)
        column.setSpacing(18)
        column.addLayout(self._head())
        self._body = QGridLayout()
        self._body.setHorizontalSpacing(40)
        self._body.setVerticalSpacing(20)
        column.addLayout(self._body, 1)
        return page

    def _head(self) -> QHBoxLayout:
        say = self._dress.say
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Mark(self._dress), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel("Levensreis", name="display"))
        text = say("Draw the journey people make around a life event, and see where the municipality is absent. "
                   "Your studies stay on this computer.")  # fmt: skip
        words.addWidget(PlainLabel(text, wrap=True, name="lead"))
        row.addLayout(words, 1)
        row.addLayout(self._links(), 0)
        return row

    def _links(self) -> QVBoxLayout:
        """What is not about a study: the language, the settings, the help."""
        say, column, row, below = self._dress.say, QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        row.setSpacing(4)
        below.setSpacing(12)
        self.settings = self._command("settings", say("Settings"))
        self.help = self._command("help", say("Help"))
        for button in (self.settings, self.help):
            row.addWidget(button)
        below.addStretch(1)
        for code, name in LANGUAGE_NAMES.items():
            button = named(QPushButton(name), "link")
            button.setProperty("foreign", True)
            button.setEnabled(code != say.language)
            button.clicked.connect(lambda _=False, code=code: self.language_wanted.emit(code))
            below.addWidget(button)
        column.addLayout(row)
        column.addLayout(below)
        column.addStretch(1)
        return column

    def _command(self, code: str, text: str) -> QPushButton:
        button = named(QPushButton(icon(code, self._dress.colours.text), text), "quiet")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.command_wanted.emit(code))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._dress.percent / 100
        self._arrange(beside=self.width() >= BESIDE * size)
        over = self.height() - WHOLE * size
        self._column.setContentsMargins(32, max(TOP, TOP + round(over / 4)), 32, 20)

    def _arrange(self, *, beside: bool) -> None:
        """Two columns where they fit, else everything below each other."""
        if beside == self._beside:
            return
        self._beside = beside
        body = self._body
        body.addWidget(self.beginnings, 0, 0)
        if beside:
            body.addWidget(self.files, 0, 1, 2, 1)
            body.addWidget(self.samples, 1, 0)
        else:
            body.addWidget(self.files, 1, 0)
            body.addWidget(self.samples, 2, 0)
        self.samples.setMinimumHeight(0 if beside else round(ROOMY * self._dress.percent / 100))
        body.setColumnStretch(0, 19)
        body.setColumnStretch(1, 11 if beside else 0)
        for row in range(3):
            body.setRowStretch(row, int(row == (1 if beside else 2)))
