"""`levensreis settings` says what holds and who said so, and looks a file over before it is handed out."""

from __future__ import annotations

import json
import re

from journeys.settings import keys
from journeys.store import locations, retention


def choose(text):
    place = locations.settings_file()
    place.parent.mkdir(parents=True)
    place.write_text(text, "utf-8")


def sources(out):
    return {one["key"]: (one["value"], one["source"]) for one in json.loads(out)["settings"]}


def test_without_anything_said_everything_is_as_usual(run, monkeypatch, home):
    monkeypatch.delenv("LEVENSREIS_LANG")
    monkeypatch.delenv("LEVENSREIS_DATA")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    code, out, err = run("settings", "--json")
    assert (code, err) == (0, "")
    found = sources(out)
    assert set(found) == set(keys.KEYS)
    assert {source for _, source in found.values()} == {"usual"}
    assert [found[key][0] for key in ("language", "text_size", "sound", "days")] == ["en", 100, True, 90]
    assert json.loads(out)["portable"] is None


def test_every_value_is_told_with_who_said_it(run, lay_down, monkeypatch):
    place = lay_down("[defaults]\ntext_size = 115\ncalm = yes\n[fixed]\ntheme = light")
    choose("[General]\ntheme=dark\ncalm=false\nrecent=/een/bestand\n[size]\nsound=false\n")
    retention.keep_for(7)
    _, out, _ = run("settings", "--json")
    found = sources(out)
    assert found["language"] == ("nl", "run")
    assert found["theme"] == ("light", "fixed"), "whatever was chosen before"
    assert found["text_size"] == (115, "default")
    assert found["calm"] == (False, "chosen")
    assert found["sound"] == (True, "usual"), "another part of the same file says nothing about it"
    assert found["days"] == (7, "chosen")
    assert found["folder"] == (str(locations.data_folder()), "run")
    assert json.loads(out)["files"] == [str(place)]
    code, out, _ = run("settings")
    assert code == 0
    assert "theme      light" in out
    assert "vastgezet door de beheerder" in out
    assert "calm       nee" in out


def test_what_was_passed_over_ends_with_1(run, lay_down):
    place = lay_down("[fixed]\nsond = yes\n")
    code, out, _ = run("settings")
    assert code == 1
    assert f"Overgeslagen: {place}, regel 2: er is geen instelling “sond”" in out
    _, out, _ = run("settings", "--json")
    (wrong,) = json.loads(out)["passed_over"]
    assert (wrong["file"], wrong["line"], wrong["code"]) == (str(place), 2, "unknown_key")


def test_a_file_is_looked_over_before_it_holds(run, tmp_path):
    file = tmp_path / "proef.ini"
    file.write_text("[fixed]\ndays = 3\ntheme = roze\n")
    code, out, _ = run("settings", "--check", file)
    assert code == 1
    assert "days" in out
    assert "theme kan niet “roze” zijn" in out
    assert retention.days() == 90
    file.write_text("[fixed]\ndays = 3\n")
    assert run("settings", "--check", file)[0] == 0
    code, _, err = run("settings", "--check", tmp_path / "niets.ini")
    assert code == 2
    assert "niets.ini" in err


def test_the_example_can_be_handed_out_as_it_is_and_each_of_its_lines_can_be_made_to_hold(run, tmp_path):
    _, out, _ = run("settings", "--example")
    file = tmp_path / "administrator.ini"
    file.write_text(out, "utf-8")
    code, told, _ = run("settings", "--check", file, "--json")
    assert (code, json.loads(told)["settings"]) == (0, [])
    file.write_text(re.sub(r"^;(?=\w)", "", out, flags=re.MULTILINE), "utf-8")
    code, told, _ = run("settings", "--check", file, "--json")
    assert code == 0
    assert {one["key"] for one in json.loads(told)["settings"] if one["source"] == "default"} == set(keys.KEYS)


def test_a_language_for_this_run_that_the_program_does_not_speak_is_not_said_to_hold(run, monkeypatch):
    monkeypatch.setenv("LEVENSREIS_LANG", "NL")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert sources(run("settings", "--json")[1])["language"] == ("en", "usual")


def test_the_command_line_speaks_the_language_of_the_administrator_unless_it_is_asked_otherwise(
    run, lay_down, monkeypatch
):
    monkeypatch.delenv("LEVENSREIS_LANG")
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    lay_down("[defaults]\nlanguage = en")
    assert "as usual" in run("settings")[1]
    assert "zoals gewoonlijk" in run("settings", "--lang", "nl")[1]
    lay_down("[fixed]\nlanguage = nl")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "zoals gewoonlijk" in run("settings")[1]


def test_how_long_versions_are_kept_cannot_be_changed_when_it_is_fixed(run, lay_down):
    lay_down("[fixed]\ndays = 30")
    code, _, err = run("local-data", "--keep", "7")
    assert code == 2
    assert "De beheerder heeft “days” vastgezet op 30" in err
    assert retention.chosen() is None
    assert "30 dagen" in run("local-data")[1]
