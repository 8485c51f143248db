"""The small heartbeat of a card: the curve through all phases, its lowest and highest face, and the presence below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.analysis.presence import LEVELS
from journeys.layout import heartbeat, marks
from journeys.layout.drawing import Box, Line, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.phrases import terms
from journeys.poster.parts.blocks import MM, Block, Style, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.layout.levels import LevelLook
    from journeys.model.document import Document
    from journeys.model.entities import Step
    from journeys.poster.kinds.personas.profile import Profile

FACE_MM: Final = 5.4
STRIP_MM: Final = 4.2
STRIP_PT: Final = 6.6
NAME_PT: Final = 6.5
LEAST_MM: Final = 18.0
"""The height of the curve with its faces."""
ROOM_MM: Final = 2.2
"""From one dot to the next, at least; where they stand closer only the curve is drawn."""


def heart(document: Document, profile: Profile, width: float, high: float, scale: float, say: Words) -> Block:
    """The curve in bands of equal width, one per phase, so high; under it the presence and the phases' names."""
    block = Block(width)
    found = profile.heart
    if found is None or not found.phases:
        return block
    band, face = width / len(found.phases), FACE_MM * scale
    block.add(*_ground(len(found.phases), band, high, scale))
    points = _places(profile.beats, band, high, face)
    _curve(block, points, scale)
    _faces(block, profile, points, face, say)
    strip = high + 1.2 * scale
    unsaid = _strip(block, document, profile, Rect(0, strip, band, STRIP_MM * scale), scale, say)
    _names(block, document, profile, band, scale)
    _key(block, unsaid, scale, say)
    return block


def _ground(phases: int, band: float, high: float, scale: float) -> list[Line]:
    middle = Line(((0.0, high / 2), (band * phases, high / 2)), "axis", 0.2 * scale)
    borders = (index * band for index in range(1, phases))
    return [middle, *(Line(((x, 0.0), (x, high)), "heartbeat.axis", 0.18 * scale, "dotted") for x in borders)]


def _places(
    beats: Sequence[Sequence[Step]], band: float, high: float, face: float
) -> list[tuple[Step, float, float]]:  # fmt: skip
    """Where each judged step is on the curve."""
    reach = (high - face) / 2
    return [
        (step, band * (phase + (index + 0.5) / len(steps)), high / 2 - reach * (step.emotion or 0) / 2)
        for phase, steps in enumerate(beats)
        for index, step in enumerate(steps)
    ]


def _curve(block: Block, points: Sequence[tuple[Step, float, float]], scale: float) -> None:
    beats = [heartbeat.Beat(step, x, y) for step, x, y in points]
    if len(beats) > 1:
        curve = heartbeat.curve(heartbeat.sloped(beats, None, None))
        block.add(Line(curve, "heartbeat", 0.6 * scale, curved=True, role="figure"))
    dot = 1.7 * scale
    if len(beats) < 2 or (beats[-1].x - beats[0].x) / (len(beats) - 1) >= ROOM_MM * scale:
        block.add(*(Mark("dot", x - dot / 2, y - dot / 2, dot, "heartbeat", role="figure") for _, x, y in points))


def _faces(
    block: Block, profile: Profile, points: Sequence[tuple[Step, float, float]], face: float, say: Words
) -> None:  # fmt: skip
    told = {step.id for step in (profile.lowest, profile.highest) if step is not None}
    for step, x, y in points:
        if step.id in told:
            emotion = step.emotion or 0
            name, role = marks.face(emotion), heartbeat.face_role(emotion)
            words = terms.emotion_word(emotion, say)
            block.add(Mark(name, x - face / 2, y - face / 2, face, role, words, step.id, "figure"))


