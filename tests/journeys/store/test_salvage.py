"""Of a damaged file what is right is kept, and a file that holds nothing any more says so."""

from __future__ import annotations

import pytest

from journeys.errors import FileError
from journeys.store import salvage
from journeys.store.building import rows_of
from journeys.store.losses import Loss
from journeys.store.opener import open_file
from tests.hostile.crafted import crafted
from tests.journeys.studies import study


@pytest.fixture
def left(tmp_path):
    """What is left of these bytes."""

    def opened(data: bytes):
        path = tmp_path / "Reis.levensreis"
        path.write_bytes(data)
        return open_file(path, salvage=True)

    return opened


def test_a_file_that_holds_nothing_any_more_is_told_with_its_name(tmp_path, left):
    with pytest.raises(FileError) as caught:
        left(crafted({name: [] for name in rows_of(study(1))}))
    path = tmp_path / "Reis.levensreis"
    assert (caught.value.code, caught.value.values) == (
        "file.damaged", {"path": str(path), "name": path.name, "reason": "rows"},
    )  # fmt: skip


@pytest.mark.parametrize("version", [1, 2])
def test_one_letter_that_is_none_costs_its_row_alone_which_is_told_by_what_can_be_read(left, version):
    data = bytearray(crafted(study(5), version=version))
    data[data.index(b"Stap 2")] = 0xFF
    found = left(bytes(data))
    assert [step.title for step in found.document.steps.values()] == ["Stap 1", "Stap 3", "Stap 4", "Stap 5"]
    (told,) = [loss for loss in found.losses if loss.kind == "step"]
    assert (told.code, told.title) == ("loss.changed", "tap 2")
    assert found.damaged


@pytest.mark.parametrize(
    ("value", "kind", "full", "kept"),
    [
        ("a", "TEXT", 1, "a"), (None, "TEXT", 0, None), (None, "TEXT", 1, ""), (7, "TEXT", 1, "7"),
        (b"a\xff", "TEXT", 1, "a\ufffd"), (7, "INTEGER", 1, 7), (3.6, "INTEGER", 1, 4), (None, "INTEGER", 1, 0),
        (None, "INTEGER", 0, None), ("7", "INTEGER", 1, 0), (float("nan"), "INTEGER", 1, 0),
        (float("inf"), "INTEGER", 1, salvage.LARGE), (float("-inf"), "INTEGER", 0, -salvage.LARGE),
        (b"a", "BLOB", 1, b"a"), ("a", "BLOB", 1, b""), (None, "BLOB", 1, b""), (None, "BLOB", 0, None),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_than_its_column_is_made_one_of_it(value, kind, full, kept):
    found = salvage._storable(value, kind, full)
    assert (found, type(found)) == (kept, type(kept))


def test_a_file_that_ends_too_early_gets_blank_pages_but_no_end_of_them(monkeypatch):
    monkeypatch.setattr(salvage, "_MOST_BLANK", 1 << 20)
    data = crafted(study(3))
    padded = salvage._padded(data[:-1_000])
    assert len(padded) == len(data)
    assert padded[20 : len(data) - 1_000] == data[20:-1_000]
    assert not any(padded[-1_000:])
    assert padded[18:20] == b"\x01\x01"
    endless = data[:28] + b"\xff" * 4 + data[32:]
    assert len(salvage._padded(endless)) == 1 << 20
    assert len(salvage._padded(data)) == len(data)


def test_of_what_is_lost_the_notice_counts_every_kind(left):
    data = bytearray(crafted(study(4)))
    data[data.index(b"Stap 2")] ^= 1
    found = left(bytes(data))
    notice = found.notices[0]
    missing = {kind: len(table) - len(found.document.tables[kind]) for kind, table in study(4).tables.items()}
    assert notice.code == "notice.salvaged"
    assert notice.values["steps"] == 3
    assert notice.values["lost_kinds"] == {kind: n for kind, n in missing.items() if n}
    assert missing["step"] == 1
    assert missing["link"] == 2
    assert notice.values["lost"] == sum(dict(notice.values["lost_kinds"]).values())
    assert notice.values["kept"] == sum(len(table) for table in found.document.tables.values())


def test_what_is_gone_without_a_trace_is_the_rest_of_what_there_was():
    listed = [Loss("loss.changed", "step", "1"), Loss("loss.mended", "step", "2"), Loss("loss.changed", "note", "3")]
    told = salvage._without_trace({"step": 3, "note": 1, "link": 2}, listed)
    assert [(one.code, one.kind, one.values) for one in told] == [
        ("loss.unknown", "step", {"n": 2}), ("loss.unknown", "link", {"n": 2}),
    ]  # fmt: skip


def test_of_an_older_file_a_row_that_fits_nowhere_is_told_by_its_name(left):
    rows = rows_of(study(3))
    first = rows["note"][0]
    rows["note"].insert(1, (first[0], "remark", "Dubbel", *first[3:]))
    found = left(crafted(rows, doubled="note", version=1))
    (told,) = [loss for loss in found.losses if loss.kind == "note"]
    assert told.code in ("loss.invalid", "loss.double")
    assert told.id == first[0]
    assert told.title in ("Dubbel", first[2])
    assert len(found.document.notes) == len(study(3).notes)
