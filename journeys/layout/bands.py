"""A long journey on paper: its columns in bands under each other, like lines of text, so that the type stays large."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.banded import Band, Banded, under_each_other
from journeys.layout.engine import Engine
from journeys.layout.legibility import best_width, narrowest, readable
from journeys.layout.paper import STRETCH, WIDER, WIDEST, best_spec, filled, fitting
from journeys.layout.prospect import APART, FEWEST, filled_lanes, prospect
from journeys.layout.reckon import Reckoning
from journeys.layout.search import least
from journeys.layout.spec import MM_PER_PT, MapSpec
from journeys.layout.watched import Watched
from journeys.layout.windows import windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing
    from journeys.layout.prospect import Prospect
    from journeys.layout.windows import Window
    from journeys.model.document import Document

STEP: Final = 0.5
"""Steps in which card widths are tried, in ems."""
WORTH: Final = 1.2
"""How much better the map must read before it is broken into bands."""
WORTH_EMPTY: Final = 1.05
"""The same where one band is so low that it leaves much of the sheet empty."""
SHORT: Final = 8
"""Columns that one sees at a glance: bands would only break them up."""
LOW: Final = 0.56
FULL: Final = 0.8
"""The parts of the height up to which one band is low, and from which on it fills the sheet."""
SNAPS: Final = ((0.12, 1.0), (0.03, 0.94))
"""A band may be this part longer or shorter so as to end where a phase ends, and what that is worth."""
NEAR: Final = 0.95
"""Numbers of bands that are reckoned to read worse than this, beside the best, are not laid out."""
LONG: Final = 400
"""Columns from which on reckoning is so exact, once it knows how the first bands turned out, that it is believed."""
FAR: Final = 0.7
"""Where it is reckoned to read so much worse, for MISSES numbers of bands, more bands are no use."""
MISSES: Final = 3
ENOUGH: Final = 3
"""Numbers of bands that are laid out at most."""
PLANNED: Final = 0.25
"""The part of the work after which it is known which bands may be good, about."""
PLANS: Final = 40
"""Numbers of bands of which it is reckoned how well they read, about."""
FOUND: Final = 0.65
"""The part of the work after which it is known which bands there are, about."""
TRIES: Final = 6


class Work(NamedTuple):
    """A map to be fitted to an area, in mm, and what is known of it beforehand."""

    document: Document
    found: Prospect
    area: tuple[float, float]
    say: Words
    watched: Watched
    reckoned: Reckoning
    narrowest: float

    def engine(self) -> Engine:
        return Engine(self.watched.asked)


class _Plan(NamedTuple):
    """Bands that may be good: on how wide cards they should fit, in STEPs, and how well they read then."""

    cut: tuple[Window, ...]
    card: int
    score: float


def fit_bands(
    document: Document, journey: str, width: float, height: float, say: Words, *,
    numbers: Mapping[str, int] | None = None, lanes: tuple[str, ...] | None = None,
) -> Drawing:  # fmt: skip
    """As `paper.fit_map`, in as many bands as read best; one where that is nearly as good."""
    return fit(document, prospect(document, journey, say, numbers=numbers, lanes=lanes), (width, height), say)


def fit(
    document: Document, found: Prospect, area: tuple[float, float], say: Words, watched: Watched | None = None
) -> Drawing:  # fmt: skip
    """The map of what was gathered, exactly as wide as the area and at most as high."""
    reckoned = Reckoning(document, found.gathered, found.spec)
    work = Work(document, found, area, say, watched or Watched(), reckoned, narrowest(found.gathered))
    bound = _score([best_spec(found.gathered, found.spec, area[0])])
    best = _best(work, bound) if found.spec.axis == "equal" else None
    if best is None or score(best) < WORTH * bound:
        engine = work.engine()
        one = fitting(document, found, area, say, engine)
        engine.take(found.gathered, found.levels)
        high = engine.height(document, one, say) * one.base_pt * MM_PER_PT
        if best is None or score(best) < _worth(high / area[1], found.columns) * _score([one]):
            work.watched.reached(FOUND)
            return filled(document, found, one, area[1], say, engine)
    return under_each_other(document, found, _filled(best, area[1]), say, work.watched, FOUND)


def _worth(part: float, columns: int) -> float:
    """How much better bands must read than one with so many columns that takes this part of the height."""
    if columns < SHORT:
        return WORTH
    return WORTH_EMPTY + (WORTH - WORTH_EMPTY) * min(max((part - LOW) / (FULL - LOW), 0.0), 1.0)


def score(banded: Banded) -> float:
    """How well it reads."""
    return _score(banded.specs)


def _score(specs: Sequence[MapSpec]) -> float:
    """Large type, on lines that are long enough, also on the narrowest cards."""
    return specs[0].base_pt * readable(min(spec.column for spec in specs))


def _best(work: Work, bound: float) -> Banded | None:
    """The bands that read best, when that is better than `bound`."""
    times = work.found.high / work.reckoned.height((0, work.reckoned.columns), work.found.spec.column)
    plans = sorted(_plans(work, times), key=_score_of, reverse=True)[: 2 * ENOUGH]
    best: Banded | None = None
    for _ in range(ENOUGH):
        if not plans:
            break
        plan = plans.pop(0)
        long = best is not None and work.reckoned.columns > LONG
        if plan.score < (1.0 if long else NEAR) * (score(best) if best else bound):
            break
        made, seen = _laid_out(work, plan, score(best) if best else bound)
        best = made if made is not None else best
        plans = sorted((_plan(work, other.cut, seen) for other in plans), key=_score_of, reverse=True)
    return best


def _score_of(plan: _Plan) -> float:
    return plan.score


def _plans(work: Work, times: float) -> Iterator[_Plan]:
    """Per number of bands the better one of those that end where phases end and those that are equally long."""
    top, missed = 0.0, 0
    for count in range(2, work.reckoned.columns // FEWEST + 1):
        some = [
            (plan := _plan(work, tuple(windows(work.reckoned, count, near)), times))._replace(score=plan.score * worth)
            for near, worth in SNAPS
        ]
        best = max(some, key=_score_of)
        yield best
        work.watched.nearer(PLANNED, 1 / PLANS)
        top, missed = max(top, best.score), 0 if best.score > FAR * top else missed + 1
        if missed == MISSES:
            return


def _plan(work: Work, cut: tuple[Window, ...], times: float) -> _Plan:
    """On which cards these bands should fit. `times`: how much higher maps turn out than reckoned."""
    wide, high = work.area
    most = work.found.spec.most_pt * MM_PER_PT

    def base(card: float) -> float:
        return min(wide / max(work.reckoned.width(window, card) for window in cut), most)

    def fits(card: float) -> float:
        """The type with which they are as high as the area."""
        ems = sum(work.reckoned.height(window, card) for window in cut) * times + APART * (len(cut) - 1)
        return high / ems

    low, over = round(best_width(work.narrowest, STEP, base) / STEP), round(WIDEST / STEP)
    if fits(WIDEST) < base(WIDEST):
        return _Plan(cut, round(over * base(WIDEST) / fits(WIDEST)), fits(WIDEST) / MM_PER_PT)
    while low < over:
        middle = (low + over) // 2
        low, over = (low, middle) if fits(middle * STEP) >= base(middle * STEP) else (middle + 1, over)
    return _Plan(cut, over, base(over * STEP) * readable(over * STEP) / MM_PER_PT)


def _laid_out(work: Work, plan: _Plan, beat: float) -> tuple[Banded | None, float]:
    """The bands on the narrowest cards with which they fit, and how much higher they are than was reckoned.

    None as soon as that reads no better than `beat`.
    """
    bands = [_band(work, window) for window in plan.cut]
    tried: dict[int, Banded] = {}

    def measure(card: int) -> float:
        tried[card] = made = _measured(work, bands, _specs(work, bands, card * STEP))
        return made.height / work.area[1]

    def hopeless(card: int) -> bool:
        return _score(_specs(work, bands, card * STEP)) <= beat

    low = best_width(work.narrowest, STEP, lambda card: _specs(work, bands, card)[0].base_pt)
    card = least(round(low / STEP), plan.card, measure, hopeless)
    last = tried[card] if card is not None else next(reversed(tried.values()))
    at = last.specs[0].column
    seen = sum(last.least) / sum(work.reckoned.height(window, at) for window in plan.cut)
    return (last if card is not None and score(last) > beat else None), seen


def _band(work: Work, window: Window) -> Band:
    work.watched.still()
    part = work.found.gathered.window(*window, lambda name: work.say("{phase} (continued)", phase=name))
    lanes = filled_lanes(work.document, part, work.found.spec.lanes)
    return Band(window, replace(work.found.spec, lanes=lanes), part, work.engine())


def _specs(work: Work, bands: Sequence[Band], card: float) -> list[MapSpec]:
    """All bands in one type size and equally wide; what a card is wider than WIDEST, the phases get.

    Where fewer cards stand in a band they are wider there, and then the phases.
    """
    column = min(card, WIDEST)
    widths = [work.reckoned.width(band.window, column) for band in bands]
    room = max(widths) + max(card - WIDEST, 0.0) * max(band.columns for band in bands)
    room = max(room, work.area[0] / (work.found.spec.most_pt * MM_PER_PT))
    base = work.area[0] / room / MM_PER_PT
    found = []
    for band, own in zip(bands, widths, strict=True):
        wider = min(column * WIDER, WIDEST, column + (room - own) / band.columns)
        taken = (wider - column) * band.columns
        found.append(replace(band.spec, base_pt=base, column=wider, widen=max(room - own - taken, 0.0)))
    return found


def _measured(work: Work, bands: Sequence[Band], specs: Sequence[MapSpec]) -> Banded:
    """With the height of every band, laid out without drawing it."""
    found = []
    for band, spec in zip(bands, specs, strict=True):
        band.engine.take(band.gathered, work.found.levels)
        found.append(band.engine.height(work.document, spec, work.say))
        work.watched.nearer(FOUND, 1 / (TRIES * len(bands)))
    return Banded(tuple(bands), tuple(specs), tuple(found))


def _filled(banded: Banded, height: float) -> Banded:
    """Lanes share what is left of the height, up to a measure."""
    spare = (height - banded.height) / (banded.specs[0].base_pt * MM_PER_PT) - 0.05
    share = max(0.0, min(spare / sum(banded.least), STRETCH))
    return banded._replace(
        specs=tuple(
            replace(spec, stretch=share * high) for spec, high in zip(banded.specs, banded.least, strict=True)
        )
    )  # fmt: skip
