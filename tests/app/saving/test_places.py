"""Where the file lies: a medium that cannot be written, one that is pulled out, a folder that is renamed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from journeys.store import files, locations
from journeys.store.opener import open_file
from tests.app.exporting.doing import export
from tests.app.saving.away import in_own_mounts
from tests.app.saving.doing import (
    COMPUTER,
    choose,
    dialogs,
    listing,
    offered,
    press,
    rename,
    save,
    settled,
    shown,
    titles_in,
)
from tests.journeys.store.colleagues import somebody_else


def test_A8_a_study_on_a_read_only_disk_is_edited_and_asks_for_another_name(path):
    (path.parent.parent / "schijf").mkdir()
    before = listing(path.parent)
    seen = in_own_mounts("read_only", path.parent, path.name)
    assert seen["edited"]
    assert seen["bar"] == COMPUTER
    assert seen["shown"] == [COMPUTER, "het bestand is alleen-lezen", "Ergens anders opslaan…"]
    assert seen["offered"] == ["Ergens anders opslaan…", "Opnieuw proberen"]
    assert seen["asked"] == ["Studie opslaan als"]
    assert seen["then"] == "Bewaard in bestand"
    assert "Gewijzigd" in seen["titles"]
    assert listing(path.parent) == before


def test_A8_a_file_that_is_marked_read_only_is_left_alone_and_another_name_asked(qtbot, program, path):
    path.chmod(0o444)
    before = path.read_bytes()
    window = program.open_file(program.new_window(), path)
    assert rename(window, "Gewijzigd")
    window.file.publish()  # by itself: said, without a dialog
    settled(qtbot, window)
    assert shown(window) == (COMPUTER, "het bestand is alleen-lezen", "Ergens anders opslaan…")
    assert "alleen-lezen" in window.bar.text
    assert not dialogs(window)
    save(qtbot, window)
    choose(window, path.with_name("Kopie.levensreis"))
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert "Gewijzigd" in titles_in(path.with_name("Kopie.levensreis"))
    assert path.read_bytes() == before
    path.chmod(0o644)


def attachment(path):
    """The file as a mail program puts it somewhere to be looked at."""
    folder = os.environ["TMPDIR"]
    return shutil.copy(path, folder)


@pytest.mark.parametrize("where", ["temporary", "mail"])
def test_A8_an_attachment_of_a_mail_asks_for_another_place_before_anything_is_written(qtbot, program, path, where):
    if where == "mail":
        folder = path.parent / "INetCache" / "Content.Outlook" / "X7Q"
        folder.mkdir(parents=True)
        there = path.rename(folder / path.name)
    else:
        there = Path(attachment(path))
    before = there.read_bytes()
    window = program.open_file(program.new_window(), there)
    qtbot.waitUntil(lambda: "tijdelijke bestanden" in window.bar.text)
    assert offered(window) == ["Ergens anders opslaan…"]
    assert rename(window, "Gewijzigd")
    window.file.publish()
    assert shown(window) == (COMPUTER, "het bestand staat tussen tijdelijke bestanden", "Ergens anders opslaan…")
    assert there.read_bytes() == before
    assert not window.file._again.isActive(), "it would not help"
    save(qtbot, window)
    (dialog,) = dialogs(window)
    dialog.reject()
    assert offered(window) == ["Ergens anders opslaan…", "Toch hier opslaan"]
    press(window.bar, "Toch hier opslaan")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert "Gewijzigd" in titles_in(there)


def test_A11_a_stick_that_is_pulled_out_holds_nobody_up_and_gets_its_file_when_it_is_back(path):
    stick, disk = path.parent.parent / "stick", path.parent.parent / "disk"
    stick.mkdir()
    path.parent.rename(disk)
    seen = in_own_mounts("pulled_out", stick, path.name)
    assert (seen["first"], seen["edited without"], seen["edited on"]) == (True, True, True)
    assert seen["in"].startswith("Bewaard in bestand")
    assert seen["out"] == COMPUTER
    assert seen["shown"] == [COMPUTER, "het bestand is weg", "Opnieuw schrijven"]
    assert seen["left on the empty place"] == [], "where the stick was, nothing is written"
    assert seen["back"][0].startswith("Bewaard in bestand")
    assert {"Erin", "Eruit", "Nog steeds"} <= set(seen["titles"])
    assert seen["other version"][1] == "er is ook een andere versie"
    assert len([name for name in seen["files"] if name.endswith(".levensreis")]) == 2


def test_A11_a_share_that_is_gone_is_asked_about_in_a_worker_only(qtbot, monkeypatch, window, path):
    """A network drive answers after minutes: the window's own thread asks it nothing."""
    import threading

    assert rename(window, "Eerst")
    save(qtbot, window)
    main, asked = threading.get_ident(), []
    real = os.stat

    def stat(place, *arguments, **named):
        if threading.get_ident() == main and str(path.parent) in str(place):
            asked.append(str(place))
        return real(place, *arguments, **named)

    with monkeypatch.context() as patch:
        for name in ("stat", "lstat"):
            patch.setattr(os, name, stat)
        assert rename(window, "Terwijl hij weg is")
        window.file.heartbeat.beat()
        window.file.publish()
        qtbot.waitUntil(lambda: not window.file.heartbeat._beating)
    assert asked == []
    settled(qtbot, window)


