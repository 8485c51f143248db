"""What breaks the rules is put right the same way each time, and the list names every thing that it happened to."""

from __future__ import annotations

import datetime as dt
import random
import zlib
from dataclasses import replace

import pytest

from journeys.errors import FileError
from journeys.model.document import Document
from journeys.model.entities import Cell, Entity, Image, Link, Moment, Note, Party, Snapshot, Stance
from journeys.model.integrity import check_document
from journeys.store.building import rows_of
from journeys.store.healing import heal
from journeys.store.opener import open_file
from tests.hostile.crafted import cell, crafted, more
from tests.journeys.studies import study


def number(n: int) -> str:
    return f"{n + 10**9:032x}"


@pytest.fixture
def salvaged(tmp_path):
    """What is left of these bytes, and its list; they do not open as they are."""

    def opened(data: bytes):
        path = tmp_path / "Reis.levensreis"
        path.write_bytes(data)
        with pytest.raises(FileError, match=r"file\.damaged"):
            open_file(path)
        left = open_file(path, salvage=True)
        assert left.damaged
        assert check_document(left.document) == []
        assert open_file(path, salvage=True) == left
        return left, [(loss.code, loss.kind, loss.title, loss.values.get("field")) for loss in left.losses]

    return opened


def broken() -> dict[str, tuple[Document, list[tuple[object, ...]]]]:
    """What is wrong in a study, and what the list says of it."""
    whole = study(4, 2)
    first, second, *_, other = whole.steps.values()
    link, town = next(iter(whole.links.values())), next(iter(whole.parties.values()))
    journey = whole.journeys[first.journey]
    nowhere = "0" * 32
    cases: dict[str, tuple[list[Entity], list[tuple[object, ...]]]] = {
        "a connection to a step that is not there": (
            [Link(number(1), first.id, nowhere)], [("loss.dependent", "link", "Stap 1 → …", None)],
        ),
        "a connection from a step to itself": (
            [Link(number(1), first.id, first.id)], [("loss.invalid", "link", "", None)],
        ),
        "a second connection between the same steps": (
            [replace(link, id=number(1))], [("loss.double", "link", "Stap 1 → Stap 2", None)],
        ),
        "a connection between two journeys": (
            [Link(number(1), first.id, other.id)], [("loss.invalid", "link", "Stap 1 → Stap 4", None)],
        ),
        "two steps on one place": (
            [replace(first, id=number(1), title="Ook hier")], [("loss.mended", "step", "Ook hier", "column")],
        ),
        "a party that is part of itself": (
            [Party(number(1), "Een", parent=number(2)), Party(number(2), "Twee", parent=number(1))],
            [("loss.mended", "party", "Een", "parent")],
        ),
        "a note on everything at once": (
            [Note(number(1), "remark", "Overal", step=first.id, journey=first.journey, phase=first.phase)],
            [("loss.mended", "note", "Overal", "journey"), ("loss.mended", "note", "Overal", "phase")],
        ),
        "one id for two things": (
            [Note(town.id, "remark", "Zelfde nummer")], [("loss.double", "note", "Zelfde nummer", None)],
        ),
        "two days 0": (
            [Moment(number(1), "Nog een", 9, is_day0=True)], [("loss.mended", "moment", "Nog een", "is_day0")],
        ),
        "two phases on one day": (
            [replace(whole.phases[first.phase], id=number(1), name="Tegelijk")],
            [("loss.mended", "phase", "Tegelijk", "start_day")],
        ),
        "a study that ends before its last phase": (
            [replace(whole.study, end_day=-300)], [("loss.mended", "study", "Een kind krijgen", "end_day")],
        ),
        "a step that points to what is not there": (
            [replace(second, image=nowhere)], [("loss.reference", "step", "Stap 2", "image")],
        ),
        "a stance for nobody": (
            [Stance(number(1), journey.id, first.phase, nowhere, "Mag niet")],
            [("loss.dependent", "stance", "Mag niet", None)],
        ),
        "a picture without its bytes, on a step that has more wrong": (
            [Image(number(1), "png", 1, 1, "a" * 64, "Het loket"), replace(first, image=number(1), emotion=9)],
            [("loss.mended", "step", "Stap 1", "emotion"), ("loss.picture", "image", "Het loket", None)],
        ),
        "a cell with nothing in it": (
            [Cell(number(1), next(iter(whole.lanes)), journey.id, first.phase)], [("loss.invalid", "cell", "", None)],
        ),
    }  # fmt: skip
    return {name: (more(entities, whole), told) for name, (entities, told) in cases.items()}


