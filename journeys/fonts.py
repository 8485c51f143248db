"""The fonts of map and poster: where their files are, how wide their characters are and which they lack."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from journeys import resources

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


def width(text: str, font: Font, size: float) -> float:
    """How wide the text is without kerning, in the unit of `size` (points give points)."""
    return em_width(text, font) * size


@lru_cache(maxsize=200_000)
def em_width(text: str, font: Font) -> float:
    """How wide the text is without kerning, in ems; remembered, as words come back often."""
    return sum(map(_tables()[font].__getitem__, text)) / 1000


def missing(text: str, font: Font) -> frozenset[str]:
    """The characters of the text that this font lacks."""
    return frozenset(text).difference(_tables()[font])


def suited(text: str, font: Font) -> Font:
    """The font to set this text in: upright where the italic lacks a character that the upright has."""
    if font == "italic":
        lacking = missing(text, "italic")
        if lacking and lacking - missing(text, "regular"):
            return "regular"
    return font
