"""What stands on the slides of a known study."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from journeys import templates
from journeys.i18n import words
from journeys.layout.palettes import contrast, palette
from journeys.layout.slides import Show, Stage, programme, slide_layout
from tests.journeys.layout.slides.looking import about, colliding, outside, too_small, words_on
from tests.journeys.studies import study

if TYPE_CHECKING:
    from journeys.model.fields import Kind

NL, EN = words("nl"), words("en")
LONG = "Gehandicaptenparkeerkaartaanvraagprocedure"


@pytest.fixture
def child():
    return templates.create("child", "nl")


def first(document):
    return min(document.journeys.values(), key=lambda journey: (journey.order, journey.id)).id


def slides_of(document, kind, way="phases"):
    return [slide for slide in programme(document, Show((first(document),), way)) if slide.kind == kind]


def phase_named(document, name):
    phase = next(phase.id for phase in document.phases.values() if phase.name == name)
    return next(slide for slide in slides_of(document, "phase") if slide.subject == phase)


def step_named(document, title):
    return next(slide for slide in slides_of(document, "step", "steps") if document.steps[slide.subject].title == title)


def marks(drawing):
    return [element.name for layer in drawing.layers for element in layer.elements if hasattr(element, "name")]


def test_the_title_names_the_persona_the_question_and_the_organisation(child):
    drawing = slide_layout(child, slides_of(child, "title")[0], Stage(), NL)
    said = " ".join(words_on(drawing))
    assert "Sanne & Youssef" in said
    assert "Vraagstuk" in said
    assert "Gemeente Voorbeeldstad" in said
    assert about(drawing, "persona")
    assert about(drawing, "question")


def test_the_whole_shows_time_presence_and_feeling_of_every_phase(child):
    drawing = slide_layout(child, slides_of(child, "whole")[0], Stage(), NL)
    assert about(drawing, "presence") == about(drawing, "phase") == set(child.phases)
    assert "dag 0" in words_on(drawing)
    judged = {s.id for s in child.steps.values() if s.journey == first(child) and s.emotion is not None}
    assert about(drawing, "face") == judged


def test_a_phase_says_how_long_we_are_absent_and_whom_they_do_meet(child):
    said = words_on(slide_layout(child, phase_named(child, "Voorbereiden"), Stage(), NL))
    assert "Gemeente 5½ maand afwezig" in said
    assert any(line.startswith("Hier zijn ouders wél: Verloskundige (3/3)") for line in said)


def test_the_strip_shows_every_phase_and_points_at_this_one(child):
    slide = phase_named(child, "Kraamtijd")
    drawing = slide_layout(child, slide, Stage(), NL)
    strip = next(layer for layer in drawing.layers if layer.name == "strip")
    assert {target.id for target in strip.targets} == set(child.phases)
    pointer = next(e for e in strip.elements if getattr(e, "name", "") == "down")
    here = next(target.rect for target in strip.targets if target.id == slide.subject)
    assert here.x < pointer.x + pointer.size / 2 < here.x + here.w


def test_a_phase_with_a_long_name_is_still_called_in_the_strip():
    document = templates.create("child", "nl")
    phase = phase_named(document, "Kraamtijd").subject
    document.tables["phase"][phase] = replace(document.phases[phase], name="Als het stil wordt na de bevalling")
    drawing = slide_layout(document, slides_of(document, "phase")[0], Stage(), NL)
    strip = next(layer for layer in drawing.layers if layer.name == "strip")
    said = [line for element in strip.elements for line in getattr(element, "lines", ())]
    assert any(line.startswith("Als het") and line.endswith("…") for line in said)
    assert not colliding(drawing)


def test_branches_stand_above_each_other_with_lines_to_both(child):
    drawing = slide_layout(child, phase_named(child, "Voorbereiden"), Stage(), NL)
    cards = {child.steps[t.id].title: t.rect for t in drawing.targets if t.part == "card"}
    assert cards["Naam kiezen"].x == cards["Erkenning?"].x > cards["Eerste controle"].x
    assert cards["Naam kiezen"].y < cards["Erkenning?"].y


def test_notes_that_have_no_room_are_counted(child):
    slide = phase_named(child, "Voorbereiden")
    drawing = slide_layout(child, slide, Stage(254.0), NL)
    shown = len(about(drawing, "note"))
    there = len([
        note for note in child.notes.values()
        if (note.phase == slide.subject and note.journey == first(child))
        or (note.step and child.steps[note.step].phase == slide.subject
            and child.steps[note.step].journey == first(child))
    ])  # fmt: skip
    assert f"+{there - shown}" in words_on(drawing)


def test_nobody_is_said_strongly_where_it_hurts(child):
    drawing = slide_layout(child, step_named(child, "Erkenning?"), Stage(), NL)
    nobody = next(
        text for layer in drawing.layers for text in layer.elements if getattr(text, "lines", ()) == ("Er is niemand",)
    )
    assert nobody.colour == "presence.gap.text"


def test_a_step_shows_its_quote_in_large_italics(child):
    drawing = slide_layout(child, step_named(child, "Erkenning?"), Stage(), NL)
    quote = next(t for layer in drawing.layers for t in layer.elements if getattr(t, "font", "") == "italic")
    assert "Niemand" in quote.lines[0]
    assert quote.size > drawing.height / 20 / (25.4 / 72)


def test_the_road_is_bright_as_far_as_it_was_lived(child):
    drawing = slide_layout(child, step_named(child, "Bevallen"), Stage(), NL)
    lines = [e for layer in drawing.layers if layer.name == "heartbeat" for e in layer.elements if hasattr(e, "curved")]
    lived = next(line for line in lines if line.stroke == "heartbeat")
    whole = next(line for line in lines if line.stroke == "line")
    assert lived.points[-1][0] < whole.points[-1][0]


def test_the_end_counts_names_gaps_and_says_what_is_remembered(child):
    said = words_on(slide_layout(child, slides_of(child, "end")[0], Stage(), NL))
    assert "Wat we meenemen" in said
    assert "Voorbereiden" in said
    assert any(line.startswith("Het laagste") for line in said)


def test_the_end_counts_the_steps_behind_the_scenes_as_the_window_does(child):
    said = words_on(slide_layout(child, slides_of(child, "end")[0], Stage(), NL))
    steps = [step for step in child.steps.values() if step.journey == first(child)]
    assert {step.stage for step in steps} == {"front", "back"}
    assert said[said.index("stappen") - 1] == str(len(steps))


def test_a_gap_says_how_bad_it_feels_and_never_how_good(child):
    child.tables["note"].clear()  # with fewer notes there is room for all that is known
    for feeling, told in ((-2, True), (1, False)):
        for step in list(child.steps.values()):
            child.tables["step"][step.id] = replace(step, emotion=feeling)
        said = [text for slide in slides_of(child, "gaps")
                for text in words_on(slide_layout(child, slide, Stage(), NL, shown=9))]  # fmt: skip
        assert any("laagste beleving" in text for text in said) == told


def test_a_wished_journey_says_so_on_its_phases(child):
    journey = child.journeys[first(child)]
    child.tables["journey"][journey.id] = replace(journey, variant="desired")
    for slide in slides_of(child, "phase"):
        assert "Gewenste reis" in words_on(slide_layout(child, slide, Stage(), NL))


def test_a_lane_that_is_not_in_the_view_is_not_shown(child):
    lanes = tuple(lane.id for lane in child.lanes.values() if lane.kind not in ("needs", "opportunities", "heartbeat"))
    slide = phase_named(child, "Kraamtijd")
    show = Show((first(child),), lanes=lanes)
    drawing = slide_layout(child, slide, Stage(), NL, show=show)
    assert not about(drawing, "face")
    kinds = {child.notes[note].kind for note in about(drawing, "note")}
    assert kinds <= {"quote"}


def test_a_lens_colours_the_cards_and_explains_itself():
    document = templates.create("death", "nl")
    journey = sorted(document.journeys.values(), key=lambda j: (j.order, j.id))[1].id
    show = Show((journey,), lens="roles")
    seen = [slide_layout(document, slide, Stage(), NL, show=show) for slide in programme(document, show)]
    said = {word for drawing in seen for word in words_on(drawing)}
    assert {"Rollen", "Onderdaan"} <= said


def test_a_scope_that_was_deleted_is_the_studys_own_again(child):
    slide = slides_of(child, "whole")[0]
    gone = Show((first(child),), scope="gone")
    assert slide_layout(child, slide, Stage(), NL, show=gone) == slide_layout(child, slide, Stage(), NL)
    assert programme(child, gone)


@pytest.mark.parametrize("ratio", [4 / 3, 16 / 9, 21 / 9, 9 / 16])
@pytest.mark.parametrize("title", [LONG, "مرحبا بكم في البلدية", "👶🏽 " * 40, "W" * 200, "a " * 100])
def test_odd_titles_stay_on_the_stage(title, ratio):
    document = study(5)
    kinds: list[Kind] = ["phase", "step", "journey"]
    for kind in kinds:
        field = "name" if kind == "phase" else "title"
        for id_, entity in list(document.tables[kind].items()):
            document.tables[kind][id_] = replace(entity, **{field: title[:200].strip()})
    for way in ("phases", "steps"):
        for slide in programme(document, Show((first(document),), way)):
            drawing = slide_layout(document, slide, Stage(190.5 * ratio), EN)
            assert not outside(drawing)
            assert not colliding(drawing)
            assert not too_small(drawing)


def test_a_long_compound_is_hyphenated_and_never_cut():
    document = study(3)
    phase = next(iter(document.phases.values()))
    document.tables["phase"][phase.id] = replace(phase, name=LONG)
    slide = next(s for s in programme(document, Show((first(document),))) if s.subject == phase.id)
    title = next(
        t for layer in slide_layout(document, slide, Stage(254.0), NL).layers
        for t in layer.elements if getattr(t, "role", "") == "title"
    )  # fmt: skip
    assert title.lines[0].endswith("-")
    assert "".join(line.rstrip("-") for line in title.lines) == LONG


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_words_of_slides_are_seen_on_their_ground(theme):
    roles = palette(theme)
    pairs = [
        ("text", "canvas"), ("muted", "canvas"), ("presence.gap.text", "presence.gap"), ("presence.gap.text", "canvas"),
        ("axis.text", "canvas"), ("deadline", "canvas"), ("text", "presence.gap"), ("muted", "presence.gap"),
        ("pill.text", "pill.fill"), ("opportunity.text", "opportunity"), ("nobody", "card.fill"),
    ]  # fmt: skip
    assert [pair for pair in pairs if contrast(roles[pair[0]], roles[pair[1]]) < 4.5] == []
