"""What Levensreis writes beside the fields of the format, so that a step or note comes back whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from journeys import text
from journeys.edits.incoming import IncomingLink, IncomingNote, IncomingStep
from journeys.exchange import aside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.ojf.fields import Fields
    from journeys.model.entities import NoteKind

_ELSEWHERE: Final = ("row", "title", "journey", "persona", "phase", "stage", "notes", "variant", "key")
_ON_CARD: Final = (*_ELSEWHERE, "id", "body", "emotion", "moment_of_truth")
_ON_NOTE: Final = ("kind", "text", "persona", "journey", "variant", "phase")


def of_step(step: IncomingStep) -> dict[str, Any]:
    """Beside the fields of its card."""
    return aside.plain(step, _ON_CARD)


def of_behind(step: IncomingStep) -> dict[str, Any]:
    """Beside its line in the blueprint under another card."""
    return aside.plain(step, _ELSEWHERE) | ({} if step.title else {"untitled": True})


def step_of(held: Fields, row: int) -> IncomingStep:
    return held.value(IncomingStep, row=row) or IncomingStep(row)


def of_note(note: IncomingNote, step: str = "") -> dict[str, Any]:
    return aside.plain(note, _ON_NOTE) | ({"step": step} if step else {})


def note_of(held: Fields, kind: NoteKind, words: str, persona: str = "") -> IncomingNote:
    """As in the visible words; where these are still ours, exactly as they were."""
    exact = held.text("text")
    said = exact if exact and "\n".join(filter(None, text.title_and_rest(exact))) == words else words
    given = {"kind": kind, "text": said, "persona": persona}
    return held.value(IncomingNote, **given) or IncomingNote(kind, said)


def joined(links: list[IncomingLink], front: list[str], new: Mapping[str, None]) -> list[IncomingLink]:
    """The links with the cards in it that another program put between ours: what follows on now goes through them."""
    found = list(links)
    onward = {link.source: number for number, link in reversed(list(enumerate(links))) if link.kind == "next"}
    reached = {link.target for link in links}
    for before, key in pairwise(front):
        if key in new:
            number = onward.pop(before, None)
            label = ""
            if number is not None:
                label, target = found[number].label, found[number].target
                found[number] = IncomingLink(key, target)
                onward[key] = number
            found.append(IncomingLink(before, key, label))
        elif before in new and key not in reached and before not in onward:
            found.append(IncomingLink(before, key))
    return found
