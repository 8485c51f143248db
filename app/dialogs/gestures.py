"""What one does with keys, mouse, fingers and pen, and what happens: the content of the sheet of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from app.canvas.keys import NOTES
from app.present.commands import COMMANDS as PRESENTING
from app.table.guide import KEYS as TABLE
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words

Row = tuple[str, str]

MAP_WRITE: Final = (
    (N_("Double-click an empty place"), N_("New step there")),
    (N_("Type on an empty place"), N_("New step with that text")),
    (N_("Double-click a step, or F2"), N_("Change the title on the map")),
    (N_("Enter on a step"), N_("Next step, connected")),
    (N_("Enter on several steps"), N_("A step to which they all lead")),
    (N_("Tab on a step"), N_("Step beside it")),
    (N_("Enter with Ctrl, while you type"), N_("Keep it, and type the next step")),
    (N_("Tab while you type"), N_("Keep it, and type in the next place; with Shift the one before")),
    (N_("Enter with Shift, while you type"), N_("New line")),
    (N_("1 to 5, + and − on a step"), N_("How it feels")),
    (N_("A letter on a step"), ""),
    (N_("Ctrl+V with lines of text"), N_("A step of every line; after many lines you see them first")),
    (N_("Drop a picture or a file"), N_("Picture on that step; a table or study comes in")),
)
MAP_GO: Final = (
    (N_("Arrow keys"), N_("Travel over the map")),
    (N_("Home, End"), N_("First step, last step")),
    (N_("Ctrl+↓ on a step"), N_("Into the process behind it; with Ctrl+↑ back to the step")),
    (N_("Shift and arrow keys"), N_("Select more steps")),
    (N_("Ctrl and click"), N_("Select one more, or one less")),
    (N_("Shift and click"), N_("Select all steps up to there")),
    (N_("Drag over an empty place"), N_("Select what lies inside")),
    (N_("Menu key, or right click"), N_("What you can do there")),
    (N_("Esc"), N_("Stop; from the lists and panels back to the map; with nothing selected, the lens off")),
    (N_("Esc in full screen"), N_("At last, out of it")),
    (N_("Wheel, with Ctrl to zoom"), N_("Move over the map")),
    (N_("Space or middle button and drag"), N_("Move over the map")),
    (N_("Arrow keys on the minimap"), N_("Move over the map")),
    (N_("Two fingers"), N_("Move over the map and zoom")),
    (N_("Finger: tap, press long, drag"), N_("Click, menu, move")),
)
MAP_MOVE: Final = (
    (N_("Drag a step"), N_("Move it to another place; Esc stops")),
    (N_("Ctrl and drag a step"), N_("Put a copy there")),
    (N_("Alt and arrow keys"), N_("Move steps; hang a note on the step beside; move where a phase begins")),
    (N_("Drag a note"), N_("Hang it on another step or phase")),
    (N_("Drag a face on the heartbeat"), N_("How it feels")),
    (N_("Double-click the heartbeat"), N_("How it feels")),
    (N_("Drag the border of a phase"), N_("Change its period")),
    (N_("Delete on a step"), N_("Delete it; the flow closes")),
    (N_("Other end of the pen"), N_("Delete what it goes over")),
)
MAP_CONNECT: Final = (
    (N_("Click the dot beside a step"), N_("Next step, connected")),
    (N_("Drag from the dot beside a step"), N_("Connect it, or make a connected step")),
    (N_("Ctrl+L on a step"), N_("Connect it to another step, or take that away")),
    (N_("Ctrl+L on several steps"), N_("Connect them, in the order in which you chose them")),
    (N_("L on a step"), N_("Its connections; then arrow keys, Enter for words at it")),
    (N_("Drag the end of a chosen connection"), N_("Let it lead elsewhere")),
    (N_("Double-click a connection"), N_("Words at it")),
)
QUICK: Final = (
    (N_("Enter in quick entry"), N_("Add the step, and type the next one")),
    (N_("@ and a name"), N_("Whom the person meets; Tab fills in the name")),
    (N_("+2 to −2 at the end"), N_("How it felt")),
    (N_("A letter and a colon at the start"), N_("A note on the last step, for example “n: ”")),
    (N_("Alt+Up, Alt+Down in quick entry"), N_("The phase before, the phase after")),
)
COMPARE: Final = (
    (N_("Arrow keys in the comparison"), N_("From field to field")),
    (N_("Enter or double-click on a field"), N_("Open it on the map")),
    (N_("Ctrl+C on a field"), N_("Copy what it says")),
    (N_("Ctrl and wheel"), N_("Zoom in and out")),
)
FIND: Final = (
    (N_("Enter; with Shift"), N_("The next place found; the one before")),
    (N_("Enter behind “Replace with”"), N_("Replace this one and go on")),
    (N_("Arrow keys, Enter in the list of commands"), N_("Choose one, and carry it out")),
)
NOTES_LIST: Final = (
    (N_("Enter on a note; with Ctrl"), N_("Change its words; show its place on the map")),
    (N_("Space on notes"), N_("The next status")),
    (N_("Delete on notes"), N_("Delete them")),
)
LANES: Final = (
    (N_("Space on a lane"), N_("Show or hide it")),
    (N_("Enter or F2 on a lane"), N_("Another name")),
    (N_("Alt+Up, Alt+Down on a lane"), N_("Move it")),
)
PRESENT: Final = (
    (N_("→, Page Down, Space, Enter, or a click"), N_("The next slide, or the next gap on it")),
    (N_("←, Page Up or Backspace"), N_("The slide before")),
    (N_("A number and Enter"), N_("To the slide with that number")),
    (N_("Buttons of a presenter remote"), N_("Next, previous, black screen, from the beginning")),
    (N_("Shift+F5 while you present"), N_("To what is selected in the study")),
    (N_("Shift and arrow keys, when zoomed in"), N_("Move over the slide")),
    (N_("Wheel, with Ctrl to zoom"), N_("Turn the slides")),
    (N_("Finger: sweep, tap, press long, two fingers"), N_("Turn the slides, next, menu, zoom")),
    (N_("Right click, F10 or the menu key"), N_("Every command of the presentation")),
)
"""Beside the keys of its commands."""
SAID: Final = frozenset({"next", "previous"})
"""Commands of a presentation of which the rows above tell more."""
WORKSHOP: Final = (
    (N_("Click a note while votes are given; with Shift"), N_("A dot more; a dot less")),
    (N_("+ or Enter on a note while votes are given"), N_("A dot more")),
    (N_("− or Shift+Enter on a note while votes are given"), N_("A dot less")),
    (N_("Ctrl+Enter on a parked note"), N_("Choose where it is put")),
    (N_("Drag a parked note"), N_("Hang it on a step or phase")),
    (N_("Enter in the list of differences"), N_("Show its place on the map")),
    (N_("F2 on a snapshot"), N_("Another name")),
    (N_("Delete on a snapshot"), N_("Delete it")),
)
VIEWS_LIST: Final = (
    (N_("Enter on a saved view"), N_("Show it")),
    (N_("F2 on a saved view"), N_("Another name")),
    (N_("Alt+Up, Alt+Down on a saved view"), N_("Move it")),
    (N_("Delete on a saved view"), N_("Delete it")),
)
GROUPS: Final = (
    (N_("Map: write"), MAP_WRITE),
    (N_("Map: go and select"), MAP_GO),
    (N_("Map: move and delete"), MAP_MOVE),
    (N_("Map: connect"), MAP_CONNECT),
    (N_("Quick entry, below the map"), QUICK),
    (N_("In the table"), TABLE),
    (N_("Comparing"), COMPARE),
    (N_("List of notes"), NOTES_LIST),
    (N_("Find, replace and commands"), FIND),
    (N_("List of lanes"), LANES),
    (N_("List of saved views"), VIEWS_LIST),
    (N_("Votes, parking lot and snapshots"), WORKSHOP),
)


def groups(say: Words) -> Iterator[tuple[str, list[Row]]]:
    """Every group with its title, in the words of the window."""
    letters = " · ".join(map(say, NOTES.values()))
    for title, rows in GROUPS:
        yield (
            say(title),
            [
                (say(does), say(result) if result else say("A note on it: {keys}", keys=letters))
                for does, result in rows
            ],
        )
    yield say("During a presentation"), [*_said(PRESENT, say), *_presenting(say)]


def _said(rows: tuple[Row, ...], say: Words) -> list[Row]:
    return [(say(does), say(result)) for does, result in rows]


def _presenting(say: Words) -> Iterator[Row]:
    """The keys of a presentation's own commands, as its menu writes them."""
    for command in PRESENTING:
        if command.keys and command.code not in SAID:
            keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
            yield command.keys if len(command.keys) == 1 else keys or command.keys, say(command.text)
