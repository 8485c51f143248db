"""The whole study in a few sentences and figures, made from what was found and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys import phrases
from journeys.analysis.notelist import ACTIONS, UNFINISHED
from journeys.poster.kinds.report.tales import whose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.model.entities import Note
    from journeys.poster.kinds.report.material import Material

NAMED = 3
"""So many gaps are named in the summary."""


class Figure(NamedTuple):
    """A number, what it counts, and whether it is one to worry about."""

    figure: str
    caption: str
    grave: bool


class _Side(NamedTuple):
    gaps: int
    known: int
    phases: int


def sentences(material: Material, say: Words) -> Iterator[str]:
    """Three to six sentences; one or two where there is nothing yet to summarise."""
    if not material.journeys:
        yield say("This study has no journey yet.")
        return
    if not material.assumptions.steps:
        yield say("No step has been filled in yet, so nothing can be said about presence and gaps.")
        return
    yield from _about_phases(material, say)
    yield from _about_gaps(material, say)
    silent = longest(material)
    if silent is not None and silent.silence.days:
        told = phrases.silence_sentence(silent.silence, say)
        yield told if len(material.findings) == 1 else f"{told[:-1]}: {whose(material, silent.journey, say)}."
    yield from _about_proof(material, say)
    yield from _about_actions(material, say)


def figures(material: Material, say: Words) -> list[Figure]:
    """Phases without the scope before day 0, the heaviest gap, the longest silence, the assumptions."""
    if not material.assumptions.steps:
        return []
    found = []
    before, scope = _side(material, "before"), phrases.the_scope(material.document, None, say)
    if before.known:
        count = say("{n} of {total}", n=before.gaps, total=before.phases)
        caption = say.many("phase before day 0 without {scope}", "phases before day 0 without {scope}", before.phases,
                           scope=scope)  # fmt: skip
        found.append(Figure(count, caption, before.gaps > 0))
    if material.gaps:
        worst = material.gaps[0]
        phase = material.document.phases[worst.phase].name
        found.append(Figure(str(worst.severity), say("of 100: the most severe gap, {phase}", phase=phase), True))
    silent = longest(material)
    if silent is not None and silent.silence.days:
        found.append(Figure(phrases.duration(silent.silence.days, say), say("longest stretch without contact"), False))
    proof = material.assumptions
    count = say("{n} of {total}", n=proof.assumed, total=proof.steps)
    found.append(Figure(count, say.many("step is an assumption", "steps are assumptions", proof.steps), False))
    return found


def longest(material: Material) -> JourneyFindings | None:
    """The journey with the longest silence, the first of equals."""
    return max(material.findings.values(), key=lambda one: one.silence.days, default=None)


def _side(material: Material, side: str) -> _Side:
    """Over all journeys together."""
    counts = [getattr(found.counts, side) for found in material.findings.values()]
    phases = sum(count.phases for count in counts)
    return _Side(sum(count.gaps for count in counts), phases - sum(count.unmapped for count in counts), phases)


def _about_phases(material: Material, say: Words) -> Iterator[str]:
    if len(material.findings) == 1:
        (found,) = material.findings.values()
        yield phrases.counts_sentence(found.counts, material.document, say)
        return
    if material.findings:
        before, at, after = (_side(material, side) for side in ("before", "at", "after"))
        yield say(
            "Over all {journeys} together, {scope} is absent in {before} of {all_before} phases before day 0, "
            "in {at} of {all_at} on day 0 and in {after} of {all_after} after it.",
            journeys=phrases.count_of("journey", len(material.findings), say),
            scope=phrases.the_scope(material.document, None, say), before=before.gaps, all_before=before.phases,
            at=at.gaps, all_at=at.phases, after=after.gaps, all_after=after.phases,
        )  # fmt: skip


def _about_gaps(material: Material, say: Words) -> Iterator[str]:
    """The most severe ones by name; or that there are none."""
    gaps = material.gaps
    if not gaps:
        if any(level != "unmapped" for found in material.findings.values() for level in found.levels.values()):
            yield say("No gap was found in the phases that are filled in.")
        return
    several = len(material.findings) > 1
    named = []
    for gap in gaps[:NAMED]:
        name = material.document.phases[gap.phase].name
        of = say("{phase} for {persona}", phase=name, persona=whose(material, gap.journey, say)) if several else name
        named.append(say("{what} ({n} of 100)", what=of, n=gap.severity))
    if len(gaps) == 1:
        yield say("There is one gap: {gaps}.", gaps=named[0])
    else:
        told = phrases.joined(named, say)
        yield say("There are {n} gaps; the most severe: {gaps}.", n=len(gaps), gaps=told)


def _about_proof(material: Material, say: Words) -> Iterator[str]:
    yield f"{phrases.assumptions_sentence(material.assumptions, say)}."


def _about_actions(material: Material, say: Words) -> Iterator[str]:
    """How many opportunities are open, and how many nobody has taken on."""
    held = [note for some in wanted_notes(material) for note in some if note.kind in ACTIONS]
    unfinished = [note for note in held if note.status in UNFINISHED]
    if not unfinished:
        return
    told = say.many("{n} opportunity or idea is not finished", "{n} opportunities and ideas are not finished",
                    len(unfinished))  # fmt: skip
    alone = sum(not note.owner for note in unfinished)
    yield f"{told}; {say.many('{n} has no owner yet', '{n} have no owner yet', alone)}." if alone else f"{told}."


def wanted_notes(material: Material) -> Iterator[list[Note]]:
    """Those of the chosen journeys, of their personas, and the parked ones."""
    people = dict.fromkeys(journey.persona for journey in material.journeys)
    for key in (*(journey.id for journey in material.journeys), *people, ""):
        yield material.notes.get(key, [])
