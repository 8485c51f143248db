"""The colours of the sheet around the map, added to the map's own printed palette."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, get_args

from journeys.layout import palettes

Ink = Literal["print", "grey", "contrast"]
INKS: Final[tuple[Ink, ...]] = get_args(Ink)

_SHEET: Final = {
    "sheet.rule": "#d3d9e2",
    "sheet.qr": "#000000",
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


_STRONG: Final = _SHEET | {
    "sheet.rule": "#000000",
    "sheet.tag": "#000000",
    "sheet.accent": "#000000",
    "sheet.quote": "#000000",
    "finding.high": "#8a0000",
    "finding.middle": "#8a0000",
    "finding.low": "#8a0000",
    "finding.none": "#000000",
    "finding.number": "#8a0000",
}


@cache
def palette(ink: Ink) -> dict[str, str]:
    """Role name → "#rrggbb" for the whole sheet."""
    roles = palettes.palette(ink)
    if ink == "grey":
        return roles | {role: palettes.grey(colour) for role, colour in _SHEET.items()}
    return roles | (_STRONG if ink == "contrast" else _SHEET)
