"""What holds for every life event: two languages, sourced facts, people who tell it themselves, and a sound flow."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from journeys import resources, templates, text
from journeys.analysis import personal
from journeys.analysis.deadlines import due_day
from journeys.analysis.findings import overview
from journeys.analysis.gaps import partners
from journeys.model import integrity
from journeys.model.document import Document
from journeys.model.entities import Journey, Step
from journeys.model.time import periods, phase_on, phases_in_order

LANGUAGES = ("nl", "en")
EVERY = [code for code, _ in templates.life_events()]
TOLD = [code for code in EVERY if code != templates.BLANK]
NAMES = {"Internet", "Bank", "School", "app", "chat", "website"}
"""Names that are the same in both languages, beside those of people."""
OFFICIAL = {
    "wetten.overheid.nl", "www.rijksoverheid.nl", "www.svb.nl", "www.pns.nl", "www.ncj.nl", "deverloskundige.nl",
    "www.kvk.nl", "www.nvwa.nl", "ondernemersplein.overheid.nl", "www.vlaanderen.be", "www.kindengezin.be",
    "www.groeipakket.be", "www.riziv.fgov.be", "www.ejustice.just.fgov.be",
}  # fmt: skip
SPOKEN = ("name", "title", "body", "text", "quote", "tagline", "question", "place", "owner", "context", "summary")


def raw(code: str) -> dict[str, Any]:
    return json.loads(resources.path("life_events", f"{code}.json").read_text(encoding="utf-8"))


def leaves(data: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every value in the file under its field name; a text in two languages stays one."""
    if isinstance(data, dict) and set(data) == set(LANGUAGES):
        yield key, data
    elif isinstance(data, dict):
        for inner, value in data.items():
            yield from leaves(value, inner)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, key)
    else:
        yield key, data


def told_journeys(study: Document) -> list[Journey]:
    return [journey for journey in study.journeys.values() if journey.variant == "current"]


def front(study: Document, journey: Journey) -> list[Step]:
    return [step for step in study.steps.values() if step.journey == journey.id and step.stage == "front"]


@pytest.fixture(scope="module", params=[(code, language) for code in TOLD for language in LANGUAGES], ids="-".join)
def study(request) -> Document:
    return templates.create(*request.param)


