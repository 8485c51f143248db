"""The lens of structure as a picture: how the steps are known, and how much is loose or missing of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.panels.profiles.bars import Bar, bars, stacked
from journeys.analysis.lenses import structure
from journeys.analysis.reading import reading
from journeys.phrases import capital
from journeys.phrases.lenses.structure import TOLD
from journeys.phrases.terms import EVIDENCE, count_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from journeys.analysis.scene import Scene
    from journeys.i18n import Words

INKS: Final = {"observed": "lens.good", "assumed": "lens.neutral", "proposed": "lens.0"}
MOST: Final = 8


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """Bars of one journey, or of all that count; None while there is not a single step."""
    parts = [_known(context, scene, journey), _kinds(context, scene, journey)]
    return stacked(part for part in parts if part is not None)


def _known(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """The share of what was observed, assumed and proposed."""
    say, held = context.say, by_evidence(scene, journey)
    total = sum(map(len, held.values()))
    rows = []
    for status, word in EVIDENCE.items():
        ids = held.get(status, ())
        if ids:
            share = 100 * len(ids) // total
            words = f"{say('{n}%', n=share)} · {count_of('step', len(ids), say)}"
            rows.append(Bar(capital(say(word)), share, words, ids, INKS[status]))
    return bars(context, say("How the steps are known"), rows, least=0, most=100) if rows else None


def by_evidence(scene: Scene, journey: str | None) -> dict[str, tuple[str, ...]]:
    """Status → steps, in reading order."""
    found: dict[str, list[str]] = {}
    for one in scene.journeys:
        if journey in (None, one.id):
            for step in scene.once(reading)[one.id]:
                found.setdefault(step.evidence.status, []).append(step.id)
    return {status: tuple(ids) for status, ids in found.items()}


def _kinds(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """How often each kind of finding was counted, the most first."""
    held = counted(scene, journey)
    asks = {one.code for one in structure.findings(scene) if one.grade == "act"}
    most = max(map(len, held.values()), default=0)
    rows = [
        Bar(
            context.say(TOLD[code].title),
            len(ids),
            str(len(ids)),
            ids,
            "lens.bad" if code in asks else "lens.neutral",
            _told(code, context.say),
        )
        for code, ids in sorted(held.items(), key=lambda entry: -len(entry[1]))[:MOST]
    ]
    return bars(context, context.say("Loose or missing"), rows, least=0, most=most) if rows else None


def counted(scene: Scene, journey: str | None) -> dict[str, tuple[str, ...]]:
    """Code → everything that findings of that code were counted from; strengths are not among them."""
    found: dict[str, dict[str, None]] = {}
    for one in structure.findings(scene):
        if one.grade != "good" and (journey is None or one.journey in (None, journey)):
            ids = one.numbers[-1].ids if one.numbers else one.subjects[:1]
            found.setdefault(one.code, {}).update(dict.fromkeys(ids))
    return {code: tuple(ids) for code, ids in found.items()}


def _told(code: str, say: Words) -> str:
    why = TOLD[code].why
    return "" if "{" in why else say(why)
