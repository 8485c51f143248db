"""How the program is frozen: what of the lock goes in, what stays out, and what is put right afterwards."""

from __future__ import annotations

import ast
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path, PurePath

import building
import environment
import freeze
import PySide6
import pytest
from frozen import platforms, records, trim

from journeys import licences
from journeys.identity import APP_ID

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
FROZEN = PACKAGING / "frozen"

start = runpy.run_path(str(FROZEN / "start.py"), run_name="looked at")


def test_the_build_environment_gets_what_runs_and_not_what_develops():
    lock = building.runtime_lock()
    assert "pyside6-essentials==" in lock
    assert "python-bidi==" in lock  # of the extra: who freezes leaves nothing out
    assert "pytest==" not in lock
    assert "mypy==" not in lock
    assert lock.count("--hash=") >= lock.count("==")


def test_every_part_that_we_show_is_in_that_lock():
    names = {building.name_in(part.name) for part in licences.parts()[2:]}
    assert names <= building.needed()


def test_everything_that_is_built_bears_the_moment_that_was_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert building.epoch() == 1700000000
    assert building.variables()["SOURCE_DATE_EPOCH"] == "1700000000"


def test_a_moment_before_zips_could_tell_one_is_moved_to_the_first(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert building.epoch() == building.LEAST_EPOCH


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/translations/qtbase_nl.qm",
        "pyphen/dictionaries/hyph_nl_NL.dic",
        "pyphen/dictionaries/hyph_en_GB.dic",
        "font_source_sans_pro/files/SourceSansPro-Bold.ttf",
        "levensreis-0.1.0.dist-info/METADATA",
    ],
)
def test_what_the_program_uses_stays(name):
    assert trim._stays(PurePath(name))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-x11-integration.so",
        "PySide6/Qt/translations/qtbase_xx.qm",
        "PySide6/Qt/translations/qt_help_nl.qm",
        "pyphen/dictionaries/hyph_xx_XX.dic",
        "font_source_sans_pro/files/SourceSansPro-Bold.otf",
        "reportlab/fonts/DarkGardenMK.pfb",
        "journeys/README.md",
        "levensreis-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_it_never_loads_or_may_not_tell_stays_out(name):
    assert not trim._stays(PurePath(name))


def needs(**asked):
    return lambda library: asked.get(Path(library).name.split(".")[0], [])


