"""Every kind of sheet, in colour and in grey, looks as it did when somebody last looked at it; small pictures.

After a change that is meant, look at the difference that a failure leaves behind, then write the pictures anew:
`LEVENSREIS_GOLDEN=write pytest tests/golden`; with `-k gaps` only those of one kind.
"""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from journeys import poster, templates
from journeys.poster import raster
from journeys.poster.request import KINDS, Request
from tests.golden.kept import FOLDER, looks_as_before

if TYPE_CHECKING:
    from journeys.poster.inks import Ink
    from journeys.poster.request import Kind

WIDTH_PX = 500
MOST_BYTES = 60_000
PAPERS: dict[Kind, str] = {"journey": "A3", "compare": "A2", "gaps": "A3", "blank": "A1", "ecosystem": "A3"}
"""The others are on A4."""
PAGES: dict[Kind, int] = {"report": 2}
"""The others show their first page."""


def rendered(kind: Kind, palette: Ink):
    numbers = count(1)
    document = templates.create("child", "nl", new_id=lambda: f"{next(numbers):032x}")
    first = min(document.journeys.values(), key=lambda journey: (journey.order, journey.variant)).id
    journeys = (first,) if kind == "journey" else None
    request = Request(journeys=journeys, paper=PAPERS.get(kind, "A4"), language="nl", palette=palette, kind=kind)
    pdf = poster.render(document, request)
    return Image.open(BytesIO(raster.page_png(pdf, PAGES.get(kind, 0), WIDTH_PX))).convert("RGB")


@pytest.mark.parametrize("palette", ["print", "grey"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_looks_as_before(kind, palette, tmp_path):
    found = rendered(kind, palette)
    looks_as_before(found, f"{kind}-{palette}", tmp_path)
    assert (FOLDER / f"{kind}-{palette}.png").stat().st_size < MOST_BYTES


@pytest.mark.parametrize("kind", KINDS)
def test_grey_sheets_have_no_colour(kind):
    red, green, blue = Image.open(FOLDER / f"{kind}-grey.png").convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
