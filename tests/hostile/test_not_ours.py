"""Files that are not ours are refused in one clear word, and nothing is written beside them."""

from __future__ import annotations

import json
import os
import sqlite3
import zipfile

import pytest

from journeys.errors import FileError
from journeys.i18n import words
from journeys.messages import MESSAGES, error_text
from journeys.store import create_file
from journeys.store.migrations import VERSION
from journeys.store.opener import open_file
from tests.journeys.studies import study


def code(path) -> str:
    with pytest.raises(FileError) as caught:
        open_file(path)
    assert "{" not in error_text(caught.value, words("nl"))
    assert caught.value.code in MESSAGES
    return caught.value.code


def test_what_is_no_study_is_refused_and_nothing_is_made_beside_it(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_text("Een kind krijgen\n" * 100)
    (tmp_path / "pdf").write_bytes(b"%PDF-1.7\n" + bytes(2_000))
    (tmp_path / "json").write_text(json.dumps({"format": "levensreis"}))
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        archive.writestr("a", "b")
    before = sorted(os.listdir(tmp_path))
    assert code(tmp_path / "empty") == "file.empty"
    assert {code(tmp_path / name) for name in ("text", "pdf", "json", "zip")} == {"file.not_ours"}
    assert code(tmp_path / "none") == "file.missing"
    assert code(tmp_path / "text" / "below") == "file.missing"
    assert code(tmp_path) == "file.folder"
    assert sorted(os.listdir(tmp_path)) == before


def test_only_the_beginning_of_a_database_is_no_study(code_of, sound_bytes):
    assert code_of(b"SQLite format 3\0") == "file.not_ours"
    assert code_of(sound_bytes[:99]) == "file.not_ours"
    assert code_of(sound_bytes[:100]) == "file.damaged"


@pytest.mark.parametrize(
    ("version", "expected"),
    [(VERSION + 1, "file.newer"), (2**31 - 1, "file.newer"), (0, "file.damaged"), (-1, "file.damaged")],
)
def test_a_version_we_do_not_know_is_told_apart_from_damage(code_of, sound_bytes, version, expected):
    told = version.to_bytes(4, "big", signed=True)
    assert code_of(sound_bytes[:60] + told + sound_bytes[64:]) == expected


@pytest.mark.parametrize(
    ("application", "table", "program"),
    [
        (int.from_bytes(b"GPKG", "big"), "gpkg_contents", "GeoPackage"),
        (0, "moz_places", "Firefox"),
        (0, "revlog", "Anki"),
        (0x0F055112, "vfile", "Fossil"),
    ],
)
def test_the_file_of_another_program_is_refused_by_name(tmp_path, application, table, program):
    path = tmp_path / "other.levensreis"
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA application_id={application}")
    other.execute(f"CREATE TABLE {table} (id)")
    other.close()
    with pytest.raises(FileError) as caught:
        open_file(path)
    assert caught.value.code == "file.other_application"
    assert caught.value.values["program"] == program
    assert program in error_text(caught.value, words("nl"))


def test_a_database_of_nobody_is_not_ours(tmp_path):
    path = tmp_path / "other.levensreis"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE step (id)")
    other.close()
    assert code(path) == "file.not_ours"


def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(2))
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything: ask as nobody
        assert as_nobody(lambda: code(path)) == "file.no_rights"
    else:
        assert code(path) == "file.no_rights"


def as_nobody(ask) -> str:
    """The answer of a process that has no rights."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.setuid(65_534)
            os.write(writing, ask().encode())
        finally:
            os._exit(0)
    os.waitpid(process, 0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        return answer.read()


def test_opening_changes_nothing_on_the_disk(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(5))
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(tmp_path)))
    assert open_file(path).document == study(5)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(tmp_path))) == before
    tmp_path.chmod(0o755)


@pytest.mark.parametrize("name", ["100% é & #1?.levensreis", "a'b\"c.levensreis", "😀 reis.levensreis", "x" * 200])
def test_a_file_of_any_name_opens(tmp_path, name):
    folder = tmp_path / "map %20 #é?"
    folder.mkdir()
    create_file(folder / name, study(2))
    assert open_file(folder / name).document == study(2)
