"""Personas side by side: a row each, a column per phase, all heartbeats in one picture below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeys import text as texts
from journeys.layout import heads, text
from journeys.layout.compare import cell as cells
from journeys.layout.compare import hearts
from journeys.layout.compare.board import (
    APART,
    BOTTOM,
    TITLE,
    TOP,
    Board,
    Field,
    Look,
    chip_height,
    chip_lines,
    draw_chip,
    head_layers,
    layer,
    look_for,
    spans,
    title_height,
    title_layer,
)
from journeys.layout.compare.hearts import Curve
from journeys.layout.drawing import Drawing
from journeys.layout.pen import height_of
from journeys.phrases import compare
from journeys.phrases.terms import VARIANT_TAGS, capital, scope_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.compare import Difference, PersonaComparison, Row
    from journeys.i18n import Words
    from journeys.layout.columns import Span
    from journeys.layout.compare.board import BoardSpec
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.model.document import Document

DISC: Final = 2.5
NAME: Final = 1.02
SMALL: Final = 0.86
EMPTY: Final = 3.4
CHIP_WORDS: Final = ("moment.fill", "card.text", "moment")


def personas_board(document: Document, compared: PersonaComparison, spec: BoardSpec, say: Words) -> Board:
    """The whole comparison as a drawing with its grid."""
    look = look_for(document, spec, say)
    found = spans(document, [spec.column] * len(compared.phases), spec.titles)
    totals = (found[-1].x + found[-1].w if found else spec.titles) + APART
    right = totals + spec.totals
    layers, y = _header(document, compared, found, look, totals, right)
    edges = [0.0, y]
    curves = _curves(document, compared, found)
    fields: list[Field] = []
    for index, row in enumerate(compared.rows):
        made, high = _row(document, compared, row, curves.get(row.journey or ""), found, look, spec)
        layers += [shifted(y) for shifted in made]
        layers.append(_totals(row, look, totals, y, right))
        fields += _fields(index, row, found)
        y += high + APART
        edges.append(y - APART / 2)
    if compared.rows and found:
        high = hearts.height(list(curves.values()), spec.totals, look)
        layers += hearts.layers(list(curves.values()), found, look, y, high, right)
        layers.append(title_layer("hearts/title", (look.say("Heartbeat"),), look, y + 0.4, spec.titles - 2.6))
        layers.append(hearts.axis_layer(look, y + high / 2, high, spec.titles - 0.9))
        fields += [Field(len(compared.rows), i, "heart", phase=span.phase) for i, span in enumerate(found)]
        fields.append(Field(len(compared.rows), len(found), "names"))
        y += high + BOTTOM
        edges.append(y)
    em = look.em
    columns = [0.0, *(span.x - APART / 2 for span in found), totals - APART / 2, right + APART]
    headings = (*(span.phase for span in found), None)
    drawing = Drawing((right + APART) * em, y * em, tuple(layers), None, spec.base_pt)
    return Board(drawing, tuple(x * em for x in columns), tuple(e * em for e in edges), tuple(fields), headings)


def _fields(index: int, row: Row, found: Sequence[Span]) -> list[Field]:
    if row.journey is None:
        many = len(found)
        return [Field(index, 0, "blank", max(many, 1)), *([Field(index, many, "total")] if many else [])]
    here = [Field(index, i, "persona", journey=row.journey, phase=span.phase) for i, span in enumerate(found)]
    return [*here, Field(index, len(found), "total", journey=row.journey)]


def _header(
    document: Document, compared: PersonaComparison, found: Sequence[Span], look: Look, totals: float, right: float
) -> tuple[list[Layer], float]:
    """The phases as on the map, and under each in what personas differ there."""
    say = look.say
    layers, high = head_layers(found, look)
    scope = capital(scope_word(document, compared.scope, say))
    words = (say(VARIANT_TAGS[compared.variant]), say("seen from: {scope}", scope=scope))
    layers.append(title_layer("corner", words, look, TOP + 0.4, look.spec.titles - 0.9))
    if compared.rows:

        def total(pen: Pen) -> None:
            pen.box(0, 0, right - totals, high, fill="phase.fill", radius=0.45)
            lines = text.lines(say("Whole journey"), "bold", (right - totals - 1.5) / heads.NAME, say.language)
            pen.text(lines, heads.PAD, heads.TOP, size=heads.NAME, font="bold", colour="phase.text", role="heading")

        layers.append(layer("total", look, (totals, TOP), total, lane="phases"))
    chips = [[(mark, chip_lines(words, span.w, look)) for mark, words in _chips(compared, span, say)] for span in found]
    deepest = max((sum(chip_height(lines) + 0.2 for _, lines in some) for some in chips), default=0.0)
    for span, some in zip(found, chips, strict=True):
        draw = partial(_draw_chips, some=some)
        layers.append(layer(f"differs/{span.phase}", look, (span.x, TOP + high + 0.25), draw, phase=span.phase))
    corner = 0.4 + title_height(words, look, look.spec.titles - 0.9)
    return layers, TOP + max(high + 0.25 + deepest, corner) + 0.35


def _chips(compared: PersonaComparison, span: Span, say: Words) -> list[tuple[str, str]]:
    words = {"presence": say("presence differs"), "emotion": say("feeling differs")}
    codes = sorted({one.code for one in compared.of_phase(span.phase)}, key=list(words).index)
    return [("differs", words[code]) for code in codes]


def _draw_chips(pen: Pen, some: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    y = 0.0
    for mark, lines in some:
        draw_chip(pen, 0, y, lines, mark, CHIP_WORDS)
        y += chip_height(lines) + 0.2


def _curves(document: Document, compared: PersonaComparison, found: Sequence[Span]) -> dict[str, Curve]:
    """Journey → its line, for every row that has one."""
    places = {span.phase: span for span in found}
    made = {}
    for index, row in enumerate(row for row in compared.rows if row.journey is not None):
        journey = str(row.journey)
        dash, mark = hearts.pattern(index)
        beats = tuple(
            (document.steps[beat.step], places[beat.phase].x + 0.6 + beat.part * (places[beat.phase].w - 1.2))
            for beat in row.beats
        )
        name = compare.row_name(row, document, compared.rows)
        colour = f"party.{document.personas[row.persona].colour}"
        made[journey] = Curve(journey, name, colour, dash, mark, beats)
    return made


def _row(
    document: Document, compared: PersonaComparison, row: Row, curve: Curve | None, found: Sequence[Span], look: Look,
    spec: BoardSpec,
) -> tuple[list[partial[Layer]], float]:  # fmt: skip
    """The layers of a persona's row, to be placed at its top, and how high it is."""
    plans = [
        cells.plan(document, one, row.journey or "", _apart(compared, row, one.phase), span.w, spec.quote_lines, look)
        for one, span in zip(row.cells, found, strict=False)
    ]
    head = _head_plan(document, compared, row, look)
    high = max([EMPTY, _head_height(head, curve), *(plan.height for plan in plans), _total_height(row, look.say)])
    key = row.journey or row.persona
    draw_head = partial(_draw_head, document=document, row=row, lines=head, curve=curve, high=high, look=look)
    made = [partial(_at, f"row/{key}", look, 0.0, draw_head, None)]
    for plan, span in zip(plans, found, strict=False):
        ground = "lane.tint" if heads.is_desk(span) else "lane.fill"
        draw = partial(_draw_cell, plan=plan, high=high, ground=ground, journey=row.journey or "", look=look)
        made.append(partial(_at, f"cell/{key}/{span.phase}", look, span.x, draw, span.phase))
    if row.journey is None and found:
        wide = found[-1].x + found[-1].w - found[0].x
        draw_empty = partial(_draw_empty, wide=wide, high=high, variant=compared.variant, look=look)
        made.append(partial(_at, f"empty/{key}", look, found[0].x, draw_empty, None))
    return made, high


