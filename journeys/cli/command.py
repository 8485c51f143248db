"""`main`: finds the command, runs it, and turns every error into one line and an exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from journeys import messages
from journeys.cli import display
from journeys.cli.parsing import COMMANDS, general_help, parser, without_language
from journeys.cli.surroundings import (
    Naming,
    Picture,
    Surroundings,
    Trying,
    Window,
    chosen_language,
    complain,
    prepare_streams,
    speaker,
)
from journeys.errors import LevensreisError, UsageError
from journeys.identity import SUFFIX

FINE: Final = 0
FINDING: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130

Command = Callable[[Namespace, Surroundings], int]


def main(
    argv: Sequence[str], *, window: Window, picture: Picture, naming: Naming | None = None,
    trials: Trying | None = None, forget: Callable[[], None] | None = None,
) -> int:  # fmt: skip
    """Run one command; the exit code is 0 fine, 1 a finding, 2 wrong use or a wrong file."""
    prepare_streams()
    around = Surroundings(speaker(argv), window, picture, naming, trials, forget)
    try:
        code = _run(list(argv), around)
        sys.stdout.flush()  # here, where a full disk can still be told
    except LevensreisError as error:
        complain(messages.error_text(error, around.say))
        return WRONG
    except BrokenPipeError:
        _close_pipe()
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, FileNotFoundError) and error.filename is None:
            complain(around.say("The folder you are in is no longer there. Go to another folder."))
            return WRONG
        if isinstance(error, OSError) and error.filename is None:  # every file has its own error: this was printing
            _close_pipe()
            complain(around.say("The answer could not be printed: the output takes no more."))
            return WRONG
        if os.environ.get("LEVENSREIS_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        complain(around.say("Unexpected error: {what}. LEVENSREIS_DEBUG=1 shows where.", what=what))
        return WRONG
    return code


def _run(arguments: list[str], around: Surroundings) -> int:
    spoken = arguments[: arguments.index("--")] if "--" in arguments else arguments
    first = next(iter(without_language(spoken)), "")
    if first in COMMANDS:
        rest = list(arguments)
        rest.remove(first)
        return _command(first, rest, around)
    if first in ("-h", "--help"):
        print(general_help(around.say))
        return FINE
    if first == "--version":
        from journeys.cli.selftest import version

        print(f"levensreis {version('levensreis') or ''}".rstrip())
        return FINE
    return _window(spoken, arguments[len(spoken) + 1 :], around)


def _command(name: str, arguments: list[str], around: Surroundings) -> int:
    try:
        given = parser(name, around.say).parse_args(arguments)
    except SystemExit:  # argparse has printed the help
        return FINE
    return _commands()[name](given, around)


def _commands() -> dict[str, Command]:
    from journeys.cli import (
        checks,
        formats,
        helping,
        licences,
        local_data,
        merging,
        outputs,
        posters,
        private,
        selftest,
        settings,
        snapshots,
        studies,
        written,
    )

    return {
        "new": studies.new, "info": studies.info, "check": checks.check, "verify": studies.verify,
        "report": written.report, "poster": posters.poster, "export": outputs.export, "import": outputs.import_,
        "formats": formats.formats,
        "picture": outputs.picture, "selftest": selftest.selftest,
        "licences": licences.show, "help": helping.show, "snapshots": snapshots.snapshots,
        "merge": merging.merge, "local-data": local_data.local_data, "privacy": private.privacy,
        "settings": settings.settings,
    }  # fmt: skip


def _window(spoken: list[str], names: list[str], around: Surroundings) -> int:
    """`levensreis [FILE …] [-- FILE …]`; what cannot be opened is told by the window, where somebody can see it.

    After `--` all are names, also `-a` and `new`.
    """
    words = without_language(spoken)
    options = [word for word in words if word.startswith("-")]
    if options:
        raise UsageError("usage.unrecognised", what=" ".join(options), found="", command="levensreis")
    files = [*words, *names]
    if len(files) > 1 and _is_no_file(Path(files[0])):
        raise UsageError("usage.command", what=files[0], found="", command="levensreis")
    paths = [Path(name) for name in files]
    for path in paths:
        _check_file(path)
    if display.lacking():
        raise UsageError("usage.no_display", command="levensreis")
    return around.window(paths, chosen_language(spoken))


def _check_file(path: Path) -> None:
    """Refuse a mistyped command, and any bad file where no dialog could tell of it."""
    if _is_no_file(path) or _is_nowhere(path):
        raise UsageError("usage.nothing_there", what=str(path), command="levensreis")
    if display.lacking() or display.unseen():
        from journeys.store.opener import open_file

        open_file(path)


def _is_no_file(path: Path) -> bool:
    """A study that is gone is told by the window: there may be earlier versions of it."""
    return not os.path.lexists(path) and path.suffix.lower() != SUFFIX


def _is_nowhere(path: Path) -> bool:
    """Seen from a folder that was removed."""
    try:
        path.absolute()
    except OSError:
        return True
    return False


def _close_pipe() -> None:
    """Whoever read our output has gone; keep Python from complaining about that when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
