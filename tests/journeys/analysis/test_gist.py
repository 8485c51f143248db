"""A journey in a few strokes."""

from __future__ import annotations

import json
import runpy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys import resources, templates
from journeys.analysis import gist
from journeys.analysis.presence import LEVELS
from journeys.edits import study


def test_the_strokes_say_who_is_there_and_how_it_felt_without_a_word():
    found = gist.gist(templates.create("child", "nl"))
    assert [level for _, level in found.phases] == ["absent", "absent", "absent", "direct", "via_partner", "absent"]
    assert [emotion for _, emotion in found.beats][:3] == [2, 1, -2]
    assert not set(gist.written(found)) - set("0123456789|: -abcdlvu")


def test_a_study_without_a_journey_has_its_phases_alone():
    assert gist.gist(study.blank("Leeg", "nl")) == gist.Gist(
        tuple((1, "unmapped") for _ in study.blank("Leeg", "nl").phases)
    )


def test_the_strokes_of_the_life_events_that_lie_ready_are_those_of_the_life_events():
    made = runpy.run_path(str(resources.root().parent / "packaging/make_gists.py"))["made"]()
    assert json.loads(resources.path("gists.json").read_text(encoding="utf-8")) == json.loads(made)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(LEVELS)), min_size=1, max_size=gist.MOST_PHASES),
    st.lists(st.tuples(st.integers(0, 1000), st.integers(-2, 2)), max_size=gist.MOST_BEATS),
)
def test_what_was_written_down_is_read_back(phases, beats):
    one = gist.Gist(tuple(phases), tuple(beats))
    assert gist.read(gist.written(one)) == one


@pytest.mark.parametrize("text", ["", "|", "2x", "0a", "2a|5:9", "2a|x", "2a|12345:1", "<b>2a</b>", "2a " * 30])
def test_anything_else_is_no_strokes(text):
    assert gist.read(text) is None
