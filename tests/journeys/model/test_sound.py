"""Looking field by field finds exactly what looking one by one finds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.model import integrity
from journeys.model.entities import Note
from journeys.model.integrity import check_document
from journeys.model.rules import check_entity, sound
from journeys.model.values import Contact, Duration, Evidence, Judgement
from tests.journeys.studies import study

BROKEN = [
    {"title": "x" * 201}, {"title": "a  b"}, {"title": " a"}, {"title": "e\u0301"}, {"title": "a\x00"}, {"title": 3},
    {"body": "a\n"}, {"body": "\u202ea"}, {"body": "a\r\nb"}, {"emotion": 3}, {"emotion": True}, {"column": -1},
    {"stage": "side"}, {"nobody": 1}, {"nobody": None}, {"day": "1"}, {"id": "XYZ"}, {"contacts": [Contact()]},
    {"contacts": (Contact(), Contact())}, {"lasts": Duration(3, 2)}, {"lasts": Duration(True, 2)},
    {"judgement": Judgement(speed=True)}, {"judgement": Judgement(roles=("king",))}, {"judgement": None},
    {"judgement": Judgement(data_asked=("a\n",))}, {"evidence": Evidence(sources=("x",))}, {"journey": "0" * 32},
    {"evidence": Evidence(sources=("0" * 32,))}, {"image": "0" * 32}, {"contacts": (Contact(party="0" * 32),)},
]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN, ids=str)
def test_a_wrong_value_among_many_right_ones_is_found(broken, monkeypatch):
    document = study(60)
    step = list(document.steps.values())[30]
    document.tables["step"][step.id] = replace(step, **broken)
    found = check_document(document)
    monkeypatch.setattr(integrity, "MANY", 10**9)
    assert found == check_document(document)
    assert found


def test_a_right_document_has_nothing_wrong_either_way(monkeypatch):
    document = study(60, 2)
    assert check_document(document) == []
    monkeypatch.setattr(integrity, "MANY", 10**9)
    assert check_document(document) == []


@pytest.mark.parametrize(
    "text", ["één – ‘twee’", "a\u00a0b", "a\u00adb", "\u4e2d\u6587", "e\u0301", "\U0001f600", "a\u2028b"]
)
def test_text_is_judged_alike(text):
    note = Note("0" * 32, "need", text)
    assert sound([note]) == (not check_entity(note))


def test_entities_of_two_classes_are_never_sound_together():
    document = study(3)
    assert not sound([next(iter(document.steps.values())), next(iter(document.links.values()))])
    assert not sound([replace(step, title=5) for step in document.steps.values()])
