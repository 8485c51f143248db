"""Whose work the program is made of."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.entry import main
from journeys import licences

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def parts():
    return {part.name.casefold().replace("_", "-"): part for part in licences.parts()}


def test_everything_the_program_depends_on_is_named_with_a_version_and_a_whole_licence(parts):
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["dependencies"]:
        part = parts[line.split(">")[0].casefold()]
        assert part.version
        assert len(part.licence) > 2
        assert sum(len(text.body) for text in part.texts) > 800, part.name


def test_what_those_depend_on_is_named_too_and_the_tools_of_the_makers_are_not(parts):
    assert {"shiboken6", "pillow", "typing-extensions", "python"} <= set(parts)
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & set(parts)


def test_the_program_itself_comes_first_with_the_whole_eupl():
    own = licences.parts()[0]
    assert (own.name, own.licence) == ("Levensreis", "EUPL-1.2")
    assert own.texts[0].body == ROOT.joinpath("LICENSE").read_text(encoding="utf-8")


def test_qt_comes_with_the_lesser_licence_and_the_one_it_belongs_to(parts):
    qt = parts["pyside6-essentials"]
    assert qt.lesser
    assert [text.title for text in qt.texts] == ["LGPL-3.0.txt", "GPL-3.0.txt"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts[0].body


def test_the_font_comes_with_its_own_licence(parts):
    assert "SIL OPEN FONT LICENSE" in parts["font-source-sans-pro"].texts[0].body


def test_a_program_that_was_not_installed_still_names_itself(monkeypatch):
    monkeypatch.setattr(licences, "_distribution", lambda _: None)
    own, python, *others = licences.parts()
    assert own.texts[0].body.lstrip().startswith("EUROPEAN UNION PUBLIC LICENCE")
    assert python.name == "Python"
    assert others == []


def test_the_command_line_lists_the_parts_and_prints_a_licence(capsys):
    assert main(["licences"]) == 0
    listed = capsys.readouterr().out
    assert "networkx" in listed
    assert "BSD-3-Clause" in listed
    assert main(["licences", "Networkx"]) == 0
    assert "Redistribution and use" in capsys.readouterr().out


def test_the_command_line_knows_no_other_parts(capsys):
    assert main(["licences", "nothing", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("levensreis: PART cannot be “nothing”")
