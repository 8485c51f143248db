"""Which columns of a list are shown, how wide and in what order: kept between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHeaderView

    from app.table.cells import Column


def restore(header: QHeaderView, code: str, columns: Sequence[Column], unit: int) -> None:
    """Dress a header as it was left; a column that is new since then stands where we put it. `unit` is a letter."""
    held = {name: (int(width), shown == "1") for name, width, shown in _read(code)}
    order = [name for name, _, _ in _read(code)]
    for number, column in enumerate(columns):
        title = str(header.model().headerData(number, header.orientation()))
        usual = max(column.width * unit, header.fontMetrics().horizontalAdvance(title) + 22)
        width, shown = held.get(column.code, (usual, column.shown))
        header.resizeSection(number, max(24, min(width, 2000)))
        header.setSectionHidden(number, not shown)
    codes = [column.code for column in columns]
    for place, name in enumerate(name for name in order if name in codes):
        header.moveSection(header.visualIndex(codes.index(name)), place)


def keep(header: QHeaderView, code: str, columns: Sequence[Column], unit: int) -> None:
    """Remember a header as it is now; a hidden column keeps the width it had."""
    known = {name: width for name, width, _ in _read(code)}
    held = []
    for visual in range(header.count()):
        number = header.logicalIndex(visual)
        hidden = header.isSectionHidden(number)
        before = known.get(columns[number].code, columns[number].width * unit)
        width = before if hidden else header.sectionSize(number)
        held.append(f"{columns[number].code}:{width}:{int(not hidden)}")
    settings.set_table_columns(code, held)


def shown(code: str) -> list[tuple[str, bool]]:
    """Which columns the user left shown and which hidden."""
    return [(name, on == "1") for name, _, on in _read(code)]


def _read(code: str) -> list[tuple[str, str, str]]:
    found = []
    for entry in settings.table_columns(code):
        name, _, rest = entry.partition(":")
        width, _, shown = rest.partition(":")
        if width.isdecimal() and len(width) < 6:
            found.append((name, width, shown))
    return found
