"""The list of costly tests is true, and holds those that cost most."""

import re
from pathlib import Path

from tests import costly

ROOT = Path(__file__).parent.parent


def test_every_test_in_the_list_is_there():
    for name in costly.listed():
        file, test, *_ = name.split("::")
        source = (ROOT / file).read_text("utf-8")
        assert re.search(rf"^(def )?{re.escape(test)}\b", source, re.MULTILINE), f"{name}: write the list anew"


def test_the_costliest_are_taken_out_until_the_rest_fits():
    costs = {"a": 90.0, "b": 5.0, "c": 200.0, "d": 1.0}
    assert costly.chosen(costs, minutes=1) == ["c"]
    assert costly.chosen(costs, minutes=0.5) == ["a", "c"]
    assert costly.chosen(costs, minutes=10) == []
