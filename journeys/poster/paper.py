"""Paper: the sizes that exist, and what a user may write for them."""

from __future__ import annotations

import re
from math import sqrt
from typing import Final, NamedTuple

from journeys.errors import UsageError

SIZES: Final = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}
"""ISO 216, portrait, in millimetres."""
SMALLEST_MM: Final = 148
LARGEST_MM: Final = 5000
"""Viewers stop at 14,400 points, which is 5,080 mm."""
MARGIN_MM: Final = 10.0
"""Poster shops cannot print closer to the edge."""
_NARROW: Final = 1.15
"""Below this width-to-height ratio what usually stands beside the title stands under it."""

_CUSTOM = re.compile(r"(\d{1,5}(?:[.,]\d{1,2})?)\s*[x×]\s*(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:mm)?", re.IGNORECASE)


class Paper(NamedTuple):
    """Width and height in millimetres, as the sheet hangs on the wall."""

    width: float
    height: float

    @property
    def scale(self) -> float:
        """How much larger than A4 it is, in length: type and rules grow with it."""
        return sqrt(self.width * self.height / (210 * 297))

    @property
    def narrow(self) -> bool:
        """Whether panels beside each other would have too little room at the top."""
        return self.width < self.height * _NARROW


def parse_paper(text: str, *, portrait: bool = False) -> Paper:
    """ "A0" … "A4" lies on its side unless `portrait`; "700x500mm" is taken as written, unless `portrait`.

    Raises UsageError `paper_unknown` or `paper_size` (with `smallest` and `largest`).
    """
    known = SIZES.get(text.strip().upper())
    if known is not None:
        return _turned(*known, portrait=portrait)
    custom = _CUSTOM.fullmatch(text.strip())
    if custom is None:
        raise UsageError("paper_unknown", paper=text, known=", ".join(SIZES))
    width, height = (float(number.replace(",", ".")) for number in custom.groups())
    if not all(SMALLEST_MM <= side <= LARGEST_MM for side in (width, height)):
        raise UsageError("paper_size", paper=text, smallest=SMALLEST_MM, largest=LARGEST_MM)
    return _turned(width, height, portrait=True) if portrait else Paper(width, height)


def _turned(width: float, height: float, *, portrait: bool) -> Paper:
    short, long = sorted((width, height))
    return Paper(short, long) if portrait else Paper(long, short)
