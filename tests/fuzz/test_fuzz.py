"""Whatever bytes come in by whatever door: a study that keeps every rule, or an error of ours, at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import mutated, oracle
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
"""A folder per target with what once went wrong."""


@pytest.mark.parametrize("name", TARGETS)
def test_sound_seeds_are_read(name):
    assert [oracle.judge(TARGETS[name], seed) for seed in TARGETS[name].seeds()].count("read") >= 1


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_bytes_are_read_or_refused_with_a_sentence(name, data):
    oracle.judge(TARGETS[name], data.draw(mutated.inputs(TARGETS[name])))


@pytest.mark.parametrize("path", oracle.kept(CORPUS), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_went_wrong_stays_right(path):
    oracle.judge(TARGETS[path.parent.name], path.read_bytes())


def test_what_went_wrong_is_kept_for_a_target_that_there_is():
    assert {path.parent.name for path in oracle.kept(CORPUS)} <= set(TARGETS)
