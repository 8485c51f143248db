"""Axe-core finds nothing wrong with the page of a report, on a desk and on a phone, by day and by night."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from journeys.exchange import report
from journeys.model.document import Document
from journeys.model.entities import Journey, Note, Persona, Step
from journeys.templates import sampling
from tests.journeys.studies import study

HOSTILE = "</text><script>alert(1)</script>\"onload='x' ]]> <img src=x onerror=alert(2)>"
SCREENS = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))
"""A desk and a phone, by day and by night."""


def sample(code, language):
    held = sampling.sample(code, language)
    return report.telling(held.document, images=held.images)


def hostile():
    """Every word that people write is one that would act if it could; and one that is too long for any line."""
    document = Document.of(_hostile(each) for _, each in study(6, 2))
    return report.telling(document)


def _hostile(entity):
    match entity:
        case Step():
            return replace(entity, title=HOSTILE, body="w" * 900, place=HOSTILE)
        case Journey():
            return replace(entity, title=HOSTILE, question=HOSTILE)
        case Persona():
            return replace(entity, name=HOSTILE, quote=HOSTILE)
        case Note():
            return replace(entity, text=f"https://example.nl/{'a' * 300}")
        case _:
            return entity


STUDIES = {
    "child, Dutch": lambda: sample("child", "nl"),
    "death, English": lambda: sample("death", "en"),
    "80 steps": lambda: report.telling(study(80, 1)),
    "nothing yet": lambda: report.telling(study(0, 1)),
    "hostile": hostile,
}


@pytest.mark.judge
@pytest.mark.parametrize(("width", "scheme"), SCREENS)
@pytest.mark.parametrize("name", STUDIES)
def test_C13_a_page_has_no_violation_runs_nothing_and_fits_its_screen(node, chromium, tmp_path, name, width, scheme):
    file = tmp_path / "page.html"
    file.write_bytes(report.to_html(STUDIES[name]()))
    found = json.loads(node("page.mjs", chromium, file, width, scheme))
    assert found["violations"] == []
    assert found["passes"] > 20
    assert found["said"] == []
    assert found["asked"] == [file.as_uri()]
    assert found["scripts"] == 0
    assert found["wide"] <= width
    assert found["first"].startswith("skip ")
