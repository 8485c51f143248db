"""Gaps of several journeys together: who has them, where people are instead, and what could be done."""

from __future__ import annotations

from dataclasses import replace

from journeys.analysis.shared import together, usual_journeys
from journeys.model.document import Document
from journeys.model.entities import Journey, Note, Stance, Step
from journeys.model.values import Contact
from tests.journeys import studies


def changed(document: Document, change) -> Document:
    return Document.of(change(entity) for _, entity in document)


def only(document: Document, phase: str, *steps: Step) -> Document:
    """The study with these steps in this phase and no others."""
    kept = [entity for (kind, _), entity in document if kind not in ("step", "link", "note")]
    return Document.of([*kept, *(replace(step, phase=phase) for step in steps)])


def two_alone() -> tuple[Document, str, list[Step]]:
    """Two journeys in which the first phase has a step with nobody from the scope."""
    base = studies.study(1, 2)
    phase = next(iter(base.phases))
    midwife = next(party.id for party in base.parties.values() if party.name == "Verloskundige")
    desk = next(iter(base.channels))
    steps = [
        replace(step, contacts=(Contact(midwife, desk),), nobody=False, place=place)
        for step, place in zip(base.steps.values(), ("Praktijk", "praktijk "), strict=True)
    ]
    return only(base, phase, *steps), phase, steps


def test_a_phase_that_all_miss_is_one_gap_with_all_their_gaps():
    document, phase, _ = two_alone()
    (gap,) = together(document, list(document.journeys)).gaps
    assert (gap.phase, len(gap.gaps), gap.for_all) == (phase, 2, True)
    (gap,) = together(document, list(document.journeys)[:1]).gaps
    assert (len(gap.gaps), gap.journeys) == (1, tuple(document.journeys)[:1])


def test_places_are_counted_by_persona_whatever_their_capitals():
    document, _, steps = two_alone()
    (gap,) = together(document, list(document.journeys)).gaps
    assert [(place.name, len(place.personas)) for place in gap.places] == [("Praktijk", 2)]
    (met,) = gap.met
    assert (len(met.personas), met.channels) == (2, (steps[0].contacts[0].channel,))


def test_who_has_a_step_with_nobody_is_told_apart():
    document, phase, (first, second) = two_alone()
    alone = only(document, phase, first, replace(second, contacts=(), nobody=True))
    (gap,) = together(alone, list(alone.journeys)).gaps
    assert gap.alone == (alone.journeys[second.journey].persona,)


def test_what_addresses_a_need_elsewhere_counts_as_an_answer_to_the_gap():
    document, _, (first, _) = two_alone()
    new = studies.ids(5)
    need = Note(next(new), "need", "Wat nu?", step=first.id)
    idea = Note(next(new), "idea", "Een kaart", addresses=(need.id,))
    gone = Note(next(new), "idea", "Weg", addresses=(need.id,), status="dropped")
    noted = Document.of([*(entity for _, entity in document), need, idea, gone])
    (gap,) = together(noted, list(noted.journeys)).gaps
    assert gap.needs == (need.id,)
    assert gap.actions == (idea.id,)


def test_current_and_desired_gaps_are_told_apart():
    document, _, (_, second) = two_alone()
    mixed = changed(
        document,
        lambda entity: replace(entity, variant="desired")
        if isinstance(entity, Journey) and entity.id == second.journey else entity,
    )  # fmt: skip
    assert {gap.variant for gap in together(mixed, list(mixed.journeys)).gaps} == {"current", "desired"}
    assert usual_journeys(mixed) == [next(iter(mixed.journeys))]
    assert usual_journeys(changed(mixed, lambda e: replace(e, variant="desired") if isinstance(e, Journey) else e)) == [
        *mixed.journeys
    ]


def test_an_absence_that_is_right_is_no_gap_but_is_told():
    document, phase, (first, second) = two_alone()
    scope = str(document.study.scope)
    right = Stance("e" * 32, first.journey, phase, scope, "Zo hoort het")
    other = Stance("f" * 32, second.journey, phase, next(p for p in document.parties if p != scope), "Voor een ander")
    seen = together(Document.of([*(entity for _, entity in document), right, other]), list(document.journeys))
    assert [stance.id for stance in seen.stances] == [right.id]
    (gap,) = seen.gaps
    assert [one.journey for one in gap.gaps] == [second.journey]
    assert (seen.absent, seen.levels["deliberate"]) == (1, 1)
