"""What a format says that it keeps comes back: any study, through every format that can be written and read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import pytest

from journeys.errors import ExchangeError
from journeys.exchange import formats
from journeys.exchange.aspects import ASPECTS, EVERYTHING, left_out
from journeys.exchange.coming import to_study
from journeys.exchange.outgoing import chain
from journeys.exchange.wanted import wanted
from journeys.model.integrity import check_document
from tests.hostile import everything
from tests.journeys.exchange.odd_studies import odd_study
from tests.journeys.exchange.told import difference, told
from tests.journeys.studies import study

BOTH_WAYS = [one for one in formats.FORMATS if one.write and one.steps]
TRIED = 25
"""Studies with odd words, of each format; a thousand in a long run."""
WRITTEN = [one.code for one in formats.written()]


def chosen_of(one, document):
    """All that counts; one journey where a file holds one."""
    asked = wanted(document)
    return replace(asked, journeys=asked.journeys[:1]) if one.a_file_each else asked


def back(one, asked):
    """The study that comes back from a file of this format."""
    suffix = one.suffixes[0]
    assert one.write
    assert one.steps
    data = one.write(replace(asked, path=PurePath(f"x{suffix}")))
    return to_study(one.steps(data, f"x{suffix}"), "x", "nl").document


@pytest.mark.parametrize("one", BOTH_WAYS, ids=lambda one: one.code)
def test_what_a_format_keeps_comes_back(one):
    for number in range(TRIED):
        check_comes_back(one, odd_study(number))


@pytest.mark.long
@pytest.mark.parametrize("one", BOTH_WAYS, ids=lambda one: one.code)
def test_what_a_format_keeps_comes_back_from_a_thousand_studies(one):
    for number in range(TRIED, 1000):
        check_comes_back(one, odd_study(number))


def check_comes_back(one, document):
    asked = chosen_of(one, document)
    if not any(step.journey in asked.journeys for step in document.steps.values()):
        return
    made = back(one, asked)
    assert check_document(made) == []
    here = told(document, asked.journeys, one.keeps)
    there = told(made, wanted(made).journeys[: len(asked.journeys)], one.keeps)
    assert difference(here, there) == ""


@pytest.mark.parametrize("code", WRITTEN)
@pytest.mark.parametrize(
    "given_document", [study(0), study(2), study(30), everything.everything()], ids=["0", "2", "30", "all"]
)
def test_every_study_can_be_written_in_every_format_and_the_same_study_gives_the_same_bytes(code, given_document):
    one = next(each for each in formats.FORMATS if each.code == code)
    for asked in (wanted(given_document), wanted(given_document, journeys=())):
        if code in ("svg", "png") and not asked.journeys:
            with pytest.raises(ExchangeError, match="no_journey"):  # there is nothing to draw
                one.write(asked)
            continue
        first = one.write(asked)
        assert first == one.write(asked)
        assert first


def test_a_format_says_only_what_is_known_to_be_lost():
    for one in formats.FORMATS:
        assert one.keeps <= EVERYTHING, one.keeps - EVERYTHING


def test_what_is_left_out_is_counted_for_this_study():
    asked = wanted(everything.everything(), snapshots=(everything.SNAPSHOT,))
    lost = dict(left_out(asked, frozenset()))
    assert set(lost) >= set(ASPECTS) - {"journey.other"}, set(ASPECTS) - set(lost)
    assert left_out(asked, EVERYTHING) == []
    assert left_out(wanted(study(0)), EVERYTHING - {"step.body"}) == []


@pytest.mark.parametrize("steps", [6, 30])
def test_a_plain_chain_is_no_connection_to_lose(steps):
    document = study(steps)
    lost = dict(left_out(wanted(document), frozenset()))
    links = {(link.source, link.target) for link in document.links.values()}
    assert ("link" in lost) == (links != chain(document, wanted(document).journeys))