@pytest.mark.parametrize("name", broken())
def test_B12_what_does_not_fit_together_is_put_right_and_listed(salvaged, name):
    document, told = broken()[name]
    _, listed = salvaged(crafted(document))
    assert listed == told


def test_B12_the_order_of_what_was_read_makes_no_difference():
    everything = [entity for wrong, _ in broken().values() for _, entity in wrong]
    expected = heal(everything, "Reis")
    assert expected.document is not None
    assert check_document(expected.document) == []
    for seed in range(5):
        shuffled = random.Random(seed).sample(everything, len(everything))
        again = heal(shuffled, "Reis")
        assert again.document == expected.document
        assert again.losses == expected.losses


def test_B12_circles_of_steps_and_gaps_in_an_order_are_no_damage(tmp_path):
    whole = study(3)
    a, *_, b = whole.steps
    lanes = [replace(lane, order=lane.order * 900) for lane in whole.lanes.values()]
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(crafted(more([Link(number(1), b, a, kind="back"), *lanes], whole)))
    assert len(open_file(path).document.links) == len(whole.links) + 1


@pytest.mark.parametrize("extra", [(), ("CREATE TABLE extra (a)",)])  # SQLite's own check sees the first alone
def test_B12_one_id_in_two_rows_is_noticed(salvaged, extra):
    rows = rows_of(study(3))
    first = rows["note"][0]
    rows["note"].insert(1, (first[0], "remark", "Dubbel", *first[3:]))
    _, listed = salvaged(crafted(rows, doubled="note", extra=extra))
    assert listed == [("loss.double", "note", "Dubbel", None)]


def test_B12_an_id_that_differs_in_case_alone_is_none(salvaged):
    upper = number(1)[:-1] + "A"
    doubled = crafted(more([Note(upper, "remark", "Dubbel"), Note(upper.lower(), "remark", "Enkel")], study(3)))
    assert salvaged(doubled)[1] == [("loss.invalid", "note", "Dubbel", None)]


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("value", [float("-inf"), float("nan"), 1e308, -1e308, 2**62, -7, 3.5])
def test_B13_a_number_that_is_none_or_far_too_large_leaves_the_step_on_the_map(salvaged, version, value):
    left, listed = salvaged(crafted(study(3), cell("step", "column", value), version=version))
    known = {("loss.mended", "step", "Stap 1", "column"), ("loss.changed", "step", "Stap 1", None)}
    assert known & set(listed)
    assert all(0 <= step.column <= 20_000 for step in left.document.steps.values())


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize(
    ("table", "column", "value", "field"),
    [
        ("step", "title", None, "title"), ("step", "title", b"\xff\xfe", "title"), ("step", "emotion", 9, "emotion"),
        ("step", "emotion", "blij", "emotion"), ("step", "contacts", "[" * 100_000, "contacts"),
        ("step", "contacts", "[NaN]", "contacts"), ("step", "judgement", '{"speed": 99}', "judgement"),
        ("step", "judgement", '{"onbekend": 1}', "judgement"), ("step", "lasts", "9" * 6_000, "lasts"),
        ("phase", "dated", 2, "dated"), ("phase", "start_day", 1e300, "start_day"), ("note", "kind", "grap", "kind"),
        ("study", "review_on", "9999-99-99", "review_on"), ("study", "day0_date", b"2026", "day0_date"),
        ("persona", "digital_skill", 5.5, "digital_skill"), ("party", "kind", None, "kind"),
        ("step", "title", "x" * 50_000, "title"), ("link", "kind", "", "kind"), ("study", "title", "", "title"),
    ],
)  # fmt: skip
def test_B14_what_is_missing_or_of_another_kind_is_put_right_and_listed(salvaged, version, table, column, value, field):
    left, listed = salvaged(crafted(study(3), cell(table, column, value), version=version))
    assert ("loss.mended", table, field) in {(code, kind, name) for code, kind, _, name in listed}
    assert {kind: len(held) for kind, held in left.document.tables.items()} == {
        kind: len(held) for kind, held in study(3).tables.items()
    }


