"""What lies in the tree: nothing of one machine, nothing odd at the root, nothing that hides a library."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AT_THE_ROOT = {"app", "journeys", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}
# Written in halves, so that this file does not find itself.
FOREIGN = [
    rf"/wo{''}rk/",
    rf"/ro{''}ot/",
    rf"\.lib{''}rary",
    rf"\bfa{''}rm-",
    rf"py{''}pi\.org",
    rf"python{''}hosted",
    rf"npm{''}js\.(org|com)",
    rf"deb{''}ian\.org",
]
NOT_TEXT = {".png", ".pdf", ".ttf", ".mo", ".levensreis", ".ico", ".icns", ".gz", ".zip"}


def files_of_the_project() -> list[Path]:
    """The files git would commit; without git, all but the folders that .gitignore names."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        paths = [ROOT / name for name in listed.split("\0") if name]
    else:
        hidden = {".git", ".venv", ".dev", ".hypothesis", "dist", "build", "__pycache__"}
        paths = [p for p in ROOT.rglob("*") if not hidden & set(p.relative_to(ROOT).parts)]
    return [path for path in paths if path.is_file() and not re.search(r"/\.\w+_cache/", path.as_posix())]


def foreign_lines(text: str) -> list[str]:
    pattern = re.compile("|".join(FOREIGN))
    return [line.strip() for line in text.splitlines() if pattern.search(line)]


def test_no_file_names_a_machine_or_a_registry():
    found = {}
    for file in files_of_the_project():
        if file.suffix not in NOT_TEXT:
            lines = foreign_lines(file.read_bytes().decode("utf-8", "replace"))
            if lines:
                found[file.relative_to(ROOT).as_posix()] = lines[:3]
    assert found == {}


@pytest.mark.parametrize("path", ["/wo" + "rk/main", "cd /ro" + "ot/x", "https://py" + "pi.org/simple"])
def test_a_path_of_a_machine_is_found(path):
    assert foreign_lines(f"fine\nsee {path}/x") == [f"see {path}/x"]


def test_only_the_fixed_names_lie_at_the_root():
    names = {file.relative_to(ROOT).parts[0] for file in files_of_the_project()}
    assert {name for name in names if not name.startswith(".")} <= AT_THE_ROOT


def test_the_packaging_folder_hides_no_library():
    assert not list(ROOT.joinpath("packaging").rglob("__init__.py"))


def test_the_lock_holds_plain_versions_with_hashes_and_no_addresses():
    lock = ROOT.joinpath("packaging/requirements.lock").read_text(encoding="utf-8")
    entries = lock.replace("\\\n", " ").splitlines()
    plain = re.compile(r"[a-z0-9._-]+==[\w.]+( ; [^@]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries if not plain.fullmatch(entry.strip())] == []


@pytest.mark.parametrize("name", ["hatchling", "editables", "pyside6-essentials", "ruff", "pytest", "hypothesis"])
def test_the_lock_holds_what_an_editable_install_and_the_tests_need(name):
    lock = ROOT.joinpath("packaging/requirements.lock").read_text(encoding="utf-8")
    assert re.search(rf"^{name}==", lock, re.MULTILINE)


def test_the_page_about_the_window_says_where_each_module_lies():
    page = (ROOT / "app" / "README.md").read_text("utf-8")
    rows = page.partition("## Where what lies")[2].partition("\n## ")[0]
    lying = {path.stem for path in (ROOT / "app").glob("*.py")} - {"__init__"}
    lying |= {f"{path.parent.name}/" for path in (ROOT / "app").glob("*/__init__.py")}
    assert sorted(re.findall(r"`(\w+/?)`", rows)) == sorted(lying)
