"""`selftest`: every part where an installation can break, tried one after the other in a temporary folder."""

from __future__ import annotations

import faulthandler
import os
import platform
import sys
import tempfile
import threading
import time
import traceback
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path
from typing import Final

from journeys import messages
from journeys.cli.surroundings import Surroundings, complain
from journeys.cli.trials import AbsentError, Bench, Trial, trials
from journeys.errors import LevensreisError
from journeys.i18n import Words
from journeys.store import locations
from journeys.store.connections import library_version

LIBRARIES: Final = (
    "levensreis", "PySide6-Essentials", "SQLAlchemy", "networkx", "reportlab", "pydantic", "pypdfium2", "pyphen",
    "python-calamine", "XlsxWriter", "python-pptx", "lxml", "pillow", "font-source-sans-pro", "arabic-reshaper",
    "python-bidi",
)  # fmt: skip
SECONDS: Final = 300
"""Whatever takes longer hangs: a slow computer with a virus scanner needs a tenth of it for the slowest part."""
GRACE: Final = 10
"""Seconds: after them a part that lets no other thread run is ended too."""


def selftest(_given: Namespace, around: Surroundings) -> int:
    """Try everything and say how each part went; 1 when something did not come out as it should."""
    say, began = around.say, time.monotonic()
    _tell_versions(say)
    with _own_folder() as folder:
        bench = Bench(folder, say, around)
        made = [*trials(bench), *(around.trials(bench) if around.trials is not None else ())]
        wrong = [trial.title for trial in made if not tried(trial, say)]
    if wrong:
        complain(say.many(
            "Self-test: {n} part did not come out as it should: {parts}.",
            "Self-test: {n} parts did not come out as they should: {parts}.", len(wrong), parts=", ".join(wrong),
        ))  # fmt: skip
        return 1
    seconds = f"{time.monotonic() - began:.0f}"
    print(say("Self-test passed: {n} parts tried in {seconds} s.", n=len(made), seconds=seconds))
    return 0


def _tell_versions(say: Words) -> None:
    kind = "frozen" if getattr(sys, "frozen", False) else "installed" if version("levensreis") else "source"
    print(f"Python {platform.python_version()} · {platform.system()} {platform.machine()} · {kind}")
    print(f"SQLite {library_version()}")
    for library in LIBRARIES:
        print(f"{library} {version(library) or say('not installed')}")
    print(say("Log: {folder}", folder=locations.data_folder() / "log"))


@contextmanager
def _own_folder() -> Iterator[Path]:
    """A folder for all that is written, working copies included: nothing of the user's is touched."""
    before = os.environ.get("LEVENSREIS_DATA")
    with tempfile.TemporaryDirectory(prefix="levensreis-", ignore_cleanup_errors=True) as name:
        os.environ["LEVENSREIS_DATA"] = str(Path(name) / "data")
        try:
            yield Path(name)
        finally:
            if before is None:
                del os.environ["LEVENSREIS_DATA"]
            else:
                os.environ["LEVENSREIS_DATA"] = before


def tried(trial: Trial, say: Words, seconds: float = SECONDS) -> bool:
    """Whether a part came out well; its name is on the screen before it is tried, should it end the program."""
    print(f"{trial.title} … ", end="", flush=True)
    try:
        with _limited(trial.title, say, seconds):
            told = trial.run()
    except AbsentError as absent:
        print(say("not here: {why}", why=absent))
    except LevensreisError as error:
        return _wrong(trial.title, messages.error_text(error, say), say)
    except Exception as error:  # noqa: BLE001 - any failure of a part is what is sought
        if os.environ.get("LEVENSREIS_DEBUG"):
            traceback.print_exc()
        return _wrong(trial.title, f"{type(error).__name__}: {error}", say)
    else:
        print(say("good") + (f" ({told})" if told else ""))
    return True


def _wrong(title: str, why: str, say: Words) -> bool:
    print(say("wrong"), flush=True)
    complain(f"{title}: {why}")
    return False


@contextmanager
def _limited(title: str, say: Words, seconds: float) -> Iterator[None]:
    """Ends the program when this takes too long: told by a thread, or without a word where none gets a turn."""
    giving_up = threading.Timer(seconds, _give_up, (title, say, seconds))
    giving_up.daemon = True
    giving_up.start()
    with suppress(AttributeError, ValueError, OSError):  # a program without a console has nowhere to show it
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=sys.__stderr__ or sys.stderr)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        giving_up.cancel()
        giving_up.join()


def _give_up(title: str, say: Words, seconds: float) -> None:
    print(say("wrong"), flush=True)
    complain(f"{title}: {say('no end after {seconds} s', seconds=f'{seconds:g}')}")
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(1)


def version(library: str) -> str | None:
    """The version that is installed, None when it runs from its source."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None
