"""Who is inside and outside depends on the scope; so do hand-overs and customers."""

from __future__ import annotations

import itertools

from journeys.analysis.handovers import handovers
from journeys.analysis.reach import known
from journeys.analysis.scene import scene
from journeys.analysis.sides import sides
from journeys.model.entities import Link, Party
from journeys.model.values import Contact
from tests.journeys.analysis import scenes


def two_departments():
    """The desk hands over to another department, that to the midwife, and she to the hospital."""
    made = scenes.Scene()
    other = made.add(Party(next(made.new), "Sociaal domein", "department", parent=made.town.id))
    made.parties.append(other)
    stops = [
        made.step(0, scenes.DECLARE, scenes.DESK), made.step(0, scenes.DECLARE, len(made.parties) - 1),
        made.step(0, scenes.CRADLE, scenes.MIDWIFE), made.step(0, scenes.CRADLE, scenes.HOSPITAL),
    ]  # fmt: skip
    for first, second in itertools.pairwise(stops):
        made.add(Link(next(made.new), first.id, second.id))
    return made, other


def handed(made, scope):
    return [handover.side for handover in scene(made.document(), scope).once(handovers)]


def test_seen_from_the_town_departments_hand_over_inside():
    made, _ = two_departments()
    assert handed(made, made.town.id) == ["inside", "crossing", "outside"]


def test_seen_from_one_department_the_other_is_across_the_border():
    made, other = two_departments()
    assert handed(made, made.parties[scenes.DESK].id) == ["crossing", "outside", "outside"]
    assert handed(made, other.id) == ["crossing", "crossing", "outside"]


def test_a_step_that_shares_a_party_with_the_next_hands_nothing_over():
    made, _ = two_departments()
    first, second, *_ = [step for step in made.entities.values() if hasattr(step, "contacts")]
    made.change(second, contacts=(*second.contacts, *first.contacts))
    assert handed(made, made.town.id)[0] == "crossing"


def test_colleagues_are_internal_customers_of_the_whole_and_external_ones_of_a_part():
    made, other = two_departments()
    made.change(made.personas[2], group="internal")
    town, part = (scene(made.document(), scope).once(sides) for scope in (made.town.id, other.id))
    assert town.whole
    assert town.internal == {"internal": (made.personas[2].id,)}
    assert "internal" not in town.external
    assert not part.whole
    assert part.internal == {}
    assert part.external["internal"] == (made.personas[2].id,)
    assert part.external["resident"] == (made.personas[0].id, made.personas[1].id)
    assert part.external["business"] == ()


def test_each_party_stands_on_one_side():
    made, other = two_departments()
    town, part = (scene(made.document(), scope).once(sides) for scope in (made.town.id, other.id))
    desk, clinic, midwife = (made.parties[n].id for n in (scenes.DESK, scenes.CLINIC, scenes.MIDWIFE))
    assert [town.parties[party] for party in (desk, clinic, midwife)] == ["own", "commissioned", "outside"]
    assert [part.parties[party] for party in (desk, other.id, midwife)] == ["colleague", "own", "outside"]
    assert set(part.of("colleague")) == {made.town.id, desk}
    assert set(town.parties) == {party.id for party in made.parties}


def test_known_are_those_who_pass_on_act_or_belong_to_the_same_organisation():
    made, other = two_departments()
    made.step(1, scenes.YEAR, contacts=(Contact(made.parties[scenes.CARE].id, passes_on_for=made.town.id),))
    ids = {n: made.parties[n].id for n in (scenes.CARE, scenes.CLINIC, scenes.DESK, scenes.MIDWIFE)}
    assert scene(made.document()).once(known) == {ids[scenes.CARE], ids[scenes.CLINIC]}
    assert scene(made.document(), other.id).once(known) == {
        ids[scenes.CARE], ids[scenes.CLINIC], ids[scenes.DESK], made.town.id,
    }  # fmt: skip
