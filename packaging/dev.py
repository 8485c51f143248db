"""The task runner: from the first start to the packages that are handed out, on a bare machine with Python and git.

python3 packaging/dev.py run [FILE]          the app with a study; without a screen its poster and gap report
python3 packaging/dev.py test                the ordinary tests, in some minutes
python3 packaging/dev.py test --all          the costly ones too
python3 packaging/dev.py test ARGUMENTS      a choice of all these; arguments go to pytest
python3 packaging/dev.py judge [ARGUMENTS]   programs of others read what we write: mermaid, LibreOffice, Chromium, …
python3 packaging/dev.py lint                style, types, import contracts, catalogue, pages
python3 packaging/dev.py bench [--list] [NAME ...]
python3 packaging/dev.py mutate [--sample N] [--seed S] [MODULE ...]   plants mistakes; tests must notice nine in ten
python3 packaging/dev.py translate           collects the words into each catalogue and compiles it
python3 packaging/dev.py pictures [--check]  the pictures of the README, from the samples
python3 packaging/dev.py pages [--check]     the pages that quote help or code
python3 packaging/dev.py icons               every icon, from our own drawings
python3 packaging/dev.py wheel               dist/levensreis-*.whl, and the source as an archive
python3 packaging/dev.py freeze              dist/levensreis/, a folder that needs no Python
python3 packaging/dev.py deb                 dist/levensreis_*.deb, from that folder
python3 packaging/dev.py portable            an archive of that folder that keeps all it writes beside itself
python3 packaging/dev.py installer           dist/*-setup.exe, from that folder made on Windows
python3 packaging/dev.py flatpak             gathers what the Flatpak manifest needs
python3 packaging/dev.py sbom                dist/levensreis-*.cdx.json, what is in it, and whether its licences may
python3 packaging/dev.py package [ARGUMENTS] builds all of these and tries them; arguments go to pytest

Uses the standard library only. The first run makes .venv from packaging/requirements.lock;
later runs find it ready.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import environment
from environment import BIN, PYTHON, ROOT, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GRACE = 5  # seconds
WORKBENCH = ROOT / ".dev"
EXTENDED = "not long and not judge and not package"
READER_OF_NETWORKS = "igraph==1.0.0"
SAMPLE = WORKBENCH / "Een kind krijgen.levensreis"


def has_screen() -> bool:
    """Whether a window can be seen: anything but a Linux without X11, Wayland or a chosen platform."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def call(*command: object, **variables: str) -> int:
    """Runs a command at the root of the project, in this terminal; gives its exit code."""
    words = [str(word) for word in command]
    with subprocess.Popen(words, cwd=ROOT, env={**os.environ, **variables}) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            end(process)
            raise
    return code if code >= 0 else 128 - code


def end(process: subprocess.Popen[bytes]) -> None:
    """Ctrl+C reached the command as well: it gets some seconds to end well; a second Ctrl+C cuts them short."""
    try:
        process.wait(GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.terminate()
        process.wait()


def levensreis(*arguments: object, **variables: str) -> int:
    return call(PYTHON, "-m", "app.entry", *arguments, **variables)


def run(arguments: list[str]) -> int:
    study = arguments or [str(SAMPLE)]
    if has_screen():
        environment.probe_screen()
    if not arguments and not SAMPLE.exists():
        WORKBENCH.mkdir(exist_ok=True)
        if code := levensreis("new", SAMPLE, "--sample", "child", "--lang", "nl"):
            return code
    return levensreis(*study) if has_screen() else without_screen(study[0])


def without_screen(study: str) -> int:
    """Shows what can be shown without a window: the poster as a file, the gap report as text."""
    WORKBENCH.mkdir(exist_ok=True)
    poster = WORKBENCH / "poster.pdf"
    say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
    say("Instead: the gap report, and the poster as a PDF.\n")
    if code := levensreis("check", study):
        return code
    if code := levensreis("poster", study, "-o", poster, "--paper", "A1"):
        return code
    say(f"\nThe poster: {poster}")
    return 0


def test(arguments: list[str]) -> int:
    """Without a choice on all cores; a choice of tests in one process, where output and debugger are."""
    variables = {} if has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    if not arguments or arguments == ["--all"]:
        marks = ["-m", EXTENDED] if arguments else []
        return call(PYTHON, "-m", "pytest", *marks, "-n", "auto", "--dist", "worksteal", **variables)
    marks = [] if "-m" in arguments else ["-m", EXTENDED]
    return call(PYTHON, "-m", "pytest", *marks, *arguments, **variables)


def judge(arguments: list[str]) -> int:
    """Installs the judges that npm and PyPI have, where they can be had; a test without its judge skips."""
    folder, beside = ROOT / "tests" / "judges", WORKBENCH / "judges"
    if not beside.exists() and call(PYTHON, "-m", "pip", "install", "-q", "--target", beside, READER_OF_NETWORKS):
        say("The second reader of GraphML could not be had, so it cannot judge.")
    npm = shutil.which("npm")
    if npm is None:
        say("There is no npm here, so mermaid and axe-core cannot judge.")
    elif not (folder / "node_modules").exists() and (code := call(npm, "ci", "--prefix", folder)):
        return code
    return call(PYTHON, "-m", "pytest", "tests/judges", "-m", "judge", *arguments, PYTHONPATH=str(beside))


def lint(_arguments: list[str]) -> int:
    """Runs every check, also after one failed, and names the ones that did."""
    checks: dict[str, list[str | Path]] = {
        "ruff check": [BIN / "ruff", "check", "."],
        "ruff format": [BIN / "ruff", "format", "--check", "."],
        "mypy": [BIN / "mypy"],
        "import contracts": [BIN / "lint-imports"],
        "catalogue": [PYTHON, "packaging/translate.py", "check"],
        "pages": [PYTHON, "packaging/make_pages.py", "--check"],
    }
    failed = []
    for name, command in checks.items():
        say(f"— {name}")
        if call(*command):
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    variables = {} if os.environ.get("QT_QPA_PLATFORM") else {"QT_QPA_PLATFORM": "offscreen"}
    return call(PYTHON, "-m", "tests.benchmarks.run", *arguments, **variables)


def mutate(arguments: list[str]) -> int:
    return call(PYTHON, "-m", "tests.mutation.run", *arguments, QT_QPA_PLATFORM="offscreen")


def translate(_arguments: list[str]) -> int:
    return call(PYTHON, "packaging/translate.py", "update")


def script(name: str) -> Callable[[list[str]], int]:
    """A task that has a file of its own beside this one."""
    return lambda arguments: call(PYTHON, ROOT / "packaging" / f"{name}.py", *arguments)


def package(arguments: list[str]) -> int:
    """All of them, or the files that are named."""
    files = [] if any("tests/" in word for word in arguments) else ["tests/installing"]
    return call(PYTHON, "-m", "pytest", "-m", "package", *files, *arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "judge": judge,
    "lint": lint,
    "bench": bench,
    "mutate": mutate,
    "translate": translate,
    "pictures": script("make_pictures"),
    "pages": script("make_pages"),
    "icons": script("make_icons"),
    "wheel": script("make_wheel"),
    "freeze": script("freeze"),
    "deb": script("deb"),
    "portable": script("portable"),
    "installer": script("installer"),
    "flatpak": script("flatpak"),
    "sbom": script("sbom"),
    "package": package,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="TASK")
    if not arguments or arguments[0] in {"-h", "--help"}:
        parser.print_help()
        return 0 if arguments else 2
    command = parser.parse_args(arguments[:1]).command
    environment.prepare()
    return COMMANDS[command](arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        sys.exit(130)
