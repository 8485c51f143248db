"""A14: a second start on the same computer gives its files to the program that runs, which shows them."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from app import settings
from app.instance import place, serving
from app.instance.claim import Claim
from app.instance.request import Request
from tests.app.instance.conftest import knock, made
from tests.app.instance.starts import ALONE, START, ended, kill, met, start

PATIENT = ALONE.replace("caller, ", "").replace("caller.PATIENCE = 0.3", "")
LOADED = START.replace("sys.exit(main(sys.argv[1:]))", "code = main(sys.argv[1:]); print(*sys.modules); sys.exit(code)")


def shown(program):
    return [window.file.path for window in program.windows if window.file is not None]


def opened(qtbot, program, *paths):
    qtbot.waitUntil(lambda: sorted(shown(program)) == sorted(paths))


def test_A14_a_second_start_opens_its_file_in_the_program_that_runs_and_ends(qtbot, running, path):
    code, said = ended(qtbot, start(path, code=LOADED))
    assert code == 0, said
    opened(qtbot, running, path)
    assert len(running.windows) == 1, "the empty window was used"
    assert not {"PySide6.QtWidgets", "PySide6.QtGui", "app.main", "app.program", "networkx"} & set(said.split())


def test_A14_a_file_that_is_open_comes_to_the_front_also_out_of_the_task_bar(qtbot, running, path):
    window = running.open_file(running.windows[0], path)
    running.new_window().show_welcome()
    window.showMinimized()
    assert knock(qtbot, path)
    qtbot.waitUntil(lambda: not window.isMinimized())
    qtbot.waitUntil(window.isActiveWindow)
    assert shown(running) == [path]


def test_a_question_of_another_window_does_not_come_before_the_file_that_was_asked_for(qtbot, running, path):
    window = running.open_file(running.windows[0], path)
    other = running.new_window()
    other.show_welcome()
    for asking, expected in ((other, window), (window, None)):
        question = QDialog(asking)
        question.open()
        qtbot.waitUntil(question.isActiveWindow)
        other.activateWindow()
        serving.take(running, Request((path,)))
        qtbot.waitUntil((expected or question).isActiveWindow)
        question.close()


def test_a_second_start_without_a_file_shows_one_empty_window_however_often(qtbot, running, path):
    running.open_file(running.windows[0], path)
    for _ in range(2):
        assert knock(qtbot)
    qtbot.waitUntil(lambda: len(running.windows) == 2)
    assert running.windows[1].start_page is not None
    qtbot.waitUntil(running.windows[1].isActiveWindow)


ODD = ("Reis & 100% #1?.levensreis", "-kaart.levensreis", "Reis\nmet 漢.levensreis")


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not possible there")
def test_several_files_with_odd_names_open_each_in_a_window_from_wherever_it_was_started(qtbot, running, path):
    odd = [made(path.with_name(name)) for name in ODD]
    odd.append(made(path.parent / os.fsdecode(b"caf\xe9.levensreis")))
    names = [f"./{file.name}" if file.name.startswith("-") else file.name for file in odd]
    code, said = ended(qtbot, start(*names, folder=path.parent))
    assert code == 0, said
    opened(qtbot, running, *odd)
    assert len(running.windows) == len(odd)


def test_hundreds_of_files_are_taken_over_at_once(qtbot, running, path):
    assert knock(qtbot, *[path] * 400)
    opened(qtbot, running, path)


def test_a_file_that_is_gone_is_told_where_the_user_looks(qtbot, running, path):
    window = running.open_file(running.windows[0], path)
    gone = path.with_name("Weg.levensreis")
    assert knock(qtbot, gone)
    qtbot.waitUntil(lambda: "Weg.levensreis" in window.bar.text)
    assert shown(running) == [path]


def test_what_is_gone_is_still_told_when_something_else_opens(qtbot, running, path):
    other = made(path.with_name("Ander.levensreis"))
    assert knock(qtbot, path.with_name("Weg.levensreis"), path, other)
    opened(qtbot, running, path, other)
    assert any("Weg.levensreis" in window.bar.text for window in running.windows)


def test_the_language_of_a_second_start_is_spoken_for_this_run(qtbot, running, path):
    assert ended(qtbot, start(path, "--lang", "en"))[0] == 0
    opened(qtbot, running, path)
    assert running.dress.say.language == "en"
    assert next(action.text() for action in running.windows[0].menuBar().actions()) == "&File"
    before = settings.language()
    assert knock(qtbot, path, language="nl")
    qtbot.waitUntil(lambda: running.dress.say.language == "nl")
    assert settings.language() == before, "what was chosen for the next runs stays"


def test_a_start_with_other_data_or_on_another_screen_is_a_program_of_its_own(qtbot, running, path, tmp_path):
    for elsewhere in ({"LEVENSREIS_DATA": str(tmp_path / "anders")}, {"DISPLAY": ":77"}):
        process = start(2, path, code=ALONE, **elsewhere)
        assert met(process)[0] is True
        kill(process)
    assert shown(running) == []


def test_a_program_that_hangs_holds_nobody_up(running, path):
    """While this waits, nothing here answers: for the second start the program hangs."""
    process = start(5, path, code=ALONE)
    held, loaded = met(process)
    kill(process)
    assert held is False, "it goes on by itself, but does not listen: the other one does"
    assert "PySide6.QtWidgets" not in loaded


def test_a_program_that_starts_or_ends_is_waited_for(qtbot, program, claim, path):
    """It has the claim, and does not listen yet."""
    assert claim.take() == "ours"
    process = start(path)
    qtbot.wait(300)
    assert process.poll() is None
    program.new_window().show_welcome()
    serving.begin(program, claim)
    assert ended(qtbot, process)[0] == 0
    opened(qtbot, program, path)


def test_a_program_without_windows_takes_nothing_and_whoever_waited_is_the_next(
    qtbot, monkeypatch, running, claim, path
):
    """The last window was closed a moment ago."""
    real, knocked = serving.can_take, []

    def can_take(program):
        knocked.append(program)
        return real(program)

    monkeypatch.setattr(serving, "can_take", can_take)
    running.windows[0].finish()
    assert not running.windows
    process = start(10, path, code=PATIENT)
    qtbot.waitUntil(lambda: bool(knocked), timeout=30_000)
    claim.let_go()  # as its end does
    assert met(process)[0] is True
    kill(process)


def test_a_program_that_was_killed_leaves_nothing_in_the_way(qtbot, program, claim, path):
    code = """
