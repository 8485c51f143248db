"""What an administrator lays down holds; what is wrong in it is passed over and told, and nothing else with it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.i18n import words
from journeys.phrases import settings as told
from journeys.settings import administrator, keys
from journeys.store import locations, retention

GOOD = """\ufeff; voor alle computers
# nog een regel

[Defaults]
Language = EN
text-size = 115 %
sound = "nee"
[fixed]
theme=dark
REMEMBER = off
days = 30
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A settings file of this computer that a test can fill."""
    place = tmp_path / "etc" / "administrator.ini"
    place.parent.mkdir()
    monkeypatch.setattr(administrator, "places", lambda: [place])
    administrator._rules.cache_clear()
    return place


def held(values):
    return {key: value.text for key, value in values.items()}


def of(text, tmp_path):
    place = tmp_path / "een.ini"
    place.write_text(text, "utf-8")
    return administrator.read(place)


def test_a_letter_as_older_editors_of_windows_write_it_undoes_no_rule(tmp_path):
    place = tmp_path / "administrator.ini"
    place.write_bytes("; voor het café\n[fixed]\ntheme = dark\n".encode("cp1252"))
    found = administrator.read(place)
    assert (held(found.fixed), found.complaints) == ({"theme": "dark"}, ())


def test_what_is_told_of_a_line_says_nothing_to_the_terminal(tmp_path):
    (complaint,) = of("[fixed]\n\x1b[2Jrood\x07 = 1\n", tmp_path).complaints
    assert told.complaint_text(complaint, words("nl")).isprintable()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_defaults_and_fixed_values_are_read_as_editors_and_shells_write_them(tmp_path, encoding):
    place = tmp_path / "administrator.ini"
    place.write_bytes(
        GOOD.removeprefix("\ufeff" if encoding == "utf-16" else "").replace("\n", "\r\n").encode(encoding)
    )
    found = administrator.read(place)
    assert held(found.defaults) == {"language": "en", "text_size": "115", "sound": "false"}
    assert held(found.fixed) == {"theme": "dark", "remember": "false", "days": "30"}
    assert (found.complaints, found.files) == ((), (place,))


@pytest.mark.parametrize(
    ("text", "code", "line", "sentence"),
    [
        ("language = nl\n[fixed]\ndays = 1", "no_section", 1,
         "“language” staat vóór het eerste deel, [defaults] of [fixed]"),
        ("[fixed]\ndays = 1\n[vast]\ncalm = yes", "unknown_section", 3,
         "het deel [vast] bestaat niet, alleen [defaults] en [fixed]"),
        ("[fixed]\nhallo\ndays = 1", "not_a_line", 2, "“hallo” is geen naam, = en een waarde"),
        ("[fixed]\ndays = 1\ntelemetry = on", "unknown_key", 3, "er is geen instelling “telemetry”"),
        ("[fixed]\ntheme = roze\ndays = 1", "wrong_value", 2,
         "theme kan niet “roze” zijn, alleen: system, light, dark, contrast"),
        ("[fixed]\ndays = 1\ndays = 2", "twice", 3, "days stond al eerder in dit deel"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_the_rest_holds(tmp_path, text, code, line, sentence):
    found = of(text, tmp_path)
    assert [(one.code, one.line) for one in found.complaints] == [(code, line)]
    assert held(found.fixed) == {"days": "1"}
    assert told.complaint_text(found.complaints[0], words("nl")) == f"{tmp_path / 'een.ini'}, regel {line}: {sentence}"


def test_a_long_line_is_told_in_short(tmp_path):
    (complaint,) = of("[fixed]\n" + "x" * 5_000, tmp_path).complaints
    assert len(told.complaint_text(complaint, words("nl"))) < 200 + len(str(tmp_path))


@pytest.mark.parametrize("made", ["folder", "binary", "huge", "pipe", "circle"])
def test_what_is_no_text_lays_nothing_down_and_is_told(tmp_path, made):
    place = tmp_path / "administrator.ini"
    {
        "folder": place.mkdir,
        "binary": lambda: place.write_bytes(b"\x80\xff\x00"),
        "huge": lambda: place.write_bytes(b"[fixed]\ndays = 1\n" * 10_000),
        "pipe": lambda: os.mkfifo(place),
        "circle": lambda: place.symlink_to(place),
    }[made]()
    found = administrator.read(place)
    assert [one.code for one in found.complaints] == ["unreadable"]
    assert not found.fixed
    assert "kan niet worden gelezen, of is geen tekst" in told.complaint_text(found.complaints[0], words("nl"))


def test_no_file_is_no_rules(tmp_path):
    assert administrator.read(tmp_path / "niets.ini") == administrator.Rules()


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"[fixed]\n{text}".encode("utf-8", "replace")))
def test_whatever_stands_in_the_file_it_is_read(tmp_path_factory, data):
    place = tmp_path_factory.getbasetemp() / "iets.ini"
    place.write_bytes(data)
    found = administrator.read(place)
    for one in found.complaints:
        assert told.complaint_text(one, words("nl"))
    for key, value in {**found.defaults, **found.fixed}.items():
        assert keys.read(key, value.text) == value.text


def test_of_two_files_the_first_goes_before_the_next_and_fixed_before_default(tmp_path, monkeypatch):
    one, other = tmp_path / "een.ini", tmp_path / "twee.ini"
    one.write_text("[defaults]\ncalm = yes\n[fixed]\ndays = 10")
    other.write_text("[defaults]\ncalm = no\nlanguage = nl\n[fixed]\ndays = 20\ncalm = no")
    monkeypatch.setattr(administrator, "places", lambda: [one, other])
    found = administrator.rules()
    assert held(found.fixed) == {"days": "10", "calm": "false"}
    assert found.fixed["days"].place == one
    assert held(found.defaults) == {"calm": "true", "language": "nl"}
    assert found.files == (one, other)
    assert (administrator.fixed("calm"), administrator.default("sound")) == ("false", "true")


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "/etc/levensreis/administrator.ini"),
        ("darwin", "/Library/Application Support/Levensreis/administrator.ini"),
        ("win32", "/programs/Levensreis/administrator.ini"),
    ],
)
def test_every_system_has_a_place_where_administrators_alone_write(monkeypatch, platform, place):
    monkeypatch.setattr(administrator.sys, "platform", platform)
    monkeypatch.setenv("ProgramFiles", "/programs")
    monkeypatch.setattr(administrator, "_of_the_computer", administrator._of_the_computer.__wrapped__)  # remembers
    assert administrator.places()[0] == Path(place)
    assert administrator.places()[-1] == Path(sys.executable).parent.resolve() / "administrator.ini"


def test_an_example_explains_every_setting_and_lays_down_nothing_until_its_semicolons_go(tmp_path):
    lines = told.example(words("nl"))
    assert administrator.read(_written(tmp_path, lines)).complaints == ()
    assert not administrator.read(_written(tmp_path, lines)).defaults
    taken = [line.removeprefix(";") if line.startswith(";") and line[1] != " " else line for line in lines]
    found = administrator.read(_written(tmp_path, taken))
    assert found.complaints == ()
    assert set(found.defaults) == set(keys.KEYS)
    for key, value in held(found.defaults).items():
        assert value == keys.RULES[key].usual or key in told.SAMPLES


def _written(folder, lines):
    place = folder / "voorbeeld.ini"
    place.write_text("\n".join(lines), "utf-8")
    return place


@pytest.mark.parametrize("days", ["-1", "366", "9" * 5_000, "٣", "1.5", "", "een maand"])
def test_a_number_of_days_that_is_none_is_refused(days):
    assert keys.read("days", days) is None


def test_a_folder_may_hold_the_users_own_and_variables_and_must_be_whole(monkeypatch, home):
    monkeypatch.setenv("AFDELING", "burgerzaken")
    assert keys.read("folder", "~/Levensreis") == str(home / "Levensreis")
    assert keys.read("folder", "/srv/$AFDELING/${AFDELING}") == "/srv/burgerzaken/burgerzaken"
    for wrong in ("Levensreis", "/srv/$GEEN_VARIABELE/x", r"/srv/%GEEN%/x", "/srv/\0", "", "../x"):
        assert keys.read("folder", wrong) is None, wrong


def test_the_folder_of_the_administrator_is_where_the_data_go(file, monkeypatch, tmp_path, home):
    monkeypatch.delenv("LEVENSREIS_DATA")
    usual = locations.data_folder()
    file.write_text(f"[defaults]\nfolder = {tmp_path}/gegevens")
    administrator._rules.cache_clear()
    assert locations.data_folder() == tmp_path / "gegevens"
    assert locations.data_folders() == [tmp_path / "gegevens", usual], "what lay there before is still looked up"
    assert not locations.folder_is_fixed()
    _choose(tmp_path / "gegevens", tmp_path / "elders")
    assert locations.data_folder() == tmp_path / "elders"
    file.write_text(f"[fixed]\nfolder = {tmp_path}/gegevens")
    administrator._rules.cache_clear()
    assert locations.data_folder() == tmp_path / "gegevens"
    assert locations.folder_is_fixed()
    monkeypatch.setenv("LEVENSREIS_DATA", str(home / "script"))
    assert locations.data_folder() == home / "script"
    assert not locations.folder_is_fixed()


def _choose(usual, chosen):
    locations.choice_file().parent.mkdir(parents=True, exist_ok=True)
    locations.choice_file().write_text(json.dumps({str(usual): str(chosen)}))


def test_how_long_versions_are_kept_can_be_a_default_or_fixed(file):
    file.write_text("[defaults]\ndays = 30")
    assert (retention.days(), retention.fixed()) == (30, False)
    retention.keep_for(7)
    assert retention.days() == 7
    file.write_text("[fixed]\ndays = 0")
    administrator._rules.cache_clear()
    assert (retention.days(), retention.fixed()) == (0, True)