def entry(place: str, kind: str = "BINARY") -> trim.Entry:
    return place, f"/usr/lib/{PurePath(place).name}", kind


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing comes from the system")
def test_a_library_that_only_a_dropped_plugin_asked_for_goes_with_it(monkeypatch):
    monkeypatch.setattr(trim, "_needs", needs(libqxcb=["libneeded.so.1"], libqvnc=["libgone.so.1"]))
    binaries = [
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("PySide6/Qt/plugins/platforms/libqvnc.so"),
        entry("libneeded.so.1"),
        entry("libgone.so.1"),
    ]
    stay, _ = trim.trimmed(binaries, [])
    assert [PurePath(place).name for place, _, _ in stay] == ["libqxcb.so", "libneeded.so.1"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing comes from the system")
def test_what_a_desktop_keeps_safe_itself_is_not_collected(monkeypatch):
    monkeypatch.setattr(trim, "_needs", needs(_sqlite3=["libsqlite3.so.0", "libz.so.1"]))
    module = entry("python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", "EXTENSION")
    stay, _ = trim.trimmed([module, entry("libsqlite3.so.0"), entry("libz.so.1")], [])
    assert [PurePath(place).name for place, _, _ in stay][1:] == ["libsqlite3.so.0"]


def test_links_to_libraries_that_went_go_too(monkeypatch):
    monkeypatch.setattr(trim, "_needs", needs())
    link = ("libQt6Quick.so.6", "PySide6/Qt/lib/libQt6Quick.so.6", "SYMLINK")
    _, datas = trim.trimmed([], [link])
    assert datas == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing of the system is needed to freeze")
def test_without_the_tools_it_says_at_once_what_to_install_and_makes_nothing(tmp_path):
    command = [sys.executable, PACKAGING / "freeze.py", "--into", tmp_path / "into"]
    done = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "apt install binutils\n" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing of the system is needed to freeze")
def test_of_each_library_that_lacks_it_says_how_to_get_it_before_it_begins(capsys):
    freeze.tell_what_lacks({"libc.so.6": "libc6", "libnobody.so.1": "libnobody1"})
    told = capsys.readouterr().out
    assert "apt install libnobody1\n" in told
    assert "Ctrl+C" in told
    freeze.tell_what_lacks({"libc.so.6": "libc6"})
    assert capsys.readouterr().out == ""


EVERYWHERE = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libpthread.so.0", "libdl.so.2", "libxcb.so.1"}
"""On every Linux, or with each library of its kind."""


@pytest.mark.skipif(shutil.which("objdump") is None, reason="needs objdump, of binutils")
def test_every_library_of_the_system_that_a_plugin_of_ours_asks_for_is_looked_for():
    qt = Path(PySide6.__file__).parent / "Qt"
    plugins = [file for file in qt.glob("plugins/*/*.so") if trim._stays(PurePath(*file.parts[-3:]))]
    assert len(plugins) > 15
    for plugin in plugins:
        asked = {name for name in trim._needs(str(plugin)) if not (qt / "lib" / name).exists()} - EVERYWHERE
        if plugin.name in trim.GUESTS:
            assert asked & set(environment.DESKTOP_LIBRARIES), plugin.name  # the rest comes along with that one
        else:
            assert asked <= set(freeze.LIBRARIES), plugin.name


@pytest.fixture
def record(tmp_path):
    """Makes the list of the files of a part, and gives what the frozen program gets for it."""

    def told(part: str, *lines: str) -> list[str]:
        written = tmp_path / "RECORD"
        written.write_text("\n".join(lines) + "\n", encoding="utf-8")
        place = f"{part}.dist-info"
        datas = [(f"{place}/RECORD", str(written), "DATA"), (f"{place}/LICENSE", "", "DATA")]
        made = records.truthful(datas, [entry("part/fast.so")], tmp_path)
        return Path(made[0][1]).read_text(encoding="utf-8").splitlines()

    return told


def test_the_list_of_files_of_a_part_names_what_is_there(record):
    lines = ("part/gone.dat,,1", "part/fast.so,,9", "part-1.0.dist-info/LICENSE,,4", "../../../bin/part,,1")
    assert record("part-1.0", *lines) == ["part-1.0.dist-info/LICENSE,,4", "part/fast.so,,9"]


def test_our_own_modules_stay_on_the_list_for_the_self_test(record):
    assert record("levensreis-1.0", "app/main.py,,4", "app/__pycache__/main.cpython-311.pyc,,") == ["app/main.py,,4"]


def test_a_new_folder_takes_the_place_of_the_old_one_whole(tmp_path):
    made, place = tmp_path / "made", tmp_path / "dist" / "levensreis"
    for folder, name in ((made, "new"), (place, "old")):
        folder.mkdir(parents=True)
        (folder / name).write_text(name, encoding="utf-8")
    freeze.swap(made, place)
    assert [file.name for file in place.iterdir()] == ["new"]
    assert [folder.name for folder in place.parent.iterdir()] == ["levensreis"]


def test_programs_that_we_start_look_for_their_own_libraries(monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/levensreis/_internal", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/levensreis/_internal")
    start["give_back"]()
    assert "LD_LIBRARY_PATH" not in os.environ


def test_what_the_user_had_set_for_libraries_comes_back(monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/levensreis/_internal", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/levensreis/_internal:/opt/own")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/own")
    start["give_back"]()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/own"


def test_from_its_source_the_start_changes_nothing(monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/own")
    start["give_back"]()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/own"


@pytest.mark.parametrize("program", ["levensreis", "levensreis-gui"])
def test_windows_is_told_what_each_of_the_two_programs_is(program, tmp_path):
    options = platforms.of_windows(program, tmp_path)
    told = Path(options["version"]).read_text(encoding="utf-8")
    ast.parse(told)  # PyInstaller reads it as an expression
    assert f"{program}.exe" in told
    assert building.version() in told


def test_the_bundle_for_macos_bears_our_name_and_holds_the_icon_that_it_points_to():
    options = platforms.of_bundle()
    (kind,) = options["info_plist"]["CFBundleDocumentTypes"]
    assert options["bundle_identifier"] == APP_ID
    assert kind["CFBundleTypeIconFile"] == platforms.of_documents()[0][0]


def test_looking_at_the_start_starts_nothing():
    told = "import runpy; runpy.run_path('packaging/frozen/start.py'); import sys; print('app' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
