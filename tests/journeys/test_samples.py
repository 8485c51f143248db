"""The sample studies: whole in both languages, short and plain, and every finding they give is meant."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from journeys import resources, templates, text
from journeys.analysis import lenses, personal
from journeys.analysis.findings import overview
from journeys.analysis.scene import scene
from journeys.errors import TemplateError, UsageError
from journeys.model import integrity
from journeys.model.time import periods
from journeys.templates import sampling
from tests.journeys.test_templates_every import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.model.document import Document
    from journeys.model.entities import Journey, Step

LANGUAGES = ("nl", "en")
EVERY = [(code, language) for code in templates.sample_codes() for language in LANGUAGES]
MOST_WORDS = 20
"""In a sentence: about what is easy to read at B1."""
DOTS = 5
"""What everybody in the second workshop had to vote with."""
TODAY = dt.date(2026, 11, 22)


def raw(code: str) -> dict[str, Any]:
    return json.loads(resources.path("samples", f"{code}.json").read_text(encoding="utf-8"))


def texts(code: str) -> Iterator[str]:
    for _, value in leaves(raw(code)):
        yield from (written for written in (value.values() if isinstance(value, dict) else [value])
                    if isinstance(written, str))  # fmt: skip


def front(study: Document, journey: Journey) -> list[Step]:
    return [step for step in study.steps.values() if step.journey == journey.id and step.stage == "front"]


def told(study: Document, variant: str = "current") -> list[Journey]:
    return [j for j in study.journeys.values() if j.variant == variant and j.parent_step is None]


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def study(request) -> Document:
    return templates.sample(*request.param).document


@pytest.fixture(scope="module", params=["nl", "en"])
def child(request) -> Document:
    return templates.sample("child", request.param).document


@pytest.fixture(scope="module", params=["nl", "en"])
def death(request) -> Document:
    return templates.sample("death", request.param).document


def test_two_samples_are_offered_each_with_its_poster() -> None:
    for language in LANGUAGES:
        offered = templates.samples(language)
        assert [each.code for each in offered] == ["child", "death"]
        assert all(each.poster.is_file() and 0 < len(each.summary) <= 65 for each in offered)
    assert [each.title for each in templates.samples("nl")] == ["Een kind krijgen", "Een naaste is overleden"]
    assert [each.title for each in templates.samples("en")] == ["Having a child", "A loved one has died"]


def test_an_unknown_sample_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError) as refused:
        templates.sample("garden", "nl")
    assert refused.value.values == {"found": "garden", "known": "child, death"}


def test_a_sample_breaks_no_rule(study) -> None:
    assert integrity.check_document(study) == []


@pytest.mark.parametrize("code", templates.sample_codes())
def test_both_languages_tell_the_same(code) -> None:
    dutch, english = (templates.sample(code, language).document for language in LANGUAGES)

    assert [len(table) for table in dutch.tables.values()] == [len(table) for table in english.tables.values()]
    for kind in ("step", "note"):
        pairs = zip(dutch.tables[kind].values(), english.tables[kind].values(), strict=True)
        assert (
            all((a.order, a.kind, a.votes) == (b.order, b.kind, b.votes) for a, b in pairs)
            if kind == "note"
            else all((a.day, a.emotion, a.column, a.track) == (b.day, b.emotion, b.column, b.track) for a, b in pairs)
        )


@pytest.mark.parametrize("code", templates.sample_codes())
def test_every_text_is_there_in_both_languages_and_differs(code) -> None:
    for key, value in leaves(raw(code)):
        if isinstance(value, dict):
            assert all(part.strip() for part in value.values()), value
            assert value["nl"] != value["en"], value
        else:
            assert key not in ("name", "title", "body", "text", "quote", "question", "reason", "by", "owner"), value


@pytest.mark.parametrize("code", templates.sample_codes())
def test_every_text_is_clean_and_holds_nobodys_own_data(code) -> None:
    for written in texts(code):
        assert text.clean(written).text == written
        assert not personal.kinds(written), written


@pytest.mark.parametrize("code", templates.sample_codes())
def test_sentences_are_short(code) -> None:
    for written in texts(code):
        for sentence in re.split(r"[.!?:;]\s", written):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_cards_are_short_enough_to_read_from_the_back_row(study) -> None:
    for step in study.steps.values():
        assert 0 < len(step.title) <= 40, step.title
        assert len(step.body) <= 70, step.body
    for note in study.notes.values():
        assert 0 < len(note.text) <= 90, note.text


def test_nobody_is_called_a_customer(study) -> None:
    said = [value for _, entity in study for value in vars_of(entity)]

    assert not [each for each in said if re.search(r"\b(klant(en)?|customers?)\b", each, re.IGNORECASE)]


def vars_of(entity: Any) -> list[str]:
    return [value for name in entity.__slots__ if isinstance(value := getattr(entity, name), str)]


def test_next_of_kin_play_no_customers(death) -> None:
    assert not any("customer" in step.judgement.roles for step in death.steps.values())


def test_every_need_pain_and_opportunity_hangs_where_it_was_said(study) -> None:
    for note in study.notes.values():
        if note.kind in ("need", "pain", "quote", "opportunity"):
            assert note.step or (note.journey and note.phase), note.text
        assert note.evidence.sources, note.text
    parked = [note for note in study.notes.values() if not (note.step or note.journey or note.persona)]
    assert {"question", "idea", "remark"} == {note.kind for note in parked}


def test_every_open_need_has_an_answer_in_the_making_but_one_that_is_left_to_the_reader(study) -> None:
    proposed = (note for note in study.notes.values() if note.kind in ("opportunity", "idea"))
    answered = {need for note in proposed for need in note.addresses}
    asked = [note for note in study.notes.values() if note.kind in ("need", "question") and note.step]
    left = [n.text for n in asked if n.status == "open" and n.id not in answered and not shared(study, n, answered)]

    assert left in (
        [],
        ["Weten wie kan helpen als het thuis te veel wordt"],
        ["To know who can help when home gets too much"],
    )
    assert bool(left) == (study.study.life_event == "child")


def shared(study: Document, note: Any, answered: set[str]) -> bool:
    """Whether what hangs on the same step is answered: two words for one thing."""
    return any(other.step == note.step and other.id in answered for other in study.notes.values())


def test_what_is_planned_has_an_owner_and_no_day_that_would_pass(study) -> None:
    planned = [note for note in study.notes.values() if note.status == "planned"]

    assert len(planned) >= 3
    assert all(note.owner for note in planned)
    assert not any(note.due for note in study.notes.values())
    assert all(note.via or note.small_gesture or note.addresses for note in planned)


def test_everybody_in_the_workshop_used_all_dots_on_what_could_be_done(study) -> None:
    people = max((s for s in study.sources.values() if s.kind == "workshop"), key=lambda s: str(s.on)).people

    assert sum(note.votes for note in study.notes.values()) == DOTS * people
    assert {note.kind for note in study.notes.values() if note.votes} == {"opportunity", "idea"}


def test_interviews_figures_and_two_workshops_are_behind_it_and_assumptions_are_said(study) -> None:
    kinds = Counter(source.kind for source in study.sources.values())
    steps = [step for journey in told(study) for step in study.steps.values() if step.journey == journey.id]
    status = Counter(step.evidence.status for step in steps)

    assert kinds["interview"] >= 2
    assert kinds["workshop"] == 2
    assert kinds["data"] == 1
    assert status["observed"] > 4 * status["assumed"] > 0


def test_every_step_falls_in_its_phase_and_the_flow_goes_on_in_time(study) -> None:
    spans = periods(study)
    for step in study.steps.values():
        start, end = spans[step.phase]
        assert step.day is not None
        assert start <= step.day < end, step.title
    for link in study.links.values():
        assert study.steps[link.source].day <= study.steps[link.target].day


def test_the_desired_journey_of_the_main_persona_begins_and_ends_well_and_peaks_where_it_matters(study) -> None:
    (desired,) = told(study, "desired")
    steps = sorted(front(study, desired), key=lambda step: (step.day, step.track))
    felt = [step.emotion for step in steps if step.emotion is not None]
    current = [step.emotion for step in front(study, study.journeys[desired.based_on]) if step.emotion is not None]

    assert felt[0] >= 1
    assert felt[-1] == 2
    assert max(step.emotion or 0 for step in steps if step.moment_of_truth) == 2
    assert min(felt) >= 0
    assert min(current) == -2
    assert len(set(felt)) >= 2, "a curve without a dip is not believed"


def test_a_process_stands_behind_the_step_that_raises_the_question(study) -> None:
    (process,) = [journey for journey in study.journeys.values() if journey.parent_step]

    assert process.question.endswith("?")
    assert study.steps[process.parent_step].journey == min(told(study), key=lambda j: j.order).id
    assert {step.stage for step in study.steps.values() if step.journey == process.id} == {"front", "back"}


def test_the_flow_branches_and_says_why_somewhere(study) -> None:
    assert {link.kind for link in study.links.values() if link.label} == {"choice"}
    assert any(step.track for step in study.steps.values())


def test_every_phase_tells_who_leads_the_session_what_to_do(study) -> None:
    assert all(phase.facilitator_note for phase in study.phases.values())


def test_saved_views_show_the_story_now_and_next_people_side_by_side_and_the_true_scale(study) -> None:
    views = list(study.views.values())

    assert len(views) == 5
    assert any(view.axis == "true" for view in views)
    assert any(len(view.lanes) == 3 for view in views)
    assert {len(view.journeys) for view in views} >= {1, 2}


def test_every_party_and_channel_is_used(study) -> None:
    held = [contact for step in study.steps.values() for contact in step.contacts]
    via = {party for note in study.notes.values() for party in note.via}
    parents = {party.parent for party in study.parties.values()} | {fact.party for fact in study.facts.values()}
    unused = {study.parties[id_].name for id_ in set(study.parties) - {c.party for c in held} - via - parents}
    preferred = {channel for persona in study.personas.values() for channel in persona.channels}

    assert unused <= {"Jeugd en gezin", "Youth and Family"}
    assert set(study.channels) == {contact.channel for contact in held if contact.channel} | preferred


def levels(study: Document, persona: str) -> list[str]:
    return next(
        [phase.level for phase in found.phases]
        for found in overview(study).journeys
        if study.personas[study.journeys[found.journey].persona].name == persona
        and study.journeys[found.journey].variant == "current"
    )


def severities(study: Document, persona: str) -> list[int]:
    return next(
        [gap.severity for gap in found.gaps]
        for found in overview(study).journeys
        if study.personas[study.journeys[found.journey].persona].name == persona
    )


def test_the_unmarried_parents_miss_the_municipality_exactly_where_they_need_it(child) -> None:
    assert levels(child, "Sanne & Youssef") == ["absent", "absent", "deliberate", "direct", "via_partner", "deliberate"]
    assert levels(child, "Esra & Mehmet") == [
        "absent", "commissioned", "deliberate", "direct", "commissioned", "commissioned",
    ]  # fmt: skip
    assert levels(child, "Joke & Lotte") == ["absent", "absent", "absent", "direct", "commissioned", "commissioned"]
    assert severities(child, "Sanne & Youssef") == [87, 54]


def test_the_municipality_is_there_in_grief_until_it_goes_quiet(death) -> None:
    assert levels(death, "Nel") == [
        "direct", "deliberate", "via_partner", "direct", "direct", "absent", "commissioned",
    ]  # fmt: skip
    assert severities(death, "Nel")[0] >= 70
    (gap,) = next(j for j in overview(death).journeys if severities(death, "Nel") == [g.severity for g in j.gaps]).gaps
    reach = [(death.parties[each.party].name, each.personas) for each in gap.reach]
    assert reach in ([("Huisarts", 2)], [("General practitioner", 2)])


MEANT = {
    "child": {"question.unanswered", "question.silent_party", "heartbeat.truth_low_said"},
    "death": {
        "question.unanswered", "question.silent_party", "heartbeat.truth_low_said", "heartbeat.lowest",
        "roles.quality_weakest",
    },
}  # fmt: skip


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_what_calls_for_action_is_what_the_study_is_about(code, language) -> None:
    heard = lenses.findings(scene(templates.sample(code, language).document, today=TODAY))
    acting = {finding.code for finding in heard.findings if finding.grade == "act"}

    assert acting == MEANT[code]


def test_changes_go_into_sections_replace_texts_whole_and_null_takes_out() -> None:
    template = {"a": {"x": 1, "y": {"nl": "een", "en": "one"}}, "b": {"z": 1}, "c": 1}
    changes = {"a": {"y": {"nl": "twee", "en": "two"}, "w": 3}, "b": None}

    assert sampling.changed(template, changes) == {"a": {"x": 1, "y": {"nl": "twee", "en": "two"}, "w": 3}, "c": 1}


def test_a_sample_file_that_lacks_a_part_says_which(monkeypatch, tmp_path) -> None:
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "half.json").write_text('{"about": {}}', encoding="utf-8")
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)

    with pytest.raises(TemplateError) as wrong:
        templates.sample("half", "nl")
    assert wrong.value.values["where"] == "samples/half.json: changes"
