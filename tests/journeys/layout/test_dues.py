"""Deadlines in the heads of phases and on the axis, flagged where the scope is absent; silence and durations."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journeys.i18n import words
from journeys.layout.drawing import Box, Line, Mark
from journeys.layout.map import Engine, MapSpec, map_layout
from journeys.layout.paper import fitting
from journeys.layout.prospect import Seen, prospect
from journeys.model.document import Document
from journeys.model.entities import Fact, Step
from journeys.model.values import Contact, Due, Duration
from tests.journeys.layout.geometry import absolute, inside, overlap, texts
from tests.journeys.studies import ids, study

NL = words("nl")


def made(*counts, meets=None, day0=None, steps=6):
    """A study of which only the phase with this number meets the town, with deadlines so many days after day 0."""
    document, new = study(steps), ids(9)
    town = next(iter(document.parties))
    order = sorted(document.phases.values(), key=lambda phase: phase.start_day)
    entities = []
    for kind in document.tables.values():
        for one in kind.values():
            if isinstance(one, Step):
                met = meets is not None and one.phase == order[meets].id
                one = replace(one, contacts=(Contact(town),) if met else (), nobody=not met)  # noqa: PLW2901 - as it is kept
            entities.append(one)
    moment = next(moment for moment in document.moments.values() if moment.is_day0)
    entities += [Fact(next(new), f"Termijn {count}", due=Due(moment.id, count)) for count in counts]
    changed = [replace(one, day0_date=day0) if one is document.study else one for one in entities]
    return Document.of(changed)


def drawn(document, **choices):
    return map_layout(document, MapSpec(next(iter(document.journeys)), **choices), NL)


def heads(drawing):
    """Every phase's words beyond its name and period, and the marks in its head."""
    found = {}
    for layer in drawing.layers:
        if layer.lane == "phases":
            marks = [element.name for element in layer.elements if isinstance(element, Mark)]
            lines = [" ".join(text.lines) for _, text, _ in texts(drawing) if text in layer.elements]
            found[lines[0]] = (*marks, *lines[2:])
    return found


def test_a_deadline_in_an_absent_phase_is_flagged_in_its_head():
    found = heads(drawn(made(5)))
    assert found.pop("Kraamtijd") == ("flag", "termijn zonder ons: 5 dagen erna")
    assert not any(found.values())


def test_where_the_town_is_present_it_is_only_shown_when_time_is_asked_for():
    document = made(5, meets=4)
    assert heads(drawn(document))["Kraamtijd"] == ()
    assert heads(drawn(document, lens="time"))["Kraamtijd"] == ("clock", "termijn: 5 dagen erna")


def test_with_real_dates_the_first_of_several_is_told_by_its_date():
    found = heads(drawn(made(8, 5, meets=4, day0=dt.date(2026, 12, 24))))
    assert found["Kraamtijd"] == ("clock", "2 termijnen, eerste: di 29 dec")


def test_it_follows_the_scope_that_the_map_is_seen_from():
    document = made(5, meets=4)
    other = next(party.id for party in document.parties.values() if party.name == "Verloskundige")
    assert heads(drawn(document, scope=other))["Kraamtijd"][0] == "flag"


def test_a_phase_that_nobody_filled_in_is_not_called_missed():
    document = made(5, steps=0)
    assert heads(drawn(document))["Kraamtijd"] == ()


@pytest.mark.parametrize("choices", [{}, {"axis": "true"}, {"lens": "time"}, {"column": 6.0}])
def test_the_words_stay_within_their_head_and_their_flag(choices):
    drawing = drawn(made(2, 5, day0=dt.date(2026, 12, 24)), **choices)
    for layer in drawing.layers:
        if layer.lane == "phases":
            boxes = [absolute(element.rect, layer) for element in layer.elements if isinstance(element, Box)]
            for held, text, rect in texts(drawing):
                if held is layer:
                    assert inside(rect, max(boxes, key=lambda box: box.w * box.h)), text.lines
                    assert all(inside(rect, box) or not overlap(rect, box) for box in boxes), text.lines


def test_on_the_true_axis_a_clock_stands_on_the_last_day():
    drawing = drawn(made(2, 5), axis="true")
    layers = [layer for layer in drawing.layers if layer.lane == "axis"]
    clocks = [element for layer in layers for element in layer.elements if isinstance(element, Mark)]
    assert [mark.name for mark in clocks].count("clock") == 2


def silent(drawing):
    """The words and the two ticks of the longest silence, from the map's left edge."""
    found = [layer for layer in drawing.layers if layer.name == "silence"]
    if not found:
        return None
    lines = [element for element in found[0].elements if isinstance(element, Line)]
    xs = sorted(x + found[0].origin[0] for line in lines for x, _ in line.points)
    said = [" ".join(text.lines) for layer, text, _ in texts(drawing) if layer is found[0]]
    return said, xs[0], xs[-1]


def cards(drawing):
    return {target.id: target.rect for target in drawing.targets if target.part == "card"}


def test_the_longest_silence_runs_from_one_contact_to_the_next_under_the_lens_of_time():
    document = made(meets=3)
    assert silent(drawn(document)) is None
    drawing = drawn(document, lens="time")
    said, left, right = silent(drawing)
    met = cards(drawing)[next(step.id for step in document.steps.values() if step.contacts)]
    assert said == ["12 maanden zonder contact"]
    assert left == pytest.approx(met.x + met.w, abs=0.1)
    assert right == pytest.approx(drawing.width, abs=0.1)


def test_who_meets_nobody_is_in_silence_from_the_first_day_to_the_last():
    drawing = drawn(made(), lens="time")
    said, left, right = silent(drawing)
    first = min(rect.x for rect in cards(drawing).values())
    assert said == ["21 maanden zonder contact"]
    assert left < first
    assert right == pytest.approx(drawing.width, abs=0.1)


def test_the_silence_touches_neither_the_presence_strip_nor_the_cards():
    drawing = drawn(made(meets=3), lens="time")
    line = next(layer for layer in drawing.layers if layer.name == "silence")
    strip = max(layer.rect.y + layer.rect.h for layer in drawing.layers if layer.lane == "presence")
    assert strip <= line.rect.y + 0.5
    assert line.rect.y + line.rect.h <= min(rect.y for rect in cards(drawing).values()) + 0.5


def test_paper_tells_deadlines_and_silence_as_well():
    document = made(5, meets=3)
    found = prospect(document, next(iter(document.journeys)), NL, seen=Seen("time", {}))
    drawing = map_layout(document, fitting(document, found, (400, 250), NL, Engine()), NL)
    said = [" ".join(text.lines) for _, text, _ in texts(drawing)]
    assert "termijn zonder ons: 5 dagen erna" in said
    assert "12 maanden zonder contact" in said


@pytest.mark.parametrize(("language", "told"), [("nl", "6–8 weken"), ("en", "6–8 weeks")])
def test_a_card_says_how_long_its_step_lasts_in_its_own_unit(language, told):
    document = study(1)
    step = next(iter(document.steps.values()))
    entities = [one for kind in document.tables.values() for one in kind.values() if one is not step]
    document = Document.of([*entities, replace(step, lasts=Duration(6, 8, "week"))])
    drawing = map_layout(document, MapSpec(next(iter(document.journeys))), words(language))
    said = [" ".join(text.lines) for _, text, _ in texts(drawing) if text.about == step.id]
    assert told in said
