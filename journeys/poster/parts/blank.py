"""A sheet about what is not there yet: it says so in large letters, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Box, Drawing, Mark, Rect
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.footer import foot
from journeys.poster.parts.masthead import MORE, Head, masthead
from journeys.poster.sheet import LAST, Sheet, fitted, inner

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.origin import Origin
    from journeys.poster.request import Request

TEXT: Final = Style(15.0, "semibold", "muted", leading=1.35)
MARK_MM: Final = 22.0
MEASURE_MM: Final = 130.0


def nothing_yet(
    document: Document, request: Request, say: Words, came_from: Origin, key: str, title: str, text: str
) -> Sheet:
    """The title block, and in the middle a sign with what to do."""
    paper, area = request.sheet, inner(request.sheet, request.margin)
    scale, study = paper.scale, document.study
    lines = ((study.organisation, MORE, study.language),)
    head = fitted(
        lambda size: masthead(Head(title, study.title, lines), area.w, size, study.language, narrow=True), scale,
        area.h * 0.35, lambda made: made.height,
    )  # fmt: skip
    bottom = foot(lambda _: Block(0.0), area.w, scale, say, came_from)
    top = head.height + 5.0 * scale
    room = Rect(0.0, 0.0, area.w, area.h - top - bottom.height - 5.0 * scale)
    middle = fitted(lambda size: _said(text, room.w * 0.86, size, say), scale, room.h * 0.9, lambda made: made.height)
    whole = Block(area.w, room.h)
    whole.add(Box(room, fill="lane.fill", stroke="axis", width=0.35 * scale, dash="dotted", radius=2.0 * scale))
    whole.put(middle, (room.w - middle.width) / 2, (room.h - middle.height) / 2)
    drawing = Drawing(
        paper.width, paper.height,
        (
            head.layer("head", area.x, area.y, -1), whole.layer("empty", area.x, area.y + top, 0),
            bottom.layer("foot", area.x, area.y + area.h - bottom.height, LAST),
        ),
    )  # fmt: skip
    return Sheet(key, f"{title} · {study.title}", drawing)


def _said(text: str, width: float, scale: float, say: Words) -> Block:
    wide = min(width, MEASURE_MM * scale)
    side = MARK_MM * scale
    sign = Block(wide, side)
    sign.add(Mark("blank", (wide - side) / 2, 0.0, side, "axis"))
    words = paragraph(text, TEXT, wide, scale, say.language, anchor="middle", even=True)
    return stacked(wide, 6.0 * scale, sign, words)
