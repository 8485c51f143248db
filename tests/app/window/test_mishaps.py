"""Errors in our own code and rubbish in our own settings: told, logged without content, and life goes on."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QPushButton

from app import logbook, mishaps, settings, traces
from journeys.errors import FileError
from journeys.store import locations, recovery
from journeys.store.opener import open_file

CANARY = "ZZKANARIE123456782"
ROOT = Path(__file__).parents[3]

PLACES = (
    "slot", "timer", "single_shot", "paint_event", "item_paint", "event_filter", "event", "model", "delegate", "close",
    "worker", "thread", "qthread", "qrunnable", "finished_slot", "destructor", "listener", "startup", "shutdown",
)  # fmt: skip
"""Everywhere that Qt or a thread calls our code without anybody of ours above it."""

STUMBLING = """
import os, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import *
from PySide6.QtGui import *
from PySide6.QtWidgets import *
from app import main, mishaps, tasks
from app.program import Program
from journeys.edits import steps

CANARY, END = sys.argv[2], sys.argv[3]
told = []
tell = Program._tell_mishap
main_thread = threading.main_thread()
Program._tell_mishap = lambda program, kind: (told.append((kind, threading.current_thread() is main_thread)),
                                              tell(program, kind))

def stumble(place):
    try:
        open(Path.home() / CANARY)
    except OSError as cause:
        error = type("In_" + place, (ValueError,), {})(CANARY)
        error.add_note(CANARY)
        raise error from cause

class Stumbling(QWidget):
    def paintEvent(self, event):
        stumble("paint_event")

    def event(self, event):
        if event.type() == QEvent.Type.User:
            stumble("event")
        return super().event(event)

    def closeEvent(self, event):
        stumble("close")

class Item(QGraphicsRectItem):
    def paint(self, painter, option, widget=None):
        stumble("item_paint")

class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 1

    def data(self, index, role=0):
        if role == Qt.ItemDataRole.ToolTipRole:
            stumble("model")

class Delegate(QStyledItemDelegate):
    def paint(self, painter, option, index):
        stumble("delegate")

class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            stumble("event_filter")
        return False

class Thread(QThread):
    def run(self):
        stumble("qthread")

class Runnable(QRunnable):
    def run(self):
        stumble("qrunnable")

class Gone:
    def __del__(self):
        stumble("destructor")

def work(_):
    raise KeyError(CANARY)

def hand_over(error):
    stumble("worker")

held = []

def later(window, acts):
    if acts:
        QTimer.singleShot(0, window, lambda: later(window, acts[1:]))
        QTimer.singleShot(0, window, acts[0])
    else:
        QTimer.singleShot(400, window, lambda: end(window))

def go(window):
    if not (Path(os.environ["LEVENSREIS_DATA"]) / "log" / "levensreis.log").exists():
        QTimer.singleShot(50, window, lambda: go(window))  # the log begins when the picture stands
        return
    button = QPushButton(window)
    button.clicked.connect(lambda: stumble("slot"))
    timer = QTimer(window, interval=5)
    timer.timeout.connect(lambda: (timer.stop() if timer.property("n") == 40 else None,
                                   timer.setProperty("n", (timer.property("n") or 0) + 1), stumble("timer")))
    picture = Stumbling(window)
    picture.resize(50, 50)
    scene = QGraphicsScene(window)
    scene.addItem(Item(0, 0, 9, 9))
    view = QGraphicsView(scene, window)
    listed = QListView(window)
    model, delegate, filter = Model(), Delegate(), Filter()
    listed.setModel(model)
    listed.setItemDelegate(delegate)
    held.extend((button, timer, picture, scene, view, listed, model, delegate, filter))
    other = QObject(window)
    other.installEventFilter(filter)
    thread, plain = Thread(window), threading.Thread(target=lambda: stumble("thread"))
    thread.finished.connect(lambda: stumble("finished_slot"))
    step = next(iter(window.session.document.steps.values()))

    def edit():
        window.session.listen(lambda edit: stumble("listener"))
        window.history.perform(steps.rename(window.session.document, step.id, CANARY))

    def drop():
        gone = Gone()
        del gone

    later(window, [
        *[button.click] * 3, timer.start, lambda: QTimer.singleShot(0, window, lambda: stumble("single_shot")),
        picture.show, picture.update, lambda: QCoreApplication.postEvent(picture, QEvent(QEvent.Type.User)),
        view.show, listed.show, lambda: QCoreApplication.postEvent(other, QEvent(QEvent.Type.User)),
        lambda: listed.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) and None,
        lambda: tasks.start(work, window, None, hand_over), thread.start,
        lambda: (plain.start(), plain.join()), lambda: QThreadPool.globalInstance().start(Runnable()),
        picture.close, edit, drop, lambda: qWarning(CANARY + " " + str(Path.home())),
        lambda: __import__("warnings").warn(CANARY, UserWarning),
        lambda: __import__("logging").getLogger("sqlalchemy.engine").error("INSERT %s", CANARY),
    ])

