"""The rows of the list of differences: grouped by journey and phase, those of the whole study last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.snapshots.changes import Line
from journeys.phrases.difference import change_text
from journeys.phrases.terms import VARIANTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.snapshots.reading import Compared
    from journeys.analysis.difference import Change
    from journeys.i18n import Words
    from journeys.model.document import Document


def lines(found: Compared, changes: Iterable[Change], say: Words, shown: Callable[[str], str]) -> Iterator[Line]:
    """`shown` puts other names for those that are hidden."""
    journey, phase, title, name = "?", "?", "", ""
    for change in changes:
        if change.journey != journey:
            journey, phase = change.journey or "", "?"
            title = shown(_journey(found, change.journey, say))
            yield Line(title, title, None, 1)
        here = change.phase or ""
        if here != phase:
            phase, name = here, shown(_phase(found, here))
            if change.phase is not None:
                yield Line(name, name, None, 2, change.phase)
        text = shown(change_text(change, found.before, found.after, say))
        where = ", ".join(filter(None, (title, name)))
        yield Line(text, f"{text}. {where}", change, 0, change.phase)


def _journey(found: Compared, journey: str | None, say: Words) -> str:
    if journey is None:
        return say("The whole study")
    document: Document = found.after if journey in found.after.journeys else found.before
    held = document.journeys[journey]
    name = document.personas[held.persona].name
    title = f"{name}: {held.title}" if name not in held.title else held.title
    if held.variant == "current":
        return title
    return say("{title} — {variant}", title=title, variant=say(VARIANTS[held.variant]))


def _phase(found: Compared, phase: str) -> str:
    held = found.after.phases.get(phase) or found.before.phases.get(phase)
    return held.name if held is not None else ""
