"""Where a presentation is in its programme, and a slide in words."""

from __future__ import annotations

from journeys.layout.drawing import Drawing, Layer, Mark, Rect, Target, Text
from journeys.layout.slides import Slide, reading
from journeys.layout.slides.course import Place, back, kept, onward

SLIDES = (Slide("title", "j"), Slide("phase", "j", "a"), Slide("gaps", "j", reveals=2), Slide("end", "j"))


def test_next_and_previous_walk_the_same_way():
    places = [Place()]
    while (after := onward(SLIDES, places[-1])) != places[-1]:
        places.append(after)
    assert [(place.index, place.shown) for place in places] == [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (3, 0)]
    assert [back(SLIDES, place) for place in places[1:]] == places[:-1]
    assert back(SLIDES, Place()) == Place()


def test_a_slide_is_found_again_where_it_went():
    moved = (Slide("title", "j"), Slide("whole", "j"), *SLIDES[1:])
    assert kept(SLIDES, Place(2, 1), moved) == Place(3, 1)


def test_of_a_slide_that_is_gone_the_nearest_is_shown():
    fewer = (SLIDES[0], SLIDES[2], SLIDES[3])
    assert kept(SLIDES, Place(1), fewer) == Place(0)
    assert kept(SLIDES, Place(2, 2), (SLIDES[0], Slide("gaps", "j", reveals=1))) == Place(1, 1)
    assert kept(SLIDES, Place(1), (Slide("title", "other"),)) == Place(0)


def drawing():
    heading = Text(10, 20, ("Ver-", "huizen"), 12, 5, about="phase", order=1)
    card = Text(60, 40, ("Melden",), 12, 5, about="step", order=3)
    face = Mark("face-2", 70, 45, 8, alt="zeer onprettig", about="step", order=4)
    quote = Text(10, 90, ("“Niemand wist het”",), 12, 5, about="note", order=2)
    targets = (
        Target(Rect(50, 30, 60, 30), "step", "step", "card"), Target(Rect(5, 10, 60, 15), "phase", "phase", "phase"),
        Target(Rect(5, 80, 60, 15), "note", "note", "note"), Target(Rect(0, 0, 9, 9), "phase", "phase", "border"),
    )  # fmt: skip
    return Drawing(300, 190, (Layer("all", Rect(0, 0, 300, 190), (heading, card, face, quote), targets=targets),))


def test_a_slide_is_read_and_lit_in_reading_order():
    assert reading.said(drawing())[1:] == ("“Niemand wist het”", "Melden", "zeer onprettig")
    found = reading.parts(drawing())
    assert [part.id for part in found] == ["phase", "note", "step"]
    assert found[-1].words == "Melden. zeer onprettig"
    assert reading.part_at(found, 60, 35) == 2
    assert reading.part_at(found, 200, 150) is None
