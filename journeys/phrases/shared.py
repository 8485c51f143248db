"""Several journeys together in sentences: who misses the scope where, and how a heartbeat runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.phrases.compare import row_name
from journeys.phrases.durations import duration
from journeys.phrases.terms import VARIANTS, joined, person_word, quoted, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.compare import Row
    from journeys.analysis.shared import SharedGap, Together
    from journeys.i18n import Words
    from journeys.model.document import Document

NAMED: Final = 4
"""More personas than this are counted, not named."""
TURNS: Final = 12
"""Of a heartbeat so many turns are told, the sharpest."""


def shared_heading(gap: SharedGap, document: Document, say: Words) -> str:
    """ "Preparing — absent for 5½ months"."""
    name, days = document.phases[gap.phase].name, gap.gaps[0].days
    if not days:
        return say("{phase} — absent", phase=name)
    return say("{phase} — absent for {duration}", phase=name, duration=duration(days, say))


def touched(gap: SharedGap, document: Document, say: Words) -> str:
    """ "in all 3 journeys", "in 2 of 3 journeys: Sanne & Youssef and Joke & Lotte"."""
    total, count = len(gap.journeys), len(gap.gaps)
    if total == 1:
        return persona_names(gap, document, say)
    if gap.for_all:
        return say("in all {n} journeys", n=total)
    text = say("in {n} of {total} journeys", n=count, total=total)
    return f"{text}: {persona_names(gap, document, say)}" if count <= NAMED else text


def persona_names(gap: SharedGap, document: Document, say: Words) -> str:
    """The personas who miss the scope here, the hardest hit first."""
    names = (document.personas[document.journeys[one.journey].persona].name for one in gap.gaps)
    return joined(list(dict.fromkeys(names)), say)


def met_sentence(gap: SharedGap, document: Document, say: Words) -> str:
    """ "Here residents do meet: midwife (3/3), hospital (2/3)."; empty when they meet nobody."""
    if not gap.met:
        return ""
    total = persona_count(gap, document)
    met = ", ".join(f"{document.parties[one.party].name} ({len(one.personas)}/{total})" for one in gap.met)
    return say("Here {people} do meet: {parties}.", people=person_word(document, say), parties=met)


def persona_count(gap: SharedGap, document: Document) -> int:
    """How many personas were looked at."""
    return len({document.journeys[journey].persona for journey in gap.journeys})


def spread_sentences(seen: Together, document: Document, say: Words) -> list[str]:
    """Which gaps all have and which only some: "For everybody: Pregnant, Birth.", "Only for some: Preparing."."""
    alike = [document.phases[gap.phase].name for gap in seen.gaps if gap.for_all]
    some = [document.phases[gap.phase].name for gap in seen.gaps if not gap.for_all]
    return [
        *([say("For everybody: {phases}.", phases=joined(alike, say))] if alike else []),
        *([say("Only for some: {phases}.", phases=joined(some, say))] if some else []),
    ]


def curve_text(row: Row, document: Document, rows: Sequence[Row], say: Words) -> str:
    """How the heartbeat runs, from turn to turn: "Feeling of Sanne: +2 at “Test”, −2 at “Recognition?”."."""
    name = _whose(row, document, rows, say)
    beats = list(row.beats)
    if not beats:
        return say("Feeling of {persona}: not filled in yet.", persona=name)
    turns = _turning([beat.emotion for beat in beats])
    kept = set(sorted(turns, key=lambda index: (-abs(beats[index].emotion), index))[:TURNS])
    told = ", ".join(
        say("{emotion} at {step}", emotion=signed(beats[index].emotion), step=_title(beats[index].step, document, say))
        for index in turns
        if index in kept
    )
    return say("Feeling of {persona}: {turns}.", persona=name, turns=told)


def _whose(row: Row, document: Document, rows: Sequence[Row], say: Words) -> str:
    """The persona; with "current" or "desired" where that is all in which their journeys differ, else the title."""
    own = [document.journeys[other.journey] for other in rows if other.persona == row.persona and other.journey]
    held = document.journeys.get(row.journey or "")
    if held is None or len(own) < 2 or [one.variant for one in own].count(held.variant) > 1:
        return row_name(row, document, rows)
    return f"{document.personas[row.persona].name} ({say(VARIANTS[held.variant])})"


def _turning(felt: Sequence[int]) -> list[int]:
    """Which of these feelings are worth telling: the first, the last, peaks and dips, and where a level begins."""
    between = (
        index for index in range(1, len(felt) - 1)
        if (felt[index] - felt[index - 1]) * (felt[index + 1] - felt[index]) < 0
        or felt[index - 1] != felt[index] == felt[index + 1]
    )  # fmt: skip
    return sorted({0, *between, len(felt) - 1})


def _title(step: str, document: Document, say: Words) -> str:
    title = document.steps[step].title
    return quoted(title) if title else say("Without a title")
