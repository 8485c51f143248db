"""Arrows, buttons, dots and squares in the line of a text; what differs by colour differs by drawing as well."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line, turned

_ARROW: Final = (line("M 8 50 L 88 50 M 56 18 L 90 50 L 56 82", 12),)
_BOTH: Final = (line("M 10 50 L 90 50 M 66 24 L 92 50 L 66 76 M 34 24 L 8 50 L 34 76", 11),)
_PLAY: Final = (fill("M 14 8 L 92 50 L 14 92 Z"),)
_RING: Final = line(circle(50, 50, 40), 9)
_HOLE: Final = "M 26 42 L 26 58 L 74 58 L 74 42 Z"

_TURNED: Final = {"arrow": _ARROW, "arrow-two": _BOTH, "play": _PLAY}
_DISCS: Final[dict[str, tuple[Shape, ...]]] = {
    "": (fill(circle(50, 50, 44)),),
    "bar": (fill(f"{circle(50, 50, 44)} {_HOLE}"),),
    "half": (_RING, fill("M 50 10 C 28 10 10 28 10 50 C 10 72 28 90 50 90 Z")),
    "low": (_RING, fill("M 10 50 C 10 72 28 90 50 90 C 72 90 90 72 90 50 Z")),
    "dot": (_RING, fill(circle(50, 50, 16))),
    "check": (_RING, line("M 31 52 L 45 66 L 69 36", 10)),
    "ring": (_RING, line(circle(50, 50, 19), 9)),
    "plus": (_RING, line("M 50 32 L 50 68 M 32 50 L 68 50", 9)),
}
ARROWS: Final[dict[str, tuple[Shape, ...]]] = {
    "arrow-back": (line("M 34 16 L 8 42 L 34 68 M 10 42 L 66 42 C 96 42 96 88 66 88 L 44 88", 10),),
    "arrow-on": (line("M 66 16 L 92 42 L 66 68 M 90 42 L 34 42 C 4 42 4 88 34 88 L 56 88", 10),),
    "curve-up": (line("M 8 84 C 50 84 72 62 72 18 M 48 40 L 72 14 L 96 40", 10),),
    "curve-down": (line("M 8 16 C 50 16 72 38 72 82 M 48 60 L 72 86 L 96 60", 10),),
    "pause": (fill(box(18, 10, 24, 80, 4)), fill(box(58, 10, 24, 80, 4))),
    "square": (fill(box(12, 12, 76, 76, 6)),),
    "square-open": (line(box(13, 13, 74, 74, 6), 9),),
    "diamond": (fill("M 50 6 L 94 50 L 50 94 L 6 50 Z"),),
    "diamond-open": (line("M 50 10 L 90 50 L 50 90 L 10 50 Z", 9),),
    "disc-open": (_RING,),
    "disc-in": (_RING, fill(circle(50, 50, 24))),
    "recycle": (
        line(
            "M 14 44 C 20 10 66 2 82 32 M 86 8 L 84 36 L 57 32 M 86 56 C 80 90 34 98 18 68 M 14 92 L 16 64 L 43 68", 9
        ),
    ),
    "infinite": (line("M 50 50 C 36 24 6 28 6 50 C 6 72 36 76 50 50 C 64 24 94 28 94 50 C 94 72 64 76 50 50", 9),),
}


def arrow(parts: list[str]) -> tuple[Shape, ...]:
    """ "arrow" or "play", and where it points in degrees, clockwise from the right."""
    kind, degrees = parts
    return turned(_TURNED[kind], int(degrees))


def disc(parts: list[str]) -> tuple[Shape, ...]:
    """A dot of some colour, by the pattern that stands for it."""
    return _DISCS["".join(parts)]
