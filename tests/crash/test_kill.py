"""Killed at any moment, nothing that was shown as done is lost, and the file is the old or the new one."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from journeys.exchange import snapshots
from journeys.store import recovery, verify
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash import story
from tests.crash.strace import failing, killing, needs_strace, quick_folder, run
from tests.crash.victim import FILE, KILL_AT, SHAMS
from tests.hostile.everything import everything_in

EDITS = 5


@pytest.fixture
def base(tmp_path):
    folder = Path(tempfile.mkdtemp(prefix="levensreis-kill-", dir=quick_folder(tmp_path)))
    yield folder
    shutil.rmtree(folder)


def killed(act: str, base: Path) -> list[Path]:
    """One folder per system call at which the act was killed."""
    told = run(killing(list(SHAMS), KILL_AT), "tests.crash.victim", act, base, EDITS)
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
def test_killed_at_any_system_call_of_an_edit_the_edit_is_there_wholly_or_not_at_all(base, monkeypatch):
    digests = story.digests(EDITS)
    cases = killed("edit", base)
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
def test_killed_at_any_system_call_of_publishing_the_file_is_old_or_new(base, monkeypatch):
    old, new = story.digests(1)
    cases = killed("publish", base)
    assert any(case.name.startswith("rename-") for case in cases)
    seen = set()
    for case in cases:
        path = case / "folder" / FILE
        assert verify(path) == []
        before = story.digest(open_file(path).document)
        seen.add(before)
        assert before == new if "published" in words(case) else before in (old, new), case.name
        copy = restarted(case, monkeypatch)
        if copy is None:
            assert before == new, case.name
        else:
            assert story.digest(copy.document()) == new, case.name
            assert copy.publish().instead_of is None, case.name
            copy.close()
        assert story.digest(open_file(path).document) == new
        assert [entry.name for entry in path.parent.iterdir()] == [FILE], case.name
        assert list((case / "data" / "work").iterdir()) == [], case.name
    assert seen == {old, new}
    print(f"killed at {len(cases)} system calls")


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
    cases = killed("migrate", base)
    assert {case.name.partition("-")[0] for case in cases} >= {"pwrite64", "unlink"}
    for case in cases:
        copy = restarted(case, monkeypatch)
        assert copy is not None, case.name
        assert copy.document() == everything_in(1), case.name
        assert copy.unpublished, case.name
        copy.close()
    print(f"killed at {len(cases)} system calls")


@needs_strace
@pytest.mark.parametrize(("kind", "error"), [("pwrite64", "ENOSPC"), ("fdatasync", "EIO"), ("ftruncate", "EIO")])
def test_when_the_disk_refuses_any_one_call_nothing_has_changed_and_work_goes_on(base, kind, error):
    told = run(failing(kind, error, KILL_AT), "tests.crash.victim", "stumble", base, 2, kind)
    cases = [base / name for name in json.loads(told.splitlines()[-1])]
    assert all(words(case)[-1] == "closed" for case in cases)
    refused = sum("refused" in words(case) for case in cases)
    print(f"{kind} failed in {len(cases)} sessions, {refused} times something was refused")
    assert refused
