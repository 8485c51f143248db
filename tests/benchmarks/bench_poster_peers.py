"""The same 300 steps on A0 as a PDF, by us and by Graphviz, matplotlib and Mermaid in Chromium: whole processes.

Only run when asked for by its whole name. What is not on the path is named by a variable: CHROMIUM,
MERMAID_JS (mermaid.min.js), MATPLOTLIB_PYTHON (a Python that has matplotlib); without a tool its row is skipped.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import peers
from tests.benchmarks.harness import PYTHON, Row, cpu_seconds
from tests.journeys import studies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.benchmarks.harness import Harness

STEPS = 300
PATIENCE = 180  # seconds
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OURS = (
    "import sys; from pathlib import Path; from journeys import poster; from tests.journeys import studies;"
    "poster.write(studies.study(int(sys.argv[2])), Path(sys.argv[1]), poster.Request(paper='A0', language='nl'))"
)


class MissingError(Exception):
    """A tool is not here."""


def measure(harness: Harness) -> Iterable[Row]:
    steps = harness.steps(STEPS)
    found = peers.data(studies.study(steps))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = _ours(folder, steps)
        for who, (goal, prepared) in PEERS.items():
            what = f"our poster of {STEPS} steps against {who}"
            try:
                theirs = prepared(folder, found)
            except MissingError as missing:
                yield Row("P1", what, goal, 0, unit="skipped", note=str(missing))
                continue
            times = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(max(1, harness.pairs // 5))]
            own, other = (statistics.median(some) for some in zip(*times, strict=True))
            note = f"{own:.1f} against {other:.1f} cpu s, {_size(folder, 'ours')} against {_size(folder, who)}"
            yield Row("P1", what, goal, own / other, note=note)


def _size(folder: Path, who: str) -> str:
    return f"{(folder / f'{who}.pdf').stat().st_size / 1e6:.2f} MB"


def _ours(folder: Path, steps: int) -> Callable[[], None]:
    return lambda: _run([PYTHON, "-c", OURS, folder / "ours.pdf", steps])


def _graphviz(folder: Path, found: dict) -> Callable[[], None]:
    source = folder / "steps.dot"
    source.write_text(peers.graphviz(found), encoding="utf-8")
    dot = _tool("dot", "")
    return lambda: _run([dot, "-Tpdf", "-o", folder / "Graphviz.pdf", source])


def _matplotlib(folder: Path, found: dict) -> Callable[[], None]:
    source = folder / "steps.json"
    source.write_text(peers.as_json(found), encoding="utf-8")
    python = os.environ.get("MATPLOTLIB_PYTHON", sys.executable)
    if subprocess.run([python, "-c", "import matplotlib"], check=False, capture_output=True).returncode:
        raise MissingError("no matplotlib: set MATPLOTLIB_PYTHON")
    script = Path(__file__).with_name("peer_matplotlib.py")
    return lambda: _run([python, script, source, folder / "matplotlib.pdf"])


def _mermaid(folder: Path, found: dict) -> Callable[[], None]:
    script = os.environ.get("MERMAID_JS", "")
    page = folder / "steps.html"
    page.write_text(peers.mermaid_page(found, Path(script).read_text("utf-8") if script else ""), encoding="utf-8")
    browser = _tool(*BROWSERS, "CHROMIUM")
    if not script:
        raise MissingError("no Mermaid: set MERMAID_JS")
    # It shows nothing but this page of our own, and root may only run it so. Its helpers' time is not all counted.
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    to = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'Mermaid in Chromium.pdf'}")
    return lambda: _run([browser, *flags, *to, "--virtual-time-budget=60000", page.as_uri()])


def _run(command: list[object]) -> None:
    """As `run_process`, but nothing waits for ever."""
    done = subprocess.run([str(word) for word in command], check=False, capture_output=True, timeout=PATIENCE)
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]!r}")


# Graphviz, in C, breaks no lines and knows no lanes, curve, findings or structure for a screen reader.
PEERS: dict[str, tuple[float, Callable[[Path, dict], Callable[[], None]]]] = {
    "Graphviz": (10.0, _graphviz),
    "matplotlib": (1.0, _matplotlib),
    "Mermaid in Chromium": (1.0, _mermaid),
}


def _tool(*names: str) -> str:
    """The first of these on the path, or what the variable with the last name says."""
    *wanted, variable = names
    found = os.environ.get(variable) or next(filter(None, map(shutil.which, wanted)), None)
    if not found:
        raise MissingError(f"no {wanted[0]}")
    return found
