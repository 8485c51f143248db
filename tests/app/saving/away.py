"""The program in a mount namespace of its own, where disks are pulled out and put back; prints what was seen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


def in_own_mounts(what, *arguments):
    """Run one of the functions below in a fresh program; gives what it saw. Skips where nothing may be mounted."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no mount namespaces here")
    done = subprocess.run(
        [unshare, "-rm", sys.executable, "-m", "tests.app.saving.away", what, *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


def pulled_out(stick, name):
    """A stick is pulled out while somebody works on a study on it, and put back later."""
    from PySide6.QtTest import QTest

    from tests.app.saving.doing import offered, press, rename, shown, titles_in

    disk = stick.with_name("disk")
    mount("--bind", disk, stick)
    window = opened(stick / name)
    seen = {"first": rename(window, "Erin"), "in": said(window)}
    subprocess.run(["umount", "-l", str(stick)], check=True)
    seen["edited without"] = rename(window, "Eruit", 1)
    seen["out"] = said(window)
    seen["shown"], seen["offered"] = shown(window), offered(window)
    window.file.heartbeat.beat()  # meanwhile we say that we are still there
    while window.file.heartbeat._beating:
        QTest.qWait(5)
    seen["left on the empty place"] = os.listdir(stick)
    seen["edited on"] = rename(window, "Nog steeds", 2)
    mount("--bind", disk, stick)
    window.file._again.timeout.emit()  # half a minute later
    window.file.wait()
    QTest.qWait(10)
    seen["back"], seen["titles"] = shown(window), sorted(titles_in(stick / name))
    subprocess.run(["umount", "-l", str(stick)], check=True)
    rename(window, "Weer eruit", 3)
    said(window)
    (disk / name).write_bytes((disk / name).read_bytes() + b"\0")  # somebody else worked on it elsewhere
    mount("--bind", disk, stick)
    press(window.status, window.status.save_button.text())
    window.file.wait()
    QTest.qWait(10)
    seen["other version"], seen["files"] = shown(window), sorted(os.listdir(disk))
    over(window)
    return seen


def read_only(folder, name):
    """A study on a medium that cannot be written."""
    mount("--bind", folder, folder)
    mount("-o", "remount,ro,bind", folder)
    from tests.app.saving.doing import choose, dialogs, offered, rename, shown, titles_in

    window = opened(folder / name)
    seen = {"edited": rename(window, "Gewijzigd"), "bar": said(window)}
    seen["shown"], seen["offered"] = shown(window), offered(window)
    seen["asked"] = [dialog.windowTitle() for dialog in dialogs(window)]
    other = folder.with_name("schijf") / "Kopie.levensreis"
    choose(window, other)
    window.file.wait()
    seen["then"], seen["titles"] = shown(window)[0].rpartition(" ")[0], sorted(titles_in(other))
    over(window)
    return seen


def no_room(data, option, path):
    """The folder for changes cannot be written, or is full; another one is chosen, and the next start knows it."""
    mount("-t", "tmpfs", "-o", option, "none", data)
    os.environ["LEVENSREIS_DATA"] = str(data)
    from app.program import Program
    from tests.app.saving.doing import choose, dialogs, offered, press, rename, shown

    window = opened(path)
    seen = {"edited": rename(window, "Geweigerd"), "shown": shown(window)}
    settle()
    seen["bar"], seen["offered"], seen["asked"] = window.bar.text, offered(window), len(dialogs(window))
    press(window.bar, "Andere map kiezen…")
    choose(window, data.with_name("elders"))
    seen["then"] = rename(window, "Nu wel"), said(window), window.bar.text
    over(window)
    again = Program(application(), "nl")
    fresh = again.new_window()
    fresh.show_welcome()
    again.look_after_work_folder(fresh)
    seen["next start"] = fresh.bar.text
    fresh.finish()
    return seen


def application():
    from app import main

    return main.application()


def opened(path):
    from app.program import Program

    program = Program(application(), "nl")
    window = program.open_file(program.new_window(), path)
    settle()
    return window


def settle():
    from PySide6.QtTest import QTest

    QTest.qWait(100)


def said(window):
    """Ask to save, and wait; gives the sentence of the status bar."""
    from PySide6.QtTest import QTest

    window.actions_by_code["save"].trigger()
    window.file.wait()
    QTest.qWait(10)
    return window.status.saved.text()


def over(window):
    window.file.close()
    window.finish()
    settle()


if __name__ == "__main__":
    doing: Any = {"pulled_out": pulled_out, "read_only": read_only, "no_room": no_room}[sys.argv[1]]
    given = [Path(one) if one.startswith("/") else one for one in sys.argv[2:]]
    print(json.dumps(doing(*given)))
