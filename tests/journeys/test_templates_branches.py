"""Sensitive branches: there when they are asked for, reusing what is there, and never by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import templates
from journeys.edits import study as studies
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.model import integrity
from journeys.model.document import Document
from journeys.phrases import edit_text

LANGUAGES = ("nl", "en")
ALL = [
    (code, branch.slug, language)
    for code, _ in templates.life_events()
    for language in LANGUAGES
    for branch in templates.branches(code, language)
]


def with_branch(study: Document, code: str, slug: str) -> Document:
    study.write(templates.branch(study, code, slug).changes)
    return study


def test_sensitive_life_events_have_branches_and_the_blank_one_has_none() -> None:
    assert {(code, slug) for code, slug, _ in ALL} >= {
        ("child", "stillbirth"), ("child-flanders", "stillbirth"), ("moving", "safety"), ("marriage", "illness"),
        ("death", "sudden"), ("death", "nobody"), ("business", "money"),
    }  # fmt: skip
    assert templates.branches("blank", "nl") == []
    assert templates.branches("of one's own", "nl") == []


@pytest.mark.parametrize(("code", "slug", "language"), ALL)
def test_a_branch_says_when_to_use_it_and_how_to_speak_of_it(code, slug, language) -> None:
    (branch,) = [branch for branch in templates.branches(code, language) if branch.slug == slug]

    assert branch.name
    assert len(branch.when) > 40
    assert len(branch.facilitator) > 40
    assert branch.facts >= 2


@pytest.mark.parametrize(("code", "slug", "language"), ALL)
def test_nothing_of_a_branch_is_in_the_study_by_itself(code, slug, language) -> None:
    study = templates.create(code, language)
    before = {kind: set(table) for kind, table in study.tables.items()}
    (branch,) = [branch for branch in templates.branches(code, language) if branch.slug == slug]
    with_branch(study, code, slug)
    came = [study.notes[id_] for id_ in set(study.notes) - before["note"]]

    assert len(came) >= branch.notes > 0
    assert {study.personas[id_].name for id_ in set(study.personas) - before["persona"]} == set(branch.personas)


@pytest.mark.parametrize(("code", "slug", "language"), ALL)
@pytest.mark.parametrize("personas", [True, False])
def test_a_branch_is_one_edit_that_can_be_taken_back(code, slug, language, personas) -> None:
    study = templates.create(code, language, personas=personas)
    before = study.snapshot()
    edit = templates.branch(study, code, slug)
    study.write(edit.changes)

    assert integrity.check_document(study) == []
    assert edit.code == "study.branch"
    for told in LANGUAGES:
        assert str(edit.words["title"]) in edit_text(edit, words(told))
    study.write(edit.inverse().changes)
    assert study == before


@pytest.mark.parametrize(("code", "slug", "language"), ALL)
def test_a_branch_uses_what_is_there_and_comes_in_once(code, slug, language) -> None:
    study = with_branch(templates.create(code, language), code, slug)

    for table in (study.phases, study.parties, study.channels, study.moments):
        names = [entity.name for entity in table.values()]
        assert len(set(names)) == len(names)
    assert len({fact.text for fact in study.facts.values()}) == len(study.facts)
    assert not templates.branch(study, code, slug)


def test_a_branch_makes_the_phases_and_parties_that_a_study_lacks() -> None:
    study = with_branch(studies.blank("Leeg", "nl"), "child", "stillbirth")

    assert integrity.check_document(study) == []
    assert {"Ziekenhuis", "Uitvaartondernemer", "Verloskundige"} <= {party.name for party in study.parties.values()}
    assert "Bevalling" in {phase.name for phase in study.phases.values()}
    assert not any(party.name == "Zorgverzekeraar" for party in study.parties.values())
    assert len([moment for moment in study.moments.values() if moment.is_day0]) == 1


def test_a_phase_that_was_renamed_is_known_by_the_day_it_starts() -> None:
    study = templates.create("child", "nl")
    phase = next(phase for phase in study.phases.values() if phase.name == "Kraamtijd")
    study.write({("phase", phase.id): (phase, replace(phase, name="De eerste dagen"))})
    with_branch(study, "child", "stillbirth")

    assert len(study.phases) == 6
    assert "Kraamtijd" not in {phase.name for phase in study.phases.values()}


def test_a_branch_speaks_the_language_of_the_study() -> None:
    study = with_branch(templates.create("child", "en"), "child", "stillbirth")

    assert "Linde is born" in {step.title for step in study.steps.values()}


def test_a_persona_that_a_branch_brings_comes_after_those_there_are() -> None:
    study = with_branch(templates.create("child", "nl"), "child", "stillbirth")
    last = max(study.personas.values(), key=lambda persona: persona.order)

    assert last.name == "Hanna & Joris"
    assert (
        study.journeys[next(j for j in study.journeys if study.journeys[j].persona == last.id)].title
        == "Onze dochter Linde"
    )


def test_the_days_around_a_stillbirth_are_left_alone_on_purpose() -> None:
    study = with_branch(templates.create("child", "nl"), "child", "stillbirth")
    (stance,) = study.stances.values()

    assert (study.phases[stance.phase].name, stance.scope) == ("Bevalling", study.study.scope)
    assert [
        s.emotion for s in study.steps.values() if s.title in ("Linde wordt geboren", "Het is stil in mijn buik")
    ] == [None, None]


def test_an_unknown_branch_names_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        templates.branch(templates.create("death", "nl"), "death", "storm")

    assert caught.value.code == "usage.branch"
    assert caught.value.values["known"] == "sudden, nobody"
