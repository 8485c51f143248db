"""The poster of the sample study looks as it did when somebody last looked at it.

After a change that is meant, look at the difference that a failure leaves behind, then write the picture anew:
`LEVENSREIS_GOLDEN=write pytest tests/golden`.
"""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from journeys import poster, templates
from journeys.poster import raster
from journeys.poster.request import Request
from tests.golden.kept import looks_as_before

if TYPE_CHECKING:
    from journeys.i18n import Language

WIDTH_PX = 1400


def rendered(language: Language, *, portrait: bool):
    numbers = count(1)
    document = templates.create("child", language, new_id=lambda: f"{next(numbers):032x}")
    first = min(document.journeys.values(), key=lambda journey: (journey.order, journey.variant)).id
    pdf = poster.render(document, Request(journeys=(first,), paper="A3", portrait=portrait, language=language))
    return Image.open(BytesIO(raster.page_png(pdf, 0, WIDTH_PX))).convert("RGB")


@pytest.mark.parametrize(("name", "language", "portrait"), [("nl", "nl", False), ("en-portrait", "en", True)])
def test_the_poster_looks_as_before(name, language, portrait, tmp_path):
    looks_as_before(rendered(language, portrait=portrait), f"poster-{name}", tmp_path)
