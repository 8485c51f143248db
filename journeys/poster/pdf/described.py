"""What the document says of itself in XMP, which programs find without reading PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from journeys.poster.pdf import objects

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def write(canvas: Canvas, title: str, language: str) -> None:
    """Title, language and the programs that made it, the same as in the document's other description."""
    document = objects.document_of(canvas)
    said = _described(title, language, document.info.creator, document.info.producer)
    document.Catalog.Metadata = objects.new(document, objects.stream(b"/Type/Metadata/Subtype/XML", said))


def _described(title: str, language: str, creator: str, producer: str) -> bytes:
    """Without a date, as nothing here follows the clock."""
    title, language, creator, producer = (_plain(words) for words in (title, language, creator, producer))
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
""".encode()


def _plain(words: str) -> str:
    """Without what XML cannot hold."""
    kept = (sign for sign in words if sign.isprintable() or sign in "\t\n")
    return escape("".join(kept))
