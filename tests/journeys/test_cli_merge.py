"""The command line makes one study of several: the files stay, what is perhaps the same is told."""

from __future__ import annotations

import json

import pytest

from journeys import store
from journeys.edits import notes, parties
from journeys.store.opener import open_file
from tests.journeys.studies import study


@pytest.fixture
def tables(tmp_path):
    """The files of two tables that began with the same study: each met another party and wrote a need."""
    found = []
    for name, party, need in (
        ("tafel 1", "Buurtteam", "Wanneer moeten wij erkennen?"),
        ("tafel 2", "Buurtteams", "Wanneer moet je erkennen?"),
    ):
        document = study(3)
        document.write(parties.add(document, party).changes)
        document.write(notes.add(document, "need", need).changes)
        found.append(tmp_path / f"{name}.levensreis")
        store.create_file(found[-1], document)
    return found


def test_everything_of_every_table_is_in_the_new_study(run, tables, tmp_path):
    before = [path.read_bytes() for path in tables]
    code, out, err = run("merge", *tables, "-o", tmp_path / "samen.levensreis")
    assert (code, err) == (0, "")
    found = open_file(tmp_path / "samen.levensreis").document
    assert {"Buurtteam", "Buurtteams"} <= {party.name for party in found.parties.values()}
    assert {note.text for note in found.notes.values()} >= {"Wanneer moeten wij erkennen?", "Wanneer moet je erkennen?"}
    assert [path.read_bytes() for path in tables] == before
    assert "Buurtteam  |  Buurtteams" in out


def test_what_is_enough_alike_is_joined_when_that_is_asked(run, tables, tmp_path):
    code, out, _ = run("merge", *tables, "-o", tmp_path / "samen.levensreis", "--same", "62", "--json")
    found = open_file(tmp_path / "samen.levensreis").document
    assert code == 0
    assert json.loads(out)["doubles"] == []
    assert [party.name for party in found.parties.values() if party.name.startswith("Buurtt")] == ["Buurtteam"]


def test_no_file_is_written_over(run, tables):
    code, _, err = run("merge", *tables, "-o", tables[0])
    assert code == 2
    assert tables[0].name in err


def test_a_file_that_cannot_be_read_stops_it_and_nothing_is_made(run, tables, tmp_path):
    (tmp_path / "stuk.levensreis").write_text("niets")
    code, _, err = run("merge", *tables, tmp_path / "stuk.levensreis", "-o", tmp_path / "samen.levensreis")
    assert code == 2
    assert "stuk.levensreis" in err
    assert not (tmp_path / "samen.levensreis").exists()
