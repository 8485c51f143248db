"""What the published structures of JSON Canvas 1.0 and of draw.io ask of a file, as lists of what is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

ENDS = {"none", "arrow"}
SIDES = {"top", "right", "bottom", "left"}
NODE_FIELDS = {
    "text": {"text"}, "file": {"file", "subpath"}, "link": {"url"}, "group": {"label", "background", "backgroundStyle"},
}  # fmt: skip
NEEDED = {"text": "text", "file": "file", "link": "url", "group": "id"}
GENERIC = {"id", "type", "x", "y", "width", "height"}
EDGE_FIELDS = {"id", "fromNode", "fromSide", "fromEnd", "toNode", "toSide", "toEnd", "color", "label"}


def canvas_problems(data):
    """Of JSON Canvas 1.0, field by field; also ids that are not unique and edges that hang loose."""
    found = json.loads(data)
    wrong = [f"{name} at the top" for name in found.keys() - {"nodes", "edges"}]
    for node in found["nodes"]:
        own = NODE_FIELDS.get(node.get("type"), set())
        wrong += [f"{node['id']}: no {name}" for name in GENERIC - node.keys()]
        wrong += [f"{node['id']}: {name}" for name in node.keys() - GENERIC - own - {"color"}]
        wrong += [f"{node['id']}: {name} {node[name]!r}" for name in ("x", "y", "width", "height")
                  if type(node[name]) is not int]  # fmt: skip
        wrong += [] if NEEDED.get(node["type"]) in node else [f"{node['id']}: {node['type']}"]
    for edge in found["edges"]:
        wrong += [f"{edge['id']}: {name}" for name in edge.keys() - EDGE_FIELDS]
        wrong += [f"{edge['id']}: side" for name in ("fromSide", "toSide") if edge.get(name, "top") not in SIDES]
        wrong += [
            f"{edge['id']}: end" for name in ("fromEnd", "toEnd") if edge.get(name, "none") not in ("none", "arrow")
        ]
    for one in (*found["nodes"], *found["edges"]):
        wrong += [] if re.fullmatch(r"[1-6]|#[0-9a-fA-F]{6}", one.get("color", "1")) else [f"{one['id']}: colour"]
    nodes = Counter(node["id"] for node in found["nodes"])
    ids = nodes + Counter(edge["id"] for edge in found["edges"])
    wrong += [f"{id_} {n} times" for id_, n in ids.items() if n > 1]
    wrong += [f"{edge['id']}: loose" for edge in found["edges"] if not {edge["fromNode"], edge["toNode"]} <= set(nodes)]
    return wrong


def pages(data):
    """The pages of a draw.io file."""
    return ET.fromstring(data)  # noqa: S314 - this program has just written it


def cells(data):
    """Id → shape or arrow, over all pages."""
    return {cell.get("id"): cell for cell in pages(data).iter("mxCell")}


def drawio_problems(data):
    """Of an mxfile: pages, the two first cells, parents before children, geometries, styles, ends of edges."""
    file = pages(data)
    wrong = [] if file.tag == "mxfile" and len(file) else ["no mxfile with pages"]
    wrong += [f"page {id_} {n} times" for id_, n in Counter(page.get("id") for page in file).items() if n > 1]
    for page in file:
        (model,) = page
        (root,) = model
        wrong += [] if (page.tag, model.tag, root.tag) == ("diagram", "mxGraphModel", "root") else ["nesting"]
        first = [dict(cell.attrib) for cell in root[:2]]
        wrong += [] if first == [{"id": "0"}, {"id": "1", "parent": "0"}] else ["its first two cells"]
        seen = {"0", "1"}
        shapes = {cell.get("id") for cell in root if cell.get("vertex") == "1"}
        for cell in root[2:]:
            problems = (*_cell_problems(cell, seen), *_place_problems(cell, shapes))
            wrong += [f"{cell.get('id')}: {problem}" for problem in problems]
            seen.add(cell.get("id"))
    return wrong


def _cell_problems(cell, seen):
    style = cell.get("style")
    if cell.get("id") in seen:
        yield "id twice"
    if cell.get("parent") not in seen:
        yield "its parent does not stand before it"
    if (cell.get("vertex"), cell.get("edge")) not in (("1", None), (None, "1")):
        yield "neither a shape nor an edge"
    if not re.fullmatch(r"((\w+|\w+=[^;=]*);)+", style):
        yield f"style {style}"
    if "html=1" not in style.split(";"):
        yield "its label is no HTML"


def _place_problems(cell, shapes):
    (geometry,) = cell
    if geometry.tag != "mxGeometry" or geometry.get("as") != "geometry":
        yield "no geometry"
    if cell.get("edge") and geometry.get("relative") != "1":
        yield "an edge with a place"
    if cell.get("edge") and not {cell.get("source"), cell.get("target")} <= shapes:
        yield "a loose end"
    if cell.get("vertex") and not all(
        re.fullmatch(r"-?\d+", geometry.get(name)) for name in ("x", "y", "width", "height")
    ):
        yield "no whole numbers"


class _Label(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.words = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add((tag, *sorted(name for name, _ in attrs)))
        self.words += ["\n"] if tag == "br" else []

    def handle_data(self, data):
        self.words.append(data)


def label(html):
    """(the tags with the names of their attributes, the words) of a label."""
    parser = _Label()
    parser.feed(html)
    parser.close()
    return parser.tags, "".join(parser.words)
