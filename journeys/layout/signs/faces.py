"""Faces in the line of a text, put together from eyes, a mouth and what comes beside them."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line, scaled

HEART: Final = (
    "M 50 92 C 18 66 5 50 5 32 C 5 17 16 8 29 8 C 39 8 46 13 50 21 C 54 13 61 8 71 8 "
    "C 84 8 95 17 95 32 C 95 50 82 66 50 92 Z"
)
STAR: Final = "M 50 3 L 63 36 L 98 38 L 71 60 L 80 95 L 50 76 L 20 95 L 29 60 L 2 38 L 37 36 Z"
DROP: Final = "M 50 2 C 34 34 22 48 22 68 C 22 86 34 98 50 98 C 66 98 78 86 78 68 C 78 48 66 34 50 2 Z"

_HEAD: Final = line(circle(50, 50, 44), 7)
_LEFT: Final = fill(circle(34, 42, 6, 7.5))
_RIGHT: Final = fill(circle(66, 42, 6, 7.5))
_SHUT_LEFT: Final = line("M 25 46 C 28 36 40 36 43 46", 7)
_SHUT_RIGHT: Final = line("M 57 46 C 60 36 72 36 75 46", 7)

_EYES: Final[dict[str, tuple[Shape, ...]]] = {
    "dots": (_LEFT, _RIGHT),
    "closed": (_SHUT_LEFT, _SHUT_RIGHT),
    "wink": (_LEFT, _SHUT_RIGHT),
    "hearts": (fill(scaled(HEART, 19, 27, 29)), fill(scaled(HEART, 52, 27, 29))),
    "stars": (fill(scaled(STAR, 17, 24, 31)), fill(scaled(STAR, 52, 24, 31))),
    "glasses": (fill(box(17, 32, 29, 21, 7)), fill(box(54, 32, 29, 21, 7)), line("M 44 39 L 56 39", 6)),
    "brows": (_LEFT, _RIGHT, line("M 24 30 L 42 30 M 56 26 C 62 20 70 20 77 26", 6)),
    "tight": (line("M 25 34 L 42 43 L 25 52 M 75 34 L 58 43 L 75 52", 7),),
    "angry": (fill(circle(34, 47, 6)), fill(circle(66, 47, 6)), line("M 21 30 L 44 40 M 79 30 L 56 40", 7)),
    "wide": (fill(circle(33, 40, 9, 11)), fill(circle(67, 40, 9, 11))),
}
_MOUTHS: Final[dict[str, tuple[Shape, ...]]] = {
    "laugh": (fill("M 23 56 L 77 56 C 77 76 65 84 50 84 C 35 84 23 76 23 56 Z"),),
    "smile": (line("M 28 61 C 36 77 64 77 72 61", 7),),
    "kiss": (fill(circle(50, 69, 7)),),
    "flat": (line("M 32 68 L 68 68", 7),),
    "sad": (line("M 29 74 C 37 60 63 60 71 74", 7),),
    "howl": (fill("M 29 82 C 29 64 38 57 50 57 C 62 57 71 64 71 82 C 62 75 38 75 29 82 Z"),),
    "round": (fill(circle(50, 70, 10, 13)),),
    "mask": (line(f"{box(24, 54, 52, 30, 10)} M 24 60 L 9 50 M 76 60 L 91 50 M 37 68 L 63 68", 6),),
}
_BESIDE: Final[dict[str, tuple[Shape, ...]]] = {
    "tear": (fill(scaled(DROP, 16, 50, 26)),),
    "tears": (fill(scaled(DROP, 7, 48, 28)), fill(scaled(DROP, 65, 48, 28))),
    "hat": (fill("M 26 20 L 62 -2 L 66 16 Z"),),
    "hand": (fill("M 30 92 C 28 82 34 78 42 80 L 62 74 C 68 74 68 82 62 83 L 56 86 C 56 98 34 102 30 92 Z"),),
    "sleep": (line("M 78 4 L 97 4 L 78 24 L 97 24", 6),),
}


def face(parts: list[str]) -> tuple[Shape, ...]:
    """ "dots", "smile" and perhaps "tear" → the whole face."""
    eyes, mouth, *beside = parts
    return _HEAD, *_EYES[eyes], *_MOUTHS[mouth], *(shape for name in beside for shape in _BESIDE[name])
