"""Every guarantee has a fault that breaks it, and with the fault planted its test fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.planted.faults import FAULTS, GUARANTEES

ROOT = Path(__file__).parents[2]
PARTS = ("app", "journeys", "resources", "tests", "packaging")
FILES = ("pyproject.toml", "README.md", "LICENSE")


@pytest.mark.parametrize("guarantee", GUARANTEES)
def test_every_guarantee_has_a_fault_that_breaks_it(guarantee):
    assert any(fault.guarantee == guarantee for fault in FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.guarantee}-{Path(fault.file).stem}")
def test_every_fault_can_still_be_planted(fault):
    assert (ROOT / fault.file).read_text("utf-8").count(fault.old) == 1
    assert fault.old != fault.new
    file, _, name = fault.test.partition("::")
    assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text("utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the whole program, in which faults may be planted."""
    made = tmp_path_factory.mktemp("planted") / "house"
    for part in PARTS:
        shutil.copytree(ROOT / part, made / part, ignore=shutil.ignore_patterns("__pycache__", "views"))
    for name in FILES:
        shutil.copy(ROOT / name, made / name)
    return made


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.guarantee}-{Path(fault.file).stem}")
def test_with_the_fault_planted_its_test_fails(fault, house):
    assert passes(house, fault.test), "the test passes as long as nothing is planted"
    place = house / fault.file
    sound = place.read_text("utf-8")
    write(place, sound.replace(fault.old, fault.new))
    try:
        assert code_of(house, fault.test) == 1
    finally:
        write(place, sound)


def write(place: Path, text: str) -> None:
    """What Python compiled of the former text must not be taken for this one's."""
    place.write_text(text, "utf-8")
    for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*.pyc"):
        compiled.unlink()


@cache
def passes(house: Path, test: str) -> bool:
    return code_of(house, test) == 0


def code_of(house: Path, test: str) -> int:
    """pytest's exit code: 0 passed, 1 failed."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "", test]
    return subprocess.run(command, cwd=house, check=False, capture_output=True).returncode