def _strip(
    block: Block, document: Document, profile: Profile, first: Rect, scale: float, say: Words
) -> list[tuple[LevelLook, str]]:
    """The patterns of the presence strip, each with its sign and, where all of them fit, its word; else those left."""
    phases = profile.heart.phases if profile.heart else ()
    own = own_colour(document)
    looks = [level_look(phase.level, own) for phase in phases]
    words = [terms.level_word(phase.level, say) for phase in phases]
    gap, size, sign = 0.5 * scale, STRIP_PT * scale, first.h * 0.62
    wide = [fonts.width(word, "semibold", size) * MM for word in words]
    room = first.w - gap - sign - 2.2 * scale
    shown = max(wide) <= room
    for index, (look, word, across) in enumerate(zip(looks, words, wide, strict=True)):
        place = Rect(first.x + index * first.w + gap / 2, first.y, first.w - gap, first.h)
        block.add(
            Box(place, look.fill, look.hatch, look.stroke, 0.22 * scale, look.dash, 0.6 * scale, phases[index].phase)
        )
        whole = sign + (0.7 * scale + across if shown else 0.0)
        if whole + 0.8 * scale > place.w:
            continue
        left, top = place.x + (place.w - whole) / 2, place.y + (place.h - sign) / 2
        ground = Rect(left - 0.5 * scale, place.y + 0.5 * scale, whole + scale, place.h - scale)
        block.add(
            *([Box(ground, look.fill, radius=0.5 * scale)] if look.hatch else []),
            Mark(look.mark, left, top, sign, look.words),
        )
        if shown:
            baseline = place.y + place.h / 2 + fonts.CAP_HEIGHT * size * MM / 2
            at = left + sign + 0.7 * scale
            block.add(Text(at, baseline, (word,), size, size * MM, "semibold", look.words, about=phases[index].phase))
    block.height = first.y + first.h
    told = sorted(zip(phases, looks, words, strict=True), key=lambda one: LEVELS.index(one[0].level))
    return [] if shown else [(look, word) for _, look, word in told]


def _key(block: Block, entries: Sequence[tuple[LevelLook, str]], scale: float, say: Words) -> None:
    """What the signs mean, each once, in rows under the names, so that nobody takes them for those."""
    if not entries:
        return
    x, y, sign, style = 0.0, block.height + 1.8 * scale, 2.3 * scale, Style(NAME_PT, colour="muted")
    low = y
    for look, word in dict.fromkeys(entries):
        wide = min(fonts.width(word, "regular", NAME_PT * scale) * MM + 0.1, block.width - sign - scale)
        words = paragraph(word, style, wide, scale, say.language)
        if x and x + sign + 0.8 * scale + wide > block.width:
            x, y = 0.0, low + 0.6 * scale
        swatch = Rect(x, y, sign * 1.5, max(sign, words.height))
        block.add(Box(swatch, look.fill, look.hatch, look.stroke, 0.2 * scale, look.dash, 0.4 * scale))
        side = swatch.h * 0.7
        block.add(Mark(look.mark, x + (swatch.w - side) / 2, y + (swatch.h - side) / 2, side, look.words))
        block.put(words, x + swatch.w + 0.8 * scale, y + (swatch.h - words.height) / 2)
        x, low = x + swatch.w + wide + 3.0 * scale, max(low, y + swatch.h)
    block.height = low


def _names(block: Block, document: Document, profile: Profile, band: float, scale: float) -> None:
    """The phases under their bands, where all of them fit without broken words."""
    names = [document.phases[found.phase].name for found in profile.heart.phases] if profile.heart else []
    style, room = Style(NAME_PT, colour="muted", leading=1.1), band - 1.2 * scale
    widest = max(
        (fonts.width(word, "regular", NAME_PT * scale) * MM for name in names for word in name.split()), default=0
    )
    made = [paragraph(name, style, room, scale, document.study.language, anchor="middle", even=True) for name in names]
    if widest > room or any(len(text.lines) > 2 for one in made for text in one.elements if isinstance(text, Text)):
        return
    top = block.height + 0.9 * scale
    for index, one in enumerate(made):
        block.put(one, index * band + (band - room) / 2, top)


def in_words(document: Document, profile: Profile, say: Words) -> str:
    """For who does not see the curve."""
    low, high, name = profile.lowest, profile.highest, profile.persona.name
    if low is None or profile.heart is None:
        return say("Heartbeat of {name}: not filled in yet.", name=name)
    absent = sum(found.level == "absent" for found in profile.heart.phases)
    told = [say("Heartbeat of {name}: lowest {emotion} at {step}", name=name, **_told(document, low))]
    if high is not None:
        told.append(say("highest {emotion} at {step}", **_told(document, high)))
    scope, every = phrases.the_scope(document, None, say), len(profile.heart.phases)
    without = say.many(
        "{gaps} of {n} phase without {scope}", "{gaps} of {n} phases without {scope}", every, gaps=absent, scope=scope
    )
    told.append(without)
    return f"{', '.join(told)}."


def _told(document: Document, step: Step) -> dict[str, str]:
    return {"emotion": terms.signed(step.emotion or 0), "step": step.title or document.phases[step.phase].name}
