"""Values inside entities: evidence, contacts, durations, judgements and deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from journeys.model.fields import Body, Id, Many, Rating, Ref, Strength, Title, Whole

Status = Literal["observed", "assumed", "proposed"]
Unit = Literal["hour", "day", "workday", "week", "month"]
Role = Literal["customer", "user", "subject", "voter", "taxpayer", "partner", "governor"]
Direction = Literal["leadership", "hr", "culture", "systems", "quality"]
Side = Literal["person", "organisation", "society"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How we know something, and from which sources."""

    status: Status = "assumed"
    sources: Annotated[tuple[Annotated[Id, Ref("source")], ...], Many(200)] = ()
    note: Body = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the person meets in a step, how, and for whom that party passes something on."""

    party: Annotated[Id, Ref("party")] | None = None
    channel: Annotated[Id, Ref("channel")] | None = None
    passes_on_for: Annotated[Id, Ref("party")] | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """From `least` to `most` of one unit; workdays are never turned into hours."""

    least: Annotated[int, Whole(0, 100_000)]
    most: Annotated[int, Whole(0, 100_000)]
    unit: Unit = "day"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the lenses need to know of a step; None means not judged."""

    roles: Annotated[tuple[Role, ...], Many(7)] = ()
    value_individual: Rating | None = None
    value_collective: Rating | None = None
    value_reason: Body = ""
    practical: Strength | None = None
    emotional: Strength | None = None
    performance: Rating | None = None
    customisation: Rating | None = None
    experience: Rating | None = None
    process: Rating | None = None
    environment: Rating | None = None
    people: Rating | None = None
    direction: Direction | None = None
    speed: Rating | None = None
    punctuality: Rating | None = None
    correctness_equality: Rating | None = None
    clarity: Rating | None = None
    cost: Rating | None = None
    burden: Rating | None = None
    data_asked: Annotated[tuple[Title, ...], Many(100)] = ()
    waiting: Duration | None = None
    supplier: Side | None = None
    beneficiary: Side | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: `count` units after a moment, or before it when negative; `basis` names the law or custom.

    `rule`: what happens when it ends on a closed day. `next_workday` shifts that day, as Belgian law does;
    `termijnenwet` is the Dutch act, which also sees to two working days. Without dates it counts in plain days.
    """

    moment: Annotated[Id, Ref("moment", "drop")]
    count: Annotated[int, Whole(-1_000_000, 1_000_000)]
    unit: Literal["day", "workday", "week", "month"] = "day"
    rule: Literal["none", "next_workday", "termijnenwet"] = "none"
    basis: Title = ""
