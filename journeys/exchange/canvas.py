"""JSON Canvas 1.0: phases as groups, steps and notes as cards of Markdown, and the flow as arrows, for Obsidian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from journeys.exchange import json_text
from journeys.exchange.report.markdown import escaped
from journeys.exchange.shapes import Hand, boards

if TYPE_CHECKING:
    from journeys.exchange.shapes import Arrow, Board, Card, Frame, Line
    from journeys.exchange.wanted import Wanted

KEEPS: Final = frozenset(
    {
        "phase.start", "persona.name", "persona.told", "journey.question", "journey.variant", "step.back",
        "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party", "step.channel",
        "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence", "link",
        "link.label", "note", "note.work",
    }
)  # fmt: skip
HAND: Final = Hand(16, 24, 26, card=320, apart=20, between=110, frame=40, lane=200, sizes={"title": 2.0})
"""As Obsidian writes on its cards."""
JOURNEYS_APART: Final = 240
LABEL_ABOVE: Final = 60
"""The name of a group stands above it."""
COLOURS: Final = {
    "absent": "1", "pain": "1", "question": "2", "need": "3", "opportunity": "4", "idea": "5", "own": "5",
    "direct": "5", "commissioned": "5", "via_partner": "5", "moment": "6",
}  # fmt: skip
"""The six colours that every program for this format has: red, orange, yellow, green, cyan, purple."""
_ALSO_ACTING: Final = re.compile(r"(?<!\\)([%=^@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""In Obsidian: comments, marking and names of blocks; and what makes an address a link."""


def write(wanted: Wanted) -> bytes:
    """The journeys below each other. The same study gives the same bytes."""
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    down = 0
    for board in boards(wanted.part(0, 0.5), HAND):
        nodes += _nodes(board, down + LABEL_ABOVE)
        edges += map(_edge, board.arrows)
        down += LABEL_ABOVE + board.rect.h + 2 * HAND.frame + JOURNEYS_APART
    data = {"nodes": nodes, "edges": edges}
    return json_text.written(data, wanted.part(0.5, 1), len(nodes) + len(edges))


def _nodes(board: Board, down: int) -> Iterator[dict[str, Any]]:
    """What lies below comes first: the journey, its phases, the cards."""
    room = HAND.frame
    around = {"x": -room, "y": down - room, "width": board.rect.w + 2 * room, "height": board.rect.h + 2 * room}
    yield {"id": board.id, "type": "group", **around, "label": board.name}
    for frame in board.frames:
        yield _group(frame, down)
    for card in (*board.heads, *(card for frame in board.frames for card in frame.cards)):
        yield _card(card, down)


def _group(frame: Frame, down: int) -> dict[str, Any]:
    x, y, w, h = frame.rect
    return {"id": frame.id, "type": "group", "x": x, "y": y + down, "width": w, "height": h, "label": frame.label,
            **_colour(frame.level or "")}  # fmt: skip


def _card(card: Card, down: int) -> dict[str, Any]:
    x, y, w, h = card.rect
    return {"id": card.id, "type": "text", "x": x, "y": y + down, "width": w, "height": h,
            "text": markdown(card.lines), **_colour(card.tone)}  # fmt: skip


def _edge(arrow: Arrow) -> dict[str, Any]:
    source, target = arrow.sides
    found = {"id": arrow.id, "fromNode": arrow.source, "fromSide": source, "toNode": arrow.target, "toSide": target}
    colour = {"color": "6"} if arrow.kind == "back" else {}
    return found | {"toEnd": "arrow"} | colour | ({"label": arrow.words} if arrow.words else {})


def _colour(tone: str) -> dict[str, str]:
    return {"color": COLOURS[tone]} if tone in COLOURS else {}


def markdown(lines: tuple[Line, ...]) -> str:
    """In which nothing that people wrote can act: no markup, no picture from elsewhere, no comment."""
    return "  \n".join(_said(line) for line in lines)


def _said(line: Line) -> str:
    said = _ALSO_ACTING.sub(r"\\\1", escaped(line.text))
    if not said:
        return ""
    match line.style:
        case "title":
            return f"# {said}"
        case "strong":
            return f"**{said}**"
        case "italic":
            return f"*{said}*"
    return said
