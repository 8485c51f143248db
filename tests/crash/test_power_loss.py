"""The power fails at any moment, whatever the disk had kept back: nothing is lost, and the file is old or new."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from journeys.errors import FileError, StoreError
from journeys.store import contents, migrations, recovery
from journeys.store.opener import read_bytes
from journeys.store.workcopy import WorkCopy
from tests.crash import story
from tests.crash.acts import FILE
from tests.crash.power import Disk
from tests.crash.recording import KINDS, Call, calls
from tests.crash.strace import QUICK, needs_strace, quick_folder, run

EDITS, EVERY = 60, 6
IMAGES = 2_000
MANY_IMAGES = 200_000
TARGET = f"folder/{FILE}"
DATA = "data/"
WORK = DATA + "work/"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = Path(tempfile.mkdtemp(prefix="levensreis-power-", dir=quick_folder(tmp_path_factory.getbasetemp())))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def recording(base) -> list[Call]:
    """Everything that a session of 60 edits and 10 publications did to its disk, with what it said in between."""
    case, log = base / "case", base / "strace.log"
    case.mkdir()
    kinds = ",".join(f"?{kind}" for kind in KINDS)
    options = [QUICK, "-y", "-xx", "-s", "10000000", "-o", str(log), "-e", f"trace={kinds}"]
    run(options, "tests.crash.recorded", case, EDITS, EVERY)
    with log.open(encoding="ascii", errors="replace") as lines:
        return list(calls(lines, case))


@dataclass(slots=True)
class Told:
    """What the session had said at a moment: edits begun and safe, publications begun and done, by edit."""

    begun: int = 0
    safe: int = 0
    publishing: int = 0
    published: int = 0
    opened: bool = False
    closed: bool = False

    def hear(self, word: str) -> None:
        match word:
            case "opened":
                self.opened = True
            case "edit":
                self.begun += 1
            case "safe":
                self.safe = self.begun
            case "publish":
                self.publishing = self.begun
            case "published":
                self.published = self.publishing
            case "closed":
                self.closed = True

    @property
    def doing(self) -> str:
        if self.publishing > self.published:
            return "publishing"
        return "editing" if self.begun > self.safe else "resting"


@dataclass(slots=True)
class Look:
    """Looks at what was found after a power cut, at the place where it was, with the code of the next start."""

    case: Path
    digests: list[str] = field(default_factory=lambda: story.digests(EDITS))
    files: dict[bytes, int] = field(default_factory=dict)
    copies: dict[tuple[bytes | None, ...], tuple[int, bool]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    count: Counter[str] = field(default_factory=Counter)

    def at(self, image: dict[str, bytes | None], told: Told, *, go_on: bool) -> None:
        """Fails when something that was told is not there, or something is there by half."""
        in_file = self._file(image.get(TARGET))
        assert in_file in ((told.published, told.publishing) if told.opened else (None, 0)), (told, in_file)
        self.count[f"{told.doing}, {'new' if in_file == told.publishing else 'old'} file"] += 1
        self.seen.add(hash(tuple(sorted(image.items(), key=lambda item: item[0]))))
        if told.begun and not go_on and (folder := _made(image)):
            self._reopen(image, folder, told)
        else:
            self._start(image, told, in_file)

    def _reopen(self, image: dict[str, bytes | None], folder: str, told: Told) -> None:
        """The working copy alone. One that was found before, bit by bit, is as it was."""
        key = tuple(image.get(folder + name) for name in ("doc.db", "doc.db-journal", "meta.json"))
        if key not in self.copies:
            _lay({name: data for name, data in image.items() if data is None or name.startswith(folder)}, self.case)
            self.copies[key] = self._found(WorkCopy.reopen(self.case / folder))
        self._judge(*self.copies[key], told)

    def _start(self, image: dict[str, bytes | None], told: Told, in_file: int | None) -> None:
        """The next start, and going on with what it offers."""
        _lay(image, self.case)
        found = recovery.abandoned()
        assert len(found) <= 1
        if not found:
            assert in_file is None or in_file in (told.safe, told.begun), (told, in_file)
        for one in found:
            copy = recovery.recover(one)
            state, unpublished = self._found(copy)
            self._judge(state, unpublished, told)
            if in_file is not None:
                self._go_on(copy, state)

    def _file(self, data: bytes | None) -> int | None:
        """After which edit the file is as it is; DamagedError when it is by half."""
        if data is not None and data not in self.files:
            found = read_bytes(data, migrations.VERSION)
            self.files[data] = self.digests.index(contents.digest_of(found.rows, found.images))
        return None if data is None else self.files[data]

    def _found(self, copy: WorkCopy) -> tuple[int, bool]:
        """After which edit the working copy is as it is, and whether it says that this is in no file."""
        try:
            return self.digests.index(contents.stored_digest(copy._raw())), copy.unpublished
        finally:
            copy._disconnect()

    def _judge(self, state: int, unpublished: bool, told: Told) -> None:
        assert state in (told.safe, told.begun), (told, state)
        assert unpublished or state in (told.published, told.publishing), (told, state)
        self.count[f"{told.doing}, {'new' if state == told.begun else 'old'} copy"] += 1

    def _go_on(self, copy: WorkCopy, state: int) -> None:
        """Publish what was found, and see that nothing stays behind."""
        assert copy.publish().instead_of is None, "a conflict with ourselves"
        copy.close()
        assert self._file((self.case / TARGET).read_bytes()) == state
        left = [path.name for path in (self.case / "folder").iterdir() if ".~lock" not in path.name]
        assert left == [FILE]
        assert list((self.case / WORK).iterdir()) == []


def _made(image: dict[str, bytes | None]) -> str:
    """The folder of the working copy, where one was made and is not yet being put away."""
    notes = (name for name in image if name.startswith(WORK) and name.endswith("/meta.json") and name.count(".") == 1)
    return next((note.removesuffix("meta.json") for note in notes), "")


def _lay(image: dict[str, bytes | None], case: Path) -> None:
    shutil.rmtree(case, ignore_errors=True)
    case.mkdir()
    for name, data in image.items():
        if data is None:
            (case / name).mkdir()
        elif name.startswith((WORK, "folder/")):
            (case / name).write_bytes(data)


def cuts(recording: list[Call], images: int, seed: int) -> Iterator[tuple[dict[str, bytes | None], Told]]:
    """So many power cuts, at any of the calls; half of them while something is being published."""
    dice = random.Random(seed)
    moments, disk, told = _moments(recording, images, dice), Disk(), Told()
    for number, call in enumerate(recording):
        if call.kind == "say":
            told.hear(call.data.decode().strip())
        elif call.path != "log":
            disk.do(call)
        for _ in range(moments[number]):
            yield disk.after_a_power_cut(dice), told


def _moments(recording: list[Call], images: int, dice: random.Random) -> Counter[int]:
    told, busy, other = Told(), [], []
    for number, call in enumerate(recording):
        if call.kind == "say":
            told.hear(call.data.decode().strip())
        (busy if told.doing == "publishing" else other).append(number)
    half = images // 2
    return Counter(dice.choices(busy, k=half) + dice.choices(other, k=images - half))


def cut(recording: list[Call], base: Path, monkeypatch, images: int, seed: int) -> Look:
    """Cut the power so many times and look; tells what was found."""
    monkeypatch.setenv("LEVENSREIS_DATA", str(base / "case" / "data"))
    look = Look(base / "case")
    for number, (image, told) in enumerate(cuts(recording, images, seed)):
        look.at(image, told, go_on=number % 40 == 0)
    total = sum(number for what, number in look.count.items() if what.endswith("file"))
    print(f"\n{total} power cuts, {len(look.seen)} different disks: {dict(sorted(look.count.items()))}")
    assert total == images
    return look


@needs_strace
def test_A2_A3_no_edit_is_lost_and_no_file_is_half_in_a_power_cut(recording, base, monkeypatch):
    found = cut(recording, base, monkeypatch, IMAGES, seed=1).count
    assert found["publishing, old file"] > IMAGES / 10
    assert found["publishing, new file"] > IMAGES / 20
    assert found["editing, old copy"] > IMAGES / 10
    assert found["editing, new copy"] > IMAGES / 100


@pytest.mark.long
@pytest.mark.timeout(7_200)
@needs_strace
def test_A2_A3_no_edit_is_lost_and_no_file_is_half_in_many_power_cuts(recording, base, monkeypatch):
    cut(recording, base, monkeypatch, MANY_IMAGES, seed=2)


CARELESS = {
    "edits": lambda call: call.path.endswith(("doc.db", "-journal")),
    "the bytes of the file": lambda call: call.path.startswith("folder/.~Reis"),
    "the names in the working copy": lambda call: call.path.count("/") == 2 and call.path.startswith(WORK),
    "the names of the folders": lambda call: call.path == "data",
}


@needs_strace
@pytest.mark.parametrize("what", CARELESS)
def test_the_replay_notices_what_was_not_synced(recording, base, monkeypatch, what):
    """Without these syncs the same cuts lose something: the replay can see what it is for."""
    careless = [call for call in recording if not (call.kind == "sync" and CARELESS[what](call))]
    assert len(careless) < len(recording)
    with pytest.raises((AssertionError, StoreError, FileError, contents.DamagedError, ValueError)):
        cut(careless, base, monkeypatch, 400, seed=3)


@needs_strace
def test_an_edit_syncs_the_same_few_times_however_large_the_study(recording):
    """One transaction: the journal twice, the database once, the cut of the journal once."""
    syncs, per_edit = 0, Counter[int]()
    for call in recording:
        if call.kind == "say":
            per_edit[syncs] += call.data == b"safe\n"
            syncs = 0
        syncs += call.kind == "sync"
    print(f"\nsyncs per edit: {dict(+per_edit)}")
    assert max(+per_edit) <= 6, "two more for the lock beside the file, at the first edit"
    assert (+per_edit)[4] >= EDITS - 1
