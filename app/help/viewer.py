"""The window of the help, beside the study: one reads, does it at once in the window, and reads on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app import settings
from app.focus import discard
from app.help.contents import Contents
from app.help.names import named as names_of
from app.help.page_view import PageView
from app.panels.message_bar import announce
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, literal_title, named
from journeys.help import book, search
from journeys.help.book import START
from journeys.text import TITLE_MAX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.window import StudyWindow

SIZE: Final = (880, 680)
SHARE: Final = 0.6
"""Of its window that it covers at most at first: the study stays in sight."""
LEAST: Final = (420, 380)
LIST: Final = 250
BOTH: Final = 700
"""From this width the list stands beside the page."""
KEYS: Final = {
    "back": ("Alt+Left",), "forward": ("Alt+Right",), "previous": ("Ctrl+PgUp",), "next": ("Ctrl+PgDown",),
    "find": ("Ctrl+F", "Ctrl+K"), "start": ("F1", "Alt+Home"), "close": ("Ctrl+W",), "other": ("F6", "Shift+F6"),
}  # fmt: skip


def opened(window: StudyWindow) -> HelpWindow | None:
    """The help that this window has open."""
    return next((held for held in window.findChildren(HelpWindow) if not held.gone), None)


class HelpWindow(QDialog):
    """Knows the page that is read and those before it."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("help")
        self._window = window
        self._dress = window.dress
        say = self._dress.say
        self.gone = False
        self.book = book(say.language)
        self.names = names_of(say)
        self.code = ""
        self.view: PageView | None = None
        self._before: list[str] = []
        self._after: list[str] = []
        self.search = QLineEdit()
        self.contents = Contents(self.book, self._dress)
        self.area = QScrollArea()
        self._build()
        self._connect()
        self._take_size()

    # Building

    def _build(self) -> None:
        say = self._dress.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(named(QFrame(), "rule"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(10, 8, 4, 8)
        self.nothing = PlainLabel(
            say("No page has these words. Try one word, or a shorter one."), name="muted", wrap=True
        )
        self.nothing.hide()
        left.addWidget(self.nothing)
        left.addWidget(self.contents, 1)
        self.contents.show_all("")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setObjectName("page")
        row.addWidget(self._left)
        row.addWidget(self.area, 1)
        column.addLayout(row, 1)

    def _bar(self) -> QHBoxLayout:
        say, row = self._dress.say, QHBoxLayout()
        row.setContentsMargins(10, 8, 12, 8)
        row.setSpacing(4)
        self.back = self._tool("back", say("Back (Alt+Left)"))
        self.forward = self._tool("folded", say("Forward (Alt+Right)"))
        self.list_button = self._tool("more", say("Contents"))
        self.list_button.setCheckable(True)
        self.previous = self._tool("up", say("Page before (Ctrl+Page Up)"))
        self.next = self._tool("down", say("Next page (Ctrl+Page Down)"))
        self.search.setMaxLength(TITLE_MAX)
        self.search.setPlaceholderText(say("Search in the help"))
        self.search.setAccessibleName(say("Search in the help"))
        self.search.setClearButtonEnabled(True)
        for widget in (self.list_button, self.back, self.forward):
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        return row

    def _tool(self, sign: str, name: str) -> QToolButton:
        button = sign_button(sign, name, self._dress.colours.text, self._dress.colours.idle)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _connect(self) -> None:
        self.contents.chosen.connect(lambda code: self.go(code, listed=True))
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._enter)
        self.list_button.toggled.connect(self._arrange)
        acts: dict[str, Callable[[], object]] = {
            "back": self.go_back, "forward": self.go_forward, "previous": lambda: self._beside(-1),
            "next": lambda: self._beside(1), "find": self._to_search, "start": lambda: self.go(START),
            "close": self.close, "other": self._other_part,
        }  # fmt: skip
        for code, keys in KEYS.items():
            for key in keys:
                QShortcut(QKeySequence(key), self, acts[code])
        buttons = {"back": self.back, "forward": self.forward, "previous": self.previous, "next": self.next}
        for code, button in buttons.items():
            button.clicked.connect(lambda _=False, code=code: acts[code]())

    def _take_size(self) -> None:
        size = self._dress.percent / 100
        room, least = self._window.size(), round(LEAST[0] * size)
        usual = min(round(SIZE[0] * size), round(room.width() * SHARE)), round(SIZE[1] * size)
        wide, high = settings.dialog_size("help") or usual
        self.setMinimumSize(least, LEAST[1])
        self.resize(max(least, min(wide, room.width() - 40)), max(LEAST[1], min(high, room.height() - 60)))
        self.contents.setMinimumWidth(0)
        self._left.setFixedWidth(round(LIST * size))

    def come_forward(self) -> None:
        """At the right over its window where there is no room beside it; the keyboard on the page."""
        if not self.isVisible():
            corner = self._window.mapToGlobal(QPoint(self._window.width() - self.width() - 12, 44))
            self.move(corner)
            self.show()
        self.raise_()
        self.activateWindow()
        self.area.setFocus()

    # Going

    def go(self, code: str, *, listed: bool = False) -> None:
        """Read this page; the one before can be gone back to."""
        if code != self.code:
            if self.code:
                self._before.append(self.code)
            self._after.clear()
            self._display(code)
        if not listed and self.search.text():
            self.search.clear()
        if listed and self.list_button.isVisible() and not self.contents.hasFocus():
            self.list_button.setChecked(False)

    def go_back(self) -> None:
        """To the page before this one."""
        if self._before:
            self._after.append(self.code)
            self._display(self._before.pop())

    def go_forward(self) -> None:
        """Where one came back from."""
        if self._after:
            self._before.append(self.code)
            self._display(self._after.pop())

    def _beside(self, by: int) -> None:
        code = self.book.beside(self.code, by)
        if code is not None:
            self.go(code)

    def _display(self, code: str) -> None:
        page = self.book.page(code)
        self.code = code
        held = self.view is not None and discard([self.area.takeWidget()])  # later: the link pressed is in it
        self.view = PageView(page, self.book, self.names, self._window)
        self.view.wanted.connect(self.go)
        self.area.setWidget(self.view)
        self.area.verticalScrollBar().setValue(0)
        self.area.setAccessibleName(page.title)
        self.contents.select(code)
        self.setWindowTitle(literal_title(f"{page.title} — {self._dress.say('Help')}"))
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))
        self.previous.setEnabled(self.book.beside(code, -1) is not None)
        self.next.setEnabled(self.book.beside(code, 1) is not None)
        if held:
            self.area.setFocus()
        self._mark()
        announce(self, page.title)

    # Searching

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _find(self, query: str) -> None:
        if not query.strip():
            self.nothing.hide()
            self.contents.show_all(self.code)
            self._arrange()
            self._mark()
            return
        hits = search(self.book, query, self.names, self._dress.say)
        self.nothing.setVisible(not hits)
        self.contents.show_found(hits)
        if not self._roomy():
            self.list_button.setChecked(True)
        self._mark()
        announce(self.search, self._dress.say.many("{n} page", "{n} pages", len(hits)))

    def _enter(self) -> None:
        """The best page; the keyboard goes into the list of those found."""
        if self.contents.count():
            self.contents.setFocus()
            self.contents.setCurrentRow(0)

    def _mark(self) -> None:
        if self.view is None:
            return
        first = self.view.mark(self.search.text())
        if first is not None:
            view = self.view
            QTimer.singleShot(0, view, lambda: self.area.ensureWidgetVisible(first, 0, 80))

    # Keys, size, and going away

    def _other_part(self) -> None:
        """From the list to the page and back."""
        if self.contents.hasFocus() or not self.contents.isVisible():
            self.area.setFocus()
        else:
            self.contents.setFocus()

    def _roomy(self) -> bool:
        return self.width() >= BOTH * self._dress.percent / 100

    def _arrange(self) -> None:
        """The list beside the page; in a small window instead of it."""
        roomy, wanted = self._roomy(), self.list_button.isChecked()
        self.list_button.setVisible(not roomy)
        self._left.setVisible(roomy or wanted)
        self.area.setVisible(roomy or not wanted)
        size = self._dress.percent / 100
        self._left.setMinimumWidth(round(LIST * size) if roomy else 0)
        self._left.setMaximumWidth(round(LIST * size) if roomy else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first empties the search."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def again(self) -> Callable[[StudyWindow], object]:
        """Opens it once more, at this page, in a window that is dressed anew."""
        code, before, place = self.code, list(self._before), self.area.verticalScrollBar().value()

        def reopen(window: StudyWindow) -> None:
            made = HelpWindow(window)
            made.go(code)
            made._before = before
            made.back.setEnabled(bool(before))
            made.come_forward()
            bar = made.area.verticalScrollBar()
            QTimer.singleShot(0, made, lambda: bar.setValue(place))

        return reopen

    def done(self, result: int) -> None:
        """Closed, by Escape or otherwise."""
        self.gone = True
        settings.set_dialog_size("help", (self.width(), self.height()))
        super().done(result)