def test_life_events_are_offered_in_the_order_that_they_ask_for_and_the_empty_one_last() -> None:
    places = [raw(code)["about"]["order"] for code in EVERY]
    assert places == sorted(set(places))
    assert (EVERY[0], EVERY[-1]) == ("child", templates.BLANK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_offered_with_a_short_line_of_its_own(language) -> None:
    offers = templates.offers(language)

    assert len({offer.title for offer in offers}) == len({offer.summary for offer in offers}) == len(EVERY)
    assert all(0 < len(offer.summary) <= 65 for offer in offers)


@pytest.mark.parametrize("code", EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("personas", [True, False])
def test_a_study_of_it_breaks_no_rule(code, language, personas) -> None:
    study = templates.create(code, language, personas=personas)

    assert integrity.check_document(study) == []
    assert (study.study.life_event, study.study.language) == (code, language)
    assert study.study.scope in study.parties
    assert bool(study.personas) == (personas and code in TOLD)


@pytest.mark.parametrize("code", EVERY)
def test_both_languages_tell_the_same(code) -> None:
    dutch, english = (templates.create(code, language) for language in LANGUAGES)

    assert [len(table) for table in dutch.tables.values()] == [len(table) for table in english.tables.values()]


@pytest.mark.parametrize("code", EVERY)
def test_every_text_is_there_in_both_languages_and_differs(code) -> None:
    sections = [raw(code), *raw(code).get("branches", {}).values()]
    people = {person["name"] for section in sections for person in section.get("personas", {}).values()}
    for key, value in leaves(raw(code)):
        if isinstance(value, dict):
            assert all(part.strip() for part in value.values()), value
            assert value["nl"] != value["en"], value
        elif key in SPOKEN:
            assert value in NAMES | people, value


@pytest.mark.parametrize("code", EVERY)
def test_every_text_is_clean_and_holds_nobodys_own_data(code) -> None:
    for _, value in leaves(raw(code)):
        for written in value.values() if isinstance(value, dict) else [value]:
            if isinstance(written, str):
                assert text.clean(written).text == written
                assert not personal.kinds(written), written


@pytest.mark.parametrize("code", EVERY)
def test_every_fact_has_a_source_a_date_and_a_status(code) -> None:
    sections = [raw(code), *raw(code).get("branches", {}).values()]
    for fact in (fact for section in sections for fact in section.get("facts", {}).values()):
        assert fact["status"] in ("statutory", "usual", "local")
        assert all(fact["source_title"].values()) if isinstance(fact["source_title"], dict) else fact["source_title"]
        assert fact["checked_on"].startswith("2026-11-")
        address = urlsplit(fact["source_url"])
        assert (address.scheme, address.netloc in OFFICIAL) == ("https", True), fact["source_url"]


@pytest.mark.parametrize("code", EVERY)
def test_a_fact_that_differs_by_town_asks_to_be_filled_in(code) -> None:
    for fact in raw(code)["facts"].values():
        if fact["status"] == "local":
            assert "Vul in" in fact["text"]["nl"]
            assert "Fill in" in fact["text"]["en"]


@pytest.mark.parametrize("code", EVERY)
def test_the_phases_are_written_in_the_order_of_time_around_day_0(code) -> None:
    study = templates.create(code, "nl")
    starts = [phase["start_day"] for phase in raw(code)["phases"].values()]

    assert starts == sorted(starts)
    assert [phase.start_day for phase in phases_in_order(study)] == starts
    assert starts[0] <= -100
    assert study.study.end_day >= 100
    assert all(phase.facilitator_note for phase in study.phases.values())
    assert {moment.day for moment in study.moments.values() if moment.is_day0} == {0}


def test_at_least_two_people_in_different_situations_tell_it(study) -> None:
    assert len(study.personas) >= 2
    for persona in study.personas.values():
        assert persona.tagline
        assert persona.quote
        assert persona.context
        assert persona.privacy == "fictional"
    assert len({(persona.tagline, persona.digital_skill) for persona in study.personas.values()}) == len(study.personas)
    assert len({journey.question for journey in told_journeys(study)}) == len(study.personas)


def test_every_journey_has_eight_to_fourteen_steps_in_words_of_its_own(study) -> None:
    bodies = Counter(step.body for step in study.steps.values() if step.body and step.stage == "front")
    for journey in told_journeys(study):
        assert 8 <= len(front(study, journey)) <= 14
        assert journey.title
    assert [body for body, times in bodies.items() if times > 1] == []


def test_cards_are_short_enough_to_read_from_the_back_row(study) -> None:
    for step in study.steps.values():
        assert 0 < len(step.title) <= 40, step.title
        assert len(step.body) <= 90, step.body
    for note in study.notes.values():
        assert 0 < len(note.text) <= 90, note.text


def test_every_step_says_whom_it_is_with_and_how(study) -> None:
    for step in study.steps.values():
        assert step.nobody or step.contacts, step.title
        assert all(contact.party for contact in step.contacts)
        assert step.stage == "back" or all(contact.channel for contact in step.contacts), step.title


def test_every_step_falls_in_its_phase(study) -> None:
    spans = periods(study)
    for step in study.steps.values():
        start, end = spans[step.phase]
        assert step.day is not None
        assert start <= step.day < end, step.title


def test_the_flow_goes_from_one_start_forward_and_leaves_no_step_alone(study) -> None:
    back = {(link.source, link.target) for link in study.links.values() if link.kind == "back"}
    for journey in told_journeys(study):
        ids = {step.id for step in front(study, journey)}
        flow = study.graph(journey.id).subgraph(ids).copy()
        flow.remove_edges_from(back)
        assert [flow.in_degree(id_) for id_ in ids].count(0) == 1
        assert [flow.out_degree(id_) for id_ in ids].count(0) == 1
        assert all(study.steps[a].day <= study.steps[b].day for a, b in flow.edges)


def test_every_deadline_falls_within_the_study(study) -> None:
    for fact in study.facts.values():
        if fact.due is not None:
            assert phase_on(study, due_day(study, fact.due)) is not None, fact.text


def test_every_journey_has_a_moment_of_truth_a_low_and_a_high(study) -> None:
    for journey in told_journeys(study):
        steps = front(study, journey)
        emotions = [step.emotion for step in steps if step.emotion is not None]
        assert min(emotions) <= -1
        assert max(emotions) == 2
        assert sum(step.moment_of_truth for step in steps) == 1 or study.personas[journey.persona].name.startswith(
            "Joke"
        )


def test_needs_pains_and_quotes_are_told_and_opportunities_say_through_whom(study) -> None:
    kinds = Counter(note.kind for note in study.notes.values())
    opportunities = [note for note in study.notes.values() if note.kind == "opportunity"]

    assert min(kinds[kind] for kind in ("need", "pain", "quote", "opportunity", "question")) >= 2
    assert sum(bool(note.via) for note in opportunities) >= 2
    assert all(note.via or note.addresses or note.owner or note.small_gesture for note in opportunities)
    assert any(note.small_gesture for note in opportunities)
    assert any(note.proactive for note in opportunities)


def test_what_was_told_and_what_was_thought_up_can_be_told_apart(study) -> None:
    for note in study.notes.values():
        expected = {"opportunity": "proposed", "idea": "proposed"}.get(note.kind)
        assert expected is None or note.evidence.status == expected, note.text
        assert note.evidence.sources
    assert {step.evidence.status for step in study.steps.values() if step.stage == "back"} <= {"assumed", "proposed"}


def test_telling_steps_are_judged_so_that_every_lens_has_something_to_say(study) -> None:
    judged = [step.judgement for step in study.steps.values()]
    asked = Counter(data for judgement in judged for data in judgement.data_asked)

    assert len({role for judgement in judged for role in judgement.roles}) >= 4
    assert any(len(judgement.roles) > 1 for judgement in judged)
    assert sum(judgement.value_individual is not None for judgement in judged) >= 6
    assert any((j.value_individual or 0) < (j.value_collective or 0) for j in judged)
    assert any(judgement.waiting for judgement in judged)
    assert {"society", "person"} <= {judgement.beneficiary for judgement in judged}
    assert {"systems", "quality"} <= {judgement.direction for judgement in judged}
    assert sum(times > 1 for times in asked.values()) >= 2
    assert any(judgement.practical is not None and judgement.emotional is not None for judgement in judged)
    assert {type(j.performance or j.customisation or j.experience) for j in judged} >= {int}


def test_gaps_explain_themselves_and_name_somebody_to_be_present_through(study) -> None:
    gaps = [gap for journey in overview(study).journeys for gap in journey.gaps]
    needy = [gap for gap in gaps if gap.open_needs]

    assert max(gap.severity for gap in gaps) >= 70
    assert all(gap.severity <= 45 for gap in gaps if not gap.open_needs)
    assert not any(reason.code == "no_contact" for gap in gaps for reason in gap.reasons)
    assert any(partners(gap, study) for gap in needy)


def test_municipal_work_that_others_carry_out_is_never_called_absent(study) -> None:
    acting = {party.id for party in study.parties.values() if party.acts_for == study.study.scope}
    for journey in overview(study).journeys:
        for level in journey.phases:
            steps = [s for s in front(study, study.journeys[journey.journey]) if s.phase == level.phase]
            if any(contact.party in acting for step in steps for contact in step.contacts):
                assert level.level in ("direct", "commissioned")


def test_every_party_and_channel_is_used(study) -> None:
    held = [contact for step in study.steps.values() for contact in step.contacts]
    via = {party for note in study.notes.values() for party in note.via}
    parents = {party.parent for party in study.parties.values()} | {fact.party for fact in study.facts.values()}
    unused = set(study.parties) - {contact.party for contact in held} - via - parents

    assert {study.parties[id_].name for id_ in unused} <= {"Jeugd en gezin", "Youth and Family"}
    preferred = {channel for persona in study.personas.values() for channel in persona.channels}
    assert set(study.channels) == {contact.channel for contact in held if contact.channel} | preferred


def test_someone_who_needs_no_permit_meets_the_municipality_nowhere() -> None:
    study = templates.create("business", "nl")
    noor = next(j for j in overview(study).journeys if study.personas[study.journeys[j.journey].persona].name == "Noor")

    assert {phase.level for phase in noor.phases} == {"absent", "deliberate"}
    assert [study.phases[gap.phase].name for gap in noor.gaps if gap.severity >= 70] == ["Uitzoeken"]


def test_being_away_at_a_deathbed_is_right_and_said_so() -> None:
    study = templates.create("death", "en")
    (stance,) = study.stances.values()

    assert study.phases[stance.phase].name == "Parting"
    assert stance.reason


def test_the_term_in_flanders_is_fifteen_days_from_the_birth() -> None:
    study = templates.create("child-flanders", "nl")
    (due,) = [fact.due for fact in study.facts.values() if fact.due]

    assert study.study.country == "be"
    assert (study.moments[due.moment].name, due.count, due.unit, due.rule) == ("Geboorte", 15, "day", "next_workday")


def test_a_blank_study_is_structure_with_questions_to_ask() -> None:
    study = templates.create("blank", "nl")
    filled = {kind for kind, table in study.tables.items() if table}

    assert filled == {"study", "moment", "phase", "party", "channel", "lane"}
    assert {party.kind for party in study.parties.values()} >= {"municipality", "department", "executor", "care"}