@pytest.mark.parametrize("version", [1, 2])
def test_B14_bytes_that_are_no_text_cost_their_own_row_alone(tmp_path, salvaged, version):
    data = bytearray(crafted(study(9), version=version))
    for title in (b"Stap 3", b"Stap 7"):  # two, between which rows would be lost if reading broke off at them
        data[data.index(title)] = 0xFF
    left, listed = salvaged(bytes(data))
    assert {title for code, kind, title, _ in listed if (code, kind) == ("loss.changed", "step")} == {"tap 3", "tap 7"}
    assert len(left.document.steps) == 7


@pytest.mark.parametrize("id_", [b"ab", 7, "../../x", "A" * 32, ""])
def test_B14_an_id_that_is_none_is_noticed_and_its_step_listed(salvaged, id_):
    left, listed = salvaged(crafted(study(3), cell("step", "id", id_)))
    assert len(left.document.steps) == 2
    assert {("loss.invalid", "step", "Stap 1", None), ("loss.unknown", "step", "", None)} & set(listed)


def snapshot(**other) -> Snapshot:
    held = {"id": "1" * 32, "name": "x", "made_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "content": b"junk"}
    return Snapshot(**{**held, **other})


@pytest.mark.parametrize(
    "wrong",
    [
        {"made_at": dt.datetime(2026, 1, 1)}, {"made_at": dt.datetime(1, 1, 1, tzinfo=dt.UTC)},  # noqa: DTZ001 - the fault
        {"id": "../x"}, {"name": "y" * 10_000}, {"name": "a\u202eb"}, {"name": ""},
    ],
)  # fmt: skip
def test_B14_a_snapshot_keeps_the_rules_too(salvaged, wrong):
    left, listed = salvaged(crafted(study(2), snapshots=[snapshot(**wrong)]))
    assert [kind for _, kind, _, _ in listed] == ["snapshot"]
    assert all(one.made_at.tzinfo and 0 < len(one.name) <= 200 for one in left.snapshots)


def test_a_snapshot_that_unpacks_to_gigabytes_is_not_unpacked_by_opening(tmp_path):
    bomb = zlib.compress(bytes(200 << 20), 9)
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(crafted(study(2), snapshots=[snapshot(content=bomb)]))
    assert len(open_file(path).snapshots) == 1


def test_pictures_that_are_none_are_left_out_and_told(tmp_path):
    import hashlib

    data = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"
    sha256 = hashlib.sha256(data).hexdigest()
    shown = Image(number(1), "png", 4, 4, sha256, "Het loket")
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(crafted(more([shown], study(2)), images={sha256: data}))
    opened = open_file(path)
    assert opened.images == {}
    assert [(notice.code, notice.values) for notice in opened.notices] == [("notice.images_lacking", {"n": 1})]


@pytest.mark.parametrize("deep", [3_000])
def test_a_long_chain_of_parties_is_read_at_once(tmp_path, salvaged, deep):
    chain = [Party(number(n), f"Partij {n}", parent=number(n + 1) if n + 1 < deep else None) for n in range(deep)]
    path = tmp_path / "keten.levensreis"
    path.write_bytes(crafted(more(chain, study(2))))
    assert len(open_file(path).document.parties) == deep + 4
    chain[-1] = replace(chain[-1], parent=chain[0].id)
    assert salvaged(crafted(more(chain, study(2))))[1] == [("loss.mended", "party", "Partij 0", "parent")]
