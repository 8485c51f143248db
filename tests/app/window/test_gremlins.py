"""Random events over the whole window leave no error, no warning and no broken rule behind, and undo takes all back."""

from __future__ import annotations

import os
import random

import pytest

from journeys.model.integrity import check_document
from tests.app.window.gremlins import Gremlin

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
"""Menus ask for the keyboard; offscreen there is none."""


def let_loose(window, seed, events):
    """Play a seed, then hold the study against its rules, its working copy and its beginning."""
    start = window.session.document.snapshot()
    gremlin = Gremlin(window, seed)
    try:
        gremlin.run(events)
    except BaseException:
        print("\n".join(gremlin.done[-25:]))
        raise
    document = window.session.document
    assert not check_document(document)
    assert window.file.copy.document() == document, "what is stored is not what is shown"
    while window.history.undoable() is not None:
        window.history.undo()
    assert document == start, "undoing everything does not give the beginning"
    assert window.file.copy.document() == start


@pytest.mark.parametrize("seed", [1, 2, 3, 4 if "CI" in os.environ else None])  # in CI the same events on every run
def test_hitting_everything_breaks_nothing_and_can_be_undone(window, seed):
    seed = seed or random.randrange(10**6)
    print(f"seed {seed}")
    let_loose(window, seed, 300)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_hitting_everything_for_long_breaks_nothing_and_can_be_undone(window, seed):
    let_loose(window, seed, 2_000)
