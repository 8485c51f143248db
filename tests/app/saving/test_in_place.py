"""A folder that takes no new file: the file is written over after a copy was kept, and that is said."""

from __future__ import annotations

import pytest

from journeys.store import backups, files
from tests.app.saving.doing import COMPUTER, rename, save, shown, titles_in


@pytest.fixture
def no_new_file(monkeypatch, path):
    """A right to write the file and none to make one beside it, as some shares have."""
    write_temporary = files.write_temporary

    def refuse(target, data):
        if target.parent == path.parent:
            raise PermissionError(13, "Permission denied")
        return write_temporary(target, data)

    monkeypatch.setattr(files, "write_temporary", refuse)


def test_a_file_in_a_folder_that_takes_no_other_is_written_over_and_the_status_bar_says_so(
    qtbot, program, path, no_new_file
):
    before = files.identity_of(path)
    window = program.open_file(program.new_window(), path)
    assert rename(window, "Over het oude heen")
    save(qtbot, window)
    said, why, button = shown(window)
    assert said.startswith("Bewaard in bestand")
    assert why == "over het oude heen geschreven"
    assert button == "Ergens anders opslaan…"
    assert "Over het oude heen" in titles_in(path)
    assert before.sha256 in [one.sha256 for one in backups.list_for(path)]


def test_broken_off_half_way_nothing_is_lost_and_the_next_try_makes_it_whole(
    qtbot, program, path, no_new_file, monkeypatch
):
    whole, overwrite = path.read_bytes(), files.overwrite
    window = program.open_file(program.new_window(), path)
    assert rename(window, "Half geschreven")

    def broken_off(target, data):
        overwrite(target, data[: len(data) // 2])
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(files, "overwrite", broken_off)
        save(qtbot, window)
    assert shown(window) == (COMPUTER, "de schijf antwoordt niet", "Opnieuw proberen")
    assert whole in [one.path.read_bytes() for one in backups.list_for(path)]
    save(qtbot, window)
    assert shown(window)[0].startswith("Bewaard in bestand")
    assert [one.name for one in path.parent.iterdir() if one.suffix == path.suffix] == [path.name], "no conflict"
    assert "Half geschreven" in titles_in(path)
