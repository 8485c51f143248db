"""The catalogues: complete, in step with the source, and compiled; and the checks that say so bite."""

from __future__ import annotations

import io

import pytest
import translate
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import write_po

from journeys.i18n import LANGUAGES, MSGIDS


@pytest.fixture
def written(monkeypatch, tmp_path):
    """Writes a Dutch catalogue, and another compiled one if asked; the source has one message and one plural."""

    def write(messages, compiled=None):
        folder = tmp_path / "nl" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        for path, writer, content in (
            (folder / "levensreis.po", write_po, messages),
            (folder / "levensreis.mo", write_mo, compiled or messages),
        ):
            with path.open("wb") as file:
                writer(file, catalogue_of(content))
        return list(translate.findings())

    source = catalogue_of({"Delete {title}": "", ("{n} step", "{n} steps"): ("", "")})
    monkeypatch.setattr(translate, "collected", lambda: source)
    monkeypatch.setattr(translate, "LOCALE", tmp_path)
    return write


def catalogue_of(messages) -> Catalog:
    catalogue = Catalog(locale="nl")
    for message, dutch in messages.items():
        catalogue.add(message, dutch)
    return catalogue


WHOLE = {"Delete {title}": "{title} verwijderen", ("{n} step", "{n} steps"): ("{n} stap", "{n} stappen")}


def test_every_catalogue_is_complete_and_compiled():
    assert list(translate.findings()) == []


def test_a_whole_catalogue_has_no_findings(written):
    assert written(WHOLE) == []


def test_a_message_without_dutch_is_found(written):
    assert written({**WHOLE, "Delete {title}": ""}) == ["no Dutch for 'Delete {title}'"]


def test_a_plural_with_one_form_missing_is_found(written):
    found = written({**WHOLE, ("{n} step", "{n} steps"): ("{n} stap", "")})
    assert found[0] == "no Dutch for ('{n} step', '{n} steps')"


def test_a_lost_placeholder_is_found(written):
    assert "placeholders differ" in written({**WHOLE, "Delete {title}": "Verwijderen"})[0]


def test_a_compiled_file_of_another_catalogue_is_found(written):
    found = written(WHOLE, compiled={**WHOLE, "Delete {title}": "{title} wissen"})
    assert found == ["nl/levensreis.mo is not made from levensreis.po: run dev.py translate"]


def test_a_message_that_the_source_no_longer_has_is_found_and_left_out(written):
    assert written({**WHOLE, "Old": "Oud"}) == ["no longer used in Dutch: 'Old'"]
    assert translate.update() == 0
    assert list(translate.findings()) == []


def test_every_language_but_that_of_the_source_has_a_catalogue():
    assert [translate.code_of(po) for po in translate.catalogues()] == sorted({*LANGUAGES} - {MSGIDS})


def test_a_new_language_begins_with_an_empty_folder(written, tmp_path):
    assert written(WHOLE) == []
    (tmp_path / "fy").mkdir()
    assert translate.update() == 0
    made = translate.read(tmp_path / "fy" / "LC_MESSAGES" / "levensreis.po")
    assert [message.id for message in made if message.id] == ["Delete {title}", ("{n} step", "{n} steps")]
    assert list(translate.findings()) == [
        "no Western Frisian for 'Delete {title}'", "no Western Frisian for ('{n} step', '{n} steps')",
    ]  # fmt: skip


def test_what_a_language_does_not_say_yet_is_left_to_another(written, tmp_path):
    assert written({**WHOLE, "Delete {title}": "", ("{n} step", "{n} steps"): ("", "")})
    assert translate.pairs(read_mo(io.BytesIO(translate.compiled(translate.read(translate.catalogues()[0]))))) == {}


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
