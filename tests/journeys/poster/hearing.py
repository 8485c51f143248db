"""Hears a poster as a screen reader does: the structure that PDFium finds, with the words that are marked in it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(slots=True, eq=False)
class Heard:
    """An element of the structure: its own numbers of marked content, and the elements in it."""

    tag: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    attributes: dict[str, str | float] = field(default_factory=dict)
    marked: list[int] = field(default_factory=list)
    kids: list[Heard | int] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict, repr=False)

    def walk(self) -> Iterator[Heard]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Heard):
                yield from kid.walk()

    def find(self, *tags: str) -> list[Heard]:
        return [one for one in self.walk() if one.tag in tags]

    @property
    def text(self) -> str:
        """What is said: words in place of what is drawn, broken words whole again."""
        if self.alt or self.actual:
            return self.alt or self.actual
        parts = (kid.text if isinstance(kid, Heard) else self.words.get(kid, "") for kid in self.kids)
        return "".join(parts).replace("\u00ad", "").strip()

    @property
    def within(self) -> list[Heard]:
        return [kid for kid in self.kids if isinstance(kid, Heard)]


def hear(pdf: bytes, page: int = 0) -> Heard:
    """The structure of one page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        words = {number: "".join(said) for number, said in _marked_words(sheet).items() if number >= 0}
        tree = pdfium.FPDF_StructTree_GetForPage(sheet)
        try:
            assert pdfium.FPDF_StructTree_CountChildren(tree) == 1
            return _element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0), words)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
    finally:
        document.close()


def unmarked(pdf: bytes, page: int = 0) -> list[str]:
    """The words on a page that stand in no marked content at all, neither read nor artifact."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        return [
            said for one, said in _texts(sheet) if not pdfium.FPDFPageObj_CountMarks(one) and said.strip()
        ]  # fmt: skip
    finally:
        document.close()


def numbers(pdf: bytes, page: int = 0) -> set[int]:
    """All numbers of marked content that the page itself has, of words, shapes and pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        found = {pdfium.FPDFPageObj_GetMarkedContentID(one) for one in _objects(sheet)}
        return found - {-1}
    finally:
        document.close()


def _marked_words(sheet) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for one, said in _texts(sheet):
        found.setdefault(pdfium.FPDFPageObj_GetMarkedContentID(one), []).append(said)
    return found


def _objects(sheet) -> Iterator[ctypes._Pointer]:
    return (pdfium.FPDFPage_GetObject(sheet, index) for index in range(pdfium.FPDFPage_CountObjects(sheet)))


def _texts(sheet) -> Iterator[tuple[ctypes._Pointer, str]]:
    layer = sheet.get_textpage()
    for one in _objects(sheet):
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield one, _utf16(lambda buffer, size, one=one: pdfium.FPDFTextObj_GetText(one, layer, buffer, size))


def _element(one, words: dict[int, str]) -> Heard:
    heard = Heard(
        _string(pdfium.FPDF_StructElement_GetType, one), _string(pdfium.FPDF_StructElement_GetAltText, one),
        _string(pdfium.FPDF_StructElement_GetActualText, one), _string(pdfium.FPDF_StructElement_GetLang, one),
        _attributes(one), words=words,
    )  # fmt: skip
    for index in range(pdfium.FPDF_StructElement_CountChildren(one)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(one, index)
        if child:
            heard.kids.append(_element(child, words))
        else:
            number = pdfium.FPDF_StructElement_GetChildMarkedContentID(one, index)
            if number >= 0:  # a link's area is no words
                heard.kids.append(number)
                heard.marked.append(number)
    return heard


def _attributes(one) -> dict[str, str | float]:
    found: dict[str, str | float] = {}
    for index in range(max(pdfium.FPDF_StructElement_GetAttributeCount(one), 0)):
        held = pdfium.FPDF_StructElement_GetAttributeAtIndex(one, index)
        for place in range(pdfium.FPDF_StructElement_Attr_GetCount(held)):
            name = ctypes.create_string_buffer(64)
            size = ctypes.c_ulong()
            pdfium.FPDF_StructElement_Attr_GetName(held, place, name, 64, size)
            value = pdfium.FPDF_StructElement_Attr_GetValue(held, name)
            kind = pdfium.FPDF_StructElement_Attr_GetType(value)
            if kind == pdfium.FPDF_OBJECT_NAME:
                words = ctypes.create_string_buffer(128)
                pdfium.FPDF_StructElement_Attr_GetStringValue(value, words, 128, size)
                found[name.value.decode()] = words.raw[: size.value].decode("utf-16-le").rstrip("\0")
            elif kind == pdfium.FPDF_OBJECT_NUMBER:
                number = ctypes.c_float()
                pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number)
                found[name.value.decode()] = number.value
    return found


def _string(ask, one) -> str:
    return _utf16(lambda buffer, size: ask(one, buffer, size))


def _utf16(ask) -> str:
    size = ask(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "surrogatepass")
