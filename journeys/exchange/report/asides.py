"""What is said of a step or a note beside its words: how it is known, who answers it, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import phrases
from journeys.phrases import terms
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.exchange.report.subject import Telling
    from journeys.model.entities import Note
    from journeys.model.values import Evidence


def proof(telling: Telling, evidence: Evidence) -> str:
    """ "observed [1, 2]: most of them said so"; empty for an assumption that nothing more is known of.

    The numbers are those of the list of sources.
    """
    numbers = sorted(telling.sources[id_] for id_ in evidence.sources)
    if evidence.status == "assumed" and not numbers and not evidence.note:
        return ""
    word = telling.say(terms.EVIDENCE[evidence.status])
    known = f"{word} [{', '.join(map(str, numbers))}]" if numbers else word
    return f"{known}: {evidence.note}" if evidence.note else known


def aside(telling: Telling, note: Note) -> str:
    """All that is known of a note beside its words, its owner, date and status."""
    say, document = telling.say, telling.document
    via = [document.parties[id_].name for id_ in note.via]
    parts = [
        say("answered by {party}", party=document.parties[note.answered_by].name) if note.answered_by else "",
        say("small gesture") if note.small_gesture else "",
        say("proactive message") if note.proactive else "",
        say("through {parties}", parties=phrases.joined(via, say)) if via else "",
        _addressed(telling, note.addresses),
        say.many("{n} vote", "{n} votes", note.votes) if note.votes else "",
        proof(telling, note.evidence),
    ]
    return " · ".join(filter(None, parts))


def _addressed(telling: Telling, ids: Sequence[str]) -> str:
    """Which needs it answers; those that this report is not about are not named."""
    notes = telling.document.notes
    named = [phrases.quoted(notes[id_].text) for id_ in ids if id_ not in telling.strangers]
    return telling.say("for {needs}", needs=phrases.joined(named, telling.say)) if named else ""


def line(telling: Telling, note: Note) -> str:
    """ "Need: where do we go? (answered by the midwife · planned)"."""
    say = telling.say
    words = note.text or say("Without words")
    told = phrases.as_said(words, say) if note.kind == "quote" else words
    more = " · ".join(filter(None, (aside(telling, note), working(telling, note))))
    return f"{say(terms.NOTES[note.kind])}: {told}" + (f" ({more})" if more else "")


def working(telling: Telling, note: Note) -> str:
    """Who does it, when, and how far it is, as far as anything was noted."""
    say = telling.say
    status = say(terms.NOTE_STATUSES[note.status]).lower() if note.status != "open" else ""
    return " · ".join(filter(None, (note.owner, in_words(note.due, say) if note.due else "", status)))
