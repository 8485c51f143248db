"""What every trial is handed, and how it says that something is wrong or not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.i18n import Words
from journeys.templates import SampleStudy, sample

if TYPE_CHECKING:
    from journeys.cli.surroundings import Surroundings

SAMPLE: Final = "child"


class TrialError(Exception):
    """A part does not what it should; the message says what was found."""


class AbsentError(Exception):
    """A part that need not be there is not; the message says what that takes."""


class Trial(NamedTuple):
    """A part by its name, and what tries it: gives a word about what was found, raises whatever goes wrong."""

    title: str
    run: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder for what is written, the words to speak in, and what else the command runs in."""

    folder: Path
    say: Words
    around: Surroundings

    @property
    def study(self) -> SampleStudy:
        """A finished study with everything in it; made at the first trial that asks for it."""
        return _sample(self.say)


@cache
def _sample(say: Words) -> SampleStudy:
    return sample(SAMPLE, say.language)


def expect(fine: object, what: str) -> None:
    """Raises TrialError with these words when it is not fine."""
    if not fine:
        raise TrialError(what)
