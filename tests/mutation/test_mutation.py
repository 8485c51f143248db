"""The mistakes that are planted are real ones, they reach whoever runs the function, and tests notice them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.mutation.equivalent import EQUIVALENT
from tests.mutation.mutants import mutants
from tests.mutation.run import ROOT

EXAMPLE = '''"""What it is."""

from __future__ import annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST = 3


def worth(held: list[int], *, strict: bool = True) -> int | None:
    """Never looked at: 5."""
    if not held or max(held) > MOST:
        raise ValueError(held)
    held.sort(reverse=strict)
    return sum(one for one in held if one)
'''


def changes(source: str) -> set[str]:
    return {f"{' '.join(one.before.split())} → {' '.join(one.after.split())}" for one in mutants("a.py", source)}


def test_every_kind_of_mistake_is_made():
    assert changes(EXAMPLE) == {
        "3 → 4", "True → False", "not held → (held)", "not held or max(held) > MOST → (not held and max(held) > MOST)",
        "max(held) > MOST → (max(held) >= MOST)", "max(held) → (min(held))", "raise ValueError(held) → pass",
        "held.sort(reverse=strict) → pass", "held.sort(reverse=strict) → (held.sort())",
        "return sum(one for one in held if one) → return None",
        "(one for one in held if one) → ((one for one in held))",
    }  # fmt: skip


def test_every_mutant_is_the_module_with_one_place_written_otherwise():
    for one in mutants("a.py", EXAMPLE):
        assert one.text != EXAMPLE
        assert one.text.replace(one.after, one.before, 1).strip() or one.after == "pass"
        compile(one.text, "a.py", "exec")
    assert {one.function for one in mutants("a.py", EXAMPLE)} == {"", "worth"}


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied there")
def test_a_mutant_reaches_who_took_the_function_over_before():
    lines = [
        "import sys",
        "from pathlib import Path",
        "from journeys.text import title",
        "from tests.mutation.mutants import mutants",
        "from tests.mutation.planting import plant",
        "root = Path(sys.argv[1])",
        "source = (root / 'journeys/text.py').read_text('utf-8')",
        "chosen = next(one for one in mutants('journeys/text.py', source) if one.before == sys.argv[2])",
        "plant(chosen, root)",
        "print(len(title('x' * 500)), repr(title(' a  b ')))",
    ]
    for before, now in {
        "200": "201 'a b'\n",
        "clean(raw, TITLE_MAX, multiline=False)": "200 ' a  b'\n",
    }.items():
        command = [sys.executable, "-c", "\n".join(lines), str(ROOT), before]
        assert subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout == now


def test_what_is_said_to_change_nothing_can_still_be_made():
    made = {
        (one.file, one.function, " ".join(one.before.split()), " ".join(one.after.split()))
        for file in {key[0] for key in EQUIVALENT}
        for one in mutants(file, (ROOT / file).read_text("utf-8"))
    }
    known = made | {(file, function, before, "*") for file, function, before, _ in made}
    assert [key for key in EQUIVALENT if key not in known] == []


@pytest.mark.long
@pytest.mark.timeout(7_200)
@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied there")
def test_of_four_hundred_mistakes_three_in_four_are_noticed_at_least():
    command = [sys.executable, "-m", "tests.mutation.run", "--sample", "400", "--seed", "2026", "--jobs", "2"]
    command += ["--floor", "75"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    print(done.stdout)
    assert done.returncode == 0, done.stdout[-5_000:]
