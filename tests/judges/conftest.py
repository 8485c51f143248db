"""Programs of others that judge what we write; a test skips, with a reason, where its judge is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PATIENCE = 240
"""Seconds that a judge may take."""


def pytest_collection_modifyitems(items):
    """Everything here needs another program, so it runs only when it is asked for."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.judge)


def found(*names):
    """The path of the first of these programs, or skip."""
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip(f"no {names[0]} here: install it and run again")
    return path


@pytest.fixture
def node():
    """Runs a script of this folder with Node: `node("mermaid.mjs", *words, stdin=bytes)` gives what it printed."""
    program = found("node", "nodejs")
    if not (HERE / "node_modules").exists():
        pytest.skip("no npm packages here: packaging/dev.py judge installs them")

    def run(script, *words, stdin=b""):
        told = subprocess.run(
            [program, HERE / script, *map(str, words)], input=stdin, capture_output=True, timeout=PATIENCE, check=False
        )
        assert told.returncode == 0, told.stderr.decode(errors="replace")[-4000:]
        return told.stdout

    return run


@pytest.fixture
def soffice(tmp_path):
    """Converts with LibreOffice, as `soffice(path, "pdf")`: gives the path of what it made."""
    program = found("soffice", "libreoffice")

    def convert(path, to):
        out = tmp_path / f"libreoffice-{path.stem}-{to.partition(':')[0]}"
        out.mkdir(exist_ok=True)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        words = [program, profile, "--headless", "--convert-to", to, "--outdir", out, path]
        told = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False)
        made = out / f"{path.stem}.{to.partition(':')[0]}"
        assert made.exists(), (told.stdout + told.stderr).decode(errors="replace")[-2000:]
        return made

    return convert


@pytest.fixture
def chromium():
    """The path of Chromium or Chrome."""
    return found("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
def arial():
    """Letters as wide as Arial's, in which draw.io writes: with others the words break elsewhere."""
    program = shutil.which("fc-match")
    if program is None:
        return  # Windows and macOS have Arial itself
    told = subprocess.run([program, "Arial"], capture_output=True, text=True, timeout=PATIENCE, check=True).stdout
    if not any(name in told for name in ("Arial", "Liberation Sans", "Arimo")):
        pytest.skip("no letters as wide as Arial's here: install fonts-liberation and run again")


@pytest.fixture
def pdf_pages(tmp_path):
    """The pages of a PDF as PNG files, through poppler: `pdf_pages(path, dpi=60)`."""
    program = found("pdftoppm")

    def pages(path, dpi=60):
        out = tmp_path / f"pages-{path.stem}"
        out.mkdir(exist_ok=True)
        subprocess.run([program, "-png", "-r", str(dpi), path, out / "p"], check=True, timeout=PATIENCE)
        return sorted(out.glob("*.png"))

    return pages
