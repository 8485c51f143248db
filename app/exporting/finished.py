"""What the user hears of an export that is done: where it is, with ways to open it and to see its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import links
from journeys.messages import error_text

if TYPE_CHECKING:
    from pathlib import Path

    from app.exporting.writing import Outcome
    from app.panels.message_bar import Answer
    from app.window import StudyWindow


def tell(window: StudyWindow, outcome: Outcome) -> None:
    """In the bar of the window."""
    if window.bar is None or not outcome.written:
        return
    say, first = window.dress.say, outcome.written[0]
    answers: list[Answer] = []
    if len(outcome.written) == 1:
        text = say("Exported to {name}.", name=first.name)
        answers.append((say("Open"), lambda: _open(window, first)))
    else:
        text = say.many(
            "{n} file is now in the folder {folder}.", "{n} files are now in the folder {folder}.",
            len(outcome.written), folder=first.parent.name or str(first.parent),
        )  # fmt: skip
    if outcome.error is not None:
        text = f"{text} {say('The others could not be written: {reason}', reason=error_text(outcome.error, say))}"
    answers.append((say("Show in folder"), lambda: links.show_folder(window, first)))
    window.bar.tell(text, answers, grave=outcome.error is not None)


def _open(window: StudyWindow, path: Path) -> None:
    say = window.dress.say
    if links.open_made(path) or window.bar is None:
        return
    folder = [(say("Show in folder"), lambda: links.show_folder(window, path))]
    if path.is_file():
        window.bar.tell(say("This computer has no program that opens {name}.", name=path.name), folder)
    else:
        window.bar.tell(say("{name} is no longer there.", name=path.name), folder)
