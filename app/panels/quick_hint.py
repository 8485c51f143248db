"""The line under quick entry: what can be typed, and what Enter is about to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.phrases.terms import NOTES, signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.spoken_line import Spoken
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import NoteKind

NOBODY: Final = "nobody"
"""In place of a party's id: the person meets nobody."""


class Chosen(NamedTuple):
    """What holds when the line does not say otherwise."""

    phase: str
    """The name of the phase."""
    party: str
    """An id, NOBODY or nothing."""
    last: str | None
    """The step on which a note would hang."""


def usual(kinds: Mapping[str, NoteKind], say: Words) -> str:
    """What can be typed; `kinds` has the letters that begin a note, the usual one first."""
    letter = next(iter(kinds), "n")
    return say(
        "@ party · +2 to −2 how it felt · {letter}: {kind} · Alt+↓ next phase · Esc map",
        letter=letter, kind=say(NOTES[kinds[letter]]).lower(),
    )  # fmt: skip


def preview(spoken: Spoken, chosen: Chosen, document: Document, say: Words) -> str:
    """What Enter will make of the line."""
    if spoken.kind is not None:
        if chosen.last is None:
            return say("Make a step first: a note hangs on the last one.")
        title = document.steps[chosen.last].title
        return say("Enter: {kind} on “{title}”", kind=say(NOTES[spoken.kind]).lower(), title=title[:60])
    parts = [say("Enter: step in {phase}", phase=chosen.phase), _met(spoken, chosen, document, say)]
    if spoken.emotion is not None:
        parts.append(say("emotion {emotion}", emotion=signed(spoken.emotion)))
    return " · ".join(filter(None, parts))


def _met(spoken: Spoken, chosen: Chosen, document: Document, say: Words) -> str:
    if spoken.new_party:
        return say("new party “{name}”", name=spoken.new_party)
    if spoken.nobody or (not spoken.meets and chosen.party == NOBODY):
        return say("Nobody")
    held = document.parties.get(spoken.party or chosen.party or "")
    return held.name if held is not None else ""
