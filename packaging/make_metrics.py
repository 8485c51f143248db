"""Writes resources/metrics.json: the advance width of every character of the fonts, read from the TTF files.

Run it when the font package changes: python packaging/make_metrics.py
"""

from __future__ import annotations

import json
import struct
import sys
from importlib.util import find_spec
from pathlib import Path

FILES = {
    "regular": "SourceSansPro-Regular.ttf",
    "italic": "SourceSansPro-It.ttf",
    "semibold": "SourceSansPro-Semibold.ttf",
    "bold": "SourceSansPro-Bold.ttf",
}
TARGET = Path(__file__).resolve().parent.parent / "resources" / "metrics.json"


def tables(data: bytes) -> dict[str, bytes]:
    """The tables of a TrueType file by tag."""
    found = {}
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        found[tag.decode()] = data[start : start + length]
    return found


def glyphs(cmap: bytes) -> dict[int, int]:
    """Character code → glyph, from the richest Unicode subtable (format 12, else 4)."""
    offsets = [struct.unpack_from(">HHL", cmap, 4 + 8 * index) for index in range(struct.unpack_from(">H", cmap, 2)[0])]
    subtables = [cmap[start:] for platform, _, start in offsets if platform in {0, 3}]
    by_format = {struct.unpack_from(">H", table)[0]: table for table in subtables}
    return _format_12(by_format[12]) if 12 in by_format else _format_4(by_format[4])


def _format_12(table: bytes) -> dict[int, int]:
    found = {}
    for index in range(struct.unpack_from(">L", table, 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", table, 16 + 12 * index)
        found.update({code: glyph + code - first for code in range(first, last + 1)})
    return found


def _format_4(table: bytes) -> dict[int, int]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", table, 14 + 2 * count * part + (2 if part else 0)) for part in range(4)
    )
    found = {}
    for index in range(count):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if ranges[index]:
                place = 16 + 6 * count + 2 * index + ranges[index] + 2 * (code - starts[index])
                glyph = struct.unpack_from(">H", table, place)[0]
                if not glyph:
                    continue
            found[code] = (glyph + deltas[index]) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


def widths(data: bytes) -> dict[int, int]:
    """Character code → advance width in thousandths of an em."""
    parts = tables(data)
    per_em = struct.unpack_from(">H", parts["head"], 18)[0]
    metrics = struct.unpack_from(">H", parts["hhea"], 34)[0]
    advances = [struct.unpack_from(">H", parts["hmtx"], 4 * index)[0] for index in range(metrics)]
    found = {
        code: round(advances[min(glyph, metrics - 1)] * 1000 / per_em)
        for code, glyph in sorted(glyphs(parts["cmap"]).items())
    }
    return found | {0xA0: found[0x20]}  # reportlab sets a no-break space as wide as a space


def runs(table: dict[int, int]) -> dict[str, list[int]]:
    """The widths of neighbouring characters together, under the first one's code: a third of the size."""
    found: dict[str, list[int]] = {}
    first = previous = -2
    for code, width in table.items():
        if code != previous + 1:
            first = code
        found.setdefault(str(first), []).append(width)
        previous = code
    return found


def main() -> int:
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        print("font-source-sans-pro is not installed", file=sys.stderr)
        return 1
    folder = Path(spec.origin).parent / "files"
    content = {name: runs(widths((folder / file).read_bytes())) for name, file in FILES.items()}
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
