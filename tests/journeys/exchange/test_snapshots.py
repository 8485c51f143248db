"""Snapshots: what was taken comes back equal, and what was not made by us is refused with a reason."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from journeys.errors import ExchangeError
from journeys.exchange import json_format, snapshots
from journeys.model.entities import Snapshot
from journeys.store import packed
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

AT = dt.datetime(2026, 11, 22, 14, 3, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def held(content):
    return Snapshot("a" * 32, "Na ronde 1", AT, content)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_whatever_was_taken_is_read_back_equal(document):
    assert snapshots.read(snapshots.take(document, "Na ronde 1", AT)) == document


def test_a_snapshot_has_a_clean_name_and_the_time_in_utc():
    made = snapshots.take(study(), "  Na\u202e ronde\n1 ", AT)
    assert made.name == "Na ronde 1"
    assert made.made_at == AT
    assert made.made_at.utcoffset() == dt.timedelta()


def test_a_snapshot_without_a_name_is_refused():
    with pytest.raises(ExchangeError, match=r"snapshot.no_name"):
        snapshots.take(study(), " \n ", AT)


def test_the_same_study_gives_the_same_content():
    assert snapshots.take(study(), "a", AT).content == snapshots.take(study(), "b", AT).content


def test_what_there_was_is_counted_without_reading_it():
    document = study(6, 2)
    counts = snapshots.counts(snapshots.take(document, "a", AT))
    assert counts == snapshots.Counts(len(document.journeys), len(document.steps), len(document.notes))
    assert snapshots.counts(held(b"rubbish")) is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"rubbish", b"\0" * 900, zlib.compress(b""), zlib.compress(b"{}"), zlib.compress(b"[" * 100_000),
        zlib.compress(json_format.to_json(study()))[:-9], zlib.compress(b'{"format": "levensreis"}'),
        zlib.compress(json_format.to_json(study()).replace(b'"stage": "front"', b'"stage": "side"')),
        zlib.compress(json_format.to_json(study()).replace(b'"day0"', b"\xff\xfe")[:-3]),
    ],
)  # fmt: skip
def test_what_is_no_study_is_refused_by_name(content):
    with pytest.raises(ExchangeError) as caught:
        snapshots.read(held(content))
    assert (caught.value.code, caught.value.values) == ("snapshot.damaged", {"title": "Na ronde 1"})


def test_a_bomb_is_not_unpacked():
    bomb = zlib.compress(b"\0" * (packed.MOST + 1), 1)
    with pytest.raises(ExchangeError, match=r"snapshot.too_large"):
        snapshots.read(held(bomb))
    assert packed.pictures(bomb) == frozenset()
    assert snapshots.counts(held(bomb)) is None
    assert snapshots.holding([held(bomb)], ["a" * 32]) == []


def test_a_newer_version_says_that_it_is_newer():
    data = json.loads(json_format.to_json(study()))
    data["version"] = "99.0.0"
    with pytest.raises(ExchangeError, match=r"snapshot.newer"):
        snapshots.read(held(zlib.compress(json.dumps(data).encode())))


def test_there_is_room_for_so_many_and_so_much():
    made = snapshots.take(study(), "a", AT)
    many = [replace(made, id=f"{number:032x}") for number in range(snapshots.MOST)]
    snapshots.check_room(many[:-1], made)
    snapshots.check_room(many, many[5])  # another name takes no more room
    with pytest.raises(ExchangeError, match=r"snapshot.many"):
        snapshots.check_room(many, made)
    large = replace(made, id="b" * 32, content=b"x" * snapshots.MOST_BYTES)
    with pytest.raises(ExchangeError, match=r"snapshot.no_room"):
        snapshots.check_room([large], made)


def test_who_still_holds_something_is_found():
    document = study()
    step = next(iter(document.steps))
    with_it = snapshots.take(document, "a", AT)
    without = snapshots.take(study(0), "b", AT)
    assert snapshots.holding([with_it, without], [step]) == [with_it]
    assert snapshots.holding([with_it], []) == []


def test_a_picture_that_only_a_snapshot_shows_travels_along_in_json():
    from hashlib import sha256

    from journeys.model.entities import Image

    data = b"\x89PNG\r\n\x1a\n" + b"picture"
    document = study()
    step = next(iter(document.steps.values()))
    shown = document.snapshot()
    picture = Image("c" * 32, "png", 4, 4, sha256(data).hexdigest())
    shown.tables["image"][picture.id] = picture
    shown.tables["step"][step.id] = replace(step, image=picture.id)
    taken = snapshots.take(shown, "Met foto", AT)
    found = json_format.from_json(json_format.to_json(document, {picture.sha256: data}, [taken]))
    assert found.images == {picture.sha256: data}
    assert found.snapshots == (taken,)
    assert json_format.from_json(json_format.to_json(document, {picture.sha256: data})).images == {}
