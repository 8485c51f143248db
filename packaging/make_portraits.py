"""Writes resources/samples/portraits/*.png: the people of the samples, from our own drawings in packaging/portraits.

Run it when a drawing changes: .venv/bin/python packaging/make_portraits.py
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parent / "portraits"
TARGET = DRAWINGS.parents[1] / "resources" / "samples" / "portraits"
SIDE = 480  # pixels
COLOURS = 64


def drawn(drawing: Path) -> bytes:
    """The drawing as a PNG of a few colours."""
    from PIL.Image import Dither, Quantize
    from PIL.Image import open as opened

    out = io.BytesIO()
    full = opened(io.BytesIO(painted(drawing))).convert("RGB")
    full.quantize(COLOURS, Quantize.MAXCOVERAGE, kmeans=2, dither=Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def painted(drawing: Path) -> bytes:
    image, buffer = QImage(SIDE, SIDE, QImage.Format.Format_RGB32), QBuffer()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes; a name is right
    return bytes(buffer.data().data())


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    for drawing in sorted(DRAWINGS.glob("*.svg")):
        target = TARGET / f"{drawing.stem}.png"
        target.write_bytes(drawn(drawing))
        print(f"{target.name}: {target.stat().st_size} bytes")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
