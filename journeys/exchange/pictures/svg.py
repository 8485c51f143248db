"""A sheet as SVG: real text, groups with ids in reading order, names for what is drawn."""

from __future__ import annotations

from itertools import count, groupby
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from journeys.exchange.pictures import letters, strokes
from journeys.exchange.pictures.counted import Counted, text
from journeys.exchange.pictures.inks import Plain
from journeys.exchange.pictures.names import Names
from journeys.exchange.pictures.strokes import number, px
from journeys.layout.drawing import Box, Line, Mark, Photo, Text
from journeys.poster import inks as sheet_inks
from journeys.poster.pdf import portraits
from journeys.poster.sheet import LAST, unwatched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from journeys.exchange.pictures.inks import Inks
    from journeys.i18n import Words
    from journeys.layout.drawing import Element, Layer
    from journeys.model.document import Document
    from journeys.poster.sheet import Sheet, Watch

SubElement = ET.SubElement
NAMESPACE: Final = "http://www.w3.org/2000/svg"
_DECLARED: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
APART: Final = frozenset({"steps", "backstage", "contact", "needs", "opportunities", "text", "phases", "presence"})
"""Lanes in which things do not overlap, so that all of one thing can stand together."""
PAINTING: Final = 0.75
"""The part of the work that painting is, about; the rest is writing it out."""


def _untold() -> None:
    """Nobody waits for this element."""


def svg(
    sheets: Sequence[Sheet], document: Document, images: Mapping[str, bytes], say: Words, watch: Watch = unwatched
) -> bytes:  # fmt: skip
    """A file on its own, on white paper; several sheets stand under each other. Raises whatever `watch` raises."""
    many = sum(len(layer.elements) for sheet in sheets for layer in sheet.drawing.layers)
    painted = Counted(lambda share: watch(share * PAINTING), many)
    prefixes = [f"j{index}-" for index in range(1, len(sheets) + 1)] if len(sheets) > 1 else [""]
    inks, roots = Plain(sheet_inks.palette("print")), []
    for sheet, prefix in zip(sheets, prefixes, strict=True):
        painter = _Painter(sheet, document, images, Names(document, sheet, say), inks, prefix, painted=painted.one)
        root = painter.root("graphics-document document")
        SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
        painter.paint(root)
        roots.append(root)
    whole = roots[0] if len(roots) == 1 else _stacked(sheets, roots)
    return _DECLARED + text(whole, lambda share: watch(PAINTING + share * (1 - PAINTING))).encode()


def _stacked(sheets: Sequence[Sheet], roots: Sequence[ET.Element]) -> ET.Element:
    wide = number(max(sheet.drawing.width for sheet in sheets) * strokes.PX)
    high = number(sum(sheet.drawing.height for sheet in sheets) * strokes.PX)
    whole = ET.Element("svg", {
        "xmlns": NAMESPACE, "width": wide, "height": high, "viewBox": f"0 0 {wide} {high}",
        "font-family": letters.FAMILY,
    })  # fmt: skip
    y = 0.0
    for sheet, root in zip(sheets, roots, strict=True):
        del root.attrib["xmlns"]
        root.attrib["y"] = px(y)
        whole.append(root)
        y += sheet.drawing.height
    return whole


def inline(
    sheet: Sheet, document: Document, images: Mapping[str, bytes], names: Names, inks: Inks, *, prefix: str, words: str
) -> str:
    """For within a page: one figure that is told in words, in the colours of the page; `prefix` is before each id."""
    painter = _Painter(sheet, document, images, names, inks, prefix, words)
    root = painter.root("img")
    painter.paint(root)
    return ET.tostring(root, "unicode")


