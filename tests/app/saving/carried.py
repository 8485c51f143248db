"""A session of the real program as a guest on some computer; prints what was seen. Its Python is the one on a stick."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from app import beginning


def first(program, stick):
    """A new study is made, saved on the stick, edited, pinned, a file dialog is opened, and all is closed."""
    from PySide6.QtWidgets import QFileDialog

    from app import settings
    from tests.app.saving.doing import choose, rename, shown

    window = program.windows[0]
    beginning.start_life_event(program, window, "child", personas=True)
    wait()
    seen = {"edited": rename(window, "Op de stick")}
    window.actions_by_code["save_as"].trigger()
    choose(window, stick / "Studies" / "Kind.levensreis")
    window.file.wait()
    wait()
    seen["saved"] = shown(window)[0]
    seen["again"] = rename(window, "Nog een keer", 1)
    window.actions_by_code["save"].trigger()
    window.file.wait()
    settings.pin_file(window.file.path, pinned=True)
    settings.set_theme("dark")
    window.actions_by_code["open"].trigger()
    for dialog in window.findChildren(QFileDialog):
        dialog.reject()
    seen["about"] = told(window, "about")
    seen["kept"] = told(window, "local_data")
    seen["settings"] = told(window, "settings")
    window.close()
    wait()
    return seen


def second(program, stick):
    """The stick is put in elsewhere: what is remembered, and whether it opens."""
    from app import settings
    from journeys.store import backups

    (path,) = settings.remembered_files()
    window = program.open_file(program.windows[0], path)
    wait()
    seen = {
        "path": str(path), "pinned": [str(one) for one in settings.pinned_files()], "theme": settings.theme(),
        "versions": len(backups.list_for(path)), "gist": bool(settings.gist(path)), "title": window.windowTitle(),
    }  # fmt: skip
    window.close()
    wait()
    return seen


def full(program, stick):
    """The stick takes no files."""
    from tests.app.saving.doing import offered

    window = program.windows[0]
    window.show_welcome()
    program.look_after_work_folder(window)
    return {"bar": window.bar.text, "offered": offered(window)}


def told(window, command):
    from PySide6.QtWidgets import QDialog, QLabel

    window.actions_by_code[command].trigger()
    wait()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
    wait()
    return words


def wait():
    from app import tasks
    from app.pictures import settle

    tasks.wait_for_all()
    settle()


def main(what, stick):
    from app import main as composition
    from app import mishaps
    from app.program import Program

    mishaps.watch()
    app = composition.application()
    program = Program(app, "nl")
    program.new_window()
    mishaps.keep_log()
    seen = what(program, Path(stick))
    for window in list(program.windows):
        window.finish()
    wait()
    mishaps.ended()
    print(json.dumps(seen))


if __name__ == "__main__":
    main({"first": first, "second": second, "full": full}[sys.argv[1]], sys.argv[2])
