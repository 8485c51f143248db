"""The colours of the sheet around the map, added to the map's own printed palette."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from journeys.layout import palettes

Ink = Literal["print", "grey"]
INKS: Final[tuple[Ink, ...]] = ("print", "grey")

_SHEET: Final = {
    "sheet.rule": "#d3d9e2",
    "sheet.tag": "#1b2333",
    "sheet.tag.text": "#ffffff",
    "sheet.accent": "#164a7c",
    "sheet.quote": "#46506a",
    "finding.high": "#b3301b",
    "finding.middle": "#d0654f",
    "finding.low": "#e3a396",
    "finding.none": "#aab2c0",
    "finding.number": "#a1260f",
}


@cache
def palette(ink: Ink) -> dict[str, str]:
    """Role name → "#rrggbb" for the whole sheet."""
    roles = palettes.palette(ink)
    own = {role: palettes.grey(colour) for role, colour in _SHEET.items()} if ink == "grey" else _SHEET
    return roles | own
