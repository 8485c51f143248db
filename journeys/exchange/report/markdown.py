"""Blocks as Markdown (CommonMark with tables), in which nothing that people wrote can act as markup."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from journeys.exchange.report.blocks import Curve, Heading, Items, Map, Paragraph, Portrait, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journeys.exchange.report.blocks import Block

_ACTING: Final = re.compile(r"([\\`*_\[\]<>|~#$]|&(?=[#\w]))")
_TICKS: Final = re.compile("`+")
_LISTING: Final = re.compile(r"^(\s*)(?:([-+=:])|(\d{1,9})([.)]))")


def markdown(blocks: Iterable[Block], fences: Mapping[str, str] = MappingProxyType({})) -> str:
    """The whole text, a line of white between blocks; `fences` are the diagrams in Mermaid, by journey."""
    texts = (_fence(fences.get(block.journey)) if isinstance(block, Map) else _text(block) for block in blocks)
    return "\n\n".join(filter(None, texts)) + "\n"


def _fence(diagram: str | None) -> str:
    """Between more backticks than stand in it."""
    if not diagram:
        return ""
    marks = "`" * max(3, 1 + max((len(found) for found in _TICKS.findall(diagram)), default=0))
    return f"{marks}mermaid\n{diagram}\n{marks}"


def _text(block: Block) -> str:
    return "\n".join(_lines(block))


def escaped(text: str) -> str:
    """One line of text that reads as it stands."""
    line = _inside(text)
    return _LISTING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)


def _inside(text: str) -> str:
    """As `escaped`, where no list can begin."""
    return _ACTING.sub(r"\\\1", " ".join(text.split()))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            yield "  \n".join(escaped(line) for line in text.split("\n") if line.strip())
        case Quote(text):
            yield from (f"> {escaped(line)}" for line in text.split("\n") if line.strip())
        case Portrait() | Map():
            return
        case Curve(_, words):
            yield escaped(words)
        case Items(items):
            yield from (f"- {escaped(item)}" for item in items)
        case Table(caption, head, rows):
            if caption:
                yield from (f"**{escaped(caption)}**", "")
            yield from (_row(map(_inside, head)), _row("---" for _ in head))
            yield from (_row("<br>".join(map(_inside, cell.text.split("\n"))) for cell in row) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