class _Painter:
    """One drawing on its way to SVG: who is what, and which ids are taken."""

    def __init__(
        self, sheet: Sheet, document: Document, images: Mapping[str, bytes], names: Names, inks: Inks, prefix: str,
        words: str | None = None, painted: Callable[[], None] = _untold,
    ) -> None:  # fmt: skip
        self._sheet, self._document, self._images = sheet, document, images
        self._inks, self._prefix, self._words = inks, prefix, words
        self._names, self._painted = names, painted
        self._free = (f"{prefix}c{index}" for index in count(1))
        self._taken: dict[str, int] = {}

    def root(self, role: str) -> ET.Element:
        drawing, prefix = self._sheet.drawing, self._prefix
        wide, high = drawing.width * strokes.PX, drawing.height * strokes.PX
        root = ET.Element("svg", {
            "xmlns": NAMESPACE, "width": number(wide), "height": number(high),
            "viewBox": f"0 0 {number(wide)} {number(high)}", "role": role,
            "aria-labelledby": f"{prefix}title {prefix}desc", "lang": self._document.study.language,
            "font-family": letters.FAMILY,
        })  # fmt: skip
        SubElement(root, "title", {"id": f"{prefix}title"}).text = letters.written(self._sheet.title)
        words = self._names.whole() if self._words is None else self._words
        SubElement(root, "desc", {"id": f"{prefix}desc"}).text = letters.written(words)
        return root

    def paint(self, root: ET.Element) -> None:
        """What belongs to no phase, then phase by phase, then the legend: as one reads it. That is how it was laid
        out too, so nothing comes to lie over what it should lie under."""
        for phase, layers in _in_order(self._sheet.drawing.layers):
            parent = root
            if phase is not None:
                name = self._names.of(phase)
                parent = SubElement(root, "g", {"id": self._id(f"phase-{phase}"), "role": "group", "aria-label": name})
            for layer in layers:
                self._layer(parent, layer)
        for face in self._sheet.portraits:
            data = portraits.portrait(self._document, face.persona, self._images)
            if data is not None:
                strokes.place(root, face.disc, data, face.disc.w / 2, self._clip)

    def _layer(self, parent: ET.Element, layer: Layer) -> None:
        if not layer.elements:
            return
        x, y = layer.origin
        given = {"id": self._id(layer.lane or layer.name.split("/")[-1])}
        if x or y:
            given["transform"] = f"translate({px(x)} {px(y)})"
        group = SubElement(parent, "g", given)
        for about, elements in _parts(layer):
            self._part(group, layer, about, elements)

    def _part(self, parent: ET.Element, layer: Layer, about: str | None, elements: Iterable[Element]) -> None:
        """All of one thing, under its own name."""
        if about is not None:
            parent = SubElement(parent, "g", {"id": self._id(f"{layer.lane or 'on'}-{about}")})
            if name := self._names.of(about):
                SubElement(parent, "title").text = name
        for element in elements:
            self._element(parent, element)
            self._painted()

    def _element(self, parent: ET.Element, element: Element) -> None:
        match element:
            case Box():
                strokes.box(parent, element, self._inks, self._clip)
            case Line():
                strokes.line(parent, element, self._inks)
            case Text():
                letters.text(parent, element, self._inks)
            case Mark():
                strokes.mark(parent, element, self._inks)
            case Photo():
                data = portraits.photo(self._document, element.image, self._images)
                strokes.photo(parent, element, data, self._inks, self._clip)

    def _clip(self) -> str:
        return next(self._free)

    def _id(self, wanted: str) -> str:
        """Unique: a second one of the same name has a number behind it."""
        many = self._taken[wanted] = self._taken.get(wanted, 0) + 1
        return f"{self._prefix}{wanted}" if many == 1 else f"{self._prefix}{wanted}.{many}"


def _in_order(layers: Iterable[Layer]) -> Iterator[tuple[str | None, list[Layer]]]:
    """(phase, its layers): first what belongs to none, then the phases, then what comes last."""
    found = sorted(layers, key=_place)
    for phase, some in groupby(found, lambda layer: layer.phase):
        yield phase, list(some)


def _place(layer: Layer) -> tuple[int, int]:
    if layer.phase is None:
        return (2 if layer.order >= LAST else 0), layer.order
    return 1, layer.order


def _parts(layer: Layer) -> Iterator[tuple[str | None, list[Element]]]:
    """The elements by what they are about: as they come, or all of one thing together where that hides nothing."""
    if layer.lane in APART:
        together: dict[str | None, list[Element]] = {}
        for element in layer.elements:
            together.setdefault(element.about, []).append(element)
        yield from together.items()
        return
    for about, run in groupby(layer.elements, _about):
        yield about, list(run)


def _about(element: Element) -> str | None:
    return element.about
