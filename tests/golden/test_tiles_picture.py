"""The sheets of a poster that is cut up, and the marks for the printer, look as when somebody last looked at them.

The poster is a few plain shapes, so that these pictures change with the sheets alone. Written anew as the posters are:
`LEVENSREIS_GOLDEN=write pytest tests/golden`.
"""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from journeys.layout.drawing import Box, Drawing, Layer, Line, Rect, Text
from journeys.poster import pages, raster
from journeys.poster.request import Request
from journeys.poster.sheet import Sheet
from tests.golden.kept import looks_as_before
from tests.journeys import studies

WIDTH_PX = 800
LOOKED_AT = [
    ("tiles-assembly-nl", Request(tile="A4", language="nl"), 0),
    ("tiles-assembly-en-taped", Request(tile="A3", language="en", overlap=0.0, palette="grey"), 0),
    ("tiles-b2-nl", Request(tile="A4", language="nl"), 7),
    ("marks", Request(paper="A1", bleed=3.0, marks=True), 0),
]


def plain_poster() -> Sheet:
    """A1: an edge, a heading, a band and cards, and nothing in one corner."""
    cards = [Box(Rect(40 + 150 * column, 250, 110, 80), "card.fill", None, "card.stroke", 0.8) for column in range(5)]
    words = [Text(48 + 150 * column, 280, (f"Stap {column + 1}",), 40, 16, "bold") for column in range(5)]
    elements = (
        Text(40, 90, ("Een kind krijgen",), 110, 45, "bold", role="title"),
        Box(Rect(40, 150, 760, 60), "phase.fill", "presence.gap.stroke", "text", 0.5, radius=6),
        *cards,
        *words,
        Line(((40, 400), (200, 480), (400, 380), (560, 420)), "heartbeat", 3, curved=True),
        Box(Rect(40, 520, 400, 50), "phase.fill"),
    )
    return Sheet(
        "plain", "Een kind krijgen · Sanne", Drawing(841, 594, (Layer("all", Rect(0, 0, 841, 594), elements),))
    )


@pytest.mark.parametrize(("name", "request_", "page"), LOOKED_AT)
def test_tiles_and_marks_look_as_before(name, request_, page, tmp_path):
    pdf = pages.painted(studies.study(1), request_, [plain_poster()])
    found = Image.open(BytesIO(raster.page_png(pdf, page, WIDTH_PX))).convert("RGB")
    looks_as_before(found, name, tmp_path)
