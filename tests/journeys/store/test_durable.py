"""A name is durable when its folder is synced, and a file before it gets its name."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from journeys.errors import FileError
from journeys.store import files


@pytest.fixture
def done(monkeypatch, tmp_path):
    """What the disk was asked, in its order: temporary files are told as "new"."""
    asked: list[tuple[str, ...]] = []

    def told(path: object) -> str:
        name = os.path.relpath(os.fspath(path), tmp_path)  # type: ignore[call-overload]
        return "new" if Path(name).name.startswith(".~") else name

    def watch(name: str, *kinds: str) -> None:
        real = getattr(os, name)

        def asks(*given, **named):
            result = real(*given, **named)
            held = given[: len(kinds)]
            paths = (f"/proc/self/fd/{one}" if kind == "fd" else one for one, kind in zip(held, kinds, strict=True))
            asked.append((name, *(told(os.path.realpath(one)) if "fd" in kinds else told(one) for one in paths)))
            return result

        monkeypatch.setattr(os, name, asks)

    for name in ("replace", "rename", "link"):
        watch(name, "path", "path")
    for name in ("fsync", "ftruncate"):
        watch(name, "fd")
    watch("mkdir", "path")
    return asked


def test_a_file_is_synced_before_it_gets_its_name_and_the_folder_after(done, tmp_path):
    files.write_whole(tmp_path / "a", b"een")
    assert done == [("fsync", "new"), ("replace", "new", "a"), ("fsync", ".")]


def test_so_is_one_that_was_not_there(done, tmp_path):
    files.write_whole(tmp_path / "a", b"een", new=True)
    assert done == [("fsync", "new"), ("link", "new", "a"), ("fsync", ".")]


def test_where_no_file_can_have_two_names_it_is_the_same(done, tmp_path, monkeypatch):
    def refuses(*_):
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuses)
    files.write_whole(tmp_path / "a", b"een", new=True)
    assert done == [("fsync", "new"), ("replace", "new", "a"), ("fsync", ".")]
    with pytest.raises(FileError, match=r"file\.exists"):
        files.write_whole(tmp_path / "a", b"twee", new=True)
    assert (tmp_path / "a").read_bytes() == b"een"


def test_another_name_is_durable(done, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "een").write_bytes(b"")
    done.clear()
    files.rename(tmp_path / "b" / "een", tmp_path / "b" / "twee")
    assert done == [("rename", "b/een", "b/twee"), ("fsync", "b")]


def test_what_is_written_in_place_is_cut_and_synced(done, tmp_path):
    (tmp_path / "a").write_bytes(b"langer dan het was")
    files.overwrite(tmp_path / "a", b"kort")
    assert (tmp_path / "a").read_bytes() == b"kort"
    assert done == [("ftruncate", "a"), ("fsync", "a")]


def test_every_folder_that_is_made_is_durable_in_the_one_above(done, tmp_path):
    files.make_folder(tmp_path / "a" / "b")
    assert done == [("mkdir", "a"), ("fsync", "."), ("mkdir", "a/b"), ("fsync", "a")]
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    done.clear()
    files.make_folder(tmp_path / "a" / "b")
    assert done == []


@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.EIO, True), (errno.ENOSPC, True)])
def test_a_folder_that_cannot_be_synced_at_all_is_no_failure_and_any_other_is(tmp_path, monkeypatch, number, told):
    closed = []

    def refuses(descriptor):
        closed.append(descriptor)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuses)
    if told:
        with pytest.raises(OSError, match=os.strerror(number)):
            files.sync_folder(tmp_path)
    else:
        files.sync_folder(tmp_path)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(closed[0])


def test_a_new_name_that_could_not_be_made_durable_is_taken_back(tmp_path, monkeypatch):
    def refuses(_):
        raise OSError(errno.EIO, "broken")

    (tmp_path / "een").write_bytes(b"een")
    monkeypatch.setattr(files, "sync_folder", refuses)
    with pytest.raises(OSError, match="broken"):
        files.place(tmp_path / "een", tmp_path / "twee")
    assert not (tmp_path / "twee").exists()


@pytest.mark.parametrize(
    ("handle", "error", "code", "runs"),
    [(0, 5, 0, True), (0, 87, 0, False), (0, 6, 0, False), (7, 0, 259, True), (7, 0, 0, False), (7, 0, 260, False)],
)
def test_windows_is_asked_whether_a_program_runs(monkeypatch, handle, error, code, runs):
    asked: list[tuple[object, ...]] = []

    def opens(*given):
        asked.append(("open", *given))
        return handle

    def exit_code(held, into):
        into._obj.value = code
        asked.append(("code", held))

    kernel = SimpleNamespace(
        OpenProcess=opens,
        GetLastError=lambda: error,
        GetExitCodeProcess=exit_code,
        CloseHandle=lambda held: asked.append(("close", held)),
    )
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert files._alive_on_windows(1234) is runs
    opened = ("open", 0x1000, False, 1234)
    assert asked == ([opened, ("code", 7), ("close", 7)] if handle else [opened])


def test_a_folder_that_somebody_else_makes_at_the_same_moment_is_as_good(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    answers = [False]
    seen = Path.is_dir
    monkeypatch.setattr(Path, "is_dir", lambda path: answers.pop() if answers else seen(path))
    files.make_folder(tmp_path / "a")
    assert answers == []
