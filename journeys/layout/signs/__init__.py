"""What emoji and symbols look like in the line of a text: our own drawings, in the colour of the text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from journeys.layout.signs import arrows, faces, letters, means, people, places, things, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.layout.shapes import Shape

PREFIX: Final = "sign."
_PLAIN: Final = arrows.ARROWS | people.PEOPLE | tokens.TOKENS | means.MEANS | places.PLACES | things.THINGS
_SETS: Final[dict[str, Callable[[list[str]], tuple[Shape, ...]]]] = {
    "face": faces.face,
    "disc": arrows.disc,
    "word": letters.word,
    "nation": letters.nation,
}


@cache
def shapes(name: str) -> tuple[Shape, ...] | None:
    """The paths of the mark "sign.…", in the unit square; None when there is no such drawing."""
    kind, *parts = name.removeprefix(PREFIX).split("/")
    if kind in _SETS:
        return _SETS[kind](parts)
    if parts:
        return arrows.arrow([kind, *parts])
    return _PLAIN.get(kind)
