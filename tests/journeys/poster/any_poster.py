"""Any poster of any study: random requests of studies that are odd, cut down and written over, and what must hold."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from journeys import text
from journeys.analysis.finding import LENSES
from journeys.model.document import Document
from journeys.model.entities import Lane, Moment, Step, Study
from journeys.poster.request import KINDS, Request
from journeys.store.salvage import healed
from tests.journeys import studies
from tests.journeys.model.strategies import ODD, documents
from tests.journeys.poster import awkward, several

WRITTEN = ("title", "body", "text", "name", "quote", "tagline", "question", "caption", "owner", "place", "reason")
LONG = (
    "x" * 200, "Stap " * 300, awkward.COMPOUND, "\U0001f476\U0001f3fd" * 30, "\u0645\u0631\u062d\u0628\u0627 " * 40,
    "", "a\nb\n\nc", *awkward.HOSTILE, *ODD,
)  # fmt: skip
BASES: dict[str, Callable[[], Document]] = {
    "none": lambda: studies.study(0), "one": lambda: studies.study(1), "some": lambda: studies.study(24),
    "many people": lambda: studies.study(4, 12), "absurd": lambda: several.absurd(2),
    "wordy": lambda: awkward.wordy(18), "child": several.child, "plans": several.with_plans,
}  # fmt: skip
PAPERS = ("A0", "A1", "A2", "A3", "A4", "148x148", "148x5000", "5000x148", "210x297mm", "297x148", "1000x707")
NOTES = ("need", "pain", "opportunity", "idea", "question", "quote", "remark")
NOWHERE = "nergens"
"""An id that is in no study."""


@cache
def _base(name):
    return BASES[name]()


def _changed(name, seed):
    """Some of it gone, some of it written over."""
    chance = random.Random(seed)
    keep, odd = chance.choice((1.0, 1.0, 0.9, 0.5, 0.2)), chance.choice((0.0, 0.02, 0.2))
    kept = [
        _odd(entity, chance, odd) for _, entity in _base(name)
        if isinstance(entity, Study | Moment) or chance.random() < keep
    ]  # fmt: skip
    found = healed(kept, "?")
    assert found is not None
    return found


def _odd(entity, chance, odd):
    for field in WRITTEN:
        if isinstance(getattr(entity, field, None), str) and chance.random() < odd:
            long = field in ("body", "text", "quote")
            clean = text.clean(chance.choice(LONG), multiline=long).text[: 2_000 if long else 200]
            entity = replace(entity, **{field: clean.strip() or "?"})
    if isinstance(entity, Step) and chance.random() < odd:
        return replace(entity, stage=chance.choice(("front", "back")), emotion=chance.choice((None, -2, 2)))
    return replace(entity, shown=False) if isinstance(entity, Lane) and chance.random() < odd else entity


def posters():
    """A study, and a request that may or may not be possible."""
    changed = st.builds(_changed, st.sampled_from(sorted(BASES)), st.integers(0, 2**32))
    return st.one_of(changed, changed, documents()).flatmap(lambda made: st.tuples(st.just(made), requests(made)))


def requests(document):
    journeys, lanes = (
        st.none() | st.lists(st.sampled_from([*sorted(table), NOWHERE]), max_size=most, unique=True).map(tuple)
        for table, most in ((document.journeys, 4), (document.lanes, 6))
    )
    return st.builds(
        Request, journeys=journeys, lanes=lanes, paper=st.sampled_from(PAPERS), portrait=st.booleans(),
        language=st.sampled_from((None, "nl", "en")), palette=st.sampled_from(("print", "grey", "contrast")),
        on=st.none() | st.dates(), axis=st.sampled_from(("equal", "true")), margin=st.none() | st.floats(-1, 40),
        distance=st.none() | st.floats(90, 21_000), kind=st.sampled_from(KINDS), findings=st.booleans(),
        notes=st.none() | st.lists(st.sampled_from(NOTES), unique=True).map(tuple),
        bleed=st.just(0.0) | st.floats(0, 20.5) | st.just(float("nan")), marks=st.booleans(),
        tile=st.sampled_from((None, None, None, None, "A4", "A3")), overlap=st.just(10.0) | st.floats(0, 50),
        reading=st.sampled_from(("lane", "phase")), link=st.sampled_from(("", "", "https://voorbeeld.nl", "x" * 301)),
        lens=st.sampled_from(("", "", *LENSES, "x")),
    )  # fmt: skip


TODAY = dt.date(2026, 11, 2)
