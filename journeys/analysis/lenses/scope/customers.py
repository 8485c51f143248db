"""Whom the study draws (Brandt & Peirs): groups that are left out, and customers inside the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.handovers import handovers
from journeys.analysis.sides import sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.handovers import Handover
    from journeys.analysis.scene import Scene


def findings(scene: Scene) -> Iterator[Finding]:
    """At most one of each, and none as long as nobody is drawn at all."""
    if scene.journeys:
        yield from _groups(scene)
        yield from _internal(scene)
        yield from _colleagues(scene)


KIN: Final = (frozenset({"resident", "non_resident"}), frozenset({"business", "organisation"}))
"""Who draws one of these groups may well have forgotten the other; of the rest nobody can tell from a map."""


def _about(scene: Scene) -> tuple[str, ...]:
    return (scene.scope.party or scene.document.study.id,)


def _groups(scene: Scene) -> Iterator[Finding]:
    """Government may not exclude anyone; which groups close to those drawn have nobody to stand for them?"""
    external = scene.once(sides).external
    drawn = {group: personas for group, personas in external.items() if personas}
    near = {group for kin in KIN if not kin.isdisjoint(drawn) for group in kin}
    missing = [group for group, personas in external.items() if not personas and group in near]
    if missing and drawn:
        people = tuple(persona for personas in drawn.values() for persona in personas)
        yield Finding(
            "scope.groups", "look", _about(scene), None, None, (count("personas", "persona", people),),
            (("drawn", ",".join(drawn)), ("missing", ",".join(missing))),
        )  # fmt: skip


def _internal(scene: Scene) -> Iterator[Finding]:
    """Departments take over from each other, and nobody draws how that is for those who do the work."""
    held = scene.once(sides)
    everyone = (*held.internal.get("internal", ()), *held.external.get("internal", ()))
    behind = any(journey.parent_step is not None for journey in scene.document.journeys.values())
    if everyone or behind:
        return
    inner = [each for each in scene.once(handovers) if each.inside and _among_own(scene, each)]
    takers = tuple(dict.fromkeys(_takers(scene, inner)))
    if takers:
        yield Finding(
            "scope.internal", "look", takers, None, None,
            (
                count("parties", "party", takers),
                count("handovers", "handover", tuple(handover.link for handover in inner)),
            ),
        )  # fmt: skip


def _among_own(scene: Scene, handover: Handover) -> bool:
    """From one part of the scope to another; who only acts for it is no colleague."""
    inside = scene.scope.inside
    return not (inside.isdisjoint(handover.leaves) or inside.isdisjoint(handover.meets))


def _takers(scene: Scene, inner: list[Handover]) -> Iterator[str]:
    """Who of the scope takes over."""
    for handover in inner:
        yield from (party for party in handover.meets if party in scene.scope.inside)


def _colleagues(scene: Scene) -> Iterator[Finding]:
    """Seen from one department the others are outside: those that its own people are handed over to or from."""
    near = set(scene.once(sides).of("colleague"))
    if not near:
        return
    links: dict[str, list[str]] = {}
    for handover in scene.once(handovers):
        if handover.crosses:
            for party in (*handover.leaves, *handover.meets):
                if party in near:
                    links.setdefault(party, []).append(handover.link)
    if links:
        every = tuple(dict.fromkeys(link for found in links.values() for link in found))
        yield Finding(
            "scope.colleagues", "look", _about(scene), None, None,
            (count("parties", "party", tuple(links)), count("handovers", "handover", every)),
        )  # fmt: skip
