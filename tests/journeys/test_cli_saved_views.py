"""Saved views on the command line: posters of one or of all, and a picture of one."""

from __future__ import annotations

import pytest

from journeys import cli, store, templates
from journeys.edits import views
from journeys.edits.views import Seen
from journeys.poster.raster import page_count
from journeys.session import Session


@pytest.fixture
def file(tmp_path):
    document = templates.create("child", "nl")
    session = Session(document, lambda _: None)
    ids = [journey.id for journey in document.journeys.values() if journey.variant == "current"]
    lanes = tuple(lane.id for lane in document.lanes.values())
    for name, seen in (
        ("Met de tijdlens", Seen((ids[1], ids[0]), lanes[:2], "time")),
        ("Iedereen: naast/elkaar", Seen(tuple(ids), shown="compare")),
    ):  # fmt: skip
        session.apply(views.add(document, name, seen))
    path = tmp_path / "study.levensreis"
    store.create_file(path, document)
    return path


def test_a_view_is_printed_by_its_name(run, file, tmp_path):
    out = tmp_path / "poster.pdf"
    assert run("poster", file, "-o", out, "--saved-view", "met de TIJDLENS")[0] == 0
    assert page_count(out.read_bytes()) == 2


def test_what_is_asked_in_so_many_words_goes_before_what_the_view_says(run, file, tmp_path):
    out = tmp_path / "poster.pdf"
    assert run("poster", file, "-o", out, "--saved-view", "met de tijdlens", "--journey", "Joke & Lotte")[0] == 0
    assert page_count(out.read_bytes()) == 1


def test_of_all_views_each_gets_a_file_that_can_be_called_so(run, file, tmp_path):
    code, told, _ = run("poster", file, "-o", tmp_path / "p.pdf", "--saved-view", "all", "--paper", "A3")
    assert code == 0
    made = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert made == ["p 1 Met de tijdlens.pdf", "p 2 Iedereen naast elkaar.pdf"]
    assert all(name in told for name in made)


def test_an_unknown_view_is_refused_with_those_there_are(run, file, tmp_path):
    code, _, told = run("poster", file, "-o", tmp_path / "p.pdf", "--saved-view", "Quatsch")
    assert code == 2
    assert "“Quatsch”" in told
    assert "Met de tijdlens, Iedereen: naast/elkaar" in told


def test_a_study_without_views_says_that_it_has_none(run, tmp_path):
    path = tmp_path / "leeg.levensreis"
    store.create_file(path, templates.create("child", "nl"))
    code, _, told = run("poster", path, "-o", tmp_path / "p.pdf", "--saved-view", "all")
    assert code == 2
    assert "nog geen" in told


def test_a_picture_asks_the_window_for_the_view(file, tmp_path, monkeypatch):
    asked = {}

    def picture(path, out, **options):
        asked.update(options)
        return 0

    arguments = ["picture", str(file), "-o", str(tmp_path / "p.png"), "--saved-view", "Met de tijdlens"]
    assert cli.main(arguments, window=None, picture=picture) == 0
    found = {view.id: view.name for view in store.opener.open_file(file).document.views.values()}
    assert found[asked["saved"]] == "Met de tijdlens"
