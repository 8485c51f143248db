"""Whoever waits for an export hears how far it is, and can stop it at any of those moments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import pytest

from journeys.exchange import formats
from journeys.exchange.wanted import wanted
from tests.journeys.studies import study

STEPS = 500
OFTEN = {"cjml": 4, "graphml": 5, "mermaid": 5, "ojf": 10, "canvas": 10, "drawio": 8, "csv": 1, "ods": 9, "xlsx": 9,
         "svg": 250, "html": 550, "pptx": 3500}  # fmt: skip
"""At least so many times for these steps: never all of them without a question in between."""


class NobodyWaitsError(Exception):
    """As when somebody cancels."""


@pytest.fixture(scope="module")
def document():
    return study(STEPS)


def written(code, document, watch):
    one = next(each for each in formats.FORMATS if each.code == code)
    return one.write(replace(wanted(document), watch=watch, path=PurePath(f"x{one.suffixes[0]}")))


@pytest.mark.parametrize("code", OFTEN)
def test_E9_a_writer_tells_all_the_time_how_far_it_is_and_never_goes_back(code, document):
    shares = []
    written(code, document, shares.append)
    assert len(shares) >= OFTEN[code]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


@pytest.mark.parametrize("code", OFTEN)
def test_E9_a_writer_stops_where_nobody_waits_any_more(code, document):
    told = []

    def watch(share):
        told.append(share)
        if len(told) == OFTEN[code]:
            raise NobodyWaitsError

    with pytest.raises(NobodyWaitsError):
        written(code, document, watch)
    assert len(told) == OFTEN[code]


@pytest.mark.parametrize("code", ["md"])
def test_a_report_can_be_stopped_between_its_parts(code, document):
    shares = []
    written(code, document, shares.append)
    assert shares == [0, 0.4, 0.6]
