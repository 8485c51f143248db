"""What a command runs in: its language, where it prints, and the two doors to Qt that the entry hands over."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from journeys import text
from journeys.i18n import Language, Words, language_called, language_of_system, words
from journeys.settings import administrator

if TYPE_CHECKING:
    from journeys.cli.trials import Bench, Trial
    from journeys.help import Named

Theme = Literal["light", "dark"]


class Window(Protocol):
    """Opens each study in a window of its own, or a window without one; None: the language the user chose before."""

    def __call__(self, paths: Sequence[Path], language: Language | None) -> int: ...


class Picture(Protocol):
    """Renders the real window to a PNG, offscreen."""

    def __call__(  # noqa: PLR0913 - what a picture can have, by name
        self,
        path: Path,
        out: Path,
        *,
        view: str,
        journey: str | None,
        size: tuple[int, int],
        theme: Theme,
        language: Language | None,
        lens: str | None,
        saved: str | None,
    ) -> int: ...


class Naming(Protocol):
    """What every command of the window is called, by its code, for the help."""

    def __call__(self, say: Words) -> Mapping[str, Named]: ...


class Trying(Protocol):
    """What the self-test tries of the window."""

    def __call__(self, bench: Bench) -> Sequence[Trial]: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Handed to every command."""

    say: Words
    window: Window
    picture: Picture
    naming: Naming | None = None
    trials: Trying | None = None
    forget: Callable[[], None] | None = None
    """Empties the list of recent files, which the window keeps."""


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language | None:
    """What --lang or LEVENSREIS_LANG says; None when neither names a language we have."""
    asked = [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    asked += [after for argument, after in pairwise(arguments) if argument == "--lang"]
    asked.append(environment.get("LEVENSREIS_LANG", ""))
    return next(filter(None, map(language_called, asked)), None)


def output_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """As chosen here or by the administrator, else that of the system; Dutch where the program does not speak it."""
    chosen = chosen_language(arguments, environment) or language_called(administrator.laid_down("language"))
    if chosen is not None:
        return chosen
    system = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return language_of_system(system)


def speaker(arguments: Sequence[str]) -> Words:
    """The words in which this command answers."""
    return words(output_language(arguments))


def print_json(data: Any) -> None:
    """JSON on standard output, in letters that its encoding has."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    print(json.dumps(data, ensure_ascii=encoding != "utf8", indent=2))


def complain(sentence: str) -> None:
    """One line on standard error, whatever a file was called."""
    with suppress(UnicodeEncodeError):  # a file's name in another encoding than the terminal's
        sentence = sentence.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    line = text.clean(sentence, multiline=False).text
    with suppress(OSError):  # it takes no more, and there is nowhere else to say so
        print(f"levensreis: {line}", file=sys.stderr, flush=True)


def prepare_streams() -> None:
    """Characters that the terminal lacks are shown by their code, and what nobody reads goes nowhere."""
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()  # None when closed
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
