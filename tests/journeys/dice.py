"""Draws from Hypothesis's strategies with a plain generator: no shrinking, but ten times as fast."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis.strategies._internal import collections, core, datetime, lazy, misc, numbers, strategies

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

TRIES = 50
DAYS = (dt.date(1990, 1, 1).toordinal(), dt.date(2060, 1, 1).toordinal())


class Dice:
    """Stands in for `st.data()`: what it draws follows from its seed alone."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def draw(self, strategy: SearchStrategy, label: str = "") -> Any:
        return throw(strategy, self)


@singledispatch
def throw(strategy: SearchStrategy, dice: Dice) -> Any:
    """A value of this strategy."""
    raise NotImplementedError(f"no dice for {type(strategy).__name__}")


@throw.register
def _(strategy: lazy.LazyStrategy, dice: Dice) -> Any:
    return throw(strategy.wrapped_strategy, dice)


@throw.register
def _(strategy: core.DataStrategy, dice: Dice) -> Any:
    return dice


@throw.register
def _(strategy: strategies.SampledFromStrategy, dice: Dice) -> Any:
    return _passed(strategy, lambda: dice.chance.choice(strategy.elements))


@throw.register
def _(strategy: strategies.FilteredStrategy, dice: Dice) -> Any:
    for _try in range(TRIES):
        value = throw(strategy.filtered_strategy, dice)
        if all(condition(value) for condition in strategy.flat_conditions):
            return value
    raise LookupError("nothing passes the filter")


@throw.register
def _(strategy: strategies.OneOfStrategy, dice: Dice) -> Any:
    return throw(dice.chance.choice(strategy.element_strategies), dice)


@throw.register
def _(strategy: misc.JustStrategy, dice: Dice) -> Any:
    return strategy.value


@throw.register
def _(strategy: misc.BooleansStrategy, dice: Dice) -> bool:
    return dice.chance.random() < 0.5


@throw.register
def _(strategy: numbers.IntegersStrategy, dice: Dice) -> int:
    return dice.chance.randint(strategy.start, strategy.end)


@throw.register
def _(strategy: datetime.DateStrategy, dice: Dice) -> dt.date:
    return dt.date.fromordinal(dice.chance.randint(*DAYS))


@throw.register
def _(strategy: collections.ListStrategy, dice: Dice) -> list[Any]:
    """Also of lists whose values differ, as far as there are enough of them."""
    most = min(strategy.max_size, strategy.min_size + 5)
    wanted, made = dice.chance.randint(strategy.min_size, int(most)), []
    different = isinstance(strategy, collections.UniqueListStrategy)
    for _try in range(wanted * TRIES):
        if len(made) == wanted:
            break
        value = throw(strategy.element_strategy, dice)
        if not (different and value in made):
            made.append(value)
    return made


def _passed(strategy: Any, draw: Any) -> Any:
    """Sampled values carry the filters and mappings that were put on them."""
    for _try in range(TRIES):
        value = strategy._transform(draw(), data=None)
        if value is not strategies.filter_not_satisfied:
            return value
    raise LookupError("nothing passes the filter")
