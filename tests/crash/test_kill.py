"""Killed at any moment, nothing that was shown as done is lost, and the file is the old or the new one."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from journeys.exchange import snapshots
from journeys.store import recovery, verify
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash import story
from tests.crash.acts import FILE
from tests.crash.strace import failing, killing, needs_strace, quick_folder, run
from tests.crash.victim import FAIL_AT, KILL_AT, OPEN, SHAMS
from tests.hostile.everything import everything_in

EDITS = 2
STEPS = [2, pytest.param(1, marks=pytest.mark.long)]
"""In the ordinary run not each call of a kind is the last one but each second."""


@pytest.fixture
def base(tmp_path):
    folder = Path(tempfile.mkdtemp(prefix="levensreis-kill-", dir=quick_folder(tmp_path)))
    yield folder
    shutil.rmtree(folder)


def killed(act: str, base: Path, every: int = 1) -> list[Path]:
    """One folder per system call at which the act was killed."""
    kinds = [f"{kind}/{every}" for kind in (*SHAMS, OPEN)]
    told = run(killing(list(SHAMS), KILL_AT), "tests.crash.victim", act, base, EDITS, *kinds)
    return [base / name for name in json.loads(told.splitlines()[-1])]


def words(case: Path) -> list[str]:
    log = case / "log"
    return log.read_text("utf-8").split() if log.exists() else []


def restarted(case: Path, monkeypatch) -> WorkCopy | None:
    """What the next start offers; None when it offers nothing."""
    monkeypatch.setenv("LEVENSREIS_DATA", str(case / "data"))
    found = recovery.abandoned()
    assert len(found) <= 1
    return recovery.recover(found[0]) if found else None


@needs_strace
@pytest.mark.parametrize("every", STEPS)
def test_A1_killed_at_any_system_call_of_an_edit_it_is_there_wholly_or_not_at_all(base, monkeypatch, every):
    digests = story.digests(EDITS)
    cases = killed("edit", base, every)
    kinds = {case.name.partition("-")[0] for case in cases}
    assert {"pwrite64", "fdatasync", "ftruncate"} <= kinds or {"pwrite64", "fsync", "ftruncate"} <= kinds
    for case in cases:
        told = words(case)
        safe = told.count("safe")
        copy = restarted(case, monkeypatch)
        if copy is None:
            assert safe == 0, case.name
            continue
        assert story.digest(copy.document()) in digests[safe : told.count("begin") + 1], case.name
        copy.close()
    print(f"killed at {len(cases)} system calls")


@needs_strace
@pytest.mark.parametrize("every", STEPS)
def test_A3_killed_at_any_system_call_of_publishing_the_file_is_old_or_new(base, monkeypatch, every):
    old, new = story.digests(1)
    cases = killed("publish", base, every)
    assert {case.name.rpartition("-")[0] for case in cases} >= {"write", "fsync", "rename", "pwrite64", "unlinkat"}
    seen = set()
    for number, case in enumerate(cases):
        path = case / "folder" / FILE
        before = in_file(path)
        seen.add(before)
        assert before == new if "published" in words(case) else before in (old, new), case.name
        copy = restarted(case, monkeypatch)
        assert [entry.name for entry in path.parent.iterdir()] == [FILE], case.name
        if copy is None:
            assert before == new, case.name
        else:
            assert story.digest(copy.document()) == new, case.name
            go_on(copy, path, new) if number % 4 == 0 else copy._disconnect()
        assert list((case / "data" / "work").iterdir()) == [] or copy is not None, case.name
    assert seen == {old, new}
    print(f"killed at {len(cases)} system calls")


def in_file(path: Path, known: dict[bytes, str] = {}) -> str:  # noqa: B006 - what lies there is looked at once
    """The digest of the study in the file, every row of it proven."""
    data = path.read_bytes()
    if data not in known:
        assert verify(path) == []
        known[data] = story.digest(open_file(path).document)
    return known[data]


def go_on(copy: WorkCopy, path: Path, new: str) -> None:
    """Publish what was recovered: the file holds it, and nothing else is left of it."""
    assert copy.publish().instead_of is None, "a conflict with ourselves"
    copy.close()
    assert in_file(path) == new
    assert [entry.name for entry in path.parent.iterdir()] == [FILE]
    assert not copy.folder.exists()


@pytest.mark.long  # the same road as that of an edit, with which it shares every call
@needs_strace
def test_killed_at_any_system_call_a_snapshot_is_kept_or_dropped_wholly_or_not_at_all(base, monkeypatch):
    states = {"": ["eerste"], "kept": ["eerste", "tweede"], "renamed": ["eerste", "anders"], "dropped": ["anders"]}
    order = list(states)
    for case in killed("keep", base):
        told = [word for word in words(case) if word != "published"]
        done = next((word for word in reversed(told) if word in states), "")
        begun = told.count("begin") > order.index(done)
        possible = [states[name] for name in order[order.index(done) :][: 1 + begun]]
        copy = restarted(case, monkeypatch)
        if copy is None:
            assert [one.name for one in open_file(case / "folder" / FILE).snapshots] == states["dropped"], case.name
            continue
        found = copy.snapshots()
        assert [one.name for one in found] in possible, case.name
        assert all(snapshots.read(one) == story.beginning() for one in found), case.name
        copy.close()


@needs_strace
def test_killed_at_any_system_call_of_a_migration_nothing_of_the_older_study_is_lost(base, monkeypatch):
    cases = killed("migrate", base, every=6)
    assert {case.name.partition("-")[0] for case in cases} >= {"pwrite64", "unlink"}
    for case in cases:
        copy = restarted(case, monkeypatch)
        assert copy is not None, case.name
        assert copy.document() == everything_in(1), case.name
        assert copy.unpublished, case.name
        copy.close()
    print(f"killed at {len(cases)} system calls")


ERRORS = {
    "pwrite64": "ENOSPC", "write": "ENOSPC", "fsync": "EIO", "fdatasync": "EIO", "ftruncate": "EIO",
    "rename": "EACCES", "mkdir": "EACCES",
}  # fmt: skip
"""What each kind of call answers; making a file answers EACCES, by a hook in Python."""
EVERY = {"pwrite64": 13, "fdatasync": 5, "fsync": 3, "mkdir": 2, "open": 3, "rename": 2}
"""In the ordinary run not each of these calls fails in turn but each thirteenth, and so on."""


def stumbled(act: str, base: Path, kinds: list[str]) -> Counter[str]:
    """How often something was refused, by kind, when each call of these kinds failed in turn."""
    told = run(failing(ERRORS, FAIL_AT), "tests.crash.victim", act, base, 2, *kinds)
    cases = [base / name for name in json.loads(told.splitlines()[-1])]
    assert all(words(case)[-1] == "closed" for case in cases)
    refused = Counter(case.name.partition("-")[0] for case in cases if "refused" in words(case))
    print(f"in {len(cases)} sessions of {act} a call failed, and something was refused: {dict(refused)}")
    return refused


@needs_strace
def test_A4_A6_when_the_disk_refuses_a_call_nothing_has_changed_and_work_goes_on(base):
    refused = stumbled("stumble", base, [f"{kind}/{EVERY.get(kind, 1)}" for kind in (*ERRORS, OPEN)])
    assert set(refused) == {*ERRORS, OPEN}


@pytest.mark.long
@needs_strace
def test_A4_A6_when_the_disk_refuses_any_one_call_nothing_has_changed_and_work_goes_on(base):
    refused = stumbled("stumble", base, [*ERRORS, OPEN])
    assert refused["pwrite64"] > 100
    assert min(refused[kind] for kind in (*ERRORS, OPEN)) > 1


@needs_strace
def test_A5_when_the_disk_refuses_any_one_call_of_an_export_it_is_the_older_one_or_whole(base):
    kinds = ("write", "fsync", "rename", OPEN)
    assert set(stumbled("export", base, [*kinds])) == set(kinds)
