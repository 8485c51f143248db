"""Whoever only looks changes nothing: not the file, not its times, not what lies beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import entry
from journeys.store import create_file
from tests.hostile.everything import IMAGES, SNAPSHOT, everything
from tests.journeys.studies import study

COMMANDS = {
    "info": ("info", "{file}"), "info as JSON": ("info", "{file}", "--json"), "check": ("check", "{file}"),
    "verify": ("verify", "{file}"), "report": ("report", "{file}", "-o", "{out}.pdf"),
    "poster": ("poster", "{file}", "-o", "{out}.pdf"), "export": ("export", "{file}", "-o", "{out}.json"),
    "snapshots": ("snapshots", "{file}"), "merge": ("merge", "{file}", "{other}", "-o", "{out}.levensreis"),
    "picture": ("picture", "{file}", "-o", "{out}.png"),
}  # fmt: skip


def looks(folder: Path) -> dict[str, tuple[object, ...]]:
    """All there is to a folder and its files but when they were read last."""
    found: dict[str, tuple[object, ...]] = {}
    for path in (folder, *sorted(folder.iterdir())):
        seen = path.stat()
        data = path.read_bytes() if path.is_file() else sorted(os.listdir(path))
        found[path.name] = (seen.st_mode, seen.st_ino, seen.st_nlink, seen.st_mtime_ns, seen.st_ctime_ns, data)
    return found


@pytest.fixture
def folder(tmp_path):
    held = tmp_path / "map"
    held.mkdir()
    create_file(held / "Reis.levensreis", everything(), IMAGES, (SNAPSHOT,))
    create_file(held / "Andere.levensreis", study(3))
    return held


@pytest.mark.parametrize("name", COMMANDS)
def test_B16_a_command_that_reads_changes_nothing(folder, tmp_path, name, qapp, capsys):
    told = {"file": folder / "Reis.levensreis", "other": folder / "Andere.levensreis", "out": tmp_path / "uit"}
    before = looks(folder)
    code = entry.main([part.format(**told) for part in COMMANDS[name]])
    capsys.readouterr()
    assert code in (0, 1), name  # 1: something was found
    assert looks(folder) == before
