"""How people write that something felt good or bad: numbers on any scale, plus and minus, words, smileys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from journeys import text

Scale = Literal["ours", "one_five", "one_ten", "five_five"]

_NUMBER: Final = re.compile(r"([+-]?)\s*(\d{1,3}(?:[.,]\d+)?)(?:\s*/\s*(?:5|10))?\Z")
_MINUS: Final = str.maketrans({"−": "-", "–": "-", "—": "-", "\u2012": "-", "\uff0b": "+"})
_SELECTOR: Final = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]")

_WORDS: Final[dict[int, str]] = {
    -2: "zeer negatief, erg negatief, heel negatief, very negative, very unpleasant, zeer onprettig, erg onprettig, "
        "zeer vervelend, very bad, heel slecht, zeer slecht, erg slecht, awful, terrible, vreselijk, verschrikkelijk, "
        "boos, woedend, angry, furious, wanhopig, desperate, zeer ontevreden, very dissatisfied, dieptepunt, "
        "--, ---, 😡, 😠, 😭, 😱, 🤬, 😫, 😩, 👎👎, >:(, :'(, :((, :-((, very sad, heel verdrietig",
    -1: "negatief, negative, onprettig, unpleasant, vervelend, slecht, bad, matig, onzeker, unsure, uncertain, "
        "verdrietig, sad, gestrest, stress, stressed, bang, angstig, afraid, anxious, bezorgd, worried, verward, "
        "confused, gefrustreerd, frustrated, frustratie, frustration, teleurgesteld, disappointed, ontevreden, "
        "dissatisfied, onrustig, boosheid, irritatie, geirriteerd, annoyed, onveilig, laag, low, "
        "-, ☹, 🙁, 😟, 😕, 😞, 😔, 😢, 😰, 😨, 😥, 😒, 😖, 😣, 👎, :(, :-(, ):, :/, :-/",
    0: "neutraal, neutral, gemiddeld, average, gewoon, ok, oke, okay, niet positief niet negatief, wisselend, mixed, "
       "+/-, +-, -/+, ±, 0, 😐, 😑, 😶, 🫤, :|, :-|, midden, middle",
    1: "positief, positive, prettig, pleasant, fijn, goed, good, nice, leuk, blij, happy, tevreden, satisfied, "
       "opgelucht, relieved, opluchting, relief, hoopvol, hopeful, rustig, calm, vertrouwen, trust, zeker, voldaan, "
       "hoog, high, +, 🙂, 😊, ☺, 😌, 😀, 😃, 👍, :), :-), (:, ;), ;-)",
    2: "zeer positief, erg positief, heel positief, very positive, very pleasant, zeer prettig, erg prettig, "
       "zeer blij, heel blij, erg blij, very happy, heel goed, zeer goed, very good, great, geweldig, fantastisch, "
       "excellent, uitstekend, zeer tevreden, very satisfied, enthousiast, enthusiastic, trots, proud, euforisch, "
       "dolblij, hoogtepunt, ++, +++, 😄, 😁, 😍, 🥰, 🤩, 😆, 🎉, 🥳, 👍👍, ❤, :d, :-d, :)), :-))",
}  # fmt: skip


def _key(raw: str) -> str:
    """Without case, accents, skin tones, and spaces between signs."""
    folded = text.folded(_SELECTOR.sub("", raw.translate(_MINUS))).strip(" \t\n.!")
    bare = "".join(folded.split())
    return bare if not any(char.isalpha() for char in bare) else " ".join(folded.split())


KNOWN: Final[dict[str, int]] = {_key(word): rating for rating, words in _WORDS.items() for word in words.split(", ")}


@dataclass(frozen=True, slots=True)
class Rating:
    """What was understood; `guessed` when it was not a whole number from −2 to +2."""

    value: int
    guessed: bool


def number(raw: str) -> float | None:
    """The number in a cell such as "+2", "−1,5" or "4/5", or None."""
    found = _NUMBER.fullmatch(raw.translate(_MINUS).strip())
    if found is None:
        return None
    value = float(found[2].replace(",", "."))
    return -value if found[1] == "-" else value


def scale_of(cells: Iterable[str], heading: str = "") -> Scale:
    """The scale on which a column counts, told by its heading or else by how far its numbers reach."""
    told = re.search(r"([+-]?\d+)\s*(?:t/m|tot|to|-|–|…|\.\.+)\s*\+?(\d+)", heading.translate(_MINUS))
    ends = (int(told[1]), int(told[2])) if told else None
    if ends in ((1, 5), (1, 10), (-5, 5)):
        return {(1, 5): "one_five", (1, 10): "one_ten", (-5, 5): "five_five"}[ends]  # type: ignore[return-value]  # the three ends above
    numbers = [found for cell in cells if (found := number(cell)) is not None]
    least, most = min(numbers, default=0.0), max(numbers, default=0.0)
    if least < 0:
        return "ours" if least >= -2 and most <= 2 else "five_five"
    if most <= 2 or any(cell.strip().startswith("+") for cell in cells):
        return "ours" if most <= 2 else "five_five"
    if most <= 5:
        return "five_five" if least < 1 else "one_five"
    return "one_ten"


def rating(raw: str, scale: Scale = "ours") -> Rating | None:
    """−2…+2 for what people wrote, or None when nothing can be made of it."""
    value = number(raw)
    if value is None:
        found = KNOWN.get(_key(raw))
        return None if found is None else Rating(found, guessed=_key(raw) != "0")
    least, most, middle, step = _SCALES[scale]
    if not least <= value <= most:
        return None
    placed = (value - middle) / step
    whole = int(abs(placed) + 0.5) * (1 if placed >= 0 else -1)
    return Rating(max(-2, min(2, whole)), guessed=scale != "ours" or placed != whole)


_SCALES: Final[dict[Scale, tuple[float, float, float, float]]] = {
    "ours": (-2, 2, 0, 1), "one_five": (1, 5, 3, 1), "one_ten": (1, 10, 5.5, 2.25), "five_five": (-5, 5, 0, 2.5),
}  # fmt: skip
"""Least, most, middle and the width of one of our steps."""


def looks_like_ratings(cells: Iterable[str]) -> bool:
    """Whether every filled cell can be read as one, and there is at least one."""
    filled = [cell for cell in cells if cell.strip()]
    scale = scale_of(filled)
    return bool(filled) and scale != "one_ten" and all(rating(cell, scale) is not None for cell in filled)
