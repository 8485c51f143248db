"""The list of what is kept on this computer, with a tick for each kind, and how long earlier versions stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import links, settings, tasks
from app.actions import choice, empty
from app.help.question import on_f1, question
from app.local_data import listed
from app.panels.message_bar import announce
from app.plain import PlainLabel, literal, named, plain_box, put
from journeys import portable
from journeys.errors import FileError
from journeys.messages import error_text
from journeys.phrases import local_data as told
from journeys.store import local_data, locations, retention

if TYPE_CHECKING:
    from app.local_data.listed import Line
    from app.window import StudyWindow
    from journeys.i18n import Words

PAGE: Final = "data"


class LocalData(QDialog):
    """Shows what is there when it opens, and again after each change; another dress opens it anew."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self._window, self._say = window, window.dress.say
        self.setObjectName("local_data")
        self.setProperty("command", "local_data")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say("Kept on this computer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 14)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_where(self._say), wrap=True))
        column.addWidget(self._list(), 1)
        column.addWidget(named(QFrame(), "rule"))
        column.addLayout(self._keeping())
        column.addWidget(self._honest())
        column.addLayout(self._foot())
        self.ticks: dict[str, QCheckBox] = {}
        self.display()
        self._take_room()
        next(iter(self.ticks.values()), self.days).setFocus()
        on_f1(self, PAGE)

    def _take_room(self) -> None:
        size, screen = self._window.dress.percent / 100, self._window.screen().availableSize()
        self.resize(min(round(640 * size), screen.width() - 40), min(round(720 * size), screen.height() - 60))

    def _list(self) -> QScrollArea:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._scroll

    def _keeping(self) -> QHBoxLayout:
        row, say = QHBoxLayout(), self._say
        label = PlainLabel(say("Keep earlier versions for"))
        self.days = named(QToolButton(), "drop")
        self.days.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.days.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.days.setMenu(QMenu(self.days))
        self.days.menu().aboutToShow.connect(self._fill_days)
        self._show_days()
        row.addWidget(label)
        row.addWidget(self.days)
        if retention.fixed():
            self.days.setEnabled(False)
            row.addWidget(PlainLabel(say(settings.FIXED), name="muted"))
        row.addStretch(1)
        row.addWidget(question(PAGE, self.windowTitle(), say, self._window.dress.colours))
        return row

    def _honest(self) -> PlainLabel:
        return PlainLabel(
            self._say("What is erased cannot be brought back here. A backup of your computer, a sync folder such as "
                      "OneDrive or the disk itself may still hold a copy; this program cannot reach those."),
            wrap=True, name="muted",
        )  # fmt: skip

    def _foot(self) -> QHBoxLayout:
        row, say = QHBoxLayout(), self._say
        self.erase = QPushButton(say("Erase what is ticked…"))
        self.erase.clicked.connect(self._ask)
        folder = QPushButton(say("Open the folder"))
        folder.clicked.connect(self._open_folder)
        self._said = PlainLabel("", name="muted", wrap=True)
        close = QPushButton(say("Close"))
        close.clicked.connect(self.close)
        for button in (self.erase, folder, close):
            button.setAutoDefault(False)
        row.addWidget(self.erase)
        row.addWidget(folder)
        row.addWidget(self._said, 1)
        row.addWidget(close)
        return row

    def display(self) -> None:
        """List what is there now, nothing ticked."""
        self.lines = listed.lines(self._say)
        self.ticks.clear()
        rows = QVBoxLayout(holder := named(QWidget(), "page"))
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(12)
        for line in self.lines:
            rows.addWidget(self._row(line))
        if not self.lines:
            rows.addWidget(PlainLabel(self._say("There is nothing."), name="muted"))
        rows.addStretch(1)
        self._scroll.setWidget(holder)
        self._follow()

    def _row(self, line: Line) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        if line.fixed:
            column.addWidget(PlainLabel(line.name))
        else:
            tick = self.ticks[line.code] = QCheckBox(literal(line.name))
            tick.setAccessibleDescription(f"{line.amount}. {line.what}")
            tick.toggled.connect(self._follow)
            column.addWidget(tick)
        for text, name in ((line.amount, "field"), (line.what, "muted")):
            label = PlainLabel(text, wrap=True, name=name)
            label.setContentsMargins(0 if line.fixed else 24, 0, 0, 0)
            column.addWidget(label)
        return holder

    def _ticked(self) -> list[Line]:
        return [line for line in self.lines if line.code in self.ticks and self.ticks[line.code].isChecked()]

    def _follow(self) -> None:
        self.erase.setEnabled(bool(self._ticked()))

    def _ask(self) -> None:
        """Once more, with all that goes; nothing of it comes back."""
        say, wanted = self._say, self._ticked()
        text = "\n".join(f"• {line.name}: {line.amount}" for line in wanted)
        lost = [title for line in wanted for title in line.loses]
        if lost:
            text += "\n\n" + say("You lose work that is in no file: {titles}.", titles="; ".join(lost))
        box = plain_box(self, "warning", say("Erase"), say("Erase this from this computer for good?"), text)
        box.setObjectName("erase")
        go = box.addButton(say("Erase"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(lambda: self._answered(wanted, erase=box.clickedButton() is go))
        box.finished.connect(box.deleteLater)
        box.open()

    def _answered(self, wanted: list[Line], *, erase: bool) -> None:
        if not erase:
            return
        left = listed.erase({line.code for line in wanted})
        if self._window.start_page is not None:
            self._window.start_page.refresh()
        self.display()
        paths = "; ".join(map(str, left))
        told = self._say("This could not be erased, because something has it open: {paths}", paths=paths)
        self._tell(told if left else self._say("Erased."))

    def _show_days(self) -> None:
        text = told.keeping_text(retention.days(), self._say)
        put(self.days, text)
        self.days.setAccessibleName(f"{self._say('Keep earlier versions for')}: {text}")

    def _fill_days(self) -> None:
        menu, now = self.days.menu(), retention.days()
        empty(menu)
        for days in sorted({*told.KEEPING, now}):
            choice(menu, told.keeping_text(days, self._say), partial(self._keep, days), checked=days == now)

    def _keep(self, days: int) -> None:
        try:
            retention.keep_for(days)
        except FileError as error:
            self._tell(error_text(error, self._say))
            return
        self._show_days()
        tasks.start(lambda _: local_data.expire(), self, self._expired, tasks.our_mistake)

    def _expired(self, gone: int) -> None:
        self.display()
        self._tell(self._say.many("{n} older version is gone.", "{n} older versions are gone.", gone)
                   if gone else self._say("Kept so from now on."))  # fmt: skip

    def _open_folder(self) -> None:
        if not links.open_folder(locations.data_folder()):
            self._tell(self._say("That folder is not there yet."))

    def _tell(self, text: str) -> None:
        put(self._said, text)
        announce(self, text)


def _where(say: Words) -> str:
    if portable.folder() is None:
        return say("Beside your own files, Levensreis keeps this on this computer. It sends none of it anywhere.")
    return say(
        "This Levensreis is portable: beside your own files it keeps this in {folder}, and nothing elsewhere on this "
        "computer. It sends none of it anywhere.",
        folder=str(portable.folder()),
    )
