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
from journeys.store import create_file, screening
from journeys.store.migrations import VERSION
from journeys.store.opener import open_file
from tests.journeys.studies import study


def code(path) -> str:
    with pytest.raises(FileError) as caught:
        open_file(path)
    assert "{" not in error_text(caught.value, words("nl"))
    assert caught.value.code in MESSAGES
    return caught.value.code


def test_B1_what_is_no_study_is_refused_and_nothing_is_made_beside_it(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_text("Een kind krijgen\n" * 100)
    (tmp_path / "pdf").write_bytes(b"%PDF-1.7\n" + bytes(2_000))
    (tmp_path / "json").write_text(json.dumps({"format": "levensreis"}))
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        archive.writestr("a", "b")
    (tmp_path / "png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "almost").write_bytes(b"SQLite format 4\0" + bytes(500))
    before = sorted(os.listdir(tmp_path))
    assert code(tmp_path / "empty") == "file.empty"
    assert {code(tmp_path / name) for name in ("text", "pdf", "json", "zip", "png", "almost")} == {"file.not_ours"}
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
def test_B5_a_version_we_do_not_know_is_told_apart_from_damage(code_of, sound_bytes, version, expected):
    told = version.to_bytes(4, "big", signed=True)
    assert code_of(sound_bytes[:60] + told + sound_bytes[64:]) == expected


@pytest.mark.parametrize("language", ["nl", "en"])
def test_B5_a_newer_file_says_what_to_do(tmp_path, sound_bytes, language):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes[:60] + (VERSION + 1).to_bytes(4, "big") + sound_bytes[64:])
    with pytest.raises(FileError) as caught:
        open_file(path, salvage=True)  # nor is it taken for damage, of which something might be saved
    assert (caught.value.values["found"], caught.value.values["known"]) == (VERSION + 1, VERSION)
    assert "Levensreis" in error_text(caught.value, words(language))


FOREIGN = {
    "GeoPackage": (0x47504B47, ["CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY)",
                                "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT)"]),
    "MBTiles": (0x4D504258, ["CREATE TABLE metadata (name text)", "CREATE TABLE tiles (zoom_level integer)"]),
    "Fossil": (0x0F055112, ["CREATE TABLE vfile(id INTEGER PRIMARY KEY)"]),
    "Firefox": (0, ["CREATE TABLE moz_origins (id INTEGER PRIMARY KEY, prefix TEXT NOT NULL)",
                    "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR)",
                    "CREATE TRIGGER t AFTER DELETE ON moz_places BEGIN DELETE FROM moz_origins; END"]),
    "Anki": (0, ["CREATE TABLE col (id integer primary key, crt integer not null, models text not null)",
                 "CREATE TABLE notes (id integer primary key, guid text not null, flds text not null)",
                 "CREATE TABLE cards (id integer primary key, nid integer not null)",
                 "CREATE TABLE revlog (id integer primary key, cid integer not null)",
                 "CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)"]),
    "Chrome": (0, ["CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR)",
                   "CREATE TABLE urls(id INTEGER PRIMARY KEY AUTOINCREMENT, url LONGVARCHAR)"]),
    "Core Data": (0, ["CREATE TABLE ZNOTE ( Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZTITLE VARCHAR )",
                      "CREATE TABLE Z_METADATA (Z_VERSION INTEGER PRIMARY KEY, Z_UUID VARCHAR(255), Z_PLIST BLOB)"]),
}  # fmt: skip
"""What their databases say they are, and some of the tables in them."""


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("program", FOREIGN)
def test_B6_the_file_of_another_program_is_refused_by_name(tmp_path, program, wide):
    path = tmp_path / "other.levensreis"
    application, tables = FOREIGN[program]
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"PRAGMA application_id={application}")
    other.execute("PRAGMA user_version=2")
    other.execute("BEGIN")
    for number in range(60 if wide else 0):  # so that the list of tables takes many pages
        other.execute(f"CREATE TABLE x{number} ({', '.join(f'column_{n} text' for n in range(60))})")
    for table in tables:
        other.execute(table)
    other.execute("COMMIT")
    other.execute("VACUUM")
    other.close()
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(FileError) as caught:
        open_file(path)
    assert caught.value.code == "file.other_application"
    assert caught.value.values["program"] == program
    for language in ("nl", "en"):
        assert program in error_text(caught.value, words(language))
    assert sorted(os.listdir(tmp_path)) == before


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


def test_B16_opening_changes_nothing_on_the_disk(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(5))
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(tmp_path)))
    assert open_file(path).document == study(5)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(tmp_path))) == before
    tmp_path.chmod(0o755)


@pytest.mark.parametrize(
    ("told", "size"),
    [(512, 512), (4096, 4096), (32_768, 32_768), (1, 65_536), (0, None), (2, None), (256, None), (768, None)],
)
def test_the_size_of_a_page_is_as_the_header_tells_it_or_none(told, size):
    assert screening.page_size(bytes(16) + told.to_bytes(2, "big") + bytes(82)) == size


def test_pages_that_contradict_each_other_are_damage_also_when_every_row_is_right(code_of, sound_bytes):
    free = (int.from_bytes(sound_bytes[36:40], "big") + 5).to_bytes(4, "big")
    assert code_of(sound_bytes[:36] + free + sound_bytes[40:]) == "file.damaged"


def test_a_foreign_file_with_our_ending_is_not_told_to_have_that_ending(tmp_path):
    told = {}
    for name in ("Reis.levensreis", "Reis.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 is geen studie" * 50)
        with pytest.raises(FileError) as caught:
            open_file(tmp_path / name)
        told[name] = error_text(caught.value, words("nl"))
    assert "Kies een bestand dat eindigt op" in told["Reis.pdf"]
    assert "Kies" not in told["Reis.levensreis"]
    assert "eindigt op .levensreis, maar" in told["Reis.levensreis"]
