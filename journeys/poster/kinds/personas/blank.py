"""An empty card, to fill in with a pen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Layer, Rect
from journeys.poster.kinds.personas.sections import BODY, DISC_MM, KICKER, LABEL
from journeys.poster.parts.blocks import Block, paragraph, stacked
from journeys.poster.parts.writing import disc, feelings, grid_lines, ruled

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document

APART_MM: Final = 8.0
FACE_MM: Final = 5.0


def layers(document: Document, room: Rect, scale: float, say: Words, first: int) -> list[Layer]:
    """The head with an empty disc, lines to write on, and an empty heartbeat in what room is left."""
    style = replace(LABEL, colour="text", role="cell")
    title = say("Persona · {study}", study=document.study.title)
    top = Block(room.w)
    side, left = DISC_MM * scale, (DISC_MM + 5.0) * scale
    head = stacked(
        room.w - left,
        1.2 * scale,
        paragraph(
            title, replace(KICKER, role="heading" if first else "title"), room.w - left, scale, document.study.language
        ),
        ruled(say("Name"), room.w - left, scale, say, apart=APART_MM * scale, style=style),
        ruled(say("Who is this?"), room.w - left, scale, say, apart=APART_MM * scale, style=style),
    )
    top.put(disc(side, scale), 0.0, 0.0)
    top.put(head, left, 0.0)
    lines = max(1, int((room.h - top.height) / (APART_MM * scale) / 7))
    asked = stacked(
        room.w,
        2.0 * scale,
        *(
            ruled(label, room.w, scale, say, lines=lines, apart=APART_MM * scale, style=style)
            for label in (say("Says"), say("Situation"), say("Needs most"), say("Stumbles over"))
        ),
    )
    below = top.height + 4.0 * scale + asked.height + 4.0 * scale
    return [
        top.layer(f"blank-{first}/who", room.x, room.y, first),
        asked.layer(f"blank-{first}/asked", room.x, room.y + top.height + 4.0 * scale, first + 1),
        _heart(room, room.y + below, scale, say)._replace(name=f"blank-{first}/heart", order=first + 2),
    ]


def _heart(room: Rect, y: float, scale: float, say: Words) -> Layer:
    block = Block(room.w)
    label = paragraph(say("Heartbeat"), replace(LABEL, colour="text"), room.w, scale, say.language)
    block.put(label, 0.0, 0.0)
    top, face = label.height + 2.0 * scale, FACE_MM * scale
    high = max(room.y + room.h - y - top, 5 * face)
    faces = feelings(high, face, scale, BODY.size * scale)
    block.put(faces, 0.0, top)
    left = faces.width + 2.0 * scale
    grid_lines(block, Rect(left, top, room.w - left, high), face, scale)
    return block.layer("heart", room.x, y, 0)
