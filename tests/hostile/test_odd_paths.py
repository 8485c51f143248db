"""Odd paths: a study there opens, is edited, published, locked and backed up like any other."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest

from journeys.cli.command import main
from journeys.edits import study as study_edits
from journeys.store import backups, connections, create_file, files, locks
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="no file of Windows can be called so")
NAMES = [
    "map %20 #é?/100% é & #1", "a'b\"c", "😀 reis", "x" * 200, "cafe\u0301", "-verify", "file:reis", " spatie ",
    ".verborgen", "a?mode=ro&immutable=1", "%2e%2e%2fx", "reis.", "CON", "a\\b", "a\nb", "مسار",
    "/".join(["diep" * 10] * 12) + "/reis",
]  # fmt: skip


def at(folder, name) -> Path:
    path = folder / f"{name}.levensreis"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        path.unlink()
    except OSError:
        pytest.skip("this system has no file of that name")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_B18_a_file_of_any_name_opens_and_publishes(tmp_path, name, capsys):
    path = at(tmp_path, name)
    create_file(path, study(2))
    before = path.read_bytes()
    opened = open_file(path)
    copy = WorkCopy.create(opened.document, path=path, identity=opened.identity)
    copy.write(study_edits.change(opened.document, title="Anders"))
    assert locks.lock_path(files.real(path)).exists()
    copy.publish()
    copy.close()
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name]
    assert open_file(path).document.study.title == "Anders"
    assert [backup.path.read_bytes() for backup in backups.list_for(path)] == [path.read_bytes(), before]
    assert (
        main(["info", f"./{os.path.relpath(path)}" if name.startswith("-") else str(path)], window=None, picture=None)
        == 0
    )
    assert "Anders" in capsys.readouterr().out


@POSIX_ONLY
def test_B18_the_command_line_tells_of_any_file_in_one_line_and_steers_no_terminal(tmp_path, capsys):
    path = at(tmp_path, "a\nb\x1b[31m\u202egnp")
    create_file(path, study(2))
    shown, out = "a�b�[31m�gnp.levensreis", tmp_path / "c\nd.json"
    for command in (["info", path], ["verify", path], ["export", path, "-o", out], ["snapshots", path]):
        assert main([str(word) for word in command], window=None, picture=None) == 0
        told = capsys.readouterr().out
        assert shown in told or "c�d.json" in told
        assert not {"\x1b", "\u202e"} & set(told)
    path.write_bytes(b"niets")
    assert main(["info", str(path)], window=None, picture=None) == 2
    assert shown in capsys.readouterr().err


def test_B18_a_path_of_more_than_260_characters(tmp_path, capsys):
    test_B18_a_file_of_any_name_opens_and_publishes(tmp_path, NAMES[-1], capsys)
    assert len(str(at(tmp_path, NAMES[-1]))) > 260


@POSIX_ONLY
def test_B18_a_name_that_is_no_unicode(tmp_path):
    path = at(tmp_path, os.fsdecode(b"reis-\xff\xfe"))
    create_file(path, study(2))
    opened = open_file(path)
    copy = WorkCopy.create(opened.document, path=path, identity=opened.identity)
    copy.write(study_edits.change(opened.document, title="Anders"))
    copy.publish()
    copy.close()
    assert open_file(path).document.study.title == "Anders"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PureWindowsPath(r"C:\Users\René\100% #1?.db"), "file:///C:/Users/René/100% #1?.db"),
        (PureWindowsPath(r"\\server\schijf é\map\reis.db"), "file:////server/schijf é/map/reis.db"),
        (PureWindowsPath(r"Z:\reis.db"), "file:///Z:/reis.db"),
        (PurePosixPath("/mnt/a?mode=ro#x"), "file:///mnt/a?mode=ro#x"),
    ],
)
def test_B18_shares_and_drives_become_addresses_that_sqlite_takes(path, expected):
    """What no computer here has: a share, a mapped drive; SQLite takes no host, and every sign of an address quoted."""
    address = connections._uri(path)
    assert address.endswith("?mode=rw")
    plain = address.removesuffix("?mode=rw")
    assert "?" not in plain
    assert "#" not in plain
    assert unquote(plain) == expected
