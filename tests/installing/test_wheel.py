"""The wheel and the source archive: the same bytes from the same source, all that the program needs, nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import environment
import make_wheel
import pytest

ROOT = Path(__file__).parents[2]

PYTHON = Path(sys.executable)
FOLDERS = ("app", "journeys", "resources")
FILES = ("pyproject.toml", "README.md", "LICENSE", ".gitignore")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")
VERSIONS = ("3.12", "3.13", "3.14")
HOME = os.path.expanduser("~")  # noqa: PTH111 - a word for the surroundings; tests get another one later


def another_python(version: str) -> str:
    """Where a Python of this version is: on the path, or with pyenv, whose stand-ins there give only the usual one."""
    home = {} if os.name == "nt" else {"HOME": HOME}
    pyenvs = Path(os.environ.get("PYENV_ROOT", Path(HOME, ".pyenv")), "versions").glob(f"{version}.*/bin/python")
    for found in filter(None, (shutil.which(f"python{version}"), *map(str, sorted(pyenvs)))):
        command = [found, "-c", "import ensurepip, venv, sys; print(sys.executable)"]
        told = subprocess.run(command, env={**os.environ, **home}, check=False, capture_output=True, text=True)
        if told.returncode == 0:
            return told.stdout.strip()
    pytest.skip(f"no Python {version} that can make an environment, neither on the path nor with pyenv")


def copy(place: Path) -> Path:
    """The source as it is, in another folder."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, place / name, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy(ROOT / name, place / name)
    return place


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> dict[str, Path]:
    """Wheel and source archive, as packaging/dev.py makes them."""
    source = copy(tmp_path_factory.mktemp("built") / "source")
    made = make_wheel.build(source / "dist", root=source, python=PYTHON)
    return {path.suffix: path for path in made}


@pytest.fixture(scope="module")
def wheel(built) -> Path:
    return built[".whl"]


def names(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.package
def test_two_builds_have_the_same_bytes_wherever_whoever_and_whenever(built, tmp_path, monkeypatch):
    """Another folder, a checkout with a history, another umask, clock, time zone, language and variables."""
    source = copy(tmp_path / "een andere – map")
    for path in [*source.rglob("*"), source]:
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o700 if path.is_dir() else 0o600)
    subprocess.run(["git", "init", "-q", source], check=True)
    for name, value in {"TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1234567890",
                        "PYTHONHASHSEED": "77", "COLUMNS": "40"}.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    before = os.umask(0o077)
    try:
        again = make_wheel.build(tmp_path / "out", root=source, python=PYTHON)
    finally:
        os.umask(before)
    assert {path.suffix: path.read_bytes() for path in again} == {end: path.read_bytes() for end, path in built.items()}


@pytest.mark.package
def test_the_wheel_that_is_made_of_the_source_archive_is_the_same(built, wheel, tmp_path):
    with tarfile.open(built[".gz"]) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 of Debian 12 has none
        archive.extractall(tmp_path)  # noqa: S202 – this test made it
    source = next(path for path in tmp_path.iterdir() if path.is_dir())
    again = make_wheel.build(tmp_path / "out", "wheel", root=source, python=PYTHON)
    assert again[0].read_bytes() == wheel.read_bytes()


@pytest.mark.package
def test_the_wheel_holds_what_git_knows_and_nothing_else(wheel):
    asked = ["git", "ls-files", "-co", "--exclude-standard", "--", *FOLDERS]
    told = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True)
    if told.returncode:
        pytest.skip("no history here")
    lines = [line for line in told.stdout.splitlines() if (ROOT / line).is_file() and not line.endswith("/README.md")]
    known = {line.replace("resources/", "journeys/_resources/", 1) for line in lines}
    assert {name for name in names(wheel) if ".dist-info/" not in name} == known


@pytest.mark.package
def test_nothing_in_the_wheel_tells_of_the_computer_on_which_it_was_made(wheel):
    held = zipfile.ZipFile(wheel)
    for info in held.infolist():
        assert info.date_time == (2020, 2, 2, 0, 0, 0)
        assert oct(info.external_attr >> 16) in ("0o100644", "0o644"), info.filename
        assert str(ROOT).encode() not in held.read(info), info.filename


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel; the libraries are those of the development environment, to save the network."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    python = place / environment.BIN.name / environment.PYTHON.name
    there = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    Path(there, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel], check=True)
    return python.parent


