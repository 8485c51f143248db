"""What somebody writes lies in the study and in what was asked for, and nowhere else on the computer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import zlib

import pytest
from PySide6.QtWidgets import QApplication

from app import tasks
from app.pictures import settle
from journeys import store
from journeys.cli import main
from journeys.edits import steps
from journeys.exchange import formats
from journeys.store import backups, local_data, retention
from tests.app.privacy.canary import WORD, everywhere, finds, places, snapshot_of

WHO = "zzgebruiker"
"""The user's name, in every place from which a program could take it."""


@pytest.fixture
def house(home, tmp_path, monkeypatch):
    """A computer whose user, home and temporary files are the test's own."""
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, WHO)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    (tmp_path / WHO).mkdir()
    return tmp_path / WHO


@pytest.fixture
def told(child, house):
    """A study in which every text is the rare word, in a file."""
    path = house / "Reis.levensreis"
    document = everywhere(child)
    store.create_file(path, document, snapshots=[snapshot_of(document, WORD)])
    return path


def test_the_search_sees_the_word_in_every_way_it_is_kept(told, house):
    assert places(house) == ["Reis.levensreis"]
    for kept in (WORD.encode(), WORD.encode("utf-16-le"), b"stream\n" + zlib.compress(WORD.encode()) + b"endstream"):
        assert finds(b"\0" + kept)
    assert not finds(b"ZZKANARIE12345678")


STUMBLE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app import main
from app.program import Program

def stumble(window):
    QTimer.singleShot(100, window, window.close)
    raise ValueError(next(iter(window.session.document.steps.values())).title)

opened = Program.show_study
def show_study(program, *arguments, **options):
    window = opened(program, *arguments, **options)
    QTimer.singleShot(500, window, lambda: stumble(window))
    return window
Program.show_study = show_study
main.run([Path(sys.argv[1])], "nl")
"""


def test_I1_a_text_lies_in_the_study_and_in_what_was_made_of_it_and_nowhere_else(home, house, told, qtbot, program):
    window = program.open_file(program.new_window(), told)
    settle()
    view, document = window.view, window.session.document
    step = next(iter(document.steps.values()))
    for title in (f"{WORD} anders", f"{WORD} weer"):
        view.context.do(lambda title=title: steps.rename(document, step.id, title))
    window.history.undo()
    for code in (
        "find", "table", "compare", "ecosystem", "map", "findings", "facts", "snapshots", "save_view", "vote", "timer",
        "quick", "palette", "settings", "about", "privacy", "versions", "problem", "local_data", "help", "select_all",
        "copy",
    ):  # fmt: skip
        window.actions_by_code[code].trigger()
        settle()
        for dialog in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if dialog is not None:
                dialog.close()
        settle()
    window.file.publish_now()
    window.close()
    tasks.wait_for_all()
    settle()
    made = house / "gemaakt"
    made.mkdir()
    for arguments in (
        ("poster", told, "-o", made / "p.pdf", "--paper", "A3"), ("export", told, "-o", made / "s.json"),
        ("report", told, "-o", made / "r.html"), ("report", told, "-o", made / "r.md"),
        ("check", told), ("info", told), ("verify", told), ("snapshots", told),
    ):  # fmt: skip
        assert main([*map(str, arguments)], window=None, picture=None) == 0
    subprocess.run([sys.executable, "-c", STUMBLE, str(told)], check=True, capture_output=True, timeout=60)
    log = home / "levensreis" / "log" / "levensreis.log"
    assert "ValueError" in log.read_text("utf-8"), "it did stumble"
    QApplication.clipboard().clear()
    kept = [name for name in places(home) if not name.startswith("levensreis/backup/")]
    assert kept == [], "neither settings nor log nor a working copy of a study that was closed"
    assert places(house.parent / "temporary") == []
    assert set(places(house)) == {
        "Reis.levensreis",
        *(f"gemaakt/{name}" for name in ("p.pdf", "s.json", "r.html", "r.md")),
    }


def test_I2_what_was_deleted_is_gone_from_the_file_from_what_is_made_of_it_and_in_time_from_the_backups(
    home, house, child, program
):
    path = house / "Reis.levensreis"
    document = child.snapshot()
    step = next(iter(document.steps.values()))
    document.write(steps.rename(document, step.id, WORD).changes)
    store.create_file(path, document)
    window = program.open_file(program.new_window(), path)
    held = window.session.document
    window.view.context.do(lambda: steps.delete(held, [step.id]))
    assert window.file.publish_now()
    window.close()
    settle()
    assert not finds(path.read_bytes())
    assert places(home / "levensreis" / "work") == []
    for name in ("uit.json", "uit.html"):
        assert (
            main(
                ["export" if name.endswith("json") else "report", str(path), "-o", str(house / name)],
                window=None,
                picture=None,
            )
            == 0
        )
    assert places(house) == []
    assert any(finds(backup.path.read_bytes()) for backup in backups.list_for(path)), "that is what they are for"
    newest = backups.list_for(path)[0]
    retention.keep_for(0)
    local_data.expire()
    assert places(home) == []
    assert not newest.path.exists()


def test_I3_nothing_that_is_made_tells_who_made_it_or_where(home, house, child, qapp):
    path = house / "Reis.levensreis"
    store.create_file(path, child)
    for out, arguments in {
        "p.pdf": ("poster", "--paper", "A3"), "b.pdf": ("poster", "--paper", "A3", "--attach"),
        "s.json": ("export",), "r.html": ("report",), "r.md": ("report",), "r.pdf": ("report",),
    }.items():  # fmt: skip
        command, *options = arguments
        assert main([command, str(path), "-o", str(house / out), *options], window=None, picture=None) == 0, out
    from app import main as window

    assert window.picture(path, house / "w.png", language="nl", size=(800, 600)) == 0
    import getpass
    import platform

    files = sorted(file for file in house.iterdir() if file.is_file())
    assert len(files) == 8
    for word in (WHO, str(house.parent), str(home), getpass.getuser() + "@", platform.node()):
        if len(word) > 3:
            assert [file.name for file in files if finds(file.read_bytes(), word)] == [], word
    for file in files:
        if file.suffix == ".png":
            kinds = set(re.findall(rb"(tEXt|iTXt|zTXt|eXIf|tIME)", file.read_bytes()[:4000]))
            assert not kinds, file.name
    about = formats.read_file(house / "s.json")
    assert about.document.study.title == child.study.title
    assert not {"user", "host", "path", "program"} & set(json.loads((house / "s.json").read_text("utf-8")))
