"""Writes the structure of the sheets into the PDF, so that it can be heard, searched and read in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.poster.pdf import objects, packed
from journeys.poster.pdf.nodes import JUMPS, NOTHING, PORTRAITS, Node
from journeys.poster.pdf.structure import leveled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Rect
    from journeys.poster.pdf.nodes import Spot

ARTIFACT: Final = "/Artifact BMC"
END: Final = "EMC"


class Marks:
    """What is marked on a page: which element belongs to which node, and the numbers given so far."""

    def __init__(self, root: Node | None = None) -> None:
        """Without a root nothing is marked at all: for a drawing that is placed as a whole, as an artifact."""
        self.root = root
        self.nodes: list[Node] = []
        self.numbers: dict[Spot, int] = {}
        self._of = {
            spot: node for node in (root.walk() if root else ()) for spot in node.kids if isinstance(spot, tuple)
        }

    def node(self, layer: int, index: int) -> Node | None:
        """To which part of the structure an element belongs; None when it is only decoration."""
        return self._of.get((layer, index))

    def opening(self, node: Node | None, layer: int, indices: Iterable[int]) -> str:
        """The operator before these neighbouring elements of one node; empty where nothing is marked."""
        if node is None:
            return ARTIFACT if self.root is not None else ""
        number = len(self.nodes)
        self.nodes.append(node)
        self.numbers.update(((layer, index), number) for index in indices)
        return f"/{node.tag} <</MCID {number}>> BDC"

    @property
    def closing(self) -> str:
        """The operator after them."""
        return END if self.root is not None else ""

    def portrait(self, index: int) -> str:
        """The operator before a portrait."""
        return self.opening(self.node(PORTRAITS, index), PORTRAITS, (index,))

    def nothing(self) -> Iterator[str]:
        """The operators for the cells in which nothing stands."""
        for (layer, index), node in self._of.items():
            if layer == NOTHING:
                yield f"{self.opening(node, layer, (index,))} {END}"


UNMARKED: Final = Marks()


class Page:
    """A page in the making: its marks, where its figures are in points of the page, and the names of its links."""

    def __init__(self, canvas: Canvas, root: Node, links: Sequence[str] = ()) -> None:
        self.number = canvas.getPageNumber()
        self.root = root
        self.nodes = list(root.walk())
        self.links = [(node, links[kid[1]]) for node in self.nodes for kid in node.kids
                      if isinstance(kid, tuple) and kid[0] == JUMPS]  # fmt: skip
        self.marks = Marks(root)
        canvas.addLiteral(" ".join(self.marks.nothing()))
        self.boxes = {node: _box(canvas, node.box) for node in self.nodes if node.box is not None}


def _box(canvas: Canvas, box: Rect) -> str:
    left, bottom, right, top = in_points(canvas, box)
    return f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"


def in_points(canvas: Canvas, box: Rect) -> tuple[float, float, float, float]:
    """Left, bottom, right and top on the page, which measures upwards from its bottom."""
    high = canvas._pagesize[1]  # type: ignore[attr-defined]  # noqa: SLF001 - the size of this page is told nowhere else
    left, top = canvas.absolutePosition(box.x, box.y)
    right, bottom = canvas.absolutePosition(box.x + box.w, box.y + box.h)
    return left, high - bottom, right, high - top


def write(canvas: Canvas, pages: Sequence[Page]) -> None:
    """Put the structure of the pages, shown already, into the document; the last thing before it is saved."""
    document = objects.document_of(canvas)
    leveled(page.root for page in pages)
    tree, book, parents = packed.reserved(document, 3)
    held: dict[int, bytes] = {}
    nums, sections, links = [], [], []
    for place, page in enumerate(pages):
        _tell_page(document, page, place)
        numbers = dict(zip(page.nodes, packed.reserved(document, len(page.nodes)), strict=True))
        held.update(_elements(document, page, numbers, book))
        nums.append(f"{place} [{' '.join(f'{numbers[node]} 0 R' for node in page.marks.nodes)}]")
        sections.append(f"{numbers[page.root]} 0 R")
        links += [(numbers[node], name) for node, name in page.links]
    for key, (number, name) in enumerate(links, len(pages)):
        _tell_link(document, name, key)
        nums.append(f"{key} {number} 0 R")
    held[book] = f"<</S/Document/P {tree} 0 R/K[{' '.join(sections)}]>>".encode()
    held[parents] = f"<</Nums[{' '.join(nums)}]>>".encode()
    held[tree] = (
        f"<</Type/StructTreeRoot/K {book} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(nums)}>>".encode()
    )
    document.Catalog.StructTreeRoot = f"{tree} 0 R"
    document.Catalog.MarkInfo = "<</Marked true>>"
    packed.pack(document, held)


def _tell_page(document: Any, page: Page, place: int) -> None:
    """The page's place in the tree of parents, and that the tab key follows the structure."""
    shown = document.idToObject[f"Page{page.number}"]
    shown.__NoDefault__ = [*shown.__NoDefault__, "StructParents", "Tabs"]
    shown.StructParents, shown.Tabs = place, "/S"


def _tell_link(document: Any, name: str, key: int) -> None:
    """The link's place in the tree of parents."""
    link = document.idToObject[document.annotationName(name)]
    link.permitted = (*link.permitted, "StructParent")
    link.otherkw["StructParent"] = key


def _elements(document: Any, page: Page, numbers: Mapping[Node, int], above: int) -> Iterator[tuple[int, bytes]]:
    """The page's nodes as objects, each with its number; the section stands in the object `above`."""
    sheet, _ = document.idToObjectNumberAndVersion[f"Page{page.number}"]
    parents = {kid: node for node in page.nodes for kid in node.kids if isinstance(kid, Node)}
    links = dict(page.links)
    for node in page.nodes:
        kids = [
            f"{numbers[kid]} 0 R" if isinstance(kid, Node) else
            _linked(document, links[node]) if kid[0] == JUMPS else str(page.marks.numbers[kid])
            for kid in node.kids
        ]  # fmt: skip
        kids = list(dict.fromkeys(kids))  # neighbouring elements are marked together
        here = f"/Pg {sheet} 0 R" if any(not isinstance(kid, Node) for kid in node.kids) else ""
        up = numbers[parents[node]] if node in parents else above
        start = f"<</S/{node.tag}/P {up} 0 R{here}/K[{' '.join(kids)}]"
        yield numbers[node], start.encode() + _attributes(node, page) + b">>"


def _linked(document: Any, name: str) -> str:
    """The link itself, as a part of what it says."""
    number, _ = document.idToObjectNumberAndVersion[document.annotationName(name)]
    return f"<</Type/OBJR/Obj {number} 0 R>>"


def _attributes(node: Node, page: Page) -> bytes:
    found = f"/Lang({node.language})".encode() if node.language else b""
    if node.alt:
        found += b"/Alt" + objects.text_string(node.alt)
    if node.actual:
        found += b"/ActualText" + objects.text_string(node.actual)
    if node.scope:
        across = f"/ColSpan {node.across}" if node.across > 1 else ""
        found += f"/A<</O/Table/Scope/{node.scope}{across}>>".encode()
    if node.box is not None:
        found += f"/A<</O/Layout/Placement/Block/BBox{page.boxes[node]}>>".encode()
    return found
