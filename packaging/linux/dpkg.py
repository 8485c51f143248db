"""What Debian's own list knows: whose a file is, and what a package tells of itself."""

from __future__ import annotations

import subprocess
from pathlib import Path


def owners(*places: str) -> list[tuple[str, Path]]:
    """Each package, without its architecture, that put a file at one of these places, which may be patterns."""
    asked = subprocess.run(["dpkg-query", "--search", *places], check=False, capture_output=True, text=True)
    lines = [line.partition(": ") for line in asked.stdout.splitlines() if not line.startswith("diversion by ")]
    return [(one.partition(":")[0], Path(place)) for packages, _, place in lines for one in packages.split(", ")]


def told(package: str, *fields: str) -> list[str]:
    """These fields of an installed package."""
    form = "\t".join(f"${{{field}}}" for field in fields)
    asked = subprocess.run(["dpkg-query", "-W", f"-f={form}\n", package], check=True, capture_output=True, text=True)
    return asked.stdout.splitlines()[0].split("\t")
