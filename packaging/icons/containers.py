"""Several sizes of one icon in one file: .ico for Windows, .icns for macOS."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable

PACKED: Final = 256
"""Pixels: from this side on an .ico holds a PNG; smaller ones are bitmaps, which installers and old shells read."""

KINDS: Final = {
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip
"""Of an .icns, those that hold a PNG on every macOS that Qt runs on: 11 is 16 points at twice the pixels."""


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes; a name is right
    return bytes(buffer.data().data())


def ico(images: list[QImage]) -> bytes:
    """Square images from small to large, as a table and their pixels. Format: Windows ICONDIR, ICONDIRENTRY."""
    bodies = [png(image) if image.width() >= PACKED else _bitmap(image) for image in images]
    start = 6 + 16 * len(images)
    table = [struct.pack("<HHH", 0, 1, len(images))]
    for image, body in zip(images, bodies, strict=True):
        side = image.width() % 256  # 0 stands for 256
        table.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), start))
        start += len(body)
    return b"".join(table + bodies)


def _bitmap(image: QImage) -> bytes:
    """Colours from the bottom up, then a mask of one bit for what knows no transparency."""
    side = image.width()
    plain = image.convertToFormat(QImage.Format.Format_ARGB32).flipped(Qt.Orientation.Vertical)
    head = struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, 0, 0, 0, 0, 0)
    return head + bytes(plain.constBits()) + b"".join(_mask(plain, row) for row in range(side))


def _mask(image: QImage, row: int) -> bytes:
    """One row: a set bit is a pixel that cannot be seen; filled up to whole 32 bits."""
    width = image.width()
    words = (width + 31) // 32
    bits = 0
    for column in range(words * 32):
        seen = column < width and image.pixelColor(column, row).alpha() > 0
        bits = bits << 1 | (not seen and column < width)
    return bits.to_bytes(words * 4, "big")


def icns(painted: Callable[[int], QImage]) -> bytes:
    """Each kind with its length and its PNG; pictures of one size are painted once."""
    pictures = {side: png(painted(side)) for side in set(KINDS.values())}
    parts = [kind + struct.pack(">I", 8 + len(pictures[side])) + pictures[side] for kind, side in KINDS.items()]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)
