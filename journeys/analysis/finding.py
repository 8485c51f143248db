"""What a lens found: a code, what it is about, and numbers that can be traced to what they were counted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.model.entities import Entity, Step

Lens = Literal["scope", "roles", "value", "question", "time", "heartbeat", "structure"]
LENSES: Final[tuple[Lens, ...]] = get_args(Lens)
Grade = Literal["act", "look", "good"]
GRADES: Final[tuple[Grade, ...]] = ("act", "look", "good")
"""Asks for action, is worth a look, or is a strength to keep."""
Unit = Literal[
    "step", "phase", "persona", "journey", "party", "note", "need", "pain", "opportunity", "question", "quote", "link",
    "handover", "fact", "deadline", "moment", "time", "day", "workday", "percent", "rating", "point",
    "gesture", "message",
]  # fmt: skip
"""What a number counts. "time" is how many times something happens."""


MOST_SUBJECTS: Final = 200
"""So many a mute can hold: a finding about more of them names the first."""


def known(lens: str | None) -> Lens | None:
    """The lens of this code; None for one that only another program has: a study may come from anywhere."""
    return next((one for one in LENSES if one == lens), None)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a finding. `ids`: every entity it was counted from, in reading order.

    `code` is its name in the sentence. A count equals the number of its ids; days, shares and ratings do not.
    """

    code: str
    value: int
    unit: Unit
    ids: tuple[str, ...] = ()


def ids_of(entities: Iterable[Entity]) -> tuple[str, ...]:
    """Their ids, in this order."""
    return tuple([entity.id for entity in entities])


def count(code: str, unit: Unit, ids: tuple[str, ...]) -> Number:
    """How many there are of these."""
    return Number(code, len(ids), unit, ids)


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` starts with its lens: "structure.dead_end". `subjects`: the ids it is about, the first to jump to.

    `journey` and `phase` say where; None is the whole study. `details` are what the sentence names besides numbers:
    codes and ids by name. Two findings of one code never have the same subjects: that is how a mute knows them.
    """

    code: str
    grade: Grade
    subjects: tuple[str, ...]
    journey: str | None = None
    phase: str | None = None
    numbers: tuple[Number, ...] = ()
    details: tuple[tuple[str, str | int], ...] = ()

    def __post_init__(self) -> None:
        if len(self.subjects) > MOST_SUBJECTS:
            object.__setattr__(self, "subjects", self.subjects[:MOST_SUBJECTS])

    @property
    def lens(self) -> str:
        """The lens that found it."""
        return self.code.partition(".")[0]

    def number(self, code: str) -> Number:
        """The number with this name."""
        return next(number for number in self.numbers if number.code == code)

    def detail(self, name: str) -> str | int | None:
        """What the sentence names under this name; None when it names none."""
        return dict(self.details).get(name)


def about_steps(code: str, grade: Grade, journey: str, steps: Iterable[Step]) -> Iterator[Finding]:
    """A finding about these steps of a journey that says how many there are; none when there are none."""
    ids = ids_of(steps)
    if ids:
        yield Finding(code, grade, ids, journey, numbers=(count("steps", "step", ids),))
