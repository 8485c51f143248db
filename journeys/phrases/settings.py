"""Settings and what an administrator wrote about them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import text
from journeys.i18n import N_
from journeys.settings import keys

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.settings.administrator import Code, Complaint
    from journeys.settings.keys import Key

SOURCES: Final[dict[str, str]] = {
    "run": N_("said for this run"),
    "fixed": N_("fixed by the administrator"),
    "portable": N_("beside the portable program"),
    "chosen": N_("chosen by you"),
    "default": N_("default of the administrator"),
    "usual": N_("as usual"),
}
PASSED_OVER: Final[dict[Code, str]] = {
    "unreadable": N_("cannot be read, or is not text"),
    "unknown_section": N_("there is no section [{word}], only [defaults] and [fixed]"),
    "no_section": N_("“{word}” stands before the first section, [defaults] or [fixed]"),
    "not_a_line": N_("“{word}” is not a name, = and a value"),
    "unknown_key": N_("there is no setting “{word}”"),
    "wrong_value": N_("{key} cannot be “{word}”, only: {takes}"),
    "twice": N_("{key} was said before in this section"),
}
SAMPLES: Final[dict[Key, str]] = {"language": "nl", "folder": "~/Levensreis"}
"""For what has no usual value of its own."""
SHORT: Final = 60
"""Letters of what somebody wrote that are enough to find it."""


def complaint_text(one: Complaint, say: Words) -> str:
    """One line of what was passed over."""
    word = text.clean(one.word, multiline=False).text
    word = word if len(word) <= SHORT else f"{word[:SHORT]}…"
    rule = next((keys.RULES[key] for key in keys.KEYS if key == one.key), None)
    what = say(PASSED_OVER[one.code], word=word, key=one.key, takes=say(rule.takes) if rule is not None else "")
    place = str(one.place)
    if not one.line:
        return f"{place}: {what}"
    return say("{file}, line {n}: {what}", file=place, n=one.line, what=what)


def example(say: Words) -> list[str]:
    """A file with every setting explained, in which nothing holds yet."""
    return [
        f"; {say('Levensreis: settings for everybody who uses this computer.')}",
        f"; {say('Take the semicolon before a line away to let it hold. What holds says: levensreis settings')}",
        "",
        f"; {say('To begin with: everybody may choose otherwise.')}",
        "[defaults]",
        *(line for key in keys.KEYS for line in _explained(key, say)),
        "",
        f"; {say('Fixed: nobody can change these in the program. The same names as above.')}",
        "[fixed]",
        ";remember = no",
    ]


def _explained(key: Key, say: Words) -> list[str]:
    rule = keys.RULES[key]
    value = {"true": "yes", "false": "no"}.get(rule.usual, rule.usual) or SAMPLES[key]
    return ["", f"; {say(rule.about)}: {say(rule.takes)}", f";{key} = {value}"]
