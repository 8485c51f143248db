"""Deadlines in the lives of the personas: who is there, who hears of them in time, and who is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journeys.analysis import calendar
from journeys.analysis.deadlines import due_day, term_of
from journeys.analysis.finding import MOST_SUBJECTS, Finding, count, ids_of
from journeys.analysis.lenses.time.course import Timing, timings
from journeys.analysis.reading import lived

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journeys.analysis.calendar import Country, Term
    from journeys.analysis.finding import Grade
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Fact, Journey, Step
    from journeys.model.values import Due

SLACK: Final = 5
"""Days by which weekends and holidays may extend a term of which the dates are not known."""

HALF: Final = MOST_SUBJECTS // 2 - 1
"""A finding names so many of a kind: two kinds and one more fit in a mute."""

State = Literal["timely", "late", "unheard", "absent", "missing", "present", "unmapped"]
CODES: Final[Mapping[State, tuple[str, Grade]]] = {
    "late": ("time.late_step", "act"), "unheard": ("time.heard_late", "act"), "missing": ("time.no_step", "look"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duty:
    """A deadline: its last day, from when it can be met, the phase it ends in, and whether it is the scope's own."""

    fact: Fact
    day: int
    since: int | None
    phase: str | None
    own: bool
    slack: int


def duties(scene: Scene) -> tuple[Duty, ...]:
    """Every deadline, the earliest first; ask for `scene.once(duties)`."""
    document = scene.document
    phase_of = {fact: phase for phase, facts in scene.deadlines.items() for fact in facts}
    found = []
    for fact in document.facts.values():
        if fact.due is not None:
            since = fact.from_day
            if since is None and fact.due.count >= 0:
                since = document.moments[fact.due.moment].day
            own = fact.party is None or scene.scope.holds(fact.party)
            day = due_day(document, fact.due)
            found.append(Duty(fact, day, since, phase_of.get(fact.id), own, _slack(scene, fact.due)))
    return tuple(sorted(found, key=lambda duty: (duty.day, duty.fact.text, duty.fact.id)))


def _slack(scene: Scene, due: Due) -> int:
    plain = due.rule == "none" or due.count < 0 or scene.document.study.day0_date is not None
    return 0 if plain else SLACK


def states(scene: Scene) -> dict[tuple[str, str], State]:
    """(fact, journey) → how that journey stands to that deadline; ask for `scene.once(states)`."""
    return {
        (duty.fact.id, journey.id): _state(scene, duty, journey)
        for duty in scene.once(duties)
        for journey in lived(scene)
    }


def _state(scene: Scene, duty: Duty, journey: Journey) -> State:
    timing = scene.once(timings)[journey.id]
    steps = related(scene, duty, timing)
    if any(_timely(scene, duty, step) for step in steps):
        return "timely"
    level = scene.levels[journey.id].get(duty.phase or "", "unmapped")
    if level == "unmapped" and not steps:
        return "unmapped"
    if steps and all(_earliest(scene, step) > duty.day + duty.slack for step in steps):
        return "late"
    if level in ("absent", "backstage") and duty.own and _first_met(scene, timing, duty):
        return "unheard"
    if level == "absent":
        return "absent"
    unknown = duty.fact.party is not None and duty.fact.status == "statutory" and not steps
    return "missing" if unknown and level != "unmapped" else "present"


def related(scene: Scene, duty: Duty, timing: Timing) -> list[Step]:
    """The front steps with the party of the deadline; none when nobody said which party that is."""
    return [scene.document.steps[step] for step in timing.with_party.get(duty.fact.party or "", ())]


def _timely(scene: Scene, duty: Duty, step: Step) -> bool:
    enough = duty.since is None or _latest(scene, step) >= duty.since
    return enough and _earliest(scene, step) <= duty.day + duty.slack


def _first_met(scene: Scene, timing: Timing, duty: Duty) -> bool:
    """Whether the person does meet the scope, but only after the deadline."""
    days = [_earliest(scene, scene.document.steps[step]) for step in timing.met]
    return bool(days) and min(days) > duty.day + duty.slack


def _earliest(scene: Scene, step: Step) -> int:
    return step.day if step.day is not None else scene.periods[step.phase][0]


def _latest(scene: Scene, step: Step) -> int:
    return step.day if step.day is not None else scene.periods[step.phase][1] - 1


def late_steps(scene: Scene, journey: str) -> set[str]:
    """The steps that come after the deadline they are for."""
    return _steps(scene, journey, "late")


def timely_steps(scene: Scene, journey: str) -> set[str]:
    """The steps with which a deadline is met."""
    return _steps(scene, journey, "timely")


