"""Remarks on lines of a file: what says the same of several lines becomes one remark."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeys.edits.incoming import Remark


@dataclass(slots=True)
class Told:
    """What was guessed, changed or left out so far."""

    _lines: dict[tuple[str, tuple[tuple[str, object], ...]], dict[int, None]] = field(default_factory=dict)

    def add(self, code: str, line: int | None = None, **values: object) -> None:
        lines = self._lines.setdefault((f"mermaid.{code}", tuple(sorted(values.items()))), {})
        if line is not None:
            lines[line] = None

    def all(self) -> tuple[Remark, ...]:
        return tuple(
            Remark(code, {**dict(values), "lines": True}, tuple(lines)) for (code, values), lines in self._lines.items()
        )
