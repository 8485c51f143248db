"""The poster of the sample study looks as it did when somebody last looked at it.

After a change that is meant, look at the difference that a failure leaves behind, then write the picture anew:
`LEVENSREIS_GOLDEN=write pytest tests/golden`.
"""

from __future__ import annotations

import os
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from journeys import poster, templates
from journeys.poster import raster
from journeys.poster.request import Request

if TYPE_CHECKING:
    from journeys.i18n import Language

FOLDER = Path(__file__).parent
WIDTH_PX = 1400
NOTICEABLE = 48
"""Of 255: what another version of the renderer may differ in one pixel."""
ALLOWED = 0.001
"""Of all pixels."""


def rendered(language: Language, *, portrait: bool):
    numbers = count(1)
    document = templates.create("child", language, new_id=lambda: f"{next(numbers):032x}")
    first = min(document.journeys.values(), key=lambda journey: (journey.order, journey.variant)).id
    pdf = poster.render(document, Request(journeys=(first,), paper="A3", portrait=portrait, language=language))
    return Image.open(BytesIO(raster.page_png(pdf, 0, WIDTH_PX))).convert("RGB")


@pytest.mark.parametrize(("name", "language", "portrait"), [("nl", "nl", False), ("en-portrait", "en", True)])
def test_the_poster_looks_as_before(name, language, portrait, tmp_path):
    kept = FOLDER / f"poster-{name}.png"
    found = rendered(language, portrait=portrait)
    if os.environ.get("LEVENSREIS_GOLDEN") == "write":
        found.quantize(128, dither=Image.Dither.NONE).save(kept, optimize=True)
    golden = Image.open(kept).convert("RGB")
    assert found.size == golden.size
    difference = ImageChops.difference(found, golden).convert("L").point(lambda level: 255 if level > NOTICEABLE else 0)
    changed = difference.histogram()[255] / (found.width * found.height)
    if changed > ALLOWED:
        difference.save(tmp_path / f"difference-{name}.png")
        found.save(tmp_path / f"found-{name}.png")
    assert changed <= ALLOWED, f"{changed:.2%} of the pixels changed; see {tmp_path}"