from PySide6.QtCore import QCoreApplication
from app.instance import place
from app.instance.claim import Claim
from app.instance.door import Door
app = QCoreApplication([])
claim = Claim(place.door())
assert claim.take() == "ours"
assert Door(claim, lambda: True, print, app).open()
print("ready", flush=True)
app.exec()
"""
    process = start(code=code)
    assert process.stdout.readline().strip() == b"ready"
    assert claim.take() == "theirs"
    kill(process)
    assert os.path.lexists(place.door()) or sys.platform != "linux", "its socket lies there"
    assert claim.take() == "ours"
    program.new_window().show_welcome()
    serving.begin(program, claim)
    assert knock(qtbot, path)
    opened(qtbot, program, path)


def test_a_program_that_runs_beside_another_takes_its_place_when_that_ends(qtbot, program, claim, path):
    other = Claim(place.door())
    assert other.take() == "ours"
    assert claim.take() == "theirs"
    program.new_window().show_welcome()
    serving.begin(program, claim)
    timer = next(one for one in program.findChildren(QTimer) if one.interval() == serving.AGAIN_MS)
    timer.timeout.emit()
    assert not claim.held
    other.let_go()
    timer.timeout.emit()
    assert claim.held
    assert knock(qtbot, path)
    opened(qtbot, program, path)


def test_a_first_start_loads_no_network_of_qt_before_its_window():
    process = start(1, code=PATIENT)
    held, loaded = met(process)
    kill(process)
    assert held is True
    assert not [name for name in loaded if name.startswith("PySide6")]
