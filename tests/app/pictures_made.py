"""Small pictures as bytes, made in memory."""

from __future__ import annotations

import io

from PIL import Image


def picture(size=(60, 40), colour=(200, 30, 30), form="PNG") -> bytes:
    """One colour, with a dark left half so that right and left can be told apart."""
    made = Image.new("RGB", size, colour)
    made.paste((10, 10, 10), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    made.save(out, form)
    return out.getvalue()


def file_of(folder, name="foto.png", **wanted):
    """A picture in a file."""
    path = folder / name
    path.write_bytes(picture(**wanted))
    return path