def end(window):
    QThreadPool.globalInstance().waitForDone()
    for widget in held:
        if isinstance(widget, QWidget):
            widget.hide()
    print(sorted({kind for kind, _ in told}), all(here for _, here in told), window.bar.text, sep=chr(10), flush=True)
    if END == "abort":
        os.abort()
    if END == "segfault":
        import ctypes
        ctypes.string_at(0)
    wait = tasks.wait_for_all
    tasks.wait_for_all = lambda: (wait(), QTimer.singleShot(0, lambda: None), shut())
    os.kill(os.getpid(), signal.SIGTERM)

def shut():
    with (Path(os.environ["LEVENSREIS_DATA"]) / "log" / "crash.log").open("a") as crash:
        crash.write("Windows fatal exception: code 0x8001010d" + chr(10))  # some of these the system goes on after
    threading.Thread(target=lambda: stumble("shutdown")).start()

started = Program.new_window

def new_window(program):
    window = started(program)
    threading.Thread(target=lambda: stumble("startup")).start()  # no log and no message bar is there yet
    QTimer.singleShot(600, window, lambda: go(window))
    return window

Program.new_window = new_window
sys.exit(main.run([Path(sys.argv[1])], "nl"))
"""


def stumble(path, end):
    """A real run of the program in which everything fails that can; gives the process and its log."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", STUMBLING, str(path), CANARY, end], capture_output=True,
        text=True, check=False, timeout=60, cwd=ROOT, env={**os.environ, "TMPDIR": str(locations.data_folder())},
    )  # fmt: skip
    log = locations.data_folder() / "log" / "levensreis.log"
    return done, log.read_text("utf-8") if log.exists() else ""


@pytest.fixture(scope="module")
def stumbled(tmp_path_factory, child_file):
    """One run for all places; what it printed, what it logged, and what is in the file after it."""
    home = tmp_path_factory.mktemp("stumbled") / "Sanne de Vries"
    home.mkdir()
    path = home / "Dossier Youssef.levensreis"
    path.write_bytes(child_file)
    held = {name: os.environ.get(name) for name in ("HOME", "LEVENSREIS_DATA")}
    os.environ.update(HOME=str(home), LEVENSREIS_DATA=str(home / "data"))
    try:
        done, log = stumble(path, "end")
    finally:
        for name, value in held.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    titles = {step.title for step in open_file(path).document.steps.values()}
    return done, log, titles, home


@pytest.mark.parametrize("place", PLACES)
def test_A18_an_exception_anywhere_is_logged_without_content_and_told_once(stumbled, place):
    done, log, titles, _ = stumbled
    assert done.returncode == 0, done.stderr
    told, in_the_main_thread, bar = done.stdout.splitlines()
    assert CANARY in titles, "the edit went on to the file"
    assert "Uw werk is veilig" in bar
    assert in_the_main_thread == "True", "no widget is touched in another thread"
    if place == "listener":
        assert "a listener failed on step.rename" in log
        return
    assert f"In_{place} at tests" in log or f"In_{place} at <string>" in log
    assert place == "shutdown" or f"In_{place}" in told


def test_A18_a_failure_at_every_stroke_does_not_drive_the_rest_out_of_the_log(stumbled):
    _, log, _, _ = stumbled
    assert log.count("In_timer at") == 2, "the first time and the tenth"


def test_I6_nothing_of_anybody_is_in_the_log(stumbled):
    done, log, _, home = stumbled
    for secret in (CANARY, "Sanne", "Youssef", home.name, str(home.parent), 'levensreis" , line'):
        assert secret not in log
        assert secret not in done.stderr.replace(str(ROOT), ""), "what goes to the terminal may end in a log too"
    assert "because of FileNotFoundError" in log
    assert "[ENOENT]" in log
    assert "UserWarning at" in log
    assert "ERROR sqlalchemy.engine said something at" in log
    assert "Qt: default" in log
    assert " INFO levensreis started: Levensreis" in log


SEGFAULT = pytest.param("segfault", "Segmentation fault", marks=pytest.mark.long)


