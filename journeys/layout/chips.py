"""The marks of a lens on a card: small chips, each with a colour and a short sign."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.phrases.lenses import signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.lenses.marks import Mark
    from journeys.i18n import Words
    from journeys.layout.pen import Pen

SIZE: Final = 0.84
"""Of the letters, in ems, as all lengths here."""
HIGH: Final = 1.22
SIDE: Final = 0.3
"""Left and right of the letters."""
APART: Final = 0.16
INSIDE: Final = 0.45
"""So far a chip on the lower edge of a card reaches into it: no further than where its words end."""
ABOVE: Final = 0.3
"""Between the words of a card and the chips under them."""
FRAME: Final = 0.2
"""Of a card with a mark."""
PALE: Final = "lens.pale"
"""Of a card without."""


class Chip(NamedTuple):
    """One mark, from `x` on; without an ink it stands for several more."""

    sign: str
    words: str
    ink: str
    x: float
    w: float


Row = tuple[Chip, ...]


@lru_cache(maxsize=2_000)
def one_row(marks: tuple[Mark, ...], lens: str, room: float, say: Words) -> Row:
    """As many as there is room for, the last for how many more there are; many cards have the same."""
    wanted = [_chip(lens, mark, say) for mark in marks]
    for shown in range(len(wanted), 0, -1):
        found = [*wanted[:shown], *_rest(wanted[shown:])]
        if _wide(found) <= room or shown == 1:
            return _placed(found)
    return ()


def rows(marks: Sequence[Mark], lens: str, room: float, say: Words) -> tuple[Row, ...]:
    """All of them, in as many rows as that takes: paper has no tooltips."""
    found: list[list[Chip]] = []
    for mark in marks:
        chip = _chip(lens, mark, say)
        if found and _wide([*found[-1], chip]) <= room:
            found[-1].append(chip)
        else:
            found.append([chip])
    return tuple(_placed(row) for row in found)


def height(found: Sequence[Row]) -> float:
    """How much room rows take under the words of a card."""
    return ABOVE + len(found) * (HIGH + APART) if found else 0.0


def _rest(hidden: Sequence[Chip]) -> tuple[Chip, ...]:
    if not hidden:
        return ()
    return (_sized(f"+{len(hidden)}", ", ".join(chip.words for chip in hidden), ""),)


def _chip(lens: str, mark: Mark, say: Words) -> Chip:
    return _sized(signs.sign(lens, mark.code, say), signs.words(lens, mark.code, say), mark.ink)


def _sized(sign: str, words: str, ink: str) -> Chip:
    return Chip(sign, words, ink, 0.0, max(fonts.em_width(sign, "bold") * SIZE + 2 * SIDE, HIGH))


def _wide(found: Sequence[Chip]) -> float:
    return sum(chip.w for chip in found) + APART * (len(found) - 1)


def _placed(found: Sequence[Chip]) -> Row:
    x, made = 0.0, []
    for chip in found:
        made.append(chip._replace(x=x))
        x += chip.w + APART
    return tuple(made)


def draw(pen: Pen, row: Row, x: float, y: float, told: str = "") -> None:
    """The chips of a row with their left top corner there; `told` is said before the first."""
    for chip in row:
        fill, edge, on = (chip.ink, f"{chip.ink}.edge", f"{chip.ink}.on") if chip.ink else _MORE
        pen.box(x + chip.x, y, chip.w, HIGH, fill=fill, stroke=edge, width=0.09, radius=0.3)
        top = y + (HIGH - SIZE * 1.24) / 2
        pen.text(
            (chip.sign,), x + chip.x + chip.w / 2, top, size=SIZE, font="bold", colour=on, anchor="middle",
            alt=f"{told}: {chip.words}" if told and chip is row[0] else chip.words,
        )  # fmt: skip


_MORE: Final = ("card.fill", "card.stroke", "card.text")
