"""Pictures that come in: checked before they are decoded, upright, without hidden data, and never too large."""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QRectF, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from app import picture_bytes
from journeys.errors import ImageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QRect

MEMORY_MB: Final = 256
READ_PX: Final = 3000
"""The longest side of what is kept of a picture while it is being cropped."""
STEP_PX: Final = 1600
PORTRAIT_PX: Final = 512
STORED_BYTES: Final = 1_000_000
GRAPHIC_COLOURS: Final = 64
"""A drawing or a screenshot has no more colours than this among a few thousand of its points."""

Media = Literal["png", "jpeg"]


class Encoded(NamedTuple):
    """A picture as it is stored."""

    data: bytes
    media: Media
    width: int
    height: int


def read(source: bytes | Path | QImage, longest: int = READ_PX) -> QImage:
    """The picture, upright, its longest side at most so many pixels. Raises ImageError; may run in any thread."""
    if isinstance(source, QImage):
        if source.isNull():
            raise ImageError("image.empty")
        return _plain(_reduced(source, longest))
    data = source if isinstance(source, bytes) else picture_bytes.contents(source)
    return _plain(_decoded(data, longest))


def shown(data: bytes, longest: int, bounds: picture_bytes.Bounds = picture_bytes.SHOWN) -> QImage:
    """A picture of the study, for who waits for it: one that would take long raises ImageError as well."""
    if len(data) > bounds.size:
        raise ImageError("image.large_file", found=-(-len(data) // 1_000_000), most=bounds.size // 1_000_000)
    return _plain(_decoded(data, longest, bounds))


def encoded(image: QImage, longest: int) -> Encoded:
    """As PNG where something shines through or where it is a drawing, else as JPEG; small enough to be stored."""
    made, size = _reduced(image, longest), 1
    for found in _candidates(made):
        size = len(found.data)
        if size <= STORED_BYTES:
            return found
    share = max(0.4, min(0.85, 0.95 * sqrt(STORED_BYTES / size)))
    return encoded(made, max(1, int(max(made.width(), made.height()) * share)))


def _candidates(image: QImage) -> Iterator[Encoded]:
    """What may be small enough, the best first."""
    width, height = image.width(), image.height()
    if image.hasAlphaChannel() or _is_graphic(image):
        yield Encoded(_written(image, "PNG"), "png", width, height)
    if not image.hasAlphaChannel():
        for quality in (88, 78, 66):
            yield Encoded(_written(image, "JPEG", quality), "jpeg", width, height)


def stored(source: bytes | Path | QImage, longest: int = STEP_PX) -> Encoded:
    """Read and encode in one go; for a worker. Raises ImageError."""
    return encoded(read(source, longest), longest)


def cropped(image: QImage, area: QRect) -> QImage:
    """That part of the picture."""
    return image.copy(area.intersected(image.rect()))


# Decoding


@cache
def _prepared() -> None:
    """What Qt has to say of a bad picture is told by our own error; and how much memory one may take."""
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false\nqt.gui.icc*=false\nqt.gui.colorspace*=false")
    QImageReader.setAllocationLimit(MEMORY_MB)


def _decoded(data: bytes, longest: int, bounds: picture_bytes.Bounds = picture_bytes.ALL) -> QImage:
    _prepared()
    picture_bytes.check_bytes(len(data))
    form, proven = picture_bytes.sound(data, bounds)
    held = QByteArray(proven)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    picture_bytes.check_pixels(size.width(), size.height(), bounds.pixels)
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(_fitting(size, longest))
    image = reader.read()
    buffer.close()
    if image.isNull():
        raise ImageError("image.damaged" if _roomy(size, longest) else "image.no_memory")
    return image


def _roomy(size: QSize, longest: int) -> bool:
    """Whether a whole picture of that size finds room in memory beside a reduced one, as decoding needs it."""
    reduced = _fitting(size, min(longest, max(size.width(), size.height())))
    held = [QImage(one, QImage.Format.Format_ARGB32) for one in (size, size, reduced, reduced)]
    return not any(image.isNull() for image in held)


def _plain(image: QImage) -> QImage:
    """A fresh picture with the same points in plain colours: no text, no profile, nothing else comes along."""
    if image.format() == QImage.Format.Format_CMYK8888:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    if image.colorSpace().isValid() and image.colorSpace() != QColorSpace(QColorSpace.NamedColorSpace.SRgb):
        converted = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        image = image if converted.isNull() else converted
    clear = image.hasAlphaChannel() and _shines_through(image)
    made = QImage(image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    if made.isNull():
        raise ImageError("image.no_memory")
    made.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    image.setDevicePixelRatio(1)
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def _shines_through(image: QImage) -> bool:
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    width, step = alpha.width(), alpha.bytesPerLine()
    points = bytes(alpha.constBits())
    return any(points[at : at + width].strip(b"\xff") for at in range(0, alpha.height() * step, step))


def _is_graphic(image: QImage) -> bool:
    """Few colours: edges stay sharp in PNG, which is small for it."""
    width, height = image.width(), image.height()
    across, down = max(1, width // 60), max(1, height // 60)
    seen = {image.pixel(x, y) for x in range(0, width, across) for y in range(0, height, down)}
    return len(seen) <= GRAPHIC_COLOURS


def _reduced(image: QImage, longest: int) -> QImage:
    """No larger than that; never enlarged."""
    if max(image.width(), image.height()) <= longest:
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(_fitting(image.size(), longest), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _fitting(size: QSize, longest: int) -> QSize:
    """The same shape within a square of that size; a line stays at least one point wide."""
    return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _written(image: QImage, form: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, form, quality):  # type: ignore[call-overload]  # the stubs want bytes; a name is right
        raise ImageError("image.no_memory")
    return bytes(buffer.data().data())


def round_portrait(image: QImage, size: int) -> QImage:
    """The middle square of a picture cut round, `size` pixels across."""
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = square.scaled(size, size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(small)
    painter.drawEllipse(QRectF(0, 0, size, size))
    painter.end()
    return made
