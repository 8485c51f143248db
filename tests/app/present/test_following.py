"""A presentation keeps up with its study and its window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app import present
from app.facilitate import room as facilitating
from app.pictures import settle
from app.present import menu
from journeys import store
from journeys.edits import journeys, phases
from tests.journeys.studies import study

Key = Qt.Key


def phases_of(room):
    return [slide.subject for slide in room.showing.slides if slide.kind == "phase"]


def test_an_edit_made_meanwhile_is_on_the_slide_at_once(hall):
    hall.to("phase")
    document, subject = hall.window.session.document, hall.showing.slide.subject
    hall.perform(phases.rename(document, subject, "Een heel andere naam"))
    assert "Een heel andere naam" in hall.stage.accessibleDescription()
    assert hall.showing.slide.subject == subject


def test_when_the_slides_phase_goes_the_nearest_slide_is_shown_and_undo_brings_it_back(hall):
    hall.to("phase")
    before = phases_of(hall)
    hall.press(Key.Key_Right)
    assert hall.showing.slide.subject == before[1]
    edit = phases.delete(hall.window.session.document, before[1])
    hall.perform(edit)
    assert hall.showing.slide.subject == before[0]
    hall.perform(edit.inverse())
    assert phases_of(hall) == before


def test_when_the_presented_journey_goes_another_one_is_presented(hall):
    document, gone = hall.window.session.document, hall.showing.slide.journey
    hall.perform(journeys.delete(document, gone))
    assert hall.showing.slide.journey in document.journeys


def test_with_the_window_of_the_study_the_presentation_ends(room):
    now = room.begin().now
    ended = []
    now.audience.destroyed.connect(lambda: ended.append(True))
    room.window.file.close(discard=True)
    room.window.finish()
    assert now.over
    settle()
    assert ended


def test_another_language_is_spoken_on_the_same_slide(room, program):
    room.begin("walk").press("p")
    room.showing.to(4)
    before = room.showing.slide
    program._set_language("en")
    settle()
    assert room.showing.slide.place == before.place
    assert room.stage.accessibleName().startswith("Slide 5 of ")
    assert room.audience.isFullScreen()


def test_another_study_in_the_window_ends_the_presentation(room, program, tmp_path):
    other = tmp_path / "andere.levensreis"
    store.create_file(other, study(6, 2))
    room.begin()
    room.window.drop_study()
    program.open_file(room.window, other)
    assert room.now is None
    assert room.window.session.document.study.title == study(6, 2).study.title


def test_hidden_names_are_not_on_the_slides(room):
    room.begin()
    document = room.window.session.document
    name = document.personas[document.journeys[room.showing.slide.journey].persona].name
    assert name in room.stage.accessibleDescription()
    room.window.actions_by_code["hide_names"].trigger()
    settle()
    assert name not in room.stage.accessibleDescription()
    assert name not in room.stage.accessibleName()


def test_the_timer_of_the_workshop_stands_in_the_corner_while_it_is_used(room):
    clock = facilitating.of_window(room.window).clock
    room.begin()
    assert room.audience.corner.isHidden()
    clock.start()
    assert not room.audience.corner.isHidden()
    clock.pause()
    clock.set(60)
    assert room.audience.corner.isHidden()


def test_all_journeys_of_the_study_are_chosen_from_the_menu(hall):
    offered = menu.build(hall.now, hall.audience)
    what = next(a.menu() for a in offered.actions() if a.menu() is not None and a.text() == "Wat u presenteert")
    every = next(a for a in what.actions() if a.text() == "Alle reizen van de studie")
    every.trigger()
    offered.close()
    offered.deleteLater()
    assert {slide.journey for slide in hall.showing.slides} == set(hall.window.session.document.journeys)
    assert hall.place == (0, 0)


def test_step_by_step_begins_where_phase_by_phase_was(hall):
    hall.to("phase")
    phase = hall.showing.slide.subject
    hall.now.choose(replace(hall.now.gallery.show, way="steps"))
    assert hall.showing.slide.kind == "step"
    assert hall.window.session.document.steps[hall.showing.slide.subject].phase == phase


def test_a_second_f5_in_the_study_shows_the_presentation_that_is_under_way(room):
    first = room.begin().now
    room.press(Key.Key_Right)
    room.begin()
    assert room.now is first
    assert room.place == (0, 0)
    assert present.running(room.window) is first
