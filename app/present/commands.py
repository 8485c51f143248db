"""Everything that can be done during a presentation: what it is called, its key, its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.i18n import N_

if TYPE_CHECKING:
    from journeys.i18n import Words


class Command(NamedTuple):
    """`keys` as they are written beside it; `icon`: that of its button."""

    code: str
    text: str
    keys: str = ""
    icon: str = ""
    checkable: bool = False


COMMANDS: Final = (
    Command("next", N_("Next"), "→", "folded"),
    Command("previous", N_("Previous"), "←", "back"),
    Command("first", N_("First slide"), "Home", "first"),
    Command("last", N_("Last slide"), "End", "last"),
    Command("restart", N_("From the beginning"), "F5", "restart"),
    Command("black", N_("Black screen"), "B", "black", checkable=True),
    Command("white", N_("White screen"), "W", "white", checkable=True),
    Command("spot", N_("Spotlight"), "S", "spot", checkable=True),
    Command("part_next", N_("Light the next part"), "Tab", "part_next"),
    Command("part_previous", N_("Light the previous part"), "Shift+Tab", "part_previous"),
    Command("closer", N_("Zoom in"), "Z", "zoom"),
    Command("farther", N_("Zoom out"), "-", "minus"),
    Command("whole", N_("Whole slide"), "0", "fit"),
    Command("play", N_("Play"), "P", "play", checkable=True),
    Command("slower", N_("Slower"), "["),
    Command("faster", N_("Faster"), "]"),
    Command("notes", N_("Speaker’s notes"), "N", "note", checkable=True),
    Command("console", N_("Presenter’s screen"), "C", "console", checkable=True),
    Command("colours", N_("Other colours"), "T", "colours"),
    Command("swap", N_("Swap screens"), "X", "swap"),
    Command("window", N_("In a window"), "F11", "window", checkable=True),
    Command("keys", N_("Which keys?"), "F1", "keys"),
    Command("end", N_("End the presentation"), "Esc", "close"),
)
BY_CODE: Final = {command.code: command for command in COMMANDS}
HINT: Final = ("next", "previous", "spot", "closer", "black", "notes", "end")
"""The commands of which the room's screen shows the keys at the beginning."""


def titled(code: str, say: Words) -> str:
    """The command with its key."""
    found = BY_CODE[code]
    return f"{say(found.text)} ({found.keys})" if found.keys else say(found.text)
