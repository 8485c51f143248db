"""A phase as a slide: its name, who is there, its steps with their feeling, what was said and what could be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.spots import in_reading_order
from journeys.layout.drawing import Rect
from journeys.layout.slides import beats, cards, emblems, flowlines, legends, lower, phasehead, stickies, strip
from journeys.layout.slides.ground import BOTTOM, TOP
from journeys.layout.slides.portions import portions
from journeys.layout.slides.writing import fitted, put

if TYPE_CHECKING:
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.layout.slides.cards import Card
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Link, Note, Step

    Columns = tuple[tuple[Step, ...], ...]

GAP: Final = 1.0
BETWEEN: Final = 2.2
"""Between two columns of cards: room for the flow."""
UNDER: Final = 0.9
"""Between two cards of one column."""
LEAST_COLUMN: Final = 9.0
WIDEST: Final = 30.0
"""Of a card; in wider ones lines are too long to read from afar."""
CARDS: Final = 0.5
NOTES_AT: Final = 0.55
"""Of the width: the cards where notes stand beside them, and where those begin."""
CARD: Final = 5.6
TALL_CARD: Final = 7.4
HEART: Final = 4.2
HEART_MOST: Final = 8.0
FACE: Final = 2.5
CARD_FACE: Final = 2.2
BACK: Final = 1.9


def layers(ground: Ground) -> list[Layer]:
    """From top to bottom."""
    phase = ground.slide.subject
    here = portions(ground.spot(phase).front)
    part = min(ground.slide.part, len(here))
    columns = here[part - 1]
    area = Rect(ground.left, TOP, ground.room, strip.HIGH)
    made = [ground.layer("strip", 2, lambda pen: strip.draw(pen, ground, area, phase), phase)]
    head = phasehead.plan(ground, phase)
    y = TOP + strip.HIGH + strip.POINTER + 0.7
    made.append(ground.layer("head", 1, lambda pen: phasehead.draw(pen, ground, head, y), phase))
    body = Rect(ground.left, y + head.height + GAP, ground.room, 0)
    body = body._replace(h=BOTTOM - body.y)
    if ground.show.lens:
        body = body._replace(h=body.h - legends.HIGH - 0.4)
        bottom = body._replace(y=body.y + body.h + 0.4, h=legends.HIGH)
        made.append(ground.layer("legend", 9, lambda pen: legends.draw(pen, ground, bottom, columns), phase))
    return made + _body(ground, columns, body, part)


def _body(ground: Ground, columns: Columns, area: Rect, part: int) -> list[Layer]:
    """Cards over heartbeat; the notes below, or beside the cards of a single column."""
    phase = ground.slide.subject
    steps = {step.id: step for column in columns for step in column}
    quote, notes = _noted(ground, steps, first=part == 1)
    back = in_reading_order(ground.spot(phase).back) if part == 1 and ground.shows("backstage") else []
    made: list[Layer] = []
    beside = len(columns) == 1 and not ground.narrow and bool(quote or notes)
    need = _needed(columns, area)
    wanted = max(_wanted(ground, columns), need)
    low = lower.below(ground, quote, notes, area, area.h - wanted - GAP) if not beside else None
    if low is not None and low.height and area.h - low.height - GAP >= need:
        place = area._replace(y=area.y + area.h - low.height, h=low.height)
        made.append(ground.layer("notes", 7, lambda pen: low.draw(pen, ground, place), phase))
        area = area._replace(h=area.h - low.height - GAP)
    if back and area.h - BACK - GAP >= wanted:
        row = area._replace(y=area.y + area.h - BACK, h=BACK)
        made.append(ground.layer("backstage", 6, lambda pen: lower.backstage(pen, ground, back, row), phase))
        area = area._replace(h=area.h - BACK - GAP)
    if not steps:
        return [ground.layer("empty", 3, lambda pen: _empty(pen, ground, area), phase), *made]
    if _crowded(columns, area):
        return [ground.layer("steps", 3, lambda pen: _list(pen, ground, columns, area), phase), *made]
    flow, over = _flow(ground, columns, area, area.w * CARDS if beside else area.w)
    if beside:
        at = area._replace(x=area.x + area.w * NOTES_AT, w=area.w * (1 - NOTES_AT), h=over)
        made.append(ground.layer("notes", 7, lambda pen: lower.beside(pen, ground, quote, notes, at), phase))
    return flow + made


def _crowded(columns: Columns, area: Rect) -> bool:
    """Whether the columns do not stand beside each other."""
    return (area.w - BETWEEN * (len(columns) - 1)) / max(len(columns), 1) < LEAST_COLUMN


def _needed(columns: Columns, area: Rect) -> float:
    """The height that the smallest cards take."""
    tall = max((len(column) for column in columns), default=0)
    tall = sum(map(len, columns)) if _crowded(columns, area) else tall
    return tall * (cards.LEAST + UNDER) + 0.5


def _wanted(ground: Ground, columns: Columns) -> float:
    """The height at which cards tell something besides their title, with the heartbeat under them where that fits."""
    tall = max((len(column) for column in columns), default=0)
    marked = ground.show.lens and any(step.id in (ground.marks or {}) for column in columns for step in column)
    card = (CARD if tall > 1 else TALL_CARD) + (cards.CHIP + 0.4 if marked else 0.0)
    return tall * (card + UNDER) + (HEART + GAP if tall == 1 else 0.0)


def _flow(ground: Ground, columns: Columns, area: Rect, room: float) -> tuple[list[Layer], float]:
    """Cards from left to right, the heartbeat right under them; where it is too full, a face on each card.

    `room`: the width for the cards. Returns how high the part above the heartbeat is, too.
    """
    found = flowlines.links(ground, {step.id for column in columns for step in column})
    felt = ground.shows("heartbeat") and any(step.emotion is not None for column in columns for step in column)
    w = (room - BETWEEN * (len(columns) - 1)) / len(columns)
    wide, said = min(w, WIDEST), flowlines.said(found)
    least = HEART + GAP if felt else 0.0
    made, degree = cards.largest(ground, columns, wide, area.h - least, UNDER, said)
    if felt and (not degree.telling or any(card.title.told for column in made for card in column)):
        least, felt = 0.0, False
        made, _ = cards.largest(ground, columns, wide, area.h, UNDER, said, CARD_FACE)
    tall = max(sum(card.h for card in column) + UNDER * (len(column) - 1) for column in made)
    heart = min(HEART + max(area.h - least - tall, 0.0) * 0.5, HEART_MOST) if felt else 0.0
    over = area.h - heart - (GAP if felt else 0.0)
    places = _places(made, area, w, wide, over)
    edge = ground.w if room == area.w else area.x + area.w * (CARDS + NOTES_AT) / 2
    phase = ground.slide.subject
    layers_ = [ground.layer("steps", 3, lambda pen: _draw(pen, ground, made, places, found, edge), phase)]
    if felt:
        lane = Rect(0.0, area.y + area.h - heart, ground.w, heart)
        layers_.append(ground.layer("heartbeat", 5, lambda pen: _heart(pen, ground, columns, places, lane), phase))
    return layers_, over


def _places(
    made: list[list[Card]], area: Rect, w: float, wide: float, room: float
) -> dict[str, Rect]:  # fmt: skip
    """Where each card stands: its column centred in its share, columns centred in the height."""
    found = {}
    for index, column in enumerate(made):
        x = area.x + index * (w + BETWEEN) + (w - wide) / 2
        tall = sum(card.h for card in column) + UNDER * (len(column) - 1)
        y = area.y + max(room - tall, 0.0) / 2
        for card in column:
            found[card.step.id] = Rect(x, y, card.w, card.h)
            y += card.h + UNDER
    return found


def _draw(
    pen: Pen, ground: Ground, made: list[list[Card]], places: dict[str, Rect], found: list[Link], edge: float
) -> None:  # fmt: skip
    """The lines first, so that they end at the cards; `edge`: as far as they go to the right."""
    flowlines.draw(pen, found, places, edge)
    for column in made:
        for card in column:
            place = places[card.step.id]
            cards.draw(pen, ground, card, place.x, place.y)


def _heart(
    pen: Pen, ground: Ground, columns: Columns, places: dict[str, Rect], area: Rect
) -> None:  # fmt: skip
    felt = []
    for column in columns:
        judged = [step for step in column if step.emotion is not None]
        for index, step in enumerate(judged):
            place = places[step.id]
            felt.append(beats.Felt(step, place.x + place.w * (index + 1) / (len(judged) + 1)))
    before, after = _around(ground, [one.step for one in felt])
    face = min(FACE, area.h * 0.42)
    found, middle = beats.run(felt, area, face, before, after)
    beats.axis(pen, area)
    pen.about = ground.journey.id
    beats.curve(pen, found, middle)
    inside = {one.step.id for one in felt}
    xs = {one.x for one in felt}
    beats.faces(pen, ground, [b for b in found if b.step.id in inside and b.x in xs], middle, face)


def _around(ground: Ground, felt: list[Step]) -> tuple[int | None, int | None]:
    """What was felt just before and just after these steps."""
    ids = {step.id for step in felt}
    order = [(beat.step, beat.emotion) for beat in ground.beats()]
    own = [index for index, (step, _) in enumerate(order) if step in ids]
    if not own:
        return None, None
    before = order[own[0] - 1][1] if own[0] else None
    after = order[own[-1] + 1][1] if own[-1] + 1 < len(order) else None
    return before, after


def _list(pen: Pen, ground: Ground, columns: Columns, area: Rect) -> None:
    """On a narrow stage the cards stand under each other, each with its own face."""
    steps = tuple(step for column in columns for step in column)
    said = flowlines.said(flowlines.links(ground, {step.id for step in steps}))
    (made,), _ = cards.largest(ground, [steps], area.w - 0.8, area.h - 0.5, 0.5, said, CARD_FACE)
    tall = sum(card.h for card in made)
    apart = min(1.4, max((area.h - 0.5 - tall) / max(len(made) - 1, 1), 0.3)) if len(made) > 1 else 0.0
    y = area.y + 0.5
    for card in made:
        if y + card.h > area.y + area.h + 0.05:
            emblems.more(pen, ground, len(made) - made.index(card), area.x, min(y, area.y + area.h - 2.1))
            return
        cards.draw(pen, ground, card, area.x, y)
        y += card.h + apart


def _noted(ground: Ground, steps: dict[str, Step], *, first: bool) -> tuple[Note | None, list[Note]]:
    """The quote to show and the other notes, those of the phase itself with its first slide."""
    found = [n for n in ground.spot(ground.slide.subject).notes if (n.step in steps if n.step else first)]
    quotes = [note for note in stickies.by_importance(found) if note.kind == "quote" and note.text]

    def low(note: Note) -> int:
        emotion = steps[note.step].emotion if note.step else 0
        return 0 if emotion is None else emotion

    others = [note for note in stickies.by_importance(found) if note.kind not in ("quote", "remark") and note.text]
    return min(quotes, key=low, default=None), _mixed(ground, others)


def _mixed(ground: Ground, notes: list[Note]) -> list[Note]:
    """What goes wrong and what could be done take turns, so that a short row tells of both."""
    asked = [note for note in notes if note.kind in ("pain", "need", "question") and ground.shows("needs")]
    offered = [note for note in notes if note.kind in ("opportunity", "idea") and ground.shows("opportunities")]
    found: list[Note] = []
    while asked or offered:
        found += asked[:2] + offered[:1]
        asked, offered = asked[2:], offered[1:]
    return found


def _empty(pen: Pen, ground: Ground, area: Rect) -> None:
    """Nothing filled in: a question to the room."""
    told = ground.say("What happens here?")
    words = fitted(told, "semibold", area.w * 0.8, (2.6, 2.2, 1.8, 1.4, 1.0), 2, ground.say.language, even=True)
    high = min(words.height + 3.4, area.h)
    y = area.y + max((area.h - high) / 2, 0.0)
    middle = area.x + area.w / 2
    if area.h > words.height + 3.4:
        pen.mark("question-mark", middle - 1.2, y, 2.4, "muted")
        y += 3.4
    if area.h >= words.height:
        put(pen, words, middle, y, colour="muted", anchor="middle")
