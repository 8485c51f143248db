"""Another folder for the program's own data, and the words for what keeps us from using one."""

from __future__ import annotations

import json

import pytest

from journeys.errors import FileError, StoreError
from journeys.store import elsewhere, locations


def test_a_folder_that_takes_files_is_no_trouble_and_nothing_is_left_in_it(home, tmp_path):
    assert elsewhere.trouble() is None
    assert elsewhere.trouble(tmp_path / "gegevens") is None
    assert list((tmp_path / "gegevens").iterdir()) == [tmp_path / "gegevens" / "work"]
    assert list((tmp_path / "gegevens" / "work").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told_with_its_place(tmp_path):
    (tmp_path / "gegevens").write_text("een bestand")
    told = elsewhere.trouble(tmp_path / "gegevens")
    assert (told.code, told.values) == ("store.no_folder", {"folder": str(tmp_path / "gegevens")})


@pytest.mark.parametrize(
    ("file_code", "code"),
    [
        ("file.full", "store.full"), ("file.not_writable", "store.not_writable"), ("file.no_folder", "store.no_folder"),
        ("file.exists", "store.no_folder"), ("file.folder", "store.no_folder"), ("file.special", "store.not_written"),
    ],
)  # fmt: skip
def test_what_the_disk_says_becomes_a_word_about_the_folder(tmp_path, monkeypatch, file_code, code):
    def refused(*_):
        raise FileError(file_code)

    monkeypatch.setattr(elsewhere.files, "write_whole", refused)
    told = elsewhere.trouble(tmp_path)
    assert (told.code, told.values) == (code, {"folder": str(tmp_path)})


def test_the_choice_is_remembered_for_the_folder_it_was_made_for(monkeypatch, tmp_path):
    monkeypatch.delenv("LEVENSREIS_DATA")
    usual = locations.usual_data_folder()
    chosen = elsewhere.choose(tmp_path)
    assert chosen == tmp_path / locations.NAME
    assert json.loads(locations.choice_file().read_text("utf-8")) == {str(usual): str(chosen)}
    assert locations.data_folder() == chosen
    assert elsewhere.choose(chosen) == chosen, "one folder of our own is enough"


def test_a_folder_that_takes_no_files_is_not_chosen(monkeypatch, tmp_path):
    monkeypatch.delenv("LEVENSREIS_DATA")
    (tmp_path / locations.NAME).write_text("een bestand")
    with pytest.raises(StoreError, match=r"store\.no_folder"):
        elsewhere.choose(tmp_path)
    assert locations.choices() == {}


def test_a_choice_that_cannot_be_remembered_is_told_and_holds_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setenv("LEVENSREIS_DATA", "")
    monkeypatch.delenv("LEVENSREIS_DATA")
    place = locations.choice_file()
    real = elsewhere.files.write_whole

    def refused(path, *given, **named):
        if path == place:
            raise FileError("file.full")
        return real(path, *given, **named)

    monkeypatch.setattr(elsewhere.files, "write_whole", refused)
    with pytest.raises(FileError) as caught:
        elsewhere.choose(tmp_path)
    assert (caught.value.code, caught.value.values) == (
        "file.choice_lost", {"name": place.name, "path": str(place)},
    )  # fmt: skip
    assert locations.data_folder() == tmp_path / locations.NAME
