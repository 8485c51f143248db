"""Any sequence of verbs with undo, refused writes, crash, reopen and publish: what is stored equals the document."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import settings

from tests.journeys.store.stored import StoredVerbs
from tests.journeys.walk import Walk

TestAnySession = StoredVerbs.TestCase
TestAnySession.settings = settings(max_examples=4, stateful_step_count=20)


def walked(steps, at_a_time, seed):
    """That many steps in walks of some length each, every one from a study of its own; gives how many there were."""
    chance, done = random.Random(seed), 0
    while done < steps:
        walk = Walk(StoredVerbs, chance.getrandbits(32))
        walk.play(at_a_time)
        done += walk.steps
    return done


def test_F1_ten_thousand_steps_with_crashes_and_reopening_and_all_of_it_undone_and_done_again():
    seed = 7 if "CI" in os.environ else random.randrange(10**6)  # in CI the same walks on every run
    print(f"seed {seed}: {walked(10_000, 500, seed):,} steps")


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(20))
def test_F1_a_million_steps(seed):
    print(f"seed {seed}: {walked(50_000, 700, seed):,} steps")
