"""Plants mutants one by one and runs the tests that reach them: python -m tests.mutation.run --help."""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from tests.mutation import reached
from tests.mutation.equivalent import EQUIVALENT
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.planting import CannotPlantError, plant
from tests.mutation.reached import Reached

ROOT: Final = Path(__file__).parents[2]
MODULES: Final = ("journeys/edits", "journeys/session.py", "journeys/store", "journeys/text.py")
TESTS: Final = (
    "tests/journeys/edits", "tests/journeys/store", "tests/journeys/exchange", "tests/journeys/model",
    "tests/journeys/test_text.py", "tests/journeys/test_cli_merge.py", "tests/journeys/test_cli_snapshots.py",
    "tests/journeys/test_cli_studies.py", "tests/hostile", "tests/crash/test_held.py",
)  # fmt: skip
"""Those that run in this very process: what a fresh interpreter runs, a mutant is not in."""
LEFT_OUT: Final = (
    "--ignore=tests/journeys/store/test_any_session.py", "--ignore=tests/hostile/test_huge.py",
    "--ignore=tests/hostile/test_pictures.py",
)  # fmt: skip
"""What takes long, and what this process should not do."""
FEW: Final = 4
SURVIVED, KILLED, NO_PLACE = 0, 1, 2
VERDICTS: Final = {SURVIVED: "SURVIVED", KILLED: "killed", NO_PLACE: "no place"}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="mutate", description=__doc__)
    parser.add_argument("modules", nargs="*", default=MODULES, metavar="MODULE", help="file or folder")
    parser.add_argument("--sample", type=int, default=100, help="how many mutants; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="how many at once")
    parser.add_argument("--budget", type=float, default=40, help="seconds of tests per mutant")
    parser.add_argument("--longest", type=float, default=10, help="seconds that a test may take to be of use")
    parser.add_argument("--floor", type=float, default=90, help="per cent that must be noticed")
    parser.add_argument("--kept", type=Path, help="a file for what the tests reach, used when it is there")
    parser.add_argument("--tests", nargs="*", default=TESTS)
    chosen = parser.parse_args(arguments)
    os.chdir(ROOT)
    loop = Loop(chosen)
    pytest.main(["-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", *LEFT_OUT, *chosen.tests], plugins=[loop])
    return loop.code


def sources(modules: list[str]) -> list[str]:
    """The files of Python among these, and in these folders."""
    found = (sorted((ROOT / one).rglob("*.py")) if (ROOT / one).is_dir() else [ROOT / one] for one in modules)
    return [path.relative_to(ROOT).as_posix() for paths in found for path in paths]


def sample(files: list[str], size: int, seed: int) -> list[Mutant]:
    """So many mutants of these files, as often from one as it is long; those that change nothing are left out."""
    everything = [one for file in files for one in mutants(file, (ROOT / file).read_text("utf-8"))]
    telling = [one for one in everything if why_equivalent(one) is None]
    return random.Random(seed).sample(telling, size) if 0 < size < len(telling) else telling


def why_equivalent(mutant: Mutant) -> str | None:
    before, after = " ".join(mutant.before.split()), " ".join(mutant.after.split())
    return EQUIVALENT.get((mutant.file, mutant.function, before, after)) or EQUIVALENT.get(
        (mutant.file, mutant.function, before, "*")
    )


class Loop:
    """A plugin of pytest: tests are collected once; every mutant gets a copy of this process to live in."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self.chosen = chosen
        self.code = 2
        self.items: dict[str, pytest.Item] = {}
        self.reached: dict[str, Reached] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        from hypothesis import settings  # only now: pytest rewrites it when it is loaded

        settings.register_profile("mutation", deadline=None, derandomize=True, max_examples=20, database=None)
        settings.load_profile("mutation")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        self.reached = self._what_tests_reach()
        verdicts = self._judged(sample(sources(self.chosen.modules), self.chosen.sample, self.chosen.seed))
        self.code = told(verdicts, self.chosen)
        return True

    def _what_tests_reach(self) -> dict[str, Reached]:
        with tempfile.TemporaryDirectory() as folder:
            path = self.chosen.kept or Path(folder) / "reached.json"
            known = reached.read(path) if path.exists() else {}
            new = [name for name in self.items if name not in known]
            if new:
                parts = [Path(folder) / str(part) for part in range(self.chosen.jobs)]
                reached.in_children(partial(self._follow, part, new[at :: len(parts)]) for at, part in enumerate(parts))
                known |= {name: one for part in parts for name, one in reached.read(part).items()}
                reached.kept(path, known)
            return known

    def _follow(self, path: Path, names: list[str]) -> None:
        self._apart()
        files = {str(ROOT / name): name for name in sources(list(MODULES))}
        reached.kept(path, reached.timed(names, self._passes, files, self.chosen.longest))

    def _judged(self, chosen: list[Mutant]) -> list[tuple[Mutant, int, str]]:
        """Verdicts as they come, `jobs` at once."""
        waiting, running, verdicts = chosen[::-1], {}, []
        while waiting or running:
            while waiting and len(running) < self.chosen.jobs:
                mutant = waiting.pop()
                running[self._begun(mutant)] = mutant
            child, status = os.wait()
            mutant = running.pop(child)
            verdict, note = (KILLED, "hung") if os.WIFSIGNALED(status) else (os.WEXITSTATUS(status), "")
            verdicts.append((mutant, verdict, note))
            print(f"{len(verdicts):4} {VERDICTS[verdict]}{f' ({note})' if note else ''}  {mutant.name}", flush=True)
        return verdicts

    def _begun(self, mutant: Mutant) -> int:
        names = self._tests_for(mutant)
        limit = int(3 * sum(self.reached[name].seconds for name in names)) + 20
        child = os.fork()
        if child:
            return child
        code = KILLED
        try:
            self._apart()
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(limit)
            code = self._verdict(mutant, names)
        except BaseException:  # noqa: BLE001 - whatever a mistake brings about, it was noticed
            traceback.print_exc()
        os._exit(code)

    def _verdict(self, mutant: Mutant, names: list[str]) -> int:
        try:
            plant(mutant, ROOT)
        except CannotPlantError:
            return NO_PLACE
        return SURVIVED if all(self._passes(name) for name in names) else KILLED

    def _tests_for(self, mutant: Mutant) -> list[str]:
        """The tests that run through its lines, the nearest and shortest first, for as long as the budget lasts.

        What is worked out once and remembered was seen in one test only: a few more of those near by come along.
        """
        lines = range(mutant.line, mutant.last + 1) if mutant.function else range(1, 100_000)
        names = self._chosen(mutant.file, lines, self.chosen.budget)
        if len(names) < FEW:
            near = self._chosen(mutant.file, range(1, 100_000), self.chosen.budget / 4)
            names += [name for name in near if name not in names]
        return names

    def _chosen(self, file: str, lines: range, budget: float) -> list[str]:
        """Of every file of tests the shortest, then the next ones; of files near by some more, and of its own most."""
        found = sorted(
            (one.seconds, name)
            for name, one in self.reached.items()
            if one.passed and name in self.items and any(line in lines for line in one.lines.get(file, ()))
        )
        ranks: Counter[str] = Counter()
        ordered = []
        for seconds, name in found:
            holder = name.partition("::")[0]
            ranks[holder] += 1
            near = 12 if Path(file).parts[1] in holder else 1
            ordered.append((ranks[holder] / near - 20 * (Path(file).stem in holder), seconds, name))
        names = []
        for _, seconds, name in sorted(ordered):
            if budget - seconds > 0 or not names:
                names.append(name)
                budget -= seconds
        return names

    def _apart(self) -> None:
        """A child writes nothing to the terminal, and its temporary files lie apart."""
        config: Any = next(iter(self.items.values())).config
        factory = config._tmp_path_factory
        factory._basetemp = Path(tempfile.mkdtemp(prefix="mutant-", dir=factory.getbasetemp())).resolve()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)

    def _passes(self, name: str) -> bool:
        from _pytest.runner import runtestprotocol

        item = self.items[name]
        item.session._setupstate.teardown_exact(None)
        if hasattr(item, "_request"):
            item._initrequest()
        reports = runtestprotocol(item, log=False, nextitem=None)
        return not any(report.failed for report in reports)


def told(verdicts: list[tuple[Mutant, int, str]], chosen: argparse.Namespace) -> int:
    """Prints the score per package and the survivors; 0 when enough was noticed."""
    counted: dict[str, Counter[int]] = {}
    for mutant, verdict, _ in verdicts:
        counted.setdefault(str(Path(mutant.file).parent), Counter())[verdict] += 1
    print(f"\n{len(verdicts)} mutants, seed {chosen.seed}")
    for package, counts in sorted(counted.items()):
        print(f"  {package}: {counts[KILLED]} of {counts[KILLED] + counts[SURVIVED]} noticed ({share(counts):.1f} %)")
    everything = sum(counted.values(), Counter())
    print(f"  in all {share(everything):.1f} % of {everything[KILLED] + everything[SURVIVED]}")
    for mutant, verdict, _ in sorted(verdicts):
        if verdict == SURVIVED:
            print(f"  SURVIVED {mutant.name}")
    return 0 if share(everything) >= chosen.floor else 1


def share(counts: Counter[int]) -> float:
    asked = counts[KILLED] + counts[SURVIVED]
    return 100 * counts[KILLED] / asked if asked else 100.0


if __name__ == "__main__":
    begun = time.monotonic()
    code = main(sys.argv[1:])
    print(f"{time.monotonic() - begun:.0f} s")
    sys.exit(code)
