"""The gap report: every gap with its number, why it matters, and where people are at that moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import phrases, poster
from journeys.analysis.shared import together, usual_journeys
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Drawing, Text
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.model.values import Contact
from journeys.poster import inks
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich
from tests.journeys.poster.several import absurd, check, child, child_sheet, said, says, sheet_of, with_plans

PAPERS = [("A4", False), ("A3", True), ("148x600mm", False), ("1200x150mm", False)]
SAY = words("nl")


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
@pytest.mark.parametrize("document", [child(), studies.study(12, 20)])
def test_all_gaps_fit_any_paper(paper, portrait, document):
    check(sheet_of("gaps", document, paper, portrait=portrait))


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
def test_absurdly_long_words_fit_too_and_none_is_cut(paper, portrait):
    sheet = sheet_of("gaps", absurd(2), paper, portrait=portrait, language="en")
    check(sheet)
    assert not [text for text in said(sheet) if text.endswith("…")]


@pytest.mark.parametrize(("paper", "gaps"), [("A4", 16), ("A0", 60)])
def test_very_many_gaps_all_have_their_card(paper, gaps):
    sheet = sheet_of("gaps", awkward.full_of_gaps(gaps), paper)
    check(sheet)
    cards = [layer for layer in sheet.drawing.layers if layer.name.startswith("gap/")]
    assert len(cards) == gaps - 1


def test_the_head_counts_phases_without_the_scope_over_all_journeys():
    assert says(child_sheet("gaps"), "11 van 18")
    assert says(child_sheet("gaps", language="en"), "11 of 18")
    assert says(child_sheet("gaps"), "fasen zonder de gemeente")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_gap_is_told_whole(language):
    document, say = child(language), words(language)
    sheet = child_sheet("gaps", language=language)
    seen = together(document, usual_journeys(document))
    assert len(seen.gaps) == 4
    for number, gap in enumerate(seen.gaps, 1):
        (card,) = (layer for layer in sheet.drawing.layers if layer.name == f"gap/{number}")
        alone = replace(sheet, drawing=sheet.drawing._replace(layers=(card,)))
        assert says(alone, str(number))
        assert says(alone, document.phases[gap.phase].name)
        assert says(alone, phrases.duration(gap.gaps[0].days, say))
        assert says(alone, say("severity {n} of 100: {word}", n=gap.severity,
                               word=phrases.degree_word(gap.severity, say))[1:])  # fmt: skip
        for id_ in (*gap.needs, *gap.pains, *gap.actions):
            assert says(alone, document.notes[id_].text)
        for one in gap.met:
            assert says(alone, document.parties[one.party].name)
            assert says(alone, say("{n} of {total}", n=len(one.personas), total=3))
            for channel in one.channels:
                assert says(alone, document.channels[channel].name)
        for place in gap.places:
            assert says(alone, place.name)
        if gap.alone:
            assert says(alone, say("With nobody"))
        if not gap.actions:
            assert says(alone, phrases.suggestion(gap.gaps[0], document, say) or say("No opportunity yet."))


def test_gaps_are_ranked_by_severity_and_shared_by_who_has_them():
    document = child()
    seen = together(document, usual_journeys(document))
    assert [gap.severity for gap in seen.gaps] == sorted((gap.severity for gap in seen.gaps), reverse=True)
    worst = seen.gaps[0]
    assert [one.severity for one in worst.gaps] == [87, 76]
    assert not worst.for_all
    assert says(child_sheet("gaps"), "In 2 van 3 reizen: Sanne & Youssef en Joke & Lotte")


def test_the_places_people_come_are_counted_over_all_chosen_personas():
    document = child()
    worst = together(document, usual_journeys(document)).gaps[0]
    met = [(document.parties[one.party].name, len(one.personas)) for one in worst.met]
    assert met[:2] == [("Verloskundige", 3), ("Ziekenhuis", 2)]
    first = usual_journeys(document)[0]
    (alone,) = (gap for gap in together(document, [first]).gaps if gap.phase == worst.phase)
    assert all(len(one.personas) == 1 for one in alone.met)


def test_plans_have_their_owner_and_date_and_dropped_ones_are_gone():
    sheet = sheet_of("gaps", with_plans())
    assert says(sheet, "Een kaart in de verlostas")
    assert says(sheet, "Burgerzaken · uiterlijk 1 maart 2027 · gepland")
    assert not says(sheet, "Dit doen wij niet meer")
    assert says(sheet, "nog geen eigenaar")


def test_deadlines_count_as_hurdles_and_are_told():
    assert says(sheet_of("gaps", with_plans()), "Meld het binnen drie weken")


def test_absences_that_are_right_stand_apart():
    sheet = sheet_of("gaps", with_plans())
    (right,) = (layer for layer in sheet.drawing.layers if layer.name == "deliberate")
    alone = replace(sheet, drawing=sheet.drawing._replace(layers=(right,)))
    for text in (
        "Bewust afwezig",
        "Eerste jaar · Sanne & Youssef",
        "Ouders willen rust",
        "Team Jeugd · 2 november 2026",
    ):
        assert says(alone, text)
    check(sheet)


def test_the_matrix_shows_every_journey_with_the_numbers_of_the_cards():
    document = child()
    sheet = child_sheet("gaps")
    seen = together(document, usual_journeys(document))
    layers = {layer.name: layer for layer in sheet.drawing.layers}
    for number, gap in enumerate(seen.gaps, 1):
        for one in gap.gaps:
            cell = layers[f"cell/{one.journey}/{gap.phase}"]
            assert (str(number),) in [element.lines for element in cell.elements if hasattr(element, "lines")]
    for found in seen.journeys:
        assert len([name for name in layers if name.startswith(f"cell/{found.journey}/")]) == len(document.phases)


def test_desired_journeys_are_left_out_unless_they_were_chosen():
    document = child()
    desired = [journey.id for journey in document.journeys.values() if journey.variant == "desired"]
    names = [layer.name for layer in child_sheet("gaps").drawing.layers]
    assert f"name/{desired[0]}" not in names
    chosen = child_sheet("gaps", journeys=tuple(document.journeys))
    assert f"name/{desired[0]}" in [layer.name for layer in chosen.drawing.layers]
    with pytest.raises(UsageError):
        child_sheet("gaps", journeys=("0" * 32,))


def test_a_study_without_gaps_is_proud_of_it():
    document = child()
    desired = tuple(journey.id for journey in document.journeys.values() if journey.variant == "desired")
    for paper, portrait in PAPERS:
        sheet = child_sheet("gaps", paper, portrait=portrait, journeys=desired)
        check(sheet)
        assert says(sheet, "De gemeente is er in alle 6 fasen")
        assert "check" in {spot.what for spot in geometry.shapes(sheet.drawing)}


def test_pride_waits_until_everything_is_filled_in():
    document = child()
    desired = tuple(journey.id for journey in document.journeys.values() if journey.variant == "desired")
    last = max(document.phases.values(), key=lambda phase: phase.start_day).id
    half = Document.of(
        entity for _, entity in document
        if not (isinstance(entity, Step) and entity.journey in desired and entity.phase == last)
        and not {getattr(entity, name, None) for name in ("step", "source", "target")}
        & {step.id for step in document.steps.values() if step.journey in desired and step.phase == last}
    )  # fmt: skip
    sheet = sheet_of("gaps", half, journeys=desired)
    assert says(sheet, "Tot nu toe geen gat gevonden")
    assert says(sheet, "1 fase van een reis is nog niet ingevuld.")


def test_nothing_filled_in_and_no_journeys_say_what_to_do():
    for paper, portrait in PAPERS:
        nothing = sheet_of("gaps", studies.study(0, 0), paper, portrait=portrait)
        check(nothing)
        assert says(nothing, "Maak een persona met een reis")
        bare = sheet_of("gaps", studies.study(0, 3), paper, portrait=portrait)
        check(bare)
        assert says(bare, "Zet stappen op de kaart")


def test_a_gap_where_nobody_else_was_named_says_so():
    document = studies.study(12, 1)
    bare = awkward.changed(
        document, lambda entity, _: replace(entity, contacts=(), nobody=True) if isinstance(entity, Step) else entity
    )
    assert says(sheet_of("gaps", bare), "Er is niemand buiten de gemeente genoemd.")


def test_a_party_that_acts_for_the_scope_is_no_place_to_be_instead():
    document = studies.study(12, 2)
    executor = next(party.id for party in document.parties.values() if party.acts_for)
    everywhere = awkward.changed(
        document,
        lambda entity, i: replace(entity, contacts=(Contact(executor),), nobody=False)
        if isinstance(entity, Step) and i == 1 else entity,
    )  # fmt: skip
    met = {one.party for gap in together(everywhere, list(document.journeys)).gaps for one in gap.met}
    assert executor not in met


def test_cards_stand_free_of_each_other():
    for document in (child(), absurd(), rich.rich(60)):
        cards = [
            layer.rect for layer in sheet_of("gaps", document, "A3").drawing.layers if layer.name.startswith("gap/")
        ]
        for index, one in enumerate(cards):
            for other in cards[index + 1 :]:
                assert (
                    one.x + one.w <= other.x + 0.01 or other.x + other.w <= one.x + 0.01
                    or one.y + one.h <= other.y + 0.01 or other.y + other.h <= one.y + 0.01
                )  # fmt: skip


@pytest.mark.parametrize("document", [child(), awkward.full_of_gaps(15), absurd()], ids=["child", "many", "absurd"])
@pytest.mark.parametrize("portrait", [False, True])
def test_no_card_is_much_higher_than_what_stands_on_it(portrait, document):
    cards = [
        layer for layer in sheet_of("gaps", document, portrait=portrait).drawing.layers if layer.name.startswith("gap/")
    ]
    for card in cards:
        low = max(spot.bottom for spot in geometry.texts(Drawing(841, 1189, (card,))))
        assert low - card.rect.y > 0.68 * card.rect.h


def test_what_several_need_in_the_same_words_stands_on_a_card_once():
    document = studies.study(12, 8)
    sheet = sheet_of("gaps", document)
    for layer in (one for one in sheet.drawing.layers if one.name.startswith("gap/")):
        told = [text.lines for text in layer.elements if isinstance(text, Text) and "weten" in text.lines[0]]
        assert len(told) == len(set(told))


def test_all_inks_know_its_colours():
    found = set(roles(sheet_of("gaps", with_plans(), "A3").drawing))
    for ink in inks.INKS:
        assert found <= set(inks.palette(ink))


def test_the_same_study_gives_the_same_bytes():
    request = Request(kind="gaps", paper="A3")
    assert poster.render(studies.study(12, 3), request) == poster.render(studies.study(12, 3), request)


def test_portraits_cover_the_discs_of_the_matrix():
    sheet = child_sheet("gaps")
    discs = [(s.left, s.top) for s in geometry.shapes(sheet.drawing) if s.about in child().personas]
    assert [face.persona for face in sheet.portraits] == [
        child().journeys[journey].persona for journey in usual_journeys(child())
    ]
    for face in sheet.portraits:
        assert any((face.disc.x, face.disc.y) == pytest.approx(disc) for disc in discs)
