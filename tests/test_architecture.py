"""Who imports whom: the contracts of pyproject.toml, and what a fresh interpreter has loaded when."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QT = {"PySide6", "shiboken6"}
HEAVY = {"networkx", "sqlalchemy", "reportlab", "pydantic", "pypdfium2", "pyphen", "alembic", "pptx", "PIL"}


def fresh(code: str, *arguments: object) -> set[str]:
    """The top-level modules that are loaded in a new interpreter after this code."""
    report = "\nimport json, sys; print('\\n' + json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"
    command = [sys.executable, "-c", code + report, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def there(*modules: str) -> pytest.MarkDecorator:
    """Skips a test as long as one of these modules has not been written."""
    missing = [name for name in modules if not find_spec(name)]
    return pytest.mark.skipif(bool(missing), reason=f"not written yet: {missing}")


def test_all_imports_keep_the_contracts():
    code = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[done.stdout.find("Contracts") :] + done.stderr


@there("app.entry", "journeys.cli")
def test_the_command_line_loads_no_qt(tmp_path):
    study = tmp_path / "study.levensreis"
    command = "import sys\nfrom app.entry import main\ncode = main(sys.argv[1:])\nassert not code, code"
    assert not fresh(command, "new", study, "--life-event", "child") & QT
    assert not fresh(command, "info", study) & QT
    assert not fresh(command, "check", study, "--json") & QT
    assert not fresh(command, "poster", study, "-o", tmp_path / "poster.pdf", "--paper", "A3") & QT


@there("app.entry")
def test_the_entry_imports_neither_qt_nor_a_heavy_library():
    assert not fresh("import app.entry") & (QT | HEAVY)


@there("journeys.cli")
def test_importing_the_command_line_pulls_in_no_heavy_library():
    assert not fresh("import journeys.cli") & (QT | HEAVY)


@there("app.main")
def test_importing_the_window_pulls_in_no_heavy_library():
    assert not fresh("import app.main") & HEAVY


@pytest.mark.parametrize("package", ["model", "edits", "session", "analysis", "store", "layout", "poster", "exchange"])
def test_a_part_without_qt_loads_without_heavy_libraries(package):
    if not find_spec(f"journeys.{package}"):
        pytest.skip("not written yet")
    assert not fresh(f"import journeys.{package}") & (QT | HEAVY)