@pytest.mark.parametrize(("end", "said"), [("abort", "Aborted"), SEGFAULT])
def test_A19_after_a_crash_of_the_program_itself_the_stack_is_kept_and_the_work_is_offered(
    qtbot, program, path, home, end, said
):
    done, _ = stumble(path, end)
    assert done.returncode < 0, done.stderr
    crash = mishaps.log_folder() / mishaps.CRASH
    assert f"Fatal Python error: {said}" in crash.read_text("utf-8")
    window = program.new_window()
    window.show_welcome()
    assert mishaps.take_crash()
    assert not mishaps.take_crash(), "it is told once"
    last = (mishaps.log_folder() / mishaps.LAST).read_text("utf-8")
    assert f"Fatal Python error: {said}" in last
    assert "app/main.py:" in last
    for secret in (CANARY, str(ROOT), str(home), sys.prefix):
        assert secret not in last
    program.offer_recovery(window, crashed=True)
    dialog = offered(qtbot, window)
    assert "onverwacht gestopt" in " ".join(label.text() for label in dialog.findChildren(type(dialog.cards[0].told)))
    dialog.report.click()
    report = window.findChild(QObject, "report")
    assert f"Fatal Python error: {said}" in report.whole()
    report.close()
    dialog.cards[0].restore.click()
    (shown,) = [one for one in program.windows if one.session is not None]
    assert CANARY in {step.title for step in shown.session.document.steps.values()}
    qtbot.waitUntil(lambda: not shown.file.unpublished)
    assert CANARY in {step.title for step in open_file(path).document.steps.values()}


def offered(qtbot, window):
    """The dialog with what can be recovered, once it was looked for."""
    qtbot.waitUntil(lambda: window.findChild(QObject, "recovery") is not None)
    return window.findChild(QObject, "recovery")


def test_A19_a_crash_without_anything_to_recover_is_told_with_the_way_to_a_report(qtbot, program):
    window = program.new_window()
    window.show_welcome()
    program.offer_recovery(window, crashed=True)
    qtbot.waitUntil(lambda: "onverwacht gestopt" in window.bar.text)
    assert [button.text() for button in window.bar.findChildren(QPushButton)] == ["Melden…"]


def test_A19_a_run_that_ends_as_it_should_leaves_no_crash(stumbled, monkeypatch):
    done, _, _, home = stumbled
    assert done.returncode == 0, done.stderr
    monkeypatch.setenv("LEVENSREIS_DATA", str(home / "data"))
    assert not mishaps.take_crash()
    assert recovery.abandoned() == []


UNSTARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QLabel
from app import main
from app.program import Program

def fail(*_, **__):
    raise ValueError(sys.argv[1])

