"""The formats that one can choose from, as they are grouped and drawn in the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.exchange import formats
from journeys.i18n import N_

if TYPE_CHECKING:
    from pathlib import PurePath

    from journeys.exchange.formats import Format, Use

POSTER: Final = "pdf"
"""Code of the way to the window of posters, where every PDF is made."""
GROUPS: Final[dict[Use, str]] = {
    "reading": N_("To read and to present"),
    "table": N_("Tables"),
    "drawing": N_("To look at and to draw on"),
    "study": N_("Everything"),
    "notation": N_("Other notations of journeys"),
}
"""In the order in which most people look for them."""
ENDINGS: Final[dict[str, dict[str, str]]] = {
    "csv": {".csv": N_("CSV: semicolons or commas between (.csv)"), ".tsv": N_("TSV: tabs between (.tsv)")},
    "mermaid": {
        ".mmd": N_("Mermaid: a file for each journey (.mmd)"), ".md": N_("Markdown: all diagrams in one file (.md)"),
    },
    "cjml": {".cjml": N_("CJML (.cjml)"), ".xml": N_("XML, as other programs call it (.xml)")},
}  # fmt: skip
"""What files of a format may be called, where there is a choice; else they are called by its first suffix."""
UNWRITTEN: Final = frozenset({".xlsm"})
"""Endings that promise what we do not write: macros."""
WORDLESS: Final = frozenset({"json", "mermaid", "cjml", "graphml"})
"""Formats in whose files no word is ours, so that they have no language."""
SKETCHES: Final[dict[str, str]] = {
    "pptx": "r2,6,32,20 l18,26,18,31 l12,31,24,31 f6,10,10,3 r6,16,7,6 r15,16,7,6 r24,16,6,6 l13,19,15,19 l22,19,24,19",
    "html": "r3,4,30,28 l3,10,33,10 o6.5,7,0.7 o10,7,0.7 f7,13,12,3 l7,19,29,19 l7,22.5,26,22.5 l7,26,29,26",
    "md": "r3,7,30,22 p7,24,7,12,11,17,15,12,15,24 l24,12,24,23 p20,19,24,24,28,19",
    "pdf": "r6,2,24,32 f9,6,14,4 r9,14,5,4 r16,14,5,4 r23,14,4,4 p9,26,14,22,19,27,27,22",
    "xlsx": "r3,5,30,26 l3,12,33,12 l3,18,33,18 l3,24,33,24 l12,5,12,31 l22,5,22,31 f4,6,7,5",
    "ods": "r3,5,30,26 l3,12,33,12 l12,5,12,31 f15,24,4,5 f21,18,4,11 f27,21,4,8 l5,18,10,18 l5,24,10,24",
    "csv": "l4,8,9,8 o12,9,0.8 l15,8,21,8 o24,9,0.8 l27,8,32,8 l4,15,8,15 o12,16,0.8 l15,15,20,15 o24,16,0.8 "
    "l27,15,31,15 l4,22,9,22 o12,23,0.8 l15,22,19,22 o24,23,0.8 l27,22,32,22 l4,29,7,29 o12,30,0.8 l15,29,21,29",
    "svg": "r3,5,30,26 p6,26,12,14,20,22,29,9 r10.5,12.5,3,3 r18.5,20.5,3,3 r27.5,7.5,3,3 r4.5,24.5,3,3",
    "png": "r3,5,30,26 o11,12,2.4 p4,29,13,19,18,24,25,15,32,24",
    "drawio": "r3,5,10,7 r23,5,10,7 r13,24,10,7 l13,8.5,23,8.5 p8,12,8,18,18,18,18,24 l28,12,28,18 l28,18,18,18",
    "canvas": "r2,4,12,10 r22,10,12,10 r6,22,12,10 l14,9,22,15 l22,17,18,25 l5,7,11,7 l5,10,9,10 l25,13,31,13 "
    "l25,16,29,16 l9,25,15,25",
    "json": "p12,5,8,5,8,15,5,18,8,21,8,31,12,31 p24,5,28,5,28,15,31,18,28,21,28,31,24,31 "
    "o13,18,1.2 o18,18,1.2 o23,18,1.2",
    "mermaid": "f3,5,12,5 f17,5,16,5 r4,13,6,6 r14,13,6,6 r24,13,6,6 d4,19,3,12 d14,19,3,9 d24,19,3,6 o7,31,1.6 "
    "o17,28,1.6 o27,25,1.6",
    "cjml": "p11,8,3,18,11,28 p25,8,33,18,25,28 l21,7,15,29",
    "ojf": "r3,4,30,28 l3,12,33,12 l3,22,33,22 l11,4,11,32 o17,17,1.8 o23,8,1.8 o28,27,1.8",
    "graphml": "o8,8,3 o28,10,3 o9,28,3 o27,27,3 o18,18,2 l8,8,18,18 l28,10,18,18 l18,18,27,27 l9,28,18,18 l8,8,28,10",
}
"""As `sketch` draws them, on 36 by 36."""


class Offer(NamedTuple):
    """A row in the list: what it is called, a sentence about it, and how its files end."""

    code: str
    title: str
    about: str
    suffix: str


_POSTER: Final = Offer(
    POSTER, N_("PDF: poster or report"), N_("To hang on a wall or to print; opens the window of posters."), ".pdf"
)


def groups(*, poster: bool) -> list[tuple[str, list[Offer]]]:
    """Per group its name and rows; `poster`: with the way to the window of posters."""
    found: list[tuple[str, list[Offer]]] = []
    for use, name in GROUPS.items():
        rows = [Offer(each.code, each.title, each.about, each.suffixes[0]) for each in written(use)]
        if use == "reading" and poster:
            rows.append(_POSTER)
        if rows:
            found.append((name, rows))
    return found


def written(use: Use) -> list[Format]:
    """The formats with this use that a study can be written in."""
    return [each for each in formats.written() if each.use == use]


def format_of(code: str) -> Format | None:
    """The format with this code, if a study can be written in it."""
    return next((each for each in formats.written() if each.code == code), None)


def endings(chosen: Format) -> tuple[str, ...]:
    """What its files may be called, the usual one first."""
    return tuple(ENDINGS.get(chosen.code, chosen.suffixes[:1]))


def ends_well(chosen: Format, path: PurePath) -> bool:
    """Whether programs will know a file with this name as one of the format."""
    return path.suffix.lower() in {*chosen.suffixes, *endings(chosen)} - UNWRITTEN


def whole_study(chosen: Format) -> bool:
    """Whether it always holds everything, so that no journeys can be chosen."""
    return chosen.use == "study"
