"""A program that is carried around keeps everything beside itself and finds it again wherever it is put in."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from journeys import portable
from journeys.errors import FileError
from journeys.settings import administrator
from journeys.store import backups, create_file, elsewhere, files, local_data, locations, recovery
from tests.journeys.store.test_recovery import crashed
from tests.journeys.studies import study


class Stick:
    """A stick with the program on it, put in somewhere; `put_in` takes it out and puts it in under another name."""

    def __init__(self, root, monkeypatch):
        self.root, self._patch = root, monkeypatch
        (root / "Levensreis").mkdir(parents=True)
        (root / "Levensreis" / "portable.txt").touch()
        self._begin()

    def put_in(self, name):
        self.root = self.root.rename(self.root.with_name(name))
        self._begin()

    def _begin(self):
        self._patch.setattr(sys, "executable", str(self.root / "Levensreis" / "levensreis"))

    @property
    def data(self):
        return self.root / "Levensreis" / "Levensreis-data"


@pytest.fixture
def stick(tmp_path, monkeypatch):
    monkeypatch.delenv("LEVENSREIS_DATA")
    monkeypatch.setattr(portable, "travelling", lambda beside: beside.parent)  # no disk is put in for this
    return Stick(tmp_path / "E", monkeypatch)


WINDOWS = PureWindowsPath(r"E:\Apps\Levensreis"), PureWindowsPath("E:\\")
LINUX = PurePosixPath("/media/jan/STICK/Levensreis"), PurePosixPath("/media/jan/STICK")
OWN_DISK = PurePosixPath("/home/jan/Levensreis"), PurePosixPath("/home/jan/Levensreis")


@pytest.mark.parametrize(
    ("program", "path", "written"),
    [
        (WINDOWS, PureWindowsPath(r"E:\Studies\Een kind.levensreis"), "../../Studies/Een kind.levensreis"),
        (WINDOWS, PureWindowsPath(r"e:\apps\levensreis\Kind.levensreis"), "./Kind.levensreis"),
        (WINDOWS, PureWindowsPath(r"E:\Kind.levensreis"), "../../Kind.levensreis"),
        (WINDOWS, PureWindowsPath(r"C:\Users\jan\Kind.levensreis"), r"C:\Users\jan\Kind.levensreis"),
        (WINDOWS, PureWindowsPath(r"\\server\deel\Kind.levensreis"), r"\\server\deel\Kind.levensreis"),
        (LINUX, PurePosixPath("/media/jan/STICK/Studies/Kind.levensreis"), "../Studies/Kind.levensreis"),
        (LINUX, PurePosixPath("/media/jan/STICK2/Kind.levensreis"), "/media/jan/STICK2/Kind.levensreis"),
        (LINUX, PurePosixPath("/home/jan/Kind.levensreis"), "/home/jan/Kind.levensreis"),
        (OWN_DISK, PurePosixPath("/home/jan/Levensreis/Studies/Kind.levensreis"), "./Studies/Kind.levensreis"),
        (OWN_DISK, PurePosixPath("/home/jan/Documenten/Kind.levensreis"), "/home/jan/Documenten/Kind.levensreis"),
    ],
)
def test_a_place_that_travels_along_is_written_as_seen_from_the_program(program, path, written):
    beside, travels = program
    assert portable.seen_from(beside, travels, path) == written


def test_on_a_computers_own_disk_only_the_programs_own_folder_travels(tmp_path):
    assert portable.travelling(Path("/usr/bin")) == Path("/usr/bin")
    if os.path.ismount("/dev/shm"):
        assert portable.travelling(Path("/dev/shm/Levensreis")) == Path("/dev/shm")


def test_what_is_written_is_found_again_also_under_another_name_of_the_stick(stick):
    names = ["Studies/Één kind.levensreis", "Levensreis/a", "b"]
    written = [portable.written(stick.root / name) for name in names]
    assert not any(Path(text).is_absolute() for text in written)
    assert [portable.found(text) for text in written] == [stick.root / name for name in names]
    stick.put_in("F")
    assert [portable.found(text) for text in written] == [stick.root / name for name in names]


def test_a_place_on_a_computer_with_another_system_is_not_taken_for_one_on_the_stick(stick):
    assert portable.found(r"C:\Users\jan\Kind.levensreis") == Path(r"C:\Users\jan\Kind.levensreis")
    assert portable.found("/home/jan/Kind.levensreis") == Path("/home/jan/Kind.levensreis")


@pytest.mark.parametrize("marker", ["portable.txt", "portable.txt.txt"])
def test_with_the_marker_beside_it_everything_lies_beside_the_program(tmp_path, monkeypatch, marker):
    (tmp_path / marker).write_text("zie de handleiding")
    monkeypatch.delenv("LEVENSREIS_DATA")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "levensreis"))
    assert locations.data_folder() == locations.usual_data_folder() == tmp_path / "Levensreis-data"
    assert locations.data_folders() == [tmp_path / "Levensreis-data"]
    for place in (locations.choice_file(), locations.settings_file(), locations.work_folder(), locations.known_file()):
        assert place.is_relative_to(tmp_path / "Levensreis-data"), place


def test_a_folder_for_a_marker_makes_it_portable_too(tmp_path, monkeypatch):
    (tmp_path / "portable.txt").mkdir()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "levensreis"))
    assert portable.folder() == tmp_path / "Levensreis-data"


@pytest.mark.parametrize("other", ["portable", "Portable.md", "draagbaar.txt"])
def test_without_it_the_program_is_an_ordinary_one(tmp_path, monkeypatch, home, other):
    (tmp_path / other).touch()
    monkeypatch.delenv("LEVENSREIS_DATA")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "levensreis"))
    assert portable.folder() is None
    assert locations.data_folder().is_relative_to(home)
    assert portable.written(tmp_path / "a") == str(tmp_path / "a")
    assert portable.found("../a") == Path("../a")


def test_on_macos_beside_means_beside_the_app(tmp_path, monkeypatch):
    (tmp_path / "portable.txt").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Levensreis.app" / "Contents" / "MacOS" / "levensreis"))
    assert portable.folder() == tmp_path / "Levensreis-data"


def test_who_says_where_the_data_are_to_be_is_obeyed(stick, tmp_path, monkeypatch):
    monkeypatch.setenv("LEVENSREIS_DATA", str(tmp_path / "script"))
    assert locations.data_folder() == tmp_path / "script"
    assert locations.settings_file().is_relative_to(stick.data)


def test_a_guest_looks_at_no_settings_of_the_computer(stick):
    assert administrator.places() == [stick.root / "Levensreis" / "administrator.ini"]


def test_earlier_versions_are_found_when_the_stick_has_another_name(stick):
    path = stick.root / "Studies" / "Reis.levensreis"
    path.parent.mkdir()
    create_file(path, study(6))
    backups.keep(path, path.read_bytes())
    assert len(backups.list_for(path)) == 1
    stick.put_in("F")
    assert len(backups.list_for(stick.root / "Studies" / "Reis.levensreis")) == 1


def test_work_that_ended_badly_on_one_computer_is_offered_on_the_next_one(stick, monkeypatch):
    path = stick.root / "Reis.levensreis"
    create_file(path, study(6))
    document = crashed(path)
    (note,) = stick.data.rglob("meta.json")
    assert json.loads(note.read_text("utf-8"))["path"] == "../Reis.levensreis"
    stick.put_in("F")
    monkeypatch.setattr(files, "host", lambda: "een andere computer")
    (found,) = recovery.abandoned()
    assert found.path == stick.root / "Reis.levensreis"
    assert recovery.state_of(found) == "same"
    copy = recovery.recover(found)
    assert copy.document() == document
    copy.close()


def test_what_lies_somewhere_for_a_moment_lies_beside_the_program_and_is_listed_when_it_is_left(stick, tmp_path):
    from journeys.store import opener

    folder = Path(opener._temporary_folder())
    assert folder == stick.data / "temporary"
    left = folder / f"{locations.TEMPORARY}abc"
    left.mkdir()
    os.utime(left, (1, 1))
    (found,) = [one for one in local_data.kept() if one.code == "temporary"]
    assert found.paths == (left,)


def test_where_nothing_can_be_written_beside_it_another_folder_holds_until_the_end(stick, tmp_path, monkeypatch):
    stick.data.write_bytes(b"")  # not even root makes a folder there
    assert elsewhere.trouble().code == "store.no_folder"
    monkeypatch.setenv("LEVENSREIS_DATA", "")
    with pytest.raises(FileError, match="choice_lost"):
        elsewhere.choose(tmp_path)
    assert locations.data_folder() == tmp_path / "Levensreis"
