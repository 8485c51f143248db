"""The save state in words, and what can be done about it: one table for the status bar and the messages."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.i18n import N_
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.files import SaveState, StudyFile
    from app.panels.message_bar import Answer
    from app.window import StudyWindow
    from journeys.errors import LevensreisError
    from journeys.i18n import Words


class Way(NamedTuple):
    """Why something is not in the file, in a few words, and the answers to it, the best first."""

    short: str
    answers: tuple[str, ...]


ANSWERS: Final = {
    "retry": N_("Try again"),
    "look": N_("Look again"),
    "elsewhere": N_("Save elsewhere…"),
    "name": N_("Save as…"),
    "again": N_("Write it again"),
    "follow": N_("Go on with that file"),
    "here": N_("Save it here all the same"),
    "both": N_("Show both files…"),
    "folder": N_("Choose another folder…"),
}
AGAIN: Final = ("retry", "elsewhere")
OTHER: Final = ("elsewhere", "retry")
WAYS: Final = {
    "file.no_name": Way(N_("choose a name"), ("name",)),
    "file.held": Way(N_("{user} is working on the file"), ("name",)),
    "file.passing": Way(N_("the file lies among temporary files"), ("elsewhere", "here")),
    "file.read_only": Way(N_("the file is read-only"), OTHER),
    "file.not_writable": Way(N_("you may not write there"), OTHER),
    "file.name_refused": Way(N_("the name is not possible there"), ("elsewhere",)),
    "file.folder": Way(N_("something else is in its place"), OTHER),
    "file.special": Way(N_("something else is in its place"), OTHER),
    "file.exists": Way(N_("something else is in its place"), AGAIN),
    "file.full": Way(N_("the disk is full"), AGAIN),
    "file.computer_full": Way(N_("the disk of this computer is full"), AGAIN),
    "file.no_folder": Way(N_("its folder is not there"), AGAIN),
    "file.in_use": Way(N_("another program holds the file"), AGAIN),
    "file.not_written": Way(N_("the disk does not answer"), AGAIN),
    "file.not_verified": Way(N_("it did not read back the same"), OTHER),
    "file.target_gone": Way(N_("the file is gone"), ("again", "elsewhere", "look")),
    "file.moved": Way(N_("the file is now “{where}”"), ("follow", "again", "elsewhere")),
    "file.in_place": Way(N_("written over the old one"), ("elsewhere",)),
    "file.two_versions": Way(N_("there is another version too"), ("both",)),
    "store.full": Way(N_("the disk of this computer is full"), ("retry", "folder")),
    "store.not_writable": Way(N_("read-only, no folder for changes"), ("folder", "retry")),
    "store.no_folder": Way(N_("read-only, no folder for changes"), ("folder", "retry")),
    "store.not_written": Way(N_("this computer could not keep it"), ("retry", "folder")),
    "store.in_use": Way(N_("it is open in another window"), ("retry",)),
    "store.damaged": Way(N_("the copy on this computer is damaged"), ("retry", "folder")),
}
"""By the code of the error that a save state has."""
UNKNOWN: Final = Way(N_("it could not be written"), AGAIN)


def way(error: LevensreisError) -> Way:
    return WAYS.get(error.code, UNKNOWN)


def possible(error: LevensreisError) -> list[str]:
    """The answers to it on this computer."""
    from journeys.store import locations

    return [code for code in way(error).answers if code != "folder" or not locations.folder_is_fixed()]


def state_text(state: SaveState, say: Words) -> str:
    """The three sentences of the status bar."""
    if state.kind == "file":
        return say("Saved in file {time}", time=clock_text(state.at)) if state.at else say("Saved in file")
    if state.kind == "computer":
        return say("Saved on this computer, file follows")
    return say("Not saved: {reason}", reason=short(state.error, say) if state.error else "")


def reason_text(state: SaveState, say: Words) -> str:
    """Why, in a few words beside the sentence; empty when there is nothing to say, or the sentence says it."""
    return "" if state.error is None or state.kind == "failed" else short(state.error, say)


def short(error: LevensreisError, say: Words) -> str:
    return say(way(error).short, **error.values)


def whole_text(state: SaveState, say: Words) -> str:
    """All that is to be said, for whoever asks for it."""
    said = [state_text(state, say) + "."] if state.kind != "failed" else []
    if state.error is not None:
        said.append(error_text(state.error, say))
    if state.kind == "computer" and state.error is not None and state.error.code != "file.no_name":
        said.append(say("Your work is safe on this computer."))
    return " ".join(said)


def show(window: StudyWindow) -> None:
    """Put the save state in the status bar."""
    if window.file is None or window.status is None:
        return
    say, state = window.dress.say, window.file.state
    button = say(ANSWERS[possible(state.error)[0]]) if state.error is not None else ""
    window.status.show_saved(
        state_text(state, say), button, reason_text(state, say), whole_text(state, say), grave=state.kind == "failed"
    )


def press(window: StudyWindow) -> None:
    """The button beside the save state was pressed."""
    error = window.file.state.error if window.file is not None else None
    if error is not None:
        act(window, error, possible(error)[0])


def answers(window: StudyWindow, error: LevensreisError) -> list[Answer]:
    """The verbs for a message about this."""
    say = window.dress.say
    return [(say(ANSWERS[code]), partial(act, window, error, code)) for code in possible(error)]


def act(window: StudyWindow, error: LevensreisError, code: str) -> None:
    """Do what was chosen."""
    from app.dialogs import documents, save_as, two_versions, work_folder

    file = window.file
    if file is None:
        return
    values = error.values
    doing: dict[str, Callable[[], object]] = {
        "retry": partial(documents.save, window),
        "look": partial(documents.save, window),
        "elsewhere": partial(save_as.ask_save_as, window),
        "name": partial(save_as.ask_save_as, window),
        "again": file.write_again,
        "here": file.write_here,
        "follow": partial(_follow, window, file, Path(str(values.get("there", "")))),
        "both": partial(two_versions.show, window, Path(str(values.get("theirs", "")))),
        "folder": partial(work_folder.ask, window),
    }
    doing[code]()


def _follow(window: StudyWindow, file: StudyFile, path: Path) -> None:
    from app import settings

    file.move_along(path)
    settings.add_recent_file(path)
    window.update_title()


def clock_text(at: dt.datetime) -> str:
    """The time of today, or of another day with its date."""
    today = dt.datetime.now().astimezone().date()
    return at.strftime("%H:%M") if at.date() == today else at.strftime("%d-%m-%Y %H:%M")
