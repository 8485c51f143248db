"""Colours of a drawing as SVG says them: each on its own element, or by classes that a page styles per theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Inks(Protocol):
    """What gives an element its colours by the names of their roles."""

    def of(self, fill: str | None = None, stroke: str | None = None) -> dict[str, str]: ...


class Plain:
    """For a file on its own: every program knows these attributes."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        self._palette = palette

    def of(self, fill: str | None = None, stroke: str | None = None) -> dict[str, str]:
        found = {"fill": self._palette[fill] if fill else "none"}
        return found | {"stroke": self._palette[stroke]} if stroke else found


class Classed:
    """For a page with light and dark colours: `style` has the rules for the roles that were asked for."""

    def __init__(self) -> None:
        self._fills: dict[str, None] = {}
        self._strokes: dict[str, None] = {}

    def of(self, fill: str | None = None, stroke: str | None = None) -> dict[str, str]:
        names = []
        if fill:
            self._fills[fill] = None
            names.append(_name("f", fill))
        if stroke:
            self._strokes[stroke] = None
            names.append(_name("s", stroke))
        found = {"class": " ".join(names)}
        return found if fill else found | {"fill": "none"}

    def style(self, palette: Mapping[str, str]) -> str:
        """Rules in these colours."""
        fills = (f".{_name('f', role)}{{fill:{palette[role]}}}" for role in sorted(self._fills))
        strokes = (f".{_name('s', role)}{{stroke:{palette[role]}}}" for role in sorted(self._strokes))
        return "".join((*fills, *strokes))


def _name(kind: str, role: str) -> str:
    """A name that needs no escapes in a style; no two roles share one."""
    return f"{kind}-{role.replace('.', '-').replace('+', 'p')}"
