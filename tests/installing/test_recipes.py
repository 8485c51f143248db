"""What we hand out for Windows, macOS, Flatpak and a stick tells what the program tells, and takes back its own."""

from __future__ import annotations

import ast
import json
import plistlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import building
import installer
import portable
import pytest
from frozen import properties

from journeys import portable as mode
from journeys.identity import APP_ID, MIME_TYPE, NAME, SUFFIX

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SCRIPT = (PACKAGING / "windows" / "levensreis.nsi").read_text(encoding="utf-8")
MANIFEST = PACKAGING / "flatpak" / f"{APP_ID}.yaml"


def need(tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"there is no {tool} here")


def frozen(folder: Path, *programs: str) -> Path:
    """A stand-in for the frozen program."""
    inside = folder / "_internal" / "PySide6" / "plugins"
    inside.mkdir(parents=True)
    (inside / "a plugin.dll").write_bytes(b"plugin" * 100)
    (folder / "_internal" / "café.txt").write_text("é", encoding="utf-8")
    for name in programs:
        (folder / name).write_bytes(b"program")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def for_windows(tmp_path: Path) -> Path:
    return frozen(tmp_path / "levensreis", *installer.PROGRAMS)


# Windows


@pytest.mark.parametrize("machine", [False, True])
def test_nsis_makes_an_installer_without_a_warning(for_windows: Path, tmp_path: Path, *, machine: bool) -> None:
    need("makensis")
    made = installer.build(for_windows, tmp_path / "out", machine=machine)
    assert made.read_bytes()[:2] == b"MZ"
    assert building.version() in made.name
    assert ("machine" in made.name) == machine


def test_the_uninstaller_takes_away_what_was_put_down_and_nothing_else(for_windows: Path, tmp_path: Path) -> None:
    installer.write_lists(for_windows, tmp_path / "lists")
    put = (tmp_path / "lists" / "install.nsh").read_text(encoding="utf-8")
    taken = (tmp_path / "lists" / "uninstall.nsh").read_text(encoding="utf-8")
    folders = re.findall(r'SetOutPath "([^"]*)"', put)
    names = re.findall(r'File "/oname=([^"]*)"', put)
    assert len(names) == 4
    assert sorted(re.findall(r'Delete "([^"]*)"', taken)) == sorted(map("\\".join, zip(folders, names, strict=True)))
    assert "/r" not in taken
    assert re.findall(r'RMDir "([^"]*)"', taken) == [
        "$INSTDIR\\_internal\\PySide6\\plugins",
        "$INSTDIR\\_internal\\PySide6",
        "$INSTDIR\\_internal",
    ]


def test_the_script_itself_never_removes_a_whole_folder() -> None:
    assert not re.search(r"^\s*(RMDir|Delete)\s+/(r|REBOOTOK)", SCRIPT, re.MULTILINE)


def test_the_uninstaller_forgets_every_key_that_the_installer_writes() -> None:
    written = set(re.findall(r'WriteReg\w+ \$\{ROOT_KEY\} "([^"]+)" "([^"]*)"', SCRIPT))
    keys = re.findall(r'DeleteRegKey \$\{ROOT_KEY\} "([^"]+)"', SCRIPT)
    values = set(re.findall(r'DeleteRegValue \$\{ROOT_KEY\} "([^"]+)" "([^"]*)"', SCRIPT))
    kept = {(key, value) for key, value in written if not any(f"{key}\\".startswith(f"{gone}\\") for gone in keys)}
    assert len(written) > 20
    assert kept - values == set()


def test_the_names_in_the_installer_come_from_one_place() -> None:
    spoken = re.sub(r"^;.*", "", SCRIPT, flags=re.MULTILINE)
    for name in (APP_ID, SUFFIX, MIME_TYPE, f'"{NAME}"', installer.PROG_ID, building.version()):
        assert name not in spoken


def test_a_folder_that_was_not_frozen_for_windows_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        installer.check(frozen(tmp_path / "linux", "levensreis"))
    assert "Freeze on Windows first" in "".join(capsys.readouterr())


@pytest.mark.parametrize("name", ["$HOME.txt", "a:b", 'say "no"', "x" * 161])
def test_a_name_that_windows_cannot_take_is_refused(for_windows: Path, name: str) -> None:
    (for_windows / name).touch()
    with pytest.raises(SystemExit):
        installer.check(for_windows)


@pytest.mark.parametrize(
    ("version", "four"),
    [("0.1.0", (0, 1, 0, 0)), ("0.2rc1", (0, 2, 0, 0)), ("1.2.3.dev4", (1, 2, 3, 0)), ("2.0.1.4", (2, 0, 1, 4))],
)
def test_a_version_becomes_four_numbers(version: str, four: tuple[int, ...]) -> None:
    assert properties.numbers(version) == four


