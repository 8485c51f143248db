"""Any two journeys of any study can be compared: nothing is lost, nothing overlaps, no sentence fails."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journeys.analysis.compare import personas
from journeys.analysis.variants import variants
from journeys.i18n import words
from journeys.layout.compare import BoardSpec, personas_board, variants_board
from journeys.phrases import compare as phrases
from tests.journeys.layout.geometry import overlapping, texts
from tests.journeys.layout.test_map import messy_studies
from tests.journeys.model.strategies import documents

SAY = {"nl": words("nl"), "en": words("en")}
QUICK = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def words_overlap(board):
    return overlapping([(text.lines, rect) for _, text, rect in texts(board.drawing)])


@QUICK
@given(documents(), st.sampled_from(["nl", "en"]), st.sampled_from(["current", "desired"]))
def test_the_personas_of_any_study_stand_side_by_side(document, language, variant):
    say = SAY[language]
    found = personas(document, variant=variant)
    board = personas_board(document, found, BoardSpec(), say)
    assert {row.persona for row in found.rows} == set(document.personas)
    assert words_overlap(board) == []
    assert all(phrases.difference_sentence(one, found, document, say) for one in found.differences)
    for row in found.rows:
        for cell in row.cells:
            assert phrases.cell_line(row, cell, found, document, say)
    shown = [(field.row, field.column + part) for field in board.fields for part in range(field.across)]
    assert len(shown) == len(set(shown))


@QUICK
@given(documents(), st.data())
def test_any_two_journeys_stand_under_each_other(document, data):
    counted = sorted(document.journeys)
    if not counted:
        return
    current, desired = (data.draw(st.sampled_from(counted)) for _ in range(2))
    found = variants(document, current, desired)
    for side, journey in (("current", current), ("desired", desired)):
        there = [getattr(slot, side) for slot in found.slots if getattr(slot, side)]
        assert sorted(there) == sorted(step.id for step in document.steps.values() if step.journey == journey)
    assert phrases.summary(found, SAY["nl"])
    assert all(phrases.slot_sentence(slot, document, SAY["nl"]) for slot in found.slots)
    if current != desired:
        assert words_overlap(variants_board(document, found, BoardSpec(), SAY["nl"])) == []


@QUICK
@given(messy_studies())
def test_a_journey_with_branches_and_long_words_can_be_compared(document):
    assert words_overlap(personas_board(document, personas(document), BoardSpec(), SAY["nl"])) == []
