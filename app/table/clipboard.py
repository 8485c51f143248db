"""Cells as text for the clipboard, as spreadsheets write and read them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from journeys.exchange.formulas import guarded, unguarded

if TYPE_CHECKING:
    from collections.abc import Sequence


def written(rows: Sequence[Sequence[str]]) -> str:
    """Tabs between cells, a line per row; a cell of several lines stands in quotation marks."""
    out = io.StringIO()
    cells = ([guarded(cell) for cell in row] for row in rows)
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(cells)
    return out.getvalue().removesuffix("\n")


def read(text: str) -> list[list[str]]:
    """The cells of a copied range; rows may differ in length. A quotation mark that is just text stays."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        found = list(csv.reader(io.StringIO(plain), dialect="excel-tab", strict=True))
    except csv.Error:
        found = [line.split("\t") for line in plain.split("\n")]
    return [[unguarded(cell) for cell in row] for row in found]
