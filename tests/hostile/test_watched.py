"""The watch over tests of hostile input bites: each planted offence is told, each harmless neighbour passes."""

from __future__ import annotations

import importlib.util
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.hostile import watched as watching

OFFENCES = {
    "a file elsewhere": lambda _: Path("/etc/hostname").read_bytes(),
    "a file made elsewhere": lambda _: Path("/etc/levensreis-nowhere/x").write_bytes(b""),
    "a file by its relative name": lambda _: Path("../../../../../../../../etc/hostname").read_bytes(),
    "a database elsewhere": lambda _: sqlite3.connect("file:/etc/hostname?mode=ro", uri=True).close(),
    "another program": lambda _: subprocess.run(["true"], check=True),
    "a shell": lambda _: os.system("true"),  # noqa: S605 - the offence
    "the door": lambda watch: socket.create_connection(("127.0.0.1", int(watch.address.split(":")[2][:5])), 1).close(),
    "a name on the network": lambda _: socket.getaddrinfo("localhost", 80),
    "a secret": lambda watch: watch.secret().read_bytes(),
}


@pytest.mark.parametrize("name", OFFENCES)
def test_an_offence_is_told(tmp_path, name):
    watch = watching.begin(tmp_path, [tmp_path])
    with suppress(OSError):
        OFFENCES[name](watch)
    with pytest.raises(AssertionError, match="reached outside"):
        watching.finish(watch)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system tells who opens a file on Linux only")
def test_a_secret_that_qt_opens_is_told(tmp_path, qapp):
    from PySide6.QtGui import QTextDocument

    watch = watching.begin(tmp_path, [tmp_path])
    held = QTextDocument()
    held.setHtml(f'<img src="file://{watch.secret()}">')
    held.adjustSize()
    with pytest.raises(AssertionError, match="opened by somebody"):
        watching.finish(watch)


def test_code_from_elsewhere_is_told(tmp_path, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "reportlab_mods.py"
    elsewhere.write_text("ran = True")
    watch = watching.begin(tmp_path, [tmp_path])
    spec = importlib.util.spec_from_file_location("planted", elsewhere)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
    with pytest.raises(AssertionError, match="reportlab_mods"):
        watching.finish(watch)


def test_what_is_the_tests_own_passes(watched, tmp_path, home):
    (tmp_path / "x").write_text("een")
    (home / "y").write_text("twee")
    sqlite3.connect(tmp_path / "z").close()
    sqlite3.connect(":memory:").close()
    watched.secret()
    import colorsys  # a module of Python that nothing else here has loaded

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)
    with socket.socket(socket.AF_UNIX) as passing:
        passing.bind(str(tmp_path / "door"))
