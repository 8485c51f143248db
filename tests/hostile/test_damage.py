"""A changed bit never shows as normal content, and what is still whole can be saved."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from dataclasses import replace

import pytest

from journeys.errors import FileError
from journeys.i18n import words
from journeys.messages import message
from journeys.model.document import Document
from journeys.model.integrity import check_document
from journeys.store import create_file, known, verify
from journeys.store.files import identity_of_bytes
from journeys.store.opener import open_file
from tests.journeys.studies import study

FLIPS = 1_000


@pytest.fixture(scope="module")
def sound():
    return study(20, 2)


def judge(path, data, sound) -> str:
    """noticed, harmless (what opens is exactly the study), or silent."""
    path.write_bytes(data)
    try:
        opened = open_file(path)
    except FileError as error:
        known_codes = ("file.damaged", "file.newer", "file.not_ours", "file.other_application")
        return "noticed" if error.code in known_codes else error.code
    whole = opened.document == sound and opened.images == {} and opened.snapshots == ()
    return "harmless" if whole else "silent"


def test_every_changed_bit_in_content_is_noticed(tmp_path, sound_bytes, sound):
    dice, found = random.Random(3), Counter[str]()
    written = [position for position, byte in enumerate(sound_bytes) if byte]
    for position in dice.choices(range(len(sound_bytes)), k=FLIPS // 4) + dice.choices(written, k=FLIPS * 3 // 4):
        data = bytearray(sound_bytes)
        data[position] ^= 1 << dice.randrange(8)
        found[judge(tmp_path / "flip.levensreis", data, sound)] += 1
    print(f"\n{FLIPS} bit flips: {dict(found)}")
    assert found["silent"] == 0
    assert found["noticed"] > FLIPS / 2


def test_every_bit_of_a_text_counts(tmp_path, sound_bytes, sound):
    start = sound_bytes.index(b"in eigen woorden van de inwoner")
    for position in range(start, start + 31):
        data = bytearray(sound_bytes)
        data[position] ^= 1
        assert judge(tmp_path / "flip.levensreis", data, sound) == "noticed"


def test_every_blank_sector_in_content_is_noticed(tmp_path, sound_bytes, sound):
    found = Counter[str]()
    for start in range(0, len(sound_bytes), 512):
        data = sound_bytes[:start] + bytes(512) + sound_bytes[start + 512 :]
        found[judge(tmp_path / "sector.levensreis", data, sound)] += 1
    print(f"\nblank sectors: {dict(found)}")
    assert found["silent"] == 0


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_ends_too_early_is_damaged_and_what_is_left_can_be_saved(tmp_path, part):
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
    from journeys.store import building, files

    wrong = study(4)
    step = next(iter(wrong.steps.values()))
    wrong.tables["step"][step.id] = replace(step, emotion=9)
    path = tmp_path / "Reis.levensreis"
    files.write_whole(path, building.file_bytes(wrong, {}))
    with pytest.raises(FileError, match="rules"):
        open_file(path)
    assert len(open_file(path, salvage=True).document.steps) == 3


def test_the_journal_of_another_database_is_passed_over(tmp_path, sound_bytes, sound):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    for ending in ("-journal", "-wal"):
        path.with_name(path.name + ending).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5_000))
    opened = open_file(path)
    assert opened.document == sound
    assert [notice.code for notice in opened.notices] == ["notice.journal_ignored"]
    assert path.read_bytes() == sound_bytes


def test_a_change_that_broke_off_half_way_is_rolled_back_in_a_copy(tmp_path, sound_bytes, sound):
    path, torn = tmp_path / "Reis.levensreis", tmp_path / "torn" / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    torn.parent.mkdir()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA cache_size=1")
    other.execute("BEGIN")
    other.execute("UPDATE step SET body = hex(randomblob(2000))")
    shutil.copy(path, torn)
    shutil.copy(f"{path}-journal", f"{torn}-journal")
    other.close()
    before = torn.read_bytes()
    assert before != sound_bytes
    opened = open_file(torn)
    assert opened.document == sound
    assert [notice.code for notice in opened.notices] == ["notice.journal_used"]
    assert torn.read_bytes() == before


def test_a_file_that_some_tool_put_in_wal_mode_opens(tmp_path, sound_bytes, sound):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode=WAL")
    other.close()
    before = sorted(entry.name for entry in tmp_path.iterdir())
    assert open_file(path).document == sound
    assert sorted(entry.name for entry in tmp_path.iterdir()) == before
