"""Bombs and giants: refused by name within two seconds, with little memory, in a process that has no more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.large import FULL, LARGE

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited by a rule of Unix, counted by Linux")


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    return judge(tmp_path_factory.mktemp("large"), LARGE)


def judge(folder, cases):
    """What was said of each of them, how long it took, and with how much memory."""
    lines = []
    for number, (target, make, _) in enumerate(cases.values()):
        (folder / str(number)).write_bytes(make())
        lines.append(json.dumps([target, str(folder / str(number))]))
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.alone"], cwd=ROOT, input="\n".join(lines), capture_output=True, text=True,
        check=True, timeout=240,
    )  # fmt: skip
    told = [json.loads(line)[1:] for line in done.stdout.splitlines()]
    for name, (outcome, seconds, size) in zip(cases, told, strict=True):
        print(f"{name}: {outcome}, {seconds:.1f} s, {size} MiB")
    return dict(zip(cases, told, strict=True))


def of(case):
    return [name for name in LARGE if name.startswith(case)]


def check(judged, name):
    outcome, _, _ = judged[name]
    assert outcome == LARGE[name][2]


@pytest.mark.parametrize("name", of("E1"))
def test_E1_large_json_is_refused_by_name(judged, name):
    check(judged, name)


@pytest.mark.parametrize("name", of("E2"))
def test_E2_xml_that_grows_reaches_out_or_nests_is_refused_by_name(judged, name):
    check(judged, name)


@pytest.mark.parametrize("name", of("E3"))
def test_E3_a_small_network_that_swells_is_refused_by_name(judged, name):
    check(judged, name)


@pytest.mark.parametrize("name", of("E7"))
def test_E7_a_giant_diagram_is_refused_by_name(judged, name):
    check(judged, name)


@pytest.mark.parametrize("name", of("E5"))
def test_E5_large_csv_is_refused_by_name(judged, name):
    check(judged, name)


@pytest.mark.parametrize("name", of("E6"))
def test_E6_spreadsheets_that_swell_are_refused_by_name(judged, name):
    check(judged, name)


@pytest.mark.parametrize("name", of("E8"))
def test_E8_a_hundred_thousand_are_refused_with_the_number(judged, name):
    check(judged, name)


@pytest.mark.long
def test_what_is_as_large_as_is_read_at_all_is_refused_by_name(tmp_path):
    told = judge(tmp_path, FULL)
    assert {name: outcome for name, (outcome, _, _) in told.items()} == {name: case[2] for name, case in FULL.items()}