def outside(command: list[object], home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs it far from the repository, for somebody without any settings and without a screen."""
    kept = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    kept |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=home, env=kept | variables, check=False, capture_output=True, text=True, timeout=900
    )


@pytest.mark.package
@pytest.mark.timeout(1200)
def test_the_self_test_passes_far_from_the_repository(installed, tmp_path):
    done = outside([installed / "levensreis", "selftest", "--lang", "en"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "· installed\n" in done.stdout
    assert "Self-test passed" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == []  # it leaves nothing behind


@pytest.mark.package
def test_both_entry_points_are_there(installed, tmp_path):
    for name in ("levensreis", "levensreis-gui"):
        assert outside([installed / name, "--version"], tmp_path).stdout.startswith("levensreis ")


@pytest.mark.package
def test_a_data_file_that_was_changed_or_lost_is_named_by_the_self_test(installed, tmp_path):
    there = next(installed.parent.rglob("journeys/_resources"))
    whole = (there / "gists.json").read_bytes()
    try:
        (there / "gists.json").write_bytes(whole + b" ")
        changed = outside([installed / "levensreis", "selftest", "--lang", "en"], tmp_path)
        (there / "gists.json").unlink()
        lost = outside([installed / "levensreis", "selftest", "--lang", "nl"], tmp_path)
    finally:
        (there / "gists.json").write_bytes(whole)
    assert (changed.returncode, lost.returncode) == (1, 1)
    assert "journeys/_resources/gists.json is not as it was handed out" in changed.stderr
    assert "gists.json ontbreekt" in lost.stderr


def constraints(folder: Path) -> Path:
    """The versions of the lock, in the form that installers take beside a wheel."""
    file = folder / "versions.txt"
    lines = (line.split(" ")[0] for line in environment.LOCK.read_text(encoding="utf-8").splitlines())
    file.write_text("\n".join(line for line in lines if "==" in line) + "\n", encoding="utf-8")
    return file


def of_the_network() -> dict[str, str]:
    """What an installer needs to be told here to reach packages."""
    return {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_", "SSL_", "HTTP"))}


@pytest.mark.package
@pytest.mark.thorough
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("tool", ["pipx", "uv"])
def test_the_installers_for_programs_make_it_a_command_and_take_it_away_again(wheel, tmp_path, tool):
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"no {tool} here")
    fixed, with_scripts = constraints(tmp_path), f"{wheel}[scripts]"
    if tool == "pipx":
        install = [found, "install", with_scripts, f"--pip-args=--constraint {fixed}"]
        remove = [found, "uninstall", "levensreis"]
    else:
        install = [found, "tool", "install", with_scripts, "--constraints", fixed, "--python", sys.executable]
        remove = [found, "tool", "uninstall", "levensreis"]
    home = tmp_path / "home"
    home.mkdir()
    done = outside(install, home, **of_the_network())
    assert done.returncode == 0, done.stderr
    commands = home / ".local" / "bin"
    assert {path.name for path in commands.iterdir()} == {"levensreis", "levensreis-gui"}
    tried = outside([commands / "levensreis", "selftest"], home)
    assert tried.returncode == 0, tried.stderr
    assert outside(remove, home, **of_the_network()).returncode == 0
    assert list(commands.iterdir()) == []


@pytest.mark.package
@pytest.mark.thorough
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("version", VERSIONS)
def test_it_installs_and_passes_on_every_python_that_it_promises(wheel, tmp_path, version):
    venv, home = tmp_path / "venv", tmp_path / "home"
    home.mkdir()
    assert outside([another_python(version), "-m", "venv", venv], home).returncode == 0
    python = venv / environment.BIN.name / environment.PYTHON.name
    done = outside([python, "-m", "pip", "install", "-q", wheel], home, **of_the_network())
    assert done.returncode == 0, done.stderr
    tried = outside([python.parent / "levensreis", "selftest"], home)
    assert tried.returncode == 0, tried.stderr


@pytest.mark.package
@pytest.mark.thorough
@pytest.mark.timeout(1800)
def test_the_lowest_versions_that_are_promised_do(wheel, tmp_path):
    """Whoever has older libraries within the ranges of pyproject.toml gets a program that works."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("no uv here")
    venv, home = tmp_path / "venv", tmp_path / "home"
    home.mkdir()
    network = of_the_network()
    assert outside([uv, "venv", "-p", sys.executable, venv], home, **network).returncode == 0
    python = venv / environment.BIN.name / environment.PYTHON.name
    lowest = [uv, "pip", "install", "-p", python, "--resolution", "lowest-direct", f"{wheel}[scripts]"]
    done = outside(lowest, home, **network)
    assert done.returncode == 0, done.stderr
    tried = outside([python.parent / "levensreis", "selftest"], home)
    assert tried.returncode == 0, tried.stderr
