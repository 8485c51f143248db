"""What is made of the frozen folder: the same folder gives the same bytes, and what comes out of them works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import building
import deb
import portable
import pytest

from journeys import portable as mode
from journeys.identity import APP_ID, NAME
from tests.installing.programs import ROOT

PACKAGING = ROOT / "packaging"

pytestmark = [pytest.mark.package, pytest.mark.skipif(sys.platform != "linux", reason="these are for Linux")]


@pytest.fixture(scope="module")
def order(frozen, tmp_path_factory) -> deb.Order:
    """Hardly pressed, which takes seconds instead of minutes and leaves everything in it as it is."""
    if shutil.which("dpkg-shlibdeps") is None:
        pytest.skip("no Debian here, or no dpkg-dev")
    return deb.Order(frozen, tmp_path_factory.mktemp("deb"), building.version(), fast=True)


@pytest.fixture(scope="module")
def package(order) -> Path:
    return deb.build(order)


@pytest.fixture(scope="module")
def inside(package, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("inside") / "package"
    subprocess.run(["dpkg-deb", "-R", package, place], check=True)
    return place


@pytest.mark.timeout(600)
def test_the_package_for_debian_is_made_twice_the_same(order, package, tmp_path, monkeypatch):
    for name, value in {"TZ": "Asia/Tokyo", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "77"}.items():
        monkeypatch.setenv(name, value)
    usual = os.umask(0o077)
    try:
        again = deb.build(deb.Order(order.tree, tmp_path, order.version, fast=True))
    finally:
        os.umask(usual)
    assert again.read_bytes() == package.read_bytes()


@pytest.mark.timeout(600)
def test_lintian_finds_nothing_in_it_that_was_not_judged(package):
    if shutil.which("lintian") is None:
        pytest.skip("there is no lintian here")
    asked = ["lintian", "--fail-on", "error,warning", package]
    done = subprocess.run(asked, check=False, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert (done.returncode, done.stdout) == (0, "")


def test_what_the_desktop_reads_of_it_is_valid(inside):
    for tool, *words in (
        ("desktop-file-validate", inside / f"usr/share/applications/{APP_ID}.desktop"),
        ("appstreamcli", "validate-tree", "--no-net", inside),
    ):
        if shutil.which(tool) is None:
            pytest.skip(f"there is no {tool} here")
        done = subprocess.run([tool, *map(str, words)], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


def test_it_works_with_the_libraries_of_debian_and_shows_the_licences_of_what_is_in_it(inside, said):
    command = inside / "usr/bin/levensreis"
    assert "Self-test passed" in said(command, "selftest", "--lang", "en")
    told = {file.stem for file in (inside / "usr/lib/levensreis" / deb.TOLD).iterdir()}
    assert "pyinstaller" in told
    assert not [name for name in told if name.startswith("libxcb")]


@pytest.mark.timeout(600)
def test_the_portable_program_is_unpacked_and_keeps_all_beside_itself(archive, said, around, tmp_path):
    with tarfile.open(archive) as held:
        held.extraction_filter = getattr(tarfile, "tar_filter", None)  # Python 3.11.2 of Debian 12 has none
        held.extractall(tmp_path / "stick")  # noqa: S202 – this test made it
    place = tmp_path / "stick" / NAME
    assert "portable" in said(place / "levensreis", "settings", "--lang", "en").lower()
    said(place / "levensreis", "new", tmp_path / "a.levensreis", "--sample", "child")
    assert (place / mode.MARKER).is_file()
    assert [file for file in Path(around["HOME"]).rglob("*") if file.is_file()] == []


@pytest.fixture(scope="module")
def archive(frozen, tmp_path_factory) -> Path:
    return portable.build(frozen, tmp_path_factory.mktemp("portable"))


@pytest.mark.thorough
@pytest.mark.timeout(1200)
def test_the_portable_program_is_made_twice_the_same(frozen, archive, tmp_path):
    again = tmp_path / "elsewhere" / "levensreis"
    shutil.copytree(frozen, again, symlinks=True)
    for path in again.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000), follow_symlinks=False)
    assert portable.build(again, tmp_path / "out").read_bytes() == archive.read_bytes()
