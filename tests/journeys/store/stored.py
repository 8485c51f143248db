"""The state machine with the real working copy behind it: pictures, snapshots, publishing, reopening, crashes."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import struct
import tempfile
import zlib
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from journeys.edits import images, restoring
from journeys.exchange import json_format, snapshots
from journeys.session import Session
from journeys.store import building, contents, locations, recovery, worknote
from journeys.store.opener import open_file
from journeys.store.statements import put
from journeys.store.workcopy import WorkCopy
from tests.crash.strace import quick_folder
from tests.journeys.edits.machine import NAMES, Verbs

NOBODY = 1 << 30
"""A process that never was."""
MOST = 4
"""Snapshots at a time: each is written along with every publication."""


@cache
def png(mark):
    """A picture of one colour, 40 × 30."""
    row = b"\0" + bytes([ord(mark)] * 3) * 40
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 30)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def digest(document, kept=()):
    """One number for all that a study holds."""
    return contents.digest_of(building.rows_of(document, tuple(kept)), ())


class StoredVerbs(Verbs):
    """The same verbs, each durable in a working copy before it is seen."""

    def open(self, document):
        self.folder = Path(tempfile.mkdtemp(dir=quick_folder(Path(os.environ["HOME"]))))
        self.before = os.environ.get("LEVENSREIS_DATA")
        os.environ["LEVENSREIS_DATA"] = str(self.folder / "data")
        self.file = self.folder / "Een kind krijgen.levensreis"
        self.copy = WorkCopy.create(document)
        self.copy.rename_target(self.file)
        self.copy.publish()
        self.first = digest(document)
        self.kept, self.bytes = {}, {}
        return Session(document, self.write)

    def write(self, edit):
        if self.refuse:
            self.copy._raw().set_authorizer(lambda *_: sqlite3.SQLITE_DENY)
        self.copy.write(edit)

    def stored(self, mark):
        sha256 = self.copy.add_image(png(mark))
        self.bytes[sha256] = png(mark)
        assert sha256 == hashlib.sha256(png(mark)).hexdigest()
        return images.Stored(sha256, "png", 40, 30)

    def shown(self):
        """The bytes of the pictures that the study shows now."""
        return {image.sha256: self.bytes[image.sha256] for image in self.document.images.values()}

    def goes_on_with(self, copy, document):
        """After the program was away: what it finds is what was last seen as done."""
        assert document == self.document
        assert digest(document) == digest(self.document)
        assert {one.id: one for one in copy.snapshots()} == self.kept
        self.copy = copy
        self.session = Session(document, self.write)

    # Leaving and coming back

    @rule()
    def crash_and_reopen(self):
        """What a killed process leaves: its folder as it lies there, which nobody closed in order."""
        self.crash(self.as_it_lies())

    @precondition(lambda self: self.done)
    @rule()
    def crash_in_the_middle_of_a_write(self):
        """The rows of an edit are written, some of them in the database already, and the transaction has no end."""
        changes = {key: after for key, (_, after) in self.done[-1].inverse().changes.items()}
        for pragma in ("cache_size=1", "cache_spill=1"):
            self.copy._raw().execute(f"PRAGMA {pragma}").fetchall()
        with self.copy._ready().connect() as connection:
            put(connection, changes)
            lies = self.as_it_lies()
        self.crash(lies)

    def as_it_lies(self):
        """A copy of the folder, with the journal of a write that is under way."""
        return shutil.copytree(self.copy.folder, self.folder / "lies")

    def crash(self, lies):
        """The program is gone; the next one looks for what was left, and recovers it."""
        old, unpublished = self.copy.folder, self.copy.unpublished
        self.copy._disconnect()
        shutil.rmtree(old)
        lies.rename(old)
        worknote.change(old, pid=NOBODY)
        found = recovery.abandoned()
        assert unpublished or not found, "what is offered lies in the file already"
        if found:
            copy = recovery.recover(found[0])
            self.goes_on_with(copy, copy.document())
        else:
            self.goes_on_with(*self.opened())  # also after a way back to just what the file holds

    @rule()
    def close_and_reopen(self):
        """The window closes after it brought the file up to date; the file is opened again."""
        self.copy.publish()
        self.copy.close()
        assert not [one for one in locations.work_folder().iterdir() if "." not in one.name]
        self.goes_on_with(*self.opened())

    def opened(self):
        """What the program does with a file: read it, and make a working copy of what was read."""
        found = open_file(self.file)
        assert not found.notices
        assert self.shown().items() <= found.images.items()
        copy = WorkCopy.create(found.document, found.images, found.snapshots, path=self.file, identity=found.identity)
        for data in self.bytes.values():
            copy.add_image(data)  # here, other than in the program, an undo goes back beyond the opening
        return copy, found.document

    @precondition(lambda self: self.done)
    @rule()
    def publish_and_open(self):
        self.copy.publish()
        assert not self.copy.unpublished
        found = open_file(self.file)
        assert found.document == self.document
        assert {one.id: one for one in found.snapshots} == self.kept

    # Beside the study

    @precondition(lambda self: len(self.kept) < MOST)
    @rule(name=NAMES, minute=st.integers(0, 59))
    def keep_a_snapshot(self, name, minute):
        at = dt.datetime(2026, 11, 21, 9, minute, tzinfo=dt.UTC)
        made = snapshots.take(self.document, name, at, create_id=self.new_id)
        assert snapshots.read(made) == self.document
        self.copy.put_snapshot(made)
        self.kept[made.id] = made

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), name=NAMES)
    def rename_a_snapshot(self, data, name):
        before = self.kept[data.draw(st.sampled_from(sorted(self.kept)), "snapshot")]
        made = snapshots.named(before, name)
        self.copy.put_snapshot(made, before)
        self.kept[made.id] = made

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def drop_a_snapshot(self, data):
        self.copy.drop_snapshot(self.kept.pop(data.draw(st.sampled_from(sorted(self.kept)), "snapshot")))

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def restore_a_snapshot(self, data):
        chosen = self.kept[data.draw(st.sampled_from(sorted(self.kept)), "snapshot")]
        then = snapshots.read(chosen)
        self.perform(restoring.restore, then, chosen.name)
        assert self.document == then

    # Elsewhere

    @rule()
    def export_and_import(self):
        kept = tuple(self.kept.values())
        found = json_format.from_json(json_format.to_json(self.document, self.bytes, kept))
        assert found.document == self.document
        assert {one.id: one for one in found.snapshots} == self.kept
        assert self.shown().items() <= found.images.items()

    @invariant()
    def what_is_stored_is_what_is_shown(self):
        if hasattr(self, "copy"):
            assert digest(self.copy.document(), self.copy.snapshots()) == digest(self.document, self.kept.values())

    def take_all_back(self):
        super().take_all_back()
        assert digest(self.document) == self.first

    def teardown(self):
        if hasattr(self, "copy"):
            try:
                super().teardown()
                self.what_is_stored_is_what_is_shown()
            finally:
                self.leave()

    def leave(self):
        """Nothing of it stays on the disk."""
        self.copy.close(discard=True)
        shutil.rmtree(self.folder)
        if self.before is None:
            del os.environ["LEVENSREIS_DATA"]
        else:
            os.environ["LEVENSREIS_DATA"] = self.before
