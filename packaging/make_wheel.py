"""Builds the wheel and the source archive: the same bytes from the same source, wherever and whenever.

python3 packaging/dev.py wheel [--out FOLDER]    dist/levensreis-*.whl and dist/levensreis-*.tar.gz

What they hold bears the day that hatchling gives to all it builds: an archive has no history to take one from,
and yet makes the wheel that the repository makes.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from environment import LOCK, PYTHON, ROOT, say, stop

KINDS = {"wheel": "*.whl", "sdist": "*.tar.gz"}
STRAY = ("SOURCE_DATE_EPOCH", "PYTHONOPTIMIZE", "HATCH_BUILD_HOOKS_ENABLE", "HATCH_METADATA_CLASSIFIERS_NO_VERIFY")
"""Variables that would change what is built."""


def build(folder: Path, *kinds: str, root: Path = ROOT, python: Path = PYTHON) -> list[Path]:
    """Builds these kinds, all when none is named, from the tree at `root`; gives their paths. Earlier ones go."""
    made = []
    for kind in kinds or KINDS:
        for old in folder.glob(f"levensreis-{KINDS[kind]}"):
            old.unlink()
        words = [str(python), "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
        done = subprocess.run(words, cwd=root, env=variables(), check=False, capture_output=True, text=True)
        found = sorted(folder.glob(f"levensreis-{KINDS[kind]}"))
        if done.returncode or len(found) != 1:
            stop(f"{done.stdout}{done.stderr}\nhatchling did not build the {kind}.")
        made += found
    return made


def variables() -> dict[str, str]:
    """The surroundings in which it is built: nothing of this computer gets in."""
    kept = {name: value for name, value in os.environ.items() if name not in STRAY}
    return {**kept, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def builder() -> str:
    """The version of hatchling in the lock: another one may write other bytes."""
    found = re.search(r"^hatchling==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else "?"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER")
    given = parser.parse_args(arguments)
    for path in build(given.out.absolute()):
        say(f"{path} ({path.stat().st_size:,} bytes, hatchling {builder()})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
