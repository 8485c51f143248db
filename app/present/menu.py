"""The menu of a presentation: every command, the slides, what is presented, colours, pace and screens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.actions import choice
from app.plain import literal
from app.present import screens, subjects
from app.present.commands import BY_CODE
from app.present.showing import PACES
from journeys.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.present.presentation import Presentation
    from app.theme import Look

ORDER: Final = (
    "next previous >slides - spot closer whole >near - black white - play >pace - notes console - "
    ">what >colours >screen window - keys end"
)
NESTED: Final = {
    "slides": N_("Go to slide"), "near": N_("Light and zoom"), "pace": N_("Pace"),
    "what": N_("What is presented"), "colours": N_("Colours"),
    "screen": N_("Audience’s screen"),
}  # fmt: skip
LOOKS: Final[dict[Look, str]] = {"light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}
PER_COLUMN: Final = 24
"""So many slides are chosen from one menu; more come in several."""


def build(presentation: Presentation, parent: QWidget) -> QMenu:
    """The menu; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for word in ORDER.split():
        if word == "-":
            menu.addSeparator()
        elif word.startswith(">"):
            sub = menu.addMenu(presentation.say(NESTED[word[1:]]))
            FILL[word[1:]](presentation, sub)
        else:
            menu.addAction(_action(presentation, word, menu))
    return menu


def _action(presentation: Presentation, code: str, menu: QMenu) -> QAction:
    command, state = BY_CODE[code], presentation.state()
    text = presentation.say("Pause") if code == "play" and state["play"] else presentation.say(command.text)
    action = QAction(f"{text}\t{_keys_text(command.keys)}" if command.keys else text, menu)
    action.setObjectName(code)
    if command.checkable and code != "play":
        action.setCheckable(True)
        action.setChecked(state[code])
    action.setEnabled(presentation.possible(code))
    action.triggered.connect(lambda _=False: presentation.run(code))
    return action


def _keys_text(keys: str) -> str:
    """As this computer writes it; signs stay as they are."""
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return keys if len(keys) == 1 else written or keys


def fill_slides(presentation: Presentation, menu: QMenu) -> None:
    """Every slide by its name, the one that is shown ticked."""
    showing = presentation.showing
    count = len(showing.slides)
    for code in ("first", "last", "restart"):
        menu.addAction(_action(presentation, code, menu))
    menu.addSeparator()
    for start in range(0, count, PER_COLUMN):
        end = min(count, start + PER_COLUMN)
        part = menu if count <= PER_COLUMN else menu.addMenu(f"{start + 1} – {end}")
        for index in range(start, end):
            text = literal(f"{index + 1}  {showing.gallery.title(index)}")
            choice(part, text, partial(showing.to, index), checked=index == showing.place.index)


def fill_pace(presentation: Presentation, menu: QMenu) -> None:
    """How long a slide stands while it plays."""
    say, showing = presentation.say, presentation.showing
    for seconds in PACES:
        text = say.many("{n} second a slide", "{n} seconds a slide", seconds)
        choice(menu, text, partial(showing.set_pace, seconds), checked=seconds == showing.pace)


def fill_what(presentation: Presentation, menu: QMenu) -> None:
    """What is presented."""
    document, show = presentation.gallery.document, presentation.gallery.show
    if document is not None and show is not None:
        subjects.fill(menu, document, show, presentation.say, presentation.choose)


def fill_colours(presentation: Presentation, menu: QMenu) -> None:
    """The colours of the audience's screen."""
    for look, name in LOOKS.items():
        chosen = look == presentation.gallery.look
        choice(menu, presentation.say(name), partial(presentation.wear, look, keep=True), checked=chosen)


def fill_screens(presentation: Presentation, menu: QMenu) -> None:
    """The screens by name; the audience's is ticked."""
    here = presentation.placing.audience_screen()
    for screen in screens.screens():
        text = literal(screens.called(screen, presentation.say))
        choice(menu, text, partial(presentation.placing.choose, screen.name()), checked=screen is here)
    if len(screens.screens()) > 1:
        menu.addSeparator()
        menu.addAction(_action(presentation, "swap", menu))


def fill_near(presentation: Presentation, menu: QMenu) -> None:
    """What is wanted less often of lighting and zooming."""
    for code in ("part_next", "part_previous", "farther"):
        menu.addAction(_action(presentation, code, menu))


FILL: Final = {
    "slides": fill_slides, "near": fill_near, "pace": fill_pace, "what": fill_what,
    "colours": fill_colours, "screen": fill_screens,
}  # fmt: skip
