"""`poster --preflight`: what to know before printing, for people and for scripts; 1 when something is left out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from journeys import store
from journeys.model.document import Document
from tests.journeys import studies
from tests.journeys.poster import rich


def written(tmp_path, document):
    path = tmp_path / "study.levensreis"
    store.create_file(path, document)
    return path


def test_a_poster_with_everything_on_it_passes_and_nothing_is_written(run, tmp_path):
    file = written(tmp_path, studies.study(8))
    code, out, err = run("poster", file, "--preflight")
    assert (code, err) == (0, "")
    assert "Alles staat op het papier." in out
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_left_out_is_said_and_ends_with_1(run, tmp_path):
    file = written(tmp_path, rich.hidden(without_pictures(rich.rich(14)), "backstage"))
    code, out, _ = run("poster", file, "--preflight")
    assert code == 1
    assert "2 stappen staan niet op de poster: de laag “Achter de schermen” wordt niet afgedrukt." in out


def test_a_script_gets_codes_ids_numbers_and_the_sentence(run, tmp_path):
    document = rich.hidden(without_pictures(rich.rich(14)), "backstage")
    code, out, _ = run("poster", written(tmp_path, document), "--preflight", "--json", "--paper", "A4")
    items = json.loads(out)["items"]
    assert code == 1
    gone = next(item for item in items if item["code"] == "left_out.steps")
    assert gone["weight"] == "lost"
    assert len(gone["subjects"]) == gone["values"]["n"] == 2
    assert set(gone["subjects"]) <= set(document.steps)
    assert gone["journey"] in document.journeys
    assert "2 stappen" in gone["text"]
    assert any(item["code"] == "type.small" for item in items)


def test_writing_says_what_does_not_reach_the_paper_and_still_writes(run, tmp_path):
    base = studies.study(8)
    step = next(iter(base.steps.values()))
    document = Document.of(replace(e, title="Blij 🦄") if e is step else e for _, e in base)
    out_file = tmp_path / "uit.pdf"
    code, out, err = run("poster", written(tmp_path, document), "-o", out_file, "--paper", "A3")
    assert code == 0
    assert "🦄" in err
    assert "geschreven" in out
    assert out_file.read_bytes()[:4] == b"%PDF"


def test_preflight_and_writing_go_together(run, tmp_path):
    file, out_file = written(tmp_path, studies.study(8)), tmp_path / "uit.pdf"
    assert run("poster", file, "--preflight", "-o", out_file)[0] == 0
    alone = tmp_path / "alleen.pdf"
    run("poster", file, "-o", alone)
    assert out_file.read_bytes() == alone.read_bytes()


@pytest.mark.parametrize("words", [[], ["--json", "-o", "x.pdf"]])
def test_a_poster_needs_a_place_or_preflight_and_json_needs_preflight(run, tmp_path, words):
    code, _, err = run("poster", written(tmp_path, studies.study(3)), *words)
    assert code == 2
    assert "ontbreekt" in err
    assert not (tmp_path / "x.pdf").exists()


def without_pictures(document):
    return Document.of(replace(e, image=None) if hasattr(e, "moment_of_truth") else e for _, e in document)
