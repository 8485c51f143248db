"""Files that are large on purpose get an answer, in little memory; each is opened in a process that may not grow."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from journeys.errors import FileError
from journeys.store import connections, screening
from journeys.store.opener import open_file
from tests.hostile.crafted import cell, crafted
from tests.journeys.studies import study

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a matter of POSIX")
ROOT = Path(__file__).parents[2]
MEGABYTE = 1 << 20
OPEN = """
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]) << 20,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from journeys.errors import FileError
from journeys.store.opener import open_file
began = time.process_time()
try:
    opened = open_file(Path(sys.argv[1]), salvage=bool(int(sys.argv[2])))
    told = {"code": "", "steps": len(opened.document.steps), "notices": [notice.code for notice in opened.notices],
            "losses": [[loss.code, loss.kind, loss.title, loss.values.get("field")] for loss in opened.losses]}
except FileError as error:
    told = {"code": error.code}
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps(told | {"seconds": round(time.process_time() - began, 2), "peak_mb": int(peak.split()[1]) >> 10}))
"""


def answer(path, *, salvage=False, memory=1024):
    """What a process says that has so many megabytes and ten seconds of the processor."""
    command = [sys.executable, "-c", OPEN, str(path), str(int(salvage)), str(memory)]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    told = json.loads(done.stdout)
    print(f"\n{told['code'] or 'opened'}: {told.pop('seconds')} s of the processor, {told.pop('peak_mb')} MB")
    return told


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Reis.levensreis"


def test_B9_a_file_of_two_gigabytes_is_refused_unread(path, sound_bytes):
    path.write_bytes(sound_bytes)
    os.truncate(path, 2 << 30)
    assert answer(path, memory=256) == {"code": "file.too_large"}


def with_tables(count):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(crafted(study(20, 2)))
    connection.execute("BEGIN")
    for number in range(count):
        connection.execute(f"CREATE TABLE t{number} (a)")
    connection.execute("COMMIT")
    data = connection.serialize()
    connection.close()
    return data


def test_B9_thousands_of_tables_that_are_not_ours_are_told_and_left_alone(path):
    path.write_bytes(with_tables(2_000))
    told = answer(path)
    assert (told["code"], told["steps"], told["notices"]) == ("", 40, ["notice.unknown_parts"])


@pytest.mark.long
def test_B9_twenty_thousand_tables_in_eighty_megabytes(path):
    path.write_bytes(with_tables(20_000))
    assert path.stat().st_size > 80 * MEGABYTE
    told = answer(path)
    assert (told["code"], told["steps"], told["notices"]) == ("", 40, ["notice.unknown_parts"])


def test_B11_a_blob_of_nine_hundred_megabytes_is_refused_unread(path):
    """The file alone is over the limit; its pages are never looked at."""
    path.write_bytes(crafted(study(2)))
    os.truncate(path, 900 * MEGABYTE)
    assert answer(path, memory=256) == {"code": "file.too_large"}


def test_B11_a_value_over_the_limit_is_left_out_and_its_card_listed(path):
    def large(rows):
        rows["step"][1] = (*rows["step"][1][:7], " " * (65 * MEGABYTE), *rows["step"][1][8:])

    path.write_bytes(crafted(study(4), large))
    assert answer(path) == {"code": "file.damaged"}
    told = answer(path, salvage=True)
    assert told["steps"] == 3
    assert ["loss.unreadable", "step", "Stap 2", None] in told["losses"]
    assert {loss[0] for loss in told["losses"][1:]} == {"loss.dependent"}


@pytest.mark.parametrize("megabytes", [5, pytest.param(50, marks=pytest.mark.long)])
def test_B11_a_text_of_fifty_megabytes_is_cut_and_its_card_listed(path, megabytes):
    path.write_bytes(crafted(study(3), cell("step", "body", "ja en nee " * (megabytes * MEGABYTE // 10))))
    assert answer(path) == {"code": "file.damaged"}
    told = answer(path, salvage=True)
    assert told["steps"] == 3
    assert told["losses"] == [["loss.mended", "step", "Stap 1", "body"]]


def test_a_file_for_which_there_is_no_memory_is_refused(path):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(crafted(study(2)))
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (zeroblob(?))", (150 * MEGABYTE,))
    path.write_bytes(connection.serialize())
    connection.close()
    assert answer(path, memory=256) == {"code": "file.no_memory"}


def test_B8_a_question_without_end_is_broken_off(monkeypatch, sound_bytes):
    monkeypatch.setattr(connections, "SECONDS", 0.05)
    connection = connections.received(sound_bytes)
    counting = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000) SELECT count(*) FROM n"
    )
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        connection.execute(counting)
    connection.set_authorizer(None)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(counting).fetchall()
    connection.close()


def test_what_is_larger_than_a_study_may_be_is_told_with_the_numbers(path, monkeypatch, sound_bytes):
    monkeypatch.setattr(screening, "LARGEST", MEGABYTE)
    path.write_bytes(sound_bytes + bytes(2 * MEGABYTE))
    with pytest.raises(FileError) as caught:
        open_file(path)
    assert (caught.value.code, caught.value.values["found"], caught.value.values["most"]) == ("file.too_large", 2, 1)