def _at(name: str, look: Look, x: float, draw: partial[None], phase: str | None, y: float) -> Layer:
    return layer(name, look, (x, y), draw, lane="cells", phase=phase)


def _apart(compared: PersonaComparison, row: Row, phase: str) -> tuple[Difference, ...]:
    return tuple(one for one in compared.of_phase(phase) if row.journey in one.apart)


def _head_plan(document: Document, compared: PersonaComparison, row: Row, look: Look) -> tuple[tuple[str, ...], ...]:
    """Name and tagline, broken beside the disc."""
    room = look.spec.titles - DISC - 1.5
    name = compare.row_name(row, document, compared.rows)
    tagline = document.personas[row.persona].tagline
    return (
        text.lines(name, "bold", room / NAME, look.language),
        text.broken(tagline, "regular", room / SMALL, look.language, 3).lines,
    )


def _head_height(lines: tuple[tuple[str, ...], ...], curve: Curve | None) -> float:
    return 0.9 + max(DISC, height_of(lines[0], NAME) + height_of(lines[1], SMALL)) + (1.5 if curve else 0)


def _draw_head(
    pen: Pen, document: Document, row: Row, lines: tuple[tuple[str, ...], ...], curve: Curve | None, high: float,
    look: Look,
) -> None:  # fmt: skip
    """The persona: disc with initials (a painter may lay the portrait over it), name, tagline and its line."""
    persona = document.personas[row.persona]
    pen.about = persona.id
    x, y = 0.5, 0.45
    pen.box(x, y, DISC, DISC, fill=f"party.{persona.colour}.fill", radius=DISC / 2)
    pen.text((texts.initials(persona.name),), x + DISC / 2, y + DISC / 2 - 0.66, size=1.06, font="semibold",
             colour=f"party.{persona.colour}.on", anchor="middle", role="artifact")  # fmt: skip
    pen.target(x, y, DISC, DISC, "persona", persona.id, "portrait")
    left = x + DISC + 0.5
    down = pen.text(lines[0], left, y, size=NAME, font="bold", role="heading")
    pen.text(lines[1], left, down, size=SMALL, colour="muted")
    if curve is not None:
        hearts.sample(pen, left, _head_height(lines, curve) - 0.85, 3.2, curve)
    pen.target(0, 0, look.spec.titles - 0.5, high, "persona", persona.id, "persona")
    pen.about = None


