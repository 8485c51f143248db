"""Words as large as they can be set: the first size at which they fit, and only then shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys.layout import text
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Anchor, Font, Role
    from journeys.layout.pen import Pen


class Setting(NamedTuple):
    """Words broken for a room of so many ems; `told`: all of them, where they were shortened."""

    lines: tuple[str, ...]
    size: float
    font: Font
    room: float
    told: str = ""

    @property
    def height(self) -> float:
        return height_of(self.lines, self.size)

    @property
    def width(self) -> float:
        return text.widest(self.lines, self.font) * self.size


def fitted(
    words: str, font: Font, room: float, sizes: Sequence[float], most: int, language: str, *, even: bool = False
) -> Setting:  # fmt: skip
    """On at most so many lines; rather smaller than with a word broken, and shortened only at the smallest size."""
    if not words.strip():
        return Setting((), sizes[0], font, room)
    room = max(room, 1.0)
    fits = None
    for size in sizes:
        found = text.lines(words, font, room / size, language)
        if len(found) <= most:
            fits = fits or size
            if not any(isinstance(line, text.Within) for line in found):
                fits = size
                break
    if fits is None:
        cut = text.broken(words, font, room / sizes[-1], language, most)
        return Setting(cut.lines, sizes[-1], font, room, words if cut.cut else "")
    lines = (text.balanced if even else text.lines)(words, font, room / fits, language)
    return Setting(lines, fits, font, room)


def heading(words: str, room: float, sizes: Sequence[float], language: str, most: int = 2) -> Setting:
    """A title: on one line as large as it can be, else on several in the smallest size."""
    one = fitted(words, "bold", room, sizes, 1, language)
    whole = not one.told and not any(isinstance(part, text.Within) for part in one.lines)
    return one if whole else fitted(words, "bold", room, sizes[-1:], most, language, even=True)


def line(words: str, font: Font, room: float, size: float, language: str, most: int = 1) -> Setting:
    """At this one size."""
    return fitted(words, font, room, (size,), most, language)


def put(
    pen: Pen, made: Setting, x: float, y: float, *, colour: str = "text", role: Role = "cell", anchor: Anchor = "start",
    alt: str = "",
) -> float:  # fmt: skip
    """Set the words below `y`; returns where they end."""
    room = made.room if anchor == "start" else None
    return pen.text(
        made.lines, x, y, size=made.size, font=made.font, colour=colour, anchor=anchor, role=role,
        alt=alt or made.told, room=room,
    )  # fmt: skip
