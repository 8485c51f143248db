"""Disks of one megabyte that are full, for real: the old file stays, nothing is lost, and it is said in words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeys.store import create_file
from tests.journeys.studies import study

ROOT = Path(__file__).parents[3]
FILE = "Reis.levensreis"
COMPUTER = "Bewaard op deze computer, bestand volgt"


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the program showed at each moment."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no mount namespaces here")
    base = tmp_path_factory.mktemp("full")
    disks = [base / "stick", base / "computer"]
    for disk in disks:
        disk.mkdir()
    places = {f"XDG_{name}_HOME": str(base / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    places |= {"HOME": str(base), "TMPDIR": str(base / "tmp"), "LEVENSREIS_DATA": str(disks[1])}
    with pytest.MonkeyPatch.context() as patch:  # no test has a home of its own yet
        for name, place in places.items():
            patch.setenv(name, place)
        create_file(base / FILE, study(12))
    mounts = " && ".join(f'mount -t tmpfs -o size=1m none "{disk}"' for disk in disks)
    script = f'{mounts} && cp "{base / FILE}" "{disks[0]}" && exec "$0" -m tests.app.window.full_disk "$@"'
    done = subprocess.run(
        [unshare, "-rm", "sh", "-c", script, sys.executable, *map(str, disks)], capture_output=True, text=True,
        check=False, timeout=120, cwd=ROOT, env={**os.environ, **places},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3_000:]
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def nothing_half(seen):
    """No empty file, nothing of ours but the file and its lock, and no dialog in the way."""
    assert all(seen["folder"].values()), seen["folder"]
    assert not [name for name in seen["folder"] if name.endswith(".tmp")]
    assert seen["dialogs"] == 0
    return True


def test_A5_a_full_disk_under_the_file_leaves_the_old_file_and_says_so(told):
    seen = told["publish"]
    assert seen["edited"]
    assert seen["same"]
    assert nothing_half(seen)
    assert seen["status"] == COMPUTER
    assert seen["button"] == "Opnieuw proberen"
    assert "schijf is vol" in seen["bar"]
    assert "veilig op deze computer" in seen["bar"]
    assert "Ergens anders opslaan…" in seen["answers"]


def test_A5_an_export_and_a_poster_for_which_there_is_no_room_leave_nothing_behind(told):
    assert "schijf is vol" in told["export"]["told"]
    assert told["poster"]["code"] == "file.full"
    for seen in (told["export"], told["poster"]):
        assert nothing_half(seen)
        assert not {"Uit.json", "Uit.pdf"} & set(seen["folder"])


def test_A5_when_there_is_room_again_all_of_it_is_written(told):
    seen = told["room under the file"]
    assert seen["status"].startswith("Bewaard in bestand")
    assert seen["same"]
    assert seen["read"]
    assert seen["code"] == "written"
    assert {FILE, "Uit.json", "Uit.pdf"} <= set(seen["folder"])
    assert nothing_half(seen)


@pytest.mark.parametrize("what", ["edit", "picture", "snapshot"])
def test_A4_A5_what_the_computer_has_no_room_for_is_refused_whole_and_told(told, what):
    seen = told[what]
    assert seen["same"]
    assert not seen.get("edited")
    assert seen["status"].startswith("Niet bewaard: ")
    assert "vol" in seen["status"]
    assert seen["button"] == "Opnieuw proberen"
    assert "vol" in seen["bar"]
    assert nothing_half(seen)


def test_A5_publishing_needs_room_on_the_computer_and_says_that_the_work_is_safe(told):
    seen = told["publish without room for a copy"]
    assert seen["edited"], "work goes on as soon as there is room"
    assert seen["same"]
    assert seen["status"] == COMPUTER
    assert "schijf van deze computer is vol" in seen["bar"]
    assert "veilig op deze computer" in seen["bar"]
    assert "niet bewaard" not in seen["bar"], "no edit was refused"


def test_A4_A5_when_there_is_room_again_the_file_holds_everything(told):
    seen = told["room"]
    assert seen["edited"]
    assert seen["same"]
    assert seen["status"].startswith("Bewaard in bestand")
    assert told["closed"]["left"] == []
