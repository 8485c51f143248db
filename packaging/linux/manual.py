"""The manual page and the completion of the shell, from the grammar of the command line: they cannot fall behind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from environment import ROOT

from journeys.cli.parsing import COMMANDS, parser
from journeys.i18n import words

if TYPE_CHECKING:
    import argparse

    from journeys.i18n import Language

TEMPLATES = ROOT / "packaging" / "linux"


def page(language: Language, version: str, epoch: int) -> str:
    """The manual page in roff."""
    template = (TEMPLATES / f"levensreis.{language}.1").read_text(encoding="utf-8")
    day = dt.datetime.fromtimestamp(epoch, dt.UTC).date().isoformat()
    commands = "\n".join(_command(name, language) for name in COMMANDS)
    return template.replace("@VERSION@", version).replace("@DATE@", day).replace("@COMMANDS@", commands)


def _command(name: str, language: Language) -> str:
    """A subsection: what it does, how it is called, and its options."""
    say = words(language)
    asked = parser(name, say)
    synopsis = " ".join(asked.format_usage().removeprefix(say("Usage: ")).split())
    explained = [_explained(action) for action in _told(asked)]
    about = say(COMMANDS[name])
    told = f"{about[:1].upper()}{about[1:]}."
    return "\n".join([f".SS {roff(name)}", roff(told), ".PP", f".B {roff(synopsis)}", *explained])


def _told(asked: argparse.ArgumentParser) -> list[argparse.Action]:
    """What this command has of its own; help and language are the same everywhere."""
    return [action for action in asked._actions if not {"--help", "--lang"} & set(action.option_strings)]  # noqa: SLF001 - argparse has no list of its own to give


def _explained(action: argparse.Action) -> str:
    called = ", ".join(action.option_strings)
    value = "" if action.nargs == 0 else _value(action)
    head = f"{called} {value}".strip()
    return f".TP\n.B {roff(head)}\n{roff(action.help or '')}"


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def roff(text: str) -> str:
    """Plain words in roff: backslashes and dots at the front lose their meaning, a hyphen is one that can be pasted."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe


def completion() -> str:
    """For bash: the commands, and after one its options; files everywhere, studies first."""
    say = words("en")
    template = (TEMPLATES / "levensreis.bash").read_text(encoding="utf-8")
    options = [
        f'        {name}) options="{" ".join(word for action in parser(name, say)._actions for word in action.option_strings)}" ;;'  # noqa: E501, SLF001 - one line of shell; see above
        for name in COMMANDS
    ]
    return template.replace("@COMMANDS@", " ".join(COMMANDS)).replace("@OPTIONS@", "\n".join(options))
