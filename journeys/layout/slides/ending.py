"""The last slide: what the room takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.curve import curve
from journeys.layout.drawing import Rect
from journeys.layout.slides import emblems, lower, severity, stickies
from journeys.layout.slides.gaps import found_in
from journeys.layout.slides.ground import BOTTOM, TITLE, TOP
from journeys.layout.slides.writing import Setting, fitted, heading, line, put
from journeys.phrases.durations import duration
from journeys.phrases.slides import kept_moments
from journeys.phrases.terms import emotion_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analysis.gaps import Gap
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Note

FIGURES: Final = 4.4
GAP: Final = 1.8
CAPTION: Final = 2.4


def layers(ground: Ground) -> list[Layer]:
    """Figures on top; under them the gaps, the opportunities, and what is remembered."""
    title = heading(ground.say("What we take along"), ground.room, (3.6, 3.2, TITLE), ground.say.language)
    y = TOP + title.height
    figures = Rect(ground.left, y, ground.room, FIGURES)
    body = Rect(ground.left, y + FIGURES + 0.9, ground.room, BOTTOM - y - FIGURES - 0.9)
    parts: list[tuple[str, Callable[[Pen, Ground, Rect], None]]] = []
    if found_in(ground):
        parts.append(("gaps", _gaps))
    if _chosen(ground):
        parts.append(("opportunities", _opportunities))
    if ground.beats():
        parts.append(("feeling", _moments))
    made = [
        ground.layer("head", 1, lambda pen: _head(pen, ground, title)),
        ground.layer("figures", 2, lambda pen: _figures(pen, ground, figures)),
    ]
    for number, (name, draw) in enumerate(parts):
        area = _share(ground, body, number, len(parts))
        made.append(ground.layer(name, 3 + number, lambda pen, draw=draw, area=area: draw(pen, ground, area)))  # type: ignore[misc]  # bound at once
    return made


def _share(ground: Ground, area: Rect, number: int, many: int) -> Rect:
    if ground.narrow:
        high = (area.h - GAP * 0.5 * (many - 1)) / many
        return area._replace(y=area.y + number * (high + GAP * 0.5), h=high)
    wide = (area.w - GAP * (many - 1)) / many
    return area._replace(x=area.x + number * (wide + GAP), w=wide)


def _head(pen: Pen, ground: Ground, title: Setting) -> None:
    put(pen, title, ground.left, TOP - 0.4, role="title")


def _figures(pen: Pen, ground: Ground, area: Rect) -> None:
    """How much there is, in large numbers."""
    told = _counted(ground)[: 2 if ground.narrow else 5]
    share = area.w / len(told)
    for index, (n, words, alarming) in enumerate(told):
        x = area.x + index * share
        number = fitted(str(n), "bold", share - 1, (3.0, 2.4, 1.8, 1.2), 1, ground.say.language)
        beside = line(words, "regular", share - number.width - 1.2, 1.1, ground.say.language, 2)
        ink = "presence.gap.text" if alarming and n else "text"
        put(pen, number, x, area.y + (area.h - number.height) / 2, colour=ink)
        put(pen, beside, x + number.width + 0.5, area.y + (area.h - beside.height) / 2, colour="muted")


def _counted(ground: Ground) -> list[tuple[int, str, bool]]:
    say = ground.say
    found = found_in(ground)
    spots = ground.seen.spots.get(ground.journey.id, {}).values()
    steps = sum(len(spot.front) + len(spot.back) for spot in spots)
    gains = len([note for spot in spots for note in spot.notes if note.kind in ("opportunity", "idea")])
    needs = sum(1 for spot in spots for n in spot.notes
                if n.kind in ("need", "question") and n.status == "open" and n.answered_by is None)  # fmt: skip
    return [
        (len(found), say.many("gap", "gaps", len(found)), True),
        (needs, say.many("open need", "open needs", needs), True),
        (gains, say.many("opportunity", "opportunities", gains), False),
        (steps, say.many("step", "steps", steps), False),
        (len(ground.phases), say.many("phase", "phases", len(ground.phases)), False),
    ]


def _caption(pen: Pen, ground: Ground, told: str, area: Rect) -> Rect:
    words = fitted(told, "semibold", area.w, (1.5, 1.3, 1.1, 1.0), 1, ground.say.language)
    pen.box(area.x, area.y, area.w, 0.16, fill="text")
    put(pen, words, area.x, area.y + 0.4, role="heading")
    return area._replace(y=area.y + CAPTION + 0.3, h=area.h - CAPTION - 0.3)


def _gaps(pen: Pen, ground: Ground, area: Rect) -> None:
    """The most severe first."""
    found = sorted(found_in(ground), key=lambda gap: -gap.severity)
    area = _caption(pen, ground, ground.say("Gaps to act on"), area)
    row = 4.4
    fit = max(int((area.h + 0.6) / (row + 0.6)), 1)
    shown = found if len(found) <= fit else found[: max(fit - (0 if fit == 1 else 1), 1)]
    y = area.y
    for gap in shown:
        if y + row > area.y + area.h + 0.1:
            break
        pen.about = gap.phase
        pen.box(area.x, y, area.w, row, fill="presence.gap", radius=0.5)
        name = line(ground.document.phases[gap.phase].name, "bold", area.w - 1.6, 1.3, ground.language)
        put(pen, name, area.x + 0.8, y + 0.45, colour="presence.gap.text")
        words = _of_gap(ground, gap, area.w - 1.6)
        put(pen, words, area.x + 0.8, y + 2.1, colour="presence.gap.text")
        severity.bar(pen, gap.severity, area.x + 0.8, y + 3.5, area.w - 1.6, 0.45)
        pen.target(area.x, y, area.w, row, "phase", gap.phase, "presence")
        pen.about = None
        y += row + 0.6
    if len(shown) < len(found) and y + 2.1 <= area.y + area.h:
        emblems.more(pen, ground, len(found) - len(shown), area.x, y)


def _of_gap(ground: Ground, gap: Gap, room: float) -> Setting:
    """How long and how serious; with fewer words where there is little room."""
    known = [duration(gap.days, ground.say)] if gap.days else []
    full = line(" · ".join([*known, severity.told(ground, gap.severity)]), "regular", room, 1.0, ground.say.language)
    return (
        line(" · ".join([*known, str(gap.severity)]), "regular", room, 1.0, ground.say.language) if full.told else full
    )


def _chosen(ground: Ground) -> list[Note]:
    """Opportunities that were planned or got votes first, then all others."""
    spots = ground.seen.spots.get(ground.journey.id, {}).values()
    every = [note for spot in spots for note in spot.notes
             if note.kind in ("opportunity", "idea") and note.status != "dropped" and note.text]  # fmt: skip
    chosen = {note.id for note in every if note.votes or note.status in ("planned", "done")}
    return sorted(stickies.by_importance(every), key=lambda note: note.id not in chosen)


def _opportunities(pen: Pen, ground: Ground, area: Rect) -> None:
    """All in one type, as many as fit."""
    area = _caption(pen, ground, ground.say("Opportunities"), area)
    y = area.y
    made, more = lower.stack(ground, _chosen(ground), min(area.w, 26.0), area.h)
    for sticky in made:
        stickies.draw(pen, ground, sticky, area.x, y)
        y += sticky.h + stickies.APART
    if more:
        told = ground.say.many("{n} more note", "{n} more notes", more)
        emblems.more(pen, ground, more, area.x, y, told)


def _moments(pen: Pen, ground: Ground, area: Rect) -> None:
    """Beginning, highest, lowest and end: that is what people remember."""
    found = curve(ground.document, ground.journey.id)
    area = _caption(pen, ground, ground.say("What they remember"), area)
    moments = kept_moments(found, ground.say)
    high = min(area.h / max(len(moments), 1), 5.6)
    y, face = area.y, min(3.4, high - 0.5)
    if high < 2.6:
        moments = moments[-2:]
        high = area.h / len(moments)
        face = min(2.4, high - 0.4)
    for word, beat in moments:
        step = ground.document.steps[beat.step]
        pen.about = step.id
        emblems.face(pen, ground, beat.emotion, area.x, y, face, step.title.rstrip("."))
        room, x = area.w - face - 0.8, area.x + face + 0.8
        told = f"{word}: {emotion_word(beat.emotion, ground.say)}"
        down = put(
            pen,
            fitted(told, "semibold", room, (1.45, 1.25, 1.1, 1.0), 2 if high > 3.8 else 1, ground.say.language),
            x,
            y,
        )
        left = y + high - 0.2 - down
        size = 1.1 if left >= 1.37 else 1.0
        most = int(left / (size * 1.24))
        if most and step.title:
            name = fitted(
                step.title, "regular", room, (1.2, 1.0) if most > 1 else (1.0,), min(most, 2), ground.language
            )
            put(pen, name, x, down, colour="muted")
        pen.target(area.x, y, area.w, high - 0.1, "step", step.id, "face")
        pen.about = None
        y += high
