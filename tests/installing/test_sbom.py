"""The bill of materials: what is in it, that it is valid, and that no licence comes in that nobody looked at."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest
import sbom
from materials import allowed, collected
from materials.allowed import Entry

from journeys import licences

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(scope="module")
def by():
    return allowed.rules()


@pytest.fixture
def library(tmp_path):
    """What looks like a frozen folder: the program, a library of ours, Python's, and one of this system."""
    inside = tmp_path / "levensreis" / "_internal"
    inside.mkdir(parents=True)
    (inside.parent / "levensreis").write_bytes(b"starts")
    (inside / "libpython3.11.so.1.0").write_bytes(b"python")
    (inside / "PySide6").mkdir()
    (inside / "PySide6" / "QtCore.abi3.so").write_bytes(b"qt")
    return inside


def entries(by):
    return [sbom.of_part(part, by) for part in licences.parts()]


def test_every_part_of_the_program_has_a_licence_that_may_be(by):
    assert list(allowed.refusals(entries(by), by)) == []


def test_a_part_under_the_gpl_is_refused_with_what_to_do(by):
    """Planted: some library that came in by way of another."""
    planted = Entry("readline-for-all", "2.1", "GPL-3.0-only")
    told = list(allowed.refusals([*entries(by), planted], by))
    assert len(told) == 1
    assert told[0].startswith("readline-for-all 2.1 is under “GPL-3.0-only”")
    assert "add it to packaging/licences.toml" in told[0]
    assert "do without readline-for-all" in told[0]


def test_a_part_that_changed_its_licence_is_refused_until_somebody_has_looked(by):
    pyphen = next(part for part in licences.parts() if part.name == "pyphen")
    changed = dataclasses.replace(pyphen, licence="GNU General Public License v3 (GPLv3)")
    assert list(allowed.refusals([sbom.of_part(pyphen, by)], by)) == []
    assert "“GNU General Public License v3 (GPLv3)”" in next(allowed.refusals([sbom.of_part(changed, by)], by))


def test_what_lies_inside_a_part_needs_a_licence_too(by):
    hidden = Entry("innocent", "1", "MIT", inside=(Entry("libhidden", "2", "GPL-2.0-or-later"),))
    assert [told.partition(" is")[0] for told in allowed.refusals([hidden], by)] == ["libhidden 2"]
    assert "no licence that we know of" in next(allowed.refusals([Entry("nameless", "1")], by))


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND (GPL-3.0-only OR BSD-3-Clause)", True),
        ("(MIT AND GPL-3.0-only) OR BSD-3-Clause", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("GPL-2.0-or-later WITH Font-exception-2.0", False),
        ("AGPL-3.0-only", False),
        ("SSPL-1.0", False),
        ("", False),
        ("MIT AND", False),
        ("(MIT", False),
        ("MIT MIT", False),
        ("BSD License", False),
    ],
)
def test_of_two_licences_one_may_do_and_of_two_together_both_must(by, expression, may):
    assert by.allows(expression) is may


def test_no_reading_of_a_licence_is_left_of_a_part_that_is_gone(by):
    parts = {allowed.key(part.name) for part in licences.parts()}
    assert set(by.readings) <= parts


def test_every_file_of_a_frozen_folder_belongs_to_somebody(library):
    (library / "libnobody.so.1").write_bytes(b"whose?")
    found = collected.collected(library.parent, ["PySide6_Essentials"])
    assert found.parts == {"pyside6-essentials", collected.PYTHON, collected.BOOTLOADER}
    assert found.unknown == ("_internal/libnobody.so.1",)


def test_a_library_of_the_system_is_known_by_its_bytes(library):
    system = next(
        (path for path in Path("/usr/lib").glob("*/libexpat.so.1") if Path("/usr/bin/dpkg-query").exists()), None
    )
    if system is None:
        pytest.skip("no Debian here")
    (library / "libexpat.so.1").write_bytes(system.read_bytes())
    package = collected.collected(library.parent, []).packages[0]
    assert (package.name, package.files[0][0]) == ("libexpat1", "_internal/libexpat.so.1")
    (library / "libexpat.so.1").write_bytes(system.read_bytes() + b"changed")
    assert collected.collected(library.parent, []).unknown == (
        "_internal/PySide6/QtCore.abi3.so",
        "_internal/libexpat.so.1",
    )


def make(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, str(PACKAGING / "sbom.py"), *map(str, arguments)]
    return subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)


@pytest.mark.package
def test_the_bill_is_valid_whole_and_made_twice_the_same(tmp_path):
    """Valid by the validator of CycloneDX itself, which make_bill asks before it writes anything."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    for out in (first, second):
        done = make("--out", out)
        assert done.returncode == 0, done.stderr
    assert first.read_bytes() == second.read_bytes()
    told = json.loads(first.read_text(encoding="utf-8"))
    assert told["specVersion"] == "1.6"
    assert told["metadata"]["component"]["purl"].startswith("pkg:pypi/levensreis@")
    assert {part["name"] for part in told["components"]} == {part.name for part in licences.parts()} - {"Levensreis"}
    assert all(part["licenses"] for part in told["components"])
    known = {part["bom-ref"] for part in told["components"]} | {told["metadata"]["component"]["bom-ref"]}
    assert {one["ref"] for one in told["dependencies"]} == known


@pytest.mark.package
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is collected from the system")
def test_the_bill_of_the_frozen_program_names_the_libraries_of_the_system(frozen, tmp_path):
    done = make("--frozen", frozen, "--out", tmp_path / "frozen.json")
    assert done.returncode == 0, done.stderr
    told = {part["name"]: part for part in json.loads((tmp_path / "frozen.json").read_text("utf-8"))["components"]}
    assert {"Python", "PyInstaller bootloader", "PySide6_Essentials"} <= set(told)
    system = [part for part in told.values() if part.get("purl", "").startswith("pkg:deb/")]
    assert all(file["hashes"][0]["alg"] == "SHA-256" for part in system for file in part["components"])


@pytest.mark.package
def test_a_frozen_folder_with_somebody_elses_library_gets_no_bill(tmp_path):
    folder = tmp_path / "levensreis" / "_internal"
    folder.mkdir(parents=True)
    (folder / "libnobody.so.1").write_bytes(b"whose?")
    done = make("--frozen", folder.parent, "--out", tmp_path / "bill.json")
    assert done.returncode == 1
    assert "nobody knows whose it is" in done.stderr
    assert not (tmp_path / "bill.json").exists()
