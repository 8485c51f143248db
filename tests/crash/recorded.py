"""A session that edits and publishes while every system call is recorded; tells what was acknowledged."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from journeys.session import Session
from journeys.store import create_file
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash import story
from tests.crash.acts import FILE, tell


def session(case: Path, edits: int, every: int) -> None:
    """Opens a file, edits, publishes after so many edits and at the end, and closes."""
    path = case / "folder" / FILE
    path.parent.mkdir(parents=True)
    create_file(path, story.beginning())
    opened = open_file(path)
    tell(case, "opened")
    copy = WorkCopy.create(opened.document, path=path, identity=opened.identity)
    study = Session(opened.document, copy.write)
    for number, edit in enumerate(story.edits(edits), 1):
        tell(case, "edit")
        study.apply(edit)
        tell(case, "safe")
        if number % every == 0 or number == edits:
            tell(case, "publish")
            copy.publish()
            tell(case, "published")
    copy.close()
    tell(case, "closed")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    os.environ["LEVENSREIS_DATA"] = str(folder / "data")
    session(folder, int(sys.argv[2]), int(sys.argv[3]))
