"""The sentence for every error code; a block per prefix, so that whoever adds a code adds its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_, fitting
from journeys.identity import SUFFIX
from journeys.messages import commands, files, notations, study, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.errors import LevensreisError
    from journeys.i18n import Words

MESSAGES: Final = study.SENTENCES | files.SENTENCES | tables.SENTENCES | notations.SENTENCES | commands.SENTENCES

TYPES: Final = {
    "str": N_("text"),
    "int": N_("a whole number"),
    "float": N_("a fraction"),
    "bool": N_("true or false"),
    "list": N_("a list"),
    "tuple": N_("a list"),
    "dict": N_("an object"),
    "NoneType": N_("nothing"),
}
"""Python's names for what a file can hold, in the user's words."""


def error_text(error: LevensreisError, say: Words) -> str:
    """One sentence that says what is wrong."""
    return message(error.code, error.values, say)


def message(code: str, values: Mapping[str, object], say: Words) -> str:
    """The sentence for a code; an unknown code shows itself rather than nothing."""
    if code not in MESSAGES:
        return say("Something went wrong ({code}).", code=code)
    if code == "file.not_ours" and str(values.get("name", "")).lower().endswith(SUFFIX):
        code = "file.not_ours_within"  # its name says that it is one already
    said = {name: _said(name, value, say) for name, value in values.items()}
    if said.get("name") == "":  # a folder such as "." has no name of its own
        said["name"] = said.get("path", "")
    if code == "template.rule":
        said["rule"] = message(str(values.get("rule")), values, say)
    return _filled(say(MESSAGES[code]), said)


def problem_text(problem: object, say: Words) -> str:
    """A broken rule in a few words, to stand behind the name of what broke it."""
    code, values = getattr(problem, "code", ""), getattr(problem, "values", {})
    return message(code, values, say)


def _said(name: str, value: object, say: Words) -> object:
    if name in ("expected", "found") and isinstance(value, str):
        return say(TYPES[value]) if value in TYPES else value
    return problem_text(value, say) if name == "problem" and hasattr(value, "code") else value


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The values in place; one that is missing leaves its name, because a sentence must never fail."""
    return text.format_map(_Named(fitting(values)))


class _Named(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return f"({key})"