def test_A13_a_file_that_is_gone_is_written_again_only_when_that_is_wanted(qtbot, window, path):
    rename(window, "Van mij")
    path.unlink()
    save(qtbot, window)
    assert not path.exists()
    assert shown(window) == (COMPUTER, "het bestand is weg", "Opnieuw schrijven")
    assert offered(window) == ["Opnieuw schrijven", "Ergens anders opslaan…", "Opnieuw zoeken"]
    press(window.status, "Opnieuw schrijven")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert "Van mij" in titles_in(path)


def test_A13_written_again_it_spares_what_somebody_put_there_meanwhile(qtbot, window, path):
    theirs = path.read_bytes() + b"\0"
    rename(window, "Van mij")
    path.unlink()
    save(qtbot, window)
    path.write_bytes(theirs)
    press(window.bar, "Opnieuw schrijven")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert path.read_bytes() == theirs
    assert "Van mij" in titles_in(window.file.path)
    assert window.file.path != path


@pytest.mark.parametrize("how", ["file", "folder"])
def test_A13_a_file_that_was_renamed_or_its_folder_is_followed_when_that_is_wanted(qtbot, window, path, how):
    rename(window, "Eerst")
    save(qtbot, window)
    if how == "file":
        there = path.rename(path.with_name("Nieuwe naam.levensreis"))
    else:
        there = path.parent.rename(path.parent.with_name("andere map")) / path.name
    rename(window, "Daarna", 1)
    save(qtbot, window)
    where = Path(*there.parts[-1 if how == "file" else -2 :])
    assert shown(window)[1] == f"het bestand is nu “{where}”"
    assert offered(window) == ["Verder met dat bestand", "Opnieuw schrijven", "Ergens anders opslaan…"]
    press(window.bar, "Verder met dat bestand")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert {"Eerst", "Daarna"} <= titles_in(there)
    assert window.file.path == there
    assert there.name in window.windowTitle()
    assert not path.exists()
    assert len(list(there.parent.glob("*.levensreis"))) == 1


def test_A13_a_file_that_was_moved_and_then_changed_by_somebody_else_is_not_written_over(qtbot, window, path):
    rename(window, "Van mij")
    there = path.rename(path.with_name("Nieuwe naam.levensreis"))
    save(qtbot, window)
    theirs = there.read_bytes() + b"\0"
    there.write_bytes(theirs)
    press(window.bar, "Verder met dat bestand")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert there.read_bytes() == theirs
    assert "Van mij" in titles_in(window.file.path)


def test_A13_closing_while_the_file_is_gone_says_where_the_work_is(qtbot, window, path):
    rename(window, "Van mij")
    path.unlink()
    window.close()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "unpublished") is not None)
    box = window.findChild(QMessageBox, "unpublished")
    assert "veilig op deze computer" in box.informativeText()
    with qtbot.waitSignal(window.closed):
        press(box, "Sluiten")


