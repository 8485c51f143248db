"""Blocks as one HTML page that needs nothing else: no scripts, no files beside it, nothing from the network."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from journeys.exchange.report.blocks import Curve, Heading, Items, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.exchange.report.blocks import Block, Cell
    from journeys.i18n import Language

WIDTH, HEIGHT, ROOM = 720, 150, 18
"""The curve, in pixels, and the white around it."""
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser lets the page do: nothing but show what stands in it."""
_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Source Sans 3", "Segoe UI", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; margin: 2em 0 .5em; }
h1 { margin-top: 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8a8f98; }
thead th { border-bottom-width: 2px; }
tbody th { font-weight: 600; }
tbody th small { font-size: 1em; font-weight: 400; }
.muted { opacity: .8; }
td.good { border-left: .35rem solid #0072b2; }
td.bad { border-left: .35rem solid #d55e00; font-weight: 600; }
figure { margin: 1rem 0; }
svg { width: 100%; height: auto; }
@media print { body { max-width: none; margin: 0; } h2 { break-before: page; } tr, figure { break-inside: avoid; } }
"""


def html(blocks: Iterable[Block], title: str, language: Language) -> str:
    """The whole page."""
    body = "\n".join(line for block in blocks for line in _lines(block))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text, tone):
            yield f'<p class="{tone}">{"<br>".join(map(escape, text.splitlines()))}</p>'
        case Items(items):
            yield f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
        case Curve(points, words):
            yield f"<figure>{_svg(points)}<figcaption>{escape(words)}</figcaption></figure>"
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    yield f"<table>{caption}"
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.head)
    yield f"<thead><tr>{head}</tr></thead><tbody>"
    for first, *rest in table.rows:
        yield f'<tr><th scope="row">{_named(first)}</th>{"".join(map(_cell, rest))}</tr>'
    yield "</tbody></table>"


def _named(cell: Cell) -> str:
    """The name of a row, and in lighter type what else is said of it."""
    name, *more = cell.text.splitlines() or [""]
    return escape(name) + "".join(f"<br><small>{escape(line)}</small>" for line in more)


def _cell(cell: Cell) -> str:
    return f'<td class="{cell.tone}">{_text(cell)}</td>'


def _text(cell: Cell) -> str:
    return "<br>".join(map(escape, cell.text.splitlines()))


def _svg(points: Iterable[tuple[float, int]]) -> str:
    """The line and its points; the words beside it say the same, so it is hidden from screen readers."""
    placed = [(ROOM + x * (WIDTH - 2 * ROOM), HEIGHT / 2 - y * (HEIGHT / 2 - ROOM) / 2) for x, y in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="currentColor"/>' for x, y in placed)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><line x1="{ROOM}" y1="{HEIGHT / 2}" '
        f'x2="{WIDTH - ROOM}" y2="{HEIGHT / 2}" stroke="currentColor" stroke-dasharray="4 4" opacity=".6"/>'
        f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="2.5"/>{dots}</svg>'
    )
