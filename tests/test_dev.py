"""The task runner: what it says when the machine lacks something, and what it does without a screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import dev
import environment
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def calls(monkeypatch):
    """Every command that the runner would start, with the platform Qt was given; nothing is started."""
    started: list[tuple[list[str], str | None]] = []

    def call(*command, **variables):
        started.append(([str(word) for word in command], variables.get("QT_QPA_PLATFORM")))
        return 0

    monkeypatch.setattr(dev, "call", call)
    return started


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def answer_of(monkeypatch, text: str, code: int = 0) -> None:
    done = subprocess.CompletedProcess([], code, stdout=text, stderr=text)
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: done)


def test_a_missing_venv_module_is_named_with_its_package(monkeypatch, capsys):
    monkeypatch.setattr(environment, "can_make_environments", lambda _python: False)
    with pytest.raises(SystemExit) as stopped:
        environment.interpreter()
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert stopped.value.code == 2
    assert f"apt install python{version}-venv" in capsys.readouterr().err


def test_a_python_that_is_too_old_is_told_which_to_install(monkeypatch, capsys):
    monkeypatch.setattr(environment, "VERSIONS", [(3, 99)])
    with pytest.raises(SystemExit):
        environment.interpreter()
    assert "apt install python3.11 python3.11-venv" in capsys.readouterr().err


def test_every_missing_library_of_qt_is_named_at_once(monkeypatch, capsys):
    answer_of(monkeypatch, "ImportError: libEGL.so.1: cannot open shared object file", 1)
    monkeypatch.setattr(environment, "loads", lambda name: name not in {"libEGL.so.1", "libxkbcommon.so.0"})
    with pytest.raises(SystemExit):
        environment.probe_qt()
    assert "apt install libegl1 libxkbcommon0" in capsys.readouterr().err


def test_a_library_nobody_thought_of_is_named_as_it_is(monkeypatch, capsys):
    answer_of(monkeypatch, "ImportError: libnew.so.7: cannot open shared object file", 1)
    monkeypatch.setattr(environment, "loads", lambda _name: True)
    with pytest.raises(SystemExit):
        environment.probe_qt()
    assert "libnew.so.7" in capsys.readouterr().err


def test_a_window_on_a_screen_asks_for_the_cursor_library(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(environment, "loads", lambda name: name != "libxcb-cursor.so.0")
    with pytest.raises(SystemExit):
        environment.probe_screen()
    assert "libxcb-cursor0" in capsys.readouterr().err


@pytest.fixture
def prepared(monkeypatch, tmp_path):
    """An environment in which the Python of the tests stands for its own; gives its stamp, still unwritten."""
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(environment, "create", lambda: pytest.fail("made anew"))
    return environment.STAMP


def test_a_prepared_environment_is_left_alone(monkeypatch, prepared):
    prepared.write_text(environment.stamp(), encoding="utf-8")
    monkeypatch.setattr(environment, "pip", lambda *words: pytest.fail(f"pip {words}"))
    environment.prepare()


def test_an_environment_of_another_lock_is_brought_up_to_date_and_not_remade(monkeypatch, prepared):
    prepared.write_text(f"{environment.place()}\nanother\n", encoding="utf-8")
    installed = []
    monkeypatch.setattr(environment, "pip", lambda *words: installed.append(words))
    environment.prepare()
    assert any("--require-hashes" in words for words in installed)
    assert prepared.read_text(encoding="utf-8") == environment.stamp()


def test_a_moved_environment_is_remade(prepared):
    prepared.write_text("/somewhere/else\ndigest\n", encoding="utf-8")
    assert not environment.same_place()


def test_without_a_screen_run_makes_the_report_and_the_poster(monkeypatch, calls, no_screen, tmp_path, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "WORKBENCH", tmp_path)
    monkeypatch.setattr(dev, "SAMPLE", tmp_path / "Een kind krijgen.levensreis")
    assert dev.run([]) == 0
    assert [command[3] for command, _ in calls] == ["new", "check", "poster"]
    assert "no screen" in capsys.readouterr().out


def test_the_sample_is_made_once(monkeypatch, calls, tmp_path):
    monkeypatch.setattr(dev, "SAMPLE", tmp_path / "Een kind krijgen.levensreis")
    dev.SAMPLE.touch()
    dev.run([])
    assert "new" not in [word for command, _ in calls for word in command]


def test_with_a_chosen_platform_run_opens_the_window(monkeypatch, calls, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    study = tmp_path / "mine.levensreis"
    assert dev.run([str(study)]) == 0
    assert [command[1:] for command, _ in calls] == [["-m", "app.entry", str(study)]]


def test_test_hands_its_arguments_to_pytest_and_needs_no_screen(monkeypatch, calls, no_screen):
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.test(["-k", "drag"]) == 0
    words = ["-m", "pytest", "-m", dev.EXTENDED, "-k", "drag"]
    assert [(command[1:], platform) for command, platform in calls] == [(words, "offscreen")]


@pytest.mark.parametrize(
    ("given", "marks"), [([], []), (["--all"], ["-m", dev.EXTENDED]), (["-m", "costly"], ["-m", "costly"])]
)
def test_the_costly_tests_run_when_they_are_asked_for(calls, given, marks):
    dev.test(given)
    assert calls[0][0][3:][: len(marks)] == marks
    assert (dev.EXTENDED in calls[0][0]) == (given == ["--all"])


@pytest.mark.parametrize(
    ("given", "tried"),
    [([], "tests/installing"), (["-k", "uv"], "tests/installing"), (["tests/installing/test_deb.py"], None)],
)
def test_of_what_is_handed_out_all_is_tried_or_only_the_files_that_are_named(calls, given, tried):
    dev.package(given)
    assert calls[0][0][1:] == ["-m", "pytest", "-m", "package", *([tried] if tried else []), *given]


def test_lint_runs_every_check_and_names_the_ones_that_failed(monkeypatch, capsys):
    monkeypatch.setattr(dev, "call", lambda *command: "lint-imports" in str(command[0]) or "check" in command)
    assert dev.lint([]) == 1
    assert "Failed: ruff check, import contracts, catalogue" in capsys.readouterr().out


def test_the_runner_uses_the_standard_library_only():
    code = "import sys; sys.path.insert(0, 'packaging'); import dev; print(dev.__doc__)"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


INTERRUPTED = (
    "import sys; sys.path.insert(0, 'packaging'); import dev; dev.GRACE = {}; dev.call(sys.executable, '-c', {!r})"
)


def interrupted(child: str, grace: float) -> subprocess.CompletedProcess[str]:
    """A runner whose command sends it Ctrl+C and goes on."""
    code = f"import os, signal, sys, threading; os.kill(os.getppid(), signal.SIGINT); {child}"
    command = [sys.executable, "-c", INTERRUPTED.format(grace, code)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=60)


def test_ctrl_c_lets_the_command_end_well_and_then_stops_the_runner():
    done = interrupted("print('saved', flush=True)", grace=30)
    assert done.stdout == "saved\n"
    assert "KeyboardInterrupt" in done.stderr


def test_ctrl_c_ends_a_command_that_does_not_listen():
    done = interrupted("threading.Event().wait(50)", grace=0.1)
    assert "KeyboardInterrupt" in done.stderr


def test_a_crashed_command_counts_as_failed():
    assert dev.call(sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)") == 137
