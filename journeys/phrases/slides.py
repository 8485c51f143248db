"""What slides are called, what stands over their parts, and what the presenter may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.phrases.gaps import personas_sentence
from journeys.phrases.terms import capital, joined

if TYPE_CHECKING:
    from journeys.analysis.compare import Beat
    from journeys.analysis.curve import Curve
    from journeys.analysis.gaps import Gap
    from journeys.i18n import Words
    from journeys.layout.slides.slide import Slide
    from journeys.model.document import Document


def title_of(document: Document, slide: Slide, say: Words) -> str:
    """What the slide is called, for the presenter's list and for who does not see it."""
    match slide.kind:
        case "title":
            return document.journeys[slide.journey].title
        case "whole":
            return say("The whole journey")
        case "phase":
            return phase_title(document, slide, say)
        case "gaps":
            return say("The gaps")
        case "step":
            return document.steps[slide.subject].title or say("Without a title")
        case "end":
            return say("What we take along")


def phase_title(document: Document, slide: Slide, say: Words) -> str:
    """The name of the phase, and which part of it when it has several."""
    name = document.phases[slide.subject].name
    if slide.parts < 2:
        return name
    return say("{phase} ({part} of {parts})", phase=name, part=slide.part, parts=slide.parts)


def deadlines_text(n: int, when: str, say: Words, *, flagged: bool) -> str:
    """How many end here, and when the first does; flagged: nobody of the scope is there then."""
    if flagged:
        return say.many("Deadline without us: {when}", "{n} deadlines without us, first: {when}", n, when=when)
    return say.many("Deadline: {when}", "{n} deadlines, first: {when}", n, when=when)


def needs_caption(n: int, say: Words) -> str:
    """How many needs are open; without any, the question that this raises."""
    if not n:
        return say("No open need found: is absence fitting here?")
    return say.many("{n} open need", "{n} open needs", n)


def gap_counts(gap: Gap, say: Words) -> str:
    """Pain points, deadlines and personas of a gap, as far as there are any."""
    parts = [
        say.many("{n} pain point", "{n} pain points", len(gap.pains)) if gap.pains else "",
        say.many("{n} deadline", "{n} deadlines", len(gap.deadlines)) if gap.deadlines else "",
        personas_sentence(gap, say).rstrip("."),
    ]
    return " · ".join(part for part in parts if part)


def kept_moments(found: Curve, say: Words) -> list[tuple[str, Beat]]:
    """Beginning, highest, lowest and end of the curve, in one line where they are one step; empty without any."""
    if not found.turns:
        return []
    first, last = found.turns[0], found.turns[-1]
    told = (
        (say("the beginning"), first), (say("the highest"), found.highest), (say("the lowest"), found.lowest),
        (say("the end"), last),
    )  # fmt: skip
    moments: dict[str, list[str]] = {}
    for word, beat in told:
        moments.setdefault(beat.step, []).append(word)
    beats = {beat.step: beat for _, beat in told}
    return [(capital(joined(words, say)), beats[step]) for step, words in moments.items()]
