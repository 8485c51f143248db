"""New phases of a table find their place in time: between their neighbours, behind the last, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.edits import intake, views
from journeys.edits import study as studies
from journeys.edits.incoming import Goal, Incoming, IncomingPhase, IncomingStep
from journeys.errors import EditError
from journeys.model.entities import Journey, Persona
from journeys.model.fields import MAX_DAYS
from journeys.model.integrity import check_document
from journeys.model.time import phases_in_order
from tests.journeys.studies import PHASES, study


def bring(document, *phases, fresh=False):
    """The study with these phases; (name, first day) of each, the end of the study, and the remarks."""
    journey = next(iter(document.journeys), "")
    coming = Incoming((IncomingStep(1, "Stap"),), tuple(IncomingPhase(*phase) for phase in phases))
    told = intake.taken(document, coming, Goal(journey, title="Reis", persona="Persona", fresh=fresh))
    after = document.snapshot()
    after.write(told.edit.changes)
    assert not check_document(after)
    starts = [(phase.name, phase.start_day) for phase in phases_in_order(after)]
    return starts, after.study.end_day, [remark.code for remark in told.remarks]


def test_a_phase_behind_the_last_begins_where_the_study_ended():
    starts, end, remarks = bring(study(), ("Eerste jaar",), ("Peuter",))
    assert starts == [*PHASES, ("Peuter", 364)]
    assert (end, remarks) == (394, [])


def test_a_phase_behind_one_that_begins_after_the_end_begins_the_day_after():
    starts, end, remarks = bring(study(), ("Peuter", 400), ("Kleuter",))
    assert starts == [*PHASES, ("Peuter", 400), ("Kleuter", 401)]
    assert (end, remarks) == (431, [])


def test_a_phase_beyond_the_end_moves_the_end_along():
    starts, end, _ = bring(study(), ("Peuter", 364))
    assert (starts[-1], end) == (("Peuter", 364), 394)
    starts, end, _ = bring(study(), ("Peuter", 363))
    assert (starts[-1], end) == (("Peuter", 363), 364)


def test_a_phase_between_two_begins_halfway():
    starts, end, remarks = bring(study(), ("Zwanger!",), ("Wennen",), ("Voorbereiden",))
    assert starts[:3] == [("Zwanger!", -270), ("Wennen", -240), ("Voorbereiden", -210)]
    assert (end, remarks) == (364, ["intake.phase_within"])


def test_a_phase_that_only_knows_what_follows_stands_right_before_it():
    starts, _, remarks = bring(study(), ("Verlof",), ("Bevalling",))
    assert starts[1:4] == [("Voorbereiden", -210), ("Verlof", -126), ("Bevalling", -42)]
    assert remarks == ["intake.phase_within"]


def test_of_each_phase_that_gets_shorter_is_told_what_begins_within_it():
    document = study()
    phases = (IncomingPhase("Wennen", -250), IncomingPhase("En", -220), IncomingPhase("Peuter", 363))
    coming = Incoming((IncomingStep(1, "Stap"),), phases)
    told = intake.taken(document, coming, Goal(next(iter(document.journeys))))
    shorter = [(r.values["title"], r.values["other"]) for r in told.remarks if r.code == "intake.phase_within"]
    assert shorter == [("Wennen", "Zwanger!"), ("Peuter", "Eerste jaar")]


def test_phases_that_make_no_other_shorter_are_not_told():
    assert bring(study(), ("Verliefd", -300), ("Zwanger!",), ("Peuter", 364))[2] == []


def test_a_phase_before_the_first_begins_thirty_days_earlier():
    starts, _, _ = bring(study(), ("Verliefd",), ("Zwanger!",))
    assert starts[0] == ("Verliefd", -300)


def test_a_phase_without_neighbours_comes_last():
    starts, _, _ = bring(study(), ("Ooit",))
    assert starts[-1] == ("Ooit", 364)


def test_before_the_first_day_there_is_no_room_so_the_phase_comes_last():
    document = study()
    early = phases_in_order(document)[0]
    document.tables["phase"][early.id] = replace(early, start_day=-MAX_DAYS)
    starts, _, _ = bring(document.snapshot(), ("Verliefd",), ("Zwanger!",))
    assert starts[-1] == ("Verliefd", 364)
    document.tables["phase"][early.id] = replace(early, start_day=1 - MAX_DAYS)
    starts, _, _ = bring(document.snapshot(), ("Verliefd",), ("Zwanger!",))
    assert starts[0] == ("Verliefd", -MAX_DAYS)


def test_the_last_day_of_all_leaves_no_room_behind_it():
    starts, end, _ = bring(study(), ("Peuter", MAX_DAYS - 2), ("Kleuter",))
    assert (starts[-1], end) == (("Kleuter", MAX_DAYS - 1), MAX_DAYS)
    with pytest.raises(EditError) as refused:
        bring(study(), ("Peuter", MAX_DAYS - 1), ("Kleuter",))
    assert (refused.value.code, refused.value.values["title"]) == ("edit.no_room", "Kleuter")
    with pytest.raises(EditError) as refused:
        bring(study(), ("Peuter", MAX_DAYS - 1), ("Kleuter", MAX_DAYS - 1))
    assert (refused.value.code, refused.value.values["title"]) == ("edit.no_room", "Kleuter")


def test_phases_that_come_into_an_empty_study_lie_thirty_days_apart():
    blank = studies.blank("Leeg", "nl")
    starts, end, remarks = bring(blank, ("Een",), (" ",), ("Twee",), ("ÉÉN",), ("Drie",), fresh=True)
    assert starts == [("Een", 0), ("Drie", 15), ("Twee", 30)], "what follows “één” stands behind it"
    assert (end, remarks) == (60, [])


def test_a_view_of_a_phase_that_gives_way_shows_all_phases():
    document = studies.blank("Leeg", "nl")
    document.write({
        ("persona", "a" * 32): (None, Persona("a" * 32, "Persona")),
        ("journey", "b" * 32): (None, Journey("b" * 32, "a" * 32, "Reis")),
    })  # fmt: skip
    old = phases_in_order(document)[1].id
    document.write(views.add(document, "Van dichtbij", views.Seen(("b" * 32,), zoom=120, phase=old)).changes)
    coming = Incoming((IncomingStep(1, "Stap", phase="Een"),), (IncomingPhase("Een"),))
    document.write(intake.take_in(document, coming, Goal("b" * 32, fresh=True)).changes)
    assert not check_document(document)
    assert [phase.name for phase in document.phases.values()] == ["Een"]
    assert [(view.zoom, view.phase) for view in document.views.values()] == [(120, None)]
