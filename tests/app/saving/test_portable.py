"""The program on a stick, in processes of its own: nothing stays on the computer, and everything goes along."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def guest(tmp_path):
    """Runs commands with a stick that is put in as `name`; gives what the last line of its output says."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no mount namespaces here")
    for name in ("home", "tmp", "run", "E", "F", "disk"):
        (tmp_path / name).mkdir(mode=0o700)

    def run(what, name, options="size=40m"):
        folder = tmp_path / name
        script = (  # the disk is one that is put in: on the computer's own, only the program's folder travels
            f'mount -t tmpfs -o {options} none "$1" && cp -a "$2/." "$1/" && '
            f'"$1/Levensreis/levensreis" -m tests.app.saving.carried {what} "$1" && cp -a "$1/." "$2/"'
        )
        done = subprocess.run(
            [unshare, "-rm", "sh", "-c", script, "sh", str(folder), str(tmp_path / "disk")],
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=120, env=environment(tmp_path),
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    install(tmp_path / "disk")
    return run


def install(disk):
    """A Python that lies on the stick, as the frozen program does."""
    (disk / "Levensreis").mkdir()
    (disk / "Studies").mkdir()
    (disk / "Levensreis" / "levensreis").symlink_to(sys.executable)
    (disk / "Levensreis" / "portable.txt").touch()


def environment(tmp_path):
    return {
        "PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join((str(ROOT), sysconfig.get_path("purelib"))), "LANG": "nl_NL.UTF-8",
    }  # fmt: skip


def test_nothing_stays_on_the_computer_and_elsewhere_everything_is_found_again(guest, tmp_path):
    seen = guest("first", "E")
    assert seen["edited"]
    assert seen["again"]
    assert seen["saved"].startswith("Bewaard in bestand")
    place = str(tmp_path / "E" / "Levensreis" / "Levensreis-data")
    assert all(place in seen[part] for part in ("about", "kept", "settings"))
    assert "Draagbaar" in seen["about"]
    left = [path for name in ("home", "tmp", "run") for path in (tmp_path / name).rglob("*")]
    assert left == []
    kept = {path.name for path in (tmp_path / "disk" / "Levensreis" / "Levensreis-data").iterdir()}
    assert {"levensreis.ini", "log", "work", "backup", "known"} <= kept
    written = (tmp_path / "disk" / "Levensreis" / "Levensreis-data" / "levensreis.ini").read_text("utf-8")
    assert "recent=../Studies/Kind.levensreis" in written
    assert str(tmp_path) not in written

    there = tmp_path / "F" / "Studies" / "Kind.levensreis"
    seen = guest("second", "F")
    assert seen["path"] == str(there)
    assert seen["pinned"] == [str(there)]
    assert seen["theme"] == "dark"
    assert seen["versions"] >= 1
    assert seen["gist"]
    assert "Kind" in seen["title"]


def test_a_stick_that_takes_no_files_is_said_and_another_folder_offered(guest, tmp_path):
    shutil.rmtree(tmp_path / "disk" / "Studies")
    (tmp_path / "disk" / "Levensreis" / "Levensreis-data").write_bytes(b"")
    seen = guest("full", "E")
    assert "U kunt alles bekijken" in seen["bar"]
    assert seen["offered"] == ["Andere map kiezen…", "Opnieuw proberen"]
