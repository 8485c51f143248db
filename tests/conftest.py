"""Guards around every test: no network, no stray log, no leaked thread, no real home folder."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import settings

from tests import costly

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LEVENSREIS_OWN_FONTS", "1")  # what is printed does not hang on the fonts of this computer
os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="levensreis-run-")  # made 0700, as Qt wants it

# Python keeps what it compiled, whatever the terminal says: tests start a fresh one many times.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No deadline: the machine's speed is nobody's fault. The same examples on every run in CI.
settings.register_profile("levensreis", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("levensreis")


def pytest_addoption(parser):
    parser.addoption("--costs", metavar="FILE", help="write down what each test costs")


def pytest_configure(config):
    if config.getoption("--costs"):
        config.pluginmanager.register(costly.Costs(Path(config.getoption("--costs")).absolute()))


def pytest_unconfigure():
    shutil.rmtree(os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)  # before they are chosen by their marks
def pytest_collection_modifyitems(items):
    costly.mark(items)


def pytest_collection_finish():
    """Modules and collected tests live to the end: a collection need not walk through them each time."""
    gc.collect()
    gc.freeze()


_network_calls: list[str] = []
_homes = itertools.count()
_LOOPBACK = re.compile(r"127\.\d+\.\d+\.\d+|::1|localhost|")


def _is_local(address: object) -> bool:
    """Whether an address stays on this machine: a Unix socket's path, or loopback."""
    if isinstance(address, tuple):
        address = address[0]
    if isinstance(address, bytes):
        return True
    return address is None or "/" in str(address) or _LOOPBACK.fullmatch(str(address)) is not None


def _guard_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        address = arguments[0]
    else:
        return
    if not _is_local(address):
        _network_calls.append(f"{event} {address!r}")
        raise PermissionError(f"a test reached for the network: {event} {address!r}")


sys.addaudithook(_guard_network)


@pytest.fixture(autouse=True)
def _no_network():
    """Fails the test that reached for the network, also when the code swallowed the refusal."""
    _network_calls.clear()
    yield
    assert not _network_calls, f"reached for the network: {_network_calls}"


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch) -> Path:
    """A home folder of the test's own; every place where user data may go lies inside it."""
    folder = tmp_path_factory.mktemp(f"home-{next(_homes)}", numbered=False)  # numbering by hand: pytest's is slow
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / "xdg" / name.lower()))
    monkeypatch.setenv("LEVENSREIS_DATA", str(folder / "levensreis"))
    (folder / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))  # the files of a test do not lie among temporary ones
    return folder


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _quiet_log(request):
    """Fails a test on any log record from WARNING up that its `expects_log` markers do not name."""
    recorder = _Recorder()
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    patterns = [marker.args[0] for marker in request.node.iter_markers("expects_log")]
    stray = [line for line in recorder.lines if not any(re.search(p, line) for p in patterns)]
    assert not stray, f"stray log records: {stray}"
    silent = [p for p in patterns if not any(re.search(p, line) for line in recorder.lines)]
    assert not silent, f"expected in the log, never written: {silent}"


@pytest.fixture(autouse=True)
def _no_leaked_thread():
    """Fails the test that leaves a thread of ours running; Qt's own threads show up as dummies."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue
        thread.join(2)
        assert not thread.is_alive(), f"leaked thread: {thread.name}"


@pytest.fixture
def lay_down(tmp_path, monkeypatch):
    """Writes the file of the administrator, as it is found at the next start; gives its place."""
    from journeys.settings import administrator

    place = tmp_path / "administrator.ini"
    monkeypatch.setattr(administrator, "places", lambda: [place])

    def do(text):
        place.write_text(text, "utf-8")
        administrator._rules.cache_clear()
        return place

    administrator._rules.cache_clear()
    return do


@pytest.fixture(scope="session")
def qapp_cls():
    """The application object of the program itself: a process has one, whichever test is the first to want it."""
    from app.instance.application import Application

    return Application


@pytest.fixture
def watched(tmp_path, tmp_path_factory):
    """Fails the test that opens a file, reaches an address or runs anything outside its own folders.

    Its `secret()` is a file that nobody may open, its `address` a door at which nobody may knock; also Qt is seen.
    """
    from tests.hostile import watched

    watch = watched.begin(tmp_path, [tmp_path_factory.getbasetemp(), Path(os.environ["XDG_RUNTIME_DIR"])])
    yield watch
    watched.finish(watch)
