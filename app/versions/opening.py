"""Opens what the program kept as a study of its own: without a file, so that nothing is written over."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app import opening
from app.versions import held as helds
from app.versions.held import Held, glimpse_of
from journeys.errors import FileError, StoreError
from journeys.phrases.dates import when_text
from journeys.phrases.terms import count_of, joined

if TYPE_CHECKING:
    from pathlib import Path

    from app.program import Program
    from app.versions.held import Glimpse
    from app.window import StudyWindow
    from journeys.errors import LevensreisError
    from journeys.i18n import Words
    from journeys.store.opener import Opened


def open_held(program: Program, asking: StudyWindow, held: Held) -> None:
    """Read it and show it in a window, in the asking one when that is empty."""
    opening.read(
        program, asking, helds.file_of(held), lambda: helds.read(held),
        lambda opened: _shown(program, asking, held, opened), lambda error: program.tell(asking, _named(error, held)),
    )  # fmt: skip


def _named(error: LevensreisError, held: Held) -> LevensreisError:
    """By the name that people know, not by that of a file of our own."""
    if held.kind == "rest":
        return error
    if held.kind != "version" or held.path is None:
        return StoreError("store.damaged", folder="")
    return FileError(error.code, **{**error.values, "name": held.path.name})


def open_rest(program: Program, asking: StudyWindow, folder: Path, title: str) -> None:
    """What can be read of a damaged working copy."""
    open_held(program, asking, Held("damaged", folder, dt.datetime.now(dt.UTC), 0, title=title))


def _shown(program: Program, asking: StudyWindow, held: Held, opened: Opened) -> StudyWindow:
    window = program.show_new(asking, opened.document, opened.images, opened.snapshots)
    if window.view is not None:
        window.view.map.when_painted(lambda: _tell(window, held, glimpse_of(opened)))
    return window


def _tell(window: StudyWindow, held: Held, glimpse: Glimpse) -> None:
    say = window.dress.say
    if window.bar is None:
        return
    when = when_text(held.at, dt.datetime.now().astimezone(), say)
    if not glimpse.whole:
        first = f"{say('This is what could still be read.')} {lost_text(glimpse, say)}"
    elif held.kind == "version":
        first = say("This is the version of {time}.", time=when)
    else:
        first = say("This is what was set aside {time}.", time=when)
    text = f"{first} {say('It gets a file of its own when you save it.')}"
    window.bar.tell(text, [(say("Save as…"), window.actions_by_code["save_as"].trigger)], grave=not glimpse.whole)


def lost_text(glimpse: Glimpse, say: Words) -> str:
    """ "Lost: 3 steps and 1 note." """
    if glimpse.whole:
        return ""
    if not glimpse.lost:
        return say("How much is lost is not known.")
    return say("Lost: {what}.", what=joined([_counted(kind, n, say) for kind, n in glimpse.lost], say))


def _counted(kind: str, n: int, say: Words) -> str:
    return say.many("{n} snapshot", "{n} snapshots", n) if kind == "snapshot" else count_of(kind, n, say)
