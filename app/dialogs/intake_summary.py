"""What an intake makes, in a sentence: "This makes: 12 steps, 2 new phases and 1 new party."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import many
from journeys.phrases.terms import count_of, joined

if TYPE_CHECKING:
    from journeys.edits.intake import Taken
    from journeys.i18n import Words

NEW: Final = {
    "phase": many("{n} new phase", "{n} new phases"),
    "party": many("{n} new party", "{n} new parties"),
    "channel": many("{n} new channel", "{n} new channels"),
    "persona": many("{n} new persona", "{n} new personas"),
    "journey": many("{n} new journey", "{n} new journeys"),
    "source": many("{n} new source", "{n} new sources"),
}
CHANGED: Final = {
    "note": many("{n} changed note", "{n} changed notes"),
    "phase": many("{n} changed phase", "{n} changed phases"),
    "party": many("{n} changed party", "{n} changed parties"),
    "channel": many("{n} changed channel", "{n} changed channels"),
    "persona": many("{n} changed persona", "{n} changed personas"),
    "journey": many("{n} changed journey", "{n} changed journeys"),
    "source": many("{n} changed source", "{n} changed sources"),
}


def summary(taken: Taken, say: Words) -> str:
    """The sentence."""
    parts = [_count(kind, n, say) for kind, n in taken.made.items()]
    if taken.changed:
        parts.append(say.many("{n} changed step", "{n} changed steps", taken.changed))
    parts += [say.many(*CHANGED[kind], n) for kind, n in taken.altered.items()]
    if not parts and taken.edit:
        return say("This changes connections or places of steps that are in the study already.")
    if not parts:
        return say("Nothing changes: everything is in the study already.")
    return say("This makes: {things}.", things=joined(parts, say))


def _count(kind: str, n: int, say: Words) -> str:
    if kind not in NEW:
        return count_of(kind, n, say)
    one, other = NEW[kind]
    return say.many(one, other, n)
