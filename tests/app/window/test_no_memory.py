"""A picture for which there is no memory: refused in words, nothing changed, and work goes on."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib

import pytest

from journeys import store
from journeys.i18n import words
from journeys.messages import MESSAGES
from tests.app.pictures_made import file_of
from tests.journeys.studies import study

ROOMS = (200, 130, 60)
"""Megabytes that are left; the picture takes 144 twice, and a part of it beside that."""


def large_png(side: int) -> bytes:
    """A whole picture of 36 million points in little more than 100 kB."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0))]
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(b"\0" + bytes((row % 256, 90, 20, 255)) * side) for row in range(side))
    parts += [(b"IDAT", rows + packer.flush()), (b"IEND", b"")]
    made = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process in this way")
def test_A20_without_memory_for_a_picture_it_is_refused_and_nothing_changes(tmp_path):
    file, large = tmp_path / "Reis.levensreis", tmp_path / "groot.png"
    store.create_file(file, study(8, 1))
    large.write_bytes(large_png(6_000))
    done = subprocess.run(
        [sys.executable, "-c", INSIDE, file, file_of(tmp_path, "klein.png"), large, *map(str, ROOMS)],
        check=False, capture_output=True, text=True, timeout=100,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LEVENSREIS_DATA": str(tmp_path / "data")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3_000:]
    *refused, last = map(json.loads, done.stdout.splitlines())
    for room, pictures, told, same, kept in refused:
        print(f"{room} MB left: {told}")
        assert pictures == 0
        assert told == words("nl")(MESSAGES["image.no_memory"])
        assert same, "the study is as it was"
        assert kept, "and so is its working copy"
    assert len(refused) == len(ROOMS)
    assert last == ["renamed", 1], "with memory again, work goes on and the picture comes in"
    assert store.verify(file) == [], "whatever of it was published meanwhile"


INSIDE = """
import json, os, resource, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app import images, tasks
from app.canvas import names
from app.program import Program
from journeys.edits import steps
app = QApplication([])
program = Program(app, "nl")
window = program.open_file(program.new_window(), Path(sys.argv[1]))
app.processEvents()
view = window.view
step = names.reading_order(window.session.document, view.context.journey)[0].id
def taken():
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
def put(source):
    images.put_on_step(view, step, Path(source))
    end = time.monotonic() + 60
    while images.intake(view, view.context).busy and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.002)
    tasks.wait_for_all()
put(sys.argv[2])  # once, so that all that this needs is loaded
assert window.session.document.images
window.history.undo()
before = window.session.document.snapshot()
for room in map(int, sys.argv[4:]):
    window.bar.hide()
    resource.setrlimit(resource.RLIMIT_AS, (taken() + (room << 20), resource.RLIM_INFINITY))
    put(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    document = window.session.document
    same, kept = document == before, window.file.copy.document() == before
    print(json.dumps([room, len(document.images), window.bar.text, same, kept]), flush=True)
view.context.do(lambda: steps.rename(view.context.document, step, "renamed"), burst=None)
put(sys.argv[3])
document = window.file.copy.document()
print(json.dumps([document.steps[step].title, len(document.images)]), flush=True)
window.file.close(discard=True)
window.finish()
os._exit(0)
"""
