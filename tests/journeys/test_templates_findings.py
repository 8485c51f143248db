"""What the three journeys of "having a child" show: the worked example of the severity table, told by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeys import templates
from journeys.analysis.findings import overview
from journeys.analysis.gaps import partners

if TYPE_CHECKING:
    from journeys.analysis.findings import JourneyFindings
    from journeys.model.document import Document


@pytest.fixture(scope="module", params=["nl", "en"])
def study(request) -> Document:
    return templates.create("child", request.param)


def found(study: Document, persona: str, variant: str = "current") -> JourneyFindings:
    return next(
        findings
        for findings in overview(study).journeys
        if study.personas[study.journeys[findings.journey].persona].name == persona
        and study.journeys[findings.journey].variant == variant
    )


def levels(study: Document, persona: str, variant: str = "current") -> list[str]:
    return [phase.level for phase in found(study, persona, variant).phases]


def test_the_gaps_of_the_unmarried_parents_have_the_severities_of_the_worked_example(study) -> None:
    rows = [
        (
            gap.severity, gap.days, gap.lowest_emotion, len(gap.open_needs), len(gap.pains) + len(gap.deadlines),
            gap.personas_affected, gap.personas_total,
        )
        for gap in found(study, "Sanne & Youssef").gaps
    ]  # fmt: skip

    assert rows == [
        (87, 168, -2, 2, 1, 2, 3),
        (54, 60, 2, 1, 0, 3, 3),
        (21, 354, 1, 0, 0, 3, 3),
        (12, 42, 2, 0, 0, 3, 3),
    ]


def test_no_gap_of_the_unmarried_parents_has_a_step_without_its_contact_filled_in(study) -> None:
    codes = {reason.code for gap in found(study, "Sanne & Youssef").gaps for reason in gap.reasons}

    assert "no_contact" not in codes


def test_the_unmarried_parents_meet_the_municipality_only_at_the_desk_and_through_a_partner(study) -> None:
    assert levels(study, "Sanne & Youssef") == ["absent", "absent", "absent", "direct", "via_partner", "absent"]


def test_the_family_with_a_third_child_met_the_municipality_before_the_birth(study) -> None:
    assert levels(study, "Esra & Mehmet") == [
        "absent", "commissioned", "absent", "direct", "commissioned", "absent",
    ]  # fmt: skip


def test_two_mothers_find_no_municipality_before_the_birth(study) -> None:
    assert levels(study, "Joke & Lotte")[:4] == ["absent", "absent", "absent", "direct"]


def test_the_desired_journey_leaves_no_phase_without_the_municipality(study) -> None:
    assert levels(study, "Sanne & Youssef", "desired") == [
        "direct", "via_partner", "via_partner", "direct", "via_partner", "commissioned",
    ]  # fmt: skip


def test_the_gaps_say_where_the_parents_are_instead(study) -> None:
    gaps = found(study, "Sanne & Youssef").gaps
    reach = [[(party_key(study, reach.party), reach.personas) for reach in gap.reach] for gap in gaps]

    assert reach[0][:2] == [("midwife", 3), ("hospital", 2)]
    assert reach[1] == [("midwife", 2), ("internet", 2)]  # of equals, who already passes something on


def test_information_is_suggested_through_organisations_and_not_through_family_or_internet(study) -> None:
    gaps = [gap for findings in overview(study).journeys for gap in findings.gaps]
    kinds = {study.parties[party].kind for gap in gaps for party in partners(gap, study)}

    assert kinds.isdisjoint({"medium", "social"})


def test_nine_months_pass_before_the_first_contact(study) -> None:
    counts = found(study, "Sanne & Youssef").counts

    assert (counts.before.gaps, counts.before.phases) == (3, 3)
    assert found(study, "Joke & Lotte").silence.days >= 270


def party_key(study: Document, party: str) -> str:
    names = {"Verloskundige": "midwife", "Ziekenhuis": "hospital"}
    name = study.parties[party].name
    return names.get(name, name.lower())
