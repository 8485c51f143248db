"""What is printed can be copied, searched and read aloud: the text layer equals the study's text."""

from __future__ import annotations

import pytest

from journeys import poster
from journeys.analysis.findings import overview
from journeys.i18n import words
from journeys.poster.parts.findings import all_findings
from journeys.poster.preflight import preflight
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward
from tests.journeys.poster.reading import poppler, run_together, words_of


def spoken(document, page=0, **options) -> str:
    return run_together(words_of(poster.render(document, Request(**options)), page))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "document",
    [studies.study(40), awkward.wordy(24), awkward.full_of_gaps()],
    ids=["plain", "wordy", "gaps"],
)
def test_every_title_body_note_and_finding_is_in_the_text_layer_in_full(document, language):
    found = spoken(document, paper="A2", language=language)
    texts = [step.title for step in document.steps.values()] + [step.body for step in document.steps.values()]
    texts += [note.text for note in document.notes.values()] + [phase.name for phase in document.phases.values()]
    texts += [text for persona in document.personas.values() for text in (persona.name, persona.tagline, persona.quote)]
    texts += [text for journey in document.journeys.values() for text in (journey.title, journey.question)]
    (journey,) = document.journeys
    for finding in all_findings(document, journey, overview(document).of(journey), words(language)):
        texts += [finding.heading, *finding.sentences]
    assert [text for text in texts if run_together(text) not in found] == []


@pytest.mark.parametrize("text", awkward.HOSTILE)
def test_C2_markup_and_escapes_are_printed_as_they_were_typed(text):
    found = spoken(awkward.said(text), paper="A3")
    assert found.count(run_together(text)) >= 5


@pytest.mark.parametrize("text", ["ĳsvogel één coördinatie", "Łódź İğdır", "Ελλάδα Кириллица", "🅪", "½ → ← € „“”’ …"])
def test_C5_letters_signs_and_characters_above_the_first_plane_keep_their_code_points(text):
    assert spoken(awkward.said(text), paper="A3").count(run_together(text)) >= 5


def lacking(document):
    """The characters of which preflight says that the font has none."""
    return {item.values["character"] for item in preflight(document) if item.code == "glyph.missing"}


def test_a_character_the_font_lacks_is_a_box_that_copies_as_itself_and_is_listed(tmp_path):
    document = awkward.said("kind 漢 en 🦄 ok")
    assert lacking(document) == {"漢", "🦄"}
    assert lacking(studies.study(8)) == set()
    assert spoken(document, paper="A3").count("kind漢en") >= 5
    everything = run_together(poppler("pdftotext", poster.render(document, Request(paper="A3")), tmp_path, "-raw"))
    assert everything.count("kind漢en🦄ok") >= 5


def test_C7_a_direction_override_turns_nothing_around_and_is_listed():
    document = awkward.said("gnp\u202efdp.exe")
    assert lacking(document) == {"\u202e"}
    assert spoken(document, paper="A3").replace("\u202e", "").count("gnpfdp.exe") >= 5
