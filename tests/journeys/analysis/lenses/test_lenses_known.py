"""A lens is known wherever lenses are named."""

from __future__ import annotations

from importlib import import_module

import pytest

from journeys.analysis.finding import LENSES
from journeys.phrases import lenses as phrases


def test_every_lens_has_its_words():
    assert tuple(phrases.NAMES) == LENSES


@pytest.mark.parametrize("lens", LENSES)
def test_every_lens_finds_marks_and_tells(lens):
    finds, tells = (import_module(f"journeys.{side}.lenses.{lens}") for side in ("analysis", "phrases"))
    assert callable(finds.findings)
    assert callable(finds.marks)
    assert callable(tells.arguments)
    assert all(code.startswith(f"{lens}.") for code in tells.TOLD)
    assert tells.MARKS
