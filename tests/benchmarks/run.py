"""Runs the benchmarks that were asked for, each in a process of its own, and prints one table."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.benchmarks.harness import Harness, Row

FOLDER = Path(__file__).parent
EXTRAS = frozenset({"frozen", "poster_peers"})
"""Take minutes, other programs or what was frozen: only run when asked for by their whole names."""


def names() -> list[str]:
    return sorted(file.stem.removeprefix("bench_") for file in FOLDER.glob("bench_*.py"))


def chosen(words: list[str]) -> list[str]:
    """The names that contain one of the words; all without a word."""
    usual = [name for name in names() if name not in EXTRAS]
    found = [name for name in usual if not words or any(word in name for word in words)]
    return [*found, *(name for name in sorted(EXTRAS) if name in words)]


def measure(name: str, harness: Harness) -> list[Row]:
    module = import_module(f"tests.benchmarks.bench_{name}")
    return list(module.measure(harness))


def in_own_process(name: str, harness: Harness) -> list[Row]:
    """The rows of one benchmark; a crash becomes a row that misses."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.json"
        command = [
            sys.executable,
            "-m",
            "tests.benchmarks.run",
            "--rows",
            str(rows),
            "--pairs",
            str(harness.pairs),
            *(["--trial"] if harness.trial else []),
            name,
        ]
        code = subprocess.run(command, check=False).returncode
        if code or not rows.exists():
            return [Row("—", f"{name} ended with {code}", 0, 1, unit="crash")]
        return [Row(**row) for row in json.loads(rows.read_text(encoding="utf-8"))]


def line(name: str, row: Row) -> str:
    verdict = "pass" if row.passes else "MISS"
    measured, goal = (f"{number:,.2f}".rstrip("0").rstrip(".") for number in (row.measured, row.goal))
    note = f"  {row.note}" if row.note else ""
    return f"{row.id:4} {name:12} {row.what:58} {measured:>9} {'≤ ' + goal:>9} {row.unit:8} {verdict}{note}"


def table(wanted: list[str], harness: Harness) -> int:
    """Prints the rows as they come; 1 when one misses its goal."""
    missed = 0
    print(f"{'id':4} {'name':12} {'what':58} {'measured':>9} {'goal':>9} {'unit':8}")
    for name in wanted:
        for row in in_own_process(name, harness):
            missed += not row.passes
            print(line(name, row), flush=True)
    print(f"{missed} missed" if missed else "all pass")
    return 1 if missed else 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="benchmarks whose name contains this")
    parser.add_argument("--list", action="store_true", help="print the names and stop")
    parser.add_argument("--pairs", type=int, default=15, help="pairs of runs per row (15)")
    parser.add_argument("--trial", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    wanted = chosen(given.names)
    unknown = [word for word in given.names if not chosen([word])]
    if unknown:
        parser.error(f"no benchmark has {', '.join(unknown)} in its name; there are: {', '.join(names())}")
    if given.list:
        print(*wanted, sep="\n", end="\n" if wanted else "")
        return 0
    harness = Harness(given.pairs, given.trial)
    if given.rows:
        rows = [row.as_dict() for row in measure(given.names[0], harness)]
        given.rows.write_text(json.dumps(rows), encoding="utf-8")
        return 0
    return table(wanted, harness)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
