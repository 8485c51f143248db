"""What stands on one place moves as little as it can, and what leads round in a circle is cut once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.model.document import Document
from journeys.model.entities import Link, Moment, Party
from journeys.model.fields import MAX_DAYS, MAX_PLACES
from journeys.model.integrity import check_document
from journeys.store.healing import heal
from tests.journeys.studies import study

WHOLE = study(4, 2)


def number(n: int) -> str:
    return f"{n + 10**9:032x}"


def after(*entities, of=WHOLE, without=()):
    """The study with these, healed; and what was told of them."""
    kept = {entity.id: entity for (kind, _), entity in of if kind not in without} | {one.id: one for one in entities}
    made = heal(kept.values(), "Reis")
    assert made.document is not None
    assert check_document(made.document) == []
    return made.document, [(loss.code, loss.kind, loss.values.get("field")) for loss in made.losses]


@pytest.mark.parametrize(
    ("days", "end", "starts", "last"),
    [
        ((5, 5, 6), 100, [5, 6, 7], 100),
        ((5, 8, 5), 100, [5, 6, 8], 100),
        ((5, 7, 9), 9, [5, 7, 9], 10),
        ((5, 7, 9), 10, [5, 7, 9], 10),
        ((5, 9, 9), 10, [5, 9, 10], 11),
        ((1, MAX_DAYS, MAX_DAYS), MAX_DAYS, [1, MAX_DAYS - 2, MAX_DAYS - 1], MAX_DAYS),
        ((1, 2, MAX_DAYS - 1), MAX_DAYS, [1, 2, MAX_DAYS - 1], MAX_DAYS),
    ],
)  # fmt: skip
def test_phases_move_no_further_than_the_next_free_day(days, end, starts, last):
    first = sorted(WHOLE.phases.values(), key=lambda phase: phase.id)[:3]
    others = [phase.id for phase in WHOLE.phases.values() if phase not in first]
    base = Document.of([entity for _, entity in WHOLE if entity.id not in others])
    phases = [replace(phase, start_day=day) for phase, day in zip(first, days, strict=True)]
    document, told = after(*phases, replace(WHOLE.study, end_day=end), of=base, without=("step", "link"))
    assert sorted(phase.start_day for phase in document.phases.values()) == starts
    assert document.study.end_day == last
    moved = sum(document.phases[phase.id].start_day != phase.start_day for phase in phases)
    assert told.count(("loss.mended", "phase", "start_day")) == moved
    assert told.count(("loss.mended", "study", "end_day")) == (last != end)


@pytest.mark.parametrize(
    ("columns", "places"),
    [
        ((0, 0), [0, 1]),
        ((0, 0, 0), [0, 1, 2]),
        ((5, 3, 3), [5, 3, 6]),
        ((5, 3, 3, 3), [5, 3, 6, 7]),
        ((3, 3, 9), [3, 10, 9]),
        ((MAX_PLACES - 1, 7, 7), [MAX_PLACES - 1, 7, MAX_PLACES]),
        ((MAX_PLACES, 7, 7, 7), [MAX_PLACES, 7, 0, 1]),
        ((MAX_PLACES, 0, 0, 0), [MAX_PLACES, 0, 1, 2]),
        ((4, 2, 9), [4, 2, 9]),
    ],
)
def test_steps_on_one_place_go_to_the_end_of_their_own_row(columns, places):
    first, *_ = WHOLE.steps.values()
    row = replace(first, phase=max(WHOLE.phases.values(), key=lambda phase: phase.start_day).id, track=2)
    steps = [replace(row, id=number(at), column=column) for at, column in enumerate(columns)]
    beside = [
        replace(row, id=number(90), track=3, column=50),
        replace(row, id=number(91), stage="back", column=60),
    ]
    document, told = after(*steps, *beside)
    assert [document.steps[step.id].column for step in steps] == places
    assert all(document.steps[step.id] == step for step in beside)
    moved = sum(column != place for column, place in zip(columns, places, strict=True))
    assert told == [("loss.mended", "step", "column")] * moved


def test_of_links_between_the_same_steps_the_first_stays_and_those_to_other_journeys_go():
    first, second, third, *_ = WHOLE.steps.values()
    other = next(step for step in WHOLE.steps.values() if step.journey != first.journey)
    links = [
        Link(number(1), third.id, first.id), Link(number(2), third.id, first.id), Link(number(3), first.id, third.id),
        Link(number(4), first.id, other.id), Link(number(5), other.id, second.id),
    ]  # fmt: skip
    document, told = after(*links)
    assert [link.id in document.links for link in links] == [True, False, True, False, False]
    assert told == [("loss.double", "link", None)] + [("loss.invalid", "link", None)] * 2
    assert len(document.links) == len(WHOLE.links) + 2


@pytest.mark.parametrize(
    ("above", "cut"),
    [
        ({3: 4, 4: 2, 2: 3}, 2),
        ({1: 3, 3: 4, 4: 2, 2: 3}, 2),
        ({1: 3, 9: 1, 3: 4, 4: 2, 2: 3, 8: 4}, 2),
        ({5: 5}, 5),
        ({1: 2, 2: 3, 3: None}, None),
    ],
)
def test_a_circle_of_parties_is_cut_once_at_the_first_that_is_in_it(above, cut):
    parties = [Party(number(at), f"Partij {at}", parent=up and number(up)) for at, up in above.items()]
    document, told = after(*parties)
    now = {party.name: document.parties[party.id].parent for party in parties}
    expected = {party.name: None if party.id == number(cut or 0) else party.parent for party in parties}
    assert now == expected
    assert told == [("loss.mended", "party", "parent")] * (cut is not None)


@pytest.mark.parametrize(
    ("moments", "zero", "told"),
    [
        ([("a", 0, True), ("b", 9, False)], "a", []),
        ([("a", 5, True), ("b", 0, False)], "a", [("loss.mended", "moment", "is_day0")]),
        ([("b", 0, False), ("a", 9, False)], "b", [("loss.mended", "moment", "is_day0")]),
        ([("a", 0, True), ("b", 0, True)], "a", [("loss.mended", "moment", "is_day0")]),
        ([("b", 0, True), ("a", 7, True)], "b", [("loss.mended", "moment", "is_day0")]),
        ([("a", 3, False), ("b", 9, False)], "", [("loss.made", "moment", None)]),
        ([], "", [("loss.made", "moment", None)]),
    ],
)  # fmt: skip
def test_there_is_one_day_0_and_it_is_the_one_that_is_most_like_it(moments, zero, told):
    made = [Moment(id_ * 32, id_, day, is_day0=day0) for id_, day, day0 in moments]
    old = [one.id for one in WHOLE.moments.values()]
    base = Document.of([entity for (kind, _), entity in WHOLE if kind != "moment"])
    document, losses = after(*made, of=base)
    (found,) = [one for one in document.moments.values() if one.is_day0]
    assert (found.id, found.day) == (zero * 32 or found.id, 0)
    assert found.id not in old
    assert {one.id for one in document.moments.values()} >= {one.id for one in made}
    assert [loss for loss in losses if loss[1] == "moment"] == told


def test_without_a_study_one_is_made_with_the_name_of_the_file():
    parties = [Party(number(1), "Gemeente")]
    for title, called in ((" Reis ", "Reis"), ("x" * 300, "x" * 200), ("  ", "?")):
        made = heal(parties, title)
        assert made.document is not None
        assert made.document.study.title == called
        assert heal(parties, title) == made
        assert [loss.code for loss in made.losses] == ["loss.made", "loss.made"]
    assert heal([], "Reis") == (None, ())
