"""The lenses: each looks at the study with one question and yields findings, in passes linear in its size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from journeys.analysis.finding import LENSES, Finding
from journeys.analysis.lenses.order import in_order

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
    """What these lenses find: by lens, what asks for action first, the strongest first, then by journey and time."""
    held = sorted(scene.document.mutes.values(), key=lambda mute: mute.id)
    mutes = {(mute.code, frozenset(mute.subjects)): mute for mute in held}
    heard: list[Finding] = []
    muted: list[tuple[Finding, Mute]] = []
    for lens in lenses:
        for found in in_order(scene, _look(scene, lens)):
            mute = mutes.get((found.code, frozenset(found.subjects)))
            if mute is None:
                heard.append(found)
            else:
                muted.append((found, mute))
    return Heard(tuple(heard), tuple(muted))


def _look(scene: Scene, lens: str) -> Iterator[Finding]:
    """Each knows from whom the study was seen, for sentences that name the scope."""
    seen_from = ("scope", scene.scope.party or "")
    for found in import_module(f"journeys.analysis.lenses.{lens}").findings(scene):
        yield replace(found, details=(*found.details, seen_from))
