"""Cards of personas: of one size, nothing cut or outside, with what the study knows of who it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import poster
from journeys.i18n import words
from journeys.layout.drawing import Line, Mark, Text
from journeys.model.document import Document
from journeys.model.entities import Image, Note, Persona
from journeys.poster import inks
from journeys.poster.kinds.personas import sheets
from journeys.poster.kinds.personas.profile import profiles
from journeys.poster.paper import MARGIN_MM, Paper, parse_paper
from journeys.poster.parts.cutting import grid
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import crowded, geometry
from tests.journeys.poster.geometry import lines
from tests.journeys.poster.several import child


def cards(document, paper="A4", *, portrait=False, language="nl", **more):
    request = Request(kind="personas", paper=paper, portrait=portrait, language=language, **more)
    return sheets(document, request, words(language))


def check(made, margin=MARGIN_MM):
    for sheet in made:
        geometry.check(sheet.drawing, margin, geometry.SCISSORS)


PAPERS = [("A4", False), ("A4", True), ("A3", False), ("A1", True), ("A0", False)]
OTHERS = (child, crowded.nothing, lambda: studies.study(0, 2))


@pytest.mark.parametrize(
    ("make", "paper", "portrait"),
    [*((lambda: crowded.full_personas(6), *paper) for paper in PAPERS),
     *((make, *paper) for make in OTHERS for paper in PAPERS[1::3])],
)  # fmt: skip
def test_nothing_lies_outside_or_over_something_else(make, paper, portrait):
    check(cards(make(), paper, portrait=portrait))


@pytest.mark.parametrize("paper", ["700x500mm", "148x600mm", "1200x150mm"])
def test_odd_paper_is_cut_in_halves_too(paper):
    check(cards(crowded.full_personas(5), paper))


def test_no_card_crosses_a_cut():
    for portrait in (False, True):
        (first, *_) = cards(crowded.full_personas(9), "A3", portrait=portrait)
        cells = grid(parse_paper("A3", portrait=portrait), Paper(148, 210), 9)
        for index in range(cells.held):
            persona = first.portraits[index].persona
            place = cells.cell(index)
            inside = (place.x + 9.9, place.y + 9.9, place.x + place.w - 9.9, place.y + place.h - 9.9)
            layers = [layer for layer in first.drawing.layers if layer.name.startswith(persona)]
            assert layers
            only = first.drawing._replace(layers=tuple(layers))
            assert geometry.outside(geometry.texts(only) + geometry.shapes(only), *inside) == []


@pytest.mark.parametrize(
    ("paper", "count", "held"), [("A4", 2, 2), ("A4", 25, 2), ("A3", 25, 4), ("A1", 25, 16), ("A1", 3, 4), ("A4", 1, 1)]
)
def test_cards_are_a5_or_larger_when_there_are_few(paper, count, held):
    found = grid(parse_paper(paper), Paper(148, 210), count)
    assert found.held == held
    assert found.card.width * found.card.height >= 0.98 * 148 * 210
    assert found.columns * found.card.width == pytest.approx(parse_paper(paper).width)


def test_all_personas_have_a_card_over_several_sheets():
    document = crowded.full_personas(25)
    made = cards(document)
    assert len(made) == 13
    assert [face.persona for sheet in made for face in sheet.portraits] == [
        persona.id for persona in sorted(document.personas.values(), key=lambda one: one.order)
    ]


def test_only_the_personas_of_the_chosen_journeys_have_one():
    document = child()
    journey = next(one for one in document.journeys.values() if document.personas[one.persona].name == "Joke & Lotte")
    (made,) = cards(document, journeys=(journey.id,))
    assert [document.personas[face.persona].name for face in made.portraits] == ["Joke & Lotte"]


def test_no_text_is_shortened_and_all_of_a_long_story_is_there():
    document = crowded.full_personas(3)
    found = "".join(lines(cards(document))).replace("-", "").replace(" ", "")
    assert "…" not in found
    for persona in document.personas.values():
        assert persona.context.replace(" ", "") in found


def test_a_card_with_much_on_it_does_not_make_the_others_small():
    document = crowded.full_personas(5, steps=6)
    layers = [layer for sheet in cards(document) for layer in sheet.drawing.layers]

    def body(number):
        persona = list(document.personas)[number]
        (layer,) = (one for one in layers if one.name == f"{persona}/situation")
        return min(one.size for one in layer.elements if isinstance(one, Text))

    assert body(0) < 0.7 * body(1)
    assert body(1) == body(2) == body(3) == body(4)


def test_the_card_tells_of_needs_feelings_and_where_they_are_without_the_municipality():
    document = child()
    found = lines(cards(document))
    for line in (
        "Sanne & Youssef", "Moet erkenning vóór de geboorte?", "Derde keer dezelfde gegevens", "Erkenning?",
        "Positieve test", "Zonder de gemeente (4 van 6 fasen) zijn zij hier", "Verloskundige", "thuis (2 fasen)",
    ):  # fmt: skip
        assert line in found
    assert any("op basis van gesprekken met 6 mensen" in line for line in found)
    assert any(line.startswith("Verzonnen persoon") for line in found)


def test_where_they_are_leaves_out_whoever_acts_for_the_municipality():
    document = child()
    esra = next(p.id for p in document.personas.values() if p.name.startswith("Esra"))
    (profile,) = profiles(document, [esra], None)
    names = {document.parties[party].name for party, _ in profile.whereabouts.parties}
    assert names == {"Familie en vrienden", "SVB", "Verloskundige", "Ziekenhuis"}


def test_the_most_wanted_need_comes_first_and_the_rest_is_counted():
    base, new = studies.study(0), studies.ids(4)
    (persona,) = base.personas
    notes = [Note(next(new), "need", f"Behoefte {n}", persona=persona, votes=n) for n in range(7)]
    found = lines(cards(Document.of([*(entity for _, entity in base), *notes])))
    needs = [line for line in found if line.startswith("Behoefte")]
    assert needs == ["Behoefte 6", "Behoefte 5", "Behoefte 4"]
    assert "en nog 4" in found


def test_a_real_person_is_called_so_and_says_until_when_they_agreed():
    import datetime as dt

    def real(entity, _):
        if isinstance(entity, Persona):
            return replace(entity, privacy="real", consent_until=dt.date(2027, 3, 1))
        return entity

    from tests.journeys.poster.awkward import changed

    assert any("Echte persoon, toestemming tot 1 maart 2027" in line for line in lines(cards(changed(child(), real))))


def test_the_heartbeat_is_told_in_words_and_marks_its_lowest_and_highest():
    (first, *_) = cards(child("en"), language="en")
    sanne = first.portraits[0].persona
    told = first.alts[f"{sanne}/heart"]
    assert told == (
        "Heartbeat of Sanne & Youssef: lowest −2 at Recognition?, highest +2 at Positive test, "
        "4 of 6 phases without the municipality."
    )
    (layer,) = (one for one in first.drawing.layers if one.name == f"{sanne}/heart")
    faces = {one.name for one in layer.elements if isinstance(one, Mark) and one.name.startswith("face")}
    assert faces == {"face-2", "face+2"}
    assert [one for one in layer.elements if isinstance(one, Line) and one.curved]


def test_a_sheet_has_one_title_and_a_heading_per_card():
    for sheet in cards(child()):
        found = [one.role for layer in sheet.drawing.layers for one in layer.elements if isinstance(one, Text)]
        assert found.count("title") == 1
        assert found.count("heading") == len(sheet.portraits)
        assert found.count("item") > 3


def test_every_ink_knows_the_colours_and_the_bytes_are_the_same_twice():
    document = child()
    for sheet in cards(document):
        for ink in inks.INKS:
            assert set(roles(sheet.drawing)) <= set(inks.palette(ink))
    request = Request(kind="personas", paper="A4")
    assert poster.render(document, request) == poster.render(document, request)


def test_a_portrait_covers_the_disc():
    picture = Image("f" * 32, "png", 600, 600, "ab" * 32, "Sanne")

    def shown(entity, _):
        return replace(entity, portrait=picture.id) if isinstance(entity, Persona) else entity

    from tests.journeys.poster.awkward import changed

    document = Document.of([picture, *(entity for _, entity in child())])
    (first, *_) = cards(changed(document, shown))
    for face in first.portraits:
        boxes = [
            s for s in geometry.shapes(first.drawing) if abs(s.left - face.disc.x) + abs(s.top - face.disc.y) < 0.01
        ]
        assert any(abs(s.right - s.left - face.disc.w) < 0.01 for s in boxes)


def test_without_personas_the_sheet_is_full_of_empty_cards():
    made = cards(crowded.nothing(), "A3")
    assert len(made) == 1
    assert lines(made).count("Naam") == 4


def test_the_watch_hears_of_every_persona_and_can_stop():
    class StoppedError(Exception):
        pass

    heard = []

    def watch(share):
        heard.append(share)
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        sheets(crowded.full_personas(8), Request(kind="personas", paper="A4"), words("nl"), watch)
    assert heard == sorted(heard)
    assert len(heard) > 3
