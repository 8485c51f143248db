"""The guards around every test bite: each planted offence fails, each harmless neighbour passes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

PLANTED = """
import logging, os, socket, sys, threading, time
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_a_swallowed_call_to_the_network_fails():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    except OSError:
        pass

def test_a_look_up_of_a_host_fails():
    try:
        socket.getaddrinfo("levensreis.invalid", 80)
    except OSError:
        pass

def test_loopback_passes():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_a_log_record_fails():
    logging.getLogger("store").warning("odd")

@pytest.mark.expects_log("odd")
def test_an_expected_log_record_passes():
    logging.getLogger("store").warning("odd")

@pytest.mark.expects_log("odd")
def test_an_expected_log_record_that_never_comes_fails():
    pass

def test_a_leaked_thread_fails():
    threading.Thread(target=threading.Event().wait, args=(20,), daemon=True).start()

def test_the_home_folder_is_a_new_one_passes(home):
    assert os.path.expanduser("~") == str(home) and os.environ["XDG_DATA_HOME"].startswith(str(home))

def test_a_warning_of_python_fails():
    import warnings
    warnings.warn("old")

def test_a_warning_of_qt_fails(qtbot):
    qWarning("odd")

def test_a_window_left_open_fails(qtbot):
    kept.append(QWidget())
    kept[-1].show()

def test_a_timer_left_running_fails(qtbot):
    kept.append(QTimer())
    kept[-1].start(60_000)

def test_a_window_that_the_test_gives_back_passes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window).start(60_000)
    window.show()

@pytest.mark.long
def test_a_long_test_is_left_out():
    pass
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, str]:
    """The outcome of every planted test, run with our guards and our settings in a new interpreter."""
    root = tmp_path_factory.mktemp("guarded")
    shutil.copy(HERE.parent / "pyproject.toml", root)
    (root / "tests" / "app").mkdir(parents=True)
    for name in ("conftest.py", "app/conftest.py", "costly.py", "costly.txt"):
        shutil.copy(HERE / name, root / "tests" / name)
    (root / "tests" / "app" / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "--tb=no", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    found = re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    worst: dict[str, str] = {}
    for outcome, name in found:
        worst[name] = outcome if outcome != "PASSED" else worst.get(name, outcome)
    return worst


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", PLANTED, re.MULTILINE))
def test_a_guard(outcomes, name):
    if name.endswith("_fails"):
        assert outcomes[name] in {"FAILED", "ERROR"}
    elif name.endswith("_passes"):
        assert outcomes[name] == "PASSED"
    else:
        assert name not in outcomes


def test_I4_every_test_runs_under_the_guard_of_the_network(request, outcomes):
    assert "_no_network" in request.fixturenames
    assert outcomes["test_a_swallowed_call_to_the_network_fails"] != "PASSED"
    assert outcomes["test_a_look_up_of_a_host_fails"] != "PASSED"
