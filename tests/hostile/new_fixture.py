"""Makes the file of the newest version, with what is expected of it as JSON beside it, and seals them for ever."""

from __future__ import annotations

import hashlib

from journeys.exchange.json_format import to_json
from journeys.store import building, migrations
from tests.hostile.everything import IMAGES, SNAPSHOT, everything
from tests.hostile.test_versions import FIXTURES, SEALED


def make() -> None:
    """What is there is never written again: only what lacks is made."""
    stem = f"version-{migrations.VERSION}"
    made = {
        f"{stem}.levensreis": building.file_bytes(everything(), IMAGES, (SNAPSHOT,)),
        f"{stem}.json": to_json(everything(), IMAGES, (SNAPSHOT,)),
    }
    for name, data in made.items():
        if not (FIXTURES / name).exists():
            (FIXTURES / name).write_bytes(data)
    sealed = FIXTURES / SEALED
    lines = sealed.read_text("ascii").splitlines() if sealed.exists() else []
    known = {line.split()[1] for line in lines}
    for path in sorted(FIXTURES.iterdir()):
        if path.name not in (known | {SEALED}):
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    sealed.write_text("".join(f"{line}\n" for line in lines), "ascii")


if __name__ == "__main__":
    make()
