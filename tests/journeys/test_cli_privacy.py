"""The command line on personal data: told masked, and left out of what is asked for without names."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from journeys import cli, store
from journeys.exchange import snapshots
from journeys.model.entities import View
from journeys.store.opener import open_file
from tests.journeys.analysis.test_privacy import with_
from tests.journeys.studies import study

NUMBER = "06-12345678"


@pytest.fixture
def document():
    made = study(6)
    persona, step = next(iter(made.personas.values())), next(iter(made.steps.values()))
    real = replace(persona, name="Anneke de Boer", privacy="real", consent_until=dt.date(2020, 1, 1))
    journey = replace(made.journeys[step.journey], title="Anneke verhuist")
    view = View("b" * 32, "Kaart van Anneke", (journey.id,))
    dirty = replace(step, title="Anneke belt", body=f"Bel {NUMBER} of mail jan@voorbeeld.nl")
    return with_(made, replace(made.study, expires_on=dt.date(2020, 1, 1)), real, journey, view, dirty)


@pytest.fixture
def file(tmp_path, document):
    path = tmp_path / "Reis.levensreis"
    then = snapshots.take(document, "Na ronde 1", dt.datetime(2026, 11, 22, 13, 3, tzinfo=dt.UTC))
    store.create_file(path, document, {}, [then])
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "Schoon.levensreis"
    store.create_file(path, study(6))
    return path


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LEVENSREIS_LANG", "nl")

    def do(*arguments):
        code = cli.main([str(argument) for argument in arguments], window=None, picture=None)
        told = capsys.readouterr()
        return code, told.out, told.err

    return do


def test_what_looks_personal_is_listed_masked_and_ends_with_1(run, file):
    code, out, _ = run("privacy", file)
    assert code == 1
    assert out.startswith("5 dingen lijken op persoonsgegevens.\n\nE-mailadres\n- Stap “Anneke belt”, beschrijving: ")
    assert "j•••@voorbeeld.nl" in out
    assert NUMBER not in out
    assert "jan@" not in out
    assert "Anneke de Boer: de toestemming liep af op" in out
    assert "Deze studie zou bewaard worden tot en met" in out


def test_nothing_found_says_what_was_looked_for_and_ends_with_0(run, clean):
    code, out, _ = run("privacy", clean)
    assert code == 0
    assert out.startswith("Niets lijkt op persoonsgegevens.\nGezocht is naar burgerservicenummers")
    assert "geen garantie" in out


def test_scripts_get_codes_places_and_masked_samples_only(run, file):
    code, out, _ = run("privacy", file, "--json")
    told = json.loads(out)
    assert code == 1
    phone = next(one for one in told["found"] if one["code"] == "personal.phone")
    assert (phone["kind"], phone["field"], phone["start"], phone["end"]) == ("step", "body", 4, 15)
    assert phone["sample"] == "06-••••••78"
    assert (told["real"][0]["consent"], told["expired"]) == ("past", True)
    assert NUMBER not in out


@pytest.mark.parametrize("out", ["copy.json", "copy.md", "copy.html", "copy.levensreis"])
def test_an_anonymous_export_names_nobody_and_warns_of_nothing(run, file, tmp_path, out):
    code, _, err = run("export", file, "-o", tmp_path / out, "--anonymous")
    assert code == 0
    assert all("heeft geen plaats voor" in line for line in err.splitlines()), "nothing about personal data"
    data = (tmp_path / out).read_bytes()
    assert b"Persona A" in data
    for gone in (b"Anneke", b"Boer", NUMBER.encode(), b"jan@"):
        assert gone not in data


def test_an_anonymous_study_opens_and_holds_no_snapshot(run, file, tmp_path):
    run("export", file, "-o", tmp_path / "copy.levensreis", "--anonymous")
    opened = open_file(tmp_path / "copy.levensreis")
    assert opened.snapshots == ()
    assert [one.name for one in opened.document.personas.values()] == ["Persona A"]


def test_nothing_writes_over_a_study(run, file, clean):
    before = clean.read_bytes()
    code, _, err = run("export", file, "-o", clean, "--anonymous")
    assert (code, clean.read_bytes()) == (2, before)
    assert "Schoon.levensreis" in err
    assert run("export", file, "-o", file.with_name("nieuw.levensreis"))[0] == 2


@pytest.mark.parametrize("command", [["export", "-o", "uit.json"], ["report", "-o", "uit.md"]])
def test_an_export_with_names_is_written_with_a_line_of_warning_and_one_about_real_people(
    run, file, clean, tmp_path, monkeypatch, command
):
    monkeypatch.chdir(tmp_path)
    name, *rest = command
    code, _, err = run(name, file, *rest)
    assert code == 0
    assert err.splitlines() == [
        f"levensreis: 5 dingen lijken op persoonsgegevens; “levensreis privacy {file}” noemt ze.",
        "levensreis: 1 persona is een echte persoon.",
    ]
    assert run(name, clean, *rest)[2] == ""


def test_an_anonymous_report_is_asked_for_by_the_names_that_are_in_the_file(run, file, tmp_path):
    code, _, err = run("report", file, "-o", tmp_path / "r.md", "--anonymous", "--journey", "Anneke verhuist")
    assert (code, err) == (0, "")
    assert "Persona A verhuist" in (tmp_path / "r.md").read_text()


def test_an_anonymous_poster_is_too(run, file, tmp_path):
    out = tmp_path / "p.pdf"
    code, _, err = run("poster", file, "-o", out, "--anonymous", "--saved-view", "Kaart van Anneke", "--attach")
    assert (code, err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")
    assert b"Anneke" not in out.read_bytes()


def test_preflight_tells_of_it_and_not_of_what_was_called_not_personal(run, file, tmp_path, document):
    from journeys.edits import private

    _, out, err = run("poster", file, "--preflight")
    assert "In 1 tekst lijkt een telefoonnummer te staan: “Anneke belt”." in out
    assert "echte persoon genoemd" in out
    assert err == ""
    step = next(step for step in document.steps.values() if step.title == "Anneke belt")
    document.write(private.not_personal(document, "personal.phone", step.id, "06-••••••78").changes)
    store.create_file(tmp_path / "b.levensreis", document)
    assert "telefoonnummer" not in run("poster", tmp_path / "b.levensreis", "--preflight")[1]
