"""The Debian package: what lies where in it, what it depends on, and that two builds have the same bytes."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

import building
import deb
import pytest
from linux import releases, shared_libraries

from journeys.identity import APP_ID

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(shutil.which("dpkg-shlibdeps") is None, reason="no Debian here, or no dpkg-dev")
LIBRARY = "libz.so.1"
"""One that every Debian has, and that freezing collects."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """What a frozen folder looks like: the program, a library of the system, one of a wheel and some data."""
    folder = tmp_path_factory.mktemp("tree") / "frozen"
    (folder / "_internal" / "wheel.libs").mkdir(parents=True)
    shutil.copy("/bin/true", folder / "levensreis")
    shutil.copy(shared_libraries.in_packages([LIBRARY])[LIBRARY], folder / "_internal" / LIBRARY)
    shutil.copy(folder / "_internal" / LIBRARY, folder / "_internal" / "wheel.libs" / "libz-0a1b2c3d.so.1")
    (folder / "_internal" / "data.json").write_text("{}", encoding="utf-8")
    (folder / deb.TOLD).mkdir(parents=True)
    for name in (*shared_libraries.packages_of([LIBRARY]), "pyinstaller"):
        (folder / deb.TOLD / f"{name}.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def icons(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("icons") / "hicolor"
    (folder / "16x16" / "apps").mkdir(parents=True)
    (folder / "16x16" / "apps" / f"{APP_ID}.png").write_bytes(b"a picture")
    return folder


def order(tree: Path, icons: Path, out: Path, **given: str) -> deb.Order:
    version = given.pop("version", building.version())
    return deb.Order(tree, out, version, icons=icons, maintainer="A <a@b.invalid>", fast=True, **given)


@pytest.fixture(scope="module")
def package(tree, icons, tmp_path_factory) -> Path:
    """Built under an umask that lets nobody else read."""
    usual = os.umask(0o077)
    try:
        return deb.build(order(tree, icons, tmp_path_factory.mktemp("out"), revision="3"))
    finally:
        os.umask(usual)


@pytest.fixture(scope="module")
def inside(package, tmp_path_factory) -> Path:
    """What is in it."""
    place = tmp_path_factory.mktemp("inside") / "package"
    subprocess.run(["dpkg-deb", "-R", package, place], check=True)
    return place


def field(package: Path, name: str) -> str:
    told = subprocess.run(["dpkg-deb", "-f", package, name], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def test_everything_lies_where_debian_looks_for_it(inside):
    expected = {
        "bin/levensreis",
        "lib/levensreis/levensreis",
        "lib/levensreis/_internal/data.json",
        f"share/applications/{APP_ID}.desktop",
        f"share/mime/packages/{APP_ID}.xml",
        f"share/metainfo/{APP_ID}.metainfo.xml",
        f"share/icons/hicolor/16x16/apps/{APP_ID}.png",
        "share/man/man1/levensreis.1.gz",
        "share/man/nl/man1/levensreis.1.gz",
        "share/bash-completion/completions/levensreis",
        "share/doc/levensreis/copyright",
        "share/doc/levensreis/changelog.Debian.gz",
        "share/lintian/overrides/levensreis",
    }
    assert expected <= {str(path.relative_to(inside / "usr")) for path in inside.rglob("usr/**/*")}
    assert (inside / "usr/bin/levensreis").readlink() == Path("../lib/levensreis/levensreis")
    assert sorted(os.listdir(inside / "DEBIAN")) == ["control", "md5sums"]


def test_a_library_that_debian_has_is_a_dependency_and_no_copy(package, inside):
    libraries = inside / "usr/lib/levensreis/_internal"
    assert not (libraries / LIBRARY).exists()
    assert (libraries / "wheel.libs" / "libz-0a1b2c3d.so.1").exists()
    needs = {one.split()[0] for one in field(package, "Depends").split(", ")}
    assert {"libc6", "libegl1"} <= needs


def test_of_a_library_that_is_not_in_it_the_program_shows_no_licence(tree, inside):
    assert len(list((tree / deb.TOLD).iterdir())) == 2
    assert [file.name for file in (inside / "usr/lib/levensreis" / deb.TOLD).iterdir()] == ["pyinstaller.json"]


def test_a_library_of_another_make_under_the_name_of_debians_stays(tree, icons, tmp_path):
    ours = tmp_path / "frozen"
    shutil.copytree(tree, ours)
    shutil.copy("/bin/true", ours / "_internal" / LIBRARY)
    assert [path.name for path in shared_libraries.of_the_system(tree)] == [LIBRARY]
    assert shared_libraries.of_the_system(ours) == []


def test_python_itself_stays_also_where_it_is_that_of_debian(tree, tmp_path, monkeypatch):
    ours = tmp_path / "frozen"
    shutil.copytree(tree, ours)
    shutil.copy(ours / "_internal" / LIBRARY, ours / "_internal" / "libpython3.11.so.1.0")
    inside = ours / "_internal"
    monkeypatch.setattr(shared_libraries, "in_packages", lambda names: {name: inside / name for name in names})
    assert [path.name for path in shared_libraries.of_the_system(ours)] == [LIBRARY]


def test_a_program_of_which_a_library_is_nowhere_is_not_packed(tree, icons, tmp_path, capsys):
    broken = tmp_path / "frozen"
    shutil.copytree(tree, broken)
    content = (broken / "levensreis").read_bytes()
    (broken / "levensreis").write_bytes(content.replace(b"libc.so.6", b"libq.so.6"))
    with pytest.raises(SystemExit):
        deb.build(order(broken, icons, tmp_path / "out"))
    assert "libq.so.6" in capsys.readouterr().err
    assert not list((tmp_path / "out").iterdir())


def test_another_build_has_the_same_bytes_whatever_the_umask_and_the_clock(tree, icons, package, tmp_path, monkeypatch):
    again = tmp_path / "elsewhere"
    shutil.copytree(tree, again)
    for path in again.rglob("*"):
        path.chmod(0o777)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    second = deb.build(order(again, icons, tmp_path / "second", revision="3"))
    assert second.read_bytes() == package.read_bytes()


def test_all_may_read_what_is_in_it_and_only_the_program_runs(package):
    listed = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout.splitlines()
    rows = [line.split() for line in listed]
    assert {row[1] for row in rows} == {"root/root"}
    assert {row[0] for row in rows if row[5].endswith("/")} == {"drwxr-xr-x"}
    running = [row[5] for row in rows if row[0] == "-rwxr-xr-x"]
    assert running == ["./usr/lib/levensreis/levensreis"]
    assert {row[0] for row in rows} == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--", "lrwxrwxrwx"}


def test_the_sums_are_of_the_files_that_are_in_it(inside):
    told = subprocess.run(["md5sum", "-c", "--quiet", "DEBIAN/md5sums"], cwd=inside, check=False, capture_output=True)
    assert (told.returncode, told.stdout) == (0, b"")


def test_a_folder_that_was_not_frozen_says_what_to_do_first(tmp_path, capsys):
    with pytest.raises(SystemExit):
        deb.build(deb.Order(tmp_path / "nothing", tmp_path, "1.0"))
    assert "packaging/dev.py freeze" in capsys.readouterr().err


def test_the_changelog_tells_of_this_version_first(inside, tmp_path):
    told = gzip.decompress((inside / "usr/share/doc/levensreis/changelog.Debian.gz").read_bytes()).decode()
    assert told.startswith(f"levensreis ({building.version()}-3) stable; urgency=medium\n\n  * ")
    assert " -- A <a@b.invalid>  " in told
    if parse := shutil.which("dpkg-parsechangelog"):
        (tmp_path / "changelog").write_text(told, encoding="utf-8")
        done = subprocess.run([parse, "-l", tmp_path / "changelog"], check=True, capture_output=True, text=True)
        assert done.stderr == ""


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("0.1.0", "0.2.0"),
        ("0.2.0a1", "0.2.0b1"),
        ("0.2.0rc1", "0.2.0"),
        ("0.2.0.dev3", "0.2.0a1"),
        ("1.0", "1.0.post1"),
    ],
)
def test_debian_puts_our_versions_in_the_order_of_python(older, newer):
    words = [releases.debian_version(older) + "-1", "lt", releases.debian_version(newer) + "-1"]
    assert subprocess.run(["dpkg", "--compare-versions", *words], check=False).returncode == 0
