"""Compares a picture with the one that somebody looked at, and leaves the difference behind."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FOLDER = Path(__file__).parent
NOTICEABLE = 48
"""Of 255: what another version of the renderer may differ in one pixel."""
ALLOWED = 0.001
"""Of all pixels."""


def looks_as_before(found: Picture, name: str, tmp_path: Path) -> None:
    """Fails where more than a hair differs; writes the picture anew when that was asked."""
    kept = FOLDER / f"{name}.png"
    if os.environ.get("LEVENSREIS_GOLDEN") == "write":
        found.quantize(128, dither=Image.Dither.NONE).save(kept, optimize=True)
    golden = Image.open(kept).convert("RGB")
    assert found.size == golden.size
    difference = ImageChops.difference(found, golden).convert("L").point(lambda level: 255 if level > NOTICEABLE else 0)
    changed = difference.histogram()[255] / (found.width * found.height)
    if changed > ALLOWED:
        difference.save(tmp_path / f"difference-{kept.name}")
        found.save(tmp_path / f"found-{kept.name}")
    assert changed <= ALLOWED, f"{changed:.2%} of the pixels changed; see {tmp_path}"
