"""Empty heartbeats: one per persona and one without a name, with faces, phases, day 0 and lines to write on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import poster
from journeys.i18n import words
from journeys.layout.drawing import Line, Mark, Text
from journeys.model.entities import Persona, Phase
from journeys.poster import inks
from journeys.poster.kinds.heartbeat import sheets
from journeys.poster.parts.timeline import stretches, zero
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, crowded, geometry
from tests.journeys.poster.geometry import lines
from tests.journeys.poster.several import child


def forms(document, paper="A4", *, portrait=False, language="nl", **more):
    request = Request(kind="heartbeat", paper=paper, portrait=portrait, language=language, **more)
    return sheets(document, request, words(language))


def long_names():
    """Thirty phases and a persona whose names are as long as names can be."""

    def told(entity, _):
        if isinstance(entity, Phase | Persona):
            return replace(entity, name=f"{entity.name} {awkward.COMPOUND * 4}"[:200])
        return entity

    return awkward.changed(crowded.many_phases(30), told)


PAPERS = [
    ("A4", False), ("A4", True), ("A3", False), ("A2", True), ("A0", False), ("148x600mm", False),
    ("1200x150mm", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "paper", "portrait"),
    [*((long_names, *paper) for paper in PAPERS),
     *((make, *paper) for make in (child, crowded.many_phases, crowded.nothing) for paper in PAPERS[1::4])],
)  # fmt: skip
def test_nothing_lies_outside_or_over_something_else(make, paper, portrait):
    for language in ("nl", "en"):
        for sheet in forms(make(), paper, portrait=portrait, language=language):
            geometry.check(sheet.drawing, beside=geometry.SCISSORS)


@pytest.mark.parametrize(("paper", "pages"), [("A4", 4), ("A3", 2), ("A2", 1), ("A0", 1)])
def test_there_is_one_for_each_persona_and_one_without_a_name(paper, pages):
    made = forms(child(), paper)
    assert len(made) == pages
    found = lines(made)
    assert found.count("Mijn hartslag") == 4
    assert {"Sanne & Youssef", "Esra & Mehmet", "Joke & Lotte"} <= set(found)
    assert found.count("Naam of persona") == 1


def test_only_the_personas_of_the_chosen_journeys_have_one():
    document = child()
    (journey,) = (one.id for one in document.journeys.values() if one.title == "Ons derde kind")
    found = lines(forms(document, journeys=(journey,)))
    assert "Esra & Mehmet" in found
    assert "Sanne & Youssef" not in found


def test_a_study_without_anything_has_one_empty_form():
    (sheet,) = forms(crowded.nothing())
    assert lines([sheet]).count("Naam of persona") == 1


def test_each_form_asks_for_the_highest_and_the_lowest_moment():
    found = lines(forms(child()))
    for label in ("Het hoogste moment was", "Het laagste moment was"):
        assert found.count(label) == 4
    assert found.count("omdat") == 8


def test_the_faces_stand_beside_their_lines_from_high_to_low():
    (sheet, *_) = forms(child())
    (field,) = (layer for layer in sheet.drawing.layers if layer.name == "form-0/field")
    faces = [one for one in field.elements if isinstance(one, Mark) and one.name.startswith("face")]
    assert [face.name for face in faces] == ["face+2", "face+1", "face0", "face-1", "face-2"]
    lines = [
        one.points[0][1] for one in field.elements if isinstance(one, Line) and one.points[0][1] == one.points[1][1]
    ]
    assert lines == pytest.approx([face.y + face.size / 2 for face in faces])


def test_day_0_is_marked_where_it_is():
    document = child()
    (sheet, *_) = forms(document)
    (field,) = (layer for layer in sheet.drawing.layers if layer.name == "form-0/field")
    assert [one.lines[0] for one in field.elements if isinstance(one, Text) and "dag" in one.lines[0]] == [
        "dag 0 · Aangifte"
    ]
    found = zero(document, stretches(document))
    assert found is not None
    (desk,) = (one for one in stretches(document) if one.desk)
    assert desk.start < found[0] < desk.start + desk.share


def test_true_to_time_longer_phases_are_wider_but_none_is_too_narrow():
    document = studies.study(0)
    found = stretches(document, true=True)
    shares = [one.share for one in found]
    assert sum(shares) == pytest.approx(1)
    assert max(shares) == shares[-1]
    assert min(shares) == pytest.approx(0.5 / len(found))
    assert [one.start for one in found] == pytest.approx([sum(shares[:index]) for index in range(len(shares))])
    (sheet, *_) = forms(document, axis="true")
    assert sheet.drawing.layers


def test_many_phases_are_numbered_and_named_below():
    document = crowded.many_phases(30)
    (first, *_) = forms(document)
    found = lines([first])
    assert {str(number) for number in range(1, 31)} <= set(found)
    shown = {one.about for layer in first.drawing.layers if layer.name == "form-0/key" for one in layer.elements}
    assert shown == set(document.phases)


def test_there_is_room_to_draw():
    for paper in ("A4", "A3"):
        for document in (child(), crowded.many_phases(30)):
            for sheet in forms(document, paper):
                for layer in sheet.drawing.layers:
                    if layer.name.endswith("/field"):
                        assert layer.rect.h > 50


def test_it_has_one_title_words_for_its_fields_every_ink_and_the_same_bytes_twice():
    document = child()
    for sheet in forms(document, "A3"):
        found = [one.role for layer in sheet.drawing.layers for one in layer.elements if isinstance(one, Text)]
        assert found.count("title") == 1
        assert set(sheet.alts) == {layer.name for layer in sheet.drawing.layers if layer.name.endswith("/field")}
        for ink in inks.INKS:
            assert set(roles(sheet.drawing)) <= set(inks.palette(ink))
    request = Request(kind="heartbeat", paper="A4")
    assert poster.render(document, request) == poster.render(document, request)
