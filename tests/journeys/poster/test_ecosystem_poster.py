"""The network on a sheet: every party whole, on any paper, with what it tells beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import phrases, poster
from journeys.analysis.ecosystem import of_all
from journeys.analysis.scene import scene
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Text
from journeys.model.document import Document
from journeys.model.entities import Party, Step
from journeys.phrases.lenses import finding_title
from journeys.poster import inks
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster.hearing import hear
from tests.journeys.poster.several import absurd, child, child_sheet, said, says, sheet_of

PAPERS = [("A4", False), ("A3", True), ("148x600mm", False), ("1200x150mm", False)]


def within(sheet):
    drawing = sheet.drawing
    for layer in drawing.layers:
        rect = layer.rect
        assert rect.x >= -0.01
        assert rect.y >= -0.01
        assert rect.x + rect.w <= drawing.width + 0.01, layer.name
        assert rect.y + rect.h <= drawing.height + 0.01, layer.name


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
@pytest.mark.parametrize("document", [child(), studies.study(12, 20)])
def test_the_network_fits_any_paper(paper, portrait, document):
    within(sheet_of("ecosystem", document, paper, portrait=portrait))


@pytest.mark.parametrize(("paper", "portrait"), PAPERS[:2])
def test_absurdly_long_names_fit_too_and_none_is_cut(paper, portrait):
    document = absurd(2)
    named = [replace(entity, name=entity.name + " van de samenwerkende gemeenten" * 3)
             if isinstance(entity, Party) else entity for _, entity in document]  # fmt: skip
    sheet = sheet_of("ecosystem", Document.of(named), paper, portrait=portrait)
    within(sheet)
    assert not [text for text in said(sheet) if text.endswith("…")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_party_and_every_question_is_on_it(language):
    document = child(language)
    sheet = child_sheet("ecosystem", language=language)
    for party in of_all(scene(document)).nodes:
        assert says(sheet, document.parties[party].name)
    for journey in document.journeys.values():
        assert journey.variant != "current" or says(sheet, journey.question)


def test_layers_do_not_run_into_each_other():
    sheet = child_sheet("ecosystem")
    held = {layer.name: layer.rect for layer in sheet.drawing.layers}
    assert held["head"].y + held["head"].h < held["nodes"].y
    assert held["nodes"].y + held["nodes"].h < held["foot"].y
    assert held["nodes"].x + held["nodes"].w < held["findings"].x


def test_what_the_network_tells_stands_beside_it_when_asked():
    say = words("nl")
    from journeys.analysis import lenses

    for found in lenses.findings(scene(child()), ("question",)).findings[:8]:
        assert says(child_sheet("ecosystem"), finding_title(found, say))
    bare = child_sheet("ecosystem", findings=False)
    assert "findings" not in {layer.name for layer in bare.drawing.layers}
    names = {layer.name: layer.rect for layer in bare.drawing.layers}
    assert names["nodes"].w > 0


def test_people_are_called_by_the_study_s_own_word_and_never_customers():
    document = Document.of(
        [replace(entity, person_word="buren") if entity.id == child().study.id else entity for _, entity in child()]
    )
    sheet = sheet_of("ecosystem", document)
    assert says(sheet, "Buren")
    assert says(sheet, "Wie buren ontmoeten")
    for made in (sheet, child_sheet("ecosystem", language="en")):
        assert not [text for text in said(made) if "klant" in text.lower() or "customer" in text.lower()]
    assert phrases.person_word(Document.of([replace(e, person_word="") if e.id == child().study.id else e
                                            for _, e in child()]), words("nl")) == "inwoners"  # fmt: skip


def test_chosen_journeys_only_are_on_it():
    document = child()
    one = next(journey.id for journey in document.journeys.values() if journey.variant == "current")
    sheet = sheet_of("ecosystem", document, journeys=(one,))
    assert says(sheet, document.personas[document.journeys[one].persona].name)
    assert not says(sheet, "Familie en vrienden")
    with pytest.raises(UsageError):
        sheet_of("ecosystem", document, journeys=("0" * 32,))


def test_a_study_without_parties_says_what_to_do():
    bare = Document.of([replace(e, contacts=()) if isinstance(e, Step) else e for _, e in child()])
    sheet = sheet_of("ecosystem", bare)
    assert says(sheet, "Er zijn nog geen partijen")
    within(sheet)


def test_every_ink_has_all_colours():
    for ink in ("print", "grey", "contrast", "light", "dark"):
        assert set(roles(child_sheet("ecosystem").drawing)) <= set(inks.palette(ink))


def test_the_same_study_gives_the_same_bytes():
    request = Request(kind="ecosystem", paper="A3")
    assert poster.render(child(), request) == poster.render(child(), request)


def test_it_is_heard_party_by_party_and_line_by_line():
    heard = hear(poster.render(child(), Request(kind="ecosystem", paper="A3", language="nl")))
    told = repr(heard)
    assert "Ontmoet door 3 persona’s in 6 stappen" in told
    assert "Van Burgerzaken naar JGZ: 3 persona’s, 4 overdrachten" in told


def test_numbers_on_lines_are_large_enough_to_be_read():
    sheet = child_sheet("ecosystem")
    (numbers,) = (layer for layer in sheet.drawing.layers if layer.name == "numbers")
    assert min(text.size for text in numbers.elements if isinstance(text, Text)) > 10
