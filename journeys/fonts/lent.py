"""Fonts of this computer for scripts that ours lack: sought by name, only when asked for, only with the extra.

Without `levensreis[scripts]` nothing is borrowed and all computers print the same.
"""

from __future__ import annotations

import os
import struct
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.fonts import truetype, turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILES: Final = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSans-Regular.ttf",
    "segoeui.ttf",
    "tahoma.ttf",
    "arial.ttf",
    "Arial.ttf",
    "Arial Unicode.ttf",
    "DejaVuSans.ttf",
    "LiberationSans-Regular.ttf",
    "ebrima.ttf",
    "nyala.ttf",
    "malgun.ttf",
    "AppleGothic.ttf",
    "msyh.ttc",
    "simsun.ttc",
    "YuGothM.ttc",
    "msgothic.ttc",
    "DroidSansFallbackFull.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "NanumGothic.ttf",
    "ukai.ttc",
    "uming.ttc",
)
"""In this order; those with PostScript outlines cannot be embedded by our printer."""
SCRIPTS: Final = frozenset(
    ("ARABIC", "HEBREW", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC",
     "FULLWIDTH", "GEORGIAN", "ARMENIAN", "ETHIOPIC", "CYRILLIC", "GREEK", "LATIN", "TIFINAGH", "CHEROKEE")
)  # fmt: skip
"""Those that stand letter by letter, or that we join; others need a shaper, and a wrong word is worse than a box."""
MOST_BYTES: Final = 60_000_000


class Lent(NamedTuple):
    """A font of this computer."""

    family: str
    path: Path
    widths: Mapping[str, int]


def folders() -> tuple[Path, ...]:
    """Where this computer keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts", own
    if sys.platform == "darwin":
        system = Path("/System/Library/Fonts")
        return system, system / "Supplemental", Path("/Library/Fonts"), home / "Library/Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"


def lender(character: str) -> Lent | None:
    """The font to set this character in when ours lack it; None without the extra, for other scripts, without fonts."""
    if not turned.ready() or unicodedata.name(character, "").partition(" ")[0] not in SCRIPTS:
        return None
    return _lender(character)


@cache
def _lender(character: str) -> Lent | None:
    found = (_read(path) for path in _files())
    return next((font for font in found if font is not None and character in font.widths), None)


@cache
def _files() -> tuple[Path, ...]:
    """The files of FILES that are here, in that order."""
    here: dict[str, Path] = {}
    for path in _fonts():
        here.setdefault(path.name, path)
    return tuple(here[name] for name in FILES if name in here)


def _fonts() -> Iterator[Path]:
    """Every font file in the folders, in an order that does not change."""
    for folder in folders():
        for where, below, names in os.walk(folder):
            below.sort()
            yield from (Path(where) / name for name in sorted(names) if name in _WANTED)


_WANTED: Final = frozenset(FILES)


@cache
def _read(path: Path) -> Lent | None:
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        font = truetype.read(path.read_bytes())
    except (OSError, ValueError, KeyError, IndexError, struct.error):
        return None  # damaged or gone: as if it were not there
    return Lent(font.family or path.stem, path, font.widths) if font else None


def clear() -> None:
    """Look for fonts anew."""
    for remembered in (_lender, _files, _read):
        remembered.cache_clear()
