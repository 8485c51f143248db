"""Every case of the matrix has a test that carries its id, or a line in the README that says why it cannot."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.matrix import CASES
from tests.planted.faults import GUARANTEES

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"test((?:_[A-I]\d{1,2})+)_")


@cache
def ids_in_tests() -> dict[str, list[str]]:
    """The tests by the ids in their names: test_B3_B4_… is one of both."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if "_" not in (source := path.read_text("utf-8")) or not re.search(NAMED, source):
            continue
        for node in ast.walk(ast.parse(source)):
            named = NAMED.match(node.name) if isinstance(node, ast.FunctionDef) else None
            for id_ in named[1].strip("_").split("_") if named else ():
                found.setdefault(id_, []).append(f"{path.relative_to(ROOT).as_posix()}::{node.name}")
    return found


@cache
def excused() -> dict[str, str]:
    """The lines of the README that say why a case is no test here."""
    section = (ROOT / "README.md").read_text("utf-8").partition("### Not tested by a machine")[2].partition("\n#")[0]
    return dict(re.findall(r"^- \*\*([A-I]\d{1,2})\*\* (\S.{20,})$", section, re.MULTILINE))


@pytest.mark.parametrize("id_", CASES)
def test_every_case_has_a_test_or_a_reason(id_):
    assert id_ in ids_in_tests() or id_ in excused(), CASES[id_]


def test_no_test_carries_an_id_that_is_no_case():
    assert set(ids_in_tests()) | set(excused()) <= {*CASES, *GUARANTEES}


def test_nothing_is_excused_that_is_tested():
    assert set(excused()) & set(ids_in_tests()) == set()
