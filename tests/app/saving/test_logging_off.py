"""The system logs off: everything is stored, nothing is asked, and a disk that does not answer holds nobody up."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import SIGNAL

from app import leaving, main
from journeys.store import files, publish, recovery
from tests.app.saving.doing import dialogs, rename, titles, titles_in


@pytest.fixture
def log_off(qapp, program):
    """What the system's signal brings about; afterwards it is as if it had been called off."""
    yield program.log_off
    qapp.setProperty("leaving", None)


@pytest.fixture
def hanging(monkeypatch):
    """Publishing never ends, as to a share that is gone, until the test is over."""
    over = threading.Event()
    real = publish.finish_publish

    def hang(prepared):
        over.wait(60)
        return real(prepared)

    monkeypatch.setattr(publish, "finish_publish", hang)
    yield
    over.set()


def test_A21_the_signal_of_the_system_is_heard(qapp, program, monkeypatch):
    monkeypatch.setattr("app.farewell.on_signals", lambda *_: None)
    before = qapp.receivers(SIGNAL("commitDataRequest(QSessionManager&)"))
    main._obey_the_system(program)
    assert qapp.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) == before + 1


def test_A21_logging_off_stores_every_study_and_closes_without_a_question(qtbot, log_off, program, window, path):
    rename(window, "Op het laatst")
    unnamed = program.new_window()
    unnamed.blank_wanted.emit()
    unnamed.actions_by_code["add_persona"].trigger()
    held = unnamed.session.document.snapshot()
    log_off()
    assert "Op het laatst" in titles_in(path)
    for each in (window, unnamed):
        with qtbot.waitSignal(each.closed):
            each.close()
        assert not dialogs(each)
    (one,) = recovery.abandoned()
    assert one.path is None
    copy = recovery.recover(one)
    assert copy.document() == held
    copy.close(discard=True)


def test_A21_what_is_being_typed_is_stored_too(qtbot, log_off, window, path):
    view = window.view
    step = next(iter(window.session.document.steps))
    view.map.begin_edit(step)
    qtbot.keyClicks(view.map.writer.editor, "Half getypt")
    log_off()
    assert "Half getypt" in titles_in(path)


@pytest.mark.parametrize("how", ["refused", "gone"])
def test_A21_a_file_that_cannot_be_written_is_offered_at_the_next_start(qtbot, monkeypatch, log_off, window, path, how):
    rename(window, "Op het laatst")
    before = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:

        def refuse(target, data):
            raise OSError(5, "input/output error", str(target))

        real = files.write_temporary
        monkeypatch.setattr(
            files, "write_temporary",
            lambda target, data: (refuse if target.suffix == ".levensreis" else real)(target, data),
        )  # fmt: skip
    log_off()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not dialogs(window)
    assert path.exists() == (how == "refused")
    assert how == "gone" or path.read_bytes() == before
    (one,) = recovery.abandoned()
    copy = recovery.recover(one)
    assert "Op het laatst" in titles(copy.document())
    copy.close(discard=True)


def test_A21_a_disk_that_never_answers_holds_the_log_off_up_for_less_than_three_seconds(
    qtbot, hanging, log_off, program, window, path
):
    """The one test that looks at a clock: this is what the system grants."""
    rename(window, "Op het laatst")
    began = time.monotonic()
    log_off()
    with qtbot.waitSignal(window.closed):
        window.close()
    took = time.monotonic() - began
    assert leaving.GRANTED < 3
    assert took < 3
    assert [one.path for one in recovery.abandoned()] == [path]
    assert not dialogs(window)


def test_A21_a_log_off_that_was_called_off_asks_again_later(qtbot, log_off, qapp, program):
    unnamed = program.new_window()
    unnamed.blank_wanted.emit()
    unnamed.actions_by_code["add_persona"].trigger()
    log_off()
    assert unnamed.isVisible()
    qapp.setProperty("leaving", time.monotonic() - leaving.CALLED_OFF - 1)  # a minute later
    unnamed.close()
    assert [one.objectName() for one in dialogs(unnamed)] == ["unnamed"]
    unnamed.findChildren(type(dialogs(unnamed)[0]))[0].reject()


def test_A21_a_mistake_of_ours_in_one_study_keeps_no_other_from_being_stored(
    qtbot, log_off, program, window, path, monkeypatch
):
    second = path.with_name("Tweede.levensreis")
    second.write_bytes(path.read_bytes())
    other = program.open_file(program.new_window(), second)
    rename(other, "Op het laatst")

    def fails():
        raise RuntimeError("vastgelopen")

    monkeypatch.setattr(window.view, "flush", fails)
    with qtbot.captureExceptions() as told:
        log_off()
    monkeypatch.undo()
    assert [kind for kind, *_ in told] == [RuntimeError]
    assert "Op het laatst" in titles_in(second)