def _steps(scene: Scene, journey: str, state: State) -> set[str]:
    known, timing = scene.once(states), scene.once(timings)[journey]
    return {
        step.id
        for duty in scene.once(duties)
        if known.get((duty.fact.id, journey)) == state
        for step in related(scene, duty, timing)
        if state == "late" or _timely(scene, duty, step)
    }


def findings(scene: Scene) -> Iterator[Finding]:
    """What asks for action per deadline; absence per phase, with all deadlines that end there."""
    for duty in scene.once(duties):
        yield from _one(scene, duty)
    yield from _absences(scene)
    yield from _kept(scene)
    yield from _closed(scene)


def _one(scene: Scene, duty: Duty) -> Iterator[Finding]:
    by_state: dict[State, list[Journey]] = {}
    for journey in lived(scene):
        by_state.setdefault(scene.once(states)[duty.fact.id, journey.id], []).append(journey)
    for state, (code, grade) in CODES.items():
        journeys = by_state.get(state)
        if not journeys:
            continue
        steps = tuple(_late(scene, duty, journeys)) if state == "late" else ()
        people = count("personas", "persona", _personas(journeys))
        yield Finding(
            code, grade, (duty.fact.id, *(steps or ids_of(journeys))[:HALF]), _only(journeys),
            duty.phase, (people, count("steps", "step", steps)) if steps else (people,),
            (("party", duty.fact.party or ""), ("day", duty.day)),
        )  # fmt: skip


def _late(scene: Scene, duty: Duty, journeys: Iterable[Journey]) -> Iterator[str]:
    for journey in journeys:
        yield from (step.id for step in related(scene, duty, scene.once(timings)[journey.id]))


def _absences(scene: Scene) -> Iterator[Finding]:
    """Per phase, whatever the number of deadlines and personas: that is one thing to decide about."""
    known = scene.once(states)
    for phase in scene.periods:
        held = [duty for duty in scene.once(duties) if duty.phase == phase]
        absent = {duty.fact.id: [j for j in lived(scene) if known[duty.fact.id, j.id] == "absent"] for duty in held}
        found = [duty for duty in held if absent[duty.fact.id]]
        journeys = {journey.id: journey for duty in found for journey in absent[duty.fact.id]}
        if found:
            facts = tuple(duty.fact.id for duty in found)
            yield Finding(
                "time.deadline_absent", "act" if any(duty.own for duty in found) else "look",
                (phase, *facts[:HALF], *list(journeys)[:HALF]), _only(list(journeys.values())), phase,
                (count("deadlines", "deadline", facts), count("personas", "persona", _personas(journeys.values()))),
            )  # fmt: skip


def _kept(scene: Scene) -> Iterator[Finding]:
    """The scope's own deadlines that everybody of whom we know is in time for."""
    known = scene.once(states)
    found = []
    for duty in scene.once(duties):
        seen = {known[duty.fact.id, journey.id] for journey in lived(scene)} - {"unmapped"}
        if duty.own and seen == {"timely"}:
            found.append(duty.fact.id)
    if found:
        yield Finding(
            "time.in_time", "good", tuple(found[:HALF]), numbers=(count("deadlines", "deadline", tuple(found)),)
        )


def _closed(scene: Scene) -> Iterator[Finding]:
    """With dates: terms that are longer than they seem, or that end when nobody is there; one for each last day."""
    groups: dict[tuple[Term, Country], list[Duty]] = {}
    for duty in scene.once(duties):
        term = term_of(scene.document, duty.fact.due) if duty.fact.due else None
        if duty.fact.due is not None and term is not None:
            country: Country = "nl" if duty.fact.due.rule == "termijnenwet" else scene.document.study.country
            if term.extended or calendar.closed(term.last, country):
                groups.setdefault((term, country), []).append(duty)
    for (term, country), found in groups.items():
        details = (
            ("date", term.bare.toordinal()), ("last", term.last.toordinal()),
            ("holiday", calendar.holiday_on(term.bare, country) or ""),
            ("open", calendar.add_workdays(term.last, -1, country).toordinal()),
        )  # fmt: skip
        code = "time.extended" if term.extended else "time.ends_closed"
        yield Finding(
            code, "look", tuple(duty.fact.id for duty in found[:HALF]), phase=found[0].phase, details=details
        )  # fmt: skip


def _personas(journeys: Iterable[Journey]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(journey.persona for journey in journeys))


def _only(journeys: list[Journey]) -> str | None:
    return journeys[0].id if len(journeys) == 1 else None
