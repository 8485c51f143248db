"""The version stands in one place, and everything that tells it has it from there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import building
import pytest
from linux import releases

from journeys import licences

ROOT = Path(__file__).parents[2]

PLACE = "pyproject.toml"
TELLS_WHAT_CHANGED = ("packaging/linux/nl.levensreis.levensreis.metainfo.xml",)
"""Names releases, each with its day and what is new in it: the newest of them is the version, which a test holds."""
LOCKS = ("requirements.lock", "build.lock", "package-lock.json")


def project() -> dict:
    return tomllib.loads((ROOT / PLACE).read_text(encoding="utf-8"))["project"]


VERSION = project()["version"]


def sources() -> list[Path]:
    """Everything of ours that is text and no list of other people's versions."""
    suffixes = {".py", ".toml", ".in", ".xml", ".desktop", ".nsi", ".nsh", ".spec", ".plist", ".yml", ".yaml", ".json",
                ".1", ".sh", ".txt", ".md"}  # fmt: skip
    folders = [ROOT / name for name in ("app", "journeys", "packaging", "resources/licences")]
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes and path.is_file()]
    return [path for path in found if path.name not in LOCKS] + [ROOT / "README.md"]


def test_the_version_is_written_in_one_place():
    """A second place would be forgotten at a release."""
    said = re.compile(rf"(?i)(?:levensreis\W{{0,3}}|\bversion\b\W{{0,12}}|\bv){re.escape(VERSION)}(?![\w.])")
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if said.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert [name for name in found if name not in TELLS_WHAT_CHANGED] == []


def test_what_is_installed_and_what_is_built_have_the_version_from_there():
    assert metadata.version("levensreis") == VERSION
    assert licences.version() == VERSION
    assert building.version() == VERSION


def test_the_command_line_tells_the_version():
    command = [sys.executable, "-m", "app.entry", "--version"]
    told = subprocess.run(command, cwd=ROOT, env=dict(os.environ), check=True, capture_output=True, text=True).stdout
    assert told == f"levensreis {VERSION}\n"


def test_the_version_is_one_that_every_index_and_package_orders_in_the_same_way():
    """Three numbers, and for what comes before a release a, b or rc: pip, Debian and Windows all read that."""
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", VERSION)


def test_the_newest_release_that_is_told_of_is_this_version():
    assert releases.all_of_them()[0].get("version") == VERSION


@pytest.mark.parametrize("name", ["requires-python", "license", "readme", "scripts", "gui-scripts"])
def test_what_installers_need_is_told(name):
    assert project()[name]
