"""What is said of the files and journeys that come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeys.edits import entities
from journeys.edits.merge import HERE
from journeys.exchange.remarks import sentence
from journeys.messages import error_text
from journeys.model.entities import Lane
from journeys.phrases.terms import LANES, VARIANTS, count_of, joined

if TYPE_CHECKING:
    from app.merging.reading import File, Gathered, Picture
    from app.merging.wish import Wish
    from journeys.edits.merge import Ref
    from journeys.i18n import Words


def reason(file: File, say: Words) -> str:
    """Why a file cannot come in."""
    return error_text(file.error, say) if file.error is not None else ""


def remark(found: Gathered, number: int, say: Words) -> str:
    """What is odd about a file: that it cannot be read, or was here already."""
    file = found.files[number]
    if file.error is not None:
        return reason(file, say)
    if file.like is not None:
        return say("The same as {other}: left out.", other=group(found, file.like, say))
    if file.kin is not None:
        other = group(found, file.kin, say)
        n = file.common
        text = say.many("{n} step is the same as in {other}.", "{n} steps are the same as in {other}.", n, other=other)
        return " ".join([text, say("Perhaps two versions by one group: leave one out."), *_notices(file, say)])
    return " ".join(_notices(file, say))


def _notices(file: File, say: Words) -> list[str]:
    """What reading it changed."""
    return [sentence(notice.code, notice.values, say) for notice in file.notices]


def group(found: Gathered, number: int, say: Words) -> str:
    """Whose it is: "Tafel 2", or "here"."""
    return say("this study") if number == HERE else found.files[number].label


def file_text(wish: Wish, number: int) -> str:
    """The name of a file, and what its group is called where the user says so."""
    name = wish.found.files[number].name
    return f"{name} · {wish.names[number]}" if number in wish.names else name


def size(shown: Picture, say: Words) -> str:
    """ "12 steps, 5 notes"."""
    notes = [count_of("note", shown.notes, say)] if shown.notes else []
    return ", ".join([count_of("step", shown.steps, say), *notes])


def goal_text(found: Gathered, goal: Ref, say: Words) -> str:
    """ "Een kind krijgen, huidig · Sanne en Youssef (here)"."""
    document = found.document(goal.file)
    journey = document.journeys[goal.id]
    called = f"{journey.title}, {say(VARIANTS[journey.variant])}"
    return f"{called} · {document.personas[journey.persona].name} ({group(found, goal.file, say)})"


def summary(wish: Wish, say: Words) -> str:
    """All that comes in, in one line."""
    counts = wish.counts()
    if not counts.files:
        return say("Nothing comes in: every file is left out.")
    kinds = zip(("persona", "journey", "step"), counts[1:], strict=True)
    parts = [count_of(kind, n, say) for kind, n in kinds if n or not any(counts[1:])]
    n, told = counts.files, joined(parts, say)
    return say.many("From {n} file: {things}.", "From {n} files: {things}.", n, things=told)


def decided(wish: Wish, say: Words) -> str:
    """How many doubles are decided."""
    every = wish.doubles()
    if not every:
        return say("Nothing is doubtful.")
    same, left = sum(wish.judged(each) is True for each in every), wish.undecided()
    kept = len(every) - same - left
    told = say("{same} the same, {kept} kept both.", same=same, kept=kept)
    if not left:
        return told
    still = say.many("{n} not decided yet: stays two.", "{n} not decided yet: these stay two.", left)
    return f"{told} {still}"


def name_of(entity: Any, say: Words) -> str:
    """Of a shared thing; most lanes have no title of their own."""
    if isinstance(entity, Lane) and not entity.title:
        return say(LANES[entity.kind])
    return entities.name_of(entity) or say("without a title")
