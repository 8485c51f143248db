"""Random events over the whole window leave no error, no warning and no broken rule behind, and undo takes all back."""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtGui import QDesktopServices, QImage

from app.dialogs.poster import printing
from journeys import store
from tests.app.window import mischief_in_posters
from tests.app.window.gremlins import Gremlin, events
from tests.app.window.holds import study_holds, undo_takes_all_back, window_holds
from tests.journeys.studies import study

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
"""Menus ask for the keyboard; offscreen there is none."""
OF_POSTERS = dict.fromkeys(mischief_in_posters.ACTS, 8.0)


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch):
    """A gremlin may say yes to opening a page."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    """The system's own dialog is not ours, and parts of it hold up everything until they are answered."""
    monkeypatch.setattr(printing, "ask", lambda *_: None)


@pytest.fixture
def things(tmp_path):
    """Files to drop and to copy: some can be read, some cannot."""
    folder = tmp_path / "things"
    folder.mkdir()
    QImage(60, 40, QImage.Format.Format_RGB32).save(str(folder / "foto.png"))
    (folder / "kapot.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 90)
    (folder / "tabel.csv").write_text("Fase;Titel;Partij\nKraamtijd;Bellen;JGZ\n;Mailen;\n", encoding="utf-8")
    (folder / "leeg.csv").write_bytes(b"")
    (folder / "vreemd.json").write_text("{}", encoding="utf-8")
    (folder / "vreemd.exe").write_bytes(b"MZ")
    store.create_file(folder / "andere.levensreis", study(6, 2))
    return [*folder.iterdir(), folder, folder / "weg.png"]


def let_loose(window, things, played):
    """Play events, then hold the window against its rules, its working copy and its beginning."""
    start = window.session.document.snapshot()
    gremlin = Gremlin(window, things)
    try:
        gremlin.play(played)
        window_holds(window)
        window.grab()
        undo_takes_all_back(window, start)
    except BaseException:
        print("\n".join(gremlin.done[-40:]))
        raise


@pytest.mark.parametrize("seed", [3 if "CI" in os.environ else None])  # in CI the same events on every run
def test_F4_hitting_everything_breaks_nothing_and_can_be_undone(window, things, seed):
    seed = seed or random.randrange(10**6)
    print(f"seed {seed}")
    let_loose(window, things, events(seed, 500))


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(100, 150))
def test_F4_a_hundred_thousand_events_break_nothing_and_can_be_undone(window, things, seed):
    print(f"seed {seed}")
    let_loose(window, things, events(seed, 2_000))


@pytest.mark.parametrize("seed", [5 if "CI" in os.environ else None])
def test_F4_hitting_the_poster_dialog_breaks_nothing(window, things, seed):
    seed = seed or random.randrange(10**6)
    print(f"seed {seed}")
    let_loose(window, things, events(seed, 80, more=OF_POSTERS))


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(300, 310))
def test_F4_ten_thousand_events_break_nothing_and_can_be_undone(window, things, seed):
    """The shorter of the long runs."""
    print(f"seed {seed}")
    let_loose(window, things, events(seed, 1_000))


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(200, 220))
def test_F4_thousands_of_events_in_the_poster_dialog_break_nothing(window, things, seed):
    print(f"seed {seed}")
    let_loose(window, things, events(seed, 800, more=OF_POSTERS))


def test_a_seed_gives_the_same_events_and_a_part_of_them_stays_what_it_was():
    assert events(7, 40) == events(7, 40)
    assert events(7, 20) == events(7, 40)[:20]
    assert events(8, 40) != events(7, 40)


def test_the_gremlin_finds_what_is_broken(window, things):
    """One that never complains would be worth nothing."""
    document = window.session.document
    step = next(iter(document.steps.values()))
    document.tables["step"].pop(step.id)
    with pytest.raises(AssertionError):
        study_holds(document)
    document.tables["step"][step.id] = step
