"""Roles that ask opposite things of the government, in one step or one after another in a phase.

Which roles are opposed is a judgement of the makers, after Teeuwen's seven roles and what each of them values; the
reasons are said in `phrases.lenses.roles`. Pairs that merely differ, such as user and voter, are not in the table.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

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


def findings(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Per step with an opposed pair, and per phase with a pair that no step of it holds by itself."""
    told: dict[str, set[Pair]] = defaultdict(set)
    holders: dict[str, dict[Role, list[str]]] = defaultdict(lambda: defaultdict(list))
    for step in steps:
        pairs = pairs_in(step.judgement.roles)
        for role in step.judgement.roles:
            holders[step.phase][role].append(step.id)
        if pairs:
            told[step.phase] |= {*pairs}
            yield Finding("roles.opposed_step", "look", (step.id,), journey, step.phase, details=_named(pairs))
    for phase, roles in holders.items():
        pairs = tuple(pair for pair in pairs_in(roles) if pair not in told[phase])
        if pairs:
            wanted = {id_ for pair in pairs for role in pair for id_ in roles[role]}
            ids = tuple(step.id for step in steps if step.id in wanted)
            yield Finding(
                "roles.opposed_phase", "look", (phase, journey), journey, phase, (count("steps", "step", ids),),
                _named(pairs),
            )  # fmt: skip


def _named(pairs: Sequence[Pair]) -> tuple[tuple[str, str], ...]:
    """Written as "customer:subject user:taxpayer"."""
    return (("pairs", " ".join(":".join(pair) for pair in pairs)),)
