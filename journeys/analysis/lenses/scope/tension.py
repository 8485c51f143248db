"""Needs of different people in one phase that may not go together (Brandt & Peirs)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, Number, count, ids_of
from journeys.analysis.spots import in_reading_order
from journeys.analysis.tensions import is_digital, shuns_screens, skill_tensions, tensions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Step

LOWEST = -2


def findings(scene: Scene) -> Iterator[Finding]:
    """Per phase and axis one finding, with a need from each end; and where screens shut somebody out."""
    for found in scene.once(tensions):
        one, other = found.one[0], found.other[0]
        notes = tuple(dict.fromkeys(voice.note for voice in (one, other, *found.one, *found.other)))
        yield Finding(
            f"scope.tension_{found.axis}", "look", notes, one.journey, found.phase,
            (count("needs", "note", notes),),
            (("one", one.note), ("one_who", one.persona), ("other", other.note), ("other_who", other.persona)),
        )  # fmt: skip
    for skill in scene.once(skill_tensions):
        notes = tuple(voice.note for voice in skill.voices)
        yield Finding(
            "scope.tension_skill", "look", (*notes[:100], skill.persona), skill.voices[0].journey, skill.phase,
            (count("needs", "note", notes),),
            (("one", notes[0]), ("one_who", skill.voices[0].persona), ("other_who", skill.persona)),
        )  # fmt: skip
    for journey in scene.journeys:
        if shuns_screens(scene.document, scene.document.personas[journey.persona]):
            yield from _digital_only(scene, journey)


def _digital_only(scene: Scene, journey: Journey) -> Iterator[Finding]:
    """Phases in which every way to the scope that is filled in goes by screen."""
    persona = scene.document.personas[journey.persona]
    for phase, spot in scene.spots.get(journey.id, {}).items():
        steps = [step for step in in_reading_order(spot.front) if _meets(scene, step)]
        ways = {way for step in steps for way in _ways(scene, step)}
        if ways == {True}:
            ids = ids_of(steps)
            skill = persona.digital_skill
            numbers = [count("steps", "step", ids)]
            if skill is not None:
                numbers.append(Number("skill", skill, "rating", (persona.id,)))
            yield Finding(
                "scope.digital_only" if skill is not None else "scope.digital_only_channels",
                "act" if skill == LOWEST else "look", (*ids[:100], persona.id), journey.id, phase, tuple(numbers),
            )  # fmt: skip


def _meets(scene: Scene, step: Step) -> bool:
    return any(scene.scope.holds(contact.party) for contact in step.contacts)


def _ways(scene: Scene, step: Step) -> Iterator[bool | None]:
    channels = scene.document.channels
    for contact in step.contacts:
        if scene.scope.holds(contact.party):
            yield is_digital(channels[contact.channel]) if contact.channel is not None else None
