"""What the files are called when each journey has one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from journeys import templates
from journeys.exchange import formats
from journeys.exchange.wanted import wanted


@pytest.fixture
def document():
    return templates.create("child", "nl")


def called(document, stem="Reis"):
    return [path.name for path in formats.names(wanted(document), Path("map") / f"{stem}.svg")]


def titled(document, *titles):
    """All journeys are of one persona, and called like this."""
    persona = next(iter(document.personas))
    for journey, title in zip(list(document.journeys.values()), titles, strict=False):
        changed = replace(journey, title=title, persona=persona, variant="current")
        document.write({("journey", journey.id): (journey, changed)})
    return document


def test_persona_and_title_say_which_journey_it_is_and_the_desired_one_says_so(document):
    assert "Reis – Sanne & Youssef, Een kind krijgen (gewenst).svg" in called(document)
    assert len(set(called(document))) == 4


def test_names_that_differ_only_in_capitals_get_a_number(document):
    names = called(titled(document, "Verhuizen", "verhuizen", "VERHUIZEN", "Verhuizen"))
    assert len({name.casefold() for name in names}) == 4
    assert sum(name.lower().endswith("verhuizen.svg") for name in names) == 1


def test_a_long_title_of_the_study_leaves_room_for_the_journey(document):
    names = called(document, "Een heel lange titel van een studie " * 5)
    assert all(len(name) <= 104 for name in names)
    assert any("Sanne & Youssef, Een kind krijgen" in name for name in names)


def test_C14_a_journey_cannot_lead_out_of_the_folder(document):
    paths = formats.names(wanted(titled(document, "../../x", "a/b", "CON", "C:\\x")), Path("map") / "x.svg")
    assert {path.parent for path in paths} == {Path("map")}
