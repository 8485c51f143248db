"""The picture of the window, the welcome page, and what is told when our own code fails."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from app import main
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


def test_an_empty_study_is_ready_to_be_drawn(program):
    window = program.new_window()
    window.show_welcome()
    window.blank_wanted.emit()
    assert window.view.context.journey is not None
    assert window.history.undoable() is None
    window.actions_by_code["step"].trigger()
    window.view.map.setFocus()
    assert window.actions_by_code["phase"].isEnabled()
