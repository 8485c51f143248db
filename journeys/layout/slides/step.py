"""One step of the walk along with the persona: what happens, what they say, how it feels, and whom they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import marks
from journeys.layout.card import contact_words
from journeys.layout.drawing import Rect
from journeys.layout.slides import beats, emblems, stickies, strip
from journeys.layout.slides.cards import STAR
from journeys.layout.slides.ground import BOTTOM, TITLE, TOP
from journeys.layout.slides.writing import Setting, fitted, line, put
from journeys.model.document import place_of
from journeys.phrases.lenses import signs
from journeys.phrases.terms import as_said, capital, emotion_word

if TYPE_CHECKING:
    from journeys.layout.drawing import Layer
    from journeys.layout.heartbeat import Beat
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Note, Step

TITLES: Final = (5.2, 4.6, 4.0, 3.5, 3.0, TITLE)
ONE_LINE: Final = 3.5
"""Down to this size a title rather stands on one line."""
QUOTES: Final = (3.2, 2.8, 2.5, 2.2, 2.0, 1.8, 1.6, 1.4, 1.2)
BODIES: Final = (2.0, 1.7, 1.5, 1.35, 1.2)
FACE: Final = 8.0
LEAST_FACE: Final = 4.0
CONTACT: Final = 4.0
"""The room that one contact takes, at most; for several of them the face is smaller."""
ROAD: Final = 6.6
ASIDE: Final = 0.34


class Said(NamedTuple):
    """What is said here, whose note it is, and the words."""

    about: str
    kind: str
    words: str


def layers(ground: Ground) -> list[Layer]:
    """Words at the left, face and contact at the right, the road travelled below."""
    step = ground.document.steps[ground.slide.subject]
    road = Rect(ground.left, BOTTOM - ROAD, ground.room, ROAD)
    where = Rect(ground.left, TOP, ground.room, strip.HIGH)
    top = TOP + strip.HIGH + strip.POINTER + 0.8
    if ground.narrow:
        low = 7.5
        words = Rect(ground.left, top, ground.room, road.y - low - top - 0.6)
        aside = Rect(ground.left, road.y - low, ground.room, low - 0.6)
    else:
        wide = min(ground.room * ASIDE, 24.0)
        words = Rect(ground.left, top, ground.room - wide - 2.4, road.y - top - 1.0)
        aside = Rect(ground.left + ground.room - wide, top, wide, road.y - top - 1.0)
    return [
        ground.layer("strip", 2, lambda pen: strip.draw(pen, ground, where, step.phase), step.phase),
        ground.layer("words", 1, lambda pen: _words(pen, ground, step, words), step.phase),
        ground.layer("feeling", 3, lambda pen: _aside(pen, ground, step, aside), step.phase),
        ground.layer("heartbeat", 5, lambda pen: _road(pen, ground, step, road), step.phase),
    ]


def _words(pen: Pen, ground: Ground, step: Step, area: Rect) -> None:
    """Title, what happens, and the quote as large as the room allows."""
    y = _eyebrow(pen, ground, step, area)
    pen.about = step.id
    shown = step.title or ground.say("Without a title")
    said = _said(ground, step)
    sizes = TITLES[2:] if said else TITLES
    title = fitted(shown, "bold", area.w, [size for size in sizes if size >= ONE_LINE], 1, ground.language)
    if title.told:
        title = fitted(shown, "bold", area.w, sizes, 2, ground.language, even=True)
    if title.told and area.h > 14:
        title = fitted(shown, "bold", area.w, TITLES[-1:], 4, ground.language, even=True)
    top = y
    y = put(pen, title, area.x, y, role="title")
    body = fitted(step.body, "regular", area.w, BODIES[2:] if said else BODIES, 3, ground.language)
    if body.lines and y + 0.5 + body.height <= area.y + area.h:
        y = put(pen, body, area.x, y + 0.5)
    pen.target(area.x, top, area.w, max(y - top, 1.0), "step", step.id, "card", place_of(step))
    pen.about = None
    low = area.y + area.h
    if said is not None and low - y > 3.2:
        y = _quote(pen, ground, said, Rect(area.x, y + 1.2, area.w, low - y - 1.2))
    _notes(pen, ground, step, Rect(area.x, y + 1.0, area.w, low - y - 1.0))


def _eyebrow(pen: Pen, ground: Ground, step: Step, area: Rect) -> float:
    """The persona and the phase; a star for a moment of truth."""
    emblems.disc(pen, ground, area.x, area.y, 1.8)
    order, number = ground.front, ground.numbers.get(step.id)
    told = f"{ground.persona.name} · {ground.document.phases[step.phase].name}"
    if number is not None:
        told += " · " + ground.say("step {n} of {total}", n=number, total=len(order))
    star = STAR + 0.6 if step.moment_of_truth else 0.0
    words = line(told, "semibold", area.w - 2.4 - star, 1.1, ground.language)
    put(pen, words, area.x + 2.4, area.y + (1.8 - words.height) / 2, colour="muted")
    if star:
        x = area.x + 2.4 + words.width + 0.6
        pen.about = step.id
        pen.box(x, area.y, STAR, STAR, fill="moment.fill", stroke="moment", width=0.1, radius=STAR / 2)
        pen.mark("star", x + 0.35, area.y + 0.3, STAR - 0.7, "moment", ground.say("Moment of truth"), "figure")
        pen.about = None
    return area.y + 2.5


def _said(ground: Ground, step: Step) -> Said | None:
    """The quote of this step; at the first step else what the persona says of it all."""
    notes = [note for note in ground.spot(step.phase).notes if note.step == step.id and note.kind == "quote"]
    best = next((note for note in stickies.by_importance(notes) if note.text), None)
    if best is not None:
        return Said(best.id, "note", best.text)
    if ground.persona.quote and ground.front[:1] == [step]:
        return Said(ground.persona.id, "persona", ground.persona.quote)
    return None


def _quote(pen: Pen, ground: Ground, said: Said, area: Rect) -> float:
    words = Setting((), 1.0, "italic", area.w)
    for size in QUOTES:
        most = max(int(area.h / (size * 1.24)), 1)
        told = as_said(said.words, ground.say)
        words = fitted(told, "italic", area.w - 1.5, (size,), min(most, 4), ground.language, even=True)
        if not words.told:
            break
    pen.about = said.about
    pen.box(area.x, area.y + 0.25, 0.35, max(words.height - 0.3, 0.5), fill=ground.look.own, radius=0.17)
    down = put(pen, words, area.x + 1.5, area.y)
    part = "note" if said.kind == "note" else "persona"
    pen.target(area.x, area.y, min(words.width + 1.5, area.w), max(words.height, 1.0), said.kind, said.about, part)
    pen.about = None
    return down


def _notes(pen: Pen, ground: Ground, step: Step, area: Rect) -> None:
    """Needs, pains and opportunities of this step, as far as there is room."""
    if area.h < 4.6:
        return
    notes: list[Note] = [
        note for note in ground.spot(step.phase).notes
        if note.step == step.id and note.kind not in ("quote", "remark") and note.text
    ]  # fmt: skip
    row = stickies.row(ground, stickies.by_importance(notes), area.w, min(area.h, 7.5))
    stickies.draw_row(pen, ground, row, area._replace(y=area.y + area.h - row.height))


def _aside(pen: Pen, ground: Ground, step: Step, area: Rect) -> None:
    """Face, contact, or that nobody is there; a picture where the step has one."""
    if ground.narrow:
        size = 4.0 if step.emotion is not None else 0.0
        if size:
            _face(pen, ground, step, area.x, area.y, size)
            area = area._replace(x=area.x + size + 1.0, w=area.w - size - 1.0)
        _contacts(pen, ground, step, area)
        return
    y = area.y
    image = ground.document.images.get(step.image or "")
    if image is not None:
        high = min(area.w * image.height_px / image.width_px, area.h * 0.45)
        wide = min(high * image.width_px / image.height_px, area.w)
        pen.about = step.id
        pen.photo(area.x + (area.w - wide) / 2, y, wide, max(wide * image.height_px / image.width_px, 0.2), image.id,
                  image.alt or image.caption)  # fmt: skip
        pen.about = None
        y += high + 0.8
    if step.emotion is not None:
        left = area.h - 2.6 - CONTACT * max(len(step.contacts), step.nobody)
        size = 4.0 if image is not None else max(min(FACE, area.h * 0.45, left), LEAST_FACE)
        _face(pen, ground, step, area.x + (area.w - size) / 2, y, size)
        word = line(capital(emotion_word(step.emotion, ground.say)), "semibold", area.w, 1.4, ground.say.language)
        put(pen, word, area.x + area.w / 2, y + size + 0.3, anchor="middle")
        y += size + 2.6
    _contacts(pen, ground, step, Rect(area.x, y, area.w, area.y + area.h - y))


def _face(pen: Pen, ground: Ground, step: Step, x: float, y: float, size: float) -> None:
    pen.about = step.id
    emblems.face(pen, ground, step.emotion or 0, x, y, size, step.title.rstrip("."))
    pen.target(x, y, size, size, "step", step.id, "face", place_of(step))
    pen.about = None


def _contacts(pen: Pen, ground: Ground, step: Step, area: Rect) -> None:
    """How and with whom; "nobody" in a frame that cannot be overlooked."""
    y, low = area.y, area.y + area.h
    pen.about = step.id
    if step.nobody:
        y = _nobody(pen, ground, step, area)
    for index, contact in enumerate(step.contacts):
        own = contact.party in ground.look.scope.inside
        channel = ground.look.channels.get(contact.channel or "")
        words = fitted(
            contact_words(contact, ground.look), "semibold", area.w - 4.4, (1.4, 1.2, 1.0), 2, ground.language
        )
        high = max(words.height + 0.9, 2.8)
        if y + high > low:
            rest = len(step.contacts) - index
            if low - y >= 2.1:
                emblems.more(pen, ground, rest, area.x, y)
            y = low
            break
        fill, ink, mark = (f"{ground.look.own}.fill", f"{ground.look.own}.on", f"{ground.look.own}.on") if own else (
            "card.fill", "card.text", ground.look.colour(contact.party))  # fmt: skip
        pen.box(area.x, y, area.w, high, fill=fill, stroke=None if own else "card.stroke", width=0.1, radius=0.7)
        sign = marks.channel(channel.icon) if channel else "dot"
        pen.mark(sign, area.x + 0.8, y + (high - 1.7) / 2, 1.7, mark)
        put(pen, words, area.x + 3.3, y + (high - words.height) / 2, colour=ink)
        pen.target(area.x, y, area.w, high, "step", step.id, "contact", place_of(step))
        y += high + 0.5
    pen.about = None
    _lens(pen, ground, step, Rect(area.x, y, area.w, low - y))


def _nobody(pen: Pen, ground: Ground, step: Step, area: Rect) -> float:
    """Strong where it hurts, calm where it does not."""
    hurts = step.emotion is not None and step.emotion < 0
    ink = "presence.gap.text" if hurts else "muted"
    words = fitted(
        ground.say("Nobody is there"), "bold", area.w - 4.6, (2.0, 1.7, 1.4, 1.2, 1.0), 2, ground.say.language
    )
    high = min(words.height + 1.4, area.h)
    pen.box(area.x, area.y, area.w, high, fill="presence.gap" if hurts else None,
            stroke="presence.gap.stroke" if hurts else "line", width=0.2, dash="dashed", radius=0.7)  # fmt: skip
    pen.mark("question-mark", area.x + 0.9, area.y + (high - 1.9) / 2, 1.9, ink)
    put(pen, words, area.x + 3.6, area.y + (high - words.height) / 2, colour=ink)
    pen.target(area.x, area.y, area.w, high, "step", step.id, "contact", place_of(step))
    return area.y + high + 0.5


def _lens(pen: Pen, ground: Ground, step: Step, area: Rect) -> None:
    """What the lens says of the step, in words."""
    y = area.y
    for mark in (ground.marks or {}).get(step.id, ()) if ground.show.lens else ():
        words = line(signs.words(ground.show.lens, mark.code, ground.say), "semibold", area.w - 1.6, 1.1,
                     ground.say.language)  # fmt: skip
        if y + 1.8 > area.y + area.h:
            return
        pen.box(area.x, y, min(words.width + 1.4, area.w), 1.7, fill=mark.ink, stroke=f"{mark.ink}.edge", width=0.1,
                radius=0.4)  # fmt: skip
        put(pen, words, area.x + 0.7, y + 0.17, colour=f"{mark.ink}.on")
        y += 2.1


def _road(pen: Pen, ground: Ground, step: Step, area: Rect) -> None:
    """The whole heartbeat, faint; as far as it was lived until this step it is bright."""
    order = ground.front
    if step.id not in ground.numbers:
        return
    place = {one.id: area.x + area.w * (index + 0.5) / len(order) for index, one in enumerate(order)}
    felt = [beats.Felt(one, place[one.id]) for one in order if one.emotion is not None]
    face = 2.4
    inner = area._replace(y=area.y + 0.2, h=area.h - 0.6)
    found, middle = beats.run(felt, inner, face)
    beats.axis(pen, inner)
    pen.about = ground.journey.id
    beats.curve(pen, found, middle, "line", beats.FAINT)
    lived = [beat for beat in found if beat.x <= place[step.id] + 0.01]
    beats.curve(pen, lived, middle)
    pen.about = None
    for beat in beats.seen_apart([beat for beat in found if beat.x > place[step.id]]):
        pen.mark("dot", beat.x - 0.3, beat.y + middle - 0.3, 0.6, "line")
    past = [beat for beat in lived if beat.step.id != step.id]
    now = [beat for beat in lived if beat.step.id == step.id]
    beats.faces(pen, ground, past, middle, 1.5, _clear(past, now))
    beats.faces(pen, ground, now, middle, face)
    if not now:
        x = place[step.id]
        pen.mark("ring", x - 0.7, middle - 0.7, 1.4, "text")


def _clear(past: list[Beat], now: list[Beat]) -> set[str]:
    """The faces lived so far that do not touch each other nor the present one."""
    shown = beats.spaced([*now, *past], 1.5, [beat.step.id for beat in now])
    return shown - {beat.step.id for beat in now if beat.x}
