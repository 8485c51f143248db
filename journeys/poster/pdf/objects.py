"""Objects of the PDF whose bytes we write ourselves, for what reportlab has no words for."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument
    from reportlab.pdfgen.canvas import Canvas


class Written(Protocol):
    """An object of the PDF whose bytes we write ourselves; others refer to it by its number."""

    number: int
    data: bytes


@cache
def _raw() -> type[Written]:
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Raw(PDFObject):
        """reportlab writes it among its own."""

        __RefOnly__ = 1
        number = 0
        data = b""

        def format(self, _: PDFDocument) -> bytes:
            return self.data

    return Raw


def document_of(canvas: Canvas) -> Any:
    """The PDFDocument that the canvas is writing; its types know little of it."""
    return canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - reportlab has no other door to it


def new(document: PDFDocument, data: bytes = b"") -> Written:
    """An object in the document; its bytes may come later, until the document is saved."""
    made = _raw()()
    document.Reference(made)  # type: ignore[no-untyped-call]  # reportlab has no types here
    made.number, made.data = document.objectcounter, data
    return made


def stream(head: bytes, data: bytes, *, packed: bool = False) -> bytes:
    """A stream with these entries in its dictionary besides its length."""
    if packed:
        data, head = zlib.compress(data, 9), head + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream\n" % (head, len(data), data)


def text_string(text: str) -> bytes:
    """As PDF writes text: one byte per character where that will do, else UTF-16."""
    plain = text.isascii() and text.isprintable()
    data = text.encode("ascii") if plain else b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass")
    for byte in (b"\\", b"(", b")"):
        data = data.replace(byte, b"\\" + byte)
    return b"(%s)" % data.replace(b"\r", b"\\r")
