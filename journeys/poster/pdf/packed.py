"""Thousands of small objects packed into a few streams, as PDF has it since version 1.5: a tenth of their bytes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from journeys.poster.pdf import objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Place = tuple[int, int, int]

TOGETHER: Final = 200
"""Objects in a stream; programs unpack all of it to find one of them."""


def reserved(document: Any, count: int) -> range:
    """Numbers for so many objects, which `pack` is to be given."""
    first = document.objectcounter + 1
    document.objectcounter += count
    return range(first, first + count)


def pack(document: Any, held: Mapping[int, bytes]) -> None:
    """Have the document saved with these objects, none of them a stream, by their reserved numbers."""
    document.format = partial(_formatted, document, held)


def _formatted(document: Any, held: Mapping[int, bytes]) -> bytes:
    """As PDFDocument.format, but found through a stream: reportlab's own table cannot point into streams."""
    from reportlab.pdfbase.pdfdoc import PDFFile, PDFIndirectObject

    root, info = (document.Reference(one).format(document) for one in (document.Catalog, document.info))
    file: Any = PDFFile(document._pdfVersion)  # noqa: SLF001 - reportlab has no other door to it
    places: dict[int, Place] = {0: (0, 0, 65535)}
    number = 0
    while (number := number + 1) <= document.objectcounter:  # more may come while they are formatted
        if number not in held:
            name = document.numberToId[number]
            places[number] = (1, file.add(PDFIndirectObject(name, document.idToObject[name]).format(document)), 0)
    for own, some in enumerate(_parts(sorted(held)), number):
        places[own] = (1, file.add(_object(own, _bundle(some, held))), 0)
        places.update((one, (2, own, index)) for index, one in enumerate(some))
    last, start = len(places), file.offset
    places[last] = (1, start, 0)
    head = b"/Type/XRef/W[1 4 2]/Size %d/Root %s/Info %s/ID%s" % (last + 1, root, info, document.ID())
    file.add(_object(last, objects.stream(head, _table(places), packed=True)))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(file.strings)


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + TOGETHER] for start in range(0, len(numbers), TOGETHER))


def _object(number: int, data: bytes) -> bytes:
    return b"%d 0 obj\n%sendobj\n" % (number, data)


def _bundle(some: Sequence[int], held: Mapping[int, bytes]) -> bytes:
    """A stream of objects: first the number of each and where it begins, then the objects."""
    start, index, data = 0, b"", b""
    for number in some:
        index += b"%d %d " % (number, start)
        data += held[number] + b"\n"
        start = len(data)
    return objects.stream(b"/Type/ObjStm/N %d/First %d" % (len(some), len(index)), index + data, packed=True)


def _table(places: Mapping[int, Place]) -> bytes:
    """Where each object is: in the file, or in which stream as which one."""
    return b"".join(
        kind.to_bytes(1, "big") + one.to_bytes(4, "big") + other.to_bytes(2, "big")
        for kind, one, other in (places[number] for number in range(len(places)))
    )
