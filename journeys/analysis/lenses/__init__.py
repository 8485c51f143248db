"""The lenses: each looks at the study with one question and yields findings, in passes linear in its size."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from journeys.analysis.finding import GRADES, LENSES, Finding
from journeys.analysis.reading import every_journey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Mute


@dataclass(frozen=True, slots=True)
class Heard:
    """The findings, and those that the team does not want to hear again, each with its mute."""

    findings: tuple[Finding, ...]
    muted: tuple[tuple[Finding, Mute], ...] = ()

    def about(self, journey: str | None) -> tuple[Finding, ...]:
        """Those of one journey and those of the whole study."""
        return tuple(found for found in self.findings if found.journey in (None, journey))


def findings(scene: Scene, lenses: Iterable[str] = LENSES) -> Heard:
    """What these lenses find: by lens, what asks for action first, then in the order of journeys and time."""
    held = sorted(scene.document.mutes.values(), key=lambda mute: mute.id)
    mutes = {(mute.code, frozenset(mute.subjects)): mute for mute in held}
    heard: list[Finding] = []
    muted: list[tuple[Finding, Mute]] = []
    for lens in lenses:
        for found in _in_order(scene, _look(scene, lens)):
            mute = mutes.get((found.code, frozenset(found.subjects)))
            if mute is None:
                heard.append(found)
            else:
                muted.append((found, mute))
    return Heard(tuple(heard), tuple(muted))


def _look(scene: Scene, lens: str) -> Iterator[Finding]:
    yield from import_module(f"journeys.analysis.lenses.{lens}").findings(scene)


def _in_order(scene: Scene, found: Iterable[Finding]) -> list[Finding]:
    place = {journey: index for index, journey in enumerate(scene.once(every_journey))}
    far = len(place)

    def order(one: Finding) -> tuple[int, int, int]:
        start = scene.periods[one.phase][0] if one.phase in scene.periods else 10**6
        return GRADES.index(one.grade), place.get(one.journey or "", far), start

    return sorted(found, key=order)