def test_the_version_resource_is_what_pyinstaller_reads() -> None:
    tree = ast.parse(properties.version_resource("levensreis-gui"), mode="eval")
    strings = [
        tuple(part.value for part in call.args if isinstance(part, ast.Constant))
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "StringStruct"
    ]
    assert dict(strings) == properties.words_of_resource("levensreis-gui")
    assert ("ProductVersion", building.version()) in strings


# macOS


def test_the_bundle_owns_its_own_kind_of_file() -> None:
    plist = properties.info_plist()
    (shown,), (exported,) = plist["CFBundleDocumentTypes"], plist["UTExportedTypeDeclarations"]
    assert shown["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeTagSpecification"] == {
        "public.filename-extension": [SUFFIX[1:]],
        "public.mime-type": [MIME_TYPE],
    }
    assert plist["CFBundleIdentifier"] == APP_ID
    assert plist["CFBundleShortVersionString"] == ".".join(map(str, properties.numbers(building.version())[:3]))
    assert "@" not in json.dumps(plist)


def test_the_icon_of_a_study_travels_in_the_bundle() -> None:
    named = properties.info_plist()["CFBundleDocumentTypes"][0]["CFBundleTypeIconFile"]
    assert f'("{named}"' in (PACKAGING / "frozen" / "platforms.py").read_text(encoding="utf-8")


def test_the_bundle_asks_macos_for_no_network_and_no_folder() -> None:
    asked = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert [name for name in asked if not name.startswith("com.apple.security.cs.")] == []


def test_the_script_of_the_disk_image_is_a_script() -> None:
    script = PACKAGING / "macos" / "disk_image.sh"
    need("sh")
    subprocess.run(["sh", "-n", str(script)], check=True, timeout=20)
    if sys.platform == "linux":
        done = subprocess.run(["sh", str(script)], check=False, capture_output=True, text=True, timeout=20)
        assert (done.returncode, done.stdout) == (2, "")
        assert "made on macOS" in done.stderr


# Flatpak


def test_the_sandbox_has_neither_network_nor_folders() -> None:
    text = MANIFEST.read_text(encoding="utf-8")
    options = re.findall(r"^  - (--\S+)", text, re.MULTILINE)
    assert "--socket=wayland" in options
    assert not [
        option for option in options if "network" in option or "filesystem" in option or "session-bus" in option
    ]


def test_flatpak_builder_understands_the_manifest() -> None:
    need("flatpak-builder")
    done = subprocess.run(
        ["flatpak-builder", "--show-manifest", str(MANIFEST)], check=True, capture_output=True, text=True, timeout=20
    )
    manifest = json.loads(done.stdout)
    assert manifest["id"] == APP_ID
    (module,) = manifest["modules"]
    for source in module["sources"]:
        place = (MANIFEST.parent / source["path"]).resolve()
        assert place.exists() or ".dev" in place.parts, f"{place} is not there, and nothing makes it"
    for name in re.findall(r"linux/\S+", "\n".join(module["build-commands"])):
        assert (PACKAGING / name.replace("${FLATPAK_ID}", APP_ID)).is_file()


# On a stick


def test_a_portable_program_for_windows_brings_the_file_that_makes_it_so(for_windows: Path, tmp_path: Path) -> None:
    made = portable.build(for_windows, tmp_path / "out")
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
        assert {Path(name).parts[0] for name in names} == {NAME}
        assert archive.read(f"{NAME}/{mode.MARKER}").decode("utf-8-sig").startswith(NAME)
        assert f"{NAME}/_internal/café.txt" in names
    assert "windows" in made.name


def test_a_portable_program_for_linux_can_be_run_where_it_is_unpacked(tmp_path: Path) -> None:
    made = portable.build(frozen(tmp_path / "levensreis", "levensreis"), tmp_path / "out")
    with tarfile.open(made) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 of Debian 12 has none
        archive.extractall(tmp_path / "stick")  # noqa: S202 – this test made it
    unpacked = tmp_path / "stick" / NAME
    assert (unpacked / "levensreis").stat().st_mode & 0o111
    assert (unpacked / mode.MARKER).is_file()
    assert not (unpacked / "_internal" / "café.txt").stat().st_mode & 0o111


@pytest.mark.parametrize("programs", [installer.PROGRAMS, ("levensreis",)])
def test_the_same_folder_gives_the_same_archive_without_what_was_tried_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, programs: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = portable.build(frozen(tmp_path / "first", *programs), tmp_path / "one").read_bytes()
    tried = frozen(tmp_path / "second", *programs)
    (tried / mode.FOLDER).mkdir()
    (tried / mode.FOLDER / "levensreis.ini").touch()
    (tried / mode.MARKER).write_text("mine", encoding="utf-8")
    assert portable.build(tried, tmp_path / "two").read_bytes() == first
