"""What the marks of a lens say: their short signs, and their words in full."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from journeys.phrases.lenses import NAMES
from journeys.phrases.terms import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.i18n import Words

UNKNOWN: Final = "?"


def sign(lens: str, code: str, say: Words) -> str:
    """The one to three letters on a chip."""
    return say(_mark(lens, code)[0])


def words(lens: str, code: str, say: Words) -> str:
    """What the sign stands for."""
    return capital(say(_mark(lens, code)[1]))


def lens_name(lens: str, say: Words) -> str:
    """What a lens is called."""
    return say(NAMES[lens])


def line(lens: str, codes: Iterable[str], say: Words) -> str:
    """ "Roles: Customer, Subject", for tooltips and screen readers; empty without marks."""
    told = ", ".join(words(lens, code, say) for code in codes)
    return f"{lens_name(lens, say)}: {told}" if told else ""


def codes(lens: str) -> tuple[str, ...]:
    """Every mark that there is, in the order in which it is explained."""
    return tuple(_marks(lens))


def _mark(lens: str, code: str) -> tuple[str, str]:
    return _marks(lens).get(code, (UNKNOWN, code))


def _marks(lens: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = import_module(f"journeys.phrases.lenses.{lens}").MARKS
    return found
