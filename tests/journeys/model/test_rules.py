"""Rules of single entities and of whole documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from journeys.errors import ExchangeError
from journeys.model import entities as e
from journeys.model.document import Document
from journeys.model.fields import Ref
from journeys.model.integrity import check_changes, check_document
from journeys.model.plain import from_plain, to_plain
from journeys.model.rules import check_entity
from journeys.model.schema import CLASSES, KINDS, fields_of
from journeys.model.values import Contact, Duration, Judgement
from tests.journeys.studies import study

STUDY = study(12, 2)
STEP = next(iter(STUDY.steps.values()))


def codes(problems):
    return {problem.code for problem in problems}


def test_the_test_study_is_well_formed():
    assert check_document(STUDY) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "x" * 201}, "rule.length"),
        ({"title": "a\x00b"}, "rule.unclean"),
        ({"emotion": 3}, "rule.range"),
        ({"emotion": True}, "rule.type"),
        ({"emotion": 1.0}, "rule.type"),
        ({"day": float("nan")}, "rule.type"),
        ({"column": -1}, "rule.range"),
        ({"stage": "side"}, "rule.choice"),
        ({"contacts": [Contact()]}, "rule.type"),
        ({"contacts": (Contact(), Contact())}, "rule.double"),
        ({"contacts": (Contact("nope"),)}, "rule.id"),
        ({"nobody": True}, "rule.nobody"),
        ({"judgement": Judgement(speed=9)}, "rule.range"),
        ({"judgement": None}, "rule.type"),
        ({"lasts": Duration(3, 2)}, "rule.order"),
        ({"id": "X" * 32}, "rule.id"),
    ],
)
def test_a_step_that_breaks_a_rule_is_told_so(fields, code):
    step = next(step for step in STUDY.steps.values() if step.contacts)
    assert code in codes(check_entity(replace(step, **fields)))


@pytest.mark.parametrize(
    "fields",
    [
        {"contacts": (3,)}, {"contacts": ([],)}, {"contacts": (None,)}, {"contacts": (Duration(1, 2),)},
        {"contacts": (Contact([]),)}, {"judgement": Judgement(roles=({},))}, {"judgement": Judgement(waiting=3)},
        {"lasts": Duration("1", 2)}, {"evidence": Contact()}, {"column": []}, {"phase": {}}, {"journey": 3},
        {"judgement": Judgement(data_asked=3)}, {"id": 3},
    ],
    ids=str,
)  # fmt: skip
def test_a_value_of_the_wrong_class_is_told_and_never_fails(fields):
    document = Document(STUDY.tables)
    document.tables["step"][STEP.id] = replace(STEP, **fields)
    assert "rule.type" in codes(check_document(document))
    assert "rule.type" in codes(check_changes(STUDY, {("step", STEP.id): (STEP, replace(STEP, **fields))}))


def test_every_kind_of_entity_survives_the_way_through_plain_data():
    for (kind, _), entity in STUDY:
        assert from_plain(CLASSES[kind], to_plain(entity)) == entity


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        ({"contacts": [{"party": 7}]}, "plain.type", "steps[3].contacts[0].party"),
        ({"evidence": {"status": "sure"}}, "plain.choice", "steps[3].evidence.status"),
        ({"colour": 1}, "plain.unknown", "steps[3].colour"),
        ({"emotion": "2"}, "plain.type", "steps[3].emotion"),
        ({"judgement": []}, "plain.object", "steps[3].judgement"),
    ],
)
def test_wrong_plain_data_is_refused_with_its_place(change, code, where):
    with pytest.raises(ExchangeError) as caught:
        from_plain(e.Step, {**to_plain(STEP), **change}, "steps[3]")
    assert (caught.value.code, caught.value.values["where"]) == (code, where)


def test_a_missing_required_field_is_named():
    with pytest.raises(ExchangeError) as caught:
        from_plain(e.Phase, {"id": "0" * 32, "name": "x"}, "phases[0]")
    assert caught.value.values["where"] == "phases[0].start_day"


def test_every_reference_must_point_at_something():
    for kind in KINDS:
        for field in fields_of(CLASSES[kind]):
            if field.ref is not None:
                assert isinstance(field.ref, Ref)
                entity = next(iter(STUDY.tables[kind].values()), None)
                if entity is not None:
                    broken = replace(entity, **{field.name: "f" * 32})
                    problems = check_changes(STUDY, {(kind, entity.id): (entity, broken)})
                    assert "rule.dangling" in codes(problems), (kind, field.name)


def changed(document, *entities):
    keys = {CLASSES[kind]: kind for kind in KINDS}
    return check_changes(
        document,
        {(keys[type(new)], new.id): (document.get((keys[type(new)], new.id)), new) for new in entities},
    )


def test_there_is_exactly_one_day_0():
    zero = next(moment for moment in STUDY.moments.values() if moment.is_day0)
    assert "rule.one_day0" in codes(changed(STUDY, replace(zero, is_day0=False)))
    assert "rule.day0" in codes(changed(STUDY, replace(zero, day=3)))


def test_phases_start_on_different_days_and_before_the_end():
    first, second, *_ = STUDY.phases.values()
    assert "rule.same_start" in codes(changed(STUDY, replace(second, start_day=first.start_day)))
    assert "rule.end_day" in codes(changed(STUDY, replace(STUDY.study, end_day=10)))


def test_one_step_per_place_but_two_may_change_places():
    one, two, *_ = STUDY.steps.values()
    moved = replace(one, column=two.column)
    assert "rule.place_taken" in codes(changed(STUDY, moved))
    assert changed(STUDY, moved, replace(two, column=one.column)) == []


def test_links_stay_within_a_journey_and_are_single():
    link = next(iter(STUDY.links.values()))
    stranger = next(s for s in STUDY.steps.values() if s.journey != STUDY.steps[link.source].journey)
    assert "rule.two_journeys" in codes(changed(STUDY, replace(link, target=stranger.id)))
    assert "rule.double_link" in codes(changed(STUDY, replace(link, id="e" * 32)))
    assert "rule.self_link" in codes(changed(STUDY, replace(link, target=link.source)))


def test_parent_chains_of_parties_have_no_cycle():
    town, office = list(STUDY.parties.values())[:2]
    assert office.parent == town.id
    assert "rule.party_cycle" in codes(changed(STUDY, replace(town, parent=office.id)))


def test_deleting_what_others_refer_to_is_refused():
    phase = next(iter(STUDY.phases.values()))
    assert "rule.dangling" in codes(check_changes(STUDY, {("phase", phase.id): (phase, None)}))


def test_a_document_without_study_or_day_0_is_not_well_formed():
    rest = [entity for (kind, _), entity in STUDY if kind not in ("study", "moment")]
    assert {"rule.one_study", "rule.one_day0"} <= codes(check_document(Document.of(rest)))


def test_an_id_names_one_thing_in_the_whole_study():
    taken = STUDY.study.id
    assert "rule.same_id" in codes(changed(STUDY, e.Party(taken, "Ziekenhuis")))
    assert "rule.same_id" in codes(check_document(Document.of([*(each for _, each in STUDY), e.Party(taken, "x")])))


def test_entities_are_frozen_and_slotted():
    for cls in list[Any](CLASSES.values()):
        assert cls.__dataclass_params__.frozen
        assert "__slots__" in vars(cls)
