"""Every file that is not a study of ours on its way in: chosen, dropped or pasted, read, shown, taken in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from app.dialogs.choose import file_dialog
from app.facilitate import names
from journeys.errors import LevensreisError
from journeys.identity import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.importing.reading import Found
    from app.window import StudyWindow
FOLDER: Final = "import_folder"
"""The window's property: where was imported from last."""


def ask(window: StudyWindow) -> None:
    """Choose a file in another format, or several."""
    from journeys.exchange import formats

    say = window.dress.say
    every = " ".join(dict.fromkeys(f"*{suffix}" for one in formats.read() for suffix in one.endings))
    each = [f"{say(one.title)} (*{' *'.join(one.endings)})" for one in formats.read()]
    filters = [f"{say('Everything that can be imported')} ({every})", *each]
    dialog = file_dialog(window, say, say("Import a study"), say("Import"), filters)
    dialog.setDirectory(_folder(window, dialog.directory().absolutePath()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda found: window.setProperty(FOLDER, str(Path(found[0]).parent)))
    dialog.fileSelected.connect(lambda name: take(window, Path(name)))
    dialog.filesSelected.connect(lambda found: take_several(window, [Path(name) for name in found]))
    dialog.open()


def _folder(window: StudyWindow, usual: str) -> str:
    """Where was imported from before, where was exported to, or where the study lies."""
    lies = window.file.path.parent if window.file is not None and window.file.path is not None else usual
    asked = (window.property(name) for name in (FOLDER, "export_folder"))
    return next((str(found) for found in asked if found and Path(str(found)).is_dir()), str(lies))


def take(window: StudyWindow, path: Path) -> None:
    """Take a file in: a whole study becomes a window of its own, a table or a journey is shown first."""
    from journeys.exchange import formats

    if window.bar is None:
        window.show_welcome()
    try:
        road = _road(path)
    except LevensreisError as error:
        refuse(window, path, error)
        return
    if road == "study":
        window.import_wanted.emit(path)
    elif road == "table":
        from app.dialogs import intake

        intake.take_file(window, path)
    elif formats.for_reading(path).study is not None or names.shown_first(window, partial(take, window, path)):
        _read(window, [path])


def take_several(window: StudyWindow, paths: Sequence[Path]) -> None:
    """Several files: merged into the study that is open; else each study opens, and the others make one together."""
    from app import merging

    if len(paths) == 1:
        return  # the dialog tells of one file by itself
    if window.view is not None:
        merging.begin(window, paths)
        return
    if window.bar is None:
        window.show_welcome()
    whole = [path for path in paths if _is_whole(path)]
    studies = [path for path in whole if path.suffix.lower() == SUFFIX]
    if studies:
        window.files_wanted.emit(studies)
    for path in whole:
        if path not in studies:
            window.import_wanted.emit(path)
    others = [path for path in paths if path not in whole]
    if others:
        _read(window, others)


def refuse(window: StudyWindow, path: Path, error: Exception) -> None:
    """Say of a file why nothing of it came in."""
    if not isinstance(error, LevensreisError):
        raise error
    from app.importing.words import refusal

    if window.bar is None:
        window.show_welcome()
    if window.bar is not None:
        window.bar.tell(refusal(path.name, error, window.dress.say), grave=True, until=window.over)


def _road(path: Path) -> str:
    """What a file most likely is: a whole study, a table, or steps in another notation (what is found, decides)."""
    from journeys.exchange import formats, inside
    from journeys.store import reading

    chosen = formats.for_reading(path)
    found = (
        inside.code(path.suffix, reading.head(path, inside.HEAD)) if path.suffix.lower() in (".json", ".txt") else ""
    )
    if chosen.study is not None and (path.suffix.lower() != ".json" or found == "json"):
        return "study"
    return "table" if chosen.use == "table" and not found else "steps"


def _is_whole(path: Path) -> bool:
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        return _road(path) == "study"
    except LevensreisError:
        return False


def _read(window: StudyWindow, paths: Sequence[Path]) -> None:
    from app import tasks
    from app.importing.reading import read

    say = window.dress.say
    what = say("Reading {name}…", name=paths[0].name) if len(paths) == 1 else say("Reading {n} files…", n=len(paths))
    tasks.start_shown(
        lambda work: read(paths, say.language, work), window, what, say,
        partial(_show, window), partial(refuse, window, paths[0]),
    )  # fmt: skip


def _show(window: StudyWindow, found: Found) -> None:
    if found.refused is not None:
        refuse(window, found.path, found.refused)
    elif found.study is not None:
        window.study_wanted.emit(found.study)
    elif found.coming is not None:
        show(window, found)


def show(window: StudyWindow, found: Found) -> None:
    """Show what would come in, and take it in when the user says so."""
    from app.importing.dialog import ImportDialog

    if not names.shown_first(window, partial(show, window, found)):
        return
    if window.view is not None:
        window.view.flush()
    ImportDialog(window, found).open()
