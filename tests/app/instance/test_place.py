"""Starts and the running program meet at one place, where nobody else can be."""

from __future__ import annotations

import os
import sys
import tempfile

import pytest

from app.instance import place, x11
from app.instance.claim import Claim

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it is a name, and no place")


def test_one_user_with_other_data_or_another_screen_meets_elsewhere(monkeypatch, tmp_path):
    here = place.mark()
    assert place.mark() == here
    monkeypatch.setenv("DISPLAY", ":5")
    there = place.mark()
    monkeypatch.setenv("LEVENSREIS_DATA", str(tmp_path))
    assert len({here, there, place.mark()}) == 3


def test_data_by_another_name_are_the_same_data(monkeypatch, tmp_path):
    tmp_path.joinpath("echt").mkdir()
    tmp_path.joinpath("link").symlink_to(tmp_path / "echt")
    found = set()
    for name in ("echt", "link", "echt/../link/"):
        monkeypatch.setenv("LEVENSREIS_DATA", str(tmp_path / name))
        found.add(place.mark())
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"DISPLAY": ":0"}, {"DISPLAY": ":0.0"}, True),
        ({"DISPLAY": "ver.weg:10.0"}, {"DISPLAY": "ver.weg:10"}, True),
        ({"DISPLAY": ":0"}, {"DISPLAY": ":1"}, False),
        ({"DISPLAY": ":0"}, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({}, {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_screen_is_known_by_what_names_it(one, other, same):
    assert (place.screen(one) == place.screen(other)) == same


def test_a_folder_in_which_others_may_write_is_none_to_meet_in(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    (tmp_path / "tijdelijk").mkdir()
    own, open_, link = tmp_path / "eigen", tmp_path / "open", tmp_path / "link"
    own.mkdir(mode=0o700)
    open_.mkdir()
    open_.chmod(0o777)
    link.symlink_to(own)
    assert place.private_folder({"XDG_RUNTIME_DIR": str(own)}) == own
    fallen_back = {
        place.private_folder({"XDG_RUNTIME_DIR": str(bad)}) for bad in (open_, link, tmp_path / "weg", "map")
    }
    (instead,) = fallen_back
    assert instead is not None
    assert instead.parent == tmp_path / "tijdelijk"
    assert instead.stat().st_mode & 0o777 == 0o700
    instead.chmod(0o777)
    assert place.private_folder({}) is None


def test_processes_of_one_sandbox_meet_where_all_of_them_look(tmp_path):
    shared = tmp_path / "app" / "nl.voorbeeld"
    shared.mkdir(parents=True, mode=0o700)
    tmp_path.chmod(0o700)
    assert place.private_folder({"XDG_RUNTIME_DIR": str(tmp_path), "FLATPAK_ID": "nl.voorbeeld"}) == shared


def test_a_folder_with_too_long_a_name_is_no_place_and_every_start_is_a_program(monkeypatch, tmp_path):
    deep = tmp_path / ("a" * 90)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert place.door() is None
    assert Claim(place.door()).take() == "nobody's"


def test_a_claim_is_had_by_one_and_the_next_after_it():
    one, other = Claim(place.door()), Claim(place.door())
    assert (one.take(), other.take(), one.take()) == ("ours", "theirs", "ours")
    one.let_go()
    assert other.take() == "ours"
    other.let_go()


def test_a_claim_where_nothing_can_be_written_is_nobodys(monkeypatch, tmp_path):
    tmp_path.joinpath("deur.lock").mkdir()
    assert Claim(str(tmp_path / "deur")).take() == "nobody's"
    assert Claim(str(tmp_path / "weg" / "deur")).take() == "nobody's"


def test_a_pipe_in_the_place_of_the_claim_holds_nobody_up(tmp_path):
    os.mkfifo(tmp_path / "deur.lock")
    assert Claim(str(tmp_path / "deur")).take() == "nobody's"


@pytest.mark.parametrize(
    ("startup", "time"), [("pc-1-id_TIME123456", 123456), ("", 0), ("pc_TIME", 0), ("x_TIME9999999999", 1410065407)]
)
def test_when_the_user_asked_is_read_from_the_startup_id(startup, time):
    assert x11.user_time(startup) == time


def test_nobody_is_asked_to_come_forward_where_there_is_no_x11(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7777")
    x11.come_forward(1, "id")
    monkeypatch.setattr(x11, "_library", lambda: (_ for _ in ()).throw(OSError("none here")))
    x11.come_forward(1)
    assert os.environ["DISPLAY"] == ":7777"
