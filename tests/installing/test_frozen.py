"""The frozen program does what the installed wheel does, without Python, and holds nothing that it need not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.installing.programs import INSTALLED, running

ROOT = Path(__file__).parents[2]
VIEWS = ("map", "table", "compare", "ecosystem")
MOST_MB = 175
DRAWN = ("json", "csv", "html", "svg", "drawio", "graphml")
"""Formats whose files hold no moment and no chance."""

pytestmark = [pytest.mark.package, pytest.mark.skipif(sys.platform != "linux", reason="frozen and tried on Linux only")]


@pytest.mark.timeout(1900)
def test_every_part_passes_its_trial(frozen, said):
    told = said(frozen / "levensreis", "selftest", "--lang", "en")
    assert "Self-test passed" in told
    assert "frozen" in told


def test_it_runs_from_a_folder_with_any_name(frozen, said, tmp_path):
    place = tmp_path / "Programma’s & zo (2)"
    shutil.copytree(frozen, place, symlinks=True)
    assert said(place / "levensreis", "--version") == said(frozen / "levensreis", "--version")
    assert "Een kind krijgen" in said(place / "levensreis", "new", tmp_path / "é.levensreis", "--sample", "child")


@pytest.mark.parametrize("view", VIEWS)
def test_the_window_looks_as_that_of_the_wheel(frozen, said, around, study, tmp_path, view):
    from PySide6.QtGui import QImage

    made = []
    for number, program in enumerate(((frozen / "levensreis",), INSTALLED)):
        picture = tmp_path / f"{number}.png"
        shutil.rmtree(around["HOME"], ignore_errors=True)  # each starts as somebody's first
        said(*program, "picture", study, "-o", picture, "--view", view)
        made.append(QImage(str(picture)))
    assert not made[0].isNull()
    assert made[0] == made[1]


def test_posters_have_the_bytes_of_those_of_the_wheel(frozen, said, study, tmp_path):
    made = []
    for number, program in enumerate(((frozen / "levensreis",), INSTALLED)):
        poster = tmp_path / f"{number}.pdf"
        said(*program, "poster", study, "-o", poster, "--paper", "A2")
        made.append(poster.read_bytes())
    assert made[0] == made[1]


def test_files_for_other_programs_have_the_bytes_of_those_of_the_wheel(frozen, said, study, tmp_path):
    known = {each["code"]: each for each in json.loads(said(frozen / "levensreis", "formats", "--json"))}
    tried = [code for code in DRAWN if code in known and known[code]["writes"]]
    assert len(tried) == len(DRAWN)
    for code in tried:
        folders = []
        for program in ((frozen / "levensreis",), INSTALLED):
            folder = tmp_path / f"{code} {len(folders)}"
            folder.mkdir()
            said(*program, "export", study, "-o", folder / f"made{known[code]['suffixes'][0]}", "--date", "2026-01-01")
            folders.append({file.name: file.read_bytes() for file in folder.iterdir()})
        assert folders[0], code
        assert folders[0] == folders[1], code


def test_the_list_of_licences_is_that_of_the_wheel_and_what_freezing_adds(frozen, said):
    frozen_parts, parts = (
        {re.split(r"\s{2,}", line)[0] for line in said(*program, "licences").splitlines() if "  " in line}
        for program in ((frozen / "levensreis",), INSTALLED)
    )
    assert parts <= frozen_parts
    added = frozen_parts - parts
    assert any(name.startswith("PyInstaller bootloader") for name in added)
    loose = {file.name for file in (frozen / "_internal").glob("lib*.so*") if not file.is_symlink()}
    collected = [file for file in loose if not file.startswith("libpython")]
    assert len(added) > len(collected) // 2


def test_every_part_comes_with_the_text_of_its_licence(frozen, said):
    assert "Self-test passed" not in said(frozen / "levensreis", "licences")
    collected = (frozen / "_internal/journeys/_resources/licences/collected").glob("*.json")
    for told in (json.loads(file.read_text(encoding="utf-8")) for file in collected):
        assert told["licence"], told["name"]
        assert len("".join(told["texts"].values())) > 400, told["name"]


def test_nothing_tells_of_the_computer_that_it_was_frozen_on(frozen):
    ours = {str(ROOT), str(Path.home() / ".cache")} | {sysconfig.get_path("purelib")}
    held = [file for file in frozen.rglob("*") if file.is_file() and not file.is_symlink()]
    telling = [(file.name, word) for file in held for word in ours if word.encode() in file.read_bytes()]
    assert telling == []


def test_it_can_reach_no_network_by_https(frozen):
    names = {file.name for file in frozen.rglob("*")}
    assert not [name for name in names if re.match(r"_ssl\.|libssl|libcrypto|libq.*(openssl|backend)", name)]


def test_what_a_desktop_keeps_safe_itself_is_not_in_it(frozen):
    names = {file.name for file in frozen.rglob("*.so*")}
    assert not [name for name in names if re.match(r"lib(glib|dbus|fontconfig|gtk|X11|stdc\+\+|z)[-.]", name)]


def test_it_is_as_small_as_was_promised(frozen):
    held = [file for file in frozen.rglob("*") if file.is_file() and not file.is_symlink()]
    assert sum(file.stat().st_size for file in held) < MOST_MB * 1_000_000


def test_another_qt_can_be_put_in_its_place(frozen, said, study, tmp_path):
    """As the LGPL asks: here the libraries as their makers gave them out, which have other bytes."""
    place = tmp_path / "own"
    shutil.copytree(frozen, place, symlinks=True)
    wheel = next((ROOT / ".dev" / "build" / "lib").glob("python3*/site-packages/PySide6/Qt/lib"))
    replaced = 0
    for library in (place / "_internal/PySide6/Qt/lib").glob("lib*"):
        replaced += library.read_bytes() != (wheel / library.name).read_bytes()
        shutil.copy(wheel / library.name, library)
    assert replaced
    said(place / "levensreis", "picture", study, "-o", tmp_path / "own.png")


def test_a_part_that_is_damaged_is_named_and_nothing_hangs(frozen, said, tmp_path):
    place = tmp_path / "damaged"
    shutil.copytree(frozen, place, symlinks=True)
    (place / "_internal/pptx/templates/default.pptx").unlink()
    (place / "_internal/journeys/_resources/locale/nl/LC_MESSAGES/levensreis.mo").unlink()
    told = said(place / "levensreis", "selftest", "--lang", "en", code=1)
    assert "PowerPoint" in told
    assert "levensreis.mo" in told


def test_with_its_marker_everything_stays_beside_the_program(frozen, said, around, tmp_path):
    place = tmp_path / "stick"
    shutil.copytree(frozen, place, symlinks=True)
    (place / "portable.txt").write_text("", encoding="utf-8")
    said(place / "levensreis", "new", tmp_path / "a.levensreis", "--sample", "child")
    said(place / "levensreis", "settings")
    with running([place / "levensreis", tmp_path / "a.levensreis"], around, place / "Levensreis-data"):
        pass
    left = [file for file in Path(around["HOME"]).rglob("*") if file.is_file()]
    assert [file for file in left if "fontconfig" not in file.parts and "mesa" not in str(file)] == []


def test_no_library_looks_in_a_folder_of_whoever_built_it(frozen):
    libraries = [path for path in frozen.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    told = subprocess.run(["readelf", "--dynamic", *libraries], check=True, capture_output=True, text=True).stdout
    paths = re.findall(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", told)
    assert any(path.startswith("$ORIGIN") for path in paths)
    assert [path for path in paths if path.startswith("/")] == []
