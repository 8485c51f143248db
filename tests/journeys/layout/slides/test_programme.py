"""Which pictures a show has, and where it begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import templates
from journeys.i18n import words
from journeys.layout.slides import Show, Stage, begins_at, notes, programme, slide_layout, title_of
from journeys.layout.slides.portions import COLUMNS, STEPS, TRACKS, portions
from journeys.model.entities import Journey, Step
from tests.journeys.layout.slides.looking import about
from tests.journeys.studies import study

SAY = words("en")


@pytest.fixture
def child():
    return templates.create("child", "en")


def first(document):
    return min(document.journeys.values(), key=lambda journey: (journey.order, journey.id)).id


def kinds(slides):
    return [slide.kind for slide in slides]


def test_a_show_goes_from_title_to_end_phase_by_phase(child):
    slides = programme(child, Show((first(child),)))
    assert kinds(slides) == ["title", "whole", *["phase"] * len(child.phases), "gaps", "end"]


def test_a_walk_passes_every_step_on_stage_in_order(child):
    journey = first(child)
    slides = programme(child, Show((journey,), way="steps"))
    walked = [slide.subject for slide in slides if slide.kind == "step"]
    days = {phase.id: phase.start_day for phase in child.phases.values()}
    front = [step for step in child.steps.values() if step.journey == journey and step.stage == "front"]
    assert walked == [s.id for s in sorted(front, key=lambda s: (days[s.phase], s.column, s.track))]


def test_a_walk_does_not_pass_over_a_phase_without_steps():
    empty = study(0)
    slides = programme(empty, Show(tuple(empty.journeys), way="steps"))
    assert {slide.subject for slide in slides if slide.kind == "phase"} == set(empty.phases)


def test_the_gaps_are_revealed_one_by_one_and_then_what_to_do(child):
    journey = first(child)
    slide = next(slide for slide in programme(child, Show((journey,))) if slide.kind == "gaps")
    seen = []
    for shown in range(slide.reveals + 1):
        drawing = slide_layout(child, slide, Stage(), SAY, shown=shown)
        seen.append({layer.name for layer in drawing.layers})
    assert "ask" in seen[0]
    assert all("gap" in names for names in seen[1:-1])
    assert "suggestions" in seen[-1]
    assert slide_layout(child, slide, Stage(), SAY) == slide_layout(child, slide, Stage(), SAY, shown=slide.reveals)


def test_what_is_not_revealed_yet_is_not_told_anywhere(child):
    journey = first(child)
    slide = next(slide for slide in programme(child, Show((journey,))) if slide.kind == "gaps")
    drawing = slide_layout(child, slide, Stage(), SAY, shown=0)
    said = [getattr(element, "alt", "") for layer in drawing.layers for element in layer.elements]
    assert not [alt for alt in said if "absent" in alt]


def test_a_journey_without_gaps_has_no_slide_of_gaps():
    empty = study(0)
    assert "gaps" not in kinds(programme(empty, Show(tuple(empty.journeys))))


def test_a_journey_that_is_gone_is_left_out(child):
    assert programme(child, Show(("gone",))) == ()


def test_a_process_behind_a_step_can_be_shown_without_presence():
    document = study(6)
    journey, step = next(iter(document.journeys.values())), next(iter(document.steps.values()))
    process = Journey("f" * 32, journey.persona, "Behind it", parent_step=step.id)
    document.tables["journey"][process.id] = process
    slides = programme(document, Show((process.id,)))
    assert "gaps" not in kinds(slides)
    assert all(not about(slide_layout(document, slide, Stage(), SAY), "card") for slide in slides)


def test_a_show_begins_at_its_step_or_phase(child):
    journey = first(child)
    phase = max(child.phases.values(), key=lambda phase: phase.start_day).id
    by_phase = Show((journey,), phase=phase)
    slides = programme(child, by_phase)
    assert slides[begins_at(slides, by_phase)].subject == phase
    step = next(step.id for step in child.steps.values() if step.journey == journey and step.stage == "front")
    walk = Show((journey,), way="steps", step=step)
    slides = programme(child, walk)
    assert slides[begins_at(slides, walk)].subject == step
    assert begins_at(slides, Show((journey,))) == 0


@pytest.mark.parametrize("steps", [1, 4, 7, 20, 30])
def test_many_steps_are_portioned_evenly_over_slides(steps):
    front = [Step(f"{number:032x}", "j", "p", column=number) for number in range(steps)]
    made = portions(front)
    assert [step for picture in made for column in picture for step in column] == front
    assert max(map(len, made)) <= COLUMNS
    assert max(map(len, made)) - min(map(len, made)) <= 1


def test_branches_stay_together_and_high_columns_are_divided():
    front = [Step(f"{number:032x}", "j", "p", column=0, track=number) for number in range(7)]
    made = portions(front)
    assert all(len(column) <= TRACKS for picture in made for column in picture)
    assert all(sum(map(len, picture)) <= STEPS for picture in made)


def test_a_phase_in_parts_says_so(child):
    document = study(60)
    slides = programme(document, Show(tuple(document.journeys)))
    parts = [slide for slide in slides if slide.kind == "phase" and slide.parts > 1]
    assert parts
    assert title_of(document, parts[0], SAY).endswith(f"(1 of {parts[0].parts})")


def test_the_presenter_reads_the_facilitators_own_note_first(child):
    phase = next(iter(child.phases.values()))
    child.tables["phase"][phase.id] = replace(phase, facilitator_note="Give them time.")
    slide = next(slide for slide in programme(child, Show((first(child),))) if slide.subject == phase.id)
    assert notes(child, slide, SAY)[0] == "Give them time."


def test_every_slide_gives_the_presenter_something_to_ask(child):
    for way in ("phases", "steps"):
        for slide in programme(child, Show((first(child),), way=way)):
            assert notes(child, slide, SAY) or slide.kind == "step", slide
