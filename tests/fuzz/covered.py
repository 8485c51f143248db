"""One reader under atheris, led by what its code covers: python -m tests.fuzz.covered TARGET SECONDS FOLDER."""

from __future__ import annotations

import hashlib
import re
import resource
import sys
import traceback
from pathlib import Path

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # in no lock: its tests are skipped

# where it is not installed

with atheris.instrument_imports(include=["journeys"]):
    from tests.fuzz import oracle
    from tests.fuzz.targets import TARGETS

MOST_BYTES = 300 << 20
SLOWER = 5
"""Times, with every branch counted."""


def main(name: str, seconds: str, folder: Path) -> None:
    """What goes wrong is kept in the folder, once for each place in the code, and the run goes on."""
    target, found = TARGETS[name], folder / "found"
    seeds = folder / "corpus"
    for where in (found, seeds):
        where.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (seeds / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words if len(word) < 60))
    oracle.allow(SLOWER)

    def once(data: bytes) -> None:
        before = _peak()
        try:
            oracle.judge(target, data)
            if _peak() - before > MOST_BYTES:
                raise MemoryError(f"{(_peak() - before) >> 20} MiB")  # noqa: TRY301 - a finding like the others
        except Exception as error:  # noqa: BLE001 - each is a finding
            places = re.sub(r"line \d+", "", "".join(traceback.format_tb(error.__traceback__)[-3:]))
            told = hashlib.sha256((type(error).__name__ + places).encode()).hexdigest()[:12]
            if not (found / told).exists():
                (found / told).write_bytes(data)
                print(f"FOUND {told} {type(error).__name__}: {str(error)[:200]}", flush=True)
                traceback.print_exc()

    options = ["-rss_limit_mb=900", "-timeout=20", "-print_final_stats=1", "-reload=0"]
    options += [f"-dict={words}"] if target.words else []
    atheris.Setup([sys.argv[0], str(seeds), f"-max_total_time={seconds}", f"-artifact_prefix={found}/", *options], once)
    atheris.Fuzz()


def _peak() -> int:
    """The most bytes that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
