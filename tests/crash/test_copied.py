"""The file, copied or mailed at any moment while the program edits and publishes, is a whole and recent version."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from journeys.store import contents, migrations
from journeys.store.opener import read_bytes
from tests.crash import story
from tests.crash.acts import FILE
from tests.crash.strace import ROOT, quick_folder

EDITS = 30


def at_once(path: Path) -> bytes:
    return path.read_bytes()


def bit_by_bit(path: Path) -> bytes:
    """As a slow mail program or a sync client reads: other things happen in between."""
    read = bytearray()
    with path.open("rb", buffering=0) as stream:
        while part := stream.read(1024):
            read += part
            time.sleep(0)
    return bytes(read)


def published(case: Path) -> int:
    """Of which edit the program last said that it is in the file."""
    said = (case / "log").read_text("ascii").split() if (case / "log").exists() else []
    done = len(said) - 1 - said[::-1].index("published") if "published" in said else 0
    return said[:done].count("safe")


def copies(case: Path, working: Callable[[], bool], ways: Iterator[Callable[[Path], bytes]]) -> Iterator[bytes]:
    """Copies of the file, one after the other; fails when one is older than what was told before it began."""
    digests, known = story.digests(EDITS), dict[bytes, int]()
    path = case / "folder" / FILE
    while working():
        at_least = published(case)
        data = next(ways)(path)
        if data not in known:
            found = read_bytes(data, migrations.VERSION)  # whole, every row proven
            known[data] = digests.index(contents.digest_of(found.rows, found.images))
        assert known[data] >= at_least, "an older version than what was told to be in the file"
        yield data


@pytest.fixture
def case(tmp_path):
    folder = Path(tempfile.mkdtemp(prefix="levensreis-copied-", dir=quick_folder(tmp_path)))
    yield folder
    shutil.rmtree(folder)


def test_A3_a_copy_made_at_any_moment_is_a_whole_and_recent_version(case):
    program = subprocess.Popen([sys.executable, "-m", "tests.crash.recorded", case, str(EDITS), "1"], cwd=ROOT)
    try:
        while program.poll() is None and not (case / "log").exists():
            time.sleep(0.001)
        made = list(copies(case, lambda: program.poll() is None, cycle((at_once, bit_by_bit))))
    finally:
        program.wait(60)
    assert program.returncode == 0
    assert next(copies(case, lambda: True, cycle((at_once, bit_by_bit)))) == (case / "folder" / FILE).read_bytes()
    print(f"\n{len(made)} copies while it was working, {len(set(made))} different versions among them")
    assert len(set(made)) > EDITS / 4
