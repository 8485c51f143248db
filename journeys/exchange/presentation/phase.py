"""A phase of a journey: its steps in their flow, how they feel, what was noted, and how present the scope is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.analysis.spots import in_reading_order
from journeys.exchange.presentation import arranging, behind, cards, stickies
from journeys.exchange.presentation import spoken as said
from journeys.exchange.presentation.deck import BOTTOM, ROOM, SIDE, W, page, spoken
from journeys.exchange.presentation.drawn import curve, face, joined, mark, rule
from journeys.exchange.presentation.look import presence
from journeys.exchange.presentation.measure import cut, fits_in
from journeys.exchange.presentation.shapes import Look, box, para, titled, words
from journeys.layout import heartbeat
from journeys.layout.drawing import Rect
from journeys.layout.slides import beats
from journeys.phrases.dates import period_whole
from journeys.phrases.gaps import headline, reach_sentence
from journeys.phrases.terms import capital, level_label, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Journey, Note, Phase, Step

    Columns = tuple[tuple[Step, ...], ...]

TOP: Final = 46.0
"""Where the steps begin."""
FACE: Final = 12.0
NAME: Final = 44
"""Characters of a phase's name on the slides that follow it."""


def slides(deck: Deck, told: Telling, journey: Journey, place: Phase) -> None:
    """One for each share of the phase's steps; what is left of the notes follows on slides of its own."""
    spot = told.spot(journey.id, place.id)
    shares, back = arranging.shared(spot.front), in_reading_order(spot.back)
    left: list[Note] = []
    rows: list[list[Step]] = []
    for part, columns in enumerate(shares, 1):
        made = page(deck)
        _head(made, told, journey, place, _named(told, place, part, len(shares)))
        first = part == 1
        loose = [note for note in spot.notes if note.step is None] if first else []
        loose += [note for step in back for note in told.at(step)] if first else []
        chips, rows = behind.chips(told, back) if first else ([], rows)
        left += _body(made, told, journey, columns, loose, chips)
        _progress(made, told, place)
        shown = [step for column in columns for step in column] + (back if first else [])
        spoken(made, said.of_phase(told, journey, place, shown, first=first))
    stickies.slides(deck, told, left, lambda _: told.say("{phase}: more notes", phase=shortened(place.name, NAME)))
    for number, some in enumerate(rows, 1):
        behind.slide(deck, told, place, some, number)


def _named(told: Telling, place: Phase, part: int, parts: int) -> str:
    if parts == 1:
        return place.name
    return told.say("{phase} ({part} of {parts})", phase=place.name, part=part, parts=parts)


# The head


def _head(made: Page, told: Telling, journey: Journey, place: Phase, title: str) -> None:
    """Name and period, whose journey, and at the right how present the scope is."""
    level = told.level(journey.id, place.id)
    aside = 92.0 if level else 0.0
    room = ROOM - aside - (8 if aside else 0)
    size = fits_in(title, room, 1, (32, 30, 28, 26, 24, 22, 20), bold=True)
    period = period_whole(told.scene.periods[place.id], told.document.study.day0_date, told.say) if place.dated else ""
    text = " · ".join(part for part in (told.who(journey), period) if part)
    titled(made, Rect(SIDE, 13, room, 21), cut(title, size, room, 1, bold=True), size, under=cut(text, 15, room, 1))
    if level is None:
        return
    gap = next((one for one in told.gaps if (one.journey, one.phase) == (journey.id, place.id)), None)
    label = headline(gap, told.document, told.say) if gap else capital(level_label(level, told.scope, told.say))
    presence(made, told, level, Rect(W - SIDE - aside, 14, aside, 13), sizes=(16, 15, 14, 13, 12), says=label)
    more = reach_sentence(gap, told.document, told.say) if gap else _reason(told, journey, place)
    if more:
        words(made, Rect(SIDE, 35, ROOM, 7), (para(cut(more, 14, ROOM, 1), 14, ours=bool(gap)),), name=more)


def _reason(told: Telling, journey: Journey, place: Phase) -> str:
    """Why the absence is deliberate."""
    if told.level(journey.id, place.id) != "deliberate":
        return ""
    scope = told.scene.scope.party
    found = (one for one in told.document.stances.values()
             if (one.journey, one.phase, one.scope) == (journey.id, place.id, scope))  # fmt: skip
    return next((one.reason for one in found), "")


def _progress(made: Page, told: Telling, place: Phase) -> None:
    """Which phase this is, of all."""
    count = len(told.phases)
    wide = ROOM / count
    for index, phase in enumerate(told.phases):
        here = phase.id == place.id
        area = Rect(SIDE + index * wide, 7.0 if here else 7.5, wide - min(1.2, wide / 4), 2.6 if here else 1.6)
        text = told.say("Phase {n} of {total}", n=index + 1, total=count) if here else ""
        box(made, area, Look("own.fill" if here else "presence.unmapped.stroke", radius=0.8), name=phase.name,
            alt=text)  # fmt: skip


# The body


