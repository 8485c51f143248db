"""Collects what a reader guessed, changed or left out; what is said of several rows becomes one remark."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeys.edits.incoming import Remark


@dataclass(slots=True)
class Noticed:
    """Remarks in the order in which they were first made, each with all its rows."""

    _rows: dict[tuple[str, tuple[tuple[str, object], ...]], list[int]] = field(default_factory=dict)

    def add(self, code: str, row: int | None = None, **values: object) -> None:
        rows = self._rows.setdefault((code, tuple(sorted(values.items()))), [])
        if row is not None and row not in rows[-1:]:
            rows.append(row)

    def all(self) -> tuple[Remark, ...]:
        return tuple(Remark(code, dict(values), tuple(rows)) for (code, values), rows in self._rows.items())
