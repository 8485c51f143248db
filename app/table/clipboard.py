"""Cells as text for the clipboard, as spreadsheets write and read them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def written(rows: Sequence[Sequence[str]]) -> str:
    """Tabs between cells, a line per row; a cell of several lines stands in quotation marks."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def read(text: str) -> list[list[str]]:
    """The cells of a copied range; rows may differ in length. A quotation mark that is just text stays."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        return list(csv.reader(io.StringIO(plain), dialect="excel-tab", strict=True))
    except csv.Error:
        return [line.split("\t") for line in plain.split("\n")]
