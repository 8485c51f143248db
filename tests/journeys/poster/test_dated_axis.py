"""The axis of time on paper: numbers from day 0, or dates once that of day 0 is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from journeys import fonts
from journeys.analysis.findings import overview
from journeys.i18n import words
from journeys.layout.drawing import Text
from journeys.poster.parts.axis import time_axis
from journeys.poster.parts.blocks import MM
from tests.journeys.studies import study

NL, EN = words("nl"), words("en")


def labels(date, say, width=500.0, end=None):
    document = study(8)
    held = replace(document.study, day0_date=date, end_day=end or document.study.end_day)
    document.tables["study"][held.id] = held
    block = time_axis(document, overview(document).journeys[0], width, (30.0, 31.0), 1.0, say)
    return [part for part in block.elements if isinstance(part, Text)]


def said(found):
    return [text.lines[0] for text in found]


def test_without_a_date_the_axis_counts_from_day_0():
    assert "dag 0" in said(labels(None, NL))
    assert "Tijd in weken" in said(labels(None, NL))


@pytest.mark.parametrize(
    ("say", "zero", "month", "title"),
    [(NL, "di 10 mrt 2026", "jun 2026", "Tijd in datums"), (EN, "Tue 10 Mar 2026", "Jun 2026", "Time in dates")],
)
def test_with_a_date_it_names_months_and_day_0_with_its_weekday(say, zero, month, title):
    told = said(labels(dt.date(2026, 3, 10), say))
    assert {zero, month, title} <= set(told)


@pytest.mark.parametrize("width", [120.0, 200.0, 500.0, 1200.0])
@pytest.mark.parametrize("end", [3, 30, 364, 9000])
def test_dates_never_touch_and_day_0_is_always_told(width, end):
    found = labels(dt.date(2026, 3, 10), NL, width, end)
    placed = sorted(
        (text.x - half, text.x + half)
        for text in found
        if text.anchor == "middle" and text.colour in ("text", "axis.text")
        for half in (fonts.width(text.lines[0], text.font, text.size) * MM / 2,)
    )
    assert all(left[1] <= right[0] + 0.01 for left, right in pairwise(placed))
    assert "di 10 mrt 2026" in said(found)
