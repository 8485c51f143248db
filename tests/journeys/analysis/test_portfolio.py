"""Several studies together: presence per phase, who recurs, and where nobody meets the municipality."""

from __future__ import annotations

from journeys.analysis.portfolio import portfolio
from journeys.i18n import words
from journeys.phrases.portfolio import phase_text, recurring_text, side_sentences, study_sentence
from tests.journeys.analysis import scenes
from tests.journeys.analysis.scenes import MIDWIFE, PREPARE


def two():
    """The worked scene, and a small one in which the municipality is met while preparing."""
    small = scenes.Scene()
    small.step(0, PREPARE, scenes.DESK)
    small.step(0, PREPARE, MIDWIFE)
    return portfolio([("a", scenes.worked().document()), ("b", small.document())])


def test_a_phase_in_which_the_scope_is_there_for_nobody_is_told_apart_from_one_with_some():
    worked, small = two().studies
    by_name = {phase.name: phase for phase in worked.phases}
    assert by_name["Eerste jaar"].never
    assert (by_name["Voorbereiden"].absent, by_name["Voorbereiden"].told) == (2, 3)
    assert not by_name["Voorbereiden"].never
    assert not small.never


def test_who_is_without_the_scope_and_who_meets_a_party_is_named():
    found = two()
    phases = {phase.name: phase for phase in found.studies[0].phases}
    assert len(phases["Voorbereiden"].away) == 2
    assert not phases["Aangifte"].away
    for party in found.parties:
        assert len(party.who) == len(party.keys)
        assert sum(map(len, party.who)) == party.personas


def test_a_phase_that_nobody_filled_in_counts_as_nothing():
    small = two().studies[1]
    assert [phase.told for phase in small.phases] == [0, 1, 0, 0, 0, 0]
    assert phase_text(small.phases[0], words("en")) == "not filled in yet"


def test_the_sides_of_the_desk_add_up_over_all_studies():
    found = two()
    assert found.never("before") == (2, 4)
    assert side_sentences(found, words("en"))[0] == "Before day 0: absent for everybody in 2 of 4 phases."


def test_the_worst_gap_of_a_study_stands_for_it_and_a_study_without_gaps_has_none():
    worked, small = two().studies
    assert worked.worst == 87
    assert (small.gaps, small.worst) == (0, None)
    assert study_sentence(small, words("en")) == "3 personas, 3 journeys, 0 gaps."


def test_a_party_recurs_when_it_has_the_same_name_in_another_study_whatever_its_capitals():
    other = scenes.Scene()
    party = other.parties[MIDWIFE]
    other.change(party, name="VERLOSKUNDIGE")
    other.step(0, PREPARE, MIDWIFE)
    found = portfolio([("a", scenes.worked().document()), ("b", other.document())])
    midwife = next(one for one in found.parties if one.name == "verloskundige")
    assert midwife.keys == ("a", "b")
    assert midwife.personas == 4
    assert not midwife.inside
    assert "4 personas" in recurring_text(midwife, {"a": "A", "b": "B"}, words("en"))


def test_a_party_of_one_study_only_does_not_recur():
    names = {one.name for one in two().parties}
    assert "ziekenhuis" not in names


def test_a_desired_journey_is_not_counted_with_the_current_ones():
    scene = scenes.worked()
    scene.change(scene.journeys[0], variant="desired")
    line = portfolio([("a", scene.document())]).studies[0]
    assert (line.journeys, line.personas) == (2, 2)


def test_a_study_without_journeys_has_no_phases_to_tell_of():
    scene = scenes.Scene()
    for journey in scene.journeys:
        del scene.entities[journey.id]
    line = portfolio([("a", scene.document())]).studies[0]
    assert line.phases == ()
