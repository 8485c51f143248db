"""Structure, counted by hand: the flow, its owners, the actions and the grounds."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise

import pytest

from journeys.analysis.lenses import marks as mark
from journeys.analysis.lenses import structure
from journeys.analysis.lenses.structure.flow import pieces
from journeys.analysis.scene import scene
from journeys.model.document import Document
from journeys.model.entities import Journey, Link, Stance
from journeys.model.values import Contact, Evidence
from tests.journeys.analysis.scenes import (
    BIRTH,
    CARE,
    CLINIC,
    CRADLE,
    DECLARE,
    DESK,
    HOSPITAL,
    MIDWIFE,
    PREGNANT,
    PREPARE,
    TOWN,
    WEB,
    YEAR,
    Scene,
)

TODAY = dt.date(2026, 11, 22)
SEEN = Evidence("observed", ("f" * 32,))


@pytest.fixture
def town():
    return Scene()


def found(town: Scene, *codes: str):
    """(code, subjects, numbers as {code: ids}) of the findings with these codes, or of all."""
    every = structure.findings(scene(town.document(), today=TODAY))
    wanted = [one for one in every if not codes or one.code.removeprefix("structure.") in codes]
    return [(one.code.removeprefix("structure."), one.subjects, {n.code: n.ids for n in one.numbers}) for one in wanted]


def only(town: Scene, code: str):
    (one,) = [one for one in structure.findings(scene(town.document(), today=TODAY)) if one.code == f"structure.{code}"]
    return one


def link(town: Scene, source, target, **values) -> Link:
    return town.add(Link(next(town.new), source.id, target.id, **values))


def chain(town: Scene, *steps) -> list[Link]:
    return [link(town, a, b) for a, b in pairwise(steps)]


def walk(town: Scene, *phases: int):
    """A connected step with the midwife in each of these phases."""
    steps = [town.step(0, phase, MIDWIFE, evidence=SEEN) for phase in phases]
    chain(town, *steps)
    return steps


# Owners


def test_steps_that_nobody_owns_are_named_in_reading_order_on_both_stages(town):
    late = town.step(0, DECLARE, nobody=False)
    early = town.step(0, PREGNANT, contacts=(Contact(passes_on_for=town.town.id),))
    town.step(0, PREPARE)  # nobody, and the team said so
    town.step(0, BIRTH, HOSPITAL)
    back = town.step(0, BIRTH, stage="back", nobody=False)
    town.step(0, BIRTH, DESK, stage="back")
    assert found(town, "contact_open") == [("contact_open", (early.id, late.id), {"steps": (early.id, late.id)})]
    assert found(town, "backstage_open") == [("backstage_open", (back.id,), {"steps": (back.id,)})]


def test_a_process_behind_a_step_has_owners_too(town):
    step = town.step(0, PREGNANT, MIDWIFE)
    inner = town.add(Journey(next(town.new), town.personas[0].id, "Binnen", parent_step=step.id))
    town.journeys.append(inner)
    lost = town.step(3, PREGNANT, nobody=False)
    assert only(town, "contact_open").journey == inner.id
    assert only(town, "contact_open").subjects == (lost.id,)


def test_an_empty_phase_between_others_is_told_per_journey(town):
    for journey in (0, 1):
        town.step(journey, PREPARE, MIDWIFE)
        town.step(journey, DECLARE, DESK)
    town.step(1, BIRTH, HOSPITAL)
    phase = town.phases[BIRTH].id
    assert found(town, "empty_phase") == [("empty_phase", (phase, town.journeys[0].id), {})]


def test_a_phase_with_a_stance_or_with_work_behind_the_scenes_is_not_empty(town):
    for phase in (PREGNANT, DECLARE):
        town.step(0, phase, MIDWIFE)
    town.step(0, BIRTH, DESK, stage="back")
    reason = {"journey": town.journeys[0].id, "phase": town.phases[PREPARE].id, "scope": town.town.id}
    town.add(Stance(next(town.new), **reason, reason="Niets te doen"))
    assert found(town, "empty_phase") == []


# Flow


def test_a_loop_is_told_in_the_order_in_which_one_goes_round(town):
    a, b, c, d = walk(town, PREGNANT, PREPARE, PREPARE, BIRTH)
    link(town, c, a)
    one = only(town, "loop")
    assert (one.grade, one.subjects) == ("act", (a.id, b.id, c.id))
    assert found(town, "known_loop") == []
    assert d.id not in one.subjects


def test_a_marked_way_back_is_a_known_loop_with_its_connections(town):
    a, b, c, d = walk(town, PREGNANT, PREPARE, PREPARE, BIRTH)
    back = link(town, d, b, kind="back")
    one = only(town, "known_loop")
    assert (one.grade, one.subjects, one.number("links").ids) == ("look", (b.id, c.id, d.id), (back.id,))
    assert found(town, "loop") == []
    assert a.id not in one.subjects


def test_a_loop_within_a_known_one_is_told_once(town):
    a, b, c, d = walk(town, PREGNANT, PREPARE, PREPARE, BIRTH)
    link(town, c, b)
    link(town, d, a, kind="back")
    assert found(town, "loop", "known_loop") == [("loop", (b.id, c.id), {"steps": (b.id, c.id)})]


def test_two_loops_are_two_findings_the_first_on_the_map_first(town):
    a, b, c, d = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    link(town, d, c)
    link(town, b, a)
    assert [subjects for _, subjects, _ in found(town, "loop")] == [(a.id, b.id), (c.id, d.id)]


def test_a_flow_that_only_goes_on_has_no_loops_and_no_loose_ends(town):
    a, *_, last = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    link(town, a, last)
    assert found(town, "loop", "known_loop", "dead_end", "orphan", "loose", "island", "no_flow") == []


def test_a_step_without_a_next_one_is_a_dead_end_unless_the_journey_ends_in_its_phase(town):
    _a, b, *_ = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    stop, end = town.step(0, BIRTH, HOSPITAL), town.step(0, DECLARE, DESK)
    link(town, b, stop)
    link(town, b, end)
    assert found(town, "dead_end") == [("dead_end", (stop.id,), {"steps": (stop.id,)})]


def test_a_step_that_only_leads_back_is_no_dead_end(town):
    _a, b, *_ = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    again = town.step(0, BIRTH, HOSPITAL)
    link(town, b, again)
    link(town, again, b, kind="back")
    assert found(town, "dead_end") == []


def test_a_step_to_which_nothing_leads_is_told_unless_the_journey_begins_in_its_phase(town):
    *_, last = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    new, first = town.step(0, BIRTH, HOSPITAL), town.step(0, PREGNANT, WEB)
    link(town, new, last)
    link(town, first, last)
    link(town, last, new, kind="back")
    assert found(town, "orphan") == [("orphan", (new.id,), {"steps": (new.id,)})]


def test_loose_steps_and_islands_are_told_apart(town):
    walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    loose = town.step(0, PREPARE, CLINIC)
    left, right = town.step(0, PREPARE, CARE), town.step(0, BIRTH, CARE)
    link(town, left, right)
    assert found(town, "loose", "island", "dead_end", "orphan") == [
        ("island", (left.id, right.id), {"steps": (left.id, right.id)}),
        ("loose", (loose.id,), {"steps": (loose.id,)}),
    ]


def test_steps_that_hang_together_behind_the_scenes_are_no_island(town):
    _, b, *_ = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    desk, letter = town.step(0, PREPARE, DESK, stage="back"), town.step(0, DECLARE, DESK)
    link(town, b, desk)
    link(town, desk, letter)
    assert found(town, "island", "loose") == []


def test_an_island_that_goes_round_is_found_though_it_has_no_beginning(town):
    walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    left, right = town.step(0, PREPARE, CARE), town.step(0, BIRTH, CARE)
    link(town, left, right)
    link(town, right, left)
    assert [subjects for _, subjects, _ in found(town, "island")] == [(left.id, right.id)]


def test_a_journey_without_any_connection_is_told_once_and_two_steps_are_no_flow(town):
    steps = [town.step(0, phase, MIDWIFE) for phase in (PREGNANT, PREPARE, BIRTH)]
    town.step(1, PREGNANT, MIDWIFE)
    town.step(1, PREPARE, MIDWIFE)
    ids = tuple(step.id for step in steps)
    assert found(town, "no_flow", "loose") == [("no_flow", ids, {"steps": ids})]


def test_choices_without_words_are_told_with_their_connections(town):
    a, b, c, _ = walk(town, PREGNANT, PREPARE, BIRTH, DECLARE)
    first = town.change(link(town, a, c), kind="choice")
    town.change(link(town, b, town.step(0, BIRTH, HOSPITAL)), kind="choice", label="gehuwd")
    assert found(town, "choice") == [("choice", (first.id,), {"links": (first.id,)})]


def test_pieces_equal_those_of_networkx_on_random_flows():
    import networkx as nx

    dice = random.Random(7)
    for _ in range(30):
        town = Scene()
        steps = [town.step(0, dice.randrange(6), MIDWIFE) for _ in range(12)]
        pairs = {tuple(dice.sample(range(12), 2)) for _ in range(dice.randrange(14))}
        links = [link(town, steps[a], steps[b]) for a, b in pairs]
        graph = nx.Graph()
        graph.add_nodes_from(step.id for step in steps)
        graph.add_edges_from((one.source, one.target) for one in links)
        ours = {frozenset(step.id for step in piece) for piece in pieces(steps, links)}
        assert ours == {frozenset(piece) for piece in nx.connected_components(graph)}


# Chains


def passed_on(town: Scene, phase: int, *parties: int):
    steps = [town.step(0, phase, party, emotion=-1) for party in parties]
    return steps, chain(town, *steps)


def test_three_hand_overs_in_one_phase_are_a_chain_that_can_be_walked(town):
    steps, links = passed_on(town, PREPARE, MIDWIFE, HOSPITAL, DESK, CARE)
    one = only(town, "chain")
    assert (one.grade, one.phase) == ("act", town.phases[PREPARE].id)
    assert one.subjects == tuple(step.id for step in steps)
    assert one.number("handovers").ids == tuple(link.id for link in links)
    assert one.number("parties").ids == tuple(town.parties[party].id for party in (MIDWIFE, HOSPITAL, DESK, CARE))


def test_two_hand_overs_are_no_chain(town):
    passed_on(town, PREPARE, MIDWIFE, HOSPITAL, DESK)
    assert found(town, "chain") == []


@pytest.mark.parametrize("breaker", [WEB, MIDWIFE], ids=["the internet passes nobody on", "the midwife stays"])
def test_a_chain_breaks_where_nobody_hands_over(town, breaker):
    passed_on(town, PREPARE, HOSPITAL, MIDWIFE, breaker, DESK, CARE)
    assert found(town, "chain") == []


def test_a_word_for_the_next_party_breaks_the_chain(town):
    (_, hospital, *_), _ = passed_on(town, PREPARE, MIDWIFE, HOSPITAL, DESK, CARE)
    town.change(hospital, contacts=(Contact(town.parties[HOSPITAL].id, None, town.town.id),))
    assert found(town, "chain") == []


def test_another_party_in_each_phase_is_the_course_of_things(town):
    places_ = ((PREPARE, MIDWIFE), (BIRTH, HOSPITAL), (DECLARE, DESK), (CRADLE, CARE), (CRADLE, CLINIC))
    chain(town, *[town.step(0, *place, emotion=-1) for place in places_])
    assert found(town, "chain") == []


def test_who_goes_gladly_from_one_to_the_next_is_not_passed_on(town):
    steps, _ = passed_on(town, PREPARE, MIDWIFE, HOSPITAL, DESK, CARE)
    for step in steps[1:]:
        town.change(step, emotion=1)
    assert found(town, "chain") == []


def test_the_longest_of_two_ways_is_the_chain(town):
    steps, _ = passed_on(town, PREPARE, MIDWIFE, HOSPITAL, DESK, CARE)
    link(town, steps[0], steps[2])
    assert only(town, "chain").subjects == tuple(step.id for step in steps)


def test_one_chain_of_a_journey_is_told(town):
    for _ in range(5):
        passed_on(town, PREPARE, MIDWIFE, HOSPITAL, DESK, CARE)
    assert len(found(town, "chain")) == 1


# Actions


def test_needs_without_an_opportunity_are_told_once_per_journey(town):
    step, other = town.step(0, PREPARE, MIDWIFE), town.step(0, BIRTH, HOSPITAL)
    need, late = town.note("need", step), town.note("need", other)
    town.note("question", step)
    town.note("need", other, status="done")
    town.note("pain", other)
    wanted = ("unanswered_needs", (need.id, late.id), {"needs": (need.id, late.id)})
    assert found(town, "unanswered_needs") == [wanted]
    assert only(town, "unanswered_needs").phase is None
    town.change(late, status="dropped")
    assert only(town, "unanswered_needs").phase == town.phases[PREPARE].id


def test_a_need_is_answered_by_an_opportunity_that_names_it_or_hangs_on_its_step(town):
    step, other = town.step(0, PREPARE, MIDWIFE), town.step(0, BIRTH, HOSPITAL)
    named, beside, left = town.note("need", step), town.note("need", other), town.note("need", step)
    idea = town.note("idea", journey=town.journeys[0].id, phase=town.phases[PREPARE].id, addresses=(named.id,))
    town.note("opportunity", other)
    assert only(town, "unanswered_needs").subjects == (left.id,)
    town.change(idea, status="dropped")
    assert only(town, "unanswered_needs").subjects == (named.id, left.id)
    assert beside.id not in only(town, "unanswered_needs").subjects


def test_an_opportunity_that_names_one_need_of_its_step_leaves_the_others_open(town):
    step = town.step(0, PREPARE, MIDWIFE)
    named, left = town.note("need", step), town.note("need", step)
    town.note("opportunity", step, addresses=(named.id,))
    assert [subjects for _, subjects, _ in found(town, "unanswered_needs")] == [(left.id,)]


def test_a_need_that_the_desired_journey_answers_is_not_left_open(town):
    wish = town.add(Journey(next(town.new), town.personas[0].id, "Gewenst", variant="desired"))
    town.journeys.append(wish)
    town.note("need", town.step(0, PREPARE, MIDWIFE))
    assert len(found(town, "unanswered_needs")) == 1
    town.note("need", town.step(3, PREPARE, MIDWIFE), status="done")
    assert found(town, "unanswered_needs") == []


def test_that_every_need_has_its_opportunity_is_a_strength(town):
    step = town.step(0, PREPARE, MIDWIFE)
    one, two = town.note("need", step), town.note("question", step)
    assert found(town, "answered") == []
    town.note("opportunity", step, addresses=(one.id, two.id))
    assert found(town, "answered") == [("answered", (town.journeys[0].id,), {"needs": (one.id, two.id)})]


def test_what_is_planned_asks_for_an_owner_then_for_a_date(town):
    step = town.step(0, PREPARE, MIDWIFE)
    nobody = town.note("opportunity", step, status="planned", due=TODAY)
    never = town.note("idea", step, status="planned", owner="Ans")
    waiting = town.note("opportunity", step)
    town.note("idea", step)
    town.note("opportunity", step, status="planned", owner="Ans", due=TODAY)
    town.note("opportunity", step, status="done")
    assert [(code, subjects) for code, subjects, _ in found(town, "overdue", "unowned", "undated", "untaken")] == [
        ("unowned", (nobody.id,)), ("undated", (never.id,)), ("untaken", (waiting.id,)),
    ]  # fmt: skip


def test_what_is_past_its_date_is_told_until_it_is_done_or_dropped(town):
    yesterday = TODAY - dt.timedelta(days=1)
    notes = [town.note("opportunity", status=status, owner="Ans", due=yesterday) for status in ("open", "planned")]
    for status in ("done", "dropped"):
        town.note("opportunity", status=status, owner="Ans", due=yesterday)
    town.note("opportunity", owner="Ans", due=TODAY)
    assert found(town, "overdue")[0][1] == tuple(note.id for note in notes)


# Grounds


def test_much_that_is_assumed_is_told_with_its_share(town):
    steps = [town.step(0, PREPARE, MIDWIFE) for _ in range(3)]
    town.step(0, BIRTH, HOSPITAL, evidence=SEEN)
    one = only(town, "assumed")
    assert (one.number("share").value, one.number("steps").ids) == (75, tuple(step.id for step in steps))
    town.change(steps[0], evidence=SEEN)
    town.change(steps[1], evidence=SEEN)
    assert found(town, "assumed") == []


def test_three_steps_are_too_few_for_a_share_and_a_desired_journey_has_none(town):
    for _ in range(3):
        town.step(0, PREPARE, MIDWIFE)
    town.change(town.journeys[1], variant="desired")
    for _ in range(5):
        town.step(1, PREPARE, MIDWIFE)
    assert found(town, "assumed") == []


def test_phases_of_which_nothing_was_observed_are_named(town):
    guess = [town.step(0, PREPARE, MIDWIFE), town.step(0, DECLARE, DESK)]
    for phase in (PREGNANT, BIRTH, BIRTH, CRADLE):
        town.step(0, phase, HOSPITAL, evidence=SEEN)
    one = only(town, "assumed_phases")
    assert one.number("phases").ids == (town.phases[PREPARE].id, town.phases[DECLARE].id)
    assert one.number("steps").ids == tuple(step.id for step in guess)


def test_a_well_founded_journey_is_a_strength(town):
    steps = [town.step(0, PREPARE, MIDWIFE, evidence=SEEN) for _ in range(4)]
    town.step(0, BIRTH, HOSPITAL)
    one = only(town, "founded")
    assert (one.grade, one.number("share").value) == ("good", 80)
    town.change(steps[0], evidence=Evidence("observed"))
    assert found(town, "founded") == []
    assert found(town, "unsourced") == [("unsourced", (steps[0].id,), {"steps": (steps[0].id,)})]


def test_what_was_heard_without_a_source_is_told(town):
    step = town.step(0, PREPARE, MIDWIFE)
    said = town.note("quote", step, evidence=Evidence("observed"))
    town.note("quote", step, evidence=SEEN)
    town.note("quote", step)
    assert found(town, "unsourced_notes") == [("unsourced_notes", (said.id,), {"notes": (said.id,)})]


@pytest.mark.parametrize(
    ("privacy", "until", "codes"),
    [
        ("real", dt.date(2026, 11, 21), ["consent_ended"]),
        ("anonymised", dt.date(2026, 11, 21), ["consent_ended"]),
        ("real", TODAY, []),
        ("real", None, ["consent_unknown"]),
        ("anonymised", None, []),
        ("fictional", dt.date(2020, 1, 1), []),
    ],
)
def test_consent_that_ended_is_told_of_people_who_exist(town, privacy, until, codes):
    town.change(town.personas[1], privacy=privacy, consent_until=until)
    told = found(town, "consent_ended", "consent_unknown")
    assert [code for code, *_ in told] == codes
    assert all(subjects == (town.personas[1].id,) for _, subjects, _ in told)


# On the map


def test_marks_say_first_what_is_wrong_then_how_the_step_is_known(town):
    a, b, c, d = walk(town, PREGNANT, PREPARE, PREPARE, YEAR)
    link(town, c, b)
    lost = town.step(0, PREPARE, nobody=False)
    shown = mark.marks(scene(town.document(), today=TODAY), "structure", town.journeys[0].id)
    assert [one.code for one in shown[b.id]] == ["loop", "observed"]
    assert [one.code for one in shown[lost.id]] == ["ownerless", "loose", "assumed"]
    assert [one.code for one in shown[a.id]] == ["observed"]
    assert shown[d.id][0].ink == "lens.good"


def test_an_empty_study_says_nothing_of_its_structure():
    town = Scene()
    assert found(town) == []
    assert TOWN == 0
    assert isinstance(town.document(), Document)
