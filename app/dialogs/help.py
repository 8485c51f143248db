"""Help: the keys, what severity means, and what the lenses show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app import actions
from app.plain import PlainLabel, named
from journeys import text as texts

if TYPE_CHECKING:
    from app.window import StudyWindow
    from journeys.i18n import Words

WIDE: Final = 1000
"""Pixels from which the groups stand in two columns."""


def show_shortcuts(window: StudyWindow) -> QDialog:
    """All keys and gestures, in groups, with a line to search in them."""
    from app.dialogs import gestures

    say = window.dress.say
    dialog, column = _sheet(window, say("Keys and mouse"), "shortcuts")
    size = window.dress.percent / 100
    wide = min(round(1060 * size), window.width() - 60)
    dialog.resize(wide, min(round(700 * size), max(520, window.height() - 60)))
    keys = [
        (actions.keys_text(command), actions.bare(say(command.text))) for command in actions.COMMANDS if command.keys
    ]
    found = [Group(title, rows) for title, rows in gestures.groups(say)]
    found.append(Group(say("Everywhere in the window"), keys))
    search = QLineEdit()
    search.setMaxLength(texts.TITLE_MAX)
    search.setPlaceholderText(say("Search in the keys"))
    search.setAccessibleName(say("Search in the keys"))
    search.setClearButtonEnabled(True)
    nothing = PlainLabel(say("No key or gesture has these words."), name="muted")
    nothing.hide()

    def narrow(words: str) -> None:
        nothing.setVisible(not [group for group in found if group.narrow(words)])

    search.textChanged.connect(narrow)
    column.addWidget(search)
    column.addWidget(nothing)
    column.addSpacing(6)
    column.addLayout(_side_by_side(found, 2 if wide >= WIDE * size else 1))
    column.addStretch(1)
    search.setFocus()
    return _open(dialog)


def _side_by_side(found: list[Group], columns: int) -> QHBoxLayout:
    """In reading order, down the first column and then down the second, which are about as long."""
    row = QHBoxLayout()
    row.setSpacing(36)
    share = sum(len(group.rows) + 2 for group in found) / columns
    held = 0.0
    sides = [QVBoxLayout() for _ in range(columns)]
    for group in found:
        length = len(group.rows) + 2
        sides[min(columns - 1, int((held + length / 2) / share))].addWidget(group)
        held += length
    for side in sides:
        side.setSpacing(18)
        side.addStretch(1)
        row.addLayout(side, 1)
    return row


class Group(QWidget):
    """Keys that belong together, under a title."""

    def __init__(self, title: str, rows: list[tuple[str, str]]) -> None:
        super().__init__()
        self.rows = rows
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(title, name="title"))
        column.addLayout(_table(rows, even=True))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        _, *self._cells = self.findChildren(PlainLabel, options=direct)  # the first is the title

    def narrow(self, words: str) -> bool:
        """Show the rows with these words; whether there are any."""
        wanted = texts.folded(words).split()
        shown = [all(word in texts.folded(" ".join(row)) for word in wanted) for row in self.rows]
        for number, cell in enumerate(self._cells):
            cell.setVisible(shown[number // 2])
        self.setVisible(any(shown))
        return any(shown)


def show_severity(window: StudyWindow) -> QDialog:
    """What a severity is made of, with the numbers from the one table."""
    from journeys.analysis import severity

    say = window.dress.say
    dialog, column = _sheet(window, say("What does severity mean?"), "severity")
    for text in _explanation(say):
        column.addWidget(PlainLabel(text, wrap=True))
    column.addSpacing(6)
    column.addLayout(_table([
        (say("Open needs and questions in the phase"),
         say("1: {one} · 2: {two} · 3 or more: {more}",
             one=severity.NEEDS[1], two=severity.NEEDS[2], more=severity.NEEDS[3])),
        (say("Pain points and deadlines"),
         say("1: {one} · 2 or more: {more}", one=severity.HURDLES[1], more=severity.HURDLES[2])),
        (say("Lowest emotion of the steps"),
         say("−1: {one} · −2: {two}", one=severity.EMOTION[-1], two=severity.EMOTION[-2])),
        (say("How long the phase lasts"), say("up to {n}, for a year or more", n=severity.DURATION)),
        (say("How many personas it concerns"), say("up to {n}, when it concerns all of them", n=severity.PERSONAS)),
    ]))  # fmt: skip
    column.addSpacing(6)
    column.addWidget(PlainLabel(
        say("From {high} points a gap is called high, from {middle} middle, below that low. The weights are a choice "
            "of the makers of this program, not the outcome of research. Click “Why” on a gap to see every point.",
            high=severity.HIGH, middle=severity.MIDDLE), wrap=True,
    ))  # fmt: skip
    column.addStretch(1)
    return _open(dialog)


def _explanation(say: Words) -> tuple[str, ...]:
    return (
        say("A gap is a phase in which the person meets nobody of the municipality: not itself, not in commission "
            "and not through a partner."),
        say("Severity, from 0 to 100, helps to choose where to begin. Without an open need it stays at 45 or "
            "less: perhaps absence is right there. Then mark it as deliberate, with the reason."),
        say("It is the sum of these points:"),
    )  # fmt: skip


def show_lenses(window: StudyWindow) -> QDialog:
    """What each lens asks of a study and whose idea it is, and what one can do with a finding."""
    from journeys.phrases.lenses import NAMES, about

    say = window.dress.say
    dialog, column = _sheet(window, say("What do the lenses show?"), "lenses_help")
    for text in (
        say("A lens looks at the study with one question. What it finds stands in the panel “Findings”: to act on, "
            "worth a look, or a strength to keep. Every number can be clicked: it shows what was counted."),
        say("The lenses follow rules; they do not know your residents. Is a finding not right for you? Then mute it, "
            "with a reason. Choose a lens to colour the map by it."),
    ):  # fmt: skip
        column.addWidget(PlainLabel(text, wrap=True))
    column.addSpacing(6)
    for lens, name in NAMES.items():
        column.addWidget(PlainLabel(say(name), name="title"))
        column.addWidget(PlainLabel(about.about(lens, say), wrap=True))
        column.addSpacing(4)
    column.addStretch(1)
    return _open(dialog)


def _sheet(window: StudyWindow, title: str, command: str) -> tuple[QDialog, QVBoxLayout]:
    """`command` calls it again in another language."""
    dialog = QDialog(window)
    dialog.setProperty("command", command)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(600, 560)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 12)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    page = named(QWidget(), "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 18, 20, 8)
    scroll.setWidget(page)
    outer.addWidget(scroll, 1)
    close = QPushButton(window.dress.say("Close"))
    close.clicked.connect(dialog.close)
    close.setDefault(True)
    outer.addWidget(close, 0, Qt.AlignmentFlag.AlignCenter)
    return dialog, column


def _table(rows: list[tuple[str, str]], *, even: bool = False) -> QGridLayout:
    """Two columns; `even`: of the same widths in every table."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 5 if even else 1)
    grid.setColumnStretch(0, 4 if even else 0)
    for number, (left, right) in enumerate(rows):
        grid.addWidget(PlainLabel(left, name="strong", wrap=even), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(right, wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _open(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog
