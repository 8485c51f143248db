"""Opening, looking, searching, exporting, and every command that reads: the study and its folder stay as they are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from app import actions as commands
from app import entry
from journeys import store, templates
from journeys.cli.parsing import COMMANDS
from tests.app.exporting.doing import export
from tests.app.saving.doing import listing


@pytest.fixture
def path(tmp_path):
    """A finished study with pictures, notes and a snapshot's worth of everything."""
    found = templates.sample("child", "nl")
    file = tmp_path / "map" / "Een kind krijgen.levensreis"
    file.parent.mkdir()
    store.create_file(file, found.document, found.images)
    return file


LOOKS = (
    "map", "table", "compare", "ecosystem", "fit", "zoom_in", "zoom_out", "left", "right", "minimap", "findings",
    "select_all", "copy", "full", "full", "next_view", "print_preview", "help",
)  # fmt: skip


def test_opening_looking_searching_exporting_and_closing_change_nothing(qtbot, program, path, tmp_path):
    before = listing(path.parent)
    window = program.open_file(program.new_window(), path)
    window.view.map.when_painted(lambda: None)
    view = window.view
    view.refresh_findings()
    for code in (*LOOKS, *commands.LENSES):
        if code in window.actions_by_code:
            window.actions_by_code[code].trigger()
        assert listing(path.parent) == before, code
    window.actions_by_code["map"].trigger()
    view.map.select(list(window.session.document.steps)[:3])
    window.actions_by_code["find"].trigger()
    out = tmp_path / "uit.json"
    export(window, out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: "uit.json" in window.bar.text)
    window.actions_by_code["save"].trigger()
    window.file.heartbeat.beat()
    window.file.publish()
    assert listing(path.parent) == before
    assert window.status.saved.text().startswith("Bewaard in bestand")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert listing(path.parent) == before
    QGuiApplication.clipboard().clear()


def test_an_edit_that_is_undone_leaves_a_lock_only_as_long_as_the_window_is_open(qtbot, program, path):
    from tests.app.saving.doing import rename

    before = set(listing(path.parent))
    window = program.open_file(program.new_window(), path)
    rename(window, "Toch niet")
    window.history.undo()
    assert set(listing(path.parent)) - before == {str(path.parent / f".~lock.{path.name}#")}
    with qtbot.waitSignal(window.closed):
        window.close()
    assert set(listing(path.parent)) == before


FILE, OUT = "FILE", "OUT"
READS = {
    "info": [["info", FILE], ["info", FILE, "--json"]],
    "check": [["check", FILE], ["check", FILE, "--json"], ["check", FILE, "--lens", "time"]],
    "report": [["report", FILE, "-o", OUT + ".md"], ["report", FILE, "-o", OUT + ".html"]],
    "poster": [["poster", FILE, "-o", OUT + ".pdf", "--attach"], ["poster", FILE, "--preflight"]],
    "export": [["export", FILE, "-o", OUT + suffix] for suffix in (".json", ".xlsx", ".mmd", ".svg")],
    "merge": [["merge", FILE, FILE, "-o", OUT + ".levensreis"]],
    "picture": [["picture", FILE, "-o", OUT + ".png", "--size", "800x600"]],
    "snapshots": [["snapshots", FILE], ["snapshots", FILE, "--json"]],
    "verify": [["verify", FILE]],
    "privacy": [["privacy", FILE]],
    "import": [["import", FILE, "-o", OUT + ".levensreis"]],
    "new": [["new", FILE, "--life-event", "child"]],
}
"""Also what must be refused: to import a study, and to make a new one where one lies."""
WITHOUT = {"selftest", "licences", "help", "local-data", "formats", "settings"}
"""Commands that are given no study."""


def test_every_command_is_among_those_that_are_tried_here():
    assert set(COMMANDS) <= set(READS) | WITHOUT


@pytest.mark.parametrize("name", [name for name in READS if name in COMMANDS])
def test_a_command_that_reads_a_study_changes_nothing_of_it(qapp, path, tmp_path, name, capsys):
    before = listing(path.parent)
    for number, words in enumerate(READS[name]):
        given = [
            str(path) if word == FILE else word.replace(OUT, str(tmp_path / f"uit-{number}")) if OUT in word else word
            for word in words
        ]
        code = entry.main([*given, "--lang", "nl"])
        assert code == (2 if name in ("import", "new") else code)
        assert code in (0, 1, 2)
        assert (code == 2) == (name in ("import", "new")), capsys.readouterr().err
        assert listing(path.parent) == before, given


@pytest.mark.parametrize(
    "words",
    [
        ["export", FILE, "-o", FILE], ["poster", FILE, "-o", FILE], ["report", FILE, "-o", FILE],
        ["picture", FILE, "-o", FILE], ["merge", FILE, FILE, "-o", FILE],
    ],
)  # fmt: skip
def test_a_command_never_writes_over_the_study_it_reads(qapp, path, words, capsys):
    before = listing(path.parent)
    assert entry.main([str(path) if word == FILE else word for word in words]) == 2
    assert capsys.readouterr().err
    assert listing(path.parent) == before
