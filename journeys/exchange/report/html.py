"""Blocks as one HTML page that needs nothing else: no scripts, no files beside it, nothing from the network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import TYPE_CHECKING, Final

from journeys.exchange.pictures.letters import written
from journeys.exchange.report.blocks import Curve, Heading, Items, Map, Paragraph, Portrait, Quote, Table
from journeys.exchange.report.styles import STYLE
from journeys.i18n import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.exchange.report.blocks import Block, Cell
    from journeys.i18n import Language

WIDTH, HEIGHT, ROOM = 720, 150, 18
"""The curve, in pixels, and the white around it."""
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser lets the page do: nothing but show what stands in it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is to see on the page beside words.

    `maps`: SVG by journey, one or more under each other; `portraits`: JPEG by persona; `style`: colours of the maps.
    """

    maps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    portraits: Mapping[str, bytes] = field(default_factory=dict)
    style: str = ""


NOTHING: Final = Shown()


def html(blocks: Iterable[Block], title: str, language: Language, shown: Shown = NOTHING) -> str:
    """The whole page."""
    page = _Page(language, shown)
    front, sections = _divided(blocks)
    main = "\n".join(page.section(section) for section in sections)
    head = "\n".join(line for block in front for line in page.lines(block))
    say = page.say
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="Levensreis">\n<title>{_told(title)}</title>\n'
        f"<style>{STYLE}{shown.style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#main">{_told(say("Go to the contents"))}</a>\n'
        f"<header>\n{head}\n</header>\n{page.contents()}"
        f'<main id="main" tabindex="-1">\n{main}\n</main>\n'
        f"<footer><p>{_told(say('Made with Levensreis.'))}</p></footer>\n</body>\n</html>\n"
    )


def _divided(blocks: Iterable[Block]) -> tuple[list[Block], list[list[Block]]]:
    """What stands before the first heading of level 2, and a list for each of those with what follows it."""
    front: list[Block] = []
    sections: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            sections.append([])
        (sections[-1] if sections else front).append(block)
    return front, sections


class _Page:
    """A page on its way: headings get ids as they come, for the list of contents."""

    def __init__(self, language: Language, shown: Shown) -> None:
        self.say = words(language)
        self._shown = shown
        self._ids = (f"p{number}" for number in count(1))
        self._listed: list[tuple[str, str]] = []

    def section(self, blocks: list[Block]) -> str:
        heading = blocks[0]
        assert isinstance(heading, Heading)
        id_ = next(self._ids)
        self._listed.append((id_, heading.text))
        rest = "\n".join(line for block in blocks[1:] for line in self.lines(block))
        return f'<section>\n<h2 id="{id_}">{_told(heading.text)}</h2>\n{rest}\n</section>'

    def contents(self) -> str:
        """After the sections were made; nothing for a page that has one at most."""
        if len(self._listed) < 2:
            return ""
        entries = "".join(f'<li><a href="#{id_}">{_told(text)}</a></li>' for id_, text in self._listed)
        title = _told(self.say("Contents"))
        return f'<nav aria-labelledby="contents"><h2 id="contents">{title}</h2><ul>{entries}</ul></nav>\n'

    def lines(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text):
                yield f"<h{level}>{_told(text)}</h{level}>"
            case Paragraph(text, tone):
                yield f'<p class="{tone}">{_broken(text)}</p>'
            case Quote(text):
                yield f"<blockquote><p>{_broken(text)}</p></blockquote>"
            case Items(items):
                yield f"<ul>{''.join(f'<li>{_told(item)}</li>' for item in items)}</ul>"
            case Curve(points, said):
                yield f'<figure class="curve">{_svg(points)}<figcaption>{_told(said)}</figcaption></figure>'
            case Table():
                yield from _table(block)
            case Portrait():
                yield from self._portrait(block)
            case Map():
                yield from self._map(block)

    def _portrait(self, block: Portrait) -> Iterator[str]:
        data = self._shown.portraits.get(block.persona)
        if data is not None:
            source = f"data:image/jpeg;base64,{b64encode(data).decode()}"
            yield f'<img class="portrait" width="112" height="112" alt="{_told(block.words)}" src="{source}">'

    def _map(self, block: Map) -> Iterator[str]:
        """Every part can be scrolled sideways, also by keyboard."""
        drawn = self._shown.maps.get(block.journey, ())
        if drawn:
            yield f"<h3>{_told(block.title)}</h3>"
        for number, one in enumerate(drawn, 1):
            title = block.title if len(drawn) == 1 else f"{block.title} ({number}/{len(drawn)})"
            under = f"<figcaption>{_told(block.words)}</figcaption>" if number == len(drawn) else ""
            region = f'<div role="group" tabindex="0" aria-label="{_told(title)}">{one}</div>'
            yield f'<figure class="map">{region}{under}</figure>'


def _told(text: str) -> str:
    """One line, that says what it says."""
    return escape(written(text))


def _broken(text: str) -> str:
    return "<br>".join(map(_told, text.splitlines()))


def _table(table: Table) -> Iterator[str]:
    """With the roles said aloud: on a phone rows stand as cards, and browsers forget then that it is a table."""
    caption = f"<caption>{_told(table.caption)}</caption>" if table.caption else ""
    head = "".join(f'<th scope="col" role="columnheader">{_told(name)}</th>' for name in table.head)
    yield f'<table role="table">{caption}'
    yield f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">'
    for first, *rest in table.rows:
        cells = "".join(_cell(cell, name) for cell, name in zip(rest, table.head[1:], strict=True))
        yield f'<tr role="row"><th scope="row" role="rowheader">{_named(first)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _named(cell: Cell) -> str:
    """The name of a row, and in lighter type what else is said of it."""
    name, *more = cell.text.splitlines() or [""]
    return _told(name) + "".join(f"<br><small>{_told(line)}</small>" for line in more)


def _cell(cell: Cell, name: str) -> str:
    return f'<td role="cell" class="{cell.tone}" data-label="{_told(name)}">{_parts(cell.text)}</td>'


def _parts(text: str) -> str:
    """Lines of a cell, each on its own."""
    first, *more = text.splitlines() or [""]
    if not more:
        return _told(first)
    return f"<div>{' '.join(f'<span>{_told(line)}</span>' for line in (first, *more))}</div>"


def _svg(points: Iterable[tuple[float, int]]) -> str:
    """The line and its points; the words beside it say the same, so it is hidden from screen readers."""
    placed = [(ROOM + x * (WIDTH - 2 * ROOM), HEIGHT / 2 - y * (HEIGHT / 2 - ROOM) / 2) for x, y in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>' for x, y in placed)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><line x1="{ROOM}" y1="{HEIGHT / 2}" '
        f'x2="{WIDTH - ROOM}" y2="{HEIGHT / 2}" stroke="currentColor" stroke-dasharray="4 4" opacity=".6"/>'
        f'<polyline points="{line}" fill="none" stroke-width="2.5"/>{dots}</svg>'
    )
