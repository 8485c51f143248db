"""The power fails at any moment, whatever the disk had kept back: no edit that was shown as done is lost."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from journeys.errors import StoreError
from journeys.store import contents
from journeys.store.workcopy import WorkCopy
from tests.crash import story
from tests.crash.power import Call, Disk, calls
from tests.crash.strace import needs_strace, quick_folder, run

EDITS = 300
IMAGES = 2_100
MANY_IMAGES = 30_000


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = Path(tempfile.mkdtemp(prefix="levensreis-power-", dir=quick_folder(tmp_path_factory.getbasetemp())))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def recording(base) -> list[Call]:
    """Every write, cut and sync of a session of 300 edits, with what it said in between."""
    case, log = base / "case", base / "strace.log"
    case.mkdir()
    kinds = "pwrite64,write,fsync,fdatasync,ftruncate"
    run(["-y", "-xx", "-s", "10000000", "-o", str(log), "-e", f"trace={kinds}"], "tests.crash.recorded", case, EDITS)
    with log.open(encoding="ascii", errors="replace") as lines:
        return list(calls(lines, case))


def cut(recording: list[Call], base: Path, images: int, seed: int) -> Counter[str]:
    """Cut the power so many times; counts what was found after each."""
    digests, dice, found = story.digests(EDITS), random.Random(seed), Counter[str]()
    disk, safe, begun, made = Disk(), 0, 0, False
    moments = Counter(dice.choices(range(len(recording)), k=images))
    for number, call in enumerate(recording):
        if call.path == "log":
            made = made or call.data == b"made\n"
            safe += call.data == b"safe\n"
            begun += call.data == b"begin\n"
        else:
            disk.do(call)
        for _ in range(moments[number] if made else 0):
            state = reopened(disk.after_a_power_cut(dice), base)
            found["old" if state == digests[safe] else "new" if state == digests[begun] else "lost"] += 1
    return found


def reopened(files: dict[str, bytes], base: Path) -> str:
    """The digest of what the next start finds; the real code looks."""
    (database,) = (path for path in files if path.endswith("doc.db"))
    folder = base / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for ending in ("", "-journal"):
        (folder / f"doc.db{ending}").write_bytes(files.get(database + ending, b""))
    shutil.copy(base / "case" / Path(database).parent / "meta.json", folder)
    copy = WorkCopy.reopen(folder)
    try:
        held = copy._contents()
        return contents.digest_of(held.rows, held.images)
    finally:
        copy._disconnect()


@needs_strace
def test_no_acknowledged_edit_is_lost_in_a_power_cut(recording, base):
    found = cut(recording, base, IMAGES, seed=1)
    print(f"\n{sum(found.values())} power cuts: {dict(found)}")
    assert found["lost"] == 0
    assert found["old"] > IMAGES / 10
    assert found["new"] > IMAGES / 100
    assert sum(found.values()) >= 2_000


@pytest.mark.long
@pytest.mark.timeout(3_600)
@needs_strace
def test_no_acknowledged_edit_is_lost_in_many_power_cuts(recording, base):
    found = cut(recording, base, MANY_IMAGES, seed=2)
    print(f"\n{sum(found.values())} power cuts: {dict(found)}")
    assert found["lost"] == 0


@needs_strace
def test_the_replay_notices_an_edit_that_was_not_synced(recording, base):
    """Without the syncs of the database the same cuts lose edits: the replay can see what it is for."""
    careless = [call for call in recording if not (call.kind == "sync" and call.path.endswith(("doc.db", "-journal")))]
    try:
        found = cut(careless, base, 50, seed=3)
    except StoreError:
        return  # torn, and noticed
    assert found["lost"]


@needs_strace
def test_an_edit_syncs_the_same_few_times_however_large_the_study(recording):
    """One transaction: the journal twice, the database once, the cut of the journal once."""
    syncs, per_edit = 0, Counter[int]()
    for call in recording:
        if call.path == "log":
            if call.data == b"safe\n":
                per_edit[syncs] += 1
            syncs = 0
        syncs += call.kind == "sync"
    print(f"\nsyncs per edit: {dict(per_edit)}")
    assert max(per_edit) <= 4
