"""What a Linux desktop reads about the program: menu entry, file type, description, manual and completion."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from linux import copyrights, manual, releases

from journeys import licences, store, templates
from journeys.cli.parsing import COMMANDS
from journeys.identity import APP_ID, APPLICATION_ID, MIME_TYPE, NAME, SUFFIX

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def need(*tools: str) -> None:
    if lacking := [tool for tool in tools if shutil.which(tool) is None]:
        pytest.skip(f"there is no {', '.join(lacking)} here")


def run(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(command, env=surroundings, check=False, capture_output=True, text=True, timeout=60)


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # as its documentation says to keep capitals
    parser.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo() -> ET.Element:
    return ET.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()  # noqa: S314 - our own file


@pytest.fixture
def mime_type() -> ET.Element:
    found = ET.parse(LINUX / f"{APP_ID}.mime.xml").find(f"{MIME}mime-type")  # noqa: S314 - our own file
    assert found is not None
    return found


@pytest.fixture
def study(tmp_path) -> Path:
    """A study as it was published, with the suffix."""
    place = tmp_path / "made" / f"kind{SUFFIX}"
    place.parent.mkdir()
    made = templates.sample("child", "nl")
    store.create_file(place, made.document, made.images)
    return place


def test_every_name_is_the_one_name_of_the_program(entry, metainfo, mime_type):
    assert entry["Name"] == metainfo.findtext("name") == NAME
    assert entry["Icon"] == metainfo.findtext("id") == APP_ID
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert metainfo.findtext("provides/mediatype") == mime_type.get("type") == MIME_TYPE
    assert metainfo.findtext("launchable") == f"{APP_ID}.desktop"
    assert mime_type.find(f"{MIME}glob").get("pattern") == f"*{SUFFIX}"
    assert mime_type.find(f"{MIME}icon").get("name") == MIME_TYPE.replace("/", "-")
    assert mime_type.find(f".//{MIME}match[@type='big32']").get("value") == f"{APPLICATION_ID:#x}"


def test_what_people_read_is_there_in_dutch_as_well(entry, metainfo, mime_type):
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[f"{key}[nl]"] != entry[key]
    for above in metainfo.iter():
        for tag in ("name", "summary", "developer_name", "p", "li"):
            told = [one.get(LANGUAGE) for one in above.findall(tag)]
            if told and (above.tag, tag) != ("component", "name"):
                assert told.count("nl") == told.count(None), f"{tag} of {above.tag}"
    assert [one.get(LANGUAGE) for one in mime_type.findall(f"{MIME}comment")] == [None, "nl"]


def test_the_newest_release_is_the_version_of_the_program(metainfo):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert releases.all_of_them()[0].get("version") == project["version"]
    assert metainfo.findtext("project_license") == project["license"]
    assert releases.changes(releases.all_of_them()[0])


def test_the_menu_entry_satisfies_its_validator():
    need("desktop-file-validate")
    told = run("desktop-file-validate", "--warn-kde", LINUX / f"{APP_ID}.desktop")
    assert (told.returncode, told.stdout) == (0, "")


def test_the_description_satisfies_the_validator_of_software_centres():
    need("appstreamcli")
    told = run("appstreamcli", "validate", "--no-net", LINUX / f"{APP_ID}.metainfo.xml")
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("name", ["kind.levensreis", "KIND.LEVENSREIS", "zonder achtervoegsel", "kind.levensreis (1)"])
def test_a_desktop_knows_a_study_by_its_name_and_without_one(study, tmp_path, name):
    need("update-mime-database", "gio")
    (tmp_path / "mime" / "packages").mkdir(parents=True)
    shutil.copy(LINUX / f"{APP_ID}.mime.xml", tmp_path / "mime" / "packages" / f"{APP_ID}.xml")
    assert run("update-mime-database", tmp_path / "mime").returncode == 0
    shutil.copy(study, tmp_path / name)
    told = run("gio", "info", "-a", "standard::content-type", tmp_path / name, XDG_DATA_HOME=str(tmp_path))
    assert MIME_TYPE in told.stdout


def test_another_database_is_not_taken_for_a_study(tmp_path):
    import sqlite3

    need("update-mime-database", "gio")
    (tmp_path / "mime" / "packages").mkdir(parents=True)
    shutil.copy(LINUX / f"{APP_ID}.mime.xml", tmp_path / "mime" / "packages" / f"{APP_ID}.xml")
    run("update-mime-database", tmp_path / "mime")
    with sqlite3.connect(tmp_path / "something") as database:
        database.execute("CREATE TABLE t (x)")
    database.close()
    told = run("gio", "info", "-a", "standard::content-type", tmp_path / "something", XDG_DATA_HOME=str(tmp_path))
    assert MIME_TYPE not in told.stdout


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_manual_has_every_command_and_is_sound_roff(language):
    page = manual.page(language, "1.2.3", 0)
    assert [line[4:].replace("\\-", "-") for line in page.splitlines() if line.startswith(".SS ")] == list(COMMANDS)
    assert "Levensreis 1.2.3" in page
    assert "1970-01-01" in page
    assert re.search(r"@[A-Z]+@", page) is None
    need("man")
    source = ROOT / ".dev" / f"levensreis.{language}.1"
    source.parent.mkdir(exist_ok=True)
    source.write_text(page, encoding="utf-8")
    try:
        told = run("man", "--warnings", "-l", source, MANWIDTH="100")
    finally:
        source.unlink()
    assert told.stderr == ""
    assert "--fail-at N" in told.stdout


def test_both_manuals_have_the_same_headings():
    heads = [
        [line for line in manual.page(language, "1", 0).splitlines() if line.startswith((".SH", ".TH", ".TP"))]
        for language in ("nl", "en")
    ]
    assert len(heads[0]) == len(heads[1])


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["levensreis", "sel"], {"selftest"}),
        (["levensreis", "poster", "--pref"], {"--preflight"}),
        (["levensreis", "k"], {"kind.levensreis", "kaarten"}),
        (["levensreis", "--lang", ""], {"nl", "en"}),
        (["levensreis", "import", "l"], {"lijst.csv"}),
    ],
)
def test_the_shell_completes_commands_options_and_studies(tmp_path, words, offered):
    need("bash")
    (tmp_path / "completion").write_text(manual.completion(), encoding="utf-8")
    for name in ("kind.levensreis", "lijst.csv", "klad.txt"):
        (tmp_path / name).touch()
    (tmp_path / "kaarten").mkdir()
    typed = " ".join(f"'{word}'" for word in words)
    script = (
        f"cd '{tmp_path}'; . ./completion; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; "
        'compopt() { :; }; _levensreis; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    told = run("bash", "-c", script)
    assert (set(told.stdout.split()), told.stderr) == (offered, "")


def test_the_copyright_file_names_every_part_and_every_licence():
    parts = licences.parts()
    told = copyrights.text(parts, "1.2.3", 2027)
    for part in parts:
        assert f"{part.name} {part.version}" in told
        assert f"Licence: {part.licence}" in told
    assert "2026–2027 The Levensreis authors" in told
    assert "EUROPEAN UNION PUBLIC LICENCE" in told


def test_a_licence_that_debian_has_is_named_and_not_repeated(monkeypatch, tmp_path):
    (tmp_path / "GPL-3").write_text(
        "GNU GENERAL PUBLIC LICENSE Version 3, all of it " + "word " * 500, encoding="utf-8"
    )
    monkeypatch.setattr(copyrights, "COMMON", tmp_path)
    copyrights._kept.cache_clear()
    same = licences.Text("COPYING", (tmp_path / "GPL-3").read_text(encoding="utf-8"))
    more = licences.Text("MORE", same.body + "and an exception " * 20)
    told = copyrights.text([licences.Part("Thing", "1", "GPL-3.0", "", (same, more))], "1", 2026)
    copyrights._kept.cache_clear()
    assert told.count(f"this text is in {tmp_path / 'GPL-3'}") == 1
    assert told.count("and an exception") == 20
