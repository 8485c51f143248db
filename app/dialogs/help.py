"""Help: the keys, what severity means and where it comes from, and about the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import actions
from app.canvas.keys import NOTES
from app.plain import PlainLabel, named
from app.table.guide import KEYS as TABLE
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.window import StudyWindow
    from journeys.i18n import Words

MOUSE: Final = (
    (N_("Double-click an empty place"), N_("New step there")),
    (N_("Double-click a step, or F2"), N_("Change the title on the map")),
    (N_("Type on an empty place"), N_("New step with that text")),
    (N_("Enter on a step"), N_("Next step, connected")),
    (N_("Enter on several steps"), N_("A step to which they all lead")),
    (N_("Enter with Ctrl, while you type"), N_("Keep it, and type the next step")),
    (N_("Tab while you type"), N_("Keep it, and type in the next place; with Shift the one before")),
    (N_("Tab on a step"), N_("Step beside it")),
    (N_("Arrow keys"), N_("Travel over the map")),
    (N_("Alt and arrow keys"), N_("Move steps; hang a note on the step beside; move where a phase begins")),
    (N_("L on a step"), N_("Its connections; then arrow keys, Enter for words at it")),
    (N_("1 to 5, + and − on a step"), N_("How it feels")),
    (N_("Shift and arrow keys"), N_("Select more steps")),
    (N_("Ctrl+L on a step"), N_("Connect it to another step, or take that away")),
    (N_("Ctrl+L on several steps"), N_("Connect them, in the order in which you chose them")),
    (N_("Menu key, or right click"), N_("What you can do there")),
    (N_("Esc"), N_("Stop; from the lists and panels back to the map")),
    (N_("Drag a step"), N_("Move it to another place; Esc stops")),
    (N_("Ctrl and drag a step"), N_("Put a copy there")),
    (N_("Drag a note"), N_("Hang it on another step or phase")),
    (N_("Drag from the dot beside a step"), N_("Connect it, or make a connected step")),
    (N_("Click the dot beside a step"), N_("Next step, connected")),
    (N_("Drag the end of a chosen connection"), N_("Let it lead elsewhere")),
    (N_("Double-click a connection"), N_("Words at it")),
    (N_("Drag a face on the heartbeat"), N_("How it feels")),
    (N_("Drag the border of a phase"), N_("Change its period")),
    (N_("Delete on a step"), N_("Delete it; the flow closes")),
    (N_("Wheel, with Ctrl to zoom"), N_("Move over the map")),
    (N_("Space or middle button and drag"), N_("Move over the map")),
    (N_("Shift and click"), N_("Select all steps up to there")),
    (N_("Double-click the heartbeat"), N_("How it feels")),
    (N_("Finger: tap, press long, drag"), N_("Click, menu, move")),
    (N_("Two fingers"), N_("Move over the map and zoom")),
    (N_("Other end of the pen"), N_("Delete what it goes over")),
)


def show_shortcuts(window: StudyWindow) -> QDialog:
    """All keys in one sheet."""
    say = window.dress.say
    dialog, column = _sheet(window, say("Keys and mouse"))
    column.addWidget(PlainLabel(say("On the map"), name="title"))
    notes = (say("A letter on a step"), say("A note on it: {keys}", keys=" · ".join(map(say, NOTES.values()))))
    column.addLayout(_table([*((say(gesture), say(result)) for gesture, result in MOUSE), notes]))
    column.addSpacing(12)
    column.addWidget(PlainLabel(say("In the table"), name="title"))
    column.addLayout(_table([(say(gesture), say(result)) for gesture, result in TABLE]))
    column.addSpacing(12)
    column.addWidget(PlainLabel(say("Everywhere in the window"), name="title"))
    keys = [
        (actions.keys_text(command), actions.bare(say(command.text))) for command in actions.COMMANDS if command.keys
    ]
    column.addLayout(_table(keys))
    column.addStretch(1)
    return _open(dialog)


def show_severity(window: StudyWindow) -> QDialog:
    """What a severity is made of, with the numbers from the one table."""
    from journeys.analysis import severity

    say = window.dress.say
    dialog, column = _sheet(window, say("What does severity mean?"))
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


def show_about(window: StudyWindow) -> QDialog:
    """Name, version, licence."""
    from importlib.metadata import PackageNotFoundError, version

    say = window.dress.say
    try:
        number = version("levensreis")
    except PackageNotFoundError:
        number = "?"
    dialog, column = _sheet(window, say("About Levensreis"))
    dialog.resize(480, 300)
    column.addWidget(PlainLabel("Levensreis", name="display"))
    column.addWidget(PlainLabel(say("Version {number}", number=number), name="muted"))
    for text in (
        say("For service designers who draw life journeys with residents."),
        say("Free software under the EUPL 1.2. The program makes no connection to the internet; your studies stay "
            "on your computer."),
    ):  # fmt: skip
        column.addWidget(PlainLabel(text, wrap=True))
    column.addStretch(1)
    return _open(dialog)


def _sheet(window: StudyWindow, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(window)
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


def _table(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for number, (left, right) in enumerate(rows):
        grid.addWidget(PlainLabel(left, name="strong"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(right, wrap=True), number, 1)
    return grid


def _open(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog
