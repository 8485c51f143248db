"""A comparison as a drawing and as a grid: rows and columns with edges, and what stands in each field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.analysis.presence import scope_of
from journeys.layout import heads, text
from journeys.layout.columns import Span
from journeys.layout.compare import strips
from journeys.layout.drawing import Drawing, Layer
from journeys.layout.gather import Stretch
from journeys.layout.memory import Memory
from journeys.layout.pen import Pen, height_of
from journeys.layout.spec import CANVAS_PT, MapSpec
from journeys.layout.spec import Look as Look  # noqa: PLC0414 - what all parts of a board share
from journeys.model.time import periods, phases_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.i18n import Words
    from journeys.layout.drawing import Font
    from journeys.model.document import Document

Kind = Literal["persona", "total", "heart", "names", "presence", "card", "changes", "blank"]

APART: Final = 0.4
"""Between two phases, and between two rows."""
CHIP: Final = 0.84
CHIP_PAD: Final = 0.42
TITLE: Final = 0.92
TITLE_LINES: Final = 3
TOP: Final = 0.7
"""Above the heads."""
BOTTOM: Final = 0.6


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """The choices of a board; lengths are ems of the base type size, as on the map."""

    scope: str | None = None
    base_pt: float = CANVAS_PT
    column: float = 10.6
    titles: float = 10.4
    totals: float = 9.2
    quote_lines: int | None = 3


class Field(NamedTuple):
    """What stands at a row and column of the grid (both from 0, headers not counted), over so many columns."""

    row: int
    column: int
    kind: Kind
    across: int = 1
    journey: str | None = None
    phase: str | None = None
    step: str | None = None


class Board(NamedTuple):
    """The drawing, cut at these edges (mm): the first column and row are the headers. No field leaves its cut."""

    drawing: Drawing
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    fields: tuple[Field, ...]
    headings: tuple[str | None, ...] = ()
    """The phase that each column belongs to; None for the last one, of totals and names."""


class Boards:
    """Makes boards of one study again and again: what stands on a card is broken and drawn once, until it changes."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self.memory = Memory(CANVAS_PT)

    def renew(self, look: Look) -> Memory:
        """What may be used again with this look; all is forgotten when it is another than before."""
        key = (look.spec, look.say, look.parties, look.channels, look.scope, look.own, look.language, look.zero)
        if key != self._key:
            self._key, self.memory = key, Memory(look.spec.base_pt)
        return self.memory


def look_for(document: Document, spec: BoardSpec, say: Words) -> Look:
    """What the map's own parts need to know, for a board."""
    scope = scope_of(document, spec.scope)
    wanted = MapSpec("", spec.scope, base_pt=spec.base_pt, column=spec.column, titles=spec.titles, body_lines=3)
    own = heads.own_colour(document, scope)
    study = document.study
    return Look(
        wanted, say, dict(document.parties), dict(document.channels), scope, own, study.language, study.day0_date
    )  # fmt: skip


def spans(document: Document, widths: Sequence[float], left: float) -> list[Span]:
    """The phases from left to right with these widths."""
    found: list[Span] = []
    known, x = periods(document), left
    for index, (phase, wide) in enumerate(zip(phases_in_order(document), widths, strict=True)):
        found.append(Span(Stretch(phase, known[phase.id], ()), x, wide, (), index))
        x += wide + APART
    return found


def layer(
    name: str, look: Look, at: tuple[float, float], draw: Callable[[Pen], None], *, lane: str = "",
    phase: str | None = None, order: int = 0,
) -> Layer:  # fmt: skip
    """One layer, drawn around its own origin (ems)."""
    pen = Pen(look.spec.base_pt)
    draw(pen)
    origin = (at[0] * pen.em, at[1] * pen.em)
    around = pen.bounds()
    placed = around._replace(x=around.x + origin[0], y=around.y + origin[1])
    return Layer(name, placed, pen.elements, origin, tuple(pen.targets), lane, phase, order)


def head_layers(found: Sequence[Span], look: Look) -> tuple[list[Layer], float]:
    """The phases' heads as on the map, TOP from the top, and how high they are."""
    plans = [heads.head_plan(span, look) for span in found]
    high = max((plan.height for plan in plans), default=3.0)
    made = []
    for span, plan in zip(found, plans, strict=True):

        def draw(pen: Pen, span: Span = span, plan: heads.HeadPlan = plan) -> None:
            heads.draw_head(pen, span, plan, high, look)
            colour = f"{look.own}.on" if heads.is_desk(span) else "phase.muted"
            for middle in strips.places(span.w)[1:]:
                pen.text(plan.name, middle, heads.TOP, size=heads.NAME, colour=colour, role="artifact")

        made.append(layer(f"phases/{span.phase}", look, (span.x, TOP), draw, lane="phases", phase=span.phase))
    return made, high


def chip_lines(words: str, room: float, look: Look) -> tuple[str, ...]:
    """A chip's words, broken for the room that the chip may take."""
    return text.lines(words, "semibold", (room - 2 * CHIP_PAD - CHIP - 0.35) / CHIP, look.say.language)


def chip_height(lines: tuple[str, ...]) -> float:
    return height_of(lines, CHIP) + 0.36


def chip_width(lines: tuple[str, ...]) -> float:
    return 2 * CHIP_PAD + CHIP + 0.35 + text.widest(lines, "semibold") * CHIP


def draw_chip(pen: Pen, x: float, y: float, lines: tuple[str, ...], mark: str, roles: tuple[str, str, str]) -> float:
    """A rounded label of a mark and words; `roles` are fill, words and mark. Returns its width."""
    fill, words, ink = roles
    wide = chip_width(lines)
    high = chip_height(lines)
    pen.box(x, y, wide, high, fill=fill, stroke=ink, width=0.07, radius=min(high / 2, 0.7))
    pen.mark(mark, x + CHIP_PAD, y + 0.18 + CHIP * 0.12, CHIP, ink)
    pen.text(lines, x + CHIP_PAD + CHIP + 0.35, y + 0.18, size=CHIP, font="semibold", colour=words)
    return wide


def title_layer(name: str, words: Sequence[str], look: Look, y: float, right: float) -> Layer:
    """The name of a row, to the left of it; the first line is the strongest."""

    def draw(pen: Pen) -> None:
        top = 0.0
        for index, lines in enumerate(_title_lines(words, look, right)):
            colour = "muted" if index else "lane.title"
            top = pen.text(
                lines, right, top, size=TITLE, font=_weight(index), colour=colour, anchor="end", role="heading"
            )

    return layer(name, look, (0, y), draw, lane="titles")


def title_height(words: Sequence[str], look: Look, right: float) -> float:
    """How high such a name is."""
    return sum(height_of(lines, TITLE) for lines in _title_lines(words, look, right))


def _title_lines(words: Sequence[str], look: Look, right: float) -> list[tuple[str, ...]]:
    room = (right - 0.6) / TITLE
    return [
        text.broken(part, _weight(index), room, look.say.language, TITLE_LINES).lines
        for index, part in enumerate(words)
    ]


def _weight(index: int) -> Font:
    return "regular" if index else "semibold"
