"""The study inside its own poster, so that the poster can be opened to be edited."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from journeys.poster.pdf import objects

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Attachment = tuple[str, bytes]
"""The name of a file, and what is in it."""


def attach(canvas: Canvas, attachment: Attachment) -> None:
    """Put this file in the document, as the source of which it was made."""
    name, data = attachment
    document = objects.document_of(canvas)
    said = objects.text_string(name)
    check = hashlib.md5(data, usedforsecurity=False).hexdigest()  # what the format asks for
    head = f"/Type/EmbeddedFile/Subtype/application#2Foctet-stream/Params<</Size {len(data)}/CheckSum<{check}>>>"
    held = objects.new(document, objects.stream(head.encode(), data, packed=True))
    file = objects.new(
        document,
        b"<</Type/Filespec/F%s/UF%s/AFRelationship/Source/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (said, said, held.number, held.number),
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = f"[{file.number} 0 R]"
    catalog.Names = objects.new(document, b"<</EmbeddedFiles<</Names[%s %d 0 R]>>>>" % (said, file.number))
