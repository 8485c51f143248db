"""Several files at once: each opens, and what does not is told together, whatever else opens."""

from __future__ import annotations

import shutil

import pytest

from app import opening
from app.versions.damaged import DamagedDialog


@pytest.fixture
def empty(program):
    """A window without a study."""
    return program.new_window()


@pytest.fixture
def bad(tmp_path):
    """Makes files that are no study."""

    def make(*names):
        for name in names:
            (tmp_path / name).write_bytes(b"not a study")
        return [tmp_path / name for name in names]

    return make


def test_each_file_that_does_not_open_is_told(program, empty, bad):
    assert opening.open_all(program, empty, bad("a.levensreis", "b.levensreis")) is empty
    lines = empty.bar.text.split("\n")
    assert ["a.levensreis" in lines[0], "b.levensreis" in lines[1], len(lines)] == [True, True, 2]


def test_of_many_the_first_are_told_and_the_others_counted(program, empty, bad):
    opening.open_all(program, empty, bad(*(f"{n}.levensreis" for n in range(7))))
    assert empty.bar.text.split("\n")[-1] == "En nog 3."


def test_what_did_not_open_stays_told_when_the_next_file_opens_in_that_window(program, empty, bad, path):
    missing = path.with_name("weg.levensreis")
    shown = opening.open_all(program, empty, [*bad("a.levensreis"), missing, path])
    assert shown is empty
    assert empty.session is not None
    assert "a.levensreis" in empty.bar.text
    assert "weg.levensreis" in empty.bar.text


def test_a_file_that_is_named_twice_opens_once(program, empty, path, tmp_path):
    other = tmp_path / "ander.levensreis"
    shutil.copy(path, other)
    before = len(program.windows)
    opening.open_all(program, empty, [path, other, path])
    assert len(program.windows) == before + 1


def test_a_large_file_that_fails_after_the_others_is_told_with_them(qtbot, program, empty, bad, tmp_path, monkeypatch):
    large, _ = bad("groot.levensreis", "klein.levensreis")
    large.write_bytes(b"x" * (opening.AT_ONCE + 1))
    opening.open_all(program, empty, [large, tmp_path / "klein.levensreis"])
    assert "klein.levensreis" in empty.bar.text
    qtbot.waitUntil(lambda: "groot.levensreis" in empty.bar.text)
    assert "klein.levensreis" in empty.bar.text


def test_one_damaged_file_opens_the_window_that_helps_and_several_do_not(program, empty, path, tmp_path):
    whole = path.read_bytes()
    broken = [tmp_path / "a.levensreis", tmp_path / "b.levensreis"]
    for file in broken:
        file.write_bytes(whole[: len(whole) // 2])
    opening.open_all(program, empty, broken)
    assert empty.findChild(DamagedDialog) is None
    opening.open_all(program, empty, broken[:1])
    assert empty.findChild(DamagedDialog) is not None
