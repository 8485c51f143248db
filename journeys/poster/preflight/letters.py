"""Which characters of a finished sheet nothing can be drawn for, and which are set in a font of this computer."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.poster.preflight import printed
from journeys.poster.preflight.item import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.fonts import Piece
    from journeys.poster.sheet import Sheet

FEW: Final = 4
"""Of so many characters of a script each is named."""
_TURNED: Final = frozenset({"R", "AL", "AN"})
_Held = dict[str, dict[str, None]]


def characters(sheet: Sheet) -> Iterator[Item]:
    """What our fonts lack, with where it stands: by the character, or by the script where it is a whole text."""
    lost: _Held = {}
    turned: dict[str, None] = {}
    borrowed: _Held = {}
    for about, piece in _pieces(sheet):
        if piece.lent is not None:
            borrowed.setdefault(piece.lent.family, {})[about] = None
        elif piece.way == "box":
            held = turned if unicodedata.bidirectional(piece.text) in _TURNED else lost.setdefault(piece.text, {})
            held[about] = None
    for together in _by_script(lost):
        subjects = _subjects(id_ for one in together for id_ in lost[one])
        code = "glyph.missing" if len(together) == 1 else "glyph.missing_many"
        yield Item(code, "lost", sheet.journey, subjects, _told(together, len(subjects)))
    if turned:
        yield Item("script.turned", "lost", sheet.journey, _subjects(turned), {"n": len(turned)})
    for family, held in sorted(borrowed.items()):
        yield Item("font.borrowed", "known", sheet.journey, _subjects(held), {"font": family, "n": len(held)})


def _pieces(sheet: Sheet) -> Iterator[tuple[str, Piece]]:
    """What is not simply set in our font, with what it is about."""
    for text in printed.texts(sheet.drawing):
        for line in text.lines:
            if not fonts.plain(line):
                found = [piece for piece in fonts.pieces(line, text.font) if piece.way in {"box", "lent"}]
                yield from ((text.about or "", piece) for piece in sorted(found, key=lambda piece: piece.text))


def _subjects(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, ids)))


def _by_script(found: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Each by itself, unless there are many of one script: nobody reads a list of forty letters."""
    scripts: dict[str, list[str]] = {}
    for character in found:
        scripts.setdefault(unicodedata.name(character, "").partition(" ")[0], []).append(character)
    for some in scripts.values():
        yield from [tuple(some)] if len(some) > FEW else [(one,) for one in some]


def _told(together: Sequence[str], subjects: int) -> dict[str, str | int | float]:
    if len(together) > 1:
        return {"characters": "".join(together), "n": len(together)}
    (one,) = together
    name = unicodedata.name(one, "").lower()
    return {"character": one, "name": name, "n": subjects, "code": f"U+{ord(one):04X}"}
