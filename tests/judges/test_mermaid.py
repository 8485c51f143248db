"""Mermaid itself reads and draws every journey that we write, and understands the same of it as we meant."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from journeys import templates
from journeys.exchange import mermaid
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from tests.journeys.exchange.odd_diagrams import ODD, thrown, with_titles
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

pytestmark = pytest.mark.judge

STUDIES = 1000


def every_journey(document):
    """(the diagram, what it is to say) of each journey that counts."""
    asked = wanted(document, words("nl"), tuple(document.journeys))
    for id_ in asked.journeys:
        one = replace(asked, journeys=(id_,))
        yield mermaid.write(one).decode(), meant(outgoing(one))


def meant(one):
    journey = one.journeys[0]
    return {
        "title": journey.title,
        "about": f"{journey.persona}: {journey.title}",
        "description": journey.question,
        "sections": [phase.name for phase in one.phases],
        "tasks": [
            {
                "section": step.phase,
                "task": step.title or "zonder titel",
                "score": 3 + (step.emotion or 0),
                "actors": list(
                    dict.fromkeys(
                        name
                        for name in ([] if step.stage == "back" else [journey.persona])
                        + [contact.party for contact in step.contacts]
                        if name
                    )
                ),
            }
            for step in one.steps
        ],
    }


def agrees(node, written):
    told = json.loads(node("mermaid.mjs", stdin=json.dumps([text for text, _ in written]).encode()))
    assert len(told) == len(written)
    for found, (text, said) in zip(told, written, strict=True):
        assert found == said, text


def test_mermaid_agrees_on_sections_tasks_scores_and_actors_of_a_thousand_studies(node):
    agrees(node, [each for seed in range(STUDIES) for each in every_journey(thrown(seed))])


def test_mermaid_agrees_on_studies_with_anything_in_any_field(node):
    written = []

    @settings(
        max_examples=60, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(documents())
    def collect(document):
        written.extend(every_journey(document))

    collect()
    assert written
    agrees(node, written)


def test_mermaid_agrees_on_the_samples_and_on_a_large_study(node):
    made = [templates.create(code, language) for code, _ in templates.life_events() for language in ("nl", "en")]
    agrees(node, [each for document in (*made, study(400, 3)) for each in every_journey(document)])


def test_C12_mermaid_takes_no_odd_text_for_grammar(node):
    agrees(node, list(every_journey(with_titles(ODD))))


def test_C12_a_browser_shows_odd_texts_literally_and_nothing_acts(node, chromium):
    document = with_titles(ODD)
    text, said = next(every_journey(document))
    (found,) = json.loads(node("mermaid_drawn.mjs", chromium, stdin=json.dumps([text]).encode()))
    assert found["acts"] == []
    shown = {" ".join(each.split()) for each in found["words"]}
    for wanted_text in (said["title"], *[task["task"] for task in said["tasks"]]):
        assert " ".join(wanted_text.split()) in shown
