"""The Dutch catalogue: complete, in step with the source, and compiled; and the checks that say so bite."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
try:
    import translate
finally:
    sys.path.remove(str(ROOT / "packaging"))


@pytest.fixture
def written(monkeypatch, tmp_path):
    """Writes a Dutch catalogue, and another compiled one if asked; the source has one message and one plural."""

    def write(messages, compiled=None):
        for path, writer, content in (
            (tmp_path / "nl.po", write_po, messages),
            (tmp_path / "nl.mo", write_mo, compiled or messages),
        ):
            with path.open("wb") as file:
                writer(file, catalogue_of(content))
        monkeypatch.setattr(translate, "PO", tmp_path / "nl.po")
        monkeypatch.setattr(translate, "MO", tmp_path / "nl.mo")
        return list(translate.findings())

    source = catalogue_of({"Delete {title}": "", ("{n} step", "{n} steps"): ("", "")})
    monkeypatch.setattr(translate, "collected", lambda: source)
    return write


def catalogue_of(messages) -> Catalog:
    catalogue = Catalog(locale="nl")
    for message, dutch in messages.items():
        catalogue.add(message, dutch)
    return catalogue


WHOLE = {"Delete {title}": "{title} verwijderen", ("{n} step", "{n} steps"): ("{n} stap", "{n} stappen")}


def test_the_dutch_catalogue_is_complete_and_compiled():
    assert list(translate.findings()) == []


def test_a_whole_catalogue_has_no_findings(written):
    assert written(WHOLE) == []


def test_a_message_without_dutch_is_found(written):
    assert written({**WHOLE, "Delete {title}": ""}) == ["no Dutch for 'Delete {title}'"]


def test_a_plural_with_one_form_missing_is_found(written):
    found = written({**WHOLE, ("{n} step", "{n} steps"): ("{n} stap", "")})
    assert found == ["no Dutch for ('{n} step', '{n} steps')"]


def test_a_lost_placeholder_is_found(written):
    assert "placeholders differ" in written({**WHOLE, "Delete {title}": "Verwijderen"})[0]


def test_a_compiled_file_of_another_catalogue_is_found(written):
    found = written(WHOLE, compiled={**WHOLE, "Delete {title}": "{title} wissen"})
    assert found == ["nl.mo is not made from nl.po: run dev.py translate"]


def test_messages_are_collected_from_say_many_and_marks(monkeypatch, tmp_path):
    for package in ("app", "journeys"):
        (tmp_path / package).mkdir()
    source = 'say("Undo {text}", text=x)\nself.say.many("{n} step", "{n} steps", n)\nTABLE = {"a": N_("Gap")}\n'
    (tmp_path / "app" / "menu.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(translate, "ROOT", tmp_path)
    found = [message.id for message in translate.collected() if message.id]
    assert found == ["Undo {text}", ("{n} step", "{n} steps"), "Gap"]


def test_messages_are_collected_from_inside_other_strings_and_from_either_side_of_an_if(monkeypatch, tmp_path):
    for package in ("app", "journeys"):
        (tmp_path / package).mkdir()
    source = """f"{self._say('Studies')} (*.x)"\nsay("Show" if hidden else "Hide")\n"""
    (tmp_path / "app" / "menu.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(translate, "ROOT", tmp_path)
    assert {message.id for message in translate.collected() if message.id} == {"Studies", "Show", "Hide"}
