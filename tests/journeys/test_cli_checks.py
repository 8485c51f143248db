"""`check` with lenses and several studies, and `report`: what they print, what they write and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeys import store, templates
from journeys.edits import mutes, processes
from journeys.store.opener import open_file


@pytest.fixture(scope="module")
def child(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("studies") / "kind.levensreis"
    store.create_file(path, templates.create("child", "nl"))
    return path


@pytest.fixture(scope="module")
def other(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("studies") / "child.levensreis"
    store.create_file(path, templates.create("child", "en"))
    return path


def test_check_tells_gaps_first_and_then_findings_lens_by_lens(run, child):
    code, out, _ = run("check", child, "--lang", "en")
    assert code == 0
    assert out.index("severity 87") < out.index("Roles\n─────")
    assert out.index("Roles\n─────") < out.index("Structure\n─────────")


def test_one_lens_is_told_without_the_gaps(run, child):
    code, out, _ = run("check", child, "--lens", "structure", "--lang", "en")
    assert code == 0
    assert "Structure\n─────────" in out
    assert "severity" not in out
    assert "Roles\n─────" not in out


def test_for_scripts_every_finding_has_a_code_its_numbers_and_the_ids_that_they_were_counted_from(run, child):
    data = json.loads(run("check", child, "--json")[1])
    document = open_file(child).document
    known = {id_ for table in document.tables.values() for id_ in table}
    assert data["findings"]
    for finding in data["findings"]:
        assert finding["code"].startswith(f"{finding['lens']}.")
        assert set(finding["subjects"]) <= known
        for number in finding["numbers"]:
            assert set(number["ids"]) <= known
        assert finding["text"]


def test_a_muted_finding_is_counted_and_told_apart_with_its_reason(run, child, tmp_path):
    document = open_file(child).document
    found = json.loads(run("check", child, "--json")[1])["findings"][0]
    edit = mutes.mute(document, found["code"], found["subjects"], "Besproken op 3 maart")
    document.write(edit.changes)
    path = tmp_path / "gedempt.levensreis"
    store.create_file(path, document)
    data = json.loads(run("check", path, "--json")[1])
    assert [(one["code"], one["reason"]) for one in data["muted"]] == [(found["code"], "Besproken op 3 maart")]
    assert (found["code"], found["subjects"]) not in [(one["code"], one["subjects"]) for one in data["findings"]]
    assert "1 bevinding wordt niet meer gemeld." in run("check", path)[1]


def test_several_studies_are_compared_phase_by_phase(run, child, other):
    code, out, _ = run("check", child, other, "--lang", "en")
    assert code == 0
    assert "Een kind krijgen" in out
    assert "Having a child" in out
    assert "absent for 3 of 3" in out
    assert "Before day 0: absent for everybody in 4 of 6 phases." in out


def test_several_studies_under_one_lens_tell_what_it_finds_in_each(run, child, other):
    code, out, _ = run("check", child, other, "--lens", "question")
    assert code == 0
    assert "2 studies" in out
    assert out.count("Vraagstuk en netwerk\n") == 2
    assert "Opbouw\n" not in out


def test_several_studies_for_scripts_have_all_that_each_has_and_what_they_share(run, child, other):
    data = json.loads(run("check", child, other, "--json")[1])
    assert [Path(study["file"]) for study in data["studies"]] == [child, other]
    assert all(study["journeys"] and study["findings"] for study in data["studies"])
    assert [line["worst_severity"] for line in data["portfolio"]["studies"]] == [87, 87]


@pytest.mark.parametrize(("limit", "code"), [(87, 1), (88, 0)])
def test_the_worst_gap_of_all_studies_decides_how_check_ends(run, child, other, limit, code):
    assert run("check", child, other, "--fail-at", limit)[0] == code


def test_one_bad_file_among_several_is_named_and_nothing_is_printed(run, child, tmp_path):
    bad = tmp_path / "x.levensreis"
    bad.write_bytes(b"no study")
    code, out, err = run("check", child, bad)
    assert (code, out) == (2, "")
    assert "x.levensreis" in err


@pytest.mark.parametrize("command", ["check", "report", "poster"])
def test_what_is_seen_from_a_department_is_told_so(run, child, tmp_path, command):
    out = [] if command == "check" else ["-o", tmp_path / "r.pdf"]
    assert run(command, child, *out, "--scope", "Burgerzaken")[0] == 0
    code, _, err = run(command, child, *out, "--scope", "Nergens")
    assert code == 2
    assert "Nergens" in err


def test_the_scope_of_a_report_changes_nothing_in_the_file(run, child, tmp_path):
    before = child.read_bytes()
    run("report", child, "-o", tmp_path / "r.md", "--scope", "Burgerzaken")
    assert "Aanwezigheid gezien vanuit: Burgerzaken" in (tmp_path / "r.md").read_text()
    assert child.read_bytes() == before


@pytest.mark.parametrize(("suffix", "start"), [(".md", b"# "), (".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF-")])
def test_a_report_is_written_in_the_form_that_the_name_asks_for(run, child, tmp_path, suffix, start):
    out = tmp_path / f"rapport{suffix}"
    assert run("report", child, "-o", out)[0] == 0
    assert out.read_bytes().startswith(start)


def test_a_report_in_an_unknown_form_is_refused_with_the_forms_that_there_are(run, child, tmp_path):
    code, _, err = run("report", child, "-o", tmp_path / "r.docx")
    assert code == 2
    assert ".md, .html, .htm, .pdf" in err
    assert list(tmp_path.iterdir()) == []


def test_a_report_of_one_persona_leaves_the_others_out(run, child, tmp_path):
    out = tmp_path / "r.md"
    run("report", child, "-o", out, "--journey", "Esra & Mehmet")
    text = out.read_text()
    assert "## Esra" in text
    assert "## Sanne" not in text


def test_a_report_never_writes_over_the_study(run, child):
    before = child.read_bytes()
    assert run("report", child, "-o", child)[0] == 2
    assert child.read_bytes() == before


def test_the_process_behind_a_step_has_a_poster_of_its_own_by_its_title(run, child, tmp_path):
    document = open_file(child).document
    step = next(iter(document.steps))
    document.write(processes.add(document, step, "Achter de balie").changes)
    path, out = tmp_path / "p.levensreis", tmp_path / "p.pdf"
    store.create_file(path, document)
    assert run("poster", path, "-o", out, "--journey", "Achter de balie", "--paper", "A3")[0] == 0
    assert out.read_bytes().startswith(b"%PDF-")
