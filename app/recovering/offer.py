"""Offers at the start what earlier sessions left, and does what the user decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import tasks
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from app.program import Program
    from app.recovering.waiting import Waiting
    from app.window import StudyWindow
    from journeys.store.recovery import Abandoned


def offer(program: Program, window: StudyWindow, *, crashed: bool = False) -> None:
    """Look in a worker, then ask in one window; where nothing is left, a crash is told all the same."""
    from app.recovering import waiting

    tasks.start(lambda _: waiting.found(), window, partial(_ask, program, window, crashed), tasks.our_mistake)


def _ask(program: Program, window: StudyWindow, crashed: bool, found: list[Waiting]) -> None:
    program.show_waiting(len(found))
    if not found:
        if crashed:
            _tell_crash(window)
        return
    from app.recovering.dialog import RecoveryDialog

    dialog = RecoveryDialog(window, found, crashed=crashed)
    dialog.decided.connect(partial(decide, program, window))
    dialog.open()


def _tell_crash(window: StudyWindow) -> None:
    say = window.dress.say
    if window.bar is not None:
        text = say("Levensreis stopped unexpectedly the last time. Nothing of your work was lost.")
        window.bar.tell(text, [(say("Report…"), window.actions_by_code["problem"].trigger)])


def decide(program: Program, window: StudyWindow, one: Abandoned, answer: str) -> None:
    """Go on with it, set it aside for the original, or let it wait."""
    if answer == "restore":
        restore(program, window, one)
    elif answer == "original":
        set_aside(program, window, one)


def restore(program: Program, asking: StudyWindow, one: Abandoned) -> None:
    """Go on where it ended; of a damaged copy with what can be read."""
    from app.files import StudyFile
    from journeys.store import recovery

    try:
        copy = recovery.recover(one)
        document = copy.document()
    except LevensreisError as error:
        _restore_rest(program, asking, one, error)
        return
    program.show_waiting(program.waiting - 1)
    for window in program.windows:
        if _untouched(window, one):
            window.drop_study()
            asking = window
            break
    file = StudyFile(document, copy=copy)
    program.show_study(asking, document, file)
    file.publish()


def _untouched(window: StudyWindow, one: Abandoned) -> bool:
    """Whether the window shows the file as it is: what is restored comes in its place."""
    file = window.file
    return file is not None and file.path is not None and file.path == one.path and not file.touched


def _restore_rest(program: Program, asking: StudyWindow, one: Abandoned, error: LevensreisError) -> None:
    """What can be read of a damaged copy, as a study that gets a name of its own; the copy itself is kept."""
    from app.versions import opening

    folder = error.values.get("folder")
    if error.code != "store.damaged" or not folder:
        program.tell(asking, error)
        return
    program.show_waiting(program.waiting - 1)
    opening.open_rest(program, asking, one.folder.with_name(str(folder)), one.title)


def set_aside(program: Program, window: StudyWindow, one: Abandoned) -> None:
    """Offer it no more and open the file as it is; where it is found again, is said."""
    from journeys.store import recovery

    say = window.dress.say
    try:
        recovery.discard(one)
    except (LevensreisError, OSError):
        return  # it still waits
    program.show_waiting(program.waiting - 1)
    shown: StudyWindow | None = window
    if one.path is not None:
        shown = program.open_file(window, one.path)
    for told in (shown, window):
        if told is not None and told.bar is not None and not told.bar.text:
            text = say("Your last changes in {title} are set aside, not thrown away.", title=f"“{one.title}”")
            told.bar.tell(text, [(say("Earlier versions…"), told.actions_by_code["versions"].trigger)])
            return
