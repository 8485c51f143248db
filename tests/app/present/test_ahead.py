"""Slides that are painted before they are asked for, and moved along without painting all of them again."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt

from app.canvas import primitives
from app.present.gallery import Gallery
from journeys.i18n import words
from journeys.layout.drawing import Line
from journeys.layout.slides import Show, Slide, Stage, programme, slide_layout
from journeys.layout.slides.course import Place
from tests.journeys.studies import study

Key = Qt.Key


def seen(stage):
    return stage.grab().toImage()


def test_a_slide_that_was_moved_along_looks_as_if_it_were_painted_afresh(hall):
    hall.press(Key.Key_Right, Key.Key_Right, "+", "+")
    seen(hall.stage)
    for _ in range(3):
        hall.showing.pan(3.3, 1.7)
        seen(hall.stage)
    moved = seen(hall.stage)
    hall.showing.pan(-7.1, -0.4)
    back = seen(hall.stage)
    hall.stage._near.forget()
    assert moved != back
    assert seen(hall.stage) == back


def test_a_picture_made_a_part_at_a_time_is_the_one_made_at_once(hall):
    gallery, size = hall.now.gallery, hall.stage.frame().size()
    place = Place(2)
    wish = (place, size, 1.0)
    assert not gallery.has(*wish)
    assert not gallery.advance(*wish)
    by_parts = gallery.image(*wish)
    assert gallery.advance(*wish)
    gallery.forget()
    assert gallery.image(*wish) == by_parts


def test_what_was_begun_before_an_edit_is_not_shown_after_it(hall):
    gallery, size = hall.now.gallery, hall.stage.frame().size()
    gallery.advance(Place(2), size, 1.0)
    gallery.forget()
    assert not gallery._begun
    assert not gallery.has(Place(2), size, 1.0)


def test_a_key_does_not_wait_for_the_picture_of_what_comes_after(hall, qtbot, monkeypatch):
    hall.press("c")
    preview, made = hall.now.console.preview, []
    qtbot.waitUntil(lambda: all(hall.now.gallery.has(*wish) for wish in preview._wishes()))
    making = Gallery._making

    def noted(gallery, key):
        made.append(key)
        return making(gallery, key)

    monkeypatch.setattr(Gallery, "_making", noted)
    hall.showing.last()
    hall.showing.previous()
    preview.repaint()
    assert preview._frame().width() not in {key[1] for key in made}
    qtbot.waitUntil(lambda: all(hall.now.gallery.has(*wish) for wish in preview._wishes()))
    assert preview._frame().width() in {key[1] for key in made}


def test_slides_of_one_show_are_read_from_what_was_gathered_once(hall):
    gallery = hall.now.gallery
    gallery.drawing(Place(1))
    held = gallery._seen
    assert held is not None
    gallery.drawing(Place(2))
    assert gallery._seen is held
    gallery.put(gallery.document, gallery.show, gallery.slides)
    assert gallery._seen is None


def test_a_long_heartbeat_has_no_more_points_than_can_be_told_apart():
    document = study(1_000)
    show = Show((next(iter(document.journeys)),), "steps")
    slides = programme(document, show)
    for slide in (next(slide for slide in slides if slide.kind == kind) for kind in ("whole", "step")):
        lines = heartbeats(slide_layout(document, slide, Stage(), words("nl"), show=show))
        assert lines
        assert max(len(line.points) for line in lines) < 3_000


def heartbeats(drawing) -> list[Line]:
    return [e for layer in drawing.layers for e in layer.elements if isinstance(e, Line) and e.curved]


def test_a_long_curve_is_stroked_in_pieces_that_lead_into_each_other():
    document = study(300)
    drawing = slide_layout(document, Slide("whole", next(iter(document.journeys))), Stage(), words("nl"))
    line = max(heartbeats(drawing), key=lambda line: len(line.points))
    pieces = primitives._pieces_of(line, whole=False)
    assert len(pieces) > 20
    whole = primitives.line_path(line)
    assert (pieces[0].pointAtPercent(0), pieces[-1].currentPosition()) == (
        whole.pointAtPercent(0), whole.currentPosition(),
    )  # fmt: skip
    for one, other in pairwise(pieces):
        assert other.boundingRect().left() < one.boundingRect().right()
    assert primitives._pieces_of(line, whole=True) == (whole,)