def _body(
    made: Page, told: Telling, journey: Journey, columns: Columns, loose: list[Note], chips: list[tuple[Step, Rect]]
) -> list[Note]:  # fmt: skip
    """From top to bottom; returns the notes for which there was no room."""
    low = BOTTOM - (max(area.y + area.h for _, area in chips) + arranging.GAP + behind.LABEL if chips else 0.0)
    area = Rect(SIDE, TOP, ROOM, low - TOP)
    rest = _flow(made, told, journey, columns, loose, area) if columns else _empty(made, told, loose, area)
    if chips:
        behind.draw(made, told, chips, low + arranging.GAP)
    return rest


def _empty(made: Page, told: Telling, loose: list[Note], area: Rect) -> list[Note]:
    """Nothing filled in: a question to the room."""
    text = told.say("What happens here?")
    mark(made, "question-mark", W / 2 - 9, area.y + 14, 18, "line")
    words(
        made,
        Rect(SIDE, area.y + 38, ROOM, 14),
        (para(text, 28, "muted", bold=True, ours=True, align="center"),),
        name=text,
    )
    found, rest = stickies.grid(told, stickies.ordered(loose), area._replace(y=area.y + 62, h=area.h - 62), 14)
    stickies.draw(made, told, found)
    return rest


def _flow(
    made: Page, told: Telling, journey: Journey, columns: Columns, loose: list[Note], area: Rect
) -> list[Note]:  # fmt: skip
    steps = [step for column in columns for step in column]
    lane = max(map(len, columns)) == 1 and any(step.emotion is not None for step in steps)
    alone = len(columns) == 1 and bool(loose or any(told.at(step) for step in steps))
    places = arranging.columns_at(len(columns), area, alone=alone)
    plan = arranging.best(told, arranging.Task(columns, loose, area, places, lane, alone))
    areas = arranging.placed(plan, places)
    shapes = {id_: _card(made, told, journey, plan, id_, place) for id_, place in areas.items()}
    _links(made, told, shapes, areas)
    if plan.heart.h:
        _heart(made, told, journey, steps, areas, plan.heart)
    stickies.draw(made, told, plan.stickies)
    return plan.rest


def _card(made: Page, told: Telling, journey: Journey, plan: arranging.Plan, step: str, area: Rect) -> Any:
    card = next(card for column in plan.cards for card in column if card.step.id == step)
    return cards.draw(made, told, card, area, told.numbers(journey.id))


def _links(made: Page, told: Telling, shapes: dict[str, Any], areas: dict[str, Rect]) -> None:
    """Arrows between the cards, and lines to the edge where the journey goes on elsewhere."""
    first, last = min(area.x for area in areas.values()), max(area.x for area in areas.values())
    found = {link.id: link for step in areas for link in told.document.referring(step, "link")}
    for link in sorted(found.values(), key=lambda one: (one.source, one.target)):
        ends = [told.document.steps[id_].title or told.say("Without a title") for id_ in (link.source, link.target)]
        if link.source in areas and link.target in areas:
            text = told.say("From {start} to {end}", start=ends[0], end=ends[1])
            alt = f"{text}: {link.label}" if link.label else text
            joined(
                made, link, (shapes[link.source], areas[link.source]), (shapes[link.target], areas[link.target]), alt
            )
    _onward(made, told, areas, first, last)


def _onward(made: Page, told: Telling, areas: dict[str, Rect], first: float, last: float) -> None:
    """Lines to the edges of the slide, from and to the cards that stand next to them."""
    for step, area in areas.items():
        links = told.document.referring(step, "link")
        middle = area.y + area.h / 2
        goes = any(link.source == step and link.target not in areas for link in links)
        comes = any(link.target == step and link.source not in areas for link in links)
        if goes and area.x == last and area.x + area.w > W - SIDE - 1:
            rule(made, (area.x + area.w, middle), (W, middle), "flow", 1.75)
        if comes and area.x == first and area.x < SIDE + 1:
            rule(made, (0.0, middle), (area.x, middle), "flow", 1.75)


def _heart(
    made: Page, told: Telling, journey: Journey, steps: Sequence[Step], areas: dict[str, Rect], area: Rect
) -> None:  # fmt: skip
    """The curve under the cards, coming from and going on to the neighbouring slides."""
    felt = [beats.Felt(step, areas[step.id].x + areas[step.id].w / 2) for step in steps if step.emotion is not None]
    every = told.beats(journey.id)
    at = {beat.step: index for index, beat in enumerate(every)}
    start, end = at[felt[0].step.id], at[felt[-1].step.id]
    before = every[start - 1].emotion if start else None
    after = every[end + 1].emotion if end + 1 < len(every) else None
    found, middle = beats.run(felt, area, FACE, before, after)
    rule(made, (0.0, middle), (W, middle), "heartbeat.axis", 1.0)
    text = told.curve(journey.id, steps[0].phase)
    points = [(x, y + middle) for x, y in heartbeat.curve(found)]
    if len(points) > 1:
        curve(made, points, "heartbeat", 3.5, name=told.say("Heartbeat"), alt=text)
    inside = {one.step.id for one in felt}
    for beat in found:
        if beat.step.id in inside and areas[beat.step.id].x < beat.x < areas[beat.step.id].x + areas[beat.step.id].w:
            face(
                made,
                beat.step.emotion or 0,
                beat.x - FACE / 2,
                beat.y + middle - FACE / 2,
                FACE,
                told.say,
                of=beat.step.title,
            )
