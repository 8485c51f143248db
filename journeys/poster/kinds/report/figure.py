"""The picture of a journey: its phases with presence, the heartbeat, and the same phases true to time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts, phrases
from journeys.layout import marks
from journeys.layout.drawing import Box, Line, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.heartbeat import curve, face_role, tangents
from journeys.poster.kinds.report import signs
from journeys.poster.kinds.report.setting import Setting, baseline
from journeys.poster.parts.axis import time_axis
from journeys.poster.parts.blocks import MM, Style, moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings, PhaseFinding
    from journeys.layout.drawing import Element
    from journeys.model.entities import Step
    from journeys.poster.kinds.report.material import Material

NAME: Final = Style(7.5, "semibold", leading=1.2)
ROW: Final = Style(7.5, "semibold", "lane.title", leading=1.2)
LEFT_MM: Final = 22.0
STRIP_MM: Final = 4.4
HEART_MM: Final = 26.0
FACE_MM: Final = 4.4
CLOSE_MM: Final = 0.7
BAR_MM: Final = 2.2
"""Steps closer together than the first are taken together per so much width."""
LINKS_MM: Final = 5.0
ABOVE_MM: Final = 2.4
"""Room for the numbers of gaps that stand over the strip."""
LARGER: Final = 1.1
"""The axis is made for posters; in the hand its numbers are read from near."""
LEAST_MM: Final = 5.0
"""The narrowest column of a phase, while there is room."""
MOST_LINES: Final = 3


class Span(NamedTuple):
    """A phase in the picture: what was found, its number, its steps, and where its column stands."""

    found: PhaseFinding
    number: int
    name: str
    steps: tuple[Step, ...]
    x: float
    w: float


@dataclass(slots=True)
class Picture:
    """Elements from the left top, how high they are, and whether the phases have numbers instead of names and the
    heartbeat is an average.
    """

    elements: list[Element]
    height: float = 0.0
    numbered: bool = False
    averaged: bool = False


def picture(material: Material, findings: JourneyFindings, setting: Setting) -> Picture:
    """Names, strip, heartbeat, and the axis of time under it."""
    spans = list(_spans(material, findings, setting))
    made = Picture([])
    _names(made, spans, setting)
    _strip(made, material, findings, spans, setting)
    _heart(made, spans, setting)
    _time(made, material, findings, spans, setting)
    return made


def _spans(material: Material, findings: JourneyFindings, setting: Setting) -> Iterator[Span]:
    """Columns as wide as their steps ask, none very narrow while there is room."""
    left = setting.mm(LEFT_MM)
    room = setting.room.w - left
    steps = [tuple(_felt(material, findings.journey, found.phase)) for found in findings.phases]
    least = min(setting.mm(LEAST_MM), room / (2 * max(1, len(steps))))
    weights = [max(1.0, min(len(some), 12) + 1.0) for some in steps]
    spare = room - least * len(steps)
    widths = [least + spare * weight / sum(weights) for weight in weights]
    starts = accumulate(widths, initial=left)
    for number, (found, some, x, w) in enumerate(zip(findings.phases, steps, starts, widths, strict=False), 1):
        yield Span(found, number, material.document.phases[found.phase].name, some, x, w)


def _felt(material: Material, journey: str, phase: str) -> Iterator[Step]:
    """The steps of which is known what the person felt."""
    return (one for one in material.steps(journey, phase) if one.stage == "front" and one.emotion is not None)


def _names(made: Picture, spans: Sequence[Span], setting: Setting) -> None:
    """The names over their columns; only their numbers when one is too long for its column."""
    leading, mm = setting.leading(NAME), setting.mm
    lines = [setting.lines(f"{span.number} {span.name}", NAME, max(span.w - mm(1.5), mm(1.0))) for span in spans]
    if any(len(some) > MOST_LINES or any(part.endswith("-") for part in some) for some in lines):
        lines, made.numbered = [(str(span.number),) for span in spans], True
    high = leading * max((len(some) for some in lines), default=0)
    size, down = setting.size(NAME), baseline(NAME, leading, setting.scale)
    for span, some in zip(spans, lines, strict=True):
        top = high - leading * len(some)
        made.elements.append(Text(span.x, top + down, some, size, leading, NAME.font, NAME.colour, role="artifact"))
    made.height = high + mm(ABOVE_MM)


def _strip(
    made: Picture, material: Material, findings: JourneyFindings, spans: Sequence[Span], setting: Setting
) -> None:
    """The presence in each phase, with the numbers of its gaps."""
    mm, y = setting.mm, made.height
    colour = own_colour(material.document)
    for span in spans:
        place = Rect(span.x, y, max(span.w - mm(0.8), span.w * 0.7), mm(STRIP_MM))
        made.elements += signs.swatch(span.found.level, colour, place, setting.scale)
    for span in spans:
        number = material.numbers.get((findings.journey, span.found.phase))
        side = mm(3.7)
        if number is not None and signs.wide_badge(number, side) <= span.w:
            made.elements += signs.badge(number, span.x - mm(0.8), y - mm(1.9), side)
    _row_name(made, setting.say("Presence"), y + mm(STRIP_MM) / 2, setting)
    made.height = y + mm(STRIP_MM + 2.0)


def _row_name(made: Picture, words: str, middle: float, setting: Setting) -> None:
    size = setting.size(ROW)
    room = setting.mm(LEFT_MM - 2.0)
    size *= min(1.0, room / max(setting.wide(words, ROW), 0.1))
    down = middle + fonts.CAP_HEIGHT * size * MM / 2
    made.elements.append(Text(0.0, down, (words,), size, size * MM, ROW.font, ROW.colour, role="artifact"))


def _heart(made: Picture, spans: Sequence[Span], setting: Setting) -> None:
    """The curve over a tinted ground, faces where they do not cover each other."""
    mm, top = setting.mm, made.height
    high, left = mm(HEART_MM), mm(LEFT_MM)
    middle, step = top + high / 2, (high - mm(FACE_MM) - mm(1.0)) / 4
    right = setting.room.w
    made.elements.append(Line(((left, middle), (right, middle)), "heartbeat.axis", mm(0.25)))
    made.elements += [
        Line(((span.x - mm(0.4), top), (span.x - mm(0.4), top + high)), "lane.stroke", mm(0.2)) for span in spans[1:]
    ]
    points = [
        (span.x + span.w * (index + 0.5) / len(span.steps), middle - step * (one.emotion or 0), one)
        for span in spans
        for index, one in enumerate(span.steps)
    ]
    _row_name(made, setting.say("Heartbeat"), middle, setting)
    made.height = top + high + mm(1.0)
    if not points:
        words = setting.say("No feeling has been filled in yet.")
        size = setting.size(ROW)
        wide = fonts.width(words, "italic", size) * MM
        made.elements += [
            Box(Rect(left, middle - mm(2.5), wide + mm(4.0), mm(5.0)), fill="paper"),
            Text(left + mm(2.0), middle + size * MM / 3, (words,), size, size * MM, "italic", "muted", role="artifact"),
        ]
        return
    _curve(made, _averaged(made, points, setting), setting)
    for x, y, one in _apart(points, mm(FACE_MM * 0.8)):
        size, face = mm(FACE_MM), marks.face(one.emotion or 0)
        made.elements.append(
            Mark(face, x - size / 2, y - size / 2, size, face_role(one.emotion or 0), about=one.id, role="figure")
        )


def _averaged(
    made: Picture, points: Sequence[tuple[float, float, Step]], setting: Setting
) -> Sequence[tuple[float, float, Step]]:  # fmt: skip
    """Points that lie too close together for a line through all of them become one, with a bar over what they span."""
    wide = points[-1][0] - points[0][0]
    if len(points) * setting.mm(CLOSE_MM) <= wide or len(points) < 3:
        return points
    made.averaged = True
    found = []
    for _, group in groupby(points, lambda one: int(one[0] // setting.mm(BAR_MM))):
        some = list(group)
        heights = [y for _, y, _ in some]
        x = sum(x for x, _, _ in some) / len(some)
        bar = ((x, min(heights)), (x, max(heights)))
        made.elements.append(Line(bar, "heartbeat.axis", setting.mm(BAR_MM * 0.4), role="figure"))
        found.append((x, sum(heights) / len(heights), some[0][2]))
    return found


def _curve(made: Picture, points: Sequence[tuple[float, float, Step]], setting: Setting) -> None:
    """Through all feelings, without overshooting."""
    from journeys.layout.heartbeat import Beat

    if len(points) < 2:
        return
    slopes = tangents([(x, y) for x, y, _ in points])
    beats = [Beat(one, x, y, slope) for (x, y, one), slope in zip(points, slopes, strict=True)]
    made.elements.append(Line(curve(beats), "heartbeat", setting.mm(0.55), curved=True, role="figure"))


def _apart(points: Sequence[tuple[float, float, Step]], least: float) -> list[tuple[float, float, Step]]:
    """The strongest feelings first, as many as stand so far from each other."""
    taken: dict[int, list[float]] = {}
    kept = []
    for point in sorted(points, key=lambda one: (-abs(one[2].emotion or 0), one[0])):
        cell = int(point[0] // least)
        near = (x for around in (cell - 1, cell, cell + 1) for x in taken.get(around, ()))
        if all(abs(point[0] - x) >= least for x in near):
            taken.setdefault(cell, []).append(point[0])
            kept.append(point)
    return sorted(kept, key=lambda one: one[0])


def _time(
    made: Picture, material: Material, findings: JourneyFindings, spans: Sequence[Span], setting: Setting
) -> None:
    """The same phases true to scale, and lines that lead from the columns to them."""
    mm = setting.mm
    left = mm(LEFT_MM)
    names = (left - mm(1.5), left)
    axis = time_axis(material.document, findings, setting.room.w, names, setting.scale * LARGER, setting.say)
    if not axis.elements:
        return
    dated = [span for span in spans if material.document.phases[span.found.phase].dated]
    first, last = dated[0].found.start, dated[-1].found.end
    day = (setting.room.w - left) / (last - first)
    y, down = made.height, made.height + mm(LINKS_MM)
    for span in dated[1:]:
        x = left + (span.found.start - first) * day
        points = ((span.x - mm(0.4), y), (span.x - mm(0.4), y + mm(0.8)), (x, down - mm(0.6)), (x, down))
        made.elements.append(Line(points, "axis", mm(0.2)))
    made.elements += [moved(element, 0.0, down) for element in axis.elements if not _is_number(element)]
    made.height = down + axis.height


def _is_number(element: Element) -> bool:
    """The axis numbers the gaps of one journey; in a report they have another number."""
    return getattr(element, "fill", getattr(element, "colour", "")) in {"badge.fill", "badge.text"}


def alt(material: Material, findings: JourneyFindings, setting: Setting) -> str:
    """The picture in words."""
    say, document = setting.say, material.document
    levels = "; ".join(
        f"{document.phases[found.phase].name}: {phrases.level_word(found.level, say)}" for found in findings.phases
    )
    told = say("Presence per phase: {levels}.", levels=levels) if levels else ""
    return f"{told} {feelings(material, findings, setting)}".strip()


def feelings(material: Material, findings: JourneyFindings, setting: Setting) -> str:
    """ "The heartbeat begins at +1, is lowest at “Recognition” (−2), … and ends at +1."."""
    say = setting.say
    felt = [step for found in findings.phases for step in _felt(material, findings.journey, found.phase)]
    if not felt:
        return say("No feeling has been filled in yet.")
    low, high = min(felt, key=lambda one: one.emotion or 0), max(felt, key=lambda one: one.emotion or 0)

    def named(step: Step) -> str:
        return phrases.quoted(step.title or say("Without a title"), 60)

    return say(
        "The heartbeat begins at {first}, is lowest at {low} ({least}) and highest at {high} ({most}), and ends at "
        "{last}.",
        first=phrases.signed(felt[0].emotion or 0), low=named(low), least=phrases.signed(low.emotion or 0),
        high=named(high), most=phrases.signed(high.emotion or 0), last=phrases.signed(felt[-1].emotion or 0),
    )  # fmt: skip
