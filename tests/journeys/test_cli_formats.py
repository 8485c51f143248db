"""The command line on formats: every one of the table by its ending, told what is left out, several journeys apart."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from journeys import cli, store
from journeys.exchange import formats
from journeys.exchange.aspects import ASPECTS
from journeys.model.entities import Journey
from journeys.store.opener import open_file
from tests.journeys.studies import study


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LEVENSREIS_LANG", "en")

    def call(*arguments):
        code = cli.main([str(each) for each in arguments], window=None, picture=None)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def document():
    """Six steps, each with words that some formats have no place for."""
    made = study(6)
    for step in list(made.steps.values()):
        made.write({("step", step.id): (step, replace(step, body="Meer hierover", emotion=1))})
    return made


@pytest.fixture
def file(tmp_path, document):
    path = tmp_path / "Reis.levensreis"
    store.create_file(path, document)
    return path


@pytest.mark.parametrize("one", formats.written(), ids=lambda one: one.code)
def test_a_study_is_exported_by_the_ending_of_the_file(run, tmp_path, file, one):
    suffix = next(each for each in one.suffixes if formats.for_writing(tmp_path / f"x{each}") is one)
    out = tmp_path / f"uit{suffix}"
    code, said, _ = run("export", file, "-o", out)
    assert (code, said) == (0, f"{out}: written.\n")
    assert out.stat().st_size > 100


@pytest.mark.parametrize("one", [one for one in formats.read() if one.write], ids=lambda one: one.code)
def test_what_was_exported_is_imported_again(run, tmp_path, file, document, one):
    out, again = tmp_path / f"uit{one.suffixes[0]}", tmp_path / "Terug.levensreis"
    assert run("export", file, "-o", out)[0] == 0
    code, _, told = run("import", out, "-o", again)
    assert code == 0, told
    titles = sorted(step.title for step in document.steps.values())
    assert sorted(step.title for step in open_file(again).document.steps.values()) == titles


def test_what_the_format_has_no_place_for_is_told_with_numbers(run, tmp_path, file):
    _, _, told = run("export", file, "-o", tmp_path / "x.svg")
    assert "Drawing (SVG) has no place for: " in told
    assert "1 setting of the study" in told
    assert run("export", file, "-o", tmp_path / "x.json")[2] == ""


def test_several_journeys_become_a_file_each_where_a_file_holds_one(run, tmp_path, document):
    first = next(iter(document.journeys.values()))
    document.write({("journey", "d" * 32): (None, Journey("d" * 32, first.persona, "Anders/om", order=1))})
    store.create_file(tmp_path / "Twee.levensreis", document)
    code, said, _ = run("export", tmp_path / "Twee.levensreis", "-o", tmp_path / "k.mmd")
    made = sorted(path.name for path in tmp_path.glob("*.mmd"))
    assert (code, len(made)) == (0, 2)
    assert any(name.endswith("Anders om.mmd") for name in made), "a name that every disk takes"
    assert all(name in said for name in made)
    run("export", tmp_path / "Twee.levensreis", "-o", tmp_path / "een.mmd", "--journey", first.title)
    assert (tmp_path / "een.mmd").exists()


def test_where_one_of_several_files_cannot_be_written_none_is(run, tmp_path, document):
    first = next(iter(document.journeys.values()))
    document.write({("journey", "d" * 32): (None, Journey("d" * 32, first.persona, "Anders", order=1))})
    store.create_file(tmp_path / "Twee.levensreis", document)
    run("export", tmp_path / "Twee.levensreis", "-o", tmp_path / "k.mmd")
    one, other = sorted(tmp_path.glob("*.mmd"), key=lambda path: path.stem.endswith("Anders"))
    for path in (one, other):
        path.unlink()
    other.symlink_to(tmp_path / "Twee.levensreis")
    code, said, _ = run("export", tmp_path / "Twee.levensreis", "-o", tmp_path / "k.mmd")
    assert (code, said, one.exists()) == (2, "", False)


def test_who_asks_for_a_pdf_hears_how_a_poster_is_made(run, tmp_path, file):
    code, _, told = run("export", file, "-o", tmp_path / "x.pdf")
    assert (code, "levensreis poster" in told, (tmp_path / "x.pdf").exists()) == (2, True, False)


def test_markdown_holds_a_mermaid_diagram_of_each_when_that_was_asked(run, tmp_path, file):
    code, _, _ = run("export", file, "-o", tmp_path / "d.md", "--format", "mermaid")
    assert code == 0
    assert "```mermaid" in (tmp_path / "d.md").read_text("utf-8")


def test_a_format_by_its_code_or_its_ending_else_a_sentence_with_all_there_are(run, tmp_path, file):
    code, _, told = run("export", file, "-o", tmp_path / "x.docx")
    assert (code, "x.docx" in told, ".pptx" in told) == (2, True, True)
    code, _, told = run("export", file, "-o", tmp_path / "x.json", "--format", "visio")
    assert (code, "visio" in told) == (2, True)
    for name, said in (("x.docx", ".cjml"), ("x.pptx", "cannot read it")):
        (tmp_path / name).touch()
        code, _, told = run("import", tmp_path / name, "-o", tmp_path / "y.levensreis")
        assert (code, said in told, (tmp_path / "y.levensreis").exists()) == (2, True, False)


def test_the_list_of_formats_names_each_with_its_ways_and_endings(run):
    code, said, _ = run("formats", "--list")
    lines = {line.split()[0]: line for line in said.splitlines()}
    assert code == 0
    assert list(lines) == [one.code for one in formats.FORMATS]
    assert "in, out" in lines["cjml"]
    assert ".graphml" in lines["graphml"]
    assert "(.xml)" in lines["cjml"]


def test_scripts_hear_what_each_format_keeps_and_loses(run):
    shapes = {shape["code"]: shape for shape in json.loads(run("formats", "--json")[1])}
    assert shapes["json"]["loses"] == []
    for shape in shapes.values():
        assert [*shape["keeps"], *shape["loses"]] != []
        assert sorted([*shape["keeps"], *shape["loses"]]) == sorted(ASPECTS)
