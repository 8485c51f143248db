"""A life event's file that is wrong says where."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from journeys import resources, templates
from journeys.errors import TemplateError, UsageError
from journeys.i18n import words
from journeys.messages import error_text

JOURNEY = ("personas", "sanne_youssef", "journeys", "sy_huidig")
STEPS = (*JOURNEY, "steps")
IN = "child.json: personas.sanne_youssef.journeys.sy_huidig.steps"


def text_of_child() -> str:
    return resources.path("life_events", "child.json").read_text(encoding="utf-8")


def refused(path: tuple[str, ...], value: object) -> TemplateError:
    """The error for the file with this one value changed."""
    template = json.loads(text_of_child())
    place: Any = template
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(TemplateError) as caught:
        templates.build(templates.parse(json.dumps(template), "child.json"), "nl", name="child.json")
    return caught.value


def test_an_unknown_life_event_names_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        templates.create("../secrets", "nl")

    assert caught.value.code == "usage.life_event"
    assert "child" in str(caught.value.values["known"])


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        ((*STEPS, "test", "title"), {"nl": "Positieve test"}, "template.languages", f"{IN}.test.title"),
        ((*STEPS, "test", "title"), 3, "template.type", f"{IN}.test.title"),
        ((*STEPS, "test", "emotion"), "blij", "template.type", f"{IN}.test.emotion"),
        ((*STEPS, "test", "emotion"), 7, "template.rule", f"{IN}.test.emotion"),
        ((*STEPS, "test", "emotoin"), 1, "template.unknown", f"{IN}.test.emotoin"),
        ((*STEPS, "test", "column"), "1", "template.type", f"{IN}.test.column"),
        ((*STEPS, "test", "stage"), "side", "template.choice", f"{IN}.test.stage"),
        ((*STEPS, "test", "phase"), "zwagner", "template.reference", f"{IN}.test.phase"),
        ((*STEPS, "naam", "after"), "controle", "template.type", f"{IN}.naam.after"),
        ((*STEPS, "naam", "after"), ["controlle"], "template.reference", f"{IN}.naam.after[0].source"),
        ((*STEPS, "test", "contacts"), [{"party": "?"}], "template.reference", f"{IN}.test.contacts[0].party"),
        ((*STEPS, "naam", "track"), 1, "template.rule", f"{IN}.erkenning.column"),
        ((*STEPS, "test", "notes"), [], "template.object", f"{IN}.test.notes"),
        (("facts", "hielprik", "checked_on"), "nu", "template.date", "child.json: facts.hielprik.checked_on"),
        (("parties", "svb", "name"), {"nl": "", "en": ""}, "template.rule", "child.json: parties.svb.name"),
        (("phases",), [], "template.object", "child.json: phases"),
        (("fazen",), {}, "template.unknown", "child.json: fazen"),
    ],
)  # fmt: skip
def test_a_wrong_template_names_the_place(path: tuple[str, ...], value: object, code: str, where: str) -> None:
    error = refused(path, value)

    assert (error.code, error.values["where"]) == (code, where)
    for language in ("nl", "en"):
        sentence = error_text(error, words(language))
        assert where in sentence
        assert "{" not in sentence


def test_broken_json_names_the_line() -> None:
    with pytest.raises(TemplateError) as caught:
        templates.parse('{\n  "study": \n}', "child.json")

    assert (caught.value.code, caught.value.values["line"]) == ("template.json", 3)


def test_a_name_given_twice_is_refused_instead_of_silently_dropped() -> None:
    with pytest.raises(TemplateError) as caught:
        templates.parse('{"phases": {"zwanger": {}, "zwanger": {}}}', "child.json")

    assert caught.value.values["where"] == "child.json: zwanger"


def test_a_missing_section_is_named() -> None:
    with pytest.raises(TemplateError) as caught:
        templates.parse("{}", "child.json")

    assert (caught.value.code, caught.value.values["where"]) == ("template.missing", "child.json: study")


def test_a_wrong_branch_names_the_place(monkeypatch) -> None:
    template = json.loads(text_of_child())
    template["branches"]["stillbirth"]["persona"] = {}
    monkeypatch.setattr(sys.modules["journeys.templates.branches"], "read", lambda _: template)

    with pytest.raises(TemplateError) as caught:
        templates.branches("child", "nl")
    assert caught.value.values["where"] == "child.json: branches.stillbirth.persona"


def test_a_wrong_fact_in_a_branch_names_the_place(monkeypatch) -> None:
    template = json.loads(text_of_child())
    template["branches"]["stillbirth"]["facts"]["verlof_24_weken"]["party"] = "werkgeefster"
    monkeypatch.setattr(sys.modules["journeys.templates.branches"], "read", lambda _: template)

    with pytest.raises(TemplateError) as caught:
        templates.branch(templates.create("child", "nl"), "child", "stillbirth")
    assert caught.value.values["where"] == "child.json/stillbirth: facts.verlof_24_weken.party"
