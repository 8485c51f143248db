"""Needs of different people in the same phase that may pull in two directions, and on which axis."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.analysis.axes import AxisCode, Pole, leanings
from journeys.edits.notes import ANSWERED
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.document import Document
    from journeys.model.entities import Channel, Journey, Note, Persona

DIGITAL_ICONS: Final = frozenset({"website", "email", "app", "chat", "video"})
PERSONAL_ICONS: Final = frozenset({"desk", "phone", "letter", "home", "person", "practice", "hospital", "event"})
LOW_SKILL: Final = -1


@dataclass(frozen=True, slots=True)
class Voice:
    """One need or question, and whose it is."""

    note: str
    persona: str
    journey: str


@dataclass(frozen=True, slots=True)
class Tension:
    """Voices at both ends of an axis in one phase of journeys of one variant; the two to name come first."""

    axis: AxisCode
    phase: str
    variant: str
    one: tuple[Voice, ...]
    other: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class SkillTension:
    """Somebody asks for it digitally, in a phase that a persona with little digital skill goes through too."""

    phase: str
    variant: str
    voices: tuple[Voice, ...]
    persona: str
    journey: str


_Heard = dict[tuple[str, str, AxisCode], dict[Pole, list[Voice]]]


def tensions(scene: Scene) -> tuple[Tension, ...]:
    """All of them, in the order of journeys and phases; ask for `scene.once(tensions)`."""
    found = []
    for (variant, phase, axis), poles in scene.once(_heard).items():
        pair = _pair(poles.get(0, []), poles.get(1, []))
        if pair is not None:
            one, other = pair
            found.append(Tension(axis, phase, variant, _first(one, poles[0]), _first(other, poles[1])))
    return tuple(found)


def skill_tensions(scene: Scene) -> tuple[SkillTension, ...]:
    """Where words alone do not tell, but a persona's skill or channels do."""
    told = {(each.variant, each.phase) for each in scene.once(tensions) if each.axis == "digital"}
    found = []
    for (variant, phase, axis), poles in scene.once(_heard).items():
        if axis != "digital" or (variant, phase) in told:
            continue
        for journey in _unskilled(scene, variant, phase):
            voices = tuple(voice for voice in poles.get(0, ()) if voice.persona != journey.persona)
            if voices and all(voice.persona != journey.persona for voice in poles.get(0, ())):
                found.append(SkillTension(phase, variant, voices, journey.persona, journey.id))
                break
    return tuple(found)


def is_digital(channel: Channel) -> bool | None:
    """Whether it goes by screen; None where neither symbol nor name tells."""
    if channel.icon in DIGITAL_ICONS:
        return True
    if channel.icon in PERSONAL_ICONS:
        return False
    leaning = leanings(channel.name).get("digital")
    return None if leaning is None else leaning == 0


def shuns_screens(document: Document, persona: Persona) -> bool:
    """Whether the persona has little digital skill, or uses channels and none of them digital."""
    if persona.digital_skill is not None:
        return persona.digital_skill <= LOW_SKILL
    kinds = {is_digital(document.channels[channel]) for channel in persona.channels}
    return bool(kinds) and kinds == {False}


def _heard(scene: Scene) -> _Heard:
    """(variant, phase, axis) → pole → voices, of the needs and questions that were not dropped."""
    found: _Heard = defaultdict(lambda: defaultdict(list))
    for journey in scene.journeys:
        for phase, spot in scene.spots.get(journey.id, {}).items():
            for note in _needs(spot.notes):
                for axis, pole in leanings(note.text).items():
                    found[journey.variant, phase, axis][pole].append(Voice(note.id, journey.persona, journey.id))
    return found


def _needs(notes: list[Note]) -> Iterator[Note]:
    needs = [note for note in notes if note.kind in ANSWERED and note.status != "dropped" and note.text]
    yield from sorted(needs, key=by_order)


def _pair(ones: list[Voice], others: list[Voice]) -> tuple[Voice, Voice] | None:
    """The first two voices of different people; None when one and the same asks for both."""
    return next(((one, other) for one in ones for other in others if one.persona != other.persona), None)


def _first(named: Voice, voices: list[Voice]) -> tuple[Voice, ...]:
    return (named, *(voice for voice in voices if voice != named))


def _unskilled(scene: Scene, variant: str, phase: str) -> Iterator[Journey]:
    """Journeys of those who shun screens and take part in this phase."""
    for journey in scene.journeys:
        spot = scene.spots.get(journey.id, {}).get(phase)
        persona = scene.document.personas[journey.persona]
        if journey.variant == variant and spot is not None and spot.front and shuns_screens(scene.document, persona):
            yield journey
