"""Pictures for the sheet: decoded strictly, portraits cropped square, encoded anew so that nothing else comes along."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL import Image

    from journeys.model.document import Document

MOST_BYTES: Final = 20_000_000
MOST_PIXELS: Final = 40_000_000
SIDE_PX: Final = 900
"""Enough for 150 dpi at 150 mm, which is larger than any poster draws it."""
PHOTO_PX: Final = 1600
"""As large as pictures are stored."""


def portrait(document: Document, persona: str, images: Mapping[str, bytes]) -> bytes | None:
    """The persona's square portrait as clean JPEG bytes; None without one, or when it cannot be read.

    `images` holds the pictures' bytes by their sha256.
    """
    image = document.images.get(document.personas[persona].portrait or "")
    data = images.get(image.sha256) if image else None
    return squared(data) if data and len(data) <= MOST_BYTES else None


def photo(document: Document, image: str, images: Mapping[str, bytes]) -> bytes | None:
    """The picture on a step as clean JPEG bytes; None when it cannot be read."""
    held = document.images.get(image)
    data = images.get(held.sha256) if held else None
    found = _decoded(data) if data and len(data) <= MOST_BYTES else None
    return _clean(found, PHOTO_PX) if found is not None else None


def decodable(document: Document, image: str, images: Mapping[str, bytes]) -> bool:
    """Whether this picture is there and can be read."""
    held = document.images.get(image)
    data = images.get(held.sha256) if held else None
    return bool(data) and len(data or b"") <= MOST_BYTES and _decoded(data or b"") is not None


def squared(data: bytes) -> bytes | None:
    """The middle square of a PNG or JPEG, at most SIDE_PX wide, on white, without EXIF; None if unreadable."""
    rgba = _decoded(data)
    if rgba is None:
        return None
    side = min(rgba.size)
    left, top = (rgba.width - side) // 2, (rgba.height - side) // 2
    return _clean(rgba.crop((left, top, left + side, top + side)), SIDE_PX)


def _decoded(data: bytes, longest: int = PHOTO_PX) -> Image.Image | None:
    """The first picture in these bytes, upright, in RGBA and not much larger than asked; None if unreadable."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is too large is refused just below, before it is unpacked
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                opened.draft("RGB", (longest, longest))
                return ImageOps.exif_transpose(_eight_bits(opened, longest)).convert("RGBA")
    except Exception:  # noqa: BLE001 - a decoder of damaged data may fail in any way: then it cannot be read
        return None


def _eight_bits(picture: Image.Image, longest: int) -> Image.Image:
    """Sixteen bits of grey to eight, which Pillow would cut off; a very large picture smaller while it is small."""
    if picture.mode.startswith("I"):
        grey = picture.convert("I").point(lambda value: value / 256).convert("L")
        grey.info = {key: value for key, value in picture.info.items() if key == "exif"}
        return grey
    many = max(picture.size) // (2 * longest)
    if many > 1 and picture.mode in {"RGB", "L", "CMYK", "RGBA"}:
        smaller = picture.reduce(many)
        smaller.info.update(picture.info)
        return smaller
    return picture


def _clean(rgba: Image.Image, longest: int) -> bytes:
    """On white, no larger than that, as JPEG."""
    from PIL import Image

    if max(rgba.size) > longest:
        share = longest / max(rgba.size)
        size = (max(1, round(rgba.width * share)), max(1, round(rgba.height * share)))
        rgba = rgba.resize(size, Image.Resampling.LANCZOS)
    clean = Image.new("RGB", rgba.size, (255, 255, 255))
    clean.paste(rgba, mask=rgba.getchannel("A"))
    out = BytesIO()
    clean.save(out, "JPEG", quality=88, subsampling=0)
    return out.getvalue()
