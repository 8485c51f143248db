"""The package on a bare Debian: what a user of it does there, from installing to removing, with nothing else around."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import building
import pytest

from journeys.identity import APP_ID, MIME_TYPE

ROOT = Path(__file__).parents[2]
BASES = ROOT / ".dev" / "debian"
TOOLS = ("debootstrap", "unshare", "dpkg-shlibdeps")
DESKTOP = ("desktop-file-utils", "hicolor-icon-theme", "shared-mime-info", "xdg-utils", "libglib2.0-bin", "appstream")
"""What the desktops of Debian have, and a bare system has not."""
ENTER = """
mount -t proc proc "$1/proc"
mkdir -p /tmp/.X11-unix "$1/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
place=$1 user=$2; shift 2
exec chroot --userspec="$user" "$place" /usr/bin/env -i "$@"
"""
"""In mounts and among processes of its own, which go when the command ends."""

pytestmark = [
    pytest.mark.package,
    pytest.mark.thorough,
    pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}"),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes a system"),
    pytest.mark.timeout(3800),
]


class Machine(NamedTuple):
    """A Debian in a folder."""

    place: Path

    def enter(self, *words: object, user: str = "inge", **variables: str) -> list[str]:
        """The command that runs a command there, as somebody with nothing in the environment."""
        home = "/root" if user == "root" else f"/home/{user}"
        usual = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", **variables}
        given = [f"{name}={value}" for name, value in usual.items()]
        into = [
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "sh",
            "-ec",
            ENTER,
            "sh",
            str(self.place),
            user,
        ]
        return [*into, *given, "sh", "-c", 'cd "$HOME"; exec "$@"', "sh", *(str(word) for word in words)]

    def run(self, *words: object, code: int = 0, **given: str) -> str:
        done = subprocess.run(self.enter(*words, **given), check=False, capture_output=True, text=True, timeout=900)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def apt(self, *words: object) -> str:
        options = ("-q", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0")
        return self.run("apt-get", *options, *words, user="root", DEBIAN_FRONTEND="noninteractive")


@pytest.fixture(scope="module")
def package() -> Path:
    """The package that is handed out, of this source."""
    subprocess.run([sys.executable, ROOT / "packaging" / "freeze.py", "--if-needed"], check=True, timeout=1800)
    subprocess.run([sys.executable, ROOT / "packaging" / "deb.py"], check=True, timeout=1800)
    return max((ROOT / "dist").glob("levensreis_*.deb"), key=lambda path: path.stat().st_mtime)


@pytest.fixture(scope="module")
def bare() -> Path:
    """The least Debian there is; made once and kept, as it takes a minute and a network."""
    name = platform.freedesktop_os_release().get("VERSION_CODENAME", "stable")
    place = BASES / name
    with building.alone("debian"):
        if not place.exists():
            make(place, name)
    return place


def make(place: Path, name: str) -> None:
    """Whole or not at all: a try that was cut short is thrown away."""
    made = place.with_name(f".{name}.new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    command = ["debootstrap", "--variant=minbase", name, made]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(made, ignore_errors=True)
        pytest.skip(f"no Debian could be had here: {done.stdout[-300:]}{done.stderr[-300:]}")
    made.rename(place)


@pytest.fixture(scope="module")
def machine(bare, package, tmp_path_factory) -> Machine:
    """A bare Debian on which the package was installed, with nothing but what it depends on."""
    machine = Machine(tmp_path_factory.mktemp("debian") / "system")
    subprocess.run(["cp", "-a", "--reflink=auto", bare, machine.place], check=True)
    shutil.copy("/etc/resolv.conf", machine.place / "etc" / "resolv.conf")
    machine.run("useradd", "--create-home", "inge", user="root")
    shutil.copy(package, machine.place / "srv" / "levensreis.deb")
    machine.apt("update")
    machine.apt("install", "/srv/levensreis.deb")
    yield machine
    shutil.rmtree(machine.place, ignore_errors=True)


@pytest.fixture(scope="module")
def desktop(machine) -> Machine:
    """The same, with what desktops have on top."""
    machine.apt("install", *DESKTOP)
    return machine


@pytest.fixture
def study(machine) -> str:
    """A name that is not easy, and a copy of it that has none."""
    name = "Een kind krijgen & méér (1).levensreis"
    machine.run("rm", "-f", name, "zonder")
    machine.run("levensreis", "new", name, "--sample", "child", "--lang", "nl")
    machine.run("cp", name, "zonder")
    return name


@pytest.fixture
def screen():
    """The number of a screen that nobody sees."""
    if shutil.which("Xvfb") is None or shutil.which("xwininfo") is None:
        pytest.skip("needs Xvfb and xwininfo")
    reading, writing = os.pipe()
    size = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *size], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(20)


def windows(screen: str, wanted: str) -> list[str]:
    """Titles of our windows on a screen, as soon as one has these words in it."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    titles: list[str] = []
    until = time.monotonic() + 90
    while time.monotonic() < until:
        command = ["xwininfo", "-display", screen, "-root", "-tree"]
        told = subprocess.run(command, env=environment, check=False, capture_output=True, text=True).stdout
        titles = re.findall(r'0x\w+ "(.+)": \("levensreis" "levensreis"\)', told)
        if any(wanted in title for title in titles):
            return titles
        time.sleep(0.5)
    raise AssertionError(f"no window with {wanted!r}: {titles}")


