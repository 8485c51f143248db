"""Files are written whole or not at all, and locks die by themselves."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from unittest.mock import Mock

import pytest

from journeys.errors import FileError
from journeys.i18n import words
from journeys.messages import MESSAGES, error_text
from journeys.store import create_file, files, known, locations, locks, publish
from journeys.store.opener import open_file
from tests.journeys.store.colleagues import somebody_else
from tests.journeys.studies import study


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path):
    umask = os.umask(0o022)
    try:
        files.write_whole(tmp_path / "a.pdf", b"data")
    finally:
        os.umask(umask)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "a.pdf").read_bytes() == b"data"
    assert os.listdir(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none/a.pdf", "file.no_folder"), (".", "file.folder"), ("a/b.pdf", "file.no_folder"),
        ("x" * 300 + ".pdf", "file.name_refused"),
    ],
)  # fmt: skip
def test_a_place_that_takes_no_file_is_told(tmp_path, name, code):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        files.write_whole(tmp_path / name, b"data")
    assert caught.value.code == code
    assert "{" not in error_text(caught.value, words("nl"))
    assert os.listdir(tmp_path) == ["a"]


def test_what_a_killed_writer_left_behind_goes_with_the_next_file(tmp_path):
    gone = tmp_path / f".~a.pdf.{files.host_mark()}-{2**22 + 1}-00000000.tmp"
    busy = tmp_path / f".~a.pdf.{files.host_mark()}-{os.getppid()}-00000000.tmp"
    elsewhere = tmp_path / f".~a.pdf.00000000-{2**22 + 1}-00000000.tmp"
    for left in (gone, busy, elsewhere):
        left.write_bytes(b"half")
    files.write_whole(tmp_path / "a.pdf", b"data")
    assert sorted(os.listdir(tmp_path)) == sorted(["a.pdf", busy.name, elsewhere.name])


def test_a_new_study_does_not_take_the_place_of_a_file(tmp_path):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(b"van iemand")
    with pytest.raises(FileError, match=r"file\.exists"):
        create_file(path, study(2))
    assert path.read_bytes() == b"van iemand"
    create_file(path, study(2), overwrite=True)
    assert open_file(path).document == study(2)


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "no hard links"])
def test_of_two_who_make_the_same_file_at_once_one_is_refused(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", Mock(side_effect=PermissionError(errno.EPERM, "no links here")))
    first, second = (files.write_temporary(tmp_path / "a", data) for data in (b"first", b"second"))
    files.place(first, tmp_path / "a")
    with pytest.raises(FileExistsError):
        files.place(second, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"first"
    assert not first.exists()
    with pytest.raises(FileError, match=r"file\.exists"):
        files.write_whole(tmp_path / "a", b"third", new=True)
    assert sorted(os.listdir(tmp_path)) == sorted(["a", second.name])


def test_a_study_that_breaks_a_rule_is_not_written(tmp_path):
    wrong = study(3)
    step = next(iter(wrong.steps.values()))
    wrong.tables["step"][step.id] = replace(step, emotion=9)
    with pytest.raises(FileError, match=r"file\.invalid"):
        create_file(tmp_path / "Reis.levensreis", wrong)
    assert os.listdir(tmp_path) == []


def test_every_code_of_the_store_has_a_sentence_in_both_languages():
    codes = [code for code in MESSAGES if code.startswith(("file.", "store.", "notice."))]
    assert len(codes) > 30
    for code in codes:
        assert words("nl")(MESSAGES[code], **Anything()) != words("en")(MESSAGES[code], **Anything()), code


class Anything(dict):
    """Values for every name that a sentence may ask for."""

    def __init__(self) -> None:
        names = (
            "name", "path", "program", "found", "known", "most", "n", "parts", "wanted", "kept", "steps", "lost",
            "user", "host", "where", "folder",
        )  # fmt: skip
        super().__init__(dict.fromkeys(names, 1))


def test_without_a_setting_the_data_lies_where_the_platform_wants_it(monkeypatch, home):
    monkeypatch.delenv("LEVENSREIS_DATA")
    assert locations.data_folder().is_relative_to(home)


def test_only_exactly_known_bytes_are_known(tmp_path):
    one, other = files.identity_of_bytes(b"een"), files.identity_of_bytes(b"twee")
    known.remember(one)
    assert known.knows(one)
    assert not known.knows(other)
    for number in range(5):
        known.remember(files.identity_of_bytes(bytes([number])))
    assert known.knows(one)
    locations.known_file().write_bytes(b"\xff\xfe")
    assert not known.knows(one)


def test_a_colleague_who_edits_is_named_and_left_in_peace(tmp_path):
    path = tmp_path / "Reis.levensreis"
    somebody_else(path)
    holder = locks.other_holder(path)
    assert holder is not None
    assert (holder.user, holder.host) == ("Anna", "elders")
    assert not locks.take(path)
    locks.release(path)
    assert locks.lock_path(path).exists()


@pytest.mark.parametrize(
    "stale",
    [
        {"said": "2020-01-01T00:00:00+00:00"},
        {"said": "2999-01-01T00:00:00+00:00"},
        {"said": "2020-01-01T00:00:00"},
        {"host": files.host(), "pid": 999_999_999},
        {"host": files.host(), "pid": os.getppid(), "said": "2020-01-01T00:00:00+00:00"},
    ],
)
def test_a_stale_lock_is_taken_over(tmp_path, stale):
    path = tmp_path / "Reis.levensreis"
    somebody_else(path, **stale)
    assert locks.other_holder(path) is None
    assert locks.take(path)
    locks.release(path)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b"{}", b'{"user": 1, "host": 2, "pid": "x", "said": 3}']
)
def test_a_lock_that_cannot_be_read_holds_nobody(tmp_path, content):
    path = tmp_path / "Reis.levensreis"
    locks.lock_path(path).write_bytes(content)
    assert locks.other_holder(path) is None
    assert locks.take(path)


def test_what_was_written_is_what_lies_there(tmp_path):
    path = tmp_path / "a"
    made = files.write_whole(path, b"Levensreis")
    assert made == files.identity_of(path) == files.identity_of_bytes(b"Levensreis")
    assert (made.size, len(made.sha256)) == (10, 64)
    assert files.identity_of(tmp_path / "b") is None
    large = bytes(range(256)) * 10_000
    files.write_whole(path, large)
    assert (path.read_bytes(), files.identity_of(path)) == (large, files.identity_of_bytes(large))
    files.overwrite(path, b"kort")
    assert path.read_bytes() == b"kort"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file.full"), (errno.EDQUOT, "file.full"), (errno.EFBIG, "file.full"),
        (errno.EACCES, "file.not_writable"), (errno.EPERM, "file.not_writable"), (errno.EROFS, "file.not_writable"),
        (errno.ENOENT, "file.no_folder"), (errno.ENOTDIR, "file.no_folder"), (errno.EEXIST, "file.exists"),
        (errno.ENAMETOOLONG, "file.name_refused"), (errno.EINVAL, "file.name_refused"),
        (errno.EILSEQ, "file.name_refused"), (errno.EISDIR, "file.folder"), (errno.ENXIO, "file.special"),
        (errno.EIO, "file.not_written"),
    ],
)  # fmt: skip
def test_what_the_system_says_has_a_code_and_the_name_of_the_file(tmp_path, number, code):
    told = files.refused(OSError(number, "x"), tmp_path / "Reis.levensreis")
    assert (told.code, told.values["name"]) == (code, "Reis.levensreis")
    assert told.values["path"] == str(tmp_path / "Reis.levensreis")


def test_a_temporary_name_is_hidden_short_and_tells_whose_it_is(tmp_path):
    name = files.temporary_name("é" * 200)
    assert name.startswith(".~é")
    assert name.endswith(".tmp")
    assert len(name.encode()) < 200
    assert f".{files.host_mark()}-{os.getpid()}-" in name
    assert files.host() not in files.host_mark()
    assert files.alive(os.getpid())
    assert not files.alive(2**22 + 5)
    assert files.alive(2**70), "what cannot be asked about may be alive"


def test_a_file_may_be_read_only_for_us_or_for_all(tmp_path):
    path = tmp_path / "a"
    assert not files.read_only(path)
    path.write_bytes(b"a")
    assert not files.read_only(path)
    path.chmod(0o444)
    assert files.read_only(path)


def test_another_program_of_this_computer_that_runs_is_left_in_peace(tmp_path):
    path = tmp_path / "Reis.levensreis"
    somebody_else(path, host=files.host(), pid=os.getppid())
    assert locks.other_holder(path) is not None
    assert not locks.take(path)


@pytest.mark.parametrize(
    ("platform", "variables", "place"),
    [
        ("win32", {"LOCALAPPDATA": "/lokaal"}, "/lokaal/Levensreis"),
        ("win32", {}, "AppData/Local/Levensreis"),
        ("darwin", {}, "Library/Application Support/Levensreis"),
        ("linux", {"XDG_DATA_HOME": "/gegevens"}, "/gegevens/levensreis"),
        ("linux", {}, ".local/share/levensreis"),
    ],
)
def test_every_platform_has_its_own_place_for_data(monkeypatch, home, platform, variables, place):
    for name in ("LEVENSREIS_DATA", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(locations.sys, "platform", platform)
    assert locations.usual_data_folder() == home / place


def test_a_copy_of_a_conflict_is_named_after_who_and_when(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "user", lambda: 'Piet-Jan_2.0 <x>/"' + "y" * 60)
    name = publish.conflict_path(tmp_path / "Reis.levensreis").name
    assert name.startswith("Reis (conflict Piet-Jan_2.0 x" + "y" * 26 + " 2")
    assert name.endswith(").levensreis")
    (tmp_path / name).touch()
    again = publish.conflict_path(tmp_path / "Reis.levensreis").name
    assert again.endswith(" 2).levensreis")
