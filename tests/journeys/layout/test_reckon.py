"""What is reckoned beforehand is close to what is laid out, so that the search begins where it will end."""

from __future__ import annotations

import pytest

from journeys.i18n import words
from journeys.layout.bands import fit
from journeys.layout.engine import Engine
from journeys.layout.prospect import prospect
from journeys.layout.prospect import width as exact_width
from journeys.layout.reckon import Reckoning
from journeys.layout.watched import Watched
from tests.journeys import studies
from tests.journeys.poster import rich

SAY = words("nl")


def reckoned(document):
    found = prospect(document, next(iter(document.journeys)), SAY)
    return found, Reckoning(document, found.gathered, found.spec)


@pytest.mark.parametrize("document", [studies.study(60), rich.rich(12), rich.rich(40), rich.rich(120)])
def test_the_height_of_a_map_is_reckoned_to_within_a_sixth(document):
    found, known = reckoned(document)
    for column in (9.0, 11.0, 16.0):
        spec = found.spec.__class__(found.spec.journey, lanes=found.spec.lanes, hints=False, body_lines=None,
                                    column=column, titles=found.spec.titles)  # fmt: skip
        exact = Engine().height(document, spec, SAY)
        assert 0.84 * exact < known.height((0, known.columns), column) < 1.16 * exact


def test_the_width_of_any_columns_is_exact():
    document = rich.rich(40)
    found, known = reckoned(document)
    ends = [(0, after) for after in range(1, known.columns)]
    for window in (*ends, (5, 13), (known.columns - 1, known.columns)):
        part = found.gathered.window(*window, str)
        assert known.width(window, found.spec.column) == pytest.approx(exact_width(part, found.spec))


class EnoughError(Exception):
    """Somebody pressed Cancel."""


def test_a_long_layout_tells_how_far_it_is_and_never_goes_back():
    document, told = studies.study(300), []
    found = prospect(document, next(iter(document.journeys)), SAY)
    fit(document, found, (800, 400), SAY, Watched(told.append))
    assert len(set(told)) >= 10
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1


@pytest.mark.parametrize("at", [0.05, 0.4, 0.9])
def test_what_the_watcher_raises_ends_the_layout_at_once(at):
    document, told = studies.study(300), []

    def watch(share: float) -> None:
        told.append(share)
        if share >= at:
            raise EnoughError

    with pytest.raises(EnoughError):
        fit(document, prospect(document, next(iter(document.journeys)), SAY), (800, 400), SAY, Watched(watch))
    assert sum(share >= at for share in told) == 1


def test_even_a_map_in_one_piece_asks_on_the_way_whether_to_go_on():
    document, told = rich.rich(120), []
    found = prospect(document, next(iter(document.journeys)), SAY, axis="true")
    fit(document, found, (800, 400), SAY, Watched(told.append))
    assert len(told) >= 10
