"""Any sequence of verbs with undo, refused writes, crash, reopen and publish: what is stored equals the document."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import precondition, rule

from journeys.session import Session
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash.strace import quick_folder
from tests.journeys.edits.machine import Verbs


class StoredVerbs(Verbs):
    """The same verbs, with the real working copy behind the session."""

    def open(self, document):
        self.folder = Path(tempfile.mkdtemp(dir=quick_folder(Path(os.environ["HOME"]))))
        self.file = self.folder / "Een kind krijgen.levensreis"
        self.copy = WorkCopy.create(document, path=self.file)
        return Session(document, self.write)

    def write(self, edit):
        if self.refuse:
            self.copy._raw().set_authorizer(lambda *_: sqlite3.SQLITE_DENY)
        self.copy.write(edit)

    @rule()
    def crash_and_reopen(self):
        """What a killed process leaves: an open transaction at most, and the folder."""
        self.copy._disconnect()
        self.copy = WorkCopy.reopen(self.copy.folder)
        stored = self.copy.document()
        assert stored == self.document
        self.session = Session(stored, self.write)

    @precondition(lambda self: self.done)
    @rule()
    def publish_and_open(self):
        self.copy.publish()
        assert not self.copy.unpublished
        assert open_file(self.file).document == self.document

    def teardown(self):
        super().teardown()
        if hasattr(self, "copy"):
            assert self.copy.document() == self.document
            self.copy.close(discard=True)
            shutil.rmtree(self.folder)


TestAnySession = StoredVerbs.TestCase
TestAnySession.settings = settings(max_examples=25, stateful_step_count=30)