def _draw_cell(pen: Pen, plan: cells.CellPlan, high: float, ground: str, journey: str, look: Look) -> None:
    cells.draw(pen, plan, high, ground, look)
    place = (journey, plan.cell.phase, "front", 0, 0)
    pen.target(0, 0, plan.width, high, "phase", plan.cell.phase, "cell", place)


def _draw_empty(pen: Pen, wide: float, high: float, variant: str, look: Look) -> None:
    pen.box(0, 0, wide, high, fill="presence.unmapped", stroke="presence.unmapped.stroke", dash="dotted", radius=0.45)
    say = look.say
    words = say("No current journey yet") if variant == "current" else say("No desired journey yet")
    pen.text((words,), 1.0, high / 2 - 0.62, size=1.0, colour="presence.unmapped.text")


def _total_height(row: Row, say: Words) -> float:
    return 1.0 + len(compare.row_summary(row, say)) * TITLE * 1.24


def _totals(row: Row, look: Look, x: float, y: float, right: float) -> Layer:
    """What the whole journey comes to."""

    def draw(pen: Pen) -> None:
        top = 0.5
        for line in compare.row_summary(row, look.say):
            lines = text.lines(line, "regular", (right - x - 1.4) / TITLE, look.say.language)
            top = pen.text(lines, heads.PAD, top, size=TITLE)

    return layer(f"total/{row.journey or row.persona}", look, (x, y), draw, lane="cells")
