"""The map true to time: days are equally wide where cards allow it, long silence is cut out and says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.i18n import words
from journeys.layout import timeaxis, timescale
from journeys.layout.drawing import Line, Mark
from journeys.layout.engine import Engine
from journeys.layout.gather import Gathering
from journeys.layout.map import MapSpec, day_at, map_layout
from journeys.layout.room import GAP
from journeys.model.time import phase_on
from tests.journeys.layout.flows import flow
from tests.journeys.layout.geometry import overlapping, texts
from tests.journeys.studies import study

NL, EN = words("nl"), words("en")


def scales(document):
    journey = list(document.journeys)[-1]
    spec = MapSpec(journey, axis="true")
    return timescale.scales(Gathering(document, journey).stretches, spec), spec


def true(document, say=NL):
    return map_layout(document, MapSpec(list(document.journeys)[-1], axis="true"), say)


def said(drawing):
    return [line for layer, text, _ in texts(drawing) if layer.lane == "axis" for line in text.lines]


@pytest.mark.parametrize("steps", [0, 3, 8, 80])
def test_where_it_is_true_a_day_is_equally_wide_everywhere(steps):
    found, _ = scales(study(steps))
    pieces = [piece for scale in found for piece in scale.pieces if piece.kind == "true"]
    assert pieces
    for piece in pieces:
        assert piece.w == pytest.approx((piece.last - piece.first) * found[0].per_day, rel=0.01)


@pytest.mark.parametrize("steps", [0, 3, 8, 80])
def test_pieces_follow_one_another_and_fill_the_period_of_their_phase(steps):
    document = study(steps)
    found, _ = scales(document)
    stretches = Gathering(document, next(iter(document.journeys))).stretches
    for scale, stretch in zip(found, stretches, strict=True):
        assert (scale.pieces[0].first, scale.pieces[-1].last) == stretch.period
        x, day = 0.0, stretch.period[0]
        for piece in scale.pieces:
            assert (piece.x, piece.first) == (pytest.approx(x), pytest.approx(day))
            x, day = piece.x + piece.w, piece.last


@settings(max_examples=40)
@given(st.lists(st.integers(-300, 400), min_size=1, max_size=9), st.integers(0, 3))
def test_columns_never_stand_closer_than_their_cards_need(days, phase):
    places = {f"S{n}": (phase, n, 0) for n in range(len(days))}
    found, spec = scales(flow(places, [], {f"S{n}": day for n, day in enumerate(days)}))
    xs = found[phase].places
    assert all(b - a >= spec.column + GAP - 0.001 for a, b in pairwise(xs))
    assert xs[-1] + spec.column <= found[phase].w


def test_a_step_stands_at_its_own_day():
    document = flow({"A": (1, 0, 0), "B": (1, 1, 0)}, [], {"A": -200, "B": -100})
    found, _ = scales(document)
    scale = found[1]
    assert [scale.at(-200) + 1, scale.at(-100) + 1] == pytest.approx(list(scale.places), abs=0.001)
    assert scale.places[1] - scale.places[0] > 20
    dots = [e for layer in true(document).layers if layer.lane == "axis" for e in layer.elements
            if isinstance(e, Mark) and e.name == "dot"]  # fmt: skip
    assert len(dots) == 2


def test_a_long_silence_is_cut_out_with_a_break_that_says_how_long():
    document = flow({"A": (5, 0, 0)}, [], {"A": 20})
    found, _ = scales(document)
    (cut,) = found[5].cuts
    assert cut.w < (cut.last - cut.first) * found[5].per_day
    for say, month in ((NL, "maand"), (EN, "month")):
        drawing = true(document, say)
        assert any(word.startswith("…") and month in word for word in said(drawing))
    drawing = true(document, NL)
    breaks = [e for layer in drawing.layers if layer.lane == "axis" for e in layer.elements
              if isinstance(e, Mark) and e.name == "break"]  # fmt: skip
    assert len(breaks) == 1
    torn = [e for layer in drawing.layers if layer.name == "ground" for e in layer.elements
            if isinstance(e, Line) and e.stroke == "canvas"]  # fmt: skip
    assert len(torn) == len(document.lanes)


def test_no_tick_stands_in_what_was_cut_out():
    document = flow({"A": (5, 0, 0)}, [], {"A": 20})
    found, _ = scales(document)
    (cut,) = found[5].cuts
    layer = next(layer for layer in true(document).layers if layer.name == f"axis/{list(document.phases)[5]}")
    ends = [line.points for line in layer.elements if isinstance(line, Line)]
    marked = [start[0] for start, end in ends if start[0] == end[0]]
    em = 10 * 25.4 / 72
    assert not [x for x in marked if (cut.x + 0.01) * em < x < (cut.x + cut.w - 0.01) * em]


@pytest.mark.parametrize("steps", [0, 3, 8, 80])
@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("say", [NL, EN])
def test_words_on_the_axis_never_touch_and_day_0_is_marked_once(steps, dated, say):
    document = study(steps)
    if dated:
        document.tables["study"][document.study.id] = replace(document.study, day0_date=dt.date(2026, 3, 10))
    drawing = true(document, say)
    placed = [(text.lines, rect) for layer, text, rect in texts(drawing) if layer.lane == "axis"]
    assert not overlapping(placed)
    assert sum(word.startswith(say("day 0")) for word in said(drawing)) == 1


def test_ticks_count_in_days_weeks_months_or_years_as_room_allows():
    def first(per_day, days=4000):
        scale = timescale.Scale(0.0, (), (), per_day)
        return next(tick.words for tick in timeaxis.ticks((1, days), scale, NL, None) if tick.words)

    assert [first(6.0), first(1.0), first(0.2), first(0.02)] == ["+1 d", "+1 wk", "+1 mnd", "+1 jr"]


def test_with_a_date_for_day_0_the_axis_names_months_or_days():
    zero = dt.date(2026, 3, 10)
    month = timeaxis.ticks((0, 100), timescale.Scale(0.0, (), (), 0.3), NL, zero)
    day = timeaxis.ticks((1, 20), timescale.Scale(0.0, (), (), 6.0), EN, zero)
    assert [tick.words for tick in month if tick.words] == ["dag 0", "apr 2026", "mei 2026", "jun 2026"]
    assert day[0].words == "11 Mar"


def test_a_phase_without_a_period_has_no_ticks_and_takes_what_its_cards_need():
    document = study(8)
    phase = next(iter(document.phases.values()))
    document.tables["phase"][phase.id] = replace(phase, dated=False)
    found, spec = scales(document)
    assert found[0].pieces == ()
    assert found[0].w == pytest.approx(2 * 1.0 + 2 * spec.column + GAP)


@pytest.mark.parametrize("day", [-250, -100, -30, 5, 20, 60, 300])
def test_a_place_on_the_map_is_the_day_that_is_drawn_there(day):
    document = study(8)
    journey = next(iter(document.journeys))
    spec = MapSpec(journey, axis="true")
    drawing = map_layout(document, spec, NL)
    phase = phase_on(document, day)
    heads = {target.id: target.rect for target in drawing.targets if target.part == "phase"}
    found, _ = scales(document)
    x = heads[phase.id].x + found[list(document.phases).index(phase.id)].at(day) * 10 * 25.4 / 72
    there = day_at(document, spec, x)
    assert there is not None
    assert there[0] == pytest.approx(day, abs=0.01)


def test_choosing_the_other_axis_and_back_gives_the_same_map_as_before():
    document = study(8)
    journey, engine = next(iter(document.journeys)), Engine()
    before = map_layout(document, MapSpec(journey), NL, engine)
    assert map_layout(document, MapSpec(journey, axis="true"), NL, engine) == true(document)
    assert map_layout(document, MapSpec(journey), NL, engine) == before


def dated(document, date):
    document.tables["study"][document.study.id] = replace(document.study, day0_date=date)
    return document


@pytest.mark.parametrize(
    ("say", "told"), [(NL, "dag 0 · di 10 mrt 2026"), (EN, "day 0 · Tue 10 Mar 2026")]
)  # fmt: skip
def test_day_0_says_its_date_with_the_weekday(say, told):
    assert told in said(true(dated(study(8), dt.date(2026, 3, 10)), say))


def test_days_that_are_wide_enough_have_their_weekday():
    zero = dt.date(2026, 3, 10)
    found = timeaxis.ticks((1, 20), timescale.Scale(0.0, (), (), 7.0), NL, zero)
    assert [tick.words for tick in found][:3] == ["wo 11 mrt", "do 12 mrt", "vr 13 mrt"]


def periods_said(document, say):
    drawing = map_layout(document, MapSpec(list(document.journeys)[-1]), say)
    return [line for layer, text, _ in texts(drawing) if layer.lane == "phases" for line in text.lines]


def test_heads_say_dates_once_that_of_day_0_is_known():
    document = study(3)
    plain = periods_said(document, NL)
    assert "dag 0" in plain
    told = periods_said(dated(document, dt.date(2026, 3, 10)), NL)
    assert "di 10 mrt 2026" in told
    assert "dag 0" not in told


def test_a_date_renews_the_heads_and_the_axis_and_nothing_else():
    document, engine = study(8), Engine()
    spec = MapSpec(next(iter(document.journeys)), axis="true")
    before = {layer.name: layer for layer in map_layout(document, spec, NL, engine).layers}
    after = {layer.name: layer for layer in map_layout(dated(document, dt.date(2026, 3, 10)), spec, NL, engine).layers}
    changed = {name.split("/")[0] for name in before if before[name].elements != after[name].elements}
    assert changed == {"axis", "phases"}
    assert after == {layer.name: layer for layer in map_layout(document, spec, NL).layers}


@pytest.mark.parametrize("date", [dt.date.max, dt.date.min])
def test_where_the_calendar_ends_days_are_told_without_dates(date):
    document = dated(study(3), date)
    assert any("vóór" in line for line in periods_said(document, NL)) or any(
        "erna" in line for line in periods_said(document, NL)
    )
    true(document, NL)
