"""The command line on real files: what it prints, what it writes and how it ends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from journeys import cli, store, templates
from journeys.cli import surroundings
from journeys.model.integrity import check_document
from journeys.store.opener import open_file
from tests.journeys.analysis import scenes


class Doors:
    """Stands where the entry hands over the window and the picture; notes how they were called."""

    def __init__(self):
        self.calls = []

    def window(self, path, language):
        self.calls.append(("window", path, language))
        return 0

    def picture(self, path, out, **options):
        self.calls.append(("picture", path, out, options))
        return 0


@pytest.fixture
def doors():
    return Doors()


@pytest.fixture
def run(capsys, monkeypatch, doors):
    """Runs a command; gives its exit code, standard output and standard error."""
    monkeypatch.setenv("LEVENSREIS_LANG", "nl")
    monkeypatch.setenv("LEVENSREIS_DEBUG", "1")  # what nobody foresaw fails the test with its traceback

    def run(*argv):
        code = cli.main([str(word) for word in argv], window=doors.window, picture=doors.picture)
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def study(tmp_path) -> Path:
    """The worked scene as a file."""
    path = tmp_path / "study.levensreis"
    store.create_file(path, scenes.worked().document())
    return path


def test_new_makes_a_study_of_a_life_event(run, tmp_path):
    file = tmp_path / "kind.levensreis"
    assert run("new", file, "--life-event", "child")[0] == 0
    document = open_file(file).document
    assert check_document(document) == []
    assert document.study.title == "Een kind krijgen"
    assert len(document.personas) == 3


def test_new_in_english_without_personas_has_phases_parties_and_facts(run, tmp_path):
    file = tmp_path / "child.levensreis"
    assert run("new", file, "--life-event", "child", "--lang", "en", "--without-personas")[0] == 0
    document = open_file(file).document
    assert (document.study.title, document.study.language) == ("Having a child", "en")
    assert not document.personas
    assert document.phases
    assert document.parties
    assert document.facts


def test_new_lists_the_life_events(run):
    code, dutch, err = run("new", "--list")
    assert (code, err) == (0, "")
    assert dutch.startswith("child           Een kind krijgen\nchild-flanders  Een kind krijgen (Vlaanderen)\n")
    assert [line.split()[0] for line in dutch.partition("\n\n")[0].splitlines()] == [
        code for code, _ in templates.life_events()
    ]
    assert "Having a child (Flanders)" in run("new", "--list", "--lang", "en")[1]


def test_branches_are_listed_apart_and_come_in_when_they_are_named(run, tmp_path):
    listed = run("new", "--list")[1]
    assert "\n\nZijtakken, voor als ze nodig zijn (--with BRANCH):\nchild           stillbirth  " in listed
    plain, held = tmp_path / "zonder.levensreis", tmp_path / "met.levensreis"
    assert run("new", plain, "--life-event", "child")[0] == 0
    assert run("new", held, "--life-event", "child", "--with", "stillbirth")[0] == 0
    assert len(open_file(held).document.personas) == len(open_file(plain).document.personas) + 1


def test_a_branch_that_the_life_event_does_not_have_is_refused_with_those_there_are(run, tmp_path):
    code, _, err = run("new", tmp_path / "x.levensreis", "--life-event", "child", "--with", "storm")
    assert code == 2
    assert "stillbirth" in err
    assert not (tmp_path / "x.levensreis").exists()


def test_new_never_overwrites(run, study):
    before = study.read_bytes()
    code, _, err = run("new", study, "--life-event", "child")
    assert code == 2
    assert "bestaat al" in err
    assert study.read_bytes() == before


def test_check_reports_gaps_with_reasons_in_the_language_asked_for(run, study):
    code, dutch, _ = run("check", study)
    assert code == 0
    assert "1. Voorbereiden: ernst 87 (hoog)" in dutch
    assert "Hier zijn inwoners wél: verloskundige (3/3), ziekenhuis (2/3)." in dutch
    assert "87 = 52 (2 open behoeften) + 9 (1 knelpunt) + 12 (laagste beleving −2)" in dutch
    assert "3 van 3 fasen vóór dag 0 zonder de gemeente." in dutch
    english = run("check", study, "--lang", "en")[1]
    assert "1. Voorbereiden: severity 87 (high)" in english


def test_check_json_has_exactly_the_promised_shape(run, study):
    code, out, err = run("check", study, "--json")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert list(data) == ["scope", "journeys", "findings", "muted"]
    journey = data["journeys"][0]
    assert list(journey) == [
        "id", "title", "persona", "variant", "phases", "gaps", "counts", "longest_silence",
    ]  # fmt: skip
    assert list(journey["phases"][0]) == ["id", "name", "side", "start_days", "end_days", "level"]
    gap = journey["gaps"][0]
    assert list(gap) == [
        "phase", "phase_name", "severity", "days", "lowest_emotion", "open_needs", "pains", "deadlines",
        "personas_affected", "personas_total", "reach", "reasons",
    ]  # fmt: skip
    assert list(gap["reach"][0]) == ["party", "party_name", "personas"]
    assert list(gap["reasons"][0]) == ["code", "points", "count", "ids"]
    assert (gap["severity"], gap["open_needs"], gap["pains"], gap["deadlines"]) == (87, 2, 1, 0)
    assert all(sum(r["points"] for r in gap["reasons"]) == gap["severity"] for gap in journey["gaps"])
    assert journey["counts"] == {"before": 3, "at": 0, "after": 1}
    assert journey["longest_silence"] == {"from_days": 5, "to_days": 364, "days": 359}
    assert [phase["level"] for phase in journey["phases"]] == [
        "absent", "absent", "absent", "direct", "via_partner", "absent",
    ]  # fmt: skip


@pytest.mark.parametrize(("limit", "code"), [(87, 1), (88, 0), (0, 1), (100, 0)])
def test_check_fails_at_the_severity_asked_for(run, study, limit, code):
    assert run("check", study, "--fail-at", limit)[0] == code


def test_check_takes_a_party_by_name_or_id_as_scope(run, study):
    document = open_file(study).document
    party = next(party for party in document.parties.values() if party.name == "JGZ")
    by_name = json.loads(run("check", study, "--json", "--scope", "jgz")[1])
    by_id = json.loads(run("check", study, "--json", "--scope", party.id)[1])
    assert by_name == by_id
    assert by_name["scope"] == party.id


def test_info_counts_what_is_in_a_study(run, study):
    code, out, _ = run("info", study)
    assert code == 0
    assert "3 persona’s" in out
    assert "Zwanger!  (9 – 7 maanden vóór)" in out
    data = json.loads(run("info", study, "--json")[1])
    assert data["counts"]["persona"] == 3
    assert {"id", "title", "persona", "variant"} == set(data["journeys"][0])


def test_export_and_import_round_trip_without_loss(run, study, tmp_path):
    exported, back = tmp_path / "out.json", tmp_path / "back.levensreis"
    assert run("export", study, "-o", exported)[0] == 0
    assert run("import", exported, "-o", back)[0] == 0
    assert open_file(back).document == open_file(study).document


def test_import_makes_a_study_of_a_table_and_tells_what_it_guessed(run, tmp_path):
    table, out = tmp_path / "Verhuizen.csv", tmp_path / "Verhuizen.levensreis"
    table.write_bytes("Fase;Stap;Beleving\nZoeken;Huis kijken;blij\nVerhuizen;Dozen sjouwen;één\n".encode("cp1252"))
    code, printed, err = run("import", table, "-o", out)
    assert (code, printed.strip()) == (0, f"{out}: Verhuizen, geïmporteerd.")
    assert "“één” is niet te lezen als Beleving en is weggelaten (rij 3)." in err
    assert "“blij” = +1 (rij 2)" in err
    assert len(open_file(out).document.steps) == 2


def test_a_wrong_table_is_refused_with_its_row_and_nothing_is_written(run, tmp_path):
    table, out = tmp_path / "x.csv", tmp_path / "x.levensreis"
    table.write_text('Fase;Stap\nEen;"open\nTwee;x\n', encoding="utf-8")
    code, _, err = run("import", table, "-o", out)
    assert "Rij 2: een aanhalingsteken gaat open en niet dicht." in err
    assert code == 2
    assert not out.exists()


def test_import_tells_what_it_cleaned(run, study, tmp_path):
    exported = tmp_path / "out.json"
    run("export", study, "-o", exported)
    exported.write_text(exported.read_text(encoding="utf-8").replace("Zwanger!", "Zwan\\u202eger!"), encoding="utf-8")
    code, _, err = run("import", exported, "-o", tmp_path / "back.levensreis")
    assert code == 0
    assert "schrijfrichting" in err


def test_the_schema_is_printed_or_written(run, tmp_path):
    code, out, _ = run("export", "--schema")
    assert (code, json.loads(out)["title"]) == (0, "Levensreis study")
    assert run("export", "--schema", "-o", tmp_path / "schema.json")[0] == 0
    assert json.loads((tmp_path / "schema.json").read_text(encoding="utf-8")) == json.loads(out)


def test_a_poster_of_one_persona_is_written(run, study, tmp_path):
    out = tmp_path / "poster.pdf"
    assert run("poster", study, "-o", out, "--paper", "A3", "--journey", "Persona 2")[0] == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_looking_never_changes_the_file_or_its_folder(run, study, tmp_path):
    before, folder = study.read_bytes(), sorted(tmp_path.iterdir())
    for command in (["info", study], ["check", study], ["verify", study]):
        assert run(*command)[0] == 0
    assert study.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == folder


def test_verify_ends_with_1_when_a_row_was_changed(run, tmp_path):
    file = tmp_path / "study.levensreis"
    store.create_file(file, templates.create("child", "nl"))
    assert run("verify", file)[0] == 0
    whole = file.read_bytes()
    assert b"Positieve test" in whole
    file.write_bytes(whole.replace(b"Positieve test", b"Negatieve test"))
    code, out, err = run("verify", file)
    assert (code, out) == (1, "")
    assert "beschadigd" in err


def test_the_window_gets_the_file_and_the_language_that_was_asked_for(run, doors, monkeypatch, study):
    run(study)
    run("--lang", "en", study)
    monkeypatch.delenv("LEVENSREIS_LANG")
    run()
    assert doors.calls == [
        ("window", [study], "nl"),
        ("window", [study], "en"),
        ("window", [], None),
    ]


def test_after_two_dashes_all_are_names_of_files(run, doors, study, monkeypatch):
    monkeypatch.chdir(study.parent)
    odd = [Path("-x.levensreis"), Path("--lang"), Path("new")]
    for name in odd:
        name.write_bytes(study.read_bytes())
    assert run("--lang", "en", study, "--", *odd)[0] == 0
    assert run("--", odd[0])[0] == 0
    assert doors.calls == [("window", [study, *odd], "en"), ("window", [odd[0]], "nl")]
    assert run(odd[0])[0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder in use stays")
def test_a_name_seen_from_a_folder_that_was_removed_is_told(run, doors, tmp_path, monkeypatch):
    away = tmp_path / "weg"
    away.mkdir()
    monkeypatch.chdir(away)
    away.rmdir()
    code, _, err = run("Reis.levensreis")
    assert (code, doors.calls) == (2, [])
    assert "Reis.levensreis" in err


def test_the_picture_gets_everything_that_was_asked_for(run, doors, study, tmp_path):
    out = tmp_path / "map.png"
    document = open_file(study).document
    journey = list(document.journeys)[1]
    asked = ("--journey", "Persona 2", "--size", "800x600", "--theme", "dark", "--lens", "roles")
    assert run("picture", study, "-o", out, *asked)[:2] == (0, f"{out}: geschreven.\n")
    options = {"view": "map", "journey": journey, "size": (800, 600), "theme": "dark"}
    options |= {"language": "nl", "lens": "roles"} | {"saved": None}
    assert doors.calls == [("picture", study, out, options)]


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "nl"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8"}, "nl"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
        ([], {"LANG": "nl_NL", "LEVENSREIS_LANG": "en"}, "en"),
        (["--lang", "nl"], {"LEVENSREIS_LANG": "en"}, "nl"),
        (["--lang=en"], {"LEVENSREIS_LANG": "nl"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_systems(arguments, environment, language):
    assert surroundings.output_language(arguments, environment) == language
