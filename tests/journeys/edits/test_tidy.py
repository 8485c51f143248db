"""Untangling: fewer connections cross, columns and the tracks in use stay, and what is good is left alone."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.edits import journeys, tidy
from journeys.i18n import words
from journeys.model.integrity import check_document
from journeys.phrases import edit_text
from tests.journeys.layout.flows import flow


def journey_of(document):
    return list(document.journeys)[-1]


def columns(document):
    return Counter((step.phase, step.stage, step.column, step.track) for step in document.steps.values())


def test_two_paths_that_change_places_are_untangled_with_one_edit():
    document = flow(
        {"A": (0, 0, 0), "B": (0, 0, 1), "C": (0, 1, 0), "D": (0, 1, 1)}, [("A", "D"), ("B", "C")],
    )  # fmt: skip
    journey = journey_of(document)
    assert tidy.crossings(document, journey) == 1
    edit = tidy.untangle(document, journey)
    document.write(edit.changes)
    assert tidy.crossings(document, journey) == 0
    assert edit_text(edit, words("en")) == "Flow untangled: “Reis”"
    assert not tidy.untangle(document, journey)


def test_a_flow_without_crossings_is_left_as_it_is():
    document = flow(
        {"A": (0, 0, 0), "B": (0, 1, 0), "C": (0, 1, 2), "D": (1, 0, 0)},
        [("A", "B"), ("A", "C"), ("B", "D"), ("C", "D"), ("D", "A")],
    )
    assert not tidy.untangle(document, journey_of(document))


def test_crossings_are_counted_per_stage_and_only_where_lines_really_cross():
    crossed = [("A", "D"), ("B", "C"), ("E", "H"), ("F", "G")]
    document = flow(
        {"A": (0, 0, 0), "B": (0, 0, 1), "C": (0, 1, 0), "D": (0, 1, 1),
         "E": (-1, 0, 0), "F": (-1, 0, 1), "G": (-1, 1, 0), "H": (-1, 1, 1)}, crossed,
    )  # fmt: skip
    journey = journey_of(document)
    assert [tidy.crossings(document, journey, stage) for stage in ("front", "back")] == [1, 1]
    document.write(tidy.untangle(document, journey).changes)
    assert [tidy.crossings(document, journey, stage) for stage in ("front", "back")] == [0, 0]


def test_lines_that_part_meet_or_follow_one_another_do_not_cross():
    document = flow(
        {"A": (0, 0, 0), "B": (0, 1, 0), "C": (0, 1, 1), "D": (1, 0, 0), "E": (1, 1, 1), "F": (1, 1, 0)},
        [("A", "B"), ("A", "C"), ("B", "D"), ("C", "D"), ("D", "E"), ("D", "F"), ("E", "B")],
    )
    assert tidy.crossings(document, journey_of(document)) == 0


def test_long_lines_cross_where_they_run_side_by_side():
    places = {"A": (0, 0, 0), "B": (0, 1, 1), "C": (0, 2, 2), "D": (0, 3, 0), "E": (0, 3, 2), "F": (0, 2, 0)}
    for links, crossing in (
        ([("A", "E"), ("C", "D")], 1), ([("A", "D"), ("B", "E")], 0), ([("A", "E"), ("B", "C")], 0),
        ([("A", "E"), ("B", "F")], 1),
    ):  # fmt: skip
        document = flow(places, links)
        assert tidy.crossings(document, journey_of(document)) == crossing, links


def test_steps_of_other_journeys_stay_where_they_are():
    document = flow({"A": (0, 0, 0), "B": (0, 0, 1), "C": (0, 1, 0), "D": (0, 1, 1)}, [("A", "D"), ("B", "C")])
    before = document.snapshot()
    document.write(journeys.duplicate(document, journey_of(document)).changes)
    edit = tidy.untangle(document, journey_of(document))
    assert edit.words["n"] == len(edit.changes) == 2
    assert not {id_ for _, id_ in edit.changes} & set(before.steps)


@settings(max_examples=50)
@given(st.data())
def test_it_never_makes_more_crossings_and_moves_steps_only_within_their_columns(data):
    places = data.draw(st.lists(
        st.tuples(st.sampled_from([0, 1, -1]), st.integers(0, 3), st.integers(0, 4)), min_size=2, max_size=14,
        unique=True,
    ))  # fmt: skip
    names = [f"S{number}" for number in range(len(places))]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    document = flow(dict(zip(names, places, strict=True)), data.draw(st.lists(pairs, max_size=16, unique=True)))
    journey, before = journey_of(document), columns(document)
    counts = [tidy.crossings(document, journey, stage) for stage in ("front", "back")]
    edit = tidy.untangle(document, journey)
    document.write(edit.changes)
    assert columns(document) == before
    after = [tidy.crossings(document, journey, stage) for stage in ("front", "back")]
    assert all(now <= was for now, was in zip(after, counts, strict=True))
    assert not check_document(document)
