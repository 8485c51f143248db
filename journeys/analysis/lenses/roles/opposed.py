"""Roles that ask opposite things of the government, in one step or one after another in a phase.

Which roles are opposed is a judgement of the makers, after Teeuwen's seven roles and what each of them values; the
reasons are said in `phrases.lenses.roles`. Pairs that merely differ, such as user and voter, are not in the table.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count, ids_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step
    from journeys.model.values import Role

Pair = tuple["Role", "Role"]
OPPOSED: Final[tuple[Pair, ...]] = (
    ("customer", "subject"),
    ("customer", "taxpayer"),
    ("customer", "governor"),
    ("user", "taxpayer"),
    ("subject", "partner"),
    ("subject", "voter"),
)


def pairs_in(roles: Collection[Role]) -> tuple[Pair, ...]:
    """The opposed pairs among these roles."""
    return tuple(pair for pair in OPPOSED if pair[0] in roles and pair[1] in roles) if len(roles) > 1 else ()


def findings(scene: Scene, journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """The steps with an opposed pair; only where there are none, the phases in which the roles of ours do not agree."""
    both = [step for step in steps if pairs_in(step.judgement.roles)]
    if both:
        pairs = tuple(dict.fromkeys(pair for step in both for pair in pairs_in(step.judgement.roles)))
        ids = ids_of(both)
        yield Finding("roles.opposed_step", "look", ids, journey, None, (count("steps", "step", ids),), _named(pairs))
    else:
        ours = [s for s in steps if s.judgement.roles and any(scene.scope.holds(each.party) for each in s.contacts)]
        yield from _phases(journey, ours)


def _phases(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    holders: dict[str, dict[Role, list[str]]] = defaultdict(lambda: defaultdict(list))
    for step in steps:
        for role in step.judgement.roles:
            holders[step.phase][role].append(step.id)
    found = {phase: pairs for phase, roles in holders.items() if (pairs := pairs_in(roles))}
    if found:
        opposed = {phase: {role for pair in pairs for role in pair} for phase, pairs in found.items()}
        phases = tuple(found)
        ids = ids_of(s for s in steps if not opposed.get(s.phase, set()).isdisjoint(s.judgement.roles))
        yield Finding(
            "roles.opposed_phase", "look", (*phases, journey), journey, phases[0] if len(phases) == 1 else None,
            (count("steps", "step", ids),),
            _named(tuple(dict.fromkeys(pair for pairs in found.values() for pair in pairs))),
        )  # fmt: skip


def _named(pairs: Sequence[Pair]) -> tuple[tuple[str, str], ...]:
    """Written as "customer:subject user:taxpayer"."""
    return (("pairs", " ".join(":".join(pair) for pair in pairs)),)
