"""The command line on the snapshots in a file."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from journeys import cli, store
from journeys.edits import steps
from journeys.exchange import snapshots
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def file(tmp_path):
    """A study with a snapshot, and a step renamed since."""
    session = Session(study(6), lambda _: None)
    made = snapshots.take(session.document, "Na ronde 1", dt.datetime(2026, 11, 22, 13, 3, tzinfo=dt.UTC))
    session.apply(steps.rename(session.document, min(session.document.steps), "Anders"))
    path = tmp_path / "Reis.levensreis"
    store.create_file(path, session.document, {}, [made])
    return path


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LEVENSREIS_LANG", "nl")

    def do(*arguments):
        code = cli.main([str(argument) for argument in arguments], window=None, picture=None)
        told = capsys.readouterr()
        return code, told.out, told.err

    return do


def test_snapshots_are_listed_with_their_name_time_and_size(run, file):
    code, out, err = run("snapshots", file)
    assert (code, err) == (0, "")
    assert out.startswith("Na ronde 1  (")
    assert "6 stappen" in out


def test_scripts_get_them_as_json(run, file):
    (one,) = json.loads(run("snapshots", file, "--json")[1])
    assert (one["name"], one["made_at"]) == ("Na ronde 1", "2026-11-22T13:03:00+00:00")
    assert one["counts"]["steps"] == 6


def test_what_has_changed_since_is_told_in_words_and_as_json(run, file):
    assert "heet nu “Anders”" in run("snapshots", file, "--since", "na ronde 1")[1]
    (change,) = json.loads(run("snapshots", file, "--since", "Na ronde 1", "--json")[1])
    assert (change["code"], change["kind"], change["fields"]) == ("step.renamed", "step", ["title"])


def test_an_unknown_name_tells_which_there_are(run, file):
    code, out, err = run("snapshots", file, "--since", "Morgen")
    assert (code, out) == (2, "")
    assert "Na ronde 1" in err


def test_a_study_without_snapshots_says_so(run, tmp_path):
    path = tmp_path / "Leeg.levensreis"
    store.create_file(path, study(2))
    assert "geen momentopnamen" in run("snapshots", path)[1]
