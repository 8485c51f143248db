"""A changed bit never shows as normal content, and what is still whole can be saved."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from dataclasses import replace

import pytest

from journeys.errors import FileError
from journeys.i18n import words
from journeys.messages import message
from journeys.model.document import Document
from journeys.model.integrity import check_document
from journeys.store import building, connections, create_file, known, verify
from journeys.store.files import identity_of_bytes
from journeys.store.opener import open_file
from journeys.store.rescue import found_in
from tests.hostile.everything import IMAGES, SNAPSHOT, everything
from tests.hostile.test_versions import FIXTURES
from tests.journeys.studies import study

FLIPS = 400
LONG_FLIPS = 10_000
CODES = ("file.damaged", "file.newer", "file.not_ours", "file.other_application")


@pytest.fixture(scope="module")
def sound():
    return study(20, 2)


def whole_files() -> dict[str, bytes]:
    """A small study, one with a picture and a snapshot, and one that an older program made."""
    return {
        "small": building.file_bytes(study(8), {}),
        "pictures": building.file_bytes(everything(), IMAGES, (SNAPSHOT,)),
        "version 1": (FIXTURES / "version-1.levensreis").read_bytes(),
    }


def judge(path, data, sound) -> str:
    """noticed, harmless (what opens is exactly what was there), silent, or whatever else it ended with."""
    path.write_bytes(data)
    try:
        opened = open_file(path)
    except FileError as error:
        return "noticed" if error.code in CODES else error.code
    whole = (opened.document, opened.images, opened.snapshots) == sound[:3]
    return "harmless" if whole and opened.notices == () else "told" if opened.notices else "silent"


def content_of(path, data):
    path.write_bytes(data)
    opened = open_file(path)
    assert opened.notices == ()
    return opened.document, opened.images, opened.snapshots


def flipped(path, data, times, seed) -> Counter[str]:
    """What opening says after one changed bit; three of four stand where something is written."""
    dice, found, expected = random.Random(seed), Counter[str](), content_of(path, data)
    written = [position for position, byte in enumerate(data) if byte]
    for _ in range(times):
        position = dice.choice(written) if dice.random() < 0.75 else dice.randrange(len(data))
        changed = bytearray(data)
        changed[position] ^= 1 << dice.randrange(8)
        found[judge(path, changed, expected)] += 1
    return found


def blanked(path, data, size=512) -> Counter[str]:
    """What opening says when one sector holds nothing; every sector of the file in turn."""
    found, expected = Counter[str](), content_of(path, data)
    for start in range(0, len(data), size):
        gone = data[:start] + bytes(len(data[start : start + size])) + data[start + size :]
        found[judge(path, gone, expected)] += 1
    return found


def test_B3_every_changed_bit_in_content_is_noticed(tmp_path):
    for name, data in whole_files().items():
        found = flipped(tmp_path / "flip.levensreis", data, FLIPS, seed=3)
        print(f"\n{FLIPS:,} flipped bits, {name}: {dict(found)}")
        assert set(found) <= {"noticed", "harmless"}
        assert found["noticed"] > FLIPS / 2


@pytest.mark.long
def test_B3_ten_thousand_changed_bits_are_noticed(tmp_path):
    for name, data in whole_files().items():
        found = flipped(tmp_path / "flip.levensreis", data, LONG_FLIPS, seed=None)
        print(f"\n{LONG_FLIPS:,} flipped bits, {name}: {dict(found)}")
        assert set(found) <= {"noticed", "harmless"}


def test_B4_every_blank_sector_in_content_is_noticed(tmp_path):
    found = blanked(tmp_path / "sector.levensreis", whole_files()["small"])
    print(f"\nblank sectors: {dict(found)}")
    assert set(found) <= {"noticed", "harmless"}
    assert found["noticed"] > 20


@pytest.mark.long
def test_B4_every_blank_sector_of_every_file_is_noticed(tmp_path):
    files = {**whole_files(), "200 steps": building.file_bytes(study(200), {})}
    for name, data in files.items():
        for size in (512, 4096):
            found = blanked(tmp_path / "sector.levensreis", data, size)
            print(f"\nevery blank stretch of {size}, {name}: {dict(found)}")
            assert set(found) <= {"noticed", "harmless"}


def test_B3_every_bit_of_a_text_counts(tmp_path, sound_bytes, sound):
    start = sound_bytes.index(b"in eigen woorden van de inwoner")
    for position in range(start, start + 31):
        data = bytearray(sound_bytes)
        data[position] ^= 1
        assert judge(tmp_path / "flip.levensreis", data, (sound, {}, ())) == "noticed"


def test_B3_every_byte_of_a_picture_counts(tmp_path):
    path, data, picture = tmp_path / "flip.levensreis", whole_files()["pictures"], next(iter(IMAGES.values()))
    expected, start = content_of(path, data), data.index(picture)
    for position in range(start, start + len(picture)):
        changed = bytearray(data)
        changed[position] ^= 1
        assert judge(path, changed, expected) == "noticed"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_B2_a_file_that_ends_too_early_is_damaged_and_what_is_left_can_be_saved(tmp_path, part):
    whole = shuffled(study(200))
    path = tmp_path / "Reis.levensreis"
    create_file(path, whole)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(FileError, match=r"file\.damaged"):
        open_file(path)
    assert [problem.code for problem in verify(path)] == ["file.damaged"]
    if part < 0.3:
        return  # the tables' beginnings are gone
    left = open_file(path, salvage=True)
    assert left.damaged
    assert check_document(left.document) == []
    (notice,) = left.notices
    assert notice.values["kept"] == sum(len(table) for table in left.document.tables.values())
    assert notice.values["lost"] == sum(len(table) for table in whole.tables.values()) - notice.values["kept"]
    assert "{" not in message(notice.code, notice.values, words("nl"))
    assert set(left.document.parties) == set(whole.parties)
    if part > 0.6:
        assert len(left.document.steps) > 100


def shuffled(document: Document) -> Document:
    """The same study with ids as they are in life: spread over their whole range."""
    dice = random.Random(5)
    new = {key[1]: f"{dice.getrandbits(128):032x}" for key, _ in document}

    def told(value):
        if isinstance(value, str):
            return new.get(value, value)
        if isinstance(value, tuple):
            return tuple(map(told, value))
        if hasattr(value, "__slots__"):
            return replace(value, **{name: told(getattr(value, name)) for name in value.__slots__})
        return value

    return Document.of(told(entity) for _, entity in document)


def test_one_damaged_step_costs_one_step(tmp_path):
    whole = study(30)
    path = tmp_path / "Reis.levensreis"
    create_file(path, whole)
    data = bytearray(path.read_bytes())
    data[data.index(b"Stap 17")] ^= 1
    path.write_bytes(data)
    left = open_file(path, salvage=True)
    titles = {step.title for step in whole.steps.values()} - {step.title for step in left.document.steps.values()}
    assert titles == {"Stap 17"}
    assert left.notices[0].values["lost_kinds"] == {"step": 1, "link": 2, "note": 1}
    listed = {(loss.code, loss.kind, loss.title) for loss in left.losses}
    assert ("loss.changed", "step", "Rtap 17") in listed
    assert ("loss.dependent", "link", "Stap 16 → Rtap 17") in listed
    assert len(listed) == 4


def test_a_lost_study_and_day_0_are_made_anew(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(3))
    data = bytearray(path.read_bytes())
    for text in (b"Een kind krijgenchild", b"Aangifte"):
        data[data.index(text)] ^= 1
    path.write_bytes(data)
    left = open_file(path, salvage=True).document
    assert left.study.title == "Reis"
    assert len(left.steps) > 0
    assert check_document(left) == []


def test_a_row_that_was_taken_out_is_noticed(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(5))
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM note WHERE id = (SELECT min(id) FROM note)")
    other.close()
    with pytest.raises(FileError, match="digest"):
        open_file(path)


def test_a_damaged_file_that_was_known_is_not_taken_for_the_known_one(tmp_path, sound_bytes):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    known.remember(identity_of_bytes(sound_bytes))
    assert open_file(path).document.steps
    path.write_bytes(sound_bytes.replace(b"Stap 2", b"Stap 3", 1))
    with pytest.raises(FileError, match=r"file\.damaged"):
        open_file(path)


def test_rules_are_checked_also_when_all_hashes_are_right(tmp_path):
    from journeys.store import files

    wrong = study(4)
    step = next(iter(wrong.steps.values()))
    wrong.tables["step"][step.id] = replace(step, emotion=9)
    path = tmp_path / "Reis.levensreis"
    files.write_whole(path, building.file_bytes(wrong, {}))
    with pytest.raises(FileError, match="rules"):
        open_file(path)
    left = open_file(path, salvage=True)
    assert left.document.steps[step.id].emotion == 2
    assert [(loss.code, loss.title, loss.values) for loss in left.losses] == [
        ("loss.mended", "Stap 1", {"field": "emotion"})
    ]


def test_B3_bits_changed_in_the_list_of_tables_cost_no_row(tmp_path):
    whole, path = shuffled(study(60)), tmp_path / "Reis.levensreis"
    create_file(path, whole)
    data = bytearray(path.read_bytes())
    for name in ("study", "step", "note", "persona"):
        data[data.index(b'CREATE TABLE "' + name.encode()) + 3] ^= 1
    path.write_bytes(data)
    left = open_file(path, salvage=True)
    assert left.document == whole
    assert left.losses == ()


def test_B3_a_table_whose_column_is_called_otherwise_is_not_lost(tmp_path):
    whole, path = shuffled(study(60)), tmp_path / "Reis.levensreis"
    create_file(path, whole)
    data = bytearray(path.read_bytes())
    data[data.index(b'"emotion"') + 2] ^= 1
    path.write_bytes(data)
    assert open_file(path, salvage=True).document == whole


def test_B3_of_a_file_with_forty_changed_bits_anywhere_much_can_be_read(tmp_path):
    path, document = tmp_path / "Reis.levensreis", shuffled(study(100))
    create_file(path, document)
    whole, rows = path.read_bytes(), sum(len(table) for table in document.tables.values())
    for seed in range(12):
        dice, data = random.Random(seed), bytearray(whole)
        for _ in range(40):
            data[dice.randrange(100, len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(data)
        left = open_file(path, salvage=True)
        assert check_document(left.document) == []
        assert sum(len(table) for table in left.document.tables.values()) > rows / 3


def test_a_row_that_cannot_be_read_and_whose_id_is_no_text_any_more_is_passed_over():
    connection = connections.building()
    connection.execute('CREATE TABLE "step" ("id" TEXT, "title" TEXT, "row_hash" BLOB)')
    connection.execute("INSERT INTO step VALUES (CAST(x'6181' AS TEXT), printf('%.*c', 50000, 'x'), x'00')")
    connection.execute("INSERT INTO step VALUES ('b', 'Bellen', x'01')")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 10_000)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    found = found_in(connection, "step", ("id", "title", "row_hash"))
    connection.close()
    assert found.rows == [("b", "Bellen", b"\x01")]
    assert len(found.unread) == 1
