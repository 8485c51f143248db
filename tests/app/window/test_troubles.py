"""Disks that are full or read-only, folders that go, and somebody else at the same file: nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from journeys.edits import steps
from journeys.store import locations
from journeys.store.opener import open_file
from tests.journeys.store.colleagues import somebody_else

COMPUTER = "Bewaard op deze computer, bestand volgt"


def rename_first(window, title):
    step = next(iter(window.session.document.steps.values()))
    done = window.history.perform(steps.rename(window.session.document, step.id, title))
    return done and step.id


def press(parent, text):
    next(b for b in parent.findChildren(QPushButton) if b.text() == text and not b.isHidden()).click()


def save(qtbot, window):
    window.actions_by_code["save"].trigger()
    qtbot.waitUntil(lambda: window.file._publishing is None)


def refuse(monkeypatch, number):
    """From now on no file gets its name."""

    real = Path.replace

    def replace(source, target):
        if Path(target).suffix != ".levensreis":
            return real(source, target)
        raise OSError(number, os.strerror(number), str(target))

    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EBUSY])
def test_a_file_that_cannot_be_replaced_is_told_once_and_followed_when_it_can(qtbot, monkeypatch, window, path, number):
    before = path.read_bytes()
    rename_first(window, "Een")
    with monkeypatch.context() as patch:
        refuse(patch, number)
        save(qtbot, window)
        assert "veilig op deze computer" in window.view.bar.text
        assert window.status.saved.text() == COMPUTER
        named = number in (errno.EACCES, errno.EROFS)
        assert window.status.save_button.text() == ("Ergens anders opslaan…" if named else "Opnieuw proberen")
        for dialog in window.findChildren(QFileDialog):
            dialog.reject()
        window.view.bar.hide()
        assert rename_first(window, "Twee"), "editing goes on"
        window.file.publish()
        qtbot.waitUntil(lambda: window.file._publishing is None)
        assert window.view.bar.text == "", "the same trouble is not told at every try"
        save(qtbot, window)
        assert "veilig op deze computer" in window.view.bar.text, "whoever asks hears it again"
        assert len([one for one in window.findChildren(QFileDialog) if one.isVisible()]) == named, "another name helps"
        assert path.read_bytes() == before
        assert [name for name in os.listdir(path.parent) if name.endswith(".tmp")] == []
    press(window.view.bar, "Opnieuw proberen")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(path).document == window.session.document


def test_what_was_told_of_a_trouble_goes_when_the_file_is_written_again(qtbot, monkeypatch, window):
    rename_first(window, "Een")
    with monkeypatch.context() as patch:
        refuse(patch, errno.ENOSPC)
        save(qtbot, window)
    assert "veilig op deze computer" in window.view.bar.text
    window.status.save_button.click()
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert window.view.bar.text == ""


def test_a_folder_that_is_gone_stops_nobody_and_gets_the_file_elsewhere(qtbot, window, path, tmp_path):
    rename_first(window, "Een")
    path.parent.rename(tmp_path.with_name(tmp_path.name + "-weg"))
    save(qtbot, window)
    assert "veilig op deze computer" in window.view.bar.text
    assert rename_first(window, "Twee")
    tmp_path.mkdir()
    other = tmp_path / "Elders.levensreis"
    window.file.rename(other)
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(other).document == window.session.document


def test_a_working_copy_that_somebody_deleted_is_made_anew_from_the_screen(qtbot, window, path):
    first = rename_first(window, "Een")
    shutil.rmtree(locations.work_folder())
    second = list(window.session.document.steps)[3]
    assert window.history.perform(steps.rename(window.session.document, second, "Twee"))
    save(qtbot, window)
    document = open_file(path).document
    assert (document.steps[first].title, document.steps[second].title) == ("Een", "Twee")
    assert not list(path.parent.glob("*conflict*"))


def test_a_computer_that_cannot_keep_edits_says_so_and_takes_them_again_when_it_can(
    qtbot, monkeypatch, window, tmp_path
):  # fmt: skip
    qtbot.waitUntil(lambda: window.file._copy is not None)
    window.file.close()
    broken = tmp_path / "geen map"
    broken.write_bytes(b"")
    with monkeypatch.context() as patch:
        patch.setenv("LEVENSREIS_DATA", str(broken))
        assert not rename_first(window, "Geweigerd")
        assert window.status.saved.text().startswith("Niet bewaard: ")
        assert window.view.bar.text
        window.actions_by_code["save"].trigger()
        assert window.status.saved.text().startswith("Niet bewaard: ")
        assert not window.findChildren(QDialog)
    window.actions_by_code["save"].trigger()
    assert window.status.saved.text().startswith("Bewaard in bestand")
    assert window.view.bar.text == ""
    assert rename_first(window, "Nu wel")


MOUNTED = """
import os, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from app import main
from app.program import Program
from journeys.edits import steps

app = main.application()
program = Program(app, "nl")
window = program.open_file(program.new_window(), Path(sys.argv[1]))
QTest.qWait(100)
step = next(iter(window.session.document.steps.values()))
for title in ("Een", "Twee"):
    print(window.history.perform(steps.rename(window.session.document, step.id, title)))
window.actions_by_code["save"].trigger()
window.file.wait()
QTest.qWait(20)
print(window.status.saved.text().split(":")[0])
print(window.view.bar.text)
print(len(window.findChildren(QDialog)))
window.file.close()
window.finish()
"""


def mounted(tmp_path, path, mount, data=None):
    """The program in a mount namespace of its own; gives what it printed."""
    script = f'{mount} && exec "$0" -c "$1" "$2"'
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no mount namespaces here")
    done = subprocess.run(
        [unshare, "-rm", "sh", "-c", script, sys.executable, MOUNTED, str(path)], capture_output=True, text=True,
        check=False, timeout=60, env={**os.environ, **({"LEVENSREIS_DATA": str(data)} if data else {})},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()


def test_a_full_disk_under_the_file_leaves_the_file_and_the_work_whole(tmp_path, path):
    stick = tmp_path / "stick"
    stick.mkdir()
    kept = path.read_bytes()
    size = len(kept) // 1024 + 40
    lines = mounted(
        tmp_path, stick / path.name,
        f'mount -t tmpfs -o size={size}k none "{stick}" && cp "{path}" "{stick}"',
    )  # fmt: skip
    assert lines[:3] == ["True", "True", COMPUTER]
    assert "vol" in lines[3]
    assert lines[4] == "0"


def test_a_recovered_study_whose_file_a_colleague_edits_stays_a_copy(qtbot, program, window, path):
    rename_first(window, "Van gisteren")
    window.file._copy._unlock()
    before = path.read_bytes()
    somebody_else(path)
    window.file.publish()
    qtbot.waitUntil(lambda: "kopie" in window.view.bar.text)
    assert path.read_bytes() == before
    assert window.session.document == window.file.copy.document()


def test_a_large_file_is_read_in_a_worker_and_comes_when_it_is_there(qtbot, monkeypatch, program, path):
    monkeypatch.setattr("app.opening.AT_ONCE", 1000)
    window = program.new_window()
    assert program.open_file(window, path) is None
    assert window.start_page is not None, "there is something to look at meanwhile"
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.file.path == path
    bad = path.with_name("Kapot.levensreis")
    bad.write_bytes(b"x" * 2000)
    assert program.open_file(window, bad) is None
    qtbot.waitUntil(lambda: "Kapot.levensreis" in window.bar.text)
