"""What the help tells administrators is what the program does: its folders, settings and commands."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from app import logbook, mishaps
from journeys import portable
from journeys.help import book, page_text
from journeys.i18n import LANGUAGES, words
from journeys.settings import administrator, keys
from journeys.store import locations, locks, publish
from tests.journeys.test_help import NAMES

VARIABLES = ("LEVENSREIS_DATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA", "ProgramFiles")
WINDOWS = {"AppData/Local": "%LOCALAPPDATA%", "AppData/Roaming": "%APPDATA%"}


def told(language, code):
    held = book(language)
    return page_text(held.page(code), NAMES, words(language), held.pages)


def codes(language, code):
    """What the page says is typed as it is, of each of its terms."""
    return {
        block.name: [span.text for span in block.spans if span.kind == "code"]
        for block in book(language).page(code).blocks
        if block.kind == "term"
    }


def written(place, home, platform):
    """A place as an administrator writes it down."""
    inside = PurePosixPath(place).relative_to(PurePosixPath(home)).as_posix()
    if platform != "win32":
        return f"~/{inside}"
    known = next(folder for folder in WINDOWS if inside.startswith(folder))
    return str(PureWindowsPath(inside.replace(known, WINDOWS[known])))


@pytest.fixture(params=["linux", "win32", "darwin"])
def platform(request, monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locations.sys, "platform", request.param)
    return request.param


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folders_of_the_program_are_where_the_page_says(language, platform, home):
    page = told(language, "places")
    assert written(locations.usual_data_folder(), home, platform) in page
    for file in (locations.settings_file(), locations.choice_file()):
        assert written(file.parent, home, platform) in page
        assert file.name in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_of_the_administrator_is_where_the_page_says(language, platform, monkeypatch):
    monkeypatch.setenv("ProgramFiles", "%ProgramFiles%")
    monkeypatch.setattr(administrator, "_of_the_computer", administrator._of_the_computer.__wrapped__)  # remembers
    place = str(administrator.places()[0])
    assert (place.replace("/", "\\") if platform == "win32" else place) in told(language, "managed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_named_with_what_it_takes(language):
    named = codes(language, "managed")
    settings = {key: values for key, values in named.items() if not key.startswith("[")}
    assert list(settings) == list(keys.KEYS)
    assert {key.strip("[]") for key in named if key.startswith("[")} == set(administrator.SECTIONS)
    for key in set(settings) - {"folder"}:
        takes = re.split(r", |–", keys.RULES[key].takes)
        assert settings[key] == takes, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_the_lock_and_a_second_version_are_called_as_the_page_says(language, tmp_path):
    page, study = told(language, "places"), tmp_path / "Reis.levensreis"
    assert f"log/{logbook.NAME}" in page
    assert mishaps.CRASH in page
    assert locks.lock_path(study).name.startswith(".~lock")
    assert ".~lock" in page
    assert "conflict" in publish.conflict_path(study).name
    assert "conflict" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_portable_program_is_made_and_found_as_the_page_says(language):
    assert {portable.MARKER, portable.FOLDER} <= set(
        re.findall(r"portable\.txt|Levensreis-data", told(language, "administrators"))
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["administrators", "managed", "places", "dpia"])
def test_the_commands_on_the_page_are_commands(language, code):
    from journeys.cli.parsing import COMMANDS, parser

    for span in (span for block in book(language).page(code).blocks for span in block.spans if span.kind == "code"):
        found = re.fullmatch(r"(?:.*[\\/])?levensreis(?:\.exe\"|) (\w[\w-]*)(.*)", span.text, re.IGNORECASE)
        if found and not span.text.startswith(("pipx", "apt")):
            assert found[1] in COMMANDS, span.text
            parser(found[1], words(language)).parse_args(found[2].split())
