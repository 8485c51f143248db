"""The drawing and the report of a small study, as somebody looked at them: a difference shows what changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeys.exchange import pictures, report
from journeys.exchange.wanted import wanted
from tests.journeys.studies import study

FOLDER = Path(__file__).parents[2] / "golden" / "exchange"


WRITTEN = [("svg/small.svg", pictures.to_svg), ("md/small.md", report.write_markdown)]


@pytest.mark.parametrize(("name", "write"), WRITTEN)
def test_a_small_study_is_written_as_before(name, write):
    kept, found = FOLDER / name, write(wanted(study(3, 1)))
    if name.endswith("svg"):
        found = found.replace(b"><", b">\n<")  # a line for each element
    if os.environ.get("LEVENSREIS_GOLDEN") == "write":
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(found)
    assert found.decode() == kept.read_text("utf-8")
