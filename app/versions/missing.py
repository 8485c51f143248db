"""By name what is lost: what the last good version of a file had and what can be read of it now has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app import tasks
from app.versions import held as helds
from journeys.analysis.difference import difference
from journeys.edits.entities import name_of
from journeys.errors import LevensreisError
from journeys.phrases.dates import when_text
from journeys.phrases.losses import HEADINGS, lines
from journeys.phrases.terms import KINDS, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QObject

    from app.versions.held import Held
    from journeys.analysis.difference import Change
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.store.losses import Loss

MOST: Final = 200


def missing_in_worker(
    owner: QObject, good: Held | None, rest: Held, say: Words, told: Callable[[str], object]
) -> None:  # fmt: skip
    """Tell the list as soon as it is there: against the last good version, or else what the file itself tells."""

    def work(_: object) -> str:
        try:
            return told_of(good, rest, say)
        except LevensreisError:
            return ""

    tasks.start(work, owner, told, tasks.our_mistake)


def told_of(good: Held | None, rest: Held, say: Words) -> str:
    """What is not in the rest of a file, line by line; empty when that is not known."""
    opened = helds.read(rest)
    if good is None:
        return "\n".join(_told(opened.losses, say))
    then, now = helds.read(good).document, opened.document
    gone = [_named(change, then, say) for change in difference(then, now) if change.gone]
    gone += lines((loss for loss in opened.losses if loss.code == "loss.picture"), say)["changed"]
    if not gone:
        return ""
    when = when_text(good.at, good.at.now().astimezone(), say)
    head = say("Was in the version of {time}, and cannot be read now:", time=when)
    more = [say("And {n} more.", n=len(gone) - MOST)] if len(gone) > MOST else []
    return "\n".join([head, *(f"– {line}" for line in gone[:MOST]), *more])


def _told(losses: Sequence[Loss], say: Words) -> Iterator[str]:
    """What was left out and what was put right, thing by thing."""
    for what, found in lines(losses, say).items():
        if found:
            yield f"{say(HEADINGS[what])}:"
            yield from (f"– {line}" for line in found[:MOST])
        if len(found) > MOST:
            yield f"– {say('And {n} more.', n=len(found) - MOST)}"


def _named(change: Change, then: Document, say: Words) -> str:
    entity = then.get(change.key)
    name = name_of(entity) if entity is not None else ""
    return f"{say(KINDS[change.kind])} {quoted(name, 60)}" if name else say(KINDS[change.kind])
