"""Our four fonts: where their files are, how wide their characters are and which they lack."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from journeys import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

Font = Literal["regular", "italic", "semibold", "bold"]

FILES: Final[dict[Font, str]] = {
    "regular": "SourceSansPro-Regular.ttf",
    "italic": "SourceSansPro-It.ttf",
    "semibold": "SourceSansPro-Semibold.ttf",
    "bold": "SourceSansPro-Bold.ttf",
}
ASCENT: Final = 0.750
"""Of an em, the same in all four; below the baseline 0.250."""
CAP_HEIGHT: Final = 0.660
MISSING: Final = 1000
"""The width of a character that the font lacks: one em, in thousandths."""


class _Widths(dict[str, int]):
    """Character → width in thousandths of an em; what is missing counts as one em."""

    def __missing__(self, character: str) -> int:
        return MISSING


@cache
def path(font: Font) -> Path:
    """The TTF file of this font."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("font-source-sans-pro")
    return Path(spec.origin).parent / "files" / FILES[font]


@cache
def _tables() -> dict[str, _Widths]:
    content = json.loads(resources.path("metrics.json").read_text(encoding="utf-8"))
    return {font: _table(runs) for font, runs in content.items()}


def _table(runs: dict[str, list[int]]) -> _Widths:
    return _Widths(
        (chr(int(first) + index), width) for first, found in runs.items() for index, width in enumerate(found)
    )


def known(font: Font) -> Mapping[str, int]:
    """Character → advance in thousandths of an em, of the characters that this font has."""
    return _tables()[font]


def plain_width(text: str, font: Font) -> float:
    """How wide the text is without kerning, in ems, when nothing in it is set in another way."""
    return sum(map(_tables()[font].__getitem__, text)) / 1000
