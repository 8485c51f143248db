"""Snapshots in words: the name that comes next, how much is in one, and which ones still hold something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeys import text
from journeys.phrases.terms import count_of, joined, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.exchange.snapshots import Counts
    from journeys.i18n import Words
    from journeys.model.entities import Snapshot

_NUMBERED = re.compile(r"(.*?)(\d{1,6})\D*\Z", re.DOTALL)
NAMED = 2


def next_name(names: Sequence[str], say: Words) -> str:
    """After "After round 1" comes "After round 2"; `names` are those that there are, the newest last."""
    taken = {name.casefold() for name in names}
    numbered = (match for name in reversed(names) if (match := _NUMBERED.fullmatch(name)))
    last = next(numbered, None)
    before = last[1] if last is not None else say("After round {n}", n="").rstrip() + " "
    number = int(last[2]) + 1 if last is not None else 1
    while f"{before}{number}".casefold() in taken:
        number += 1
    return f"{before[: text.TITLE_MAX - 8]}{number}"


def counts_text(counts: Counts | None, say: Words) -> str:
    """ "3 journeys · 62 steps · 41 notes"."""
    if counts is None:
        return say("cannot be read")
    held = (("journey", counts.journeys), ("step", counts.steps), ("note", counts.notes))
    return " · ".join(count_of(kind, n, say) for kind, n in held)


def holding_text(held: Sequence[Snapshot], say: Words) -> str:
    """Who still has what was deleted."""
    names = [quoted(one.name, 40) for one in held[:NAMED]]
    more = len(held) - len(names)
    if more:
        names.append(say.many("{n} other", "{n} others", more))
    who, n = joined(names, say), len(held)
    return say.many("Snapshot {names} still holds it.", "Snapshots {names} still hold it.", n, names=who)
