"""Snapshots in the working copy and in the file: durable at once, and with the pictures that only they still show."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from journeys.edits import images, steps
from journeys.errors import StoreError
from journeys.exchange import snapshots
from journeys.session import Session
from journeys.store import create_file
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study

AT = dt.datetime(2026, 11, 22, 13, 3, tzinfo=dt.UTC)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"a picture of the desk"
SHA256 = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(6))
    return path


@pytest.fixture
def opened(file):
    """(session, working copy) of the file."""
    found = open_file(file)
    copy = WorkCopy.create(found.document, found.images, path=file, identity=found.identity)
    yield Session(found.document, copy.write), copy
    copy._unlock()
    copy._disconnect()


def with_picture(session, copy):
    """The first step with a picture on it."""
    copy.add_image(PICTURE)
    step = min(session.document.steps)
    session.apply(images.put_on_step(session.document, step, images.Stored(SHA256, "png", 40, 30)))
    return step


def test_a_snapshot_is_there_after_a_crash(opened):
    session, copy = opened
    made = snapshots.take(session.document, "Na ronde 1", AT)
    copy.put_snapshot(made)
    copy._disconnect()
    again = WorkCopy.reopen(copy.folder)
    assert again.snapshots() == (made,)
    assert again.unpublished
    again._disconnect()


def test_a_snapshot_goes_along_into_the_file_and_can_be_renamed_and_dropped_there(opened, file):
    session, copy = opened
    made = snapshots.take(session.document, "Na ronde 1", AT)
    copy.put_snapshot(made)
    copy.publish()
    assert open_file(file).snapshots == (made,)
    other = replace(made, name="Na ronde 2")
    copy.put_snapshot(other, made)
    copy.publish()
    assert open_file(file).snapshots == (other,)
    copy.drop_snapshot(other)
    copy.publish()
    assert open_file(file).snapshots == ()


def test_a_picture_that_only_a_snapshot_shows_stays_in_the_file(opened, file):
    session, copy = opened
    step = with_picture(session, copy)
    made = snapshots.take(session.document, "Met foto", AT)
    copy.put_snapshot(made)
    session.apply(images.remove_from_step(session.document, step))
    copy.publish()
    found = open_file(file)
    assert (found.document.images, found.images) == ({}, {SHA256: PICTURE})
    copy.drop_snapshot(made)
    copy.publish()
    assert open_file(file).images == {}


def test_such_a_picture_stays_in_a_file_that_is_written_at_once(tmp_path, opened):
    session, copy = opened
    step = with_picture(session, copy)
    made = snapshots.take(session.document, "Met foto", AT)
    session.apply(images.remove_from_step(session.document, step))
    for held, kept in (((made,), {SHA256: PICTURE}), ((), {})):
        target = tmp_path / f"{len(held)}.levensreis"
        create_file(target, session.document, {SHA256: PICTURE}, held)
        assert open_file(target).images == kept


def test_damaged_content_stops_neither_publishing_nor_opening(opened, file):
    session, copy = opened
    copy.add_image(PICTURE)
    made = replace(snapshots.take(session.document, "Kapot", AT), content=b"rubbish")
    copy.put_snapshot(made)
    copy.publish()
    found = open_file(file)
    assert (found.document, found.snapshots, found.images) == (session.document, (made,), {})


def test_a_full_disk_refuses_a_snapshot_and_it_never_comes_back(opened):
    session, copy = opened
    copy.settle()
    pages = copy._raw().execute("PRAGMA page_count").fetchone()[0]
    copy._raw().execute(f"PRAGMA max_page_count={pages}")
    made = replace(snapshots.take(session.document, "Groot", AT), content=b"x" * 4_000_000)
    with pytest.raises(StoreError, match=r"store.full"):
        copy.put_snapshot(made)
    session.apply(steps.rename(session.document, min(session.document.steps), "Daarna"))
    copy._disconnect()
    again = WorkCopy.reopen(copy.folder)
    assert again.snapshots() == ()
    assert again.document() == session.document
    again._disconnect()


def test_three_hundred_snapshots_are_published_and_opened(opened, file):
    session, copy = opened
    made = snapshots.take(session.document, "Na ronde", AT)
    many = [
        replace(made, id=f"{number:032x}", name=f"Na ronde {number}", made_at=AT + dt.timedelta(number))
        for number in range(300)
    ]
    with copy._ready().begin() as connection:  # as one, because 300 durable transactions are not what is tried here
        from journeys.store.statements import put

        put(connection, {("snapshot", one.id): one for one in many})
    copy.touch()
    copy.publish()
    assert sorted(open_file(file).snapshots, key=lambda one: one.made_at) == many
