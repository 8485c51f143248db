"""Questions about files: open, save, import, export, close; and what the user is told about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app import leaving, saving, settings
from app.dialogs.choose import file_dialog
from app.dialogs.save_as import ask_save_as
from app.plain import plain_box
from journeys.errors import FileError, LevensreisError
from journeys.identity import SUFFIX
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from app.panels.message_bar import Answer
    from app.window import StudyWindow
    from journeys.i18n import Words
    from journeys.store.locks import Holder


PATIENCE: Final = 15.0
"""Seconds that closing waits for a disk; then it asks."""
LEFT: Final = 2.0
"""And when somebody chose to leave."""
AT_ONCE: Final = ("again", "follow", "here", "retry")
"""The answers after which nothing more is asked, so that the window can close behind them."""


def new_window(window: StudyWindow) -> None:
    """The welcome page, in this window when it is empty."""
    if window.session is not None:
        window.window_wanted.emit()


def ask_open(window: StudyWindow) -> None:
    """Choose a study to open."""
    say = window.dress.say
    dialog = _dialog(window, say("Open a study"), say("Open"), [_ours(window)])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: window.files_wanted.emit([Path(name)]))
    dialog.open()


def save(window: StudyWindow) -> None:
    """Bring the file up to date now; a study without a name asks for one."""
    if window.file is None or window.view is None:
        return
    window.view.flush()
    if window.file.state.kind == "failed":
        _retry(window)
    elif window.file.path is None:
        ask_save_as(window)
    else:
        window.file.publish(asked=True)


def _retry(window: StudyWindow) -> None:
    """This computer refused an edit: see whether it takes them again."""
    if window.file is None:
        return
    try:
        window.file.retry()
    except LevensreisError as error:
        tell_refused(window, error)
    else:
        if window.bar is not None:
            window.bar.hide()


def ask_import(window: StudyWindow) -> None:
    """Choose a file in another format: a study becomes a window of its own, steps come into this one or make one."""
    from app import importing

    importing.ask(window)


def import_file(window: StudyWindow, path: Path) -> None:
    """Import a file of any format that we know."""
    from app import importing

    importing.take(window, path)


def ask_export(window: StudyWindow) -> None:
    """Choose in which format the study goes along, and where to."""
    from app import exporting

    exporting.show(window)


def close(window: StudyWindow) -> None:
    """Close the window when everything is in the file; else ask, without holding anybody up."""
    file = window.file
    if window.view is not None:
        window.view.flush()
    if file is None or (file.path is None and not file.touched):
        _finish(window)
    elif (left := leaving.left()) is not None:
        file.publish_now(left)
        _finish(window, within=0.0)
    elif file.path is None:
        _ask_unnamed(window)
    elif file.publish_now(PATIENCE) or not file.touched:
        _finish(window)
    else:
        _ask_unpublished(window)


def _finish(window: StudyWindow, *, discard: bool = False, within: float | None = None) -> None:
    if window.file is not None:
        window.file.close(discard=discard, within=within)
    window.finish()


def _ask_unnamed(window: StudyWindow) -> None:
    say = window.dress.say
    box = plain_box(
        window, "question", say("Close the study"), say("This study is not in a file yet."),
        say("Save it to find it back. Without a file, what you made is thrown away."),
    )  # fmt: skip
    box.setObjectName("unnamed")
    keep = box.addButton(say("Save as…"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(say("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
    _stay(box, say("Do not close"))
    box.setDefaultButton(keep)
    keep.clicked.connect(lambda: ask_save_as(window, lambda: close(window)))
    drop.clicked.connect(lambda: _finish(window, discard=True))
    _open(box)


def _ask_unpublished(window: StudyWindow) -> None:
    say, file = window.dress.say, window.file
    error = file.state.error if file is not None else None
    box = plain_box(
        window, "warning", say("Close the study"),
        error_text(error, say) if error else say("The file could not be brought up to date."),
        say("Your work is safe on this computer. Next time you start, you are asked whether to go on with it."),
    )  # fmt: skip
    box.setObjectName("unpublished")
    best = saving.possible(error)[0] if error is not None else ""
    if error is not None and best in AT_ONCE:
        first = box.addButton(say(saving.ANSWERS[best]), QMessageBox.ButtonRole.AcceptRole)
        first.clicked.connect(lambda: _try(window, error, best))
        box.setDefaultButton(first)
    elsewhere = box.addButton(say("Save elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(say("Close"), QMessageBox.ButtonRole.DestructiveRole)
    _stay(box, say("Do not close"))
    elsewhere.clicked.connect(lambda: ask_save_as(window, lambda: close(window)))
    leave.clicked.connect(lambda: _finish(window, within=LEFT))
    _open(box)


def _try(window: StudyWindow, error: LevensreisError, answer: str) -> None:
    """Do what the message offers, and close when that is all there was to do."""
    saving.act(window, error, answer)
    close(window)


def _stay(box: QMessageBox, text: str) -> None:
    box.setEscapeButton(box.addButton(text, QMessageBox.ButtonRole.RejectRole))


def _open(box: QMessageBox) -> None:
    box.finished.connect(box.deleteLater)
    box.open()


def tell_conflict(window: StudyWindow, ours: Path, theirs: Path) -> None:
    """Somebody else changed the file: both versions are complete, and the user hears where they are."""
    say = window.dress.say
    text = say(
        "Somebody else changed {theirs} while you worked on it. Your version is now in {ours}; nothing was lost.",
        theirs=theirs.name, ours=ours.name,
    )  # fmt: skip
    both = FileError("file.two_versions", name=ours.name, ours=str(ours), theirs=str(theirs))
    opens = (say("Open the other version"), lambda: window.files_wanted.emit([theirs]))
    _tell(window, text, [*saving.answers(window, both), opens], grave=True)
    settings.add_recent_file(ours)
    window.update_title()


def tell_parted(window: StudyWindow, holder: Holder, path: Path) -> None:
    """Somebody else is editing the file: from now on this window holds a copy that has no file."""
    say = window.dress.say
    text = say("You now work in a copy, which gets a name of its own when you save it. Nothing is lost.")
    _tell(window, f"{_held_by(holder, path, say)} {text}", [(say("Save as…"), lambda: ask_save_as(window))])
    window.update_saved()


def _held_by(holder: Holder, path: Path, say: Words) -> str:
    from journeys.store import files, locks

    time = saving.clock_text(holder.since.astimezone())
    if (holder.user, holder.host) == (locks.user(), files.host()):
        return say(
            "{name} is being changed in another window of Levensreis on this computer, since {time}.",
            name=path.name, time=time,
        )  # fmt: skip
    return say(
        "{user} is working on {name}, on the computer {host}, since {time}.",
        user=holder.user, name=path.name, host=holder.host, time=time,
    )  # fmt: skip


def tell_trouble(window: StudyWindow, error: LevensreisError) -> None:
    """The file could not be written: what it means, and what can be done."""
    say = window.dress.say
    text = say("{reason} Your work is safe on this computer.", reason=error_text(error, say))
    until = window.file.written if window.file is not None else None
    _tell(window, text, saving.answers(window, error), grave=True, until=until)


def tell_refused(window: StudyWindow, error: LevensreisError) -> None:
    """This computer keeps no edits: what can be done."""
    if "folder" in saving.way(error).answers:
        from app.dialogs import work_folder

        work_folder.tell(window, error)
    else:
        _tell(window, error_text(error, window.dress.say), saving.answers(window, error), grave=True)


def tell_opened(window: StudyWindow, notices: tuple[object, ...]) -> None:
    """What is worth knowing about a file that was just opened."""
    say = window.dress.say
    from app import coming_free
    from app.privacy import asking
    from journeys.exchange.remarks import sentence
    from journeys.store import locations

    answers: list[Answer] = []
    lines = [sentence(getattr(notice, "code", ""), getattr(notice, "values", {}), say) for notice in notices]
    path = window.file.path if window.file else None
    if path is not None:
        holder = window.file.holder if window.file else None
        if holder is not None:
            lines.append(_held_by(holder, path, say))
            lines.append(say("You can look at everything. What you change goes into a copy of your own."))
            answers = [(say("Save my own copy…"), lambda: ask_save_as(window))]
            coming_free.watch(window)
        elif locations.passing(path):
            lines.append(error_text(FileError("file.passing", name=path.name), say))
            answers = saving.answers(window, FileError("file.passing", name=path.name))[:1]
    if past := asking.past(window):
        lines.append(past)
        answers = [*answers, (say("Privacy check"), window.actions_by_code["privacy"].trigger)]
    if lines:
        _tell(window, " ".join(lines), answers)


def _tell(
    window: StudyWindow,
    text: str,
    answers: list[tuple[str, Callable[[], object]]] | None = None,
    *,
    grave: bool = False,
    until: SignalInstance | None = None,
) -> None:
    if window.bar is not None:
        window.bar.tell(text, answers or (), grave=grave, until=until)


def _tell_error(window: StudyWindow, error: Exception) -> None:
    if not isinstance(error, LevensreisError):
        raise error
    _tell(window, error_text(error, window.dress.say), grave=True)


def _dialog(window: StudyWindow, title: str, accept: str, filters: list[str]) -> QFileDialog:
    return file_dialog(window, window.dress.say, title, accept, filters)


def _ours(window: StudyWindow) -> str:
    return f"{window.dress.say('Studies')} (*{SUFFIX})"