@pytest.fixture
def other(program, path, tmp_path):
    """A second window with another study."""
    file = tmp_path / "Anders.levensreis"
    shutil.copy(path, file)
    return program.open_file(program.new_window(), file)


@pytest.mark.parametrize("how", ["itself", "symlink", "hard link"])
def test_a_study_is_never_saved_over_one_that_another_window_shows(qtbot, window, other, path, tmp_path, how):
    name = path
    if how != "itself":
        name = tmp_path / "Snelkoppeling.levensreis"
        (name.symlink_to if how == "symlink" else name.hardlink_to)(path)
    before = path.read_bytes()
    rename(other, "Van het andere venster")
    other.actions_by_code["save_as"].trigger()
    choose(other, name)
    assert "open in een ander venster" in other.bar.text
    assert offered(other) == ["Opslaan als…"]
    assert other.file.path == tmp_path / "Anders.levensreis"
    assert path.read_bytes() == before


@pytest.mark.parametrize("how", ["symlink", "hard link", "dots"])
def test_one_file_has_one_window_by_whatever_name_it_is_opened(program, window, path, tmp_path, how):
    name = tmp_path / "Snelkoppeling.levensreis"
    if how == "dots":
        name = path.parent / ".." / path.parent.name / path.name
    else:
        (name.symlink_to if how == "symlink" else name.hardlink_to)(path)
    assert program.open_file(program.new_window(), name) is window


def own_places(window):
    from journeys import resources

    backup = locations.backup_folder(window.file.path)
    backup.mkdir(parents=True, exist_ok=True)
    sample, copy = min(resources.path("samples").iterdir()), window.file.copy.folder
    return [copy / "doc.db", copy / "x.levensreis", backup / "x.levensreis", sample]


def test_a_study_is_never_saved_among_the_programs_own_files(qtbot, window):
    before = {place: files.identity_of(place) for place in own_places(window)}
    rename(window, "Waarheen")
    for place in own_places(window):
        window.actions_by_code["save_as"].trigger()
        choose(window, place)
        assert "bestanden van het programma zelf" in window.bar.text
    assert {place: files.identity_of(place) for place in own_places(window) if place.name != "doc.db"} == {
        place: identity for place, identity in before.items() if place.name != "doc.db"
    }
    assert open_file(window.file.path).document.steps


def test_a_study_saved_under_another_ending_gets_ours_and_spares_what_bears_that_name(qtbot, window, tmp_path):
    rename(window, "Anders")
    window.actions_by_code["save_as"].trigger()
    choose(window, tmp_path / "Verslag.docx")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert os.listdir(tmp_path / "") != []
    assert not (tmp_path / "Verslag.docx").exists()
    there = tmp_path / "Verslag.docx.levensreis"
    assert "Anders" in titles_in(there)
    before = there.read_bytes()
    window.actions_by_code["save_as"].trigger()
    choose(window, tmp_path / "Verslag.docx")
    assert "bestaat al" in window.bar.text
    assert there.read_bytes() == before


def test_a_name_that_a_colleague_is_working_on_is_refused(qtbot, window, path, tmp_path):
    theirs = tmp_path / "Van Anna.levensreis"
    shutil.copy(path, theirs)
    somebody_else(theirs)
    before = theirs.read_bytes()
    window.actions_by_code["save_as"].trigger()
    choose(window, theirs)
    assert "Anna werkt aan" in window.bar.text
    assert theirs.read_bytes() == before
    assert window.file.path == path


@pytest.mark.parametrize("name", ["uit.levensreis", "UIT.Levensreis"])
def test_an_export_never_takes_the_place_of_a_study(qtbot, window, tmp_path, name):
    shutil.copy(window.file.path, tmp_path / name)
    before = (tmp_path / name).read_bytes()
    made = export(window, tmp_path / name)
    assert made.told.text()
    assert (tmp_path / name).read_bytes() == before
    made.reject()
