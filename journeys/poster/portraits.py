"""Portraits for the sheet: decoded strictly, cropped square, and encoded anew so that nothing else comes along."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.model.document import Document

MOST_BYTES: Final = 20_000_000
MOST_PIXELS: Final = 40_000_000
SIDE_PX: Final = 900
"""Enough for 150 dpi at 150 mm, which is larger than any poster draws it."""


def portrait(document: Document, persona: str, images: Mapping[str, bytes]) -> bytes | None:
    """The persona's square portrait as clean JPEG bytes; None without one, or when it cannot be read.

    `images` holds the pictures' bytes by their sha256.
    """
    image = document.images.get(document.personas[persona].portrait or "")
    data = images.get(image.sha256) if image else None
    return squared(data) if data and len(data) <= MOST_BYTES else None


def squared(data: bytes) -> bytes | None:
    """The middle square of a PNG or JPEG, at most SIDE_PX wide, on white, without EXIF; None if unreadable."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow only warns of a picture that is a bomb
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                rgba = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
    side = min(rgba.size)
    left, top = (rgba.width - side) // 2, (rgba.height - side) // 2
    square = rgba.crop((left, top, left + side, top + side))
    if side > SIDE_PX:
        square = square.resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", square.size, (255, 255, 255))
    clean.paste(square, mask=square.getchannel("A"))
    out = BytesIO()
    clean.save(out, "JPEG", quality=88, subsampling=0)
    return out.getvalue()


def initials(name: str) -> str:
    """Two letters for a name: "Sanne & Youssef" → SY, "Esra" → E."""
    words = [word for word in name.split() if word[0].isalnum()]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0].upper() for word in chosen)
