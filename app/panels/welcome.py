"""What the window shows without a study: begin from a life event or blank, go on with a file, choose a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import settings
from app.icons import icon
from app.panels.sketch import Sketch
from app.plain import PlainLabel, literal, named, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from app.dress import Dress
    from journeys.templates import Offer

NAMES = {"nl": "Nederlands", "en": "English"}


class _Card(QPushButton):
    """A button as tall as the texts that are laid out on it."""

    def __init__(self, symbol: QIcon) -> None:
        super().__init__(symbol, "")
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return inside.totalHeightForWidth(width) if inside is not None else super().heightForWidth(width)


class Welcome(QScrollArea):
    """One page, no wizard: every choice opens something at once."""

    life_event_wanted = Signal(str, bool)  #: code of the life event, and whether its personas come along
    open_wanted = Signal()  #: choose a file
    file_wanted = Signal(object)  #: this file (a Path)
    language_wanted = Signal(str)  #: another language

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._dress = dress
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = named(QWidget(), "page")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(24, 40, 24, 24)
        outer.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(1060)
        inner.setMinimumWidth(420)
        outer.addWidget(inner, 8)
        outer.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._greet(column)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(self._new(), 5)
        row.addLayout(self._existing(), 2)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(Sketch(self._dress.inks), 4)
        column.addStretch(1)
        column.addLayout(self._languages())
        self.setWidget(page)

    def begin(self) -> None:
        """The keyboard on the first choice, once the page has its place in the window."""
        first = self.findChild(_Card)
        if first is not None:
            first.setFocus()

    def _greet(self, column: QVBoxLayout) -> None:
        say = self._dress.say
        column.addWidget(PlainLabel("Levensreis", name="display"))
        text = say("Draw the journey people make around a life event, and see where the municipality is absent.")
        column.addWidget(PlainLabel(text, wrap=True, name="lead"))
        column.addSpacing(22)

    def _new(self) -> QVBoxLayout:
        from journeys import templates

        say = self._dress.say
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel(say("New study").upper(), name="heading"))
        grid = QGridLayout()
        grid.setSpacing(8)
        blank = None
        for place, offer in enumerate(templates.offers(say.language)):
            if offer.code == templates.BLANK:
                blank = self._offer(say("Blank study"), "plus", offer)
            else:
                grid.addWidget(self._offer(offer.title, "new", offer), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._personas = QCheckBox(say("With example personas and their journeys"))
        self._personas.setChecked(True)
        column.addWidget(self._personas)
        if blank is not None:
            column.addWidget(blank)
        column.addStretch(1)
        return column

    def _offer(self, title: str, symbol: str, offer: Offer) -> QPushButton:
        card = self._card(title, symbol, offer.summary)
        card.clicked.connect(lambda: self._start(offer.code))
        return card

    def _start(self, code: str) -> None:
        self.life_event_wanted.emit(code, self._personas.isChecked())

    def _card(self, title: str, symbol: str, text: str) -> QPushButton:
        """A large button: what it is, and under it what you get."""
        button = named(_Card(icon(symbol, self._dress.colours.accent)), "card")
        button.setAccessibleName(f"{title}. {text}")
        inside = QVBoxLayout(button)
        inside.setContentsMargins(46, 12, 14, 12)
        inside.setSpacing(2)
        strong, muted = PlainLabel(title, name="title"), PlainLabel(text, name="muted", wrap=True)
        for label in (strong, muted):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        inside.addStretch(1)
        button.setIconSize(QSize(22, 22))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _existing(self) -> QVBoxLayout:
        say = self._dress.say
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel(say("Go on with").upper(), name="heading"))
        open_ = named(QPushButton(icon("open", self._dress.colours.accent), say("Open a file…")), "card")
        open_.clicked.connect(self.open_wanted)
        open_.setCursor(Qt.CursorShape.PointingHandCursor)
        column.addWidget(open_)
        recent = settings.recent_files()
        if recent:
            column.addSpacing(10)
            column.addWidget(PlainLabel(say("Recent files").upper(), name="heading"))
        for path in recent:
            button = named(QPushButton(literal(path.stem)), "link")
            tip(button, str(path))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, path=path: self.file_wanted.emit(path))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for code, name in NAMES.items():
            button = named(QPushButton(name), "link")
            button.setProperty("foreign", True)
            button.setEnabled(code != self._dress.say.language)
            button.clicked.connect(lambda _=False, code=code: self.language_wanted.emit(code))
            row.addWidget(button)
        return row
