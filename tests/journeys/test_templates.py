"""The life event "having a child": complete in both languages, sourced, and three journeys that differ."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from journeys import resources, templates, text
from journeys.model import integrity
from journeys.model.time import periods, phase_on

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Step

LANGUAGES = ("nl", "en")
SAME_IN_EVERY_LANGUAGE = {
    "Internet",
    "app",
    "chat",
    "website",
    "Sanne & Youssef",
    "Esra & Mehmet",
    "Joke & Lotte",
    "Hanna & Joris",
}
OFFICIAL = {
    "wetten.overheid.nl", "www.rijksoverheid.nl", "www.svb.nl", "www.pns.nl", "www.ncj.nl",
    "deverloskundige.nl", "www.vlaanderen.be",
}  # fmt: skip
NAME_FIELDS = ("name", "title", "body", "text", "quote", "tagline", "question", "place", "owner", "context")


def raw() -> dict[str, object]:
    return json.loads(resources.path("life_events", "child.json").read_text(encoding="utf-8"))


def made(language: str = "nl", **options: object) -> Document:
    return templates.create("child", language, **options)


def leaves(data: object, key: str = "") -> list[tuple[str, object]]:
    """Every text in the file under its field name; a text in two languages stays one."""
    if isinstance(data, dict) and set(data) == set(LANGUAGES):
        return [(key, data)]
    if isinstance(data, dict):
        return [leaf for inner, value in data.items() for leaf in leaves(value, inner)]
    if isinstance(data, list):
        return [leaf for value in data for leaf in leaves(value, key)]
    return [(key, data)]


def journey_of(study: Document, persona: str, variant: str = "current") -> Journey:
    owner = next(person for person in study.personas.values() if person.name == persona)
    return next(j for j in study.journeys.values() if j.persona == owner.id and j.variant == variant)


def steps_of(study: Document, journey: Journey, phase: str | None = None, stage: str = "front") -> list[Step]:
    return [
        step
        for step in study.steps.values()
        if step.journey == journey.id and step.stage == stage and phase in (None, study.phases[step.phase].name)
    ]


def met(study: Document, journey: Journey, phase: str) -> set[str]:
    contacts = [contact for step in steps_of(study, journey, phase) for contact in step.contacts]
    return {study.parties[contact.party].name for contact in contacts if contact.party}


def test_having_a_child_is_offered_with_its_title_in_both_languages() -> None:
    assert ("child", {"nl": "Een kind krijgen", "en": "Having a child"}) in templates.life_events()


def test_every_text_is_there_in_both_languages_and_differs() -> None:
    for key, value in leaves(raw()):
        if isinstance(value, dict):
            assert all(value.values()), value
            assert value["nl"] != value["en"], value
        elif key in NAME_FIELDS:
            assert value in SAME_IN_EVERY_LANGUAGE, value


def test_both_languages_have_the_same_structure() -> None:
    def shape(language: str) -> list[tuple[str, int]]:
        return [(kind, len(table)) for kind, table in made(language).tables.items()]

    assert shape("nl") == shape("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("personas", [True, False])
def test_a_study_made_of_a_life_event_breaks_no_rule(language: str, personas: bool) -> None:
    study = made(language, personas=personas)

    assert integrity.check_document(study) == []
    assert study.study.language == language


def test_every_text_is_clean_as_it_stands() -> None:
    for _, value in leaves(raw()):
        for written in value.values() if isinstance(value, dict) else [value]:
            if isinstance(written, str):
                assert text.clean(written).text == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_stay_small_enough_to_read_from_the_back_row(language: str) -> None:
    study = made(language)

    assert max(len(step.title) for step in study.steps.values()) <= 40
    assert max(len(step.body) for step in study.steps.values()) <= 90
    assert max(len(note.text) for note in study.notes.values()) <= 90


def test_every_fact_has_a_source_a_date_and_a_status() -> None:
    written = raw()["facts"]
    assert isinstance(written, dict)
    for fact in made().facts.values():
        assert fact.text
        assert fact.source_title
        assert fact.checked_on
        assert urlsplit(fact.source_url).scheme == "https"
        assert urlsplit(fact.source_url).netloc in OFFICIAL
    assert all("status" in fact for fact in written.values())


def test_the_term_for_the_declaration_counts_three_days_from_the_birth() -> None:
    study = made()
    terms = [fact.due for fact in study.facts.values() if fact.due and "BW 1:19e" in fact.due.basis]

    assert [(study.moments[due.moment].name, due.count, due.unit, due.rule) for due in terms] == [
        ("Geboorte", 3, "day", "termijnenwet")
    ]


def test_no_term_falls_in_a_phase_before_the_desk_or_in_the_first_year() -> None:
    study = made()
    days = [study.moments[fact.due.moment].day + fact.due.count for fact in study.facts.values() if fact.due]

    assert {phase.name for day in days if (phase := phase_on(study, day))} == {"Kraamtijd"}


def test_a_stillborn_child_is_a_fact_that_is_offered_and_never_a_step() -> None:
    study = made()

    assert any("levenloos" in fact.text for fact in study.facts.values())
    assert not any("levenloos" in step.title + step.body for step in study.steps.values())


def test_without_personas_there_are_phases_parties_and_facts_and_no_people() -> None:
    filled = {kind for kind, table in made(personas=False).tables.items() if table}

    assert filled == {"study", "moment", "phase", "party", "channel", "lane", "fact"}


def test_the_phases_run_from_nine_months_before_the_desk_to_a_year_after() -> None:
    study = made()

    assert [(study.phases[id_].name, *period) for id_, period in periods(study).items()] == [
        ("Zwanger!", -270, -210),
        ("Voorbereiden", -210, -42),
        ("Bevalling", -42, 0),
        ("Aangifte balie", 0, 1),
        ("Kraamtijd", 1, 10),
        ("Eerste jaar", 10, 364),
    ]


def test_every_step_falls_in_its_phase() -> None:
    study = made()
    spans = periods(study)

    for step in study.steps.values():
        start, end = spans[step.phase]
        assert step.day is not None
        assert start <= step.day < end, step.title


def test_the_flow_goes_forward_from_one_start_to_one_end() -> None:
    study = made()
    for journey in study.journeys.values():
        front = {step.id for step in steps_of(study, journey)}
        flow = study.graph(journey.id).subgraph(front)
        assert [flow.in_degree(id_) for id_ in front].count(0) == 1
        assert [flow.out_degree(id_) for id_ in front].count(0) == 1
        assert all(study.steps[a].day <= study.steps[b].day for a, b in flow.edges)  # type: ignore[operator]  # every step has a day


def test_recognition_is_an_open_question_that_nobody_answers() -> None:
    study = made()
    step = next(s for s in steps_of(study, journey_of(study, "Sanne & Youssef")) if s.title == "Erkenning?")
    asked = [note for note in study.notes.values() if note.step == step.id and note.kind in ("need", "question")]

    assert step.nobody
    assert step.emotion == -2
    assert step.moment_of_truth
    assert [(note.status, note.answered_by) for note in asked] == [("open", None), ("open", None)]


def test_the_gift_comes_from_a_place_where_the_parents_do_not_live() -> None:
    study = made()
    journey = journey_of(study, "Sanne & Youssef")
    gift = next(step for step in steps_of(study, journey, "Kraamtijd"))

    assert study.personas[journey.persona].group == "non_resident"
    assert "waar wij niet wonen" in gift.body
    assert [contact.passes_on_for for contact in gift.contacts] == [study.study.scope]


def test_only_one_persona_met_the_municipality_while_getting_ready() -> None:
    study = made()
    acting = {party.name for party in study.parties.values() if party.acts_for == study.study.scope}
    people = ("Sanne & Youssef", "Esra & Mehmet", "Joke & Lotte")

    assert [met(study, journey_of(study, name), "Voorbereiden") & acting for name in people] == [
        set(),
        {"JGZ"},
        set(),
    ]


def test_parents_meet_the_midwife_and_the_hospital_while_getting_ready() -> None:
    study = made()
    there = [met(study, journey, "Voorbereiden") for journey in study.journeys.values() if journey.variant == "current"]

    assert sum("Verloskundige" in parties for parties in there) == 3
    assert sum("Ziekenhuis" in parties for parties in there) == 2


def test_every_persona_tells_the_story_in_words_of_their_own() -> None:
    study = made()
    current = [journey for journey in study.journeys.values() if journey.variant == "current"]
    told = [step.body for journey in current for step in steps_of(study, journey) if step.body]

    assert len(set(told)) == len(told)
    assert all(8 <= len(steps_of(study, journey)) <= 12 for journey in current)
    assert len({journey.question for journey in current}) == 3


def test_every_journey_says_that_the_baby_clinic_is_still_to_be_asked_about() -> None:
    study = made()
    remarks = [note for note in study.notes.values() if note.kind == "remark" and "onsultatiebureau" in note.text]

    assert {note.journey for note in remarks} == {j.id for j in study.journeys.values() if j.variant == "current"}


def test_the_desired_journey_is_based_on_the_current_one_step_by_step() -> None:
    study = made()
    current, desired = (journey_of(study, "Sanne & Youssef", variant) for variant in ("current", "desired"))
    origins = {step.based_on for step in steps_of(study, desired) if step.based_on}

    assert desired.based_on == current.id
    assert origins == {step.id for step in steps_of(study, current)}
    assert {step.evidence.status for step in steps_of(study, desired)} == {"proposed"}


def test_everything_with_an_order_keeps_the_order_of_the_file() -> None:
    study = made()

    for table in (study.channels, study.lanes, study.personas, study.journeys, study.notes):
        assert [entity.order for entity in table.values()] == list(range(len(table)))
    assert [lane.kind for lane in study.lanes.values()] == [
        "steps", "heartbeat", "contact", "needs", "opportunities", "backstage",
    ]  # fmt: skip


def test_ids_come_from_the_given_source_so_that_studies_can_be_compared() -> None:
    def numbered() -> Document:
        numbers = count(1)
        return made(new_id=lambda: f"{next(numbers):032x}")

    assert numbered() == numbered()
    assert not set(made().steps) & set(made().steps)