def look():
    (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    print(box.text(), flush=True)
    box.buttons()[0].click()

Program.new_window = fail
app = main.application()
QTimer.singleShot(200, look)
sys.exit(main.run([], "nl"))
"""


def test_A18_an_exception_before_there_is_a_window_is_logged_and_told(home):
    done = subprocess.run(
        [sys.executable, "-c", UNSTARTED, CANARY], capture_output=True, text=True, check=False, timeout=60, cwd=ROOT
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.strip() in ("Levensreis kan niet starten.", "Levensreis cannot start.")
    log = (mishaps.log_folder() / logbook.NAME).read_text("utf-8")
    assert "uncaught ValueError at <string>" in log
    assert CANARY not in log + done.stderr


@pytest.fixture
def log(home):
    """The log of this very process, let go of behind the test."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
    logbook.begin(mishaps.log_folder())
    yield mishaps.log_folder() / logbook.NAME
    logbook.end()
    sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = hooks


def logged(log):
    logbook.end()
    return log.read_text("utf-8") if log.exists() else ""


@pytest.mark.expects_log("uncaught ValueError")
def test_A18_a_failure_is_told_once_and_the_program_goes_on(program, window, log):
    told = []

    def tell(kind):
        told.append(kind)
        return program.tell_mishap(kind)

    mishaps.catch(tell)
    for _ in range(2):
        try:
            int("geheim")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert told == ["ValueError"]
    assert "Uw werk is veilig" in window.view.bar.text
    assert "geheim" not in window.view.bar.text
    next(b for b in window.view.bar.findChildren(QPushButton) if b.text() == "Melden…").click()
    window.findChild(QObject, "report").close()


@pytest.mark.expects_log("uncaught ValueError")
def test_A18_what_nobody_could_be_told_is_told_the_next_time(program, log):
    answers = [False, True]
    mishaps.catch(lambda _: answers.pop(0))
    for _ in range(3):
        sys.excepthook(ValueError, ValueError(), None)
    assert answers == []


@pytest.mark.expects_log("uncaught")
def test_I6_of_an_error_only_its_kind_its_code_and_its_place_are_logged(log):
    mishaps.catch(lambda _: True)
    try:
        try:
            raise FileError("file.full", name=CANARY, path=CANARY)  # noqa: TRY301 - the chain is what is tested
        except FileError as inner:
            group = ExceptionGroup(CANARY, [OSError(28, CANARY, CANARY), KeyError(CANARY)])
            group.add_note(CANARY)
            raise group from inner
    except ExceptionGroup as error:
        sys.excepthook(type(error), error, error.__traceback__)
    found = logged(log)
    assert CANARY not in found
    for told in ("ExceptionGroup at tests/app/window/test_mishaps.py", "FileError at", "[file.full]", "[ENOSPC]",
                 "KeyError at"):  # fmt: skip
        assert told in found


@pytest.mark.expects_log("kanarie")
def test_I6_the_text_of_an_exception_stays_out_of_the_log_also_when_another_log_wrote_it_first(log):
    record = logging.LogRecord("app.test", logging.ERROR, __file__, 1, "kanarie", (), None)
    try:
        int(CANARY)
    except ValueError as error:
        record.exc_info = (type(error), error, error.__traceback__)
    logging.Formatter().format(record)
    assert CANARY in (record.exc_text or "")
    logging.getLogger().handle(record)
    assert CANARY not in logged(log)


def test_I6_of_what_qt_says_only_who_said_it_is_logged():
    assert logbook.speaker("QPainter::begin: Paint device returned engine == 0") == "QPainter::begin"
    assert logbook.speaker(f"Q{CANARY}: nonsense") == ""
    assert logbook.speaker(f"{CANARY} QPainter::begin") == ""
    assert logbook.speaker("QWidget says hello") == "QWidget"


def test_I6_the_paths_of_a_traceback_are_those_of_the_program():
    home = "/home/jan.jansen/levensreis/.venv/lib/python3.11/site-packages/PySide6/QtCore.py"
    assert traces.spot(home) == "PySide6/QtCore.py"
    assert traces.spot(r"C:\Users\Jan Jansen\Programma\app\main.py") == "main.py"
    assert traces.spot(str(ROOT / "app" / "main.py")) == "app/main.py"
    assert traces.spot("<frozen importlib._bootstrap>") == "<frozen importlib._bootstrap>"


def test_I6_the_stack_of_a_crash_is_cleaned_line_by_line():
    stack = (
        "Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007f (most recent call first):\n"
        '  File "C:\\Users\\Jan Jansen\\app\\main.py", line 12 in run\n'
        f'{CANARY} writes a line of its own\n  File "/home/jan/x.py", line ??? in go\n'
    )
    assert traces.cleaned_stack(stack).splitlines() == [
        "Fatal Python error: Segmentation fault", "Current thread 0x00007f (most recent call first):",
        "  main.py:12 run", "  x.py:??? go",
    ]  # fmt: skip
    assert traces.cleaned_stack("rubbish") == ""


def test_I6_the_log_is_five_files_of_one_megabyte(log):
    line = "x" * 999
    for _ in range(6_500):
        logbook.wrote(line)
    logbook.end()
    files = sorted(log.parent.glob("levensreis.log*"))
    assert len(files) == 5
    assert max(file.stat().st_size for file in files) <= 1_000_000


def test_A18_a_log_that_cannot_be_written_stops_nobody(tmp_path, capfd):
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    logbook.begin(blocked / "log")
    logging.getLogger("levensreis").info("niets")
    logbook.end()
    handler = logbook.LogFile(tmp_path / "weg" / "log")
    handler.handle(logging.LogRecord("app", logging.ERROR, "", 1, CANARY, (), None))
    assert CANARY not in capfd.readouterr().err


RUBBISH = {
    "bytes": bytes(range(256)) * 20,
    "empty": b"",
    "unclosed": b"[General\nlanguage=",
    "wrong kinds": (
        b"[General]\nlanguage=@Variant(\\0\\0\\0\\x7f)\ntheme=@ByteArray(x)\ntext_size=NaN\n"
        b"recent=@Variant(\\xff\\xff), 3, @Invalid()\nwindow=@ByteArray(\\x1\\x2)\npanes=hallo\n"
    ),
    "far away": b"[General]\ntext_size=-9999999999999999999\nrecent=/niet/hier, ../.., \\0, ~\nwindow=99\npanes=1, 2\n",
}


@pytest.mark.qt_log_ignore("QVariant::load: unknown user type", extend=True)  # Qt tells what it found
@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_in_the_settings_is_ignored_and_overwritten(program, home, path, name):
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Levensreis", "levensreis")
    file = home / "settings" / "Levensreis" / "levensreis.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(RUBBISH[name])
    store.sync()
    assert settings.language() in ("nl", "en")
    assert settings.theme() in settings.THEMES
    assert settings.text_size() in settings.TEXT_SIZES
    assert all(known.is_absolute() for known in settings.remembered_files())
    program.redress()
    window = program.new_window()
    window.show_welcome()
    opened = program.open_file(window, path)
    opened.remember()
    assert path in settings.remembered_files()
