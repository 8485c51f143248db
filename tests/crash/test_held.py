"""A file that a virus scanner or a sync client holds, as on Windows: tried again for a moment, then told."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journeys.errors import FileError
from journeys.session import Session
from journeys.store import create_file, files
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash import story
from tests.crash.acts import FILE
from tests.crash.windows import CODES, DENIED, FOR_EVER, Held

LONGEST = 2.0
"""Seconds that somebody waits at most."""


@pytest.fixture
def edited(tmp_path):
    """A file, and a working copy with an edit that is not in it."""
    path = tmp_path / "map" / FILE
    path.parent.mkdir()
    create_file(path, story.beginning())
    opened = open_file(path)
    copy = WorkCopy.create(opened.document, path=path, identity=opened.identity)
    session = Session(opened.document, copy.write)
    for edit in story.edits(1):
        session.apply(edit)
    yield path, copy, session
    copy.close(discard=True)


def names(path):
    return sorted(entry.name for entry in path.parent.iterdir() if ".~lock" not in entry.name)


@pytest.mark.parametrize("code", CODES)
def test_A9_refused_four_times_as_on_windows_it_is_published_within_two_seconds(edited, monkeypatch, code):
    path, copy, session = edited
    held = Held(monkeypatch, path, code, 4)
    assert copy.publish().instead_of is None
    assert held.refused == 4
    assert 0 < sum(held.waited) <= LONGEST
    assert all(first < second for first, second in pairwise(held.waited)), "it waits longer each time"
    assert open_file(path).document == session.document
    assert names(path) == [FILE]
    assert not copy.unpublished


@pytest.mark.parametrize("code", CODES)
def test_A10_refused_for_ever_the_file_stays_and_the_working_copy_holds_everything(edited, monkeypatch, code):
    path, copy, session = edited
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        held = Held(patch, path, code, FOR_EVER)
        for _ in range(3):
            with pytest.raises(FileError) as told:
                copy.publish()
            assert told.value.code == ("file.not_writable" if code == DENIED else "file.in_use")
        assert held.refused == 3 * (len(files.REPLACE_WAITS) + 1)
        assert sum(held.waited) <= 3 * LONGEST
    assert path.read_bytes() == before
    assert names(path) == [FILE]
    assert copy.unpublished
    assert copy.document() == session.document
    assert copy.publish().instead_of is None, "a conflict with ourselves"
    assert open_file(path).document == session.document


def test_A9_any_other_refusal_is_told_at_once(edited, monkeypatch):
    path, copy, _ = edited
    held = Held(monkeypatch, path, 112, 1)  # the disk is full
    with pytest.raises(FileError):
        copy.publish()
    assert held.waited == []


@pytest.mark.parametrize("code", CODES)
def test_A9_A10_an_export_waits_as_long_and_leaves_the_older_one(tmp_path, monkeypatch, code):
    path = tmp_path / "Reis.pdf"
    path.write_bytes(b"ouder")
    with monkeypatch.context() as patch:
        held = Held(patch, path, code, FOR_EVER)
        with pytest.raises(FileError):
            files.write_whole(path, b"nieuwer")
        assert sum(held.waited) <= LONGEST
    assert path.read_bytes() == b"ouder"
    assert names(path) == [path.name]
    Held(monkeypatch, path, code, 4)
    files.write_whole(path, b"nieuwer")
    assert path.read_bytes() == b"nieuwer"


def test_A6_a_folder_that_could_not_be_synced_is_no_success_and_no_conflict_afterwards(edited, monkeypatch):
    """The file has its new name by then, but nobody knows whether the disk does."""
    path, copy, session = edited
    with monkeypatch.context() as patch:

        def broken(folder):
            if folder == path.parent:
                raise OSError(5, "Input/output error")

        patch.setattr(files, "sync_folder", broken)
        with pytest.raises(FileError, match=r"file\.not_written"):
            copy.publish()
        assert copy.unpublished
    published = copy.publish()
    assert published.instead_of is None
    assert open_file(path).document == session.document
    assert names(path) == [FILE]
