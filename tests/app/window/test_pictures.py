"""The picture of the window, the welcome page, and what is told when our own code fails."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QImage

from app import main, mishaps
from journeys.errors import FileError, UsageError


def test_the_picture_is_the_real_window_and_the_same_every_time(program, path, tmp_path):
    first, second = tmp_path / "a.png", tmp_path / "b.png"
    before = path.read_bytes()
    for out in (first, second):
        assert main.picture(path, out, size=(1200, 760), theme="light", language="nl") == 0
    assert first.read_bytes() == second.read_bytes()
    assert (QImage(str(first)).width(), QImage(str(first)).height()) == (1200, 760)
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {path.name, "a.png", "b.png"}


def test_every_look_and_journey_gives_another_picture(program, path, tmp_path):
    pictures = set()
    for look, journey in (("light", None), ("dark", None), ("contrast", None), ("light", "Esra & Mehmet")):
        out = tmp_path / f"{look}.png"
        main.picture(path, out, size=(1200, 760), theme=look, journey=journey, language="nl")
        pictures.add(out.read_bytes())
    assert len(pictures) == 4


def test_a_picture_of_nothing_is_refused_and_writes_nothing(program, path, tmp_path):
    out = tmp_path / "a.png"
    with pytest.raises(FileError):
        main.picture(tmp_path / "weg.levensreis", out)
    with pytest.raises(UsageError):
        main.picture(path, out, journey="bestaat niet")
    assert not out.exists()


def test_the_log_of_a_failure_holds_no_content():
    said = ""
    try:
        int("Sanne en Youssef, burgerservicenummer 123456782")
    except ValueError as error:
        said = mishaps._Plain("%(message)s").formatException((type(error), error, error.__traceback__))
    assert "ValueError" in said
    assert "test_pictures.py" in said
    assert "Sanne" not in said
    assert "123456782" not in said


@pytest.mark.expects_log("uncaught ValueError")
def test_a_failure_is_told_once_and_the_program_goes_on(program, window, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", __import__("threading").excepthook)
    told = []

    def tell(kind):
        told.append(kind)
        program.tell_mishap(kind)

    mishaps.catch(tell)
    for _ in range(2):
        try:
            int("geheim")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert told == ["ValueError"]
    assert "Uw werk is veilig" in window.view.bar.text
    assert "geheim" not in window.view.bar.text


def test_an_empty_study_is_ready_to_be_drawn(program):
    window = program.new_window()
    window.show_welcome()
    window.blank_wanted.emit()
    assert window.view.context.journey is not None
    assert window.history.undoable() is None
    window.actions_by_code["step"].trigger()
    window.view.map.setFocus()
    assert window.actions_by_code["phase"].isEnabled()