def test_every_part_works_with_what_the_package_depends_on(machine):
    assert "Self-test passed" in machine.run("levensreis", "selftest", "--lang", "en")


def test_lintian_finds_nothing_that_was_not_judged(package):
    if shutil.which("lintian") is None:
        pytest.skip("there is no lintian here")
    done = subprocess.run(
        ["lintian", "--fail-on", "error,warning", package], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_desktop_has_the_entry_the_type_and_the_icons(desktop):
    assert "nl.levensreis.levensreis" in desktop.run("appstreamcli", "validate-tree", "--no-net", "/")
    desktop.run("desktop-file-validate", f"/usr/share/applications/{APP_ID}.desktop")
    assert f"{APP_ID}.desktop" in desktop.run("gio", "mime", MIME_TYPE)
    themes = desktop.place / "usr/share/icons/hicolor"
    for side in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        assert (themes / f"{side}x{side}/apps/{APP_ID}.png").is_file()
        assert (themes / f"{side}x{side}/mimetypes/{MIME_TYPE.replace('/', '-')}.png").is_file()


def test_a_study_is_known_with_and_without_its_suffix(desktop, study):
    for name in (study, "zonder"):
        told = desktop.run("gio", "info", "-a", "standard::content-type,standard::icon", name)
        assert MIME_TYPE in told
        assert MIME_TYPE.replace("/", "-") in told


@pytest.mark.parametrize("name", ["Een kind krijgen & méér (1).levensreis", "zonder"])
def test_the_file_manager_opens_a_study_in_its_window(desktop, study, screen, name):
    words = ("sh", "-c", 'xdg-open "$1"; sleep 120', "sh", name)
    command = desktop.enter(*words, DISPLAY=screen, XDG_CURRENT_DESKTOP="GNOME", LEVENSREIS_LANG="nl")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as opened:
        try:
            assert windows(screen, f"Een kind krijgen — {name}")
        finally:
            opened.kill()  # with it goes all that runs there; it is deaf to a polite end


def test_an_upgrade_replaces_all_and_removal_leaves_only_what_the_user_made(desktop, study, package, tmp_path):
    place = tmp_path / "newer"
    subprocess.run(["dpkg-deb", "-R", package, place], check=True)
    control = place / "DEBIAN" / "control"
    control.write_text(control.read_text(encoding="utf-8").replace("-1\n", "-2\n", 1), encoding="utf-8")
    (place / "usr/lib/levensreis/_internal/base_library.zip").rename(place / "usr/lib/levensreis/moved")
    subprocess.run(["dpkg-deb", "-b", "-Zgzip", "-z1", place, desktop.place / "srv" / "newer.deb"], check=True)
    desktop.apt("install", "/srv/newer.deb")
    assert (desktop.place / "usr/lib/levensreis/moved").exists()
    assert not (desktop.place / "usr/lib/levensreis/_internal/base_library.zip").exists()
    desktop.apt("install", "--allow-downgrades", "/srv/levensreis.deb")
    desktop.run("levensreis", "verify", study)
    desktop.apt("purge", "levensreis")
    everywhere = (path.relative_to(desktop.place) for path in desktop.place.rglob("*levensreis*"))
    of_users = ("home", "tmp")  # in the second lies what the window that was killed had opened for others
    assert [str(path) for path in everywhere if path.parts[0] not in of_users] == ["srv/levensreis.deb"]
    for cache in ("applications/mimeinfo.cache", "mime/globs2", "mime/magic", "mime/mime.cache"):
        assert b"levensreis" not in (desktop.place / "usr/share" / cache).read_bytes()
    assert (desktop.place / "home/inge" / study).is_file()
