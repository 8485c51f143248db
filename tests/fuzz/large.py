"""Inputs that are large, or become so: made here, because bombs are not kept."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

from journeys.exchange.json_format import to_json
from tests.fuzz.targets import SHEET
from tests.journeys.exchange import spreadsheets
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = ["Fase", "Stap"]


@cache
def _xlsx() -> dict[str, bytes]:
    return spreadsheets.parts_of(spreadsheets.xlsx({"Reis": [HEAD, ["Een", "Bellen"]]}))


@cache
def _ods() -> dict[str, bytes]:
    return spreadsheets.parts_of(spreadsheets.ods({"Reis": [HEAD, ["Een", "Bellen"]]}))


def _sheet(added: bytes, *, before: bytes = b"</sheetData>", part: str = SHEET) -> bytes:
    parts = _xlsx()
    return spreadsheets.zipped({**parts, part: parts[part].replace(before, added + before)})


def _content(added: bytes, *, before: bytes = b"</table:table>") -> bytes:
    parts = _ods()
    return spreadsheets.zipped({**parts, "content.xml": parts["content.xml"].replace(before, added + before, 1)})


def _laughs(name: bytes = b"x") -> bytes:
    """A billion of them, were anybody to unfold it."""
    lines = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return b'<!DOCTYPE %s [<!ENTITY l0 "lol">%s]>' % (name, lines)


def _defaults() -> bytes:
    """A small file in which every node has every value."""
    keys = b"".join(b'<key id="k%d" attr.name="v%d"><default>x</default></key>' % (n, n) for n in range(3000))
    nodes = b"".join(b'<node id="n%d"/>' % n for n in range(5000))
    return b"<graphml>" + keys + b"<graph>" + nodes + b"</graph></graphml>"


QUADRATIC = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 100_000 + b'">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ONLY_DTD = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
DEEP = 200_000


def _doctype(dtd: bytes, entity: bytes, *, ods: bool) -> bytes:
    parts, name = (_ods(), "content.xml") if ods else (_xlsx(), SHEET)
    text = parts[name].replace(b"?>", b"?>" + dtd, 1)
    text = text.replace(b"Bellen", entity) if ods else text.replace(b"<sheetData>", b"<sheetData>" + entity, 1)
    return spreadsheets.zipped({**parts, name: text})


def _bomb() -> bytes:
    """Small as a file, 25 MB of cells when unpacked, and honest about it."""
    row = b'<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>'
    return spreadsheets.zipped(
        {**_xlsx(), SHEET: b"<worksheet><sheetData>" + row * 400_000 + b"</sheetData></worksheet>"}
    )


def _liar() -> bytes:
    """A zip whose directory says that a part is small."""
    data = bytearray(spreadsheets.zipped({**_xlsx(), SHEET: b"<a>" + b" " * 10_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    at = data.rindex(size)
    data[at : at + 4] = (1_000).to_bytes(4, "little")
    return bytes(data)


def _wide_json(change: Callable[[dict[str, Any]], object]) -> bytes:
    held = json.loads(to_json(study(2)))
    change(held)
    return json.dumps(held).encode()


def _steps(n: int) -> bytes:
    held = json.loads(to_json(study(2)))
    one = {name: held["steps"][0][name] for name in ("journey", "phase")}
    held["steps"] = [{**one, "id": f"{n:032x}", "column": n} for n in range(n)]
    held["notes"] = held["links"] = []
    return json.dumps(held).encode()


LARGE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "E1 nested 100,000 deep": ("json", lambda: b"[" * 100_000, "json.deep"),
    "E1 nested 200,000 deep in a study": (
        "json", lambda: to_json(study(2)).replace(b'"body": ""', b'"body": ' + b'{"a":' * DEEP, 1), "json.deep"
    ),
    "E1 a number of 5,000 digits": ("json", lambda: b'{"a": ' + b"9" * 5000 + b"}", "json.number"),
    "E1 a text of 10 MB": (
        "json", lambda: _wide_json(lambda d: d["steps"][0].update(body="x" * 10_000_000)), "json.rule"
    ),
    "E1 300,000 unknown fields": (
        "json", lambda: b"{" + b",".join(b'"%d":1' % n for n in range(300_000)) + b"}", "json.format"
    ),
    "E1 4 million empty objects": ("json", lambda: b"[" + b"{}," * 4_000_000 + b"{}]", "json.too_many"),
    "E1 60 MB that is no picture": ("json", lambda: to_json(study(2)) + b" " * 60_000_000, "json.too_large"),
    "E2 a billion laughs in a sheet": ("xlsx", lambda: _doctype(_laughs(), b"&l9;", ods=False), "grid.dtd"),
    "E2 a billion laughs in an ODS": ("ods", lambda: _doctype(_laughs(), b"&l9;", ods=True), "grid.dtd"),
    "E2 an entity repeated 10,000 times": ("ods", lambda: _doctype(QUADRATIC, b"&a;" * 10_000, ods=True), "grid.dtd"),
    "E2 an entity from outside in a sheet": ("xlsx", lambda: _doctype(OUTSIDE, b"&a;", ods=False), "grid.dtd"),
    "E2 an entity from outside in an ODS": ("ods", lambda: _doctype(OUTSIDE, b"&a;", ods=True), "grid.dtd"),
    "E2 a DTD from the network": ("ods", lambda: _doctype(ONLY_DTD, b"x", ods=True), "grid.dtd"),
    "E2 a sheet nested 200,000 deep": ("xlsx", lambda: _sheet(b"<a>" * DEEP + b"</a>" * DEEP), "grid.bomb"),
    "E2 an ODS nested 200,000 deep": ("ods", lambda: _content(b"<a>" * DEEP + b"</a>" * DEEP), "grid.bomb"),
    "E2 a sheet never closed": ("xlsx", lambda: _sheet(b"<a>" * DEEP), "grid.bomb"),
    "E2 a sheet nested 10,000 deep": ("xlsx", lambda: _sheet(b"<a>" * 10_000 + b"</a>" * 10_000), "grid.bomb"),
    "E2 an ODS nested 10,000 deep": ("ods", lambda: _content(b"<a>" * 10_000 + b"</a>" * 10_000), "grid.bomb"),
    "E2 an include": (
        "ods", lambda: _content(b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'), "read"
    ),
    "E2 another namespace": (
        "xlsx", lambda: spreadsheets.zipped({**_xlsx(), SHEET: b'<a xmlns="urn:x"><row/></a>'}), "grid.no_rows"
    ),
    "E2 a billion laughs in a network": (
        "graphml", lambda: _laughs(b"graphml") + b"<graphml>&l9;</graphml>", "xml.dtd"
    ),
    "E2 a billion laughs in a notation": ("cjml", lambda: _laughs(b"CJML") + b"<CJML>&l9;</CJML>", "xml.dtd"),
    "E2 a network nested 100,000 deep": (
        "graphml", lambda: b"<graphml>" + b"<graph><node>" * 50_000 + b"</node></graph>" * 50_000 + b"</graphml>",
        "xml.deep",
    ),
    "E2 an include in a notation": (
        "cjml", lambda: b'<CJML xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="/etc/passwd"/></CJML>',
        "xml.include",
    ),
    "E3 3,000 values that 5,000 nodes have by default": ("graphml", _defaults, "xml.too_many"),
    "E7 a diagram of 10 MB on a line": ("mermaid", lambda: b"journey\n" + b"x" * 10**7, "mermaid.too_long"),
    "E5 a million rows": ("csv", lambda: b"Fase;Stap\n" + b"a;b\n" * 1_000_000, "grid.rows"),
    "E5 16,000 columns": ("csv", lambda: b";".join([b"a"] * 16_000) + b"\n1;2\n", "grid.columns"),
    "E5 a cell of 200 kB": ("csv", lambda: b"Fase;Stap\na;" + b"x" * 200_000, "grid.csv_long"),
    "E5 10 MB of quotation marks": ("csv", lambda: b'"' * 10_000_001, "grid.csv_long"),
    "E5 an open quote before 8 MB": ("csv", lambda: b'Fase;Stap\na;"b' + b"x;y\n" * 2_000_000, "grid.csv_long"),
    "E5 9 MB without a line end": ("csv", lambda: b"a b" * 3_000_000, "grid.csv_long"),
    "E5 5 MB of bare line ends": ("csv", lambda: b"\r" * 5_000_000, "grid.rows"),
    "E5 5 MB of NUL": ("csv", lambda: bytes(5_000_000), "grid.csv_long"),
    "E6 a zip bomb": ("xlsx", _bomb, "grid.reach"),
    "E6 blanks that unzip to 60 MB": (
        "xlsx", lambda: spreadsheets.zipped({**_xlsx(), "xl/x.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}), "grid.bomb"
    ),
    "E6 a zip that lies": ("xlsx", _liar, "grid.damaged"),
    "E6 the very last cell": (
        "xlsx", lambda: _sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "grid.reach"
    ),
    "E6 a column of a million": (
        "ods", lambda: _content(b'<table:table-row table:number-rows-repeated="1048576">'
                                b'<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
                                b"</table:table-row>"), "grid.reach"
    ),
    "E8 100,000 rows": ("csv", lambda: b"Fase;Stap\n" + b"a;b\n" * 100_000, "grid.rows"),
    "E8 100,000 lines": ("txt", lambda: b"- stap\n" * 100_000, "grid.rows"),
    "E8 100,000 rows of a spreadsheet": (
        "xlsx", lambda: _sheet(b"".join(b"<row r='%d'><c><v>1</v></c></row>" % n for n in range(10**5))), "grid.reach"
    ),
    "E8 100,000 steps in JSON": ("json", lambda: _steps(100_000), "json.rule"),
    "E8 a million nodes": (
        "graphml", lambda: b"<graphml><graph>" + b"<node/>" * 10**6 + b"</graph></graphml>", "xml.steps"
    ),
    "E8 100,000 touchpoints": (
        "cjml", lambda: b"<CJML><actualJourney><touchpoints>" + b"<actualAction/>" * 10**5
        + b"</touchpoints></actualJourney></CJML>", "xml.steps",
    ),
    "E8 100,000 cards": (
        "ojf", lambda: b'{"stages":[{"id":"s"}],"nodes":[' + b",".join([b'{"stageId":"s"}'] * 10**5) + b"]}",
        "ojf.too_many",
    ),
    "E8 100,000 tasks": ("mermaid", lambda: b"journey\n" + b"a: 3: b\n" * 10**5, "mermaid.too_many"),
    "E8 100,000 copied steps": (
        "fragment", lambda: json.dumps({"format": "levensreis-steps", "version": 1, "steps": [{}] * 100_000}).encode(),
        "json.rule",
    ),
}  # fmt: skip
"""What it is, with its case → the target, the bytes, and what is said of it."""

FULL: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "E5 50 MB of quotation marks": ("csv", lambda: b'"' * 50_000_001, "grid.csv_long"),
    "E5 40 MB of bare line ends": ("csv", lambda: b"\r" * 40_000_000, "grid.rows"),
    "E5 10 million rows": ("csv", lambda: b"a;b\n" * 10_000_000, "grid.rows"),
    "E1 49 MB of JSON": ("json", lambda: b"[" + b'"aaaaaaaa",' * 4_400_000 + b"1]", "json.format"),
}
"""As large as is read at all; for the long run."""
